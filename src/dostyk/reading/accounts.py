"""Whose account a report gives of what it tells: `according to the ministry, …`, `…, Tass reported, citing X`, `X's
spokesman told of a visit`, `…, the minister said`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import preposition
from dostyk.reading.readers.sources import source_of
from dostyk.reading.readers.speech import closing_words, saying_over, speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.model import Mention
    from dostyk.reading.context import Context
    from dostyk.reading.draft import Draft

_CITING = frozenset(["cite", "quote"])
_TOLD_OF = frozenset(["tell", "speak", "inform", "report"])


def attribute(context: Context, drafts: list[Draft]) -> None:
    """Name the source of what a sentence tells on the word of somebody who is no party of it."""
    for draft in drafts:
        if draft.attributed_to is None and draft.kind != "office":
            source = next(iter(_tellers(context, draft.trigger)), None)
            own = {m.key for m in (*draft.who, *draft.whom)} if draft.kind == "statement" else set()
            if source is not None and source.key not in own and not _speaks(draft, source):
                draft.attributed_to = source


def _speaks(draft: Draft, source: Mention) -> bool:
    """True where the source is who says the statement, named once by name and once by office."""
    return draft.kind == "statement" and source.party.state in {m.party.state for m in draft.who}


def _tellers(context: Context, trigger: Token) -> list[Mention]:
    source = source_of(context, trigger.sent)
    if source is not None:
        return [source]
    verb = saying_over(trigger) or closing_words(trigger) or _told_of(trigger)
    if verb is None or verb == trigger:
        return _cited(context, trigger)
    return speakers(context, verb) or _cited(context, trigger)


def _told_of(trigger: Token) -> Token | None:
    """`the spokesman told of a visit by X`."""
    phrase = next((t for t in (trigger, *trigger.ancestors) if preposition(t) in ("of", "about")), None)
    verb = phrase.head if phrase is not None else None
    return verb if verb is not None and verb.lemma_ in _TOLD_OF and verb.tag_.startswith("VB") else None


def _cited(context: Context, trigger: Token) -> list[Mention]:
    """`…, the agency reported, citing the ministry`."""
    for verb in trigger.sent:
        if verb.tag_ == "VBG" and verb.lemma_ in _CITING and verb.i > trigger.i:
            return [m for c in verb.children if c.dep_ == "obj" for m in context.resolve(c)]
    return []
