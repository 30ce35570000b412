"""Who signs an instrument: its agents, the parties in its name, whom they sign for, else the sides of the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import PERSON, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import unique
from dostyk.reading.match import Match
from dostyk.reading.nouns import noun_lemma
from dostyk.reading.readers.places import states_only
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

INSTRUMENTS = frozenset(
    "agreement treaty memorandum memoranda mou mous protocol declaration convention communique communiqué pact accord "
    "contract document arrangement charter deal framework roadmap compact covenant instrument statement programme "
    "program plan note letter understanding minute term initiative concordat armistice ceasefire truce".split()
)
# words that name an instrument only beside a verb of signing
_WEAK = frozenset("statement programme program plan note letter document initiative framework deal instrument".split())
ISSUED = frozenset(["statement", "declaration", "communiqué", "communique", "document", "vision", "roadmap", "plan"])
_LEADERS = frozenset(["leader", "president", "minister", "premier", "head", "chief", "king"])
_MUCH_NAMED = 3  # weight of a state that a report is about, not one that it mentions
_FOR_SIDES = re.compile(r"\bput (?:his|her) (?:name|signature)\b|\bsigned (?:it )?(?:for|on behalf)\b")


def signatories(match: Match, context: Context, head: Token) -> list[Mention]:
    """Who signs: the agents, else those the instrument is between, else the two sides of the report."""
    if for_sides := signed_for(match, context):
        return for_sides
    if match.frame.id == "witnessed" and (sides := several(states_only(match.who))):
        return sides
    around = Around(context, match.sentence, match.trigger)
    near = around.agent() if is_verb(match.trigger) else mentions_of(around.after("by"))
    agents = several(unique(match.who)) or several(near) or unique(match.who) or near
    if head.i == match.trigger.i - 1 and len({m.party.state for m in agents}) < 2:
        agents = mentions_of(around.after("by"))  # `the agreement signed in May`
    agents = agents or _leaders(match, context) or _of_subject(match, around)
    if len({m.party.state for m in agents}) >= 2:
        return agents
    between = several(parties_between(context, match.sentence, head))
    if between:
        return between
    own = {a.party.state for a in agents}
    partner = [m for m in mentions_of(around.after("with")) if m.party.state not in own]
    if agents and not partner and not match.who and "with" in [t.lower_ for t in head.subtree]:
        behind = [c for c in around.chunks if c.start > head.i]  # `with Biofarma, the Cuban group`
        partner = [m for m in states_only(mentions_of(behind)) if m.party.state not in own][:1]
    if agents and partner:
        return [*agents, *partner[:2]]
    if noun_lemma(head) == "instrument":
        agents = agents if is_verb(match.trigger) else []
        return agents or [context.mention(Party(c), head) for c in (context.home,) if c]
    return _fill(context, match, head, agents)


def signed_for(match: Match, context: Context) -> list[Mention]:
    """`X signed for A and Y for B`, `was signed for A by X and for B by Y`, here or in the next sentence: each person
    with the state signed for; empty where fewer than two states are."""
    after = [s for s in context.document.sentences if s.index == match.sentence.index + 1 and s.field == "text"]
    for sentence in (match.sentence, *(s for s in after if _FOR_SIDES.search(s.text))):
        found: dict[str, Mention] = {}
        chunks = Around(context, sentence, match.trigger).chunks
        for n, chunk in enumerate(chunks):
            state = chunk.mentions[0].party.state
            if chunk.start == 0 or chunk.mentions[0].party.name or sentence.doc[chunk.start - 1].lower_ != "for":
                continue
            behind = chunks[n + 1 : n + 2] if n + 1 < len(chunks) and chunks[n + 1].prep == "by" else []
            signers = [m for c in (*behind, *reversed(chunks[:n])) for m in c.mentions if m.party.kind == PERSON]
            if signers:
                found.setdefault(state, Mention(Party(state, signers[0].party.name, PERSON), signers[0].passage))
        if len(found) > 1:
            return list(found.values())
    return []


def _of_subject(match: Match, around: Around) -> list[Mention]:
    """`Peru's health ministry signed`, `a company of Peru signed`: the states in a subject that is none itself."""
    if not is_verb(match.trigger) or around.passive:
        return []
    inside = {t.i for noun in match.slots.get("subj", ()) for t in noun.subtree}
    return states_only(mentions_of(c for c in around.chunks if c.start in inside and c.end <= match.trigger.i))


def _leaders(match: Match, context: Context) -> list[Mention]:
    """`The Prime Ministers signed`: the two leaders that the report is about."""
    subjects = match.slots.get("subj", ())
    if not any(t.tag_ in ("NNS", "NNPS") and t.lemma_.lower().rstrip("s") in _LEADERS for t in subjects):
        return []
    return [context.mention(p.party, match.trigger) for p in context.reference.pair(match.trigger)]


def several(found: list[Mention]) -> list[Mention]:
    """Those found where they are of two states at least, else nobody."""
    return found if len({m.party.state for m in found}) >= 2 else []


def _fill(context: Context, match: Match, head: Token, agents: list[Mention]) -> list[Mention]:
    """The sides that the report is about: its leaders for a statement of theirs, else its states."""
    reference = context.reference
    if not agents and (two := _of_the_sentence(context, match)):
        return two
    if not agents and noun_lemma(head) in ("plan", "programme", "program") and not is_joint(head):
        return _bodies(match, context)
    again = not agents and not is_joint(head) and _definite(head) and not _described(head)
    named = instrument_parties(context) if again else []
    if named:
        return named
    if is_joint(head) and noun_lemma(head) in ISSUED and len(pair := reference.pair(match.trigger)) == 2:
        sides = [context.mention(p.party, match.trigger) for p in pair]
    else:
        codes = [c for c in reference.sides(match.trigger) if reference.weights[c] >= _MUCH_NAMED]
        sides = [context.mention(Party(code), match.trigger) for code in codes]
    have = {m.party.state for m in agents}
    if agents and have - {m.party.state for m in sides}:
        sides = [m for m in sides if m.party.state == context.home] or sides[:1]
    return unique([*agents, *(m for m in sides if m.party.state not in have)])


def _of_the_sentence(context: Context, match: Match) -> list[Mention]:
    """`After talks between the presidents of A and B, a treaty was signed`: the only two states of the sentence that
    are not just where it was signed."""
    chunks = Around(context, match.sentence, match.trigger).chunks
    states = states_only(mentions_of(c for c in chunks if c.prep not in ("in", "at", "to", "from")))
    return states if len(states) == 2 else []


def _bodies(match: Match, context: Context) -> list[Mention]:
    """The international body that a sentence names beside the plan it adopts."""
    chunks = Around(context, match.sentence, match.trigger).chunks
    return unique([m for c in chunks for m in c.mentions if m.party.state == "IGO"])[:1]


def _described(head: Token) -> bool:
    """`the agreement exempting students from fees`: it has a description of its own, and is none named before."""
    return any(c.dep_ in ("acl", "amod", "compound") and c.tag_ != "VBN" for c in head.children)


def _definite(head: Token) -> bool:
    return any(t.lower_ in ("the", "this") for t in head.doc[max(head.sent.start, head.i - 3) : head.i])


def parties_between(context: Context, sentence: Sentence, head: Token) -> list[Mention]:
    """`the agreement between A and B`: the parties in an instrument's own name; of a long name the next one too."""
    around = Around(context, sentence, head)
    group = around.after("between", "among", reach=14)
    found = mentions_of(group)
    if group and len({m.party.state for m in found}) == 1:
        later = [c for c in around.chunks if 0 < c.start - group[-1].end < 15 and not c.prep]
        found = unique([*found, *mentions_of(later[:1])])
    return found


def instrument_parties(context: Context) -> list[Mention]:
    """The parties of the first instrument that the report names with its parties."""
    for sentence in context.document.sentences:
        for token in sentence.span:
            if noun_lemma(token) in INSTRUMENTS - _WEAK:
                found = several(parties_between(context, sentence, token))
                if found:
                    return found[:2]
    return []


def is_joint(head: Token) -> bool:
    """`a joint statement`, `the final communiqué`."""
    return any(t.lower_ in ("joint", "final", "common") for t in head.doc[max(0, head.i - 4) : head.i])
