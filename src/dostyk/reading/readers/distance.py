"""Talks whose means are told only afterwards: `held talks on Monday. The meeting took place by video link.`"""

from __future__ import annotations

import re

from dostyk.reading.context import Context
from dostyk.reading.match import Match

_TALKS = "(?:talks|meeting|conversation|discussions?|consultations|negotiations|dialogue|exchange)"
_BY_MEANS = r"(?:by|over|via|through|in|on)(?: \w+)? ?(?:tele|video ?|web)?(?:phone|conference\w*|link|call)"
_HELD = "(?:was|were|is|are|has been|have been|took place|takes place)(?: being)?(?: held| conducted| organi[sz]ed)?"
_AT_A_DISTANCE = re.compile(
    rf"(?:The|Their|This)(?: [a-z-]+)? {_TALKS} {_HELD} (?:virtual(?:ly)?|online|{_BY_MEANS})\b"
)


def at_a_distance(match: Match, context: Context) -> bool:
    """True where this sentence or the next one says of the talks that they were held by telephone or video."""
    here = match.sentence
    near = (s for s in context.document.around(here, behind=1) if s.field == here.field)
    return match.frame.kind == "meeting" and any(_AT_A_DISTANCE.match(s.text) for s in near)
