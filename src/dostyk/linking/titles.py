"""Offices under one name: `Vietnamese PM` and `Prime Minister of Viet Nam` are the Prime Minister."""

from __future__ import annotations

import re
from functools import lru_cache

from dostyk.linking.posts import posts
from dostyk.reference import load_reference

_QUALIFIERS = frozenset(
    ("acting", "assistant", "associate", "caretaker", "deputy", "designate", "elect", "ex", "first", "former",
     "honorary", "interim", "late", "outgoing", "shadow", "under", "vice")
)  # fmt: skip
# who leads a party, with the party's name and committee before it or behind: `General Secretary of the Workers' Party
# Central Committee`, `Communist Party General Secretary`
_OF_PARTY = re.compile(
    r"^(?!.*\b(?:Youth|Union|Province|Provincial|Deputy|Former)\b)(?:.*\b(?:Party|Central Committee)(?:['’]s)? "
    r"General Secretary$|General Secretary of .*\b(?:Party|Central Committee)\b)"
)
_LEADER = "General Secretary"
_JOINT = re.compile(r",|–|—|/| and | & ")
_BETWEEN = re.compile(r"\s*[,–—/]\s*(?:and\s+)?|\s+(?:and|&|-)\s+|(?<=Deputy Prime Minister)\s+")


def qualifiers(office: str) -> frozenset[str]:
    """Words that make another office of one: deputy, acting, designate, former."""
    return _QUALIFIERS.intersection(re.findall(r"[a-z]+", office.lower()))


@lru_cache(maxsize=32768)
def office_name(office: str, state: str) -> str:
    """The office without the name of its state, under the name that the reference data gives it, if any; two offices
    of one person each under its own: `Deputy Prime Minister – Minister of Foreign Affairs`."""
    if _OF_PARTY.match(office) and is_unique(_LEADER, state):
        return _LEADER
    bare = _without_state(office, state)
    sent_to = posts_of(office, state)
    return _listed(bare) or (sent_to[0] if len(sent_to) == 1 else "") or _both(bare) or bare


def posts_of(office: str, state: str) -> tuple[str, ...]:
    """The posts of a head of mission that the office comes to, one for each state or body; none of another office, or
    of one who deputises, was or is to be it."""
    return () if qualifiers(office) else posts(_without_state(office, state), state)


def _listed(office: str) -> str:
    """The usual name of an office; empty where none is listed."""
    titles = load_reference().find_title(office)
    return titles[0].name if titles else ""


def _both(office: str) -> str:
    """The usual names of two offices that are held together; empty where the words are not two that are listed."""
    for between in _BETWEEN.finditer(office):
        first, second = _listed(office[: between.start()]), _listed(office[between.end() :])
        if first and second:
            return f"{first} and {second}"
    return ""


def as_shown(office: str, state: str) -> str:
    """An office as a report puts it, but for a name of its state before it (`Canada's High Commissioner`); two that it
    puts side by side under their usual names."""
    named = "|".join(map(re.escape, _state_names(state)))
    bare = re.sub(rf"^(?:the\s+)?(?:{named})(?:['’]s?)?\s+", "", office.strip()) if named else office.strip()
    joined = _JOINT.search(bare) is not None
    return ("" if joined else _both(bare)) or bare or office.strip()


def is_unique(office: str, state: str) -> bool:
    """Whether the state has one holder of the office at a time; False for offices that are not known."""
    if len(posts_of(office, state)) == 1:
        return True
    return load_reference().is_unique_office(office_name(office, state), state)


def _without_state(office: str, state: str) -> str:
    named = "|".join(map(re.escape, _state_names(state)))
    if not named:
        return office.strip()
    bare = re.sub(rf"(?:,|\bof|\bof the|\bthe)?\s*(?<!\w)(?:{named})(?:['’]s?)?(?!\w)", " ", office)
    bare = " ".join(bare.split()).strip(" ,")
    return re.sub(r"(?:\s+of(?:\s+the)?)+$", "", bare) or office.strip()


def _state_names(state: str) -> list[str]:
    """What a state and its people are called, the longest first."""
    record = load_reference().states.get(state)
    names = {record.formal, record.name, *record.demonyms, *record.people} if record else set()
    return sorted(filter(None, names), key=lambda name: (-len(name), name))
