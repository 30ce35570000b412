"""Meetings and calls: people and states face to face."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language import offices
from dostyk.model import PERSON, Mention
from dostyk.reading.arguments import governing_verb, is_verb, preposition
from dostyk.reading.context import Context
from dostyk.reading.counterparts import met_one_by_one
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.contact_order import completed
from dostyk.reading.readers.contact_words import told
from dostyk.reading.readers.distance import at_a_distance
from dostyk.reading.readers.event_names import held_jointly, of_ministers
from dostyk.reading.readers.places import put_place, welcomes_no_guest
from dostyk.reading.readers.sessions import body_in_session, joint_body, many_in_session
from dostyk.reading.status import to_be_done
from dostyk.reading.tense import auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token

_WRITINGS = frozenset("message tweet post statement letter".split())
_PLURALS = frozenset("we us they them both sides leaders".split())
_APART = frozenset(
    """separately respectively each separate individually bilaterals sidelines sideline margins margin
    one-on-one""".split()
)
_SINGLE_HOST = frozenset(["receive", "call-on", "call-upon", "courtesy-call", "audience"])
_NO_DEED_TO = frozenset(
    "easy easier hard harder difficult possible impossible important necessary essential vital".split()
)


def _invited_to(trigger: Token) -> bool:
    """`an invitation to meet at the White House`: told of by the invitation."""
    return trigger.tag_ == "VB" and trigger.dep_ != "acl:relcl" and trigger.head.lemma_ in ("invite", "invitation")


def _by_phone(match: Match) -> bool:
    """`invited her over the telephone`, unlike `congratulated him after their telephone conversation`."""
    phones = (t for t in match.sentence.span if t.lemma_.lower() in ("phone", "telephone") and t.dep_ != "compound")
    return any(c.dep_ == "case" and c.lower_ in ("over", "by", "on", "via") for t in phones for c in t.children)


def _taken_up(trigger: Token) -> bool:
    """`take up this call`: an appeal is answered, nobody rings."""
    verb = trigger if is_verb(trigger) else trigger.head
    return verb.lemma_ == "take" and any(c.lower_ == "up" for c in verb.children)


def _at_large(match: Match) -> bool:
    """`positive developments in negotiations`: talks that no word points to and that name nobody."""
    trigger = match.trigger
    if match.frame.id != "at-talks" or any(m.passage.start != match.who[0].passage.start for m in match.who):
        return False
    pointed = any(c.dep_ in ("det", "nmod:poss") and c.lower_ not in ("a", "an", "any") for c in trigger.children)
    return not pointed


def _of_a_body(match: Match, context: Context) -> bool:
    """`after the OECD meeting`, `attended a meeting of European Union ministers`: a gathering by its name, where no
    word says who sat opposite."""
    trigger = match.trigger
    if not match.frame.fill or {"with", "between"} & match.slots.keys():
        return False
    filled = all(m.passage.start == match.who[0].passage.start for m in match.who)
    names = [c for c in trigger.children if c.dep_ in ("compound", "nmod:desc") and c.tag_ == "NNP" and c.i < trigger.i]
    found = [context.people.at(c) for c in names]
    if filled and names and all(n is None or n.kind in ("body", "capital", "city") for n in found):
        return True
    of = [c for c in trigger.children if c.dep_ == "nmod" and preposition(c) == "of"]
    if any(c.tag_ == "NNP" and c.lower_ in offices.BODY_HEADS for c in of):
        return True  # `a meeting of the Arctic Council`
    many = [c for c in of if c.tag_ == "NNS"]
    inside = [context.people.at(t) for head in many for t in head.subtree]
    return any(n is not None and n.kind == "body" for n in inside)


def _at_the_door(match: Match) -> bool:
    """`officials welcomed X at the airport`: a reception by nobody in particular is no meeting, nor is `welcomed X in
    a message`."""
    hosts = match.slots.get("subj", ())
    if match.frame.id == "welcome-guest" and any(t.lemma_ in _WRITINGS for t in match.slots.get("in", ())):
        return True
    return match.frame.id == "welcome-guest" and bool(hosts) and all(t.tag_ == "NNS" for t in hosts)


def _chaired(match: Match) -> bool:
    """`will co-chair the meeting`: a gathering, unless it says whom with."""
    held = governing_verb(match.trigger)
    chaired = held is not None and held.lemma_ in ("chair", "co-chair", "cochair") and match.trigger.lemma_ == "meeting"
    return chaired and not {"with", "g:with", "between"} & match.slots.keys()


def _by_person(match: Match, context: Context) -> bool:
    """`President X hosted President Y`, unlike `Norway hosted the leaders`: both are named where they stand."""
    found = [[context.people.at(t) for t in match.slots.get(name, ())] for name in ("subj", "obj")]
    return all(any(n is not None and n.person is not None for n in side) for side in found)


def _made_possible(trigger: Token) -> bool:
    """`made it easier for officials to meet`, `it is important to meet`: nobody is said to have met."""
    return trigger.tag_ == "VB" and trigger.head.lower_ in _NO_DEED_TO


def _by_name(match: Match, context: Context, who: list[Mention]) -> list[Mention]:
    """`we`, `they`, `the two sides` in talks are the leaders that the report is about."""
    if any(m.party.name or m.passage.quote.lower() not in _PLURALS for m in who):
        return who
    pair = context.reference.pair(match.trigger)
    if {p.state for p in pair} != {m.party.state for m in who}:
        return who
    return [context.mention(p.party, match.trigger) for p in pair]


def _sides(match: Match, context: Context) -> list[list[Mention]]:
    """The sides of each meeting that a match tells of: one for each counterpart met apart."""
    who = _by_name(match, context, unique([*completed(match, context), *_besides(match, context)]))
    states = {m.party.state for m in who}
    if len(who) < 2 or len(states) < 2:
        return []
    if any(t.lemma_.lower() == "delegation" for tokens in match.slots.values() for t in tokens):
        return [who]
    lead = who[0]
    own = [m for m in who if m.party.state == lead.party.state]
    others = [m for m in who if m.party.state != lead.party.state]
    each = match.frame.id in _SINGLE_HOST or match.trigger.lower_ == "meetings"
    if len(own) > 1 and len(others) == 1 and each and all(m.party.name for m in own):
        return [[one, *others] for one in own]  # `was received by X, Y and Z`
    if len(others) < 2:
        return [who]
    heads = [t for name in ("with", "g:with", "obj") for t in match.slots.get(name, ())]
    if match.frame.kind == "meeting" and all(m.party.name for m in others) and met_one_by_one(heads):
        return [[*own, other] for other in others]
    same_state = len({m.party.state for m in others}) == 1
    if _met_apart(match) or (same_state and all(m.party.name for m in others) and not _one_occasion(match, context)):
        return [[*own, other] for other in others]
    return [who]


def _besides(match: Match, context: Context) -> list[Mention]:
    """`Besides X, she also met Y`: whom the sentence says to have been met as well."""
    if match.frame.id != "meet" or len(match.who) < 2:
        return []
    heads = [c for c in match.trigger.children if c.dep_.startswith("obl") and preposition(c) in ("besides", "beside")]
    own = match.who[0].party.state
    return [m for t in heads for m in context.resolve(t) if m.party.name and m.party.state != own]


def _met_apart(match: Match) -> bool:
    """`met separately`, `met X and Y on the sidelines`, `spoke with the ministers of A, B and C`, `meetings with`."""
    if _APART & {t.lower_ for t in match.sentence.span} or _each_with(match):
        return True
    return match.frame.id == "sit-down" or (
        match.trigger.tag_ == "NNS" and match.trigger.lemma_ in ("meeting", "bilateral")
    )


def _each_with(match: Match) -> bool:
    """`met with A on Monday and with B on Tuesday`: a word of its own before each."""
    return sum(preposition(t) == "with" for t in match.slots.get("with", ())) > 1


def _one_occasion(match: Match, context: Context) -> bool:
    """True for a call, and for the meeting of a readout whose title tells of one `meeting with X and Y`."""
    return match.frame.kind == "call" or "title:meeting" in context.words


def _rings(match: Match) -> bool:
    """True for `called President X`, false for `called X a friend`, `called the visit historic`."""
    objects = [c for c in match.trigger.children if c.dep_ in ("obj", "iobj", "xcomp", "ccomp")]
    return len(objects) == 1 and all(m.party.kind == PERSON and m.party.name for m in match.who)


def read_contact(match: Match, context: Context) -> Iterator[Draft]:
    """Meetings and calls: a draft for each counterpart met apart."""
    trigger = match.trigger
    named = trigger.tag_.startswith("NN") and trigger.text[:1].isupper() and trigger.i > trigger.sent.start
    named = named and trigger.lower_ != "consultations"  # `Foreign Office Consultations`: talks of two ministries
    if match.frame.kind == "meeting" and of_ministers(trigger):
        return
    if named and match.frame.fill and match.frame.kind == "meeting":
        return  # `the Commonwealth Heads of Government Meeting`: a gathering by its name
    if welcomes_no_guest(match, context) or _at_the_door(match):
        return
    if match.frame.id == "host-persons" and not _by_person(match, context):
        return
    if (match.frame.id == "call-somebody" and not _rings(match)) or _made_possible(match.trigger):
        return
    if match.frame.id == "done-by-phone" and not _by_phone(match):
        return
    if match.frame.kind == "call" and _taken_up(match.trigger):
        return
    body = joint_body(match, trigger) if match.frame.id in ("talks-held", "talks-begun") else None
    if body is not None and held_jointly(context, body):
        return  # a gathering of theirs
    if body_in_session(match) is not None or (match.trigger.lemma_.lower() == "session" and "with" not in match.slots):
        return  # a gathering
    if match.frame.kind == "meeting" and many_in_session(match) is not None:
        return
    if _invited_to(match.trigger) or _at_large(match) or _of_a_body(match, context) or _chaired(match):
        return
    for sides in _sides(match, context):
        found = draft(match, sides, what=told(match, context))
        held = governing_verb(trigger)  # `the fourth round of talks is to be held`
        if found.status == "happened" and held is not None and to_be_done(held):
            found.status = "scheduled"
        if found.status == "happened" and match.frame.id == "raise-with" and "had" in auxiliaries(trigger):
            found.flags = ("background",)  # `said that he had raised it with her`
        if at_a_distance(match, context):
            found.kind = "call"
        elif match.frame.kind == "meeting":
            put_place(found, match, context)
        yield found
