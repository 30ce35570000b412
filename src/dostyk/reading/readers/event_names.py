"""The names of gatherings: `the U.S.-Russia Summit`, `the ASEAN Defence Ministers' meeting`, and who holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.language.gazetteer import known_in
from dostyk.language.words import is_office_word
from dostyk.model import Mention, Party
from dostyk.reading.arguments import preposition
from dostyk.reading.context import Context
from dostyk.reading.draft import unique

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_LENGTH = 9  # words of a name before its head
_NAME_MARKS = frozenset(["-", "–", "'", "’", "'s", "’s"])
_NAMING = ("NN", "NNP", "NNPS", "JJ")  # tags of words within the name of a body
_HYPHENS = re.compile("[-–]")
_NAMED = frozenset("summit conference forum assembly congress session dialogue expo symposium convention".split())
_OF_MANY = frozenset(["minister", "leader", "head", "chief"])


def has_name(token: Token) -> bool:
    """True for the head of a gathering's name: a capital, and a capital or number before it or `of` behind it."""
    if of_ministers(token):
        return True
    if token.lemma_.lower() not in _NAMED or not token.tag_.startswith("NN") or token.dep_ in ("compound", "amod"):
        return False
    before = token.nbor(-1) if token.i > token.sent.start else None
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    capital = before is not None and before.text[:1].isupper() and before.i > token.sent.start
    return capital or (token.text[:1].isupper() and after is not None and after.lower_ in ("of", "on", "for"))


def of_ministers(token: Token) -> bool:
    """`the ASEAN Defence Ministers' meeting`, no side of which is named behind it: a gathering of many."""
    if token.lemma_.lower() not in ("meeting", "convening") or any(preposition(c) == "with" for c in token.children):
        return False
    before = token.doc[max(token.sent.start, token.i - NAME_LENGTH) : token.i]
    owners = [c for c in token.children if c.i < token.i and c.lemma_.lower().rstrip("s") in _OF_MANY]
    if len(before) > 1 and before[-1].text in _NAME_MARKS and before[-2].lower_.rstrip("s") in _OF_MANY:
        owners.append(before[-2])  # whatever the parse makes of a long name
    return any(o.tag_ in ("NNS", "NNPS") for o in owners) and sum(t.text[:1].isupper() for t in before) > 1


def named_after(context: Context, head: Token) -> list[Mention]:
    """The states that the name of a gathering holds, before its head: `the U.S.-Russia Summit`."""
    low = head.i
    while low > head.sent.start and _in_name(head.doc[low - 1]):
        low -= 1
    return unique([m for token in head.doc[low : head.i] for m in _holders(context, token)])


def held_jointly(context: Context, body: Token) -> list[Mention]:
    """The states of a joint body, as its name or what it is of says: `the Norway-Chile Joint Commission`, `the joint
    commission of Norway and Chile`; nobody where it is one's own or a body of many."""
    low = body.i
    while low > body.sent.start and _in_body_name(body.doc[low - 1]) and body.i - low < NAME_LENGTH:
        low -= 1
    before = [m for token in body.doc[low : body.i] for m in _holders(context, token)]
    heads = [c for c in body.children if c.dep_.startswith("nmod") and preposition(c) in ("of", "between")]
    named = [n for c in heads if (n := context.people.at(c)) is not None and n.kind == "state"]
    behind = [m for n in named for k in context.people.states_listed(n) if (m := context.people.mention(k)) is not None]
    for found in (unique(before), unique(behind)):
        if len({m.party.state for m in found}) > 1:
            return found
    return []


def _in_body_name(token: Token) -> bool:
    return token.tag_ in _NAMING or _HYPHENS.fullmatch(token.text) is not None


def _holders(context: Context, token: Token) -> list[Mention]:
    """The states and bodies that a word of a name holds, also joined by a hyphen: `U.S.-Russia`."""
    named = context.people.at(token)
    if named is not None and not (named.kind == "body" and named.party is not None and named.party.state != "IGO"):
        mention = context.people.mention(named) if named.kind in ("state", "demonym", "body") else None
        return [mention] if mention is not None else []
    parts = _HYPHENS.split(token.text) if named is not None or _HYPHENS.search(token.text) else []
    known = [k for part in parts for k in known_in(part)]
    return [
        context.mention(Party(k.code, k.name if k.kind == "body" else ""), token)
        for k in known
        if k.kind in ("state", "demonym", "body")
    ]


def _in_name(token: Token) -> bool:
    """`the A-B foreign ministers' meeting`: capitals, marks and the words of offices."""
    return token.text[:1].isupper() or token.text in _NAME_MARKS or (is_office_word(token) and token.tag_ != "VBZ")
