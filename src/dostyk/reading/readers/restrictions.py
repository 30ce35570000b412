"""Restrictions: bans, freezes, listings, closed missions, what is suspended or stayed away from; who acts on whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_lemma
from dostyk.reading.readers.base import action, draft, wording
from dostyk.reading.readers.blame import blamed_state, rather_blamed
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

RESTRICTIONS = frozenset(
    "ban ban-from freeze list list-to delist prohibit suspend suspend-aid deny-visa close order-closure "
    "stay-away".split()
)
"""Ids of the frames that this module reads."""

_LIST = re.compile(
    r"\b(?:sanctions?|sanctioned|black|restricted|entity|entities|watch|ban|freeze|designation)[ -]?lists?\b"
    r"|\bblacklists?\b|\b(?:included|placed) (?:in|on) (?:the |its |their )?(?:\w+ )?sanctions\b"
    r"|\bunder (?:\w+ )?sanctions\b|\blist of (?:\w+ )?(?:sanction|restrict|individuals|persons)"
)
_PREMISES = frozenset(
    "embassy consulate mission commission airspace border port crossing frontier office post consulate-general".split()
)
_GATHERED = frozenset(
    "forum summit conference game games meeting championship festival talk talks exercise event session fair olympics "
    "council ceremony tournament congress assembly".split()
)
_INSTRUMENTS = frozenset(["agreement", "treaty", "convention", "pact", "accord", "protocol", "charter", "statute"])
_OFFICIAL = frozenset(
    "order decree move measure package decision law act government ministry cabinet authority council e.o. round ban "
    "sanction department treasury commission bloc".split()
)
_STATES = frozenset(
    "country kingdom republic state nation president minister premier parliament leader eu union".split()
)
_TOGETHER = frozenset(["ban", "ban-from", "freeze", "list", "list-to", "deny-visa", "stay-away"])
_MUCH_NAMED = 2  # weight of a state that the opening of a report names
_HITTING = ("on", "against", "upon", "from", "to", "with", "of", "for", "in", "into", "")


def read_restriction(match: Match, context: Context) -> Iterator[Draft]:
    """A restriction of one state or body on others."""
    if not _is_restriction(match):
        return
    around = Around(context, match.sentence, match.trigger)
    actors = _actors(match, context, around)
    if not actors:
        return
    targets = _targets(match, context, around, actors)
    if targets:
        yield draft(match, actors, targets, what=_named(match))


def acting_home(context: Context, token: Token) -> Mention | None:
    """The party that acts unnamed: the report's own state, or the body that sits where the report is sent from."""
    if not context.home:
        return context.mention(Party("IGO", context.body, BODY), token) if context.body else None
    if not context.reference.weights[context.home]:
        bodies = [n.party for n in context.people.named if n.party and n.party.state == "IGO" and n.party.name]
        if bodies:
            return context.mention(max(bodies, key=bodies.count), token)
    return context.mention(Party(context.home), token)


def report_target(context: Context, actor: Party, least: int = _MUCH_NAMED) -> Party | None:
    """The state that a report of measures blames, else is about, beside the one that acts; None where there is none."""
    weights = context.reference.weights
    known = [c for c in context.reference.leading_states(3) if c not in ("IGO", actor.state)]
    if actor.state == "IGO":
        known = [c for c in known if c != context.home]
    standing_out = Party(known[0]) if known and weights[known[0]] >= least else None
    return blamed_state(context, actor) or standing_out


def named_only(context: Context, found: list[Mention]) -> list[Mention]:
    """Without parties whom only `the officials`, `the entities` stands for: measures name those whom they hit."""
    text = context.report.text
    return [m for m in found if any(c.isupper() for c in text[m.passage.start : m.passage.end])]


def joined_with(around: Around, target: Mention) -> list[Mention]:
    """The states enumerated with a target (`diplomats of A, B and C`), the target first."""
    state = target.party.state
    groups: list[list[Mention]] = []
    for chunk in around.chunks:
        if not chunk.joined or not groups:
            groups.append([])
        groups[-1].extend(chunk.mentions)
    held = [g for g in groups if any(m.party.state == state for m in g)]
    found = {state: target}
    for mention in max(held, key=len, default=[]):
        if mention.party.state != "IGO":
            found.setdefault(mention.party.state, mention)
    return list(found.values())


def _is_restriction(match: Match) -> bool:
    trigger, frame = match.trigger, match.frame.id
    behind = trigger.doc[trigger.i : min(trigger.i + 14, match.sentence.span.end)]
    if frame in ("list", "list-to", "delist"):
        return bool(_LIST.search(behind.text.lower()))
    if frame == "close":
        return _thing(match, _PREMISES) is not None
    if frame == "freeze" and (trigger.dep_ == "amod" or trigger.doc[max(0, trigger.i - 1)].lower_ == "as"):
        return False  # `named four vessels as blocked property`
    if frame == "stay-away":
        left = behind if trigger.lemma_ == "boycott" else _left(trigger, match.sentence.span.end)
        words = {noun_lemma(t) for t in left}
        return bool(words & _GATHERED) and not words & _INSTRUMENTS
    if len({m.party.state for m in match.who}) > 1 and frame in ("prohibit", "suspend", "close"):
        return False  # what two sides agree to restrict is no measure of one against the other
    if frame == "suspend":
        return "obj" in match.slots  # `stopped in Kuwait for talks on trade` stops no trade
    return True


def _left(trigger: Token, end: int) -> list[Token]:
    """The noun phrase behind `withdrew from`, `pulled out of`, `stayed away from`; empty without one."""
    doc = trigger.doc
    start = next((t.i for t in doc[trigger.i + 1 : min(trigger.i + 5, end)] if t.lower_ in ("from", "of")), end)
    stop = next((t.i for t in doc[start + 1 : end] if t.tag_ == "IN" and t.lower_ != "of"), end)
    return list(doc[start + 1 : stop])


def _thing(match: Match, nouns: frozenset[str]) -> Token | None:
    """What is closed or suspended: the object, or the subject of a passive."""
    for token in match.slots.get("obj", ()):
        inside = [token, *(c for c in token.children if c.dep_ in ("compound", "conj"))]
        if any(noun_lemma(t) in nouns for t in inside):
            return token
    return None


def _actors(match: Match, context: Context, around: Around) -> list[Mention]:
    """Who acts: the agent, whose list it is, else the report's own state or body."""
    trigger = match.trigger
    if match.frame.id == "close" and (ordering := _ordering(trigger)) is not None:
        return [m for t in subject(ordering) for m in context.resolve(t)][:1]
    if is_verb(trigger) and not around.passive:
        heads = subject(trigger)
        if heads and all(
            t.tag_ in ("NN", "NNS") and context.people.at(t) is None and t.lemma_.lower() not in _OFFICIAL | _STATES
            for t in heads
        ):
            return []  # `a Japanese carmaker closed its office`: a company's measure is none of a state
        found = match.who or around.agent()
        if found:
            apart = len({m.party.state for m in found}) == len(found)  # `Chile and Peru banned …`, no one told twice
            return found if apart and match.frame.id in _TOGETHER else found[:1]
        official = any(t.lemma_.lower() in _OFFICIAL for t in heads)
        if heads and not official and heads[0].tag_.startswith("NN"):
            return []  # a name that is no party: a company's measure again
        if match.frame.id in ("close", "suspend", "stay-away") and not heads:
            return []
    else:
        found = match.who or mentions_of(around.after("by"))
        if found:
            return found[:1]
        owners = [c for c in around.chunks if c.owner and 0 < c.start - trigger.i < 8]
        if match.frame.id == "close":  # `A's border with B was closed`
            owners = owners or [c for c in around.chunks if c.owner and c.end <= trigger.i]
        if match.frame.id == "list":  # `was included in the sanctions of X`
            owners = owners or [c for c in around.chunks if c.prep == "of" and 0 < c.start - trigger.i < 8]
        if owners:
            return owners[0].mentions[:1]
    home = acting_home(context, trigger)
    return [home] if home else []


def _ordering(trigger: Token) -> Token | None:
    """`ordered X to close its consulate`: the verb of who has it closed."""
    over = trigger.head
    told = any(c.dep_ in ("obj", "iobj") and c.i < trigger.i for c in over.children)
    return (
        over if trigger.tag_ == "VB" and over.lemma_ in ("order", "tell", "ask", "instruct", "force") and told else None
    )


def _targets(match: Match, context: Context, around: Around, actors: list[Mention]) -> list[Mention]:
    """Whom it hits: the states of the clause other than the actors', else the one that the report is about."""
    trigger, actor = match.trigger, actors[0]
    skip = {"IGO", *(a.party.state for a in actors)} | ({context.home} if actor.party.state == "IGO" else set())
    behind = [c for c in around.chunks if c.start > trigger.i and c.prep in _HITTING]
    hit = [m for m in match.whom if m.party.state not in skip]
    if around.passive or not is_verb(trigger):
        before = [c for c in around.chunks if c.end <= trigger.i]
        hit = hit or [m for c in before for m in c.mentions if m.party.state not in skip]
    loose = named_only(context, [m for c in behind for m in c.mentions if m.party.state not in skip])
    hit = named_only(context, hit) or rather_blamed(context, around, loose)
    if hit:
        return [
            Mention(Party(m.party.state), m.passage) for m in joined_with(around, hit[0]) if m.party.state not in skip
        ]
    known = report_target(context, actor.party)
    return [context.mention(known, trigger)] if known else []


def _named(match: Match) -> str:
    """The measure in few words."""
    if not is_verb(match.trigger):
        return name_around(match.trigger)
    objects = match.slots.get("obj", ())
    thing = wording(objects[0]) if objects and objects[0].tag_.startswith("NN") else ""
    return f"{match.trigger.lemma_} {thing}" if thing else action(match.trigger)
