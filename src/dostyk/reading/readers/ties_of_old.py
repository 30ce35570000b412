"""Relations told of by how long there have been any: `relations which go back to 1980`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Interval, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.places import states_only
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Span

_SINCE = re.compile(
    r"\b(?:relations|ties|relationship)\b[^.;]{0,40}?\b(?:dat\w+|go|goes|going|went|reach\w*) back to "
    r"(?P<year>1[89]\d\d|20\d\d)\b"
    r"|\b(?:relations|ties)\b[^.;]{0,30}?\b(?:in place |established |begun )?since (?P<since>(?:[A-Z]\w+ )?\d)"
)
_GOING_BACK = Frame(id="relations-since", kind="relations")


def read_going_back(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`relations which go back to 1980`: established then."""
    found = _SINCE.search(sentence.text)
    if not found:
        return
    at = sentence.doc.char_span(
        sentence.span.start_char + found.start(), sentence.span.start_char + found.end(), alignment_mode="expand"
    )
    if at is None:
        return
    sides = _sides_of_ties(context, sentence, at)
    when = _since_when(context, sentence, at, found)
    if len(sides) < 2 or when is None:
        return
    match = Match(_GOING_BACK, at[0], sentence, {}, [], [])
    yield draft(match, sides, what="diplomatic relations established", date=when, date_basis="explicit", flags=(),
                status="happened", detail=Detail(level="diplomatic relations"))  # fmt: skip


def _sides_of_ties(context: Context, sentence: Sentence, at: Span) -> list[Mention]:
    """The two states whose ties a sentence speaks of: its subject's, those between whom they are, else the report's."""
    around = Around(context, sentence, at[0])
    before = [c for c in around.chunks if c.end <= at[0].i]
    for group in (around.after("between", "of", "with", reach=8), around.left(), before):
        named = states_only(mentions_of(group))
        if len(named) == 2:
            return named
    return [context.mention(Party(code), at[0]) for code in context.reference.sides(at[0])]


def _since_when(context: Context, sentence: Sentence, at: Span, found: re.Match[str]) -> Interval | None:
    """The time that ties go back to: as the text's dates were read, else the year as written."""
    end = at[-1].i
    near = [w.interval for w in context.times(sentence) if w.start <= end < w.end]
    year = found.group("year")
    return near[0] if near else Interval.year(int(year)) if year else None
