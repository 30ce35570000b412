"""Participants a report lists: line by line under `Joining the call were the following leaders:`, or as signers."""

from __future__ import annotations

from dostyk.model import Mention
from dostyk.reading.arguments import FINITE
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique

_INTRODUCE = frozenset("following participants participant joining joined attended attendees leaders present".split())
_KINDS = frozenset(("call", "meeting", "gathering", "signing"))
_SIGNERS = 3  # states of which persons must stand in the last paragraph
_FIRST = 3  # tokens of a line within which its person begins


def add_participants(context: Context, drafts: list[Draft]) -> None:
    """Let everybody who is listed take part in the report's first meeting, call or gathering."""
    listed = _listed(context) or _signers(context)
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


def _signers(context: Context) -> list[Mention]:
    """The persons of a last paragraph that is nothing but titles and names, those who put them under a declaration."""
    texts = [doc for doc in context.document.docs if doc.user_data["field"] == "text" and len(doc)]
    if not texts or any(t.tag_ in FINITE for t in texts[-1]):
        return []
    named = [n for n in context.people.named if n.doc is texts[-1] and n.person is not None]
    found = unique([m for n in named if (m := context.people.mention(n)) is not None])
    return found if len({m.party.state for m in found} - {""}) >= _SIGNERS else []
