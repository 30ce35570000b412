"""Which later entry takes an earlier one a step further. Pure functions over entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from dostyk.followup.answer import chronological, first_told
from dostyk.followup.matching.deeds import deed_steps
from dostyk.followup.matching.figures import figure_steps
from dostyk.followup.matching.instruments import instrument_steps
from dostyk.followup.matching.invitations import invitation_steps
from dostyk.followup.matching.scheduled import history_steps, scheduled_steps
from dostyk.followup.steps import Step
from dostyk.model import Entry

Matcher = Callable[[Entry, Sequence[Entry], date], Iterator[Step]]
_MATCHERS: dict[str, tuple[Matcher, ...]] = {
    "commitment": (deed_steps, figure_steps),
    "invitation": (invitation_steps,),
    "signing": (scheduled_steps, instrument_steps),
}
_OTHERS: tuple[Matcher, ...] = (scheduled_steps,)


def propose(entries: Iterable[Entry], today: date) -> list[Step]:
    """Every step that entries known on `today` propose, in order of the subject's and the evidence's day.

    The same entries give the same steps, whatever their order.
    """
    ordered = [entry for entry in chronological(entries) if (first_told(entry) or today) <= today]
    by_state: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(ordered):
        for state in {*entry.states, entry.place.partition(":")[0]} - {""}:
            by_state[state].append(place)
    found: list[Step] = []
    for entry in ordered:
        near = sorted({place for state in entry.states for place in by_state[state]})
        others = [ordered[place] for place in near if ordered[place].id != entry.id]
        found += history_steps(entry)
        for matcher in _MATCHERS.get(entry.kind, _OTHERS):
            found += matcher(entry, others, today)
    return found
