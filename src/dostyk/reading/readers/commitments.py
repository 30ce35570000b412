"""Commitments: who is bound to do what later, one for each action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.model import PERSON, Mention
from dostyk.reading.arguments import expand, governing_verb, is_verb, negated
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.action_words import nouns_agreed_to, words_of
from dostyk.reading.readers.base import draft, narrow, sentence_span
from dostyk.reading.readers.bound import (
    NOTED,
    both_sides,
    bound_by,
    by_somebody,
    chambers_agree,
    instrument_sides,
    joint_body,
    named_owner,
    others_agree,
    party_in,
    state_beside,
    states_of,
)
from dostyk.reading.readers.fields import by_field
from dostyk.reading.readers.speech import saying_over, speakers
from dostyk.reading.readers.terms import terms_of
from dostyk.reading.readers.undertakings import (
    NO_UNDERTAKING,
    actions,
    binding_acts,
    is_attitude,
    merged,
    names_deed,
    will_bearers,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll", "'d"])
_VALUES = frozenset(["importance", "need", "value", "urgency"])  # to agree on these is to hold a view
_ASKING = frozenset(["urge", "ask", "call", "demand", "request", "want", "expect", "encourage", "propose", "press"])
_IN_PERSON = frozenset("meet get talk speak stay keep remain consult reconvene".split())
_BETWEEN_STATES = frozenset(["agree", "decide", "reach-agreement"])
_TRIED = frozenset(["seek", "aim"])  # `sought to make peace` tells of an attempt
# verbs by which somebody puts a commitment forward as their own
_OWN_OBJECTS = frozenset(
    """
    reaffirm affirm recognise recognize reiterate express restate renew confirm underscore underline include
    stress emphasize emphasise make declare contain share convey announce voice state review
    """.split()
)
_ARRANGED = frozenset(["arrangement", "preparation", "contribution"])
_GIVEN = frozenset(["undertake", "promise", "commitment-to", "agree"])  # frames of giving one's word
_OF_TWO = frozenset(["undertake", "promise"])
_READY = frozenset(["readiness", "willingness"])


def read_commitment(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each action agreed to, pledged or promised."""
    trigger = match.trigger
    if trigger.tag_ == "VBN" and trigger.dep_ in ("acl", "amod"):
        return  # `all those committed to …`
    if match.frame.id in _OF_TWO and not by_somebody(context, match):
        return
    if negated(trigger) or (match.frame.id == "intend" and trigger.dep_ in ("advcl", "acl:relcl")):
        return
    if match.frame.id == "intend" and trigger.tag_ == "VBD" and trigger.lemma_ in _TRIED:
        return
    if match.frame.id in ("ready", "prepared"):
        yield from _standing_ready(match, context)
        return
    if not is_verb(trigger):
        yield from _nominal(match, context)
        return
    saying = None if match.who else saying_over(trigger)
    who = match.who or (speakers(context, saying) if saying is not None else [])
    who = in_person = unique(who)
    if trigger.tag_ == "VBG" or match.frame.id in _BETWEEN_STATES or chambers_agree(context, who):
        who = states_of(who)  # what leaders agree on binds their states
    if match.frame.id in _BETWEEN_STATES:
        who = both_sides(context, match, who)
    if any(t.lemma_ in _VALUES for t in match.slots.get("on", ())) or _asked_for(trigger):
        return
    jointly = joint_body(context, match) if trigger.lemma_ == "decide" and len(who) < 2 else []
    if others_agree(context, match) and not jointly:
        return
    who = jointly or who
    if trigger.lemma_ == "decide" and len({m.party.state for m in who}) < 2:
        return  # a decision of one's own is the deed itself, or another kind
    ordered = match.frame.id in ("instruct", "task")
    if match.frame.id == "assure-of":
        for help_promised in match.slots["of"][:1]:
            yield from drafts_of(match, context, help_promised, bound_by(context, help_promised, who))
        return
    acts = merged(actions(trigger, past_object=ordered)) or [
        t for t in nouns_agreed_to(trigger) if _binding(trigger, t)
    ]
    acts = acts or _pledged(match)
    deeds_only = ordered or trigger.lemma_ == "plan"
    for act, until in with_ends([t for t in acts if not deeds_only or _is_deed(t)]):
        if (not _only_said(act) or _should_do(context, act, who)) and not _of_things(context, act):
            bound = in_person if act.lemma_ in _IN_PERSON else who
            yield from drafts_of(match, context, act, bound_by(context, act, bound), until)


def _standing_ready(match: Match, context: Context) -> Iterator[Draft]:
    """`The Government stands ready to help`, `is prepared to help`: a state's undertaking; readiness is a position."""
    stands = match.trigger.head if match.trigger.dep_ == "xcomp" else match.trigger
    prepared = match.frame.id == "prepared" and any(c.lemma_ == "be" for c in match.trigger.children)
    if (stands.lemma_ == "stand" or prepared) and stands.dep_ not in ("acl:relcl", "advcl"):
        who = [m for m in unique(match.who) if m.party.kind != PERSON]
        for act, until in with_ends(merged(actions(match.trigger))):
            yield from drafts_of(match, context, act, who, until)


def _pledged(match: Match) -> list[Token]:
    """`pledged closer cooperation`: the deed itself stands as the object."""
    if match.frame.id != "promise":
        return []
    return [t for t in match.slots.get("obj", ()) if names_deed(t)]


def _asked_for(verb: Token) -> bool:
    """`urged that they agree to a truce`: what others are asked to undertake is no undertaking yet."""
    return verb.dep_ in ("ccomp", "xcomp", "advcl") and verb.tag_ in ("VB", "VBP") and verb.head.lemma_ in _ASKING


def _binding(verb: Token, noun: Token) -> bool:
    """`agreed to a truce`, `is committed to a settlement`; to be committed to peace or to values is an attitude."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "aux:pass") for c in verb.children)
    return not (is_attitude(verb) or bare) or names_deed(noun)  # bare: `expressed satisfaction, committed to ties`


def _of_things(context: Context, act: Token) -> bool:
    """`agreed that a meeting would advance …`: what is expected of a thing binds nobody."""
    doers = [c for c in act.children if c.dep_ == "nsubj" and c.lower_ not in ("it", "they", "we", "which", "who")]
    return bool(doers) and not any(context.resolve(h) or party_in(context, h) for d in doers for h in expand(d))


def _only_said(act: Token) -> bool:
    """A clause that holds a view, or a promise of how things will be, is a statement: `agreed that X must …`."""
    finite = any(c.dep_.startswith("nsubj") for c in act.children)
    future = any(c.lower_ in _FUTURE for c in act.children if c.dep_ == "aux")
    in_touch = any(c.lower_ in ("touch", "contact", "communication") for c in act.children)
    return finite and (not future or (act.lemma_ in NO_UNDERTAKING and not in_touch) or not is_verb(act))


def _is_deed(act: Token) -> bool:
    """`plan to bring trade to $100 million`: a deed by its verb, or by the figure it is to reach."""
    if act.lemma_ == "provide":
        return False
    if act.lemma_ == "make" and any(c.dep_ == "obj" and c.lemma_ in _ARRANGED for c in act.children):
        return True
    return act.lemma_ not in NO_UNDERTAKING or any(
        t.tag_ == "$" or t.lower_ in ("million", "billion") for t in act.subtree
    )


def _should_do(context: Context, act: Token, who: list[Mention]) -> bool:
    """`agreed that the two Governments should keep in touch`: what those who agree are to do themselves."""
    if not is_verb(act) or act.lemma_ in NO_UNDERTAKING or not any(c.lower_ == "should" for c in act.children):
        return False
    if len({m.party.state for m in who}) > 1 and any(c.dep_ == "nsubj:pass" for c in act.children):
        return True  # `agreed that fees should be abolished`
    doers = unique([m for c in act.children if c.dep_ == "nsubj" for h in expand(c) for m in context.resolve(h)])
    return bool(doers) and {m.party.state for m in doers} <= {m.party.state for m in who}


def _nominal(match: Match, context: Context) -> Iterator[Draft]:
    """`reaffirmed their commitment to …`, `reached an agreement to …`: a noun put forward as one's own."""
    trigger = match.trigger
    noun = trigger.head if trigger.dep_ == "conj" and trigger.head.dep_ == "obj" else trigger
    if match.frame.id == "commitment-to" and not _put_forward(noun):
        return
    found = merged(binding_acts(trigger))
    if not found and actions(trigger):
        return
    if not found and trigger.dep_ == "obj":
        found = [t for t in actions(trigger.head, past_object=True) if t.i > trigger.i]
    if not found:
        found = [c for c in (*trigger.children, *trigger.head.children)
                 if c.i > trigger.i and c.dep_ in ("nmod", "obl", "acl") and _introduced(c)
                 and (match.frame.id != "commitment-to" or names_deed(c))][:1]  # fmt: skip
    named = named_owner(match, context)
    if trigger.lemma_ in _READY:  # a state's; a person's own is a position
        named = state_beside(match, context)
        if not named:
            return
    if not named and match.trigger.head.lemma_ in NOTED and any(t.tag_ != "PRP$" for t in match.slots.get("of", ())):
        return  # another's commitment, which is praised
    who = named or match.who or instrument_sides(context, match.slots.get("gsubj", ()), trigger)
    for act, until in with_ends(found):
        yield from drafts_of(match, context, act, who, until)


def _put_forward(noun: Token) -> bool:
    """`reaffirmed their commitment`, `… the plan and their commitment`, `… in a text their commitment`."""
    own = any(c.tag_ == "PRP$" for c in noun.children)
    verb = governing_verb(noun) if own and noun.dep_ in ("conj", "appos") else None
    over = noun.head if noun.dep_ in ("obj", "nsubj:pass") else verb  # `X's pledge to help was renewed`
    return over is not None and (over.lemma_ in _OWN_OBJECTS or over.lemma_ in NOTED)


def _introduced(token: Token) -> bool:
    return any(c.dep_ in ("case", "mark") and c.lower_ in ("to", "on", "towards") for c in token.children)


def drafts_of(match: Match, context: Context, act: Token, who: list[Mention], until: int = -1) -> Iterator[Draft]:
    """One draft for each field of an action that names several, else one for the action."""
    what = words_of(act, until)
    if not what or not who or any(t.lower_ == "following" and t.dep_ == "amod" for t in act.subtree):
        return  # `take the following steps`: the steps are read where they stand
    who = states_of(who) if context.is_joint else who  # in a document of several states each speaks for its own
    status = "scheduled" if _yet_to_undertake(match) else "happened"
    instead, fields = by_field(act, until)
    for text, at in [*([] if instead else [(what, act)]), *fields]:
        yield draft(
            replace(match, trigger=act), list(who), what=text, span=_span(match, at), status=status, flags=(),
            confidence=0.5, detail=terms_of(context, match.sentence, act, text),
        )  # fmt: skip


def _yet_to_undertake(match: Match) -> bool:
    """`the summit will make a commitment to …`, `they will pledge to …`: the undertaking itself lies ahead."""
    verb = match.trigger
    if not is_verb(verb):
        verb = next((t for t in verb.ancestors if is_verb(t)), verb)
    return match.frame.id in _GIVEN and will_bearers(verb)


def with_ends(found: list[Token]) -> list[tuple[Token, int]]:
    """Each action with the place of the next, so that none takes in the words of another."""
    starts = [t.i for t in found]
    return [(t, next((i for i in starts if i > t.i), -1)) for t in found]


def _span(match: Match, act: Token) -> tuple[Token, Token]:
    first, last = sentence_span(match)
    if first == match.sentence.span[0] and last == match.sentence.span[-1]:
        return first, last
    return narrow(match.sentence.span[0], match.sentence.span[-1], act)
