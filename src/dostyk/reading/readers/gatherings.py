"""Gatherings: summits, conferences, sessions, ceremonies, by name and with those said to take part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import governing_verb, is_verb, preposition, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, state_at, unique
from dostyk.reading.match import Match
from dostyk.reading.nouns import noun_before
from dostyk.reading.readers.base import draft, event_words, narrow
from dostyk.reading.readers.event_names import NAME_LENGTH, has_name, held_jointly, named_after
from dostyk.reading.readers.meals import company_at, told_by_guest
from dostyk.reading.readers.places import place_of, put_place
from dostyk.reading.readers.sessions import (
    body_in_session,
    both_sides,
    joint_body,
    many_in_session,
    of_joint,
    read_meeting_of_many,
    read_session,
    session_name,
    under_its_terms,
    without_place,
)
from dostyk.reading.status import status_of
from dostyk.reading.tense import yet_to_be

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKS = frozenset(["meeting", "consultation", "session", "dialogue"])
_HOLDING = frozenset(["hold", "convene", "launch"])
_ACCEPTING = frozenset("accept agree delighted pleased honoured honored will".split())
_BEING_THERE = frozenset("gather arrive travel come go be".split())
_TAKING_PART = frozenset(["attend", "join", "participate", "take"])
_EDGES = frozenset("margin margins sideline sidelines occasion opening closing".split())
_THANKED = frozenset("thank congratulate praise commend".split())
_POINTING = frozenset(["det", "nmod:poss", "amod", "compound", "nummod"])
_FEW = 5  # states that hold a meeting of their own
_CONTACT = frozenset(["meeting", "call"])


def read_gathering(match: Match, context: Context) -> Iterator[Draft]:
    """A gathering by its name, with those said to take part."""
    if match.frame.id == "body-meets":
        body = body_in_session(match)
        if body is not None:
            yield from read_session(match, context, body)
        elif (many := many_in_session(match)) is not None:
            yield from read_meeting_of_many(match, context, many)
        return
    if told_by_guest(match.trigger) or under_its_terms(match.trigger):
        return
    heads = [t for name in ("obj", "in", "at", "for", "into") for t in match.slots.get(name, ())] or [match.trigger]
    events = [t for t in heads if _is_event(match, t)] or ([match.trigger] if not is_verb(match.trigger) else [])
    for head in events[:1]:
        name = event_words(head)
        if _talks(match, head) or _of_the_press(head) or _met_before(match, context, head):
            continue
        if any(t.lower_ == "ever" for t in match.trigger.subtree if t.i > match.trigger.i):
            continue  # `the largest conference ever held`
        found = draft(match, unique([*_taking_part(match, context, head), *company_at(context, head)]), what=name)
        body = joint_body(match, head)
        joint = held_jointly(context, body) if body is not None else []
        if joint and body is not None:
            found.who, found.what = of_joint(joint, found.who), session_name(name, body)
        elif match.frame.id == "body-session":
            continue
        if _asked_to(match.trigger):
            if not any(t.lemma_ in _ACCEPTING for t in match.sentence.span):
                return  # told of by the invitation
            found.status = "scheduled" if found.status == "happened" else found.status
        if (held := _held_by(match, head)) is not None:
            if head.dep_ in ("obj", "obl") and head.head.lemma_ in _TAKING_PART:
                continue  # `took part in the forum, held in Lima`: told of by those who took part
            found.status, found.flags = status_of(held)
            own = [t for name in ("of", "between", "by", "with") for t in match.slots.get(name, ())]
            found.who = unique([*named_after(context, head), *(m for t in own for m in context.resolve(t))])
        put_place(found, match, context)
        if not found.place:
            phrases = (*head.children, *(held.children if held is not None else ()))
            found.place = place_of(context, [c for c in phrases if preposition(c) in ("in", "at")])[0]
        if not found.who and match.frame.id == "held" and found.place and has_name(head):
            host = state_at(found.place)
            found.who = both_sides(context, head, host) or named_after(context, head)
            found.who = found.who or [context.mention(Party(host), head)]
        if found.who and name:
            found.what = without_place(found.what, found.place)
            yield found


def _talks(match: Match, head: Token) -> bool:
    """`held separate meetings with X`, `held consultations on trade`: meetings of the two sides, not gatherings."""
    if head.lemma_ == "dialogue" and head.text[:1].islower() and not any(c.dep_ in _POINTING for c in head.children):
        return True  # `open dialogue with the other side`
    if head.lower_ == "meetings" and match.trigger.lemma_ in _HOLDING:
        return True  # `is holding meetings in Oslo`
    named = {m.party.state for m in match.who if m.party.name}
    if head.lower_ == "meeting" and match.trigger.lemma_ == "hold" and len(named) > 1:
        return True  # `X and Y held a meeting`
    few = 1 < len({m.party.state for m in match.who}) <= _FEW and not any(m.party.kind == BODY for m in match.who)
    if head.lower_ == "meeting" and match.trigger.lemma_ == "hold" and few and not _of_body(head):
        return True  # `A, B and C held a trilateral meeting`
    if head.lemma_ not in _TALKS or match.trigger.lemma_ not in _HOLDING or head.text[:1].isupper():
        return False
    return (
        "with" in match.slots or any(preposition(c) == "with" for c in head.children) or head.lemma_ == "consultation"
    )


def _of_body(head: Token) -> bool:
    """`a meeting of the Joint Commission`."""
    return any(preposition(c) == "of" for c in head.children)


def _of_the_press(head: Token) -> bool:
    """`a press conference`: no gathering of states."""
    return any(c.lower_ in ("press", "news", "media") for c in head.children if c.i < head.i)


def _met_before(match: Match, context: Context, head: Token) -> bool:
    """`X and Y attended the meeting`: the talks that the report tells of, not a gathering of its own."""
    if head.lemma_ not in ("meeting", "dialogue") or match.trigger.lemma_ not in _TAKING_PART:
        return False
    bare = all(c.lower_ in ("the", "this") or c.dep_ == "case" or c.i > head.i for c in head.children)
    return bare and bool(context.reference.met_before(head))


def _held_by(match: Match, head: Token) -> Token | None:
    """The verb of `the forum, which is to be held soon`."""
    if match.frame.id != "held":
        return None
    return next((c for c in head.children if c.dep_ in ("acl", "acl:relcl") and c.lemma_ in match.frame.light), None)


def _asked_to(trigger: Token) -> bool:
    """`accepted an invitation from X to attend`: what one is invited to is still to come."""
    before = noun_before(trigger, {"invitation"}, 20)
    return trigger.tag_ == "VB" and before is not None


def _taking_part(match: Match, context: Context, head: Token) -> list[Mention]:
    """Those said to take part; states hold one that is named after them (`held the Norway-Chile Dialogue`), a body its
    own where nobody else is named (`the C5+1 summit was held in X`)."""
    who = unique(_thanked_for(match.trigger, context) or match.who)
    states = named_after(context, head)
    if len({m.party.state for m in states}) < 2:
        return who or [m for m in states if m.party.state == "IGO"]
    if not is_verb(match.trigger) or match.trigger.lemma_ in _HOLDING or match.trigger.tag_ == "VBG":
        return states
    have = {m.party.state for m in who}
    return [*who, *(m for m in states if m.party.state not in have)]


def _thanked_for(trigger: Token, context: Context) -> list[Mention]:
    """`thanked X for hosting the summit`: X hosted it."""
    thanked = trigger.tag_ == "VBG" and trigger.head.lemma_ in _THANKED
    objects = [c for c in trigger.head.children if c.dep_ in ("obj", "iobj")] if thanked else []
    return [m for t in objects for m in context.resolve(t)]


def _is_event(match: Match, token: Token) -> bool:
    lemmas = match.frame.object.union(*match.frame.with_.values()) if match.frame.with_ else match.frame.object
    return token.lemma_.lower() in lemmas


def read_named(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """A gathering by name at which somebody is or meets: `at the UN General Assembly`, `on the margins of the Summit`,
    and one that is named after the states that hold it: `in the run-up to the U.S.-Russia Summit`."""
    here = [d for d in found if d.sentence is sentence]
    for token in sentence.span:
        if not has_name(token) or any(d.kind == "gathering" and _about(d, token) for d in here):
            continue
        states = named_after(context, token)
        present = _present(context, token, here)
        if len({m.party.state for m in states}) < 2:
            states = []
        who = [*present, *(m for m in states if m.party.state not in {p.party.state for p in present})]
        status, flags = status_of(governing_verb(token) or token)
        if not who or (status == "proposed" and present):
            continue
        if status == "happened" and (_lies_ahead(token) or _yet_to_come(token)):
            status = "scheduled"
        span = narrow(sentence.span[0], sentence.span[-1], token)
        name = event_words(token)
        made = Draft("gathering", token, sentence, span, who, what=name, status=status, flags=flags)
        here.append(made)
        yield made


def _yet_to_come(token: Token) -> bool:
    """`the summit to be held in June`."""
    behind = token.doc[token.i + 1 : min(token.i + 4, token.sent.end)]
    return any(map(yet_to_be, token.children)) or [t.lower_ for t in behind[:2]] == ["to", "be"]


def _lies_ahead(token: Token) -> bool:
    """`ahead of the summit`, `the forthcoming forum`."""
    words = {t.lower_ for t in token.doc[max(token.sent.start, token.i - 8) : token.i]}
    return bool(words & {"ahead", "upcoming", "forthcoming", "advance"})


def _introducing(token: Token) -> str:
    """The preposition before a name by the order of words: `goes into Tuesday's CARICOM-Cuba Summit`."""
    low = token.i - 1
    while low > token.sent.start and token.doc[low].tag_ not in ("IN", "TO") and token.i - low < NAME_LENGTH:
        if token.doc[low].tag_.startswith("VB"):
            return ""
        low -= 1
    return str(token.doc[low].lower_) if token.doc[low].tag_ in ("IN", "TO") else ""


def _is_there(token: Token) -> bool:
    """`both were in Lima for the summit`: who is somewhere for a gathering takes part in it."""
    over = next((t for t in token.ancestors if is_verb(t) or _is_predicate(t)), None)
    return over is not None and (over.lemma_ in _BEING_THERE or _is_predicate(over))


def _is_predicate(token: Token) -> bool:
    return any(c.dep_ == "cop" for c in token.children)


def _about(found: Draft, token: Token) -> bool:
    return abs(found.trigger.i - token.i) < 2 or token.text in found.what


def _present(context: Context, token: Token, here: list[Draft]) -> list[Mention]:
    """Who is said to be or meet at a gathering; nobody where it is only spoken of."""
    phrase = token
    before = preposition(token) or _introducing(token)
    if before == "of" and token.head.lower_ in _EDGES:
        phrase = token.head
    elif before not in ("at", "into") and not (before == "for" and _is_there(token)):
        return []
    for found in here:
        if found.kind in _CONTACT and (found.trigger in phrase.ancestors or phrase.head == found.trigger):
            return found.who
    verb = governing_verb(phrase) or next((t for t in phrase.ancestors if _is_predicate(t)), None)
    persons = [m for t in subject(verb) for m in context.resolve(t)] if verb is not None else []
    return [m for m in persons if m.party.name]
