"""The terms of an undertaking: when it is due, what it aims at, in which field, under which condition."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail
from dostyk.reading.context import Context
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Token

_DUE = frozenset(("by", "within", "until", "before"))
_TARGET = re.compile(
    r"(?:\b(?:US|A|NZ|C)?\s?[$€£¥]\s?)?\b\d[\d,.]*\s*"
    r"(?:per\s?cent|%|(?:million|billion|trillion)(?:\s+[a-z]+)?|dollars|euros|tonnes|tons|MW|barrels)",
    re.I,
)
_CONDITION = frozenset(["if", "provided", "unless", "once", "upon", "subject"])


def terms_of(context: Context, sentence: Sentence, act: Token, what: str) -> Detail:
    """The details of one action: only what its own clause says."""
    words = act.doc[act.left_edge.i : act.right_edge.i + 1].text
    target = _TARGET.search(what) or _TARGET.search(words)
    return Detail(
        due=_due(context, sentence, act),
        target=target.group().strip() if target else "",
        field=field_of(what),
        conditions=_conditions(act),
    )


def _due(context: Context, sentence: Sentence, act: Token) -> str:
    inside = range(act.left_edge.i, act.right_edge.i + 1)
    for when in context.times(sentence):
        if when.relation in _DUE and (when.token.i in inside or len(context.times(sentence)) == 1):
            return when.interval.iso
    return ""


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
        if child.dep_ in ("advcl", "obl") and any(
            c.lower_ in _CONDITION and c.dep_ in ("mark", "case", "advmod") for c in child.children
        ):
            return act.doc[child.left_edge.i : child.right_edge.i + 1].text.strip(" ,;")
    return ""
