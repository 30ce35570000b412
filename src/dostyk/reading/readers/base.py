"""What all readers share: wording of a noun phrase, the span that says a thing, a draft made from a match."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dostyk.language import offices
from dostyk.language.document import position
from dostyk.model import Mention
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 390  # characters of evidence that a person reads at a glance; the scorer takes 400
WITH_ARTICLE = ("case", "mark", "punct")  # what `wording` leaves off where the article is to stay
_TOLD_OF_IT = re.compile(r",? (?:(?:to be )?held|taking place)\b.*| at (?:his|her|their|the) invitation\b.*")
_LEADING_ON = frozenset(["IN", "TO", "DT", "CC", "PRP$", "HYPH", "WDT", "WP", "PDT", "POS", ",", ":", "``", "-LRB-"])
_TRIM = frozenset((",", ";", ".", ":", "–", "—", "-", "(", ")", "“", "”", '"'))


def wording(head: Token, *, longest: int = 12, drop: tuple[str, ...] = ("det", "case", "mark", "punct")) -> str:
    """The words of a phrase without what introduces it, relative clauses left out; at most `longest` words."""
    phrase = _phrase(head)
    told = [t.i for t in phrase if not (t.dep_ in drop and t.head == head)]
    inner = ("mark", "cc") if head.tag_.startswith("VB") else ()
    kept = [t for t in phrase if t.i in told or (t.dep_ in inner and told[0] < t.i < told[-1])]
    kept = [t for t in kept if t.text != "," or _between(t, kept)]
    while kept and (kept[-1].text in _TRIM or kept[-1].dep_ in ("cc", "case")):
        kept.pop()
    while kept and (kept[0].text in _TRIM or "cc" in (kept[0].dep_, kept[0].head.dep_)):
        kept.pop(0)
    return _join(_cut(kept, longest))


def event_words(head: Token) -> str:
    """The name of an event without what is only told of it: `the summit, held in X`, `the forum at his invitation`."""
    return _TOLD_OF_IT.sub("", wording(head)).removeprefix("of ").removeprefix("the ").removeprefix("The ")


def _between(comma: Token, kept: list[Token]) -> bool:
    """True for a comma beside words that are kept on both of its sides, unlike one around what is left out."""
    beside = {t.i for t in kept}
    return comma.i - 1 in beside and comma.i + 1 in beside


def _cut(words: list[Token], longest: int) -> list[Token]:
    """The first words, at most `longest`; where some are left off, none that only leads on to what follows."""
    kept = words[:longest]
    while len(words) > longest and kept and kept[-1].tag_ in _LEADING_ON:
        kept.pop()
    return kept


def _phrase(head: Token) -> list[Token]:
    members, stack = [head], [head]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in ("acl:relcl", "parataxis", "advcl", "appos") or (
                child.dep_ == "conj" and child.head == head
            ):
                continue
            members.append(child)
            stack.append(child)
    return sorted(members, key=lambda t: int(t.i))


def _join(tokens: list[Token]) -> str:
    text = "".join(
        t.text + (t.whitespace_ if n + 1 < len(tokens) and tokens[n + 1].i == t.i + 1 else " ")
        for n, t in enumerate(tokens)
    )
    return " ".join(text.split()).strip(" ,;.")


def action(verb: Token, *, longest: int = 14) -> str:
    """A verb with its objects and phrases as an action: `increase delegation exchanges`."""
    kept = [
        t for t in _clause_words(verb)
        if t.i >= verb.i and not (t.head == verb and t.dep_ in ("punct", "cc", "mark", "aux"))
    ]  # fmt: skip
    kept = before_speaker(kept)
    while kept and (kept[-1].text in _TRIM or kept[-1].dep_ in ("cc", "case")):
        kept.pop()
    text = _join(_cut(kept, longest))
    return verb.lemma_ + text[len(verb.text) :] if kept and verb.tag_ != "VB" else text


def before_speaker(words: list[Token]) -> list[Token]:
    """What stands before `, according to …` or `, Prime Minister X said`."""
    for n, (comma, after) in enumerate(pairwise(words)):
        title = after.lower_ in offices.TITLE_HEADS | {"deputy", "prime", "foreign"} and after.text[:1].isupper()
        if comma.text == "," and n and (after.lower_ == "according" or title or _reports(words[n + 1 : n + 8])):
            return words[:n]
    return words


def _reports(words: list[Token]) -> bool:
    """`Reuters reported`, `state media said`."""
    verb = next((t for t in words if t.tag_.startswith(("VB", "W", "IN", "CC"))), None)
    return verb is not None and verb.tag_ == "VBD" and verb.lemma_ in ("say", "report") and verb != words[0]


def _clause_words(verb: Token) -> list[Token]:
    members, stack = [verb], [verb]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in ("parataxis", "advcl") or (child.dep_ == "conj" and child.head == verb):
                continue
            members.append(child)
            stack.append(child)
    return sorted(members, key=lambda t: int(t.i))


def narrow(first: Token, last: Token, trigger: Token) -> tuple[Token, Token]:
    """A span shortened around its trigger until it is at most `LONGEST` characters."""
    doc = trigger.doc
    low, high = first.i, last.i
    while position(doc[high]) + len(doc[high]) - position(doc[low]) > LONGEST and low < high:
        if high - trigger.i >= trigger.i - low:
            high -= 1
        else:
            low += 1
    return doc[low], doc[high]


def sentence_span(match: Match) -> tuple[Token, Token]:
    """The whole sentence where it is short enough, else the words around the trigger."""
    span = match.sentence.span
    return narrow(span[0], span[-1], match.trigger)


def draft(match: Match, who: list[Mention], whom: list[Mention] | None = None, **fields: Any) -> Draft:
    """A draft of the frame's kind with the status its words give, other fields as given."""
    status, flags = status_of(match.trigger)
    fields.setdefault("status", match.frame.status or status)
    fields.setdefault("flags", flags)
    fields.setdefault("span", sentence_span(match))
    return Draft(
        kind=match.frame.kind,
        trigger=match.trigger,
        sentence=match.sentence,
        who=who,
        whom=whom or [],
        frame=match.frame,
        **fields,
    )


def first_wording(match: Match, *slots: str) -> str:
    """The wording of the first filled slot among `slots`."""
    for name in slots:
        for token in match.slots.get(name, ()):
            text = wording(token)
            if text:
                return text
    return ""
