"""Participants that a report lists line by line under `Joining the call were the following leaders:`."""

from __future__ import annotations

from dostyk.model import Mention
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique

_INTRODUCE = frozenset("following participants participant joining joined attended attendees leaders present".split())
_KINDS = frozenset(("call", "meeting", "gathering", "signing"))
_FIRST = 3  # tokens of a line within which its person begins


def add_participants(context: Context, drafts: list[Draft]) -> None:
    """Let everybody who is listed take part in the report's first meeting, call or gathering."""
    listed = _listed(context)
    main = next((d for d in drafts if d.kind in _KINDS and d.status != "denied"), None)
    if main is not None and len(listed) > 1:
        main.who = unique([*main.who, *listed])


def _listed(context: Context) -> list[Mention]:
    """The persons of the lines that follow an introducing sentence, one a line."""
    found: list[Mention] = []
    open_list = False
    for doc in context.document.docs:
        if doc.user_data["field"] != "text" or not len(doc):
            continue
        first = next((n for n in context.people.named if n.doc is doc and n.person and n.start <= _FIRST), None)
        if open_list and first is not None and len(doc) <= 25:
            mention = context.people.mention(first)
            if mention is not None:
                found.append(mention)
        elif found:
            return found
        else:
            words = {t.lower_ for t in doc}
            open_list = doc[-1].text == ":" and bool(words & _INTRODUCE)
    return found
