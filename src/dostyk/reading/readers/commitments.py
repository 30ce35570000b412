"""Commitments: who is bound to do what later, one for each action."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.language.lemmas import base_verbs
from dostyk.model import PERSON, Mention, Party
from dostyk.reading.arguments import expand, is_verb, negated, subject, verb_slots
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, narrow, sentence_span, wording
from dostyk.reading.readers.fields import by_field
from dostyk.reading.readers.speech import saying_over, speakers
from dostyk.reading.readers.terms import terms_of
from dostyk.reading.readers.undertakings import actions, further, is_to, merged, opens_list, will_bearers, would_bearer

if TYPE_CHECKING:
    from spacy.tokens import Token

# what is willed but binds nobody: states of mind, occurrences, items of a programme, and kinds of their own
_NO_UNDERTAKING = frozenset(
    """
    be have become remain see know feel need want hope believe think depend mean require like visit travel meet
    attend arrive receive host leave return go come speak participate take depart sign address include mark
    commence begin end last bring contribute benefit result allow enable represent celebrate remember discuss
    welcome join sit proceed deliver lead enter reach find face gain grow rise fall get understand recall say
    tell call thank congratulate urge express emphasize stress underscore highlight reaffirm note focus cover
    serve play show prove complement consist comprise feature affect happen occur cost do make present
    inaugurate unveil pay hold stay dine tour expect look forget demand review
    """.split()
)
_LONGEST = 16  # words of an action
_FUTURE = frozenset(["will", "would", "shall", "'ll", "’ll", "'d"])
_AID = frozenset(["provide", "fund", "donate", "grant", "allocate", "finance"])  # `will provide …` is aid
_INSTRUMENTS = frozenset("treaty agreement memorandum framework pact accord protocol convention arrangement".split())
_BINDING = frozenset("permit oblige allow commit bind enable provide".split())  # what an instrument does
_TOGETHER = frozenset(["agree", "consent", "decide", "resolve", "commit", "undertake", "pledge"])
_WILL_FRAME = Frame(id="will", kind="commitment")
_LISTED_FRAME = Frame(id="listed", kind="commitment")
_BOUND_WORDS = frozenset(["neither", "either", "other", "each", "party", "side"])
# verbs by which somebody puts a commitment forward as their own
_OWN_OBJECTS = frozenset(
    """
    reaffirm affirm recognise recognize reiterate express restate renew confirm underscore underline include
    stress emphasize emphasise make declare contain share
    """.split()
)


def states_of(who: list[Mention]) -> list[Mention]:
    """Leaders who agree with each other bind their states; one who speaks alone binds himself."""
    if len({m.party.state for m in who}) < 2 or any(m.party.kind != PERSON for m in who if m.party.name):
        return who
    kept: dict[str, Mention] = {}
    for m in who:
        kept.setdefault(m.party.state, Mention(Party(m.party.state), m.passage))
    return list(kept.values())


def read_commitment(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each action agreed to, pledged or promised."""
    trigger = match.trigger
    if negated(trigger) or (match.frame.id == "intend" and trigger.dep_ in ("advcl", "acl:relcl")):
        return
    if not is_verb(trigger):
        yield from _nominal(match, context)
        return
    saying = None if match.who else saying_over(trigger)
    who = match.who or (speakers(context, saying) if saying is not None else [])
    who = states_of(unique(who)) if trigger.lemma_ in _TOGETHER else who
    if trigger.lemma_ == "decide" and len({m.party.state for m in who}) < 2:
        return  # a decision of one's own is the deed itself, or another kind
    for act, until in _with_ends(merged(actions(trigger)) or _nouns_agreed_to(trigger)):
        if not _only_said(act) and not _of_things(context, act):
            yield from _drafts(match, context, act, _bound(context, act, who), until)


def _of_things(context: Context, act: Token) -> bool:
    """`agreed that a meeting would advance …`: what is expected of a thing binds nobody."""
    doers = [c for c in act.children if c.dep_ == "nsubj" and c.lower_ not in ("it", "they", "we", "which", "who")]
    return bool(doers) and not any(context.resolve(h) or _party_in(context, h) for d in doers for h in expand(d))


def _party_in(context: Context, noun: Token) -> bool:
    return any(context.resolve(c) for c in noun.subtree)


def _only_said(act: Token) -> bool:
    """A clause that holds a view, or a promise of how things will be, is a statement: `agreed that X must …`."""
    finite = any(c.dep_.startswith("nsubj") for c in act.children)
    future = any(c.lower_ in _FUTURE for c in act.children if c.dep_ == "aux")
    return finite and (not future or act.lemma_ in _NO_UNDERTAKING or not is_verb(act))


def _nominal(match: Match, context: Context) -> Iterator[Draft]:
    """`reaffirmed their commitment to …`, `reached an agreement to …`: a noun put forward as one's own."""
    trigger = match.trigger
    noun = trigger.head if trigger.dep_ == "conj" and trigger.head.dep_ == "obj" else trigger
    if match.frame.id == "commitment-to" and (noun.dep_ != "obj" or noun.head.lemma_ not in _OWN_OBJECTS):
        return
    found = actions(trigger)
    if not found and trigger.dep_ == "obj":
        found = [t for t in actions(trigger.head, past_object=True) if t.i > trigger.i]
    if not found:
        found = [c for c in (*trigger.children, *trigger.head.children)
                 if c.i > trigger.i and c.dep_ in ("nmod", "obl", "acl") and _introduced(c)][:1]  # fmt: skip
    who = _named_owner(match, context) or match.who or _instrument_sides(context, match.slots.get("gsubj", ()), trigger)
    for act, until in _with_ends(found):
        yield from _drafts(match, context, act, who, until)


def _named_owner(match: Match, context: Context) -> list[Mention]:
    """Whose commitment it is where somebody else puts it forward: `underscored the government's commitment to …`."""
    owners = [t for name in ("poss", "of") for t in match.slots.get(name, ()) if t.tag_ != "PRP$"]
    return unique([m for t in owners for m in context.resolve(t)])


def _introduced(token: Token) -> bool:
    return any(c.dep_ in ("case", "mark") and c.lower_ in ("to", "on", "towards") for c in token.children)


def _bound(context: Context, act: Token, who: list[Mention]) -> list[Mention]:
    """Who is bound by a clause agreed on: its own subject where that is a party, else those who agreed."""
    own = [c for c in act.children if c.dep_ == "nsubj"]
    found = unique([m for t in own for head in expand(t) for m in context.resolve(head)])
    return states_of(found) if found else who


def _drafts(match: Match, context: Context, act: Token, who: list[Mention], until: int = -1) -> Iterator[Draft]:
    """One draft for each field of an action that names several, else one for the action."""
    what = _what(act, until)
    if not what or not who or any(t.lower_ == "following" and t.dep_ == "amod" for t in act.subtree):
        return  # `take the following steps`: the steps are read where they stand
    instead, fields = by_field(act, until)
    for text, at in [*([] if instead else [(what, act)]), *fields]:
        yield draft(
            replace(match, trigger=act), list(who), what=text, span=_span(match, at), status="happened", flags=(),
            confidence=0.5, detail=terms_of(context, match.sentence, act, text),
        )  # fmt: skip


def _what(act: Token, until: int) -> str:
    """The words of an action, up to the next one of a list; of a passive what is to be done to which thing."""
    passive = [c for c in act.children if c.dep_ == "nsubj:pass"]
    if passive:
        particle = "".join(f" {c.text}" for c in act.children if c.dep_ == "compound:prt")
        return f"{act.lemma_}{particle} {wording(passive[0])}"
    taken_for_noun = act.lower_ in base_verbs() and not is_verb(act)
    if not (taken_for_noun or is_verb(act)):
        return wording(act)
    last = (act.head if taken_for_noun else act).right_edge.i
    end = min(last + 1, until) if until > act.i else last + 1
    words = list(act.doc[act.i : end])[:_LONGEST]
    while words and (words[-1].is_punct or words[-1].tag_ in ("CC", "IN", "TO", "DT") or words[-1].lower_ == "also"):
        words.pop()
    text = act.doc[act.i : act.i + len(words)].text
    return act.lemma_ + text[len(act.text) :] if is_verb(act) and act.tag_ != "VB" else text


def _with_ends(found: list[Token]) -> list[tuple[Token, int]]:
    """Each action with the place of the next, so that none takes in the words of another."""
    starts = [t.i for t in found]
    return [(t, next((i for i in starts if i > t.i), -1)) for t in found]


def _span(match: Match, act: Token) -> tuple[Token, Token]:
    first, last = sentence_span(match)
    if first == match.sentence.span[0] and last == match.sentence.span[-1]:
        return first, last
    return narrow(match.sentence.span[0], match.sentence.span[-1], act)


def read_will(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`The two countries will …`, `is to …`, `announced that it would …`: a future of states binds them."""
    yield from _listed(context, sentence)
    for token in sentence.span:
        if not is_verb(token) or (token.dep_ in ("acl:relcl", "advcl") and not is_to(token)):
            continue
        reported = would_bearer(token) and saying_over(token) is not None
        if not (will_bearers(token) or reported or is_to(token) or _forbidden(token)):
            continue
        who = [m for m in states_of(_doers(context, token)) if m.party.kind != PERSON]
        bound = token.lemma_ in _BINDING and any(t.lemma_.lower() in _INSTRUMENTS for t in subject(token))
        if not who or (token.lemma_ in _NO_UNDERTAKING and not bound) or negated(token) or _passive(token):
            continue
        if token.lemma_ in _AID and not is_to(token):
            continue
        match = Match(_WILL_FRAME, token, sentence, verb_slots(token), who, [])
        for act, until in _with_ends(merged([token, *further(token, token)])):
            if act.lemma_ not in _NO_UNDERTAKING or bound:
                yield from _drafts(match, context, act, who, until)


def _passive(token: Token) -> bool:
    """A passive binds whom it does not name."""
    return any(c.dep_ == "nsubj:pass" for c in token.children)


def _forbidden(token: Token) -> bool:
    """`Neither party may …`: what a treaty forbids both."""
    may = any(c.lower_ in ("may", "shall") and c.dep_ == "aux" for c in token.children)
    return may and any(t.lower_ == "neither" for head in subject(token) for t in (head, *head.children))


def _doers(context: Context, verb: Token) -> list[Mention]:
    """Who is bound by a verb in the future: the parties of its subject, `the other party` being either side."""
    tokens = [head for t in subject(verb) for head in expand(t)]
    found = unique([m for t in tokens for m in context.resolve(t)])
    if not found and verb.lemma_ in _BINDING:
        found = _instrument_sides(context, tokens, verb)
    saying = saying_over(verb) if not found and any(t.lower_ == "it" for t in tokens) else None
    if saying is not None:
        found = unique([Mention(Party(m.party.state), m.passage) for m in speakers(context, saying) if m.party.state])
    if not found and any(t.lemma_.lower() in _BOUND_WORDS for t in tokens):
        found = [context.mention(Party(code), verb) for code in context.reference.sides(verb)]
    return found


def _instrument_sides(context: Context, subjects: Iterable[Token], at: Token) -> list[Mention]:
    """What an instrument permits or demands binds its parties."""
    if not any(t.lemma_.lower() in _INSTRUMENTS for t in subjects):
        return []
    return [context.mention(Party(code), at) for code in context.reference.sides(at)]


def _listed(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """A numbered or listed undertaking of a joint document: a sentence that opens with a bare verb."""
    joint = context.reference.joint
    opening = next((t for t in sentence.span if t.is_alpha), None)
    if not context.is_joint or len(joint) < 2 or opening is None or not opens_list(opening):
        return
    who = states_of([context.mention(Party(p.state), opening) for p in joint])
    match = Match(_LISTED_FRAME, opening, sentence, verb_slots(opening), who, [])
    first = _nouns_agreed_to(opening) if opening.lower_ == "agree" else [opening]
    for act, until in _with_ends(merged([*first, *further(first[0] if first else opening, opening)])):
        yield from _drafts(match, context, act, who, until)


def _nouns_agreed_to(verb: Token) -> list[Token]:
    """`agreed to the establishment of …`."""
    if verb.lower_ not in ("agree", "agreed", "agrees", "consented", "committed"):
        return []
    return [c for c in verb.children if c.dep_ == "obl" and c.i > verb.i and any(k.lower_ == "to" for k in c.children)]
