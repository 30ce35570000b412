"""Visits, meetings, calls and gatherings: people and states face to face."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import PERSON, Detail, Mention, Party
from dostyk.reading.arguments import expand, is_verb, preposition, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, narrow, wording
from dostyk.reading.readers.gatherings import body_in_session
from dostyk.reading.readers.places import place_of as place_of
from dostyk.reading.readers.places import put_place as put_place
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMS = ("state", "official", "working", "private", "courtesy", "friendly", "royal", "historic")
_GOING = frozenset("go travel fly come continue proceed head visit leave depart welcome host".split())
_PLURALS = frozenset("we us they them both sides leaders".split())
_APART = frozenset(
    """separately respectively each separate individually bilaterals sidelines sideline margins margin
    one-on-one""".split()
)
_SINGLE_HOST = frozenset(["receive", "call-on", "call-upon", "courtesy-call", "audience"])
_TOPIC_VERBS = frozenset("""discuss review exchange explore address examine consider cover focus underscore""".split())
_NO_DEED_TO = frozenset(
    "easy easier hard harder difficult possible impossible important necessary essential vital".split()
)


def states_only(mentions: list[Mention]) -> list[Mention]:
    """Mentions reduced to the states of their parties, each once."""
    kept: dict[str, Mention] = {}
    for m in mentions:
        if m.party.state and m.party.state != "IGO":
            kept.setdefault(m.party.state, Mention(Party(m.party.state), m.passage))
    return list(kept.values())


def _form(trigger: Token) -> str:
    words = [c.lower_ for c in trigger.children if c.dep_ in ("amod", "compound")]
    for child in trigger.children:
        if child.dep_.startswith("obl") and child.lemma_ in ("visit", "trip"):
            words += [c.lower_ for c in child.children]
    found = next((f for f in _FORMS if f in words), "")
    return f"{found} visit" if found else "visit"


def _only_invited(trigger: Token) -> bool:
    """`invited X to visit`: told of by the invitation."""
    token = trigger
    for _ in range(3):
        token = token.head
        if token.lemma_ in ("invite", "invitation"):
            return True
    return False


def _invited_to(trigger: Token) -> bool:
    """`an invitation to meet at the White House`: told of by the invitation."""
    return trigger.tag_ == "VB" and trigger.dep_ != "acl:relcl" and trigger.head.lemma_ in ("invite", "invitation")


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


def _made_possible(trigger: Token) -> bool:
    """`made it easier for officials to meet`, `it is important to meet`: nobody is said to have met."""
    return trigger.tag_ == "VB" and trigger.head.lower_ in _NO_DEED_TO


def read_visit(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each host state."""
    if _only_invited(match.trigger):
        return
    visitors = [m for m in match.who if m.party.state != "IGO"]
    place, named = place_of(context, [t for name in ("to", "in", "at", "obj", "g:to", "g:in", "for") for t in
                                      match.slots.get(name, ())])  # fmt: skip
    hosts = states_only(match.whom)
    if is_verb(match.trigger):
        hosts = states_only([*_further_hosts(match, context), *hosts])
    if not hosts and place:
        hosts = [Mention(Party(place[:3]), context.document.passage(match.trigger, match.trigger))]
    for host in hosts:
        going = unique([m for m in visitors if m.party.state != host.party.state])
        if not going:
            continue
        found = draft(match, going, [host], what=_form(match.trigger), detail=Detail(form=_form(match.trigger)))
        if len(hosts) > 1:
            _own_time(found, host, hosts, context)
        if place.startswith(host.party.state):
            found.place = place
            if named is not None:
                found.place_passage = context.document.passage(named.doc[named.start], named.doc[named.end - 1])
        yield found


def _by_name(match: Match, context: Context, who: list[Mention]) -> list[Mention]:
    """`we`, `they`, `the two sides` in talks are the leaders that the report is about."""
    if any(m.party.name or m.passage.quote.lower() not in _PLURALS for m in who):
        return who
    pair = context.reference.pair(match.trigger)
    if {p.state for p in pair} != {m.party.state for m in who}:
        return who
    return [context.mention(p.party, match.trigger) for p in pair]


def _further_hosts(match: Match, context: Context) -> list[Mention]:
    """`go on to X on Saturday and to Y on Sunday`: further places behind `to`, up to the next verb."""
    found: list[Mention] = []
    if match.trigger.lemma_ not in _GOING:
        return found
    for token in match.trigger.doc[match.trigger.i + 1 : match.sentence.span.end]:
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "acl"):
            break
        named = context.people.at(token)
        if (
            named is None
            or named.start != token.i
            or named.kind not in ("state", "capital", "city", "historic", "seat")
        ):
            continue
        before = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i] if t.lower_ != "the"]
        mention = context.people.mention(named)
        if before[-1:] == ["to"] and mention:
            found.append(mention)
    return found


def read_stay(context: Context, sentence: Sentence, _: list[Draft]) -> Iterator[Draft]:
    """`X was in Kabul for the inauguration`, `X will be in India on 29 November`: being there is a visit."""
    for token in sentence.span:
        named = context.people.at(token)
        said = next((c for c in token.children if c.lower_ == "due"), token)  # the parse hangs `due in X` on X
        copula = any(c.dep_ == "cop" and c.lemma_ == "be" for c in said.children)
        if not copula or named is None or named.party is None or named.kind not in ("state", "capital", "city"):
            continue
        if preposition(token) not in ("in", "at", "due"):
            continue
        who = [m for t in subject(said) for m in context.resolve(t) if m.party.name and m.party.kind == PERSON]
        host = context.people.mention(named, Party(named.party.state))
        going = unique([m for m in who if m.party.state != named.party.state])
        if not going or host is None:
            continue
        status, flags = status_of(token)
        if said is not token and status == "happened":
            status = "scheduled"
        span = narrow(sentence.span[0], sentence.span[-1], token)
        place = place_of(context, [token])[0]
        yield Draft(
            "visit", token, sentence, span, going, [host], what="visit", status=status, flags=flags, place=place,
            detail=Detail(form="visit"), confidence=0.5,
        )  # fmt: skip


def _own_time(found: Draft, host: Mention, hosts: list[Mention], context: Context) -> None:
    """`visit X on 2 June, Y on 5 June and Z on 6 June`: the time between one host and the next is the one's own."""
    later = [h.passage.start for h in hosts if h.passage.start > host.passage.end]
    end = min(later, default=found.sentence.end)
    times = [w for w in context.times(found.sentence) if host.passage.end <= w.passage.start < end]
    everywhere = [w for w in context.times(found.sentence) if w.relation == "in"]
    if times and len(everywhere) >= len(hosts):
        found.date, found.date_basis, found.date_passage = times[0].interval, times[0].basis, times[0].passage


def _sides(match: Match, context: Context) -> list[list[Mention]]:
    """The sides of each meeting that a match tells of: one for each counterpart met apart."""
    who = _by_name(match, context, unique(match.who))
    states = {m.party.state for m in who}
    if len(who) < 2 or len(states) < 2:
        return []
    if any(t.lemma_.lower() == "delegation" for tokens in match.slots.values() for t in tokens):
        return [who]
    lead = who[0]
    own = [m for m in who if m.party.state == lead.party.state]
    others = [m for m in who if m.party.state != lead.party.state]
    if len(own) > 1 and len(others) == 1 and match.frame.id in _SINGLE_HOST and all(m.party.name for m in own):
        return [[one, *others] for one in own]  # `was received by X, Y and Z`
    if len(others) < 2:
        return [who]
    same_state = len({m.party.state for m in others}) == 1
    if _met_apart(match) or (same_state and all(m.party.name for m in others) and not _one_occasion(match, context)):
        return [[*own, other] for other in others]
    return [who]


def _met_apart(match: Match) -> bool:
    """`met separately`, `met X and Y on the sidelines`, `spoke with the ministers of A, B and C`, `meetings with`."""
    if _APART & {t.lower_ for t in match.sentence.span}:
        return True
    return match.frame.id == "sit-down" or (
        match.trigger.tag_ == "NNS" and match.trigger.lemma_ in ("meeting", "bilateral")
    )


def _one_occasion(match: Match, context: Context) -> bool:
    """True for a call, and for the meeting of a readout whose title tells of one `meeting with X and Y`."""
    return match.frame.kind == "call" or "title:meeting" in context.words


def topics(match: Match, context: Context) -> str:
    """What was talked about: `on`/`about`/`over` phrases, else the object of a verb of discussion nearby."""
    timed = {i for w in context.times(match.sentence) for i in range(w.start, w.end)}
    for name in ("on", "about", "over", "regarding", "g:on", "g:about"):
        for token in match.slots.get(name, ()):
            if token.i not in timed and (text := wording(token)):
                return text
    for token in match.sentence.span:
        if token.lemma_ in _TOPIC_VERBS and is_verb(token):
            objects = [c for c in token.children if c.dep_ == "obj"]
            if objects:
                return ", ".join(w for t in expand(objects[0]) if (w := wording(t, longest=8)))[:160]
    return ""


def _rings(match: Match) -> bool:
    """True for `called President X`, false for `called X a friend`, `called the visit historic`."""
    objects = [c for c in match.trigger.children if c.dep_ in ("obj", "iobj", "xcomp", "ccomp")]
    return len(objects) == 1 and all(m.party.kind == PERSON and m.party.name for m in match.who)


def read_contact(match: Match, context: Context) -> Iterator[Draft]:
    """Meetings and calls: a draft for each counterpart met apart."""
    if match.trigger.tag_ in ("NNP", "NNPS") and match.frame.fill and match.frame.kind == "meeting":
        return  # `the Commonwealth Heads of Government Meeting`: a gathering by its name
    if (match.frame.id == "call-somebody" and not _rings(match)) or _made_possible(match.trigger):
        return
    if match.frame.kind == "call" and _taken_up(match.trigger):
        return
    if body_in_session(match) is not None or (match.trigger.lemma_.lower() == "session" and "with" not in match.slots):
        return  # a gathering
    if _invited_to(match.trigger) or _at_large(match):
        return
    for sides in _sides(match, context):
        found = draft(match, sides, what=topics(match, context) or match.trigger.lemma_)
        if match.frame.kind == "meeting":
            put_place(found, match, context)
        yield found
