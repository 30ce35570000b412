"""Commitments in the future tense: what states will do, are to do, or list in a joint document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.language.party_nouns import noun_of
from dostyk.model import PERSON, Mention, Party
from dostyk.reading.arguments import expand, is_verb, negated, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.action_words import nouns_agreed_to
from dostyk.reading.readers.base import wording
from dostyk.reading.readers.bound import INSTRUMENTS, instrument_sides, states_of
from dostyk.reading.readers.commitments import drafts_of, with_ends
from dostyk.reading.readers.speech import saying_over, speakers
from dostyk.reading.readers.undertakings import (
    NO_UNDERTAKING,
    further,
    is_to,
    merged,
    opens_list,
    will_bearers,
    would_bearer,
)
from dostyk.reading.slots import verb_slots

if TYPE_CHECKING:
    from spacy.tokens import Token

_BINDING = frozenset("permit oblige allow commit bind enable provide".split())  # what an instrument does
_WILL_FRAME = Frame(id="will", kind="commitment")
_LISTED_FRAME = Frame(id="listed", kind="commitment")
_COURTESIES = frozenset("visit call tribute respect respects homage attention heed trip".split())
_OWN_DEEDS = frozenset(
    "continue work explore support strengthen pursue ensure seek expand deepen promote advance help".split()
)
_PROGRAMME = frozenset("visit trip tour journey stay programme program schedule".split())
_SHARED = frozenset("cooperation collaboration partnership exchange".split())
_WIDENING = frozenset("widen extend expand broaden deepen intensify".split())
_LETTING_IN = frozenset("market airspace sector economy".split())
_CEASING = frozenset("cease stop abandon waver relent rest hesitate tire".split())
_GIVING_WORD = frozenset(["commit", "pledge", "promise", "undertake", "vow", "agree"])
_STRIVING = frozenset(["seek", "aim", "strive", "endeavour", "endeavor", "plan", "intend"])
_TOGETHER = frozenset(["work", "cooperate", "collaborate", "continue"])
_SAID = frozenset("reaffirm affirm reiterate express recognise recognize acknowledge welcome note condemn".split())
_HOPING = frozenset("hope wish fear doubt hopeful expect confident confidence believe belief optimistic".split())
_BOUND_WORDS = frozenset(["neither", "either", "other", "each", "party", "side"])


def read_will(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`The two countries will …`, `is to …`, `announced that it would …`: a future of states binds them."""
    yield from _listed(context, sentence)
    yield from _to_be_widened(context, sentence)
    for token in sentence.span:
        aside = token.dep_ in ("acl:relcl", "advcl") and not is_to(token) and not _laid_down(token)
        if not is_verb(token) or aside or _hoped(token):
            continue
        reported = would_bearer(token) and saying_over(token) is not None
        if token.lemma_ in _GIVING_WORD or (token.lemma_ in _STRIVING and _aims(token)):
            continue  # `will pledge to …`, `will seek to …`: read from the pledge and from what is sought
        if not (will_bearers(token) or reported or is_to(token) or _forbidden(token)):
            continue
        who = [m for m in states_of(_doers(context, token)) if m.party.kind != PERSON or _personal(token)]
        bound = token.lemma_ in _BINDING and any(t.lemma_.lower() in INSTRUMENTS for t in subject(token))
        idle = token.lemma_ in NO_UNDERTAKING and not _binding_use(token)
        if not who or (idle and not bound) or _refused(token) or _passive(token):
            continue
        match = Match(_WILL_FRAME, token, sentence, verb_slots(token), who, [])
        for act, until in with_ends(merged([token, *_shared_aims(token), *further(token, token)])):
            if act.lemma_ not in NO_UNDERTAKING or bound or (act == token and token.lemma_ in ("pay", "open")):
                yield from drafts_of(match, context, act, who, until)


def _laid_down(verb: Token) -> bool:
    """`an agreement under which X will supply gas`: what an instrument says binds whom it names."""
    under = any(c.lower_ == "which" and any(k.lower_ in ("under", "by") for k in c.children) for c in verb.children)
    return under or any(c.lower_ == "whereby" for c in verb.children)


def _hoped(verb: Token) -> bool:
    """`hopes that Chile will ratify …`: what is only hoped or feared binds nobody."""
    return verb.dep_ in ("ccomp", "acl") and verb.head.lemma_ in _HOPING


def _to_be_widened(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`Cooperation is to be extended to transport and culture`: what is to become of it binds both sides."""
    for token in sentence.span:
        thing = next((c for c in token.children if c.dep_ == "nsubj:pass" and c.lemma_.lower() in _SHARED), None)
        if thing is None or token.lemma_ not in _WIDENING or not is_to(token):
            continue
        sides = [context.mention(Party(code), token) for code in context.reference.sides(token)]
        match = Match(_WILL_FRAME, token, sentence, verb_slots(token), sides, [])
        rest = sentence.span.doc[token.i + 1 : token.right_edge.i + 1].text
        for found in drafts_of(match, context, token, sides) if len(sides) > 1 else ():
            found.what = f"{token.lemma_} {wording(thing).lower()} {rest}".strip(" .")
            yield found


def _aims(verb: Token) -> bool:
    return any(c.dep_ == "xcomp" and c.tag_ == "VB" and c.i > verb.i for c in verb.children)


def _personal(verb: Token) -> bool:
    """`President X will work with Congress to …`: a person's own undertaking, not the next stop of a programme."""
    things = {c.lemma_.lower() for c in verb.children if c.dep_ == "obj"}
    main = verb.dep_ not in ("ccomp", "acl", "acl:relcl", "advcl")
    return main and verb.lemma_ in _OWN_DEEDS and not things & _PROGRAMME


def _binding_use(verb: Token) -> bool:
    """`will stand with X and continue to …`, `will pay an annual sum`, but not `will pay a visit`."""
    if verb.lemma_ == "stand":
        return True
    if verb.lemma_ == "open" and (_lets_in(verb) or _of_parties(verb)):
        return True
    paid = [c.lemma_.lower() for c in verb.children if c.dep_ == "obj"]
    return verb.lemma_ == "pay" and bool(paid) and not set(paid) & _COURTESIES


def _lets_in(verb: Token) -> bool:
    """`will open its market to X`: no opening of a mission or route."""
    return any(c.dep_ == "obj" and c.lemma_.lower() in _LETTING_IN for c in verb.children)


def _of_parties(verb: Token) -> bool:
    """`The Parties shall open cultural centres`: an article of a treaty."""
    shall = any(c.lower_ == "shall" for c in verb.children)
    return shall and any(noun_of(t) in _BOUND_WORDS for t in subject(verb))


def _refused(verb: Token) -> bool:
    """`will not attend`; `will not cease to help` is an undertaking."""
    return negated(verb) and verb.lemma_ not in _CEASING


def _shared_aims(verb: Token) -> list[Token]:
    """`will work together to do A; to do B; and to do C`: the aims behind the first are undertakings of their own."""
    if verb.lemma_ not in _TOGETHER:
        return []
    first = next((c for c in verb.children if c.tag_ == "VB" and c.i > verb.i and c.dep_ in ("xcomp", "advcl")), None)
    return list(further(first, verb)) if first is not None else []


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
        found = instrument_sides(context, tokens, verb)
    saying = saying_over(verb) if not found and any(t.lower_ == "it" for t in tokens) else None
    if saying is not None:
        found = unique([m for m in speakers(context, saying) if m.party.state and m.party.kind != PERSON])
        found = [
            Mention(Party(m.party.state), m.passage) for m in found
        ]  # `he said it would help` is of something else
    if not found and any(t.lemma_.lower() in _BOUND_WORDS for t in tokens):
        found = [context.mention(Party(code), verb) for code in context.reference.sides(verb)]
    return found


def _listed(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """An item of a list of undertakings, or a listed undertaking of a joint document: it opens with a bare verb."""
    bound = context.lists.get(sentence.paragraph)
    start = next((t for t in sentence.doc if t.is_alpha), None)
    if bound is not None and start is not None and start in sentence.span:
        match = Match(_LISTED_FRAME, start, sentence, verb_slots(start), bound, [])
        yield from drafts_of(match, context, start, bound)
        return
    joint = context.reference.joint
    opening = next((t for t in sentence.span if t.is_alpha), None)
    if not context.is_joint or len(joint) < 2 or opening is None or not opens_list(opening):
        return
    who = states_of([context.mention(Party(p.state), opening) for p in joint])
    match = Match(_LISTED_FRAME, opening, sentence, verb_slots(opening), who, [])
    first = nouns_agreed_to(opening) if opening.lower_ == "agree" else [opening]
    listed = merged([*first, *further(first[0] if first else opening, opening)])
    for act, until in with_ends([t for t in listed if t.lower_ not in _SAID]):
        yield from drafts_of(match, context, act, who, until)
