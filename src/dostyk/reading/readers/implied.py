"""Who speaks where a clause names no speaker, or only a state for whom somebody speaks: the parties of a joint
document, those whose talks a passive tells of, the person who is quoted or who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.model import BODY, PERSON, Mention, Party
from dostyk.reading.arguments import expand, is_passive
from dostyk.reading.context import Context
from dostyk.reading.draft import unique
from dostyk.reading.match import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 3  # sentences that a passive looks back over
_BOTH = 2
_BARE = ("VB", "VBP", "VBG", "VBN")


def implied(match: Match, context: Context) -> list[Mention]:
    """Whom a clause without a speaker means."""
    return _of_the_document(match.trigger, context) or _of_the_talks(match.trigger, context)


def _of_the_document(trigger: Token, context: Context) -> list[Mention]:
    """`Recognizing the need to …;`, `3. Reiterate their support for …`: clauses of a joint document begin with what
    its parties do."""
    joint = context.reference.issuers
    if len(joint) < 2 or trigger.tag_ not in _BARE or not _opens(trigger):
        return []
    return [context.mention(party, trigger) for party in joint]


def _opens(trigger: Token) -> bool:
    """True for the first word of a sentence or of a clause behind a semicolon, a number aside, or joined to one."""
    if any(c.dep_.startswith("nsubj") for c in trigger.children):
        return False
    before = trigger.doc[trigger.sent.start : trigger.i]
    if not any(t.is_alpha for t in before) or before[-1].text in (";", ":"):
        return True
    joined = trigger.dep_ in ("conj", "advcl") and trigger.head is not trigger and trigger.head.tag_ in _BARE
    return joined and _opens(trigger.head)


def _of_the_talks(trigger: Token, context: Context) -> list[Mention]:
    """`satisfaction was expressed with the level of ties`: both sides of the talks that were told of before."""
    if trigger.tag_ != "VBN" or not is_passive(trigger) or trigger.dep_ in ("acl", "acl:relcl", "amod", "advcl"):
        return []
    if any(c.dep_ == "obl:agent" for c in trigger.children):
        return []
    if met := context.reference.met_before(trigger):
        return [context.mention(p.party, trigger) for p in met[-1].everyone]
    return _both_before(trigger, context)


def _both_before(trigger: Token, context: Context) -> list[Mention]:
    """The two sides that were the subject of one of the sentences before."""
    for before in context.reference.sentences_before(trigger, _BACK):
        for subject in before.span.root.children:
            found = unique([m for t in expand(subject) for m in context.resolve(t)]) if subject.dep_ == "nsubj" else []
            if len({m.party.state for m in found}) == _BOTH:
                return [context.mention(m.party, trigger) for m in found]
    return []


def in_person(match: Match, who: list[Mention], context: Context) -> list[Mention]:
    """`Australia is delighted …` in a statement that its Prime Minister signs is the Prime Minister's."""
    quoted = context.reference.quoted_speaker(match.trigger)
    if quoted is not None:
        bare = len(who) == 1 and quoted.kind == PERSON and who[0].party.state == quoted.state
        bare = bare and (who[0].party.kind == BODY if quoted.state == "IGO" else not who[0].party.name)
        return [Mention(quoted, who[0].passage)] if bare else who
    author = context.reference.author
    if author is None or author.kind != PERSON or _speaks_for_others(context, author):
        return who
    own = [m for m in who if m.party.state == author.state and not m.party.name]
    return [Mention(author, own[0].passage)] if own and len(who) == 1 else who


def _speaks_for_others(context: Context, author: Party) -> bool:
    """True for a spokesperson or press secretary: what the state thinks is not their own view."""
    titles = [
        doc[t.start : t.end].text.lower() for p in context.people.persons if p.party == author for t, doc in p.titles
    ]
    return any(word in title for title in titles for word in ("spokes", "press"))
