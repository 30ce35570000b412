"""Visits without a word of travel: who is there, who visits those that receive him, a trip that is put off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.language.offices import ENVOYS, TITLE_HEADS
from dostyk.language.party_nouns import noun_of
from dostyk.model import PERSON, Detail, Interval, Mention, Party
from dostyk.reading.arguments import preposition, subject
from dostyk.reading.calling_off import calls_off
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.readers.base import narrow
from dostyk.reading.readers.places import place_of, states_only
from dostyk.reading.readers.visits import REACH, describes
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STAY = 31  # days: who has been in a state for longer lives there
GROUPS = frozenset("delegation team group mission party".split())
_TRIPS = frozenset(["visit", "trip", "journey", "tour"])


def read_stay(context: Context, sentence: Sentence, _: list[Draft]) -> Iterator[Draft]:
    """`X was in Kabul for the inauguration`, `has been in the capital since Sunday`: being there is a visit."""
    for token in sentence.span:
        said = next((c for c in token.children if c.lower_ == "due"), token)  # the parse hangs `due in X` on X
        copula = any(c.dep_ == "cop" and c.lemma_ == "be" for c in (*said.children, *token.children))
        host = _host_here(context, token) if copula else None
        if host is None or preposition(token) not in ("in", "at", "due"):
            continue
        who = [m for t in subject(said) or subject(token) for m in context.resolve(t) if _travels(t, m)]
        going = unique([m for m in who if m.party.state != host.party.state])
        if not going:
            continue
        status, flags = status_of(token)
        if said is not token and status == "happened":
            status = "scheduled"
        span = narrow(sentence.span[0], sentence.span[-1], token)
        place = place_of(context, [token])[0]
        stay = Draft(
            "visit", token, sentence, span, going, [host], what="visit", status=status, flags=flags, place=place,
            detail=Detail(form="visit"), confidence=0.5,
        )  # fmt: skip
        _until_now(context, stay)
        _now(context, stay, said)
        yield stay


def _travels(noun: Token, mention: Mention) -> bool:
    """True for persons, named or by their office, and delegations; envoys live where they are."""
    if mention.party.name:
        return mention.party.kind == PERSON
    word = noun_of(noun)
    return word in GROUPS or (word in TITLE_HEADS and word not in ENVOYS)


def _host_here(context: Context, token: Token) -> Mention | None:
    """The state of a place that somebody is in, named or told of as its capital."""
    named = context.people.at(token)
    if named is not None and named.party is not None and named.kind in ("state", "capital", "city"):
        return context.people.mention(named, Party(named.party.state))
    found = context.resolve(token) if token.lower_ == "capital" else []
    return found[0] if len(found) == 1 and not found[0].party.name else None


def _until_now(context: Context, stay: Draft) -> None:
    """`has been there since Sunday`: from then to the day of the report."""
    since = next((w for w in context.times(stay.sentence) if w.relation == "since"), None)
    day = context.report.published
    if since is None or day is None or stay.status != "happened" or not 0 <= (day - since.interval.low).days <= _STAY:
        return
    stay.date = Interval.between(since.interval.low, day)
    stay.date_basis, stay.date_passage = since.basis, since.passage


def _now(context: Context, stay: Draft, said: Token) -> None:
    """`is in Tbilisi for talks`: on the day of the report, where no other is told."""
    now = any(c.dep_ == "cop" and c.lower_ in ("is", "are") for c in (*said.children, *stay.trigger.children))
    if stay.status == "happened" and now:
        stay.status = "ongoing"
        if context.report.published is not None and stay.date is None and not context.times(stay.sentence):
            stay.date, stay.date_basis = Interval.day(context.report.published), "report"


def read_guest(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """`visiting Omani Foreign Minister X was received by Y`: a visit to the state of the others in the sentence."""
    for token in sentence.span:
        named = context.people.right_of(token, REACH) if token.lower_ == "visiting" and describes(token) else None
        visitor = context.people.mention(named) if named is not None else None
        if visitor is None or any(d.kind == "visit" and d.sentence is sentence for d in found):
            continue
        others = [m for n in context.people.in_sentence(sentence) if n.person and (m := context.people.mention(n))]
        hosts = states_only([m for m in others if m.party.state != visitor.party.state])
        if len(hosts) == 1:
            yield made(sentence, token, [visitor], hosts, "ongoing")


def made(sentence: Sentence, trigger: Token, who: list[Mention], whom: list[Mention], status: str) -> Draft:
    """The draft of a visit that no frame reads."""
    span = narrow(sentence.span[0], sentence.span[-1], trigger)
    return Draft(
        "visit", trigger, sentence, span, who, whom, what="visit", status=status, detail=Detail(form="visit"),
        confidence=0.5,
    )  # fmt: skip


def read_put_off(_: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """`The trip had been planned for June but was deferred`: an earlier plan of the visit told of just before."""
    for token in sentence.span:
        if token.lemma_.lower() not in _TRIPS or token.dep_ not in ("nsubj", "nsubj:pass") or _owned(token):
            continue
        verbs = [token.head, *(c for c in token.head.children if c.dep_ == "conj")]
        visit = next((d for d in reversed(found) if d.kind == "visit"), None)
        near = visit is not None and 0 < sentence.index - visit.sentence.index <= 2
        if visit is not None and near and any(calls_off(v) for v in verbs):
            off = made(sentence, token, list(visit.who), list(visit.whom), "cancelled")
            off.flags, off.place = ("postponed",), visit.place
            yield off


def _owned(noun: Token) -> bool:
    """True where a noun says itself whose it is or where to."""
    return any(c.dep_.startswith(("nmod", "compound", "acl")) for c in noun.children)
