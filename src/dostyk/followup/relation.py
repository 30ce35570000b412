"""Which entries belong to a relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import product

from dostyk.model import Entry
from dostyk.reference import load_reference

_ONE_SIDED = frozenset(("commitment", "statement", "invitation", "honour", "gathering", "message"))
_CROWD = 6  # parties of more states than this make an entry multilateral


def relation_entries(entries: Iterable[Entry], a: str, b: str) -> list[Entry]:
    """Entries between the two states, and one-sided ones of reports that are mainly about the two.

    Between the two is what names both as parties, or one as party and the other as place. A commitment of one
    parliament, or a statement to nobody in particular, names one state only; it belongs here where the report
    has more entries between these two states than between any other pair.
    """
    every = list(entries)
    between = [entry for entry in every if is_between(entry, a, b)]
    ours = _main_reports(every, a, b)
    chosen = {entry.id for entry in between}
    beside = [
        entry for entry in every
        if entry.id not in chosen and entry.kind in _ONE_SIDED and entry.states and set(entry.states) <= {a, b}
        and any(anchor.report in ours for anchor in entry.anchors)
    ]  # fmt: skip
    return between + beside


def earlier_relations(a: str, b: str) -> list[tuple[str, str]]:
    """Pairs of states that ended and that the two continued, each side its own: `RUS`, `BGD` → `SUHH`, `BGD`."""
    ones, others = ([code, *(state.code for state in load_reference().former(code))] for code in (a, b))
    return [pair for pair in product(ones, others) if pair != (a, b)]


def _touched(entry: Entry) -> set[str]:
    place = entry.place.partition(":")[0]
    return {*entry.states, place} - {""}


def is_between(entry: Entry, a: str, b: str) -> bool:
    """True for what both states take part in, or one in the other; not for what a crowd of states does."""
    if entry.kind == "office" or not {a, b} <= _touched(entry):
        return False
    return len(entry.states) <= _CROWD or entry.kind in ("gathering", "meeting", "signing")


def _main_reports(entries: Iterable[Entry], a: str, b: str) -> set[str]:
    """Reports in which no pair of states has more entries than this one."""
    pairs: dict[str, Counter[frozenset[str]]] = {}
    for entry in entries:
        touched = _touched(entry)
        if entry.kind == "office" or len(touched) != 2:
            continue
        for report in {anchor.report for anchor in entry.anchors}:
            pairs.setdefault(report, Counter())[frozenset(touched)] += 1
    ours = frozenset((a, b))
    return {report for report, counts in pairs.items() if counts[ours] and counts[ours] == max(counts.values())}
