"""`dostyk why`: why claims were joined or kept apart, and why one version is preferred."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.clean import one_line
from dostyk.cli.output import Format, FormatOption, Listing, json_text, write
from dostyk.cli.place import AsOfOption, LedgerOption, ledger_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dostyk.ledger import Ledger
    from dostyk.ledger.reasons import EntryReasons
    from dostyk.linking import Reasons
    from dostyk.model import Claim

_COLUMNS = ("about", "claim", "with", "score", "reason")


def why(
    one: Annotated[str, typer.Argument(metavar="ID", help="Id of an entry or claim, or how it begins.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Another: why the two are one, or are not.")
    ] = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Say in words and figures why the claims of an entry are one thing, or why two are not.

    Each part of a score stands with its weight: how much the parties, words, days and places are alike, from 0 to 1.
    """
    with ledger_as_of(ledger, as_of) as store:
        if other is None:
            _tell_entry(store, store.why_entry(one), form)
        else:
            _tell_two(store, *store.why_two(one, other), form)


def _tell_two(store: Ledger, one: Claim, other: Claim, reasons: Reasons, form: Format) -> None:
    if form is Format.TABLE:
        lines = [_quote(store, one), _quote(store, other), "", *_indented(reasons.lines)]
        print("\n".join([*lines, "one thing" if reasons.joined else "kept apart"]))
    elif form is Format.JSON:
        print(json_text({"one": one.id, "other": other.id, **asdict(reasons)}), end="")
    else:
        rows = [_row("pair", one.id, other.id, reasons.score, line) for line in reasons.lines]
        write(Listing(_COLUMNS, rows), form)


def _tell_entry(store: Ledger, found: EntryReasons, form: Format) -> None:
    if form is Format.TABLE:
        print("\n".join(_page(store, found)))
    elif form is Format.JSON:
        parts = {name: [asdict(part) for part in getattr(found, name)] for name in ("joins", "preferences", "apart")}
        print(json_text({"id": found.entry.id, **parts}), end="")
    else:
        alike = [("joined", join.claim, join.to, join.reasons) for join in found.joins]
        alike += [("apart", apart.claim, apart.entry, apart.reasons) for apart in found.apart]
        rows = [_row(about, claim, to, said.score, line) for about, claim, to, said in alike for line in said.lines]
        rows += [_row(p.field, p.preferred, p.other, None, p.why) for p in found.preferences]
        write(Listing(_COLUMNS, rows), form)


def _row(about: str, claim: str, other: str, score: float | None, reason: str) -> dict[str, object]:
    return {"about": about, "claim": claim, "with": other, "score": score, "reason": reason}


def _page(store: Ledger, found: EntryReasons) -> list[str]:
    entry = found.entry
    claims = {claim.id: claim for claim in store.claims(entry=entry.id)}
    count = f"{len(entry.claims)} claims of {entry.reports} reports, {entry.voices} independent voices"
    lines = [f"{entry.kind}  {entry.id}", "one claim; nothing was joined" if len(entry.claims) == 1 else count, ""]
    lines += ["founded by the earliest", "  " + _quote(store, claims[entry.claims[0]])]
    for join in found.joins:
        lines += ["", f"joined with {join.to[:10]}" + (" because a person ruled them one" if join.ruled else "")]
        lines += ["  " + _quote(store, claims[join.claim]), *_indented(join.reasons.lines)]
    if found.preferences:
        lines += ["", "versions"]
    for choice in found.preferences:
        both = "both can hold" if choice.compatible else "they contradict each other"
        lines += [f"  {choice.field}: " + one_line(f"“{choice.preferred}” before “{choice.other}”; {both}"),
                  f"    {choice.why}"]  # fmt: skip
    if found.apart:
        lines += ["", "kept apart, the likest first"]
    for apart in found.apart:
        told = store.claims(entry=apart.entry)
        near = next(claim for claim in told if claim.id == apart.claim)
        lines += [f"  {apart.entry}", "  " + _quote(store, near), *_indented(apart.reasons.lines)]
    return lines


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"    {one_line(line)}" for line in lines]


def _quote(store: Ledger, claim: Claim) -> str:
    report = store.report(claim.report)
    day = report.published.isoformat() if report.published else "day unknown"
    sentence = (claim.evidence.get("sentence") or (claim.trigger,))[0].quote
    short = sentence if len(sentence) < 160 else sentence[:157] + "…"
    return one_line(f"{claim.id[:10]} {report.outlet or 'outlet unknown'}, {day}: “{short}”")
