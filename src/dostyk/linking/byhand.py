"""A claim that a person makes from words of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dostyk.errors import UsageError
from dostyk.linking.corrections import check_correction
from dostyk.model import KINDS, Claim, Detail, Interval, Mention, Party, Passage, Report

READER = "by hand"


def claim_by_hand(
    report: Report, kind: str, quote: str, who: Sequence[Party], whom: Sequence[Party], said: Mapping[str, str]
) -> Claim:
    """The claim that `quote`, which stands in the report just so, carries; `said` gives its other fields.

    Raises UsageError where the report lacks the quote or has it more than once, nobody acts, or a field cannot be so.
    """
    if not who:
        raise UsageError("say who acts, as in who=KAZ")
    if whom and not KINDS[kind].directed:
        raise UsageError(f"a {kind} has no whom; name all sides in who, with ; between")
    for name, value in said.items():
        check_correction(name, value)
    passage = _place(report, quote)
    other = {name: value for name, value in said.items() if name in ("place", "what", "status")}
    return Claim(
        report.id,
        READER,
        kind,
        tuple(_mention(report, passage, party) for party in who),
        tuple(_mention(report, passage, party) for party in whom),
        date=Interval.parse(said["date"]) if said.get("date") else None,
        date_basis="explicit" if said.get("date") else "",
        detail=Detail.from_dict(said),
        evidence={"trigger": (passage,), "sentence": (passage,)},
        confidence=1.0,
        **other,  # type: ignore[arg-type]  # place, what and status are texts
    )


def _place(report: Report, quote: str) -> Passage:
    found = report.text.count(quote) if quote.strip() else 0
    if found != 1:
        wrong = f"has {quote!r} {found} times; quote more of it" if found else f"does not say {quote!r}"
        raise UsageError(f"{report.name or report.id} {wrong}")
    start = report.text.index(quote)
    return Passage.of(report, start, start + len(quote))


def _mention(report: Report, quoted: Passage, party: Party) -> Mention:
    """The party at its name in the quote, else at the whole of it."""
    at = quoted.quote.find(party.name) if party.name else -1
    if at < 0:
        return Mention(party, quoted)
    return Mention(party, Passage.of(report, quoted.start + at, quoted.start + at + len(party.name)))
