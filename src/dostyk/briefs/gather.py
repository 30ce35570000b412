"""What the brief of a relation needs from a ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dostyk.briefs.data import Earlier, RelationBrief, Side
from dostyk.briefs.notes import PER_LINE
from dostyk.briefs.relation import relation_brief
from dostyk.followup.answer import first_told
from dostyk.followup.record import verdicts_of
from dostyk.followup.relation import earlier_relations, relation_entries
from dostyk.ledger import Ledger
from dostyk.linking.offices import ATTESTING
from dostyk.model import Entry
from dostyk.reference import load_reference


def build(ledger: Ledger, a: str, b: str, today: date) -> RelationBrief:
    """The brief of states `a` and `b` (ISO 3166-1 alpha-3) from a ledger, as of `today`.

    What was first told of after `today` is left out. Raises ValueError for the same state twice, LedgerError where
    the ledger cannot be read.
    """
    entries = _entries(ledger, a, b, today)
    wanted = _reports_wanted(entries, a, b)
    reports = {report.id: report for report in ledger.reports(every_version=True) if report.id in wanted}
    claims = {claim.id: claim for name in sorted(reports) for claim in ledger.claims(report=name)}
    reference = load_reference()
    codes = {a, b} | {code for entry in entries for code in (*entry.states, entry.place.partition(":")[0]) if code}
    names = {code: reference.states[code].name for code in codes if code in reference.states}
    settled = verdicts_of(ledger.bound(("settle",)))
    before = earlier(a, b, lambda one, other: len(relation_entries(_entries(ledger, one, other, today), one, other)))
    return relation_brief(entries, claims, reports, a, b, today, names, ledger.problems(), settled, before)


def earlier(a: str, b: str, count: Callable[[str, str], int]) -> list[Earlier]:
    """The relations of states that the two continued, of which a ledger has entries; `count` tells how many."""
    states = load_reference().states
    found = [(one, other, count(one, other)) for one, other in earlier_relations(a, b)]
    return [
        Earlier(Side(one, states[one].name), Side(other, states[other].name), number)
        for one, other, number in found
        if number
    ]


def _entries(ledger: Ledger, a: str, b: str, today: date) -> list[Entry]:
    """Every entry in which one of the two takes part; one of the two may be the place only."""
    found = {entry.id: entry for code in (a, b) for entry in ledger.entries(states=(code,))}
    return [entry for entry in found.values() if (first_told(entry) or today) <= today]


def _reports_wanted(entries: list[Entry], a: str, b: str) -> set[str]:
    """Reports of the relation's entries, and the first few that name an office-holder who takes part."""
    ours = relation_entries(entries, a, b)
    people = {party for entry in ours for party in entry.parties}
    wanted = {anchor.report for entry in ours for anchor in entry.anchors}
    for entry in entries:
        if entry.kind in ATTESTING and people & set(entry.who):
            wanted.update(anchor.report for anchor in entry.anchors[:PER_LINE])
    return wanted
