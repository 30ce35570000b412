"""Offices without a name, told of again: `the ambassador` is `the Australian ambassador` of a sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.focus import Focus, place_of
from dostyk.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 3  # sentences


def unnamed_before(focus: Focus, token: Token, office: str) -> list[Mention]:
    """For whom the one acts who was named by an office last before, without a name; none for more than `the OFFICE`."""
    if [c.lower_ for c in token.children if c.dep_ != "case"] != ["the"]:
        return []
    here, place = focus.document.sentence_of(token), place_of(token)
    for sentence, named in reversed(focus.order):
        if sentence.index < here.index - _REACH or sentence.field != here.field:
            break
        before = (int(named.doc.user_data["paragraph"]), named.start) < place
        words = {t.lower_ for t in named.doc[named.start : named.end]}
        if named.kind == "title" and named.party is not None and before and office in words:
            return [focus.mention(named.party, token)]
    return []
