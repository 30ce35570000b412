"""Sanctions: expulsions, summons, recalls, bans and designations, and answers in kind that are told by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.base import action, draft, first_wording, wording
from dostyk.reading.readers.expulsions import STAFF, behind, expulsion, from_object, other, recall
from dostyk.reading.readers.restrictions import (
    RESTRICTIONS,
    joined_with,
    read_restriction,
    report_target,
)
from dostyk.reading.surface import Around, Chunk, mentions_of, passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UNWELCOME = frozenset(["grata", "gratae", "undesirable", "unwelcome"])
_LEAVING = frozenset(["leave", "depart", "out", "quit", "hours"])
_ANSWER = frozenset(["follow", "retaliate", "respond", "reciprocate", "reply"])
_OFFICES = re.compile(
    r"\b(?:Foreign Ministry|Ministry of Foreign Affairs|Foreign Office|foreign (?:ministry|office)|State Department"
    r"|ministry)\b"
)
_RECALLS = frozenset(["recall-envoy", "call-home"])
_OUSTING = frozenset(["expel", "order-out", "have-to-leave", "declare-unwelcome", "expulsion"])
_BY_DECREE = frozenset(["impose", "imposition", "designate", "order-signed", "emergency"])
_STANDS_OUT = 4  # weight of the state that a report of measures is about
_ORDERING = frozenset(["sign", "issue", "designate", "impose", "announce"])
_CALLING = frozenset(["summon", "call-in"])
_ENABLING = frozenset(["authorize", "authorise", "allow", "enable", "permit", "empower"])
_BODY = re.compile(r"\b(?:Department|Ministry|Treasury|Office|Council|Commission|Agency|Board)\b")
_ANSWERED = Frame(id="answered-in-kind", kind="sanction")


def read_sanction(match: Match, context: Context) -> Iterator[Draft]:
    """A measure of one side against another, one draft for each state that it hits."""
    if match.frame.id in RESTRICTIONS:
        yield from read_restriction(match, context)
        return
    if not _is_measure(match):
        return
    actor, target = _sides(match, context)
    if actor is None or target is None or actor.party.state == target.party.state:
        return
    around = Around(context, match.sentence, match.trigger)
    together = [m for m in match.who if m.party.state not in (actor.party.state, target.party.state, "IGO")]
    acting = [actor, *unique([m for m in together if match.frame.id in _RECALLS])]
    for hit in _each_hit(match, around, target):
        for one in acting:  # `Chile and Peru recalled their ambassadors`
            if hit.party.state != one.party.state:
                yield from _against(match, context, one, hit)


def _each_hit(match: Match, around: Around, target: Mention) -> list[Mention]:
    """Every state that a measure hits: those enumerated with its target, and those in the subject of a summons."""
    if not is_verb(match.trigger) or match.frame.id not in _OUSTING | _CALLING | _BY_DECREE:
        return [target]
    called = _called(match, around) if match.frame.id in _CALLING else []
    return [*joined_with(around, target), *called]


def _called(match: Match, around: Around) -> list[Mention]:
    """`the ambassador of A, the chargé of B and an envoy of C were called in`: all who stand in the subject."""
    if not around.passive:
        return []
    inside = {t.i for noun in subject(match.trigger) for t in noun.subtree}
    return [m for c in around.chunks if c.start in inside and c.end <= match.trigger.i for m in c.mentions]


def _against(match: Match, context: Context, actor: Mention, target: Mention) -> Iterator[Draft]:
    if match.frame.id in _OUSTING:
        target = Mention(Party(target.party.state), target.passage)
        actor = Mention(Party(actor.party.state), actor.passage)
    found = draft(match, [_as_body(context, actor)], [target], what=_measure(match))
    lemmas = {t.lemma_.lower() for t in match.trigger.doc[max(0, match.trigger.i - 8) : match.trigger.i + 4]}
    if lemmas & _ENABLING and found.status == "happened":
        found.status, found.date_basis = "proposed", ""
    if found.status == "scheduled" and _decided(match, actor):
        found.status = "happened"
    yield found


def _decided(match: Match, actor: Mention) -> bool:
    """`the Council decided to prolong …`: an international body's decision is the measure."""
    before = match.trigger.doc[match.sentence.span.start : match.trigger.i]
    told = any(t.lemma_.lower() in ("decide", "vote", "decision", "act") and t.tag_ != "VB" for t in before)
    return actor.party.state == "IGO" and told and not any(t.lower_ in ("will", "shall") for t in before)


def _as_body(context: Context, mention: Mention) -> Mention:
    """A ministry or department that acts stays one, where its name stands for the state elsewhere."""
    text = context.report.text[mention.passage.start : mention.passage.end]
    if mention.party.name or not _BODY.search(text):
        return mention
    return Mention(Party(mention.party.state, text, BODY), mention.passage)


def _no_place(preposition: Token, verb: Token) -> bool:
    """`called in the envoy`, `called X in over the raid`, unlike `called the killings in Y a crime`."""
    return preposition.i == verb.i + 1 or not preposition.nbor(1).tag_.startswith("NN")


def _is_measure(match: Match) -> bool:
    lemmas = {t.lemma_.lower() for t in match.sentence.span}
    frame = match.frame.id
    if frame in ("order-out", "have-to-leave"):
        behind = {t.lower_ for t in match.trigger.doc[match.trigger.i : match.trigger.i + 14]}
        people = bool(lemmas & STAFF) or any(t.tag_ == "NNPS" for t in match.sentence.span)
        return bool(behind & _LEAVING) and people
    if frame == "emergency":
        return not passive(match.trigger)
    if frame == "sanctions-on":
        return not lemmas & {"lift", "end", "ease", "remove"}
    if frame == "call-in":
        start, end = match.trigger.i + 1, min(match.trigger.i + 6, match.sentence.span.end - 1)
        near = [t.lower_ for t in match.trigger.doc[start:end]]
        particle = any(t.lower_ == "in" and _no_place(t, match.trigger) for t in match.trigger.doc[start:end])
        inward = particle or ("to" in near and _OFFICES.search(match.sentence.text) is not None)
        return inward and bool(lemmas & STAFF)
    if frame == "call-home":  # `instructed our Ambassador to return for consultations`
        ahead = {t.lower_ for t in match.trigger.doc[match.trigger.i : match.trigger.i + 14]}
        return bool(ahead & {"return", "home"}) and bool(lemmas & STAFF)
    if frame in ("expel", "summon", "recall-envoy", "expulsion"):
        return bool(lemmas & STAFF) or match.frame.id in ("expel", "expulsion")
    return True


def _sides(match: Match, context: Context) -> tuple[Mention | None, Mention | None]:
    """(who acts, whom it hits), from slots and word order, the rest from the two states the report is about."""
    around = Around(context, match.sentence, match.trigger)
    if match.frame.id in _RECALLS:
        return recall(match, context, around)
    if match.frame.id == "have-to-leave":
        return from_object(context, match, around)
    if match.frame.id == "expulsion":
        return expulsion(context, match, around)
    actors = _actors(match, context, around, []) if is_verb(match.trigger) and not around.passive else []
    own = {a.party.state for a in actors[:1]}
    targets = [t for t in _targets(match, around) if t.party.state not in own]
    if match.frame.id == "expel" and not targets and _bare_number(match.trigger):
        return None, None  # told by its number: `read_answer`
    actors = actors or _actors(match, context, around, targets)
    if match.frame.id in _BY_DECREE and not targets:
        telling = bool(actors) and match.trigger.lemma_ in _ORDERING and is_verb(match.trigger)
        known = report_target(context, actors[0].party, _STANDS_OUT) if telling else None
        targets = [context.mention(known, match.trigger)] if known else []
        if not targets:
            return None, None  # whom a measure hits is not guessed where no state stands out
    if not targets and actors:
        targets = other(context, match, actors[0])
    if not actors and targets:
        actors = other(context, match, targets[0])
    actor = next((a for a in actors if not targets or a.party.state != targets[0].party.state), None)
    target = next((t for t in targets if actor is None or t.party.state != actor.party.state), None)
    return actor, target


def _targets(match: Match, around: Around) -> list[Mention]:
    if match.frame.id in ("order-signed", "emergency"):
        return mentions_of(behind(around, match.trigger))
    if not is_verb(match.trigger) and match.frame.id not in _BY_DECREE:
        return match.whom or mentions_of(around.after("of", "on", "against"))
    if match.frame.id in _BY_DECREE:
        preps = ("on", "against", "upon") if around.passive else ("on", "against", "upon", "with", "")
        hit = [c for c in behind(around, match.trigger) if (c.noun and not around.passive) or c.prep in preps]
        aimed = [c for c in behind(around, match.trigger) if _aimed_at(match.sentence.doc, c)]
        return mentions_of(aimed) or match.whom or mentions_of(hit)
    found = mentions_of(around.left()) if around.passive else mentions_of(around.object())
    if not found and around.passive:  # `Poland's chargé was called in`
        found = mentions_of([c for c in around.chunks if c.owner and c.end <= match.trigger.i][-1:])
    found = found or _called(match, around)
    if not found and match.frame.id == "call-in":
        found = mentions_of(around.after("in"))
    return found or match.whom or ([] if around.passive else mentions_of(behind(around, match.trigger)))


def _aimed_at(doc: Doc, chunk: Chunk) -> bool:
    """`sanctions targeting X's exports`, `measures aimed at X`."""
    before = [t.lower_ for t in doc[max(0, chunk.start - 2) : chunk.start]]
    return before[-1:] == ["targeting"] or before in (["aimed", "at"], ["directed", "at"])


def _actors(match: Match, context: Context, around: Around, targets: list[Mention]) -> list[Mention]:
    """Who acts; in a passive without `by`, the state one is expelled from or whose ministry summons."""
    hit = {t.party.state for t in targets}
    found = [m for m in (*match.who, *around.agent()) if m.party.state not in hit]
    if not found and (around.passive or not is_verb(match.trigger)):
        found = [m for m in mentions_of(around.after("from")) if m.party.state not in hit]
    if match.trigger.tag_ == "VBG" and not any(c.dep_.startswith("aux") for c in match.trigger.children):
        near = [m for c in around.chunks if c.end <= match.trigger.i for m in c.mentions if m.party.state not in hit]
        bound = match.trigger.head.lemma_ in ("commit", "pledge", "agree", "promise", "continue")
        found = found if found and bound else [m for m in near if m.party.name][-1:] or near[-1:] or found
    if not found and match.trigger.lemma_ in ("summon", "call"):
        found = _ministry(context, match, targets)
    if not found:
        free = [c for c in around.chunks if not c.prep and c.object_of < 0 and c.end <= match.trigger.i]
        found = [m for m in mentions_of(reversed(free)) if m.party.state not in (*hit, "IGO")]
    if not found and match.frame.id in _BY_DECREE and context.home and context.home not in hit:
        found = [context.mention(Party(context.home), match.trigger)]
    return found


def _ministry(context: Context, match: Match, targets: list[Mention]) -> list[Mention]:
    """`was summoned to the Foreign Ministry`: the ministry of the other state."""
    found = _OFFICES.search(match.sentence.text)
    others = other(context, match, targets[0]) if targets and found else []
    name = "Foreign Ministry" if found and found.group() == "ministry" else found.group() if found else ""
    return [Mention(Party(m.party.state, name, BODY), m.passage) for m in others]


def _measure(match: Match) -> str:
    """The measure in few words."""
    frame, trigger = match.frame.id, match.trigger
    if frame in ("expel", "order-out", "have-to-leave", "declare-unwelcome", "expulsion"):
        number = _counted(match)
        return f"expulsion of {number} diplomats" if number else "expulsion of diplomats"
    if frame in ("summon", "call-in"):
        return "ambassador summoned"
    if frame in _RECALLS:
        return "ambassador recalled"
    if not is_verb(trigger):
        return wording(trigger)
    if frame == "suspend-from":
        return action(trigger)
    return first_wording(match, "obj") or action(trigger)


def _counted(match: Match) -> str:
    """The number of people of a sentence, the one nearest to the trigger; empty without one."""
    doc, found = match.sentence.doc, []
    for token in match.sentence.span:
        after = doc[token.i + 1 : min(token.i + 4, len(doc))]
        if token.like_num and any(t.lemma_.lower() in STAFF or t.tag_ == "NNPS" for t in after):
            found.append(token)
    return min(found, key=lambda t: abs(t.i - match.trigger.i)).text if found else ""


def read_answer(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """`Italy followed with 30`, `France expelled 35`: the measure and its target are those told just before."""
    before = next(
        (d for d in reversed(earlier) if d.kind == "sanction" and d.sentence.index >= sentence.index - 2), None
    )
    if before is None or not before.whom:
        return
    for token in sentence.span:
        wanted = token.lemma_ in _ANSWER or (token.lemma_ in ("expel", "oust") and _bare_number(token))
        if not (is_verb(token) and wanted and _number_near(token)):
            continue
        actors = Around(context, sentence, token).left()
        who = [m for m in mentions_of(actors) if m.party.state != before.whom[0].party.state]
        if who:
            match = Match(_ANSWERED, token, sentence, {}, who, before.whom)
            number = _number_near(token)
            yield draft(match, who[:1], before.whom[:1], what=f"expulsion of {number} diplomats")


def _number_near(token: Token) -> str:
    window = token.doc[token.i + 1 : min(token.i + 5, len(token.doc))]
    return next((t.text for t in window if t.like_num), "")


def _bare_number(token: Token) -> bool:
    """True where the number behind a verb counts nothing that is named."""
    doc = token.doc
    for i in range(token.i + 1, min(token.i + 3, len(doc))):
        if doc[i].like_num:
            return i + 1 >= len(doc) or not doc[i + 1].tag_.startswith(("NN", "JJ"))
    return False
