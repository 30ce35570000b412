"""Who holds which office, as reports attest it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dostyk.linking.posts import is_head_of_mission, post_at, send_commissioners
from dostyk.linking.titles import as_shown, is_unique, office_name, posts_of, qualifiers
from dostyk.model import PERSON, Entry, Interval, Party

ATTESTING = ("office", "appointment")  # kinds of entries that say who holds an office
_END = "end of term"  # how the end of a term of office is told of
_COMMONWEALTH = ("Ambassador to", "High Commissioner to")


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held from the first to the last day that reports attest; `current` where no other is
    attested later in an office that has one holder at a time. `entries` are the entries that say so. `until` is the
    day before the next holder of such an office that reports know, the `successor`, is attested: by then at the latest
    it was another's; or the day on which a report says that the term ended. `basis` are the entries that say that."""

    person: Party
    office: str
    state: str
    first: date | None
    last: date | None
    current: bool
    entries: tuple[str, ...]
    until: date | None = None
    successor: Party | None = None
    basis: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """State and office, however reports put it."""
        return self.state, office_name(self.office, self.state)


def offices(entries: Iterable[Entry], until: date = date.max) -> tuple[Office, ...]:
    """All offices that entries attest by a day, by state, office, first day and person. Envoys hold a post at each
    state to which they are sent; that they were appointed, or handed over their credentials, attests it too."""
    found: dict[tuple[str, str, Party], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.id):
        for state, name, person in _told_of(entry):
            found[state, name, person].append(entry)
    held = [_office(state, name, person, group, until) for (state, name, person), group in found.items()]
    told = [office for office in held if office.first or until == date.max]
    return tuple(sorted(_all_closed(_settle(told)), key=_order))


def _order(office: Office) -> tuple[str, str, str, str]:
    return office.state, office.office, office.first.isoformat() if office.first else "", office.person.key


def office_state(entry: Entry) -> str:
    """The state whose office an entry tells of; empty for an entry of another kind."""
    if entry.kind not in ATTESTING or not entry.who:
        return ""
    return (entry.place.partition(":")[0] if entry.kind == "office" else "") or entry.who[0].state


def _told_of(entry: Entry) -> Iterator[tuple[str, str, Party]]:
    """State, office and person of the offices that an entry tells of."""
    state = office_state(entry)
    if not state or entry.status in ("denied", "cancelled"):
        return
    if entry.kind == "office":
        for name in posts_of(_told(entry), state) or (office_name(_told(entry), state),):
            yield state, name, entry.who[0]
    elif entry.who[0].kind == PERSON and entry.status in ("happened", "ongoing") and _is_envoys(_told(entry)):
        for name in filter(None, dict.fromkeys(map(post_at, entry.whom))):
            yield state, name, entry.who[0]


def _is_envoys(post: str) -> bool:
    return is_head_of_mission(post) and not qualifiers(post)


def _told(entry: Entry) -> str:
    return entry.detail.post or entry.what


def _ends(entry: Entry) -> bool:
    return entry.kind == "appointment" and entry.what.startswith(_END)


def _office(state: str, name: str, person: Party, group: list[Entry], until: date) -> Office:
    """`current` is settled when all holders are known; what is told as background was held once."""
    days = sorted(day for entry in group for day in _attested(entry) if day <= until)
    shown = _shown(name, state, group)
    held_now = any("background" not in entry.flags for entry in group)
    held_now = held_now and not shown.lower().startswith(("former ", "ex-", "late "))
    first, last = (days[0], days[-1]) if days else (None, None)
    ended = [entry for entry in group if _ends(entry) and last in _attested(entry)]
    return Office(person, shown, state, first, last, held_now and not ended, tuple(entry.id for entry in group),
                  until=last if ended else None, basis=tuple(entry.id for entry in ended))  # fmt: skip


def _shown(name: str, state: str, group: list[Entry]) -> str:
    """An office that one holds at a time under its usual name, another as it is told of."""
    if not is_unique(name, state):
        return max(as_shown(_told(entry), state) for entry in group)
    called_so = any("high commissioner" in _told(entry).lower() for entry in group)
    if all(entry.kind == "appointment" for entry in group):  # which tells of all heads of mission as ambassadors
        called_so = called_so or send_commissioners(state, name)
    return name.replace(*_COMMONWEALTH, 1) if called_so else name


def _attested(entry: Entry) -> list[date]:
    """Days on which reports say that the person holds it: when they were published, the day from which it is held,
    and of a term with both ends its last day; of an envoy the day of the appointment, or of its end."""
    if entry.kind == "appointment":
        day = entry.date.low if entry.date and entry.date.precision == "day" else entry.first_told
        return [day] if day else []
    days = [date.fromisoformat(day) for day, status, _ in entry.history if day and status in ("ongoing", "happened")]
    if "background" in entry.flags:
        days = []
    told = [Interval.parse(version.value) for version in entry.versions.get("date", ())]
    told = [entry.date] if "date" in entry.corrected and entry.date else told
    return [*days, *(span.low for span in told), *(span.high for span in told if span.precision == "interval")]


def _all_closed(held: Iterable[Office]) -> list[Office]:
    """The offices with `until` set where a later holder closed them, in the order given."""
    listed = list(held)
    rivals: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in listed:
        if office.first and is_unique(office.office, office.state):
            rivals[office.key].append(office)
    return [_closed(office, rivals.get(office.key, [])) for office in listed]


def _closed(office: Office, rivals: Iterable[Office]) -> Office:
    """Closed by the first who is attested in it after the holder was for the last time."""
    after = [(day, other) for other in rivals if other.person != office.person and (day := _after(office, other))]
    if not after:
        return office
    day, successor = min(after, key=lambda found: (found[0], found[1].person))
    before = office.until or day - timedelta(days=1)
    basis = office.basis or successor.entries
    return replace(office, until=before, successor=successor.person, basis=basis)


def _after(office: Office, other: Office) -> date | None:
    """The first day known on which the other is attested after the last of this one, if there is one."""
    if not (office.last and other.first and other.last) or other.last <= office.last:
        return None
    return other.first if other.first > office.last else other.last


def _settle(held: list[Office]) -> list[Office]:
    """An office that a state gives to one person at a time is held by the last that is attested in it."""
    last: dict[tuple[str, str], date] = {}
    for office in held:
        last[office.key] = max(last.get(office.key, date.min), office.last or date.min)
    return [
        replace(office, current=False)
        if is_unique(office.office, office.state) and (office.last or date.min) < last[office.key]
        else office
        for office in held
    ]
