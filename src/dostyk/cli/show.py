"""`dostyk show`: an entry with the quotes and sources of each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.clean import one_line
from dostyk.cli.output import Format, FormatOption, Listing, json_text, notice, text_of, write
from dostyk.cli.place import AsOfOption, LedgerOption, ledger_as_of
from dostyk.cli.rows import claimed, entry_row, quote_rows
from dostyk.cli.versions import version_lines
from dostyk.errors import UsageError

if TYPE_CHECKING:
    from dostyk.followup.moves import Move
    from dostyk.ledger import Ledger
    from dostyk.model import Claim, Entry, Report

_COLUMNS = ("field", "value", "quote", "outlet", "reliability", "published", "place", "url")
_SHOWN = ("date", "status", "who", "whom", "place", "what", "flags", "detail", "part_of", "accepted", "corrected")


def show(
    entry_id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an entry, an older address of it, or how it begins; or a party.")
    ],
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Show an entry: its fields, what each report says of them, with quote, outlet, day and place; of a party its names
    and offices."""
    from dostyk.cli.options import day_asked
    from dostyk.followup.record import moves_of

    with ledger_as_of(ledger, as_of) as store:
        try:
            entry, claims = _found(store, entry_id)
        except UsageError as error:
            _show_parties(store, entry_id, form, error)
            return
        reports = {name: store.report(name) for name in sorted({claim.report for claim in claims.values()})}
        letters = {name: outlet.reliability for name, outlet in store.receiving.outlets().items()}
        moved = moves_of(store, entry, day_asked(None, as_of))
    if form is Format.TABLE:
        print("\n".join(_page(entry, claims, reports, letters, moved)))
    elif form is Format.JSON:
        print(
            json_text(
                {
                    **entry_row(entry),
                    "moved": list(map(_move, moved)),
                    "sources": quotes(entry, claims, reports, letters),
                }
            ),
            end="",
        )
    else:
        write(Listing(_COLUMNS, quotes(entry, claims, reports, letters)), form)


def _found(store: Ledger, name: str) -> tuple[Entry, dict[str, Claim]]:
    """The entry with its claims by id; else the one that was rejected, which is said on standard error."""
    try:
        entry = store.entry(name)
        return entry, {claim.id: claim for claim in store.claims(entry=entry.id)}
    except UsageError:
        found = store.rejected(name)
        if len(found) != 1:
            raise
        for act in found[0].acts:
            why = f": {act.reason}" if act.reason else ""
            notice(f"rejected by {act.by} on {act.at[:10]}{why}; dostyk undo --number {act.number} brings it back")
        return found[0].entry, {claim.id: claim for claim in found[0].claims}


def _show_parties(store: Ledger, name: str, form: Format, none: UsageError) -> None:
    """Show the parties so called, states, persons or bodies. Raises the error that there is no entry of that id where
    none is."""
    from dostyk.cli.show_party import party_lines, party_row
    from dostyk.linking.named import called

    found = [party_row(store, party) for party in sorted(called(name, store.named()))]
    if not found:
        raise none
    if form is Format.TABLE:
        print("\n\n".join("\n".join(party_lines(row)) for row in found))
    else:
        write(Listing(tuple(found[0]), found), form)


def quotes(
    entry: Entry, claims: Mapping[str, Claim], reports: Mapping[str, Report], letters: Mapping[str, str]
) -> list[dict[str, Any]]:
    """All passages of an entry's claims, in the order of its claims. `letters` grade outlets by name."""
    held = [claims[name] for name in entry.claims if name in claims]
    return [
        row
        for claim in held
        for row in quote_rows(claim, reports[claim.report], letters.get(reports[claim.report].outlet, ""))
    ]


def _move(move: Move) -> dict[str, Any]:
    return {"label": move.label, "date": move.day, "entry": move.other.id, "settled": move.settled}


def _page(
    entry: Entry, claims: Mapping[str, Claim], reports: Mapping[str, Report], letters: Mapping[str, str],
    moved: Iterable[Move],
) -> list[str]:  # fmt: skip
    row = entry_row(entry)
    lines = [f"{entry.kind}  {entry.id}", ""]
    lines += [f"{name:10} {one_line(text_of(row[name]))}" for name in _SHOWN if text_of(row[name])]
    lines += [f"{move}: dostyk show {move.other.id}" for move in moved]
    lines += version_lines(entry)
    for number, name in enumerate(entry.claims, 1):
        if name in claims:
            lines += ["", *_source(number, claims[name], reports[claims[name].report], letters)]
    return lines


def _source(number: int, claim: Claim, report: Report, letters: Mapping[str, str]) -> list[str]:
    day = report.published.isoformat() if report.published else "day unknown"
    letter = letters.get(report.outlet, "")
    head = [
        (report.outlet or "outlet unknown") + (f" ({letter})" if letter else ""),
        day,
        report.title or report.name,
        report.url,
    ]
    lines = [f"[{number}] " + one_line(" · ".join(part for part in head if part)), f"    claim {claim.id}"]
    rows = quote_rows(claim, report)
    sentences = {row["place"] for row in rows if row["field"] == "sentence"}
    for row in rows:
        value = claimed(claim, row["field"]) if row["field"] != "sentence" else ""
        said = f"{row['field']}{' = ' + value if value else ''}"
        whole = row["place"] in sentences and row["field"] != "sentence"
        quote = "the sentence" if whole else f"“{one_line(row['quote'])}” ({row['place']})"
        lines.append(f"    {one_line(said)}: {quote}")
    return lines


def entry_line(entry: Entry) -> str:
    """An entry in one line, for notices."""
    parties = "; ".join(party.key for party in entry.parties)
    return one_line(f"{entry.id} {entry.kind} {parties} {entry.date.iso if entry.date else ''} {entry.what}")
