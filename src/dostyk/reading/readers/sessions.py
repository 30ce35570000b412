"""Sessions of bodies: joint commissions, councils and committees that meet, who heads the delegations there, and who
holds a dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.groups import members
from dostyk.model import PERSON, Mention, Party
from dostyk.reading.arguments import governing_verb, is_verb, preposition, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.heads_of_sides import heads_of_delegations
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, wording
from dostyk.reading.readers.event_names import held_jointly
from dostyk.reading.readers.places import put_place

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = frozenset("commission committee council board group assembly parliament forum cabinet sub-committee".split())
_FEW = 2
_OF_SIDES = frozenset("dialogue consultation commission committee session".split())


def body_in_session(match: Match) -> Token | None:
    """The body that is said to meet by itself: `the Joint Commission met`, `the Council will hold its session`."""
    trigger = match.trigger
    if is_verb(trigger):
        apart = {"obj", "with"} & match.slots.keys()
        verb = trigger if match.frame.id in ("meet", "body-meets") and not apart else None
    else:
        verb = governing_verb(trigger) if trigger.lemma_.lower() == "session" else None
    heads = subject(verb) if verb is not None else []
    body = next((t for t in heads if t.lemma_.lower() in _BODIES and t.tag_ in ("NN", "NNP")), None)
    return body if body is not None and "delegation" not in {t.lower_ for t in body.subtree} else None


def many_in_session(match: Match) -> Token | None:
    """Those who act for an international body or a group of states and meet by themselves: `Quad leaders met`, `the
    Central Asian presidents gathered`; the body too: `the Visegrad Group met`."""
    if not is_verb(match.trigger) or match.frame.id not in ("meet", "body-meets"):
        return None
    if {"obj", "with"} & match.slots.keys():
        return None
    bodies = bool(match.who) and all(m.party.state == "IGO" and m.party.kind != PERSON for m in match.who)
    return next((t for t in subject(match.trigger) if bodies or len(members(t)) > _FEW), None)


def read_session(match: Match, context: Context, body: Token) -> Iterator[Draft]:
    """The session of a body, with the states or persons that make it up."""
    joint = held_jointly(context, body)
    who = joint or unique([m for t in body.subtree for m in _party_at(context, t)]) or match.who
    heads = heads_of_delegations(match.sentence, context, who)
    yield from _held(match, context, unique([*heads, *who]), f"session of the {wording(body)}")


def read_meeting_of_many(match: Match, context: Context, head: Token) -> Iterator[Draft]:
    """The meeting of those who act for a body or a group of states."""
    yield from _held(match, context, match.who, f"meeting of {wording(head)}")


def _held(match: Match, context: Context, who: list[Mention], what: str) -> Iterator[Draft]:
    found = draft(match, who, what=what)
    found.kind = "gathering"
    put_place(found, match, context)
    if found.who:
        yield found


def joint_body(match: Match, event: Token) -> Token | None:
    """The body whose session an event is: `the Commission held its third meeting`, `the session of the Committee`."""
    heads = [*match.slots.get("subj", ()), *match.slots.get("gsubj", ()), *match.slots.get("of", ())]
    heads += [c for c in event.children if preposition(c) == "of"]
    return next((t for t in heads if t.lemma_.lower() in _BODIES and t.tag_ in ("NN", "NNP")), None)


def _party_at(context: Context, token: Token) -> list[Mention]:
    named = context.people.at(token)
    mention = context.people.mention(named) if named is not None and named.start == token.i else None
    return [mention] if mention is not None else []


def of_joint(states: list[Mention], who: list[Mention]) -> list[Mention]:
    """The states of a joint body, with the persons of theirs who take part in its session."""
    codes = {m.party.state for m in states}
    persons = [m for m in who if m.party.kind == PERSON and m.party.name and m.party.state in codes]
    have = {m.party.state for m in persons}
    return [*persons, *(m for m in states if m.party.state not in have)]


def session_name(event: str, body: Token) -> str:
    """`seventh meeting of the Joint Commission` of `its seventh meeting`, told of the Commission."""
    own = re.match(r"(?:its|their) ", event)
    return f"{without_place(event[own.end() :], '')} of the {wording(body)}" if own else event


def without_place(event: str, place: str) -> str:
    """An event's name without where it was held: `its third session in Oslo`."""
    town = re.escape(place.partition(":")[2]) if ":" in place else r"\S+"
    return re.sub(rf" in (?:the )?{town}$", "", event)


def under_its_terms(trigger: Token) -> bool:
    """`an agreement under which they will hold yearly sessions`: what an instrument provides for is not planned yet."""
    clause = next((t for t in (trigger, *trigger.ancestors) if t.dep_ == "acl:relcl"), None)
    opening = [t.lower_ for t in clause.subtree][:2] if clause is not None else []
    return opening == ["under", "which"] or opening[:1] == ["whereby"]


def both_sides(context: Context, head: Token, host: str) -> list[Mention]:
    """`the 7th Trade Dialogue, held in Lima`: those who hold a dialogue are the two sides that a report is about, where
    one of them is the host; of a summit or forum only the host is known."""
    sides = context.reference.sides(head) if head.lemma_.lower() in _OF_SIDES else ()
    about = len(sides) == 2 and host in sides and all(context.reference.weights[code] > 2 for code in sides)
    return [context.mention(Party(code), head) for code in sides] if about else []
