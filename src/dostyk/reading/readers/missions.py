"""Missions of business people: `a trade mission to Peru`, `led executives to Lima`, `the mission was put off`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Mention
from dostyk.reading.arguments import governing_verb, is_verb, subject
from dostyk.reading.calling_off import calls_off
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft
from dostyk.reading.lengths import days_from, days_told
from dostyk.reading.planned_days import nearest_to
from dostyk.reading.readers.places import states_only
from dostyk.reading.readers.stays import made
from dostyk.reading.readers.visits import PLACES
from dostyk.reading.status import status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_TRADE = frozenset("trade business economic investment commercial export".split())
_MERCHANTS = frozenset("people leader executive entrepreneur representative company firm".split())
_AHEAD = frozenset("planned scheduled due set begin start leave".split())
_FORM = "mission"
_NEAR = 3  # sentences in which a mission told of before is `the mission`


def read_mission(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """The journey of a mission from its state to another; told of again, it takes its day from there."""
    trigger = next((t for t in sentence.span if _is_mission(t) or _leads_merchants(t)), None)
    visit = next((d for d in found if d.kind == "visit" and d.sentence is sentence), None)
    if trigger is None or visit is not None:
        if trigger is not None and visit is not None and _leads_merchants(trigger):
            visit.what, visit.detail = "trade mission", replace(visit.detail, form=_FORM)
        return
    told = next((d for d in reversed(found) if d.detail.form == _FORM
                 and sentence.index - d.sentence.index <= _NEAR), None)  # fmt: skip
    who, whom = _sender(context, trigger), _host(context, sentence, trigger)
    if told is not None and not (who and whom):
        _told_again(context, told, sentence)
    elif who and whom and who[0].party.state != whom[0].party.state and (_of_trade(trigger) or is_verb(trigger)):
        status, flags = _status(trigger)
        mission = made(sentence, trigger, who, whom, status)
        mission.what, mission.flags = "trade mission", flags
        mission.detail = Detail(form=_FORM)
        _put_day(context, mission, sentence)
        yield mission


def _is_mission(token: Token) -> bool:
    """`the trade mission`, and `the mission` of one told of before; no office abroad."""
    return token.lower_ == "mission" and (_of_trade(token) or any(c.lower_ in ("the", "this") for c in token.children))


def _of_trade(token: Token) -> bool:
    return any(c.lower_ in _OF_TRADE for c in token.children if c.dep_ in ("compound", "amod", "conj"))


def _leads_merchants(token: Token) -> bool:
    """`led business people to Lima`."""
    objects = [c for c in token.children if c.dep_ == "obj"] if token.lemma_ == "lead" and is_verb(token) else []
    return any(t.lemma_ in _MERCHANTS and any(c.lower_ in _OF_TRADE for c in t.children) for t in objects)


def _sender(context: Context, trigger: Token) -> list[Mention]:
    """Whose mission it is: by its own words, else who leads, sends or puts it off."""
    own = [n for c in trigger.children if (n := context.people.at(c)) is not None and c.dep_ in ("amod", "nmod:poss")]
    mentions = [m for n in own if (m := context.people.mention(n)) is not None]
    verb = trigger if is_verb(trigger) else governing_verb(trigger)
    if not mentions and verb is not None and (is_verb(trigger) or trigger.dep_ == "obj"):
        mentions = [m for t in subject(verb) for m in context.resolve(t)]
    return states_only(mentions)[:1]


def _host(context: Context, sentence: Sentence, trigger: Token) -> list[Mention]:
    """The state of the place that the words behind lead `to`."""
    behind = [n for n in context.people.in_sentence(sentence) if n.kind in PLACES and n.start > trigger.i]
    led = [n for n in behind if n.doc[n.start - 1].lower_ == "to" or n.doc[n.start - 2 : n.start].text == "to the"]
    return states_only([m for n in led if (m := context.people.mention(n)) is not None])[:1]


def _status(trigger: Token) -> tuple[str, tuple[str, ...]]:
    off = next((t for t in trigger.ancestors if is_verb(t) and calls_off(t)), None)
    if off is not None and not is_verb(trigger):
        return "cancelled", ("postponed",)
    return status_of(trigger)


def _told_again(context: Context, told: Draft, sentence: Sentence) -> None:
    """`The five-day mission, due to begin on 9 October, has been postponed.`"""
    _put_day(context, told, sentence)
    if any(is_verb(t) and calls_off(t) for t in sentence.span):
        told.status, told.flags = "cancelled", ("postponed",)


def _put_day(context: Context, mission: Draft, sentence: Sentence) -> None:
    """The days for which a mission was planned, not that on which it was put off."""
    when = next((w for w in context.times(sentence) if _is_ahead(w)), None)
    if when is None:
        return
    days, count = nearest_to(when, context.report.published), days_told(sentence.text)
    if count is not None and days.precision == "day":
        days = days_from(days.low, count) or days
    mission.date, mission.date_basis, mission.date_passage = days, when.basis, when.passage


def _is_ahead(when: When) -> bool:
    return bool({t.lower_ for t in when.token.doc[max(0, when.start - 4) : when.start]} & _AHEAD)
