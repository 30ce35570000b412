"""How long a visit lasts where its days are told apart: `arrived on Monday for a three-day visit`, `the visit from
4 to 6 May` said of one that begins on Sunday."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from dostyk.model import Interval
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft

if TYPE_CHECKING:
    from dostyk.language.document import Sentence

_COUNTS = dict(zip("two three four five six seven eight nine ten".split(), range(2, 11), strict=True))
_LENGTH = re.compile(
    r"\b(\d{1,2}|" + "|".join(_COUNTS) + r")[- ]days?\b(?:[ -][\w’'-]+){0,4}?[ -](?:visit|trip|tour|stay)\b", re.I
)
_STAYS = frozenset("visit trip tour stay".split())
_LAST_DAY = frozenset("conclude end finish wrap complete leave depart return".split())
_NEAR = 2  # sentences
_LONGEST = 21  # days; a longer stretch beside the word is no visit's


def whole_visits(context: Context, drafts: list[Draft]) -> None:
    """Give a visit of which only the first day is known all its days, where the report says them or how many."""
    for draft in drafts:
        if draft.kind != "visit" or draft.date is None or draft.date.precision != "day":
            continue
        days = _named_days(context, draft) or _counted(context, draft)
        if days is not None:
            draft.date = days


def _named_days(context: Context, draft: Draft) -> Interval | None:
    """Days told beside the word in another sentence that begin on the day of the visit."""
    for sentence in context.document.sentences:
        if not {t.lemma_.lower() for t in sentence.span} & _STAYS:
            continue
        for when in context.times(sentence):
            days = when.interval
            if days.precision == "interval" and draft.date is not None and days.low == draft.date.low:
                if (days.high - days.low).days <= _LONGEST:
                    return days
    return None


def _counted(context: Context, draft: Draft) -> Interval | None:
    """As many days as the report gives the visit, from its first one on."""
    day = draft.date
    said = [draft.sentence, *(s for s in context.document.sentences if _tells_of(context, s, draft))]
    found = next((m for s in said if (m := _LENGTH.search(s.text))), None)
    if found is None or day is None or {t.lemma_ for t in draft.sentence.span} & _LAST_DAY:
        return None
    count = _COUNTS.get(found[1].lower()) or int(found[1])
    return Interval.between(day.low, day.low + timedelta(days=count - 1)) if 1 < count <= _LONGEST else None


def _tells_of(context: Context, sentence: Sentence, draft: Draft) -> bool:
    """True for a sentence near that of the visit, before or behind it, that names a visitor first or nobody."""
    if sentence.field != "text" or abs(sentence.index - draft.sentence.index) > _NEAR:
        return False
    first = next((n.person for n in context.people.in_sentence(sentence) if n.person is not None), None)
    return first is None or first.party in [m.party for m in draft.who]
