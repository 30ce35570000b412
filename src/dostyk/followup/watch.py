"""Watches: filters that a user keeps, and what is new for each since it was last asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from dostyk.followup.answer import UNDATED
from dostyk.followup.steps import Step
from dostyk.linking.named import bearing
from dostyk.model import Entry, content_id


@dataclass(frozen=True)
class Watch:
    """A filter under a name. `states` all take part, `person` is part of a name or a key, `kinds` and `fields` are
    choices; what is empty lets everything through. `seen` maps ids to what was told of them last."""

    name: str
    states: tuple[str, ...] = ()
    person: str = ""
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)

    def wants(self, entry: Entry) -> bool:
        """True for an entry that passes the filter."""
        touched = {*entry.states, entry.place.partition(":")[0]}
        named = not self.person or any(map(bearing(self.person), entry.parties))
        return (
            set(self.states) <= touched
            and named
            and (not self.kinds or entry.kind in self.kinds)
            and (not self.fields or entry.detail.field in self.fields)
        )


@dataclass(frozen=True, slots=True)
class News:
    """Something new: `change` is `new`, `changed` or a step; `id` is the entry's, `day` that of its last report (ISO,
    may be empty), `mark` what will be remembered of it."""

    watch: str
    change: str
    id: str
    day: str
    text: str
    mark: str


def mark_of(entry: Entry) -> str:
    """What is remembered of an entry: it changes with status, date, place and what is promised, not with ids."""
    day = entry.date.iso if entry.date else ""
    flags = ",".join(entry.flags)
    return content_id("m", entry.status, flags, day, entry.place, entry.what, entry.detail.given())


def news(watch: Watch, entries: Iterable[Entry], steps: Iterable[Step]) -> list[News]:
    """What a watch has not told yet: entries first, then steps, each in order of time."""
    found, wanted = [], {entry.id: entry for entry in entries if watch.wants(entry)}
    for entry in wanted.values():
        mark, before = mark_of(entry), watch.seen.get(entry.id)
        if mark != before:
            change = "changed" if before else "new"
            found.append(News(watch.name, change, entry.id, _day(entry), _text(entry), mark))
    for step in steps:
        if step.subject.id in wanted and step.id not in watch.seen and step.evidence.id != step.subject.id:
            text = f"{_text(step.subject)} ({'; '.join(step.why)})"
            found.append(News(watch.name, f"step: {step.to}", step.subject.id, _day(step.evidence), text, step.id))
    return found


def told(watch: Watch, found: Sequence[News]) -> Watch:
    """The watch after all this was told."""
    seen = dict(watch.seen)
    for one in found:
        seen[one.mark if one.change.startswith("step") else one.id] = one.mark
    return Watch(watch.name, watch.states, watch.person, watch.kinds, watch.fields, seen)


def _day(entry: Entry) -> str:
    return max((a.published for a in entry.anchors if a.published != UNDATED), default="")


def _text(entry: Entry) -> str:
    who = ", ".join(party.name or party.key for party in entry.who)
    whom = ", ".join(party.name or party.key for party in entry.whom)
    status = f" {entry.status}" if entry.status != "happened" else ""
    day = f", {entry.date.iso}" if entry.date else ""
    sides = " → ".join(part for part in (who, whom) if part)
    return f"{entry.kind}{status}{day}: {sides}: {entry.detail.instrument or entry.what}"


def to_json(watches: Iterable[Watch]) -> list[dict[str, Any]]:
    """Plain values that `from_json` reads back."""
    return [asdict(watch) for watch in watches]


def from_json(rows: Any) -> list[Watch]:
    """The watches of plain values. Raises ValueError where they are none."""
    try:
        return [
            Watch(str(r["name"]), tuple(r["states"]), str(r["person"]), tuple(r["kinds"]), tuple(r["fields"]),
                  {str(k): str(v) for k, v in r["seen"].items()})
            for r in rows
        ]  # fmt: skip
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("these are no watches") from error
