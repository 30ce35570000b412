"""Visits, meetings, calls, messages, gatherings, invitations, honours: people and states in touch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.people import Named
from dostyk.model import Detail, Mention, Party
from dostyk.reading.arguments import expand, is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import action, draft, first_wording, wording

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMS = ("state", "official", "working", "private", "courtesy", "friendly", "royal", "historic")
_APART = frozenset(["separately", "respectively", "each", "separate"])
_TOPIC_VERBS = frozenset(["discuss", "review", "exchange", "explore", "address", "examine", "consider", "cover", "focus", "underscore"])
_AWARD = re.compile(
    r"(?:[\"“'‘][\w\s-]{2,30}[\"”'’]\s+)?(?:[A-Z][\w’'-]+\s+){0,4}"
    r"(?:Order|Medal|Grand\s+C\w+|Collar|Star|Cross|Knight\w*|Nishan|Prize|Award)"
    r"(?:\s+(?:of|for|the|de|la|du|and|in|[A-Z1-9IVX][\w’'-]*|(?:first|second|third)[\s-](?:class|degree)))*"
)
_DEGREE = re.compile(r"\bhonorary\s+(?:\w+\s+){0,3}?(?:doctorate|degree|professor\w*|citizen\w*|\w+)", re.I)


def states_only(mentions: list[Mention]) -> list[Mention]:
    """Mentions reduced to the states of their parties, each once."""
    kept: dict[str, Mention] = {}
    for m in mentions:
        if m.party.state and m.party.state != "IGO":
            kept.setdefault(m.party.state, Mention(Party(m.party.state), m.passage))
    return list(kept.values())


def place_of(context: Context, tokens: list[Token]) -> tuple[str, Named | None]:
    """(`ISO3:City` or `ISO3`, where it is named) of the first place among noun phrases; a city goes before a state."""
    best: tuple[str, Named | None] = ("", None)
    for head in tokens:
        for token in (head, *head.subtree):
            named = context.people.at(token)
            if named is None or named.kind not in ("city", "capital", "state", "historic") or named.party is None:
                continue
            if named.kind in ("city", "capital"):
                return f"{named.party.state}:{named.doc[named.start : named.end].text}", named
            best = best if best[0] else (named.party.state, named)
    return best


def _form(trigger: Token) -> str:
    words = [c.lower_ for c in trigger.children if c.dep_ in ("amod", "compound")]
    for child in trigger.children:
        if child.dep_.startswith("obl") and child.lemma_ in ("visit", "trip"):
            words += [c.lower_ for c in child.children]
    found = next((f for f in _FORMS if f in words), "")
    return f"{found} visit" if found else "visit"


def read_visit(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each host state."""
    visitors = [m for m in match.who if m.party.state != "IGO"]
    place, named = place_of(context, [t for name in ("to", "in", "at", "obj", "g:to", "g:in", "for") for t in
                                      match.slots.get(name, ())])  # fmt: skip
    hosts = states_only(match.whom)
    if not hosts and place:
        hosts = [Mention(Party(place[:3]), context.document.passage(match.trigger, match.trigger))]
    for host in hosts:
        going = unique([m for m in visitors if m.party.state != host.party.state])
        if not going:
            continue
        found = draft(match, going, [host], what=_form(match.trigger), detail=Detail(form=_form(match.trigger)))
        if place.startswith(host.party.state):
            found.place = place
            if named is not None:
                found.place_passage = context.document.passage(named.doc[named.start], named.doc[named.end - 1])
        yield found


def _sides(match: Match) -> list[list[Mention]]:
    """The sides of each meeting that a match tells of: one for each counterpart met apart."""
    who = unique(match.who)
    states = {m.party.state for m in who}
    if len(who) < 2 or len(states) < 2:
        return []
    lead = who[0]
    others = [m for m in who[1:] if m.party.state != lead.party.state]
    own = [m for m in who if m.party.state == lead.party.state]
    apart = bool(_APART & {t.lower_ for t in match.sentence.span})
    same_state = len({m.party.state for m in others}) == 1
    if len(others) > 1 and all(m.party.name for m in others) and (apart or same_state):
        return [[*own, other] for other in others]
    if apart and len(others) > 1:
        return [[*own, other] for other in others]
    return [who]


def topics(match: Match) -> str:
    """What was talked about: `on`/`about`/`over` phrases, else the object of a verb of discussion nearby."""
    direct = first_wording(match, "on", "about", "over", "regarding", "g:on", "g:about")
    if direct:
        return direct
    for token in match.sentence.span:
        if token.lemma_ in _TOPIC_VERBS and is_verb(token):
            objects = [c for c in token.children if c.dep_ == "obj"]
            if objects:
                return ", ".join(w for t in expand(objects[0]) if (w := wording(t, longest=8)))[:160]
    return ""


def read_contact(match: Match, context: Context) -> Iterator[Draft]:
    """Meetings and calls: a draft for each counterpart met apart."""
    for sides in _sides(match):
        found = draft(match, sides, what=topics(match) or match.trigger.lemma_)
        if match.frame.kind == "meeting":
            put_place(found, match, context)
        yield found


def put_place(found: Draft, match: Match, context: Context) -> None:
    """The place that an `in` or `at` phrase of the trigger names."""
    slots = [t for name in ("in", "at", "g:in", "g:at") for t in match.slots.get(name, ())]
    found.place, named = place_of(context, slots)
    if named is not None:
        found.place_passage = context.document.passage(named.doc[named.start], named.doc[named.end - 1])


def read_message(match: Match, context: Context) -> Iterator[Draft]:
    """A message from one side to another."""
    if match.who and match.whom:
        what = first_wording(match, "obj", "on", "for") or match.trigger.lemma_
        yield draft(match, match.who[:2], match.whom[:2], what=what)


def read_gathering(match: Match, context: Context) -> Iterator[Draft]:
    """A gathering by its name, with those said to take part."""
    heads = [t for name in ("obj", "in", "at") for t in match.slots.get(name, ())] or [match.trigger]
    events = [t for t in heads if _is_event(match, t)] or ([match.trigger] if not is_verb(match.trigger) else [])
    for head in events[:1]:
        name = wording(head)
        if match.who and name:
            found = draft(match, unique(match.who), what=name)
            put_place(found, match, context)
            yield found


def _is_event(match: Match, token: Token) -> bool:
    lemmas = match.frame.object.union(*match.frame.with_.values()) if match.frame.with_ else match.frame.object
    return token.lemma_.lower() in lemmas


def read_cooperation(match: Match, context: Context) -> Iterator[Draft]:
    """A joint exercise, exchange or delivery."""
    if len(match.who) >= 2:
        yield draft(match, unique(match.who), what=first_wording(match, "obj"))


def read_invitation(match: Match, context: Context) -> Iterator[Draft]:
    """An invitation: inviter, invitee, what for, who conveyed it, whether it was accepted."""
    who, whom = match.who[:1], match.whom[:2]
    if not who or not whom or {m.key for m in who} & {m.key for m in whom}:
        return
    accepted = "accepted" if _accepted(match) else ""
    carrier = _carrier(match, context, who, whom)
    what = _invited_to(match) or "to visit"
    found = draft(
        match, who, whom, what=f"{what} (accepted)" if accepted else what,
        detail=Detail(accepted=accepted, conveyed_by=carrier.key if carrier else ""), status="happened",
    )  # fmt: skip
    yield found


def _accepted(match: Match) -> bool:
    if match.trigger.lemma_ == "accept":
        return True
    at = any(c.dep_ == "case" and c.lower_ in ("at", "upon", "on") for c in match.trigger.children)
    return at or any(t.lemma_ == "accept" for t in match.sentence.span)


def _invited_to(match: Match) -> str:
    for child in match.trigger.children:
        if child.dep_ in ("xcomp", "acl", "advcl", "ccomp") and child.tag_ == "VB":
            return f"to {action(child)}"
    return first_wording(match, "for")


def _carrier(match: Match, context: Context, who: list[Mention], whom: list[Mention]) -> Mention | None:
    taken = {m.key for m in (*who, *whom)}
    if is_verb(match.trigger):
        return None
    subject = [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    return next((m for m in subject if m.key not in taken), None)


def read_honour(match: Match, context: Context) -> Iterator[Draft]:
    """An award with giver and receiver; the giver may be left to the report."""
    award = award_name(match.sentence.text)
    receivers = [m for m in match.whom if m.party.name or not match.who]
    givers = match.who
    if match.trigger.lemma_ == "receive":
        receivers, givers = [m for t in match.slots.get("subj", ()) for m in context.resolve(t)], [
            m for name in ("from", "by") for t in match.slots.get(name, ()) for m in context.resolve(t)
        ]  # fmt: skip
    if not award or not receivers:
        return
    if not givers:
        state = next((c for c in context.reference.leading_states(3) if c != receivers[0].party.state), "")
        if not state:
            return
        givers = [context.mention(Party(state), match.trigger)]
    givers = [m for m in givers if m.key not in {r.key for r in receivers}]
    if givers:
        yield draft(match, givers[:1], receivers[:2], what=award, detail=Detail(award=award))


def award_name(text: str) -> str:
    """The name of an order, medal or honorary degree in a sentence, empty where there is none."""
    for pattern in (_AWARD, _DEGREE):
        found = pattern.search(text)
        if found:
            return " ".join(found.group().split()).strip()
    return ""
