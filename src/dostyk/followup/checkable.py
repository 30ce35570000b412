"""Undertakings that can be checked, kept apart from courtesies by the rule of `docs/commitments.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dostyk.followup.targets import target_of
from dostyk.followup.words import content_words, first_word
from dostyk.linking.terms import Due
from dostyk.model import Entry

UNDERTAKING, COURTESY = "undertaking", "courtesy"
# verbs of deeds: somebody outside can see whether it was done
DEEDS = frozenset(
    """
    abolish adopt appoint approve assign begin broadcast build buy close commission complete conclude connect construct
    convene create deliver deploy designate dispatch draft eliminate establish exchange exempt expel export extend
    extradite finalise finalize finish found fund grant hand hire hold host implement import inaugurate initiate
    install introduce invest issue join launch lift meet name negotiate nominate open operate organise organize pay
    post prepare publish purchase ratify receive recruit release remove renew repay restart restore resume return
    schedule sell send set settle sign start station submit supply suspend test train transfer translate upgrade visit
    waive withdraw
""".split()
)
# verbs of measure: checkable where what is to grow can be counted
MEASURES = frozenset(
    """
    boost bring cut decrease double expand grow halve increase lower quadruple raise reduce treble triple
""".split()
)
# nouns that every courtesy has: a deed on these alone says nothing that could be seen
_GENERAL = frozenset(
    """
    action aspiration bond brotherhood collaboration confidence contact coordination cooperation dialogue effort
    engagement exchange friendship interest momentum partnership peace potential prosperity relation relationship
    solidarity stability step support tie trust understanding unity view work
""".split()
)
# verbs that are deeds only where what they make is a thing: `build a school`, not `build trust in the region`
_SHAPING = frozenset("build create establish meet pay prepare renew start".split())
_AIMLESS = re.compile(r"\b(?:build|start) (?:up)?(?:on|upon|back|with|at|from|together)\b", re.IGNORECASE)
_HEAD_ENDS = re.compile(
    r"[,;:(]|\b(?:in|on|for|to|with|between|among|that|which|by|from|of|across|through|against|as|while)\b",
    re.IGNORECASE,
)
# what makes a shaped thing better without making it seen
_PRAISE = frozenset(
    """
    better capacity clean condition demand deeper economy energy environment fair free future global good healthy health
    heavy inclusive lasting market more need open opportunity our price region regional resilience resiliency resilient
    secure security society solution stable stronger strong supply sustainable today way workforce world community chain
""".split()
)
_COUNTED = re.compile(r"\b(?:number|volume|amount|share|staff|flights?|frequency|quota|students?|scholarships?)\b")
_FEWEST = 1  # words of substance that a deed needs besides the general ones


@dataclass(frozen=True, slots=True)
class Check:
    """`undertaking` or `courtesy`, and the part of the rule that says so."""

    kind: str
    why: str

    @property
    def checkable(self) -> bool:
        """True for an undertaking."""
        return self.kind == UNDERTAKING


def check_of(entry: Entry, due: Due) -> Check:
    """Whether it could be seen, from outside and by a day to come, that this was or was not carried out."""
    verb = first_word(entry.what)
    if not entry.who:
        return Check(COURTESY, "it binds nobody by name")
    if target_of(entry) is not None:
        return Check(UNDERTAKING, "it names a figure to reach")
    substance = content_words(entry.what) - _GENERAL - {verb}
    if verb in _SHAPING and not _makes_a_thing(entry.what, verb):
        return Check(COURTESY, f"“{verb}” is no deed where what it is done to cannot be seen")
    if verb in DEEDS and len(substance) >= _FEWEST:
        return Check(UNDERTAKING, f"“{verb}” is a deed, and what it is done to is named")
    if verb in MEASURES and _COUNTED.search(entry.what.casefold()):
        return Check(UNDERTAKING, "it is to change something that is counted")
    if due.interval is not None and verb in DEEDS | MEASURES:
        return Check(UNDERTAKING, "it is a deed with a day")
    if verb in DEEDS:
        return Check(COURTESY, f"“{verb}” is a deed, but only general things are named")
    return Check(COURTESY, f"“{verb}” tells a direction or an attitude; nobody could say when it is done")


def _makes_a_thing(what: str, verb: str) -> bool:
    """False for `build on success` and `build cooperation in launch`: before any further phrase nothing is named."""
    if _AIMLESS.search(what):
        return False
    found = re.search(rf"\b{re.escape(verb)}\b", what, re.IGNORECASE)
    head = _HEAD_ENDS.split(what[found.end() :] if found else what)[0]
    return not content_words(head) or bool(content_words(head) - _GENERAL - _PRAISE)
