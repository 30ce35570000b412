"""Offices under one name: `Vietnamese PM` and `Prime Minister of Viet Nam` are the Prime Minister."""

from __future__ import annotations

import re
from functools import lru_cache

from dostyk.reference import load_reference

_QUALIFIERS = frozenset(
    ("acting", "assistant", "associate", "caretaker", "deputy", "designate", "elect", "ex", "first", "former",
     "honorary", "interim", "late", "outgoing", "shadow", "under", "vice")
)  # fmt: skip


def qualifiers(office: str) -> frozenset[str]:
    """Words that make another office of one: deputy, acting, designate, former."""
    return _QUALIFIERS.intersection(re.findall(r"[a-z]+", office.lower()))


@lru_cache(maxsize=32768)
def office_name(office: str, state: str) -> str:
    """The office without the name of its state, under the name that the reference data gives it, if any."""
    bare = _without_state(office, state)
    titles = load_reference().find_title(bare)
    return titles[0].name if titles else bare


def is_unique(office: str, state: str) -> bool:
    """Whether the state has one holder of the office at a time; False for offices that are not known."""
    return load_reference().is_unique_office(office_name(office, state), state)


def _without_state(office: str, state: str) -> str:
    record = load_reference().states.get(state)
    if record is None:
        return office.strip()
    names = sorted({record.formal, record.name, *record.demonyms, *record.people}, key=len, reverse=True)
    named = "|".join(re.escape(name) for name in names if name)
    bare = re.sub(rf"(?:,|\bof|\bof the|\bthe)?\s*(?<!\w)(?:{named})(?:['’]s?)?(?!\w)", " ", office)
    bare = " ".join(bare.split()).strip(" ,")
    return re.sub(r"(?:\s+of(?:\s+the)?)+$", "", bare) or office.strip()
