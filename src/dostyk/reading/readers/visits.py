"""Visits: who travels to which state, also where a report only says that they are there or where they go next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dostyk.language.offices import TITLE_HEADS
from dostyk.language.persons import Named
from dostyk.model import PERSON, Detail, Mention, Party
from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, state_at, unique
from dostyk.reading.match import Match
from dostyk.reading.nouns import noun_before
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.places import place_of, states_only, welcomes_no_guest
from dostyk.reading.readers.travellers import travellers
from dostyk.reading.status import status_of
from dostyk.reading.visit_length import ENDING

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVING = frozenset("fly leave depart head travel continue proceed".split())
_CALLING = frozenset("courtesy farewell introductory protocol".split())
_SETTING_OUT = frozenset(["come", "arrive", "leave", "depart"])
_FORMS = ("state", "official", "working", "private", "courtesy", "friendly", "royal", "historic")
_GOING = frozenset("go travel fly come continue proceed head visit leave depart welcome host return".split())
PLACES = ("state", "capital", "city", "historic", "seat")  # kinds of names that one travels to
_PERMANENT = frozenset("permanent diplomatic observer peacekeeping monitoring".split())
_STAY = 14  # days of a working trip
REACH = 6  # tokens between `visiting` and the name
_STATIONED = frozenset("diplomat ambassador envoy consul attaché attache staff troop force citizen national".split())
_SENT_OUT = frozenset(["delegation", "mission", "team", "head", "chief"])
_PLACE_ONLY = {"reach": ("obj",), "go-away": ("obj", "from"), "back-from": ("from",)}


def _form(trigger: Token) -> str:
    words = [c.lower_ for c in trigger.children if c.dep_ in ("amod", "compound")]
    for child in trigger.children:
        if child.dep_.startswith("obl") and child.lemma_ in ("visit", "trip"):
            words += [c.lower_ for c in child.children]
    found = next((f for f in _FORMS if f in words), "")
    return f"{found} visit" if found else "visit"


def _only_invited(trigger: Token) -> bool:
    """`invited X to visit`, `asked X to visit`: told of by the invitation."""
    if trigger.tag_ == "VB" and trigger.dep_ in ("xcomp", "ccomp", "advcl") and trigger.head.lemma_ == "ask":
        return True
    token = trigger
    for _ in range(3):
        token = token.head
        if token.lemma_ in ("invite", "invitation"):
            return True
    return False


def _accepted(trigger: Token) -> bool:
    """`accepted an invitation from X to visit Y`: what one is invited to is still to come."""
    return trigger.tag_ == "VB" and noun_before(trigger, {"invitation"}, 12) is not None


def _on_the_way(trigger: Token) -> bool:
    """`flew on to Baku, where he will pay a state visit`: who has left for a place has not been there."""
    if trigger.lemma_ not in _LEAVING:
        return False
    where = next((t for t in trigger.doc[trigger.i + 1 : trigger.sent.end] if t.lower_ == "where"), None)
    return where is not None and any(t.lower_ in ("will", "is") for t in trigger.doc[where.i + 1 : where.i + 4])


def _standing(match: Match) -> bool:
    """`Permanent Mission to the United Nations`: an office, nobody travels; `stay away`: nobody comes."""
    trigger = match.trigger
    if match.frame.id == "mission-to":
        return trigger.text[:1].isupper() or any(c.lower_ in _PERMANENT for c in trigger.children)
    return trigger.lemma_ == "stay" and any(c.lower_ == "away" for c in trigger.children)


def _by_many(match: Match) -> bool:
    """`over 100,000 Finns visit Chile each year`: people who travel for themselves."""
    counted = any(
        t.tag_ in ("NNS", "NNPS")
        and any(c.dep_ == "nummod" and len(c.text) > 3 and c.text[:1].isdigit() for c in t.children)
        for t in match.slots.get("subj", ())
    )
    behind = [t.lower_ for t in match.trigger.doc[match.trigger.i : match.sentence.span.end]]
    yearly = any(a in ("each", "every") and b in ("year", "summer", "month") for a, b in pairwise(behind))
    return counted or (yearly and match.trigger.tag_ in ("VBP", "VBZ"))


def read_visit(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each host state."""
    trigger = match.trigger
    if match.frame.id == "work-in" and not _for_some_days(match, context):
        return  # who works somewhere lives there
    if _only_invited(trigger) or _standing(match) or _by_many(match) or welcomes_no_guest(match, context):
        return
    if any(c.lower_ in _CALLING for c in trigger.children):
        return  # `paid a courtesy visit to President X`: a meeting
    if (
        match.trigger.lower_ == "visiting"
        and describes(match.trigger)
        and context.people.right_of(match.trigger, REACH)
    ):
        return  # `visiting President X`: see `read_guest`
    doers = [*match.slots.get("subj", ()), *match.slots.get("gsubj", ()), *match.slots.get("of", ())]
    visitors = [m for m in match.who or travellers(context, doers) if m.party.state != "IGO" or _travels(m)]
    place, named = place_of(context, [t for name in ("to", "in", "at", "obj", "g:to", "g:in", "for", "from") for t in
                                      match.slots.get(name, ())])  # fmt: skip
    hosts = states_only(match.whom)
    if match.frame.id in _PLACE_ONLY and not _only_places(match, context):
        return
    if is_verb(match.trigger):
        hosts = states_only([*_further_hosts(match, context), *hosts])
    elif (bare := _bare_place(match.trigger, context)) is not None:
        hosts = states_only([bare])
    if not hosts and place:
        hosts = [Mention(Party(state_at(place)), context.document.passage(match.trigger, match.trigger))]
    for host in hosts:
        going = unique([m for m in visitors if m.party.state != host.party.state])
        if not going:
            continue
        found = draft(match, going, [host], what=_form(match.trigger), detail=Detail(form=_form(match.trigger)))
        if len(hosts) > 1:
            _own_time(found, host, hosts, context)
        if found.status == "happened" and (made_by := _made_by(match)) is not None:
            found.status = status_of(made_by)[0]
        ahead = (_accepted, _on_the_way, _follows_another)
        if found.status == "happened" and any(lies_ahead(match.trigger) for lies_ahead in ahead):
            found.status = "scheduled"
        if found.status == "ongoing" and match.trigger.lemma_ in _SETTING_OUT:
            found.status = "scheduled"  # `is coming`, `is leaving for X`
        if found.status == "scheduled" and match.frame.id in ("pay-visit", "visit-of") and _to_be_ended(match.trigger):
            found.status = "ongoing"
        if place.startswith(host.party.state):
            found.place = host.party.state if _toured(match) else place
            if named is not None:
                found.place_passage = context.document.passage(named.doc[named.start], named.doc[named.end - 1])
        yield found


def _travels(mention: Mention) -> bool:
    """True for who acts for a body, named or by the office (`the IAEA Director General`), not for a body itself."""
    if mention.party.kind == PERSON:
        return True
    return any(word in TITLE_HEADS or word in _SENT_OUT for word in mention.passage.quote.lower().split())


def _toured(match: Match) -> bool:
    """`toured a factory in X`: a thing seen on the way is not the place of the whole visit."""
    verb = is_verb(match.trigger) and match.trigger.lemma_ in ("tour", "visit")
    seen = match.slots.get("obj", ()) if verb else ()
    return any(t.tag_ in ("NN", "NNS") for t in seen)


def _to_be_ended(visit: Token) -> bool:
    """`will conclude their visit on Friday`, `the visit will end on Friday`: it has begun."""
    verb = visit.head if visit.dep_ == "nsubj" else governing_verb(visit)
    return verb is not None and verb.lemma_ in ENDING


def _for_some_days(match: Match, context: Context) -> bool:
    """`worked there from 3 to 5 May`."""
    days = [w.interval for w in context.times(match.sentence) if w.interval.precision == "interval"]
    return any((stay.high - stay.low).days <= _STAY for stay in days)


def _follows_another(visit: Token) -> bool:
    """`left on a visit to X, followed by a visit to Y`: who has set out has not been to the second place."""
    by = visit.head
    over = next((t for t in by.ancestors if t.lemma_ in _LEAVING), None)
    return by.lemma_ == "follow" and any(c.lower_ == "by" for c in visit.children) and over is not None


def _made_by(match: Match) -> Token | None:
    """The verb of `the visit that X will make to Y`."""
    return next((c for c in match.trigger.children if c.dep_ == "acl:relcl" and c.lemma_ in match.frame.light), None)


def _only_places(match: Match, context: Context) -> bool:
    """True for `left Moscow`, `returned from Norway`; not for `left Norway's government`, `Norway left the union`."""
    heads = [t for name in _PLACE_ONLY[match.frame.id] for t in match.slots.get(name, ())]
    named = [context.people.at(t) for t in heads]
    goers = [n for t in match.slots.get("subj", ()) if (n := context.people.at(t)) is not None]
    if any(n.person is None and n.kind in ("state", "capital", "historic") for n in goers):
        return False
    if match.frame.id == "go-away" and any(_stationed(t, context) for t in match.slots.get("subj", ())):
        return False  # `the expelled diplomats left Moscow`, `Ambassador X leaves London`
    return bool(heads) and all(n is not None and n.kind in PLACES for n in named[:1])


def _stationed(token: Token, context: Context) -> bool:
    """True for those who live where they leave: envoys and their staff."""
    named = context.people.at(token)
    titles = named.person.title_words() if named is not None and named.person is not None else frozenset()
    return bool(_STATIONED & (titles | {token.lemma_.lower()}))


def _bare_place(trigger: Token, context: Context) -> Mention | None:
    """`his first official visit China`: a place right behind the noun, its preposition left out."""
    named = context.people.at(trigger.nbor(1)) if trigger.i + 1 < trigger.sent.end else None
    if named is None or named.start != trigger.i + 1 or named.kind not in PLACES:
        return None
    return context.people.mention(named)


def _further_hosts(match: Match, context: Context) -> list[Mention]:
    """`go on to X on Saturday and to Y on Sunday, return via Z`: further places on the way, up to the next verb."""
    found: list[Mention] = []
    last = -9  # end of the place named last
    if match.trigger.lemma_ not in _GOING:
        return found
    for token in match.trigger.doc[match.trigger.i + 1 : match.sentence.span.end]:
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "acl"):
            break
        named = context.people.at(token)
        if named is None or named.start != token.i or named.kind not in PLACES:
            continue
        before = [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i] if t.lower_ != "the"]
        mention = context.people.mention(named)
        listed = before[-1:] in (["and"], [","]) and (0 <= token.i - last <= 3 or _dated(match.trigger, named))
        if mention and (before[-1:] in (["to"], ["via"]) or listed):
            found.append(mention)
            last = named.end
    return found


def _dated(trigger: Token, place: Named) -> bool:
    """`visited A from 2 to 4 May and B from 5 May`: a place of the list has days of its own."""
    behind = place.doc[place.end].lower_ if place.end < len(place.doc) else ""
    return trigger.lemma_ == "visit" and behind in ("from", "on", "between")


def _own_time(found: Draft, host: Mention, hosts: list[Mention], context: Context) -> None:
    """`visit X on 2 June, Y on 5 June and Z on 6 June`: the time between one host and the next is the one's own."""
    later = [h.passage.start for h in hosts if h.passage.start > host.passage.end]
    end = min(later, default=found.sentence.end)
    times = [w for w in context.times(found.sentence) if host.passage.end <= w.passage.start < end]
    everywhere = [w for w in context.times(found.sentence) if w.relation == "in"]
    if times and len(everywhere) >= len(hosts):
        found.date, found.date_basis, found.date_passage = times[0].interval, times[0].basis, times[0].passage


def describes(token: Token) -> bool:
    """True for the `visiting` of `the visiting president`, not for that of `is visiting`."""
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    return before not in ("is", "are", "was", "were", "be", "been", "by", "of", "when", "while", "after", "before")
