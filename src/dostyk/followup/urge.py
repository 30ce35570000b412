"""Talking points for the next meeting: what is open between two states, what was seen of it, and what one could say."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dostyk.followup.answer import first_told
from dostyk.followup.commitments import JOINT, CommitmentState
from dostyk.followup.names import named, state_name
from dostyk.followup.record import Record
from dostyk.followup.steps import DONE, PARTLY, STARTED, Step
from dostyk.model import Entry, Interval

_BEARING = 3  # figures and restatements that a talking point tells of
_WAY = (STARTED, PARTLY, DONE)
_NOUNS = {"visit": "a visit", "signing": "a signing", "opening": "an opening", "figure": "a figure",
          "appointment": "an appointment", "commitment": "a later undertaking"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """Something seen since: its day (ISO, may be empty), what it is, and whether a person has settled it."""

    day: str
    text: str
    settled: bool
    entry: str


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """One open commitment: its words, who owes it, its term, who told of it, what was seen since, a line to say.

    `line` is a suggestion. Nothing is sent by the program.
    """

    entry: str
    side: str
    words: str
    made: str
    due: str
    overdue: bool
    sources: tuple[str, ...]
    seen: tuple[Seen, ...]
    line: str


def talking_points(
    record: Record, among: Collection[str], sources: Mapping[str, tuple[str, ...]], own: str = ""
) -> list[TalkingPoint]:  # fmt: skip
    """Open undertakings whose entries are `among` these ids: overdue first, then by term, then the oldest.

    `sources` gives, for the id of an entry, the reports that tell of it in words; `own` is the code of the side that is
    to speak. Without it both sides are called by name.
    """
    wanted = [state for state in record.undertakings() if state.open and state.entry.id in among]
    wanted.sort(key=lambda state: (not state.overdue, _key(state.due), _key(state.entry.date), state.entry.id))
    return [_point(state, sources.get(state.entry.id, ()), record.today, own) for state in wanted]


def _key(days: Interval | None) -> str:
    return days.high.isoformat() if days else "9999"


def _point(state: CommitmentState, sources: tuple[str, ...], today: date, own: str) -> TalkingPoint:
    entry, due = state.entry, state.due
    steps = _worth_telling(state)
    seen = tuple(_seen(step, step in state.standing.settled) for step in steps)
    told = first_told(entry)
    return TalkingPoint(
        entry=entry.id,
        side=state.side,
        words=entry.what,
        made=entry.date.iso if entry.date else told.isoformat() if told else "",
        due=due.iso if due else "",
        overdue=state.overdue,
        sources=sources,
        seen=seen,
        line=_line(state, steps, seen, today, own),
    )


def _seen(step: Step, settled: bool) -> Seen:
    evidence = step.evidence
    day = evidence.date.iso if evidence.date else ""
    ahead = ", announced" if evidence.status in ("scheduled", "proposed") else ""
    return Seen(day, f"{step.to}: {_named(evidence)}{ahead} ({'; '.join(step.why)})", settled, evidence.id)


def _named(evidence: Entry) -> str:
    """What was seen, in the words of the reports; of an envoy the name, of a figure a value that the words lack."""
    what = evidence.detail.instrument or evidence.what or _NOUNS.get(evidence.kind, evidence.kind)
    if evidence.kind == "appointment":
        return f"{named(evidence.who)}, {what}"
    value = evidence.detail.value if evidence.kind == "figure" else ""
    told = set(re.findall(r"\w+", what.casefold())) >= set(re.findall(r"\w+", value.casefold()))
    return what if told else f"{what}, {value}"


def _worth_telling(state: CommitmentState) -> list[Step]:
    """All steps that move it or that people settled; of figures and restatements the last few."""
    stands = state.standing
    bearing = [step for step in stands.proposed if not step.moves][-_BEARING:]
    return [step for step in stands.seen if step.moves or step in stands.settled or step in bearing]


def _line(state: CommitmentState, steps: Sequence[Step], seen: Sequence[Seen], today: date, own: str) -> str:
    """A sentence to say, in the tone of the case: thanks where something moved, a question where nothing did."""
    subject = f"{_who(state, own)} to {re.sub('^to ', '', state.entry.what)}"
    when = f", due by {state.due.high.isoformat()}" if state.due and not _says(state.entry.what, state.due) else ""
    if own and state.side == own:
        last = (
            f"The last that reports show of it is: {_short(seen[-1])}." if seen else "No report shows anything of it."
        )
        return f"{_head(subject)}{when}. {last} Be ready to say where it stands."
    if state.standing.settled:
        return f"We note with thanks what has been done since {subject}{when}. What remains, and by when?"
    moving = [number for number, step in enumerate(steps) if step.moves]
    if moving:
        farthest = max(moving, key=lambda number: (_reached(steps[number]), number))
        return f"Since {subject}{when}, we have seen: {_short(seen[farthest])}. Could you confirm where this stands?"
    if seen:
        return f"{_head(subject)}{when}. The last that we have seen of it is: {_short(seen[-1])}. Are we on course?"
    if state.overdue and state.due:
        days = (today - state.due.high).days
        return f"{_head(subject)}{when}. That was {days:,} days ago and we have seen nothing of it; what is in its way?"
    ask = "Which day could we name?" if not state.due else "Is it on course?"
    return f"{_head(subject)}{when}. We have seen no report of it since. {ask}"


def _reached(step: Step) -> int:
    """How far a step brings a commitment; what is not on the way from started to done says nothing of that."""
    return _WAY.index(step.to) if step.to in _WAY else -1


def _who(state: CommitmentState, own: str) -> str:
    if state.side == JOINT:
        return "we agreed"
    if own:
        return "we undertook" if state.side == own else "you undertook"
    return f"{state_name(state.side) or named(state.entry.who)} undertook"


def _says(words: str, due: Interval) -> bool:
    """True where the words give the term themselves: `bring trade to 2 billion by 2030`."""
    return due.precision == "year" and str(due.high.year) in words


def _short(seen: Seen) -> str:
    what = seen.text.partition(" (")[0].partition(": ")[2]
    return f"{what} ({seen.day})" if seen.day else what


def _head(text: str) -> str:
    return text[:1].upper() + text[1:]
