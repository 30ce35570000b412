"""The terms of an undertaking: when it is due, what it aims at, in which field, under which condition."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail
from dostyk.reading.conditions import condition_of
from dostyk.reading.context import Context
from dostyk.reading.periods import period_of
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Token

_DUE = frozenset(("by", "within", "until", "before"))
_TARGET = re.compile(
    r"(?:\b(?:US|A|NZ|C)?\s?[$€£¥]\s?)?\b\d[\d,.]*\s*"
    r"(?:per\s?cent|%|(?:million|billion|trillion|bn|mn|bln|mln)\b(?:\s+(?:US |Canadian |Australian )?"
    r"(?:dollars?|euros?|pounds|yuan|yen|won|rupees|tenge|dong|doses|tonnes|tons|barrels|scholarships|students|tourists"
    r"|visitors|people|(?-i:[A-Z]{3})\b))?"
    r"|dollars|euros|tonnes|tons|MW|barrels)",
    re.I,
)
# `double tourist arrivals to 200,000`, unlike `raise trade to 2030` and `cut the levy to 5 from 10 May`
_NUMBER = re.compile(
    r"^(?:raise|increase|double|triple|quadruple|expand|boost|bring|lift|grow|enlarge|take|cut|reduce|lower|limit|halve)\b"
    r".*?\bto (?:(?:about|around|some|nearly|over|at least|more than|up to) )?"
    r"(?!(?:19|20)\d\d\b)(\d{1,3}(?:,\d{3})+|\d+)\b(?![.,]\d|[ -](?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|per|%|million|billion))",
    re.I,
)
_TO = re.compile(r"\b(?:to|reach|reaching|of)\s*(?:(?:about|around|some|nearly|over|at least|more than)\s*)?$", re.I)
_PROVIDED = re.compile(r"\b(?:provided (?:that )?|on (?:the )?condition (?:that )?|subject to |as long as )[^.;]+")


def terms_of(context: Context, sentence: Sentence, act: Token, what: str) -> Detail:
    """The details of one action: only what its own clause says."""
    words = act.doc[act.left_edge.i : act.right_edge.i + 1].text
    target = _target(what) or _target(words)
    return Detail(
        due=_due(context, sentence, act),
        target=target,
        field=field_of(what),
        conditions=_conditions(act),
        period=period_of(context, sentence, range(act.left_edge.i, act.right_edge.i + 1)),
    )


def _target(text: str) -> str:
    """The amount behind `to`, for the one before it may tell how things stand (`which totalled X, to Y`); of what is
    counted the number."""
    found = list(_TARGET.finditer(text))
    aimed = next((m for m in found if _TO.search(text[: m.start()])), None)
    if aimed is None and (number := _NUMBER.search(text)) is not None:
        return number[1]
    return (aimed or found[0]).group().strip() if found else ""


def _due(context: Context, sentence: Sentence, act: Token) -> str:
    inside = range(act.left_edge.i, act.right_edge.i + 1)
    for when in context.times(sentence):
        if (
            when.relation in _DUE
            and not _of_an_aside(when.token, act)
            and (when.token.i in inside or len(context.times(sentence)) == 1)
        ):
            return when.interval.iso
    return ""


def _of_an_aside(token: Token, act: Token) -> bool:
    """`sign accords aimed at a return to the Moon by 2030`: the day is that of what qualifies a noun of the action."""
    if act not in token.ancestors:
        return False
    path = [token, *(t for t in token.ancestors if t.i > act.i and act in t.ancestors)]
    return any(t.dep_ == "acl:relcl" or (t.dep_ == "acl" and t.tag_ in ("VBN", "VBG", "VBD")) for t in path)


def field_of(text: str) -> str:
    """The field of cooperation whose words a text holds first; empty where it holds none."""
    best: tuple[int, str] | None = None
    for name, pattern in _patterns():
        found = pattern.search(text)
        if found and (best is None or found.start() < best[0]):
            best = (found.start(), name)
    return best[1] if best else ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (f.name, re.compile(r"\b(?:" + "|".join(map(re.escape, f.keywords)) + r")(?:s|es)?\b", re.I))
        for f in load_reference().fields
    )


def _conditions(act: Token) -> str:
    for child in act.subtree:
        if child.dep_ in ("advcl", "obl") and any(c.lower_ == "once" and c.dep_ == "mark" for c in child.children):
            return _words(child)
        found = condition_of(child)
        if found is not None and found.sent.start < found.i:
            return _words(found)
    behind = _PROVIDED.search(act.doc[act.i : act.sent.end].text)
    return behind.group().strip(" ,") if behind is not None else ""


def _words(head: Token) -> str:
    return str(head.doc[head.left_edge.i : head.right_edge.i + 1].text.strip(" ,;"))
