"""One name with offices that one person does not hold at once: a judge and a minister, an envoy and a speaker.

Names are all that linking knows of people, so that two of one name and state are one party. Such offices say that they
may be two; a person who knows tells them apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations

from dostyk.linking.offices import Office

COURT, EMBASSY, GOVERNMENT, SERVICE = "court", "embassy", "government", "service"
# the first that fits; an office at a court or a mission is none of the government, whatever else its title says
_BRANCHES = (
    (GOVERNMENT, r"minister of justice|justice minister|secretary of justice|(?:ministry|department) of justice"),
    (COURT, r"judge|magistrate|chief justice|justice of the|court|tribunal"),
    ("", r"at[- ]large|goodwill|roving|special|former|honorary|designate|counsell?or|first secretary|minister-"),
    (EMBASSY, r"ambassador|high commissioner|charg[eé] d.affaires|consul(?: general)?"),
    (SERVICE, r"(?:deputy|vice|assistant|under|state) ?-?(?:\w+ )?(?:minister|secretary|president|governor|mayor)"),
    (GOVERNMENT, r"minister|president|premier|chancellor|governor|mayor|speaker|senator|king|queen|emir"),
    (SERVICE, r"secretary|member of parliament|lawmaker|commander"),
)
_PATTERNS = tuple((branch, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for branch, words in _BRANCHES)
_NEVER_BOTH = frozenset(
    map(frozenset, ((COURT, EMBASSY), (COURT, GOVERNMENT), (COURT, SERVICE), (EMBASSY, GOVERNMENT)))
)
_MEANWHILE = timedelta(days=31)  # within which nobody changes from one branch to another


def perhaps_two(held: Iterable[Office]) -> list[tuple[Office, Office]]:
    """Pairs of offices of one name that are likely those of two people, by person."""
    of_one: dict[str, list[Office]] = defaultdict(list)
    for office in held:
        of_one[office.person.key].append(office)
    return [pair for key in sorted(of_one) for pair in combinations(of_one[key], 2) if _apart(*pair)]


def in_words(one: Office, other: Office) -> str:
    """The doubt as a person is asked about it."""
    return f"{one.person.key} is told of as {one.office} and as {other.office} at one time: one person, or two?"


def _apart(one: Office, other: Office) -> bool:
    return frozenset((_branch(one.office), _branch(other.office))) in _NEVER_BOTH and _at_once(one, other)


def _branch(office: str) -> str:
    return next((branch for branch, pattern in _PATTERNS if pattern.search(office)), "")


def _at_once(one: Office, other: Office) -> bool:
    """True where the days on which reports attest the one reach those of the other."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return max(one.first, other.first) <= min(one.last, other.last) + _MEANWHILE
