"""How alike the words are by which two claims of one kind tell of a thing."""

from __future__ import annotations

import re

from dostyk.linking.rules import QUOTED, TELLING_WORDS
from dostyk.linking.texts import (
    counted_alike,
    described_alike,
    is_joint,
    likeness,
    named_shortly,
    same_indicator,
    same_summit,
    same_words,
    telling,
)
from dostyk.linking.titles import qualifiers
from dostyk.linking.view import View

_JOINT = 0.8  # two states make one joint statement on a day, whatever reports say it is about
_OCCASIONS = 0.6
_OCCASION = re.compile(
    r"\b(?:attend(?:ing)?|join(?:ing)?|address(?:ing)?|sp(?:eak|eaking) at|(?:be|being) (?:present|a guest) at"
    r"|(?:take|taking) part in|participat(?:e|ing) in)\s+(?P<what>.+)",
    re.IGNORECASE,
)
_NAMED = 0.85  # one gathering or agreement of a day, named in full and in short, or described


def words_alike(one: View, other: View) -> float:
    """How alike the words of two claims of one kind are, 0 to 1."""
    if one.kind in QUOTED:
        return 1.0 if _copied(one, other) or _counts_the_same(one, other) else 0.0
    if one.kind == "commitment" and min(telling(one.text), telling(other.text)) < TELLING_WORDS:
        return 1.0 if same_words(one.quote, other.quote) and one.text == other.text else 0.0
    if one.kind == "office" and qualifiers(one.text) != qualifiers(other.text):
        return 0.0
    if one.kind == "signing" and (of_one_day := _of_one_day(one, other)):
        return max(of_one_day, likeness(one.text, other.text))
    if one.kind == "ratification" and one.planned != other.planned and named_shortly(one.text, other.text, 1):
        return max(_NAMED, likeness(one.text, other.text))  # `the visa agreement will enter into force`
    if one.kind == "ratification" and one.date and other.date and one.date.overlaps(other.date):
        if named_shortly(one.text, other.text):
            return max(_NAMED, likeness(one.text, other.text))
    if one.kind == "gathering" and one.date and other.date and one.date.overlaps(other.date):
        if named_shortly(one.text, other.text) or same_summit(one.text, other.text):
            return max(_NAMED, likeness(one.text, other.text))
    if one.kind == "invitation" and _to_other_occasions(one.text, other.text):
        return 0.0
    if not one.text and not other.text:
        return 0.6
    if not one.text or not other.text:
        return 0.5
    return likeness(one.text, other.text)


def _to_other_occasions(one: str, other: str) -> bool:
    """True where both invitations are to something by name, and not to the same: a summit, a forum."""
    first, second = _OCCASION.search(one), _OCCASION.search(other)
    if not (first and second):
        return False
    named = first["what"], second["what"]
    return not named_shortly(*named) and likeness(*named) < _OCCASIONS


def _of_one_day(one: View, other: View) -> float:
    """How alike the names of what two sides signed at one time are, however they are worded; 0 where that says
    nothing."""
    if not (one.date and other.date and one.date.overlaps(other.date)):
        return 0.0
    if one.date == other.date and is_joint(one.text) and is_joint(other.text):
        return _JOINT
    alike = (named_shortly, counted_alike, described_alike)
    return _NAMED if any(like(one.text, other.text) for like in alike) else 0.0


def _copied(one: View, other: View) -> bool:
    """True where two statements or figures are the same part of the same sentence."""
    mine, yours = one.claim.detail, other.claim.detail
    if mine.stance != yours.stance or mine.value != yours.value or not same_words(one.quote, other.quote):
        return False
    return one.text == other.text or likeness(one.text, other.text) >= 0.75


def _counts_the_same(one: View, other: View) -> bool:
    """Figures of two reports for one thing and one period, whether they agree or not."""
    if one.kind != "figure" or one.claim.report == other.claim.report or one.planned != other.planned:
        return False
    return one.date is not None and one.date == other.date and same_indicator(one.text, other.text)
