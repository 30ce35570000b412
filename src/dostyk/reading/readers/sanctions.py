"""Sanctions: expulsions, summons, recalls, bans and designations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import is_verb, negated
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.nouns import noun_lemma
from dostyk.reading.readers.base import action, draft, first_wording, wording
from dostyk.reading.readers.expulsions import STAFF
from dostyk.reading.readers.hits import HITS, MEASURES, read_hit
from dostyk.reading.readers.measure_sides import BY_DECREE, OFFICES, RECALLS, called, sides_of
from dostyk.reading.readers.restrictions import RESTRICTIONS, joined_with, read_restriction
from dostyk.reading.surface import Around, passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNWELCOME = frozenset(["grata", "gratae", "undesirable", "unwelcome"])
_LEAVING = frozenset(["leave", "depart", "out", "quit", "hours"])
_OUSTING = frozenset(["expel", "order-out", "have-to-leave", "declare-unwelcome", "expulsion"])
_MEMBERS = frozenset(["suspend-member"])
_CALLING = frozenset(["summon", "call-in"])
_ONE_EACH = _OUSTING | _CALLING
_NO_COUNTRY = frozenset("match game team club league school university party parliament hall chamber class".split())
_COMING = frozenset(["come", "appear", "report"])
_STAYING = frozenset(["remain", "stay", "continue", "apply"])
_RESOLVING = frozenset(["agree", "decide", "vote", "plan", "intend", "decision"])
_THREAT = frozenset(["threaten", "threat", "warn", "warning"])
_AS_A_RULE = frozenset("generally usually typically normally often commonly".split())
_READY = frozenset(["readiness", "willingness", "commitment", "determination", "resolve"])
_ENABLING = frozenset(["authorize", "authorise", "allow", "enable", "permit", "empower"])
_BODY = re.compile(r"\b(?:Department|Ministry|Treasury|Office|Council|Commission|Agency|Board)\b")


def read_sanction(match: Match, context: Context) -> Iterator[Draft]:
    """A measure of one side against another, one draft for each state that it hits."""
    if match.frame.id in RESTRICTIONS:
        for found in read_restriction(match, context):
            _settle(match, found)
            yield found
        return
    if match.frame.id in HITS:
        yield from read_hit(match, context)
        return
    if not _is_measure(match):
        return
    actor, target = sides_of(match, context)
    if actor is None or target is None or actor.party.state == target.party.state:
        return
    around = Around(context, match.sentence, match.trigger)
    together = [
        m for m in (*match.who, *around.agent()) if m.party.state not in (actor.party.state, target.party.state)
    ]
    alone = [actor, *unique([m for m in together if match.frame.id in RECALLS and m.party.state != "IGO"])]
    decreed = match.frame.id in BY_DECREE and is_verb(match.trigger) and match.trigger.tag_ != "VBG"
    own = any(c.dep_ == "nsubj" for c in match.trigger.children)  # `A and B expelled`, not `A saw B expel`
    ousting = match.frame.id in _OUSTING | _CALLING and own
    joint = unique(together) if decreed or ousting else []
    hits = _each_hit(match, around, target)
    apart = [[hit] for hit in hits] if match.frame.id in _ONE_EACH else [hits]
    for together_hit in apart:
        for one in alone:  # `Chile and Peru recalled their ambassadors`
            against = [hit for hit in together_hit if hit.party.state != one.party.state]
            if against:
                yield from _against(match, context, one, against, joint)


def _each_hit(match: Match, around: Around, target: Mention) -> list[Mention]:
    """Every state that a measure hits: those enumerated with its target, and those in the subject of a summons."""
    if not is_verb(match.trigger) or match.frame.id not in _OUSTING | _CALLING | BY_DECREE | _MEMBERS:
        return [target]
    summoned = called(match, around) if match.frame.id in _CALLING else []
    named = match.whom if match.frame.id in BY_DECREE and target in match.whom else []
    return unique([*joined_with(around, target), *summoned, *(m for m in named if m.party.state != "IGO")])


def _against(
    match: Match, context: Context, actor: Mention, hits: list[Mention], joint: list[Mention]
) -> Iterator[Draft]:
    """The measure of one, or of several who decreed it together, against another or several others."""
    if match.frame.id in _OUSTING:
        hits = [Mention(Party(hit.party.state), hit.passage) for hit in hits]
        actor = Mention(Party(actor.party.state), actor.passage)
    acts = actor if match.frame.id in _OUSTING else _as_body(context, actor)
    hit_states = {hit.party.state for hit in hits}
    who = [acts, *(m for m in joint if m.party.state and m.party.state not in hit_states)]
    found = draft(match, who, hits, what=_measure(match))
    lemmas = {t.lemma_.lower() for t in match.trigger.doc[max(0, match.trigger.i - 8) : match.trigger.i + 4]}
    if _whether(match):  # `to decide whether to impose`
        found.status, found.date_basis = "proposed", ""
    if lemmas & _ENABLING and found.status == "happened":
        found.status, found.date_basis = "proposed", ""
    _settle(match, found)
    yield found


def _settle(match: Match, found: Draft) -> None:
    """What is decided stands; `will not impose` is denied, for what was never in force is not called off."""
    decided = _decided(match, found.who[0]) or match.trigger.head.lemma_ == "decision"
    if found.status == "scheduled" and decided:
        found.status = "happened"
    if found.status == "scheduled" and not is_verb(match.trigger) and match.trigger.head.lemma_ in _STAYING:
        found.status = "ongoing"  # `an embargo will remain in place`
    if found.status == "cancelled" and negated(match.trigger):
        found.status = "denied"


def _whether(match: Match) -> bool:
    return any(t.lower_ == "whether" for t in match.trigger.doc[max(0, match.trigger.i - 4) : match.trigger.i])


def _decided(match: Match, actor: Mention) -> bool:
    """`the Council decided to prolong …`: an international body's decision is the measure."""
    before = match.trigger.doc[match.sentence.span.start : match.trigger.i]
    told = any(t.lemma_.lower() in ("decide", "vote", "decision", "act", "agree") and t.tag_ != "VB" for t in before)
    return actor.party.state == "IGO" and told and not any(t.lower_ in ("will", "shall") for t in before)


def _as_body(context: Context, mention: Mention) -> Mention:
    """A ministry or department that acts stays one, where its name stands for the state elsewhere."""
    text = context.report.text[mention.passage.start : mention.passage.end]
    if mention.party.name or not _BODY.search(text):
        return mention
    return Mention(Party(mention.party.state, text, BODY), mention.passage)


def _no_place(preposition: Token, verb: Token) -> bool:
    """`called in the envoy`, `called X in over the raid`, unlike `called the killings in Y a crime`."""
    following = preposition.nbor(1)
    if following.ent_type_ == "PLACE" and following.i + 1 < len(verb.doc):
        owned = following.nbor(1).tag_.startswith(("POS", "NN", "JJ"))
        return owned and preposition.i == verb.i + 1  # `called in Chile's envoy`, not `called in Santiago for more`
    return preposition.i == verb.i + 1 or not following.tag_.startswith("NN")


def _is_measure(match: Match) -> bool:
    lemmas = {t.lemma_.lower() for t in match.sentence.span}
    frame = match.frame.id
    over = (match.trigger, *list(match.trigger.ancestors)[:2])
    if match.trigger.head.lemma_ in _THREAT or any(c.lower_ in _AS_A_RULE for t in over for c in t.children):
        return False  # a threat is a statement; `diplomats are usually given 72 hours to leave` tells of none
    if frame in ("order-out", "have-to-leave"):
        behind = {t.lower_ for t in match.trigger.doc[match.trigger.i : match.trigger.i + 14]}
        if match.trigger.lemma_ == "inform" and "that" in behind:
            return False  # `was informed that two diplomats had to leave`: read from the clause
        people = bool(lemmas & STAFF) or any(t.tag_ == "NNPS" for t in match.sentence.span)
        return (bool(behind & _LEAVING) or {"return", "country"} <= behind) and people
    before = match.trigger.doc[max(0, match.trigger.i - 2) : match.trigger.i]
    if frame == "impose" and any(t.lemma_ in _READY for t in before):
        return False  # `their readiness to adopt measures` is an undertaking
    if frame == "emergency":
        return not passive(match.trigger)
    if frame == "impose" and match.trigger.lemma_ == "announce" and "obj" not in match.slots:
        told = [c for c in match.trigger.children if c.dep_ == "ccomp"]
        return not any(noun_lemma(c) not in MEASURES for c in told)  # the act has a verb of its own
    if frame == "lift":
        return _is_lifted(match)
    if frame == "sanctions-on":
        return not lemmas & {"lift", "end", "ease", "remove"}
    if frame == "call-in":
        start, end = match.trigger.i + 1, min(match.trigger.i + 6, match.sentence.span.end - 1)
        near = [t.lower_ for t in match.trigger.doc[start:end]]
        particle = any(t.lower_ == "in" and _no_place(t, match.trigger) for t in match.trigger.doc[start:end])
        if match.trigger.lemma_ in ("ask", "request") and not _COMING & set(near):
            return False
        inward = particle or ("to" in near and OFFICES.search(match.sentence.text) is not None)
        return inward and bool(lemmas & STAFF)
    if frame == "call-home":  # `instructed our Ambassador to return for consultations`
        ahead = {t.lower_ for t in match.trigger.doc[match.trigger.i : match.trigger.i + 14]}
        return bool(ahead & {"return", "home"}) and bool(lemmas & STAFF)
    if frame == "suspend-member":
        return _suspends_member(match)
    if frame == "declare-unwelcome" and match.trigger.dep_ == "acl" and match.trigger.tag_ == "VBN":
        return False  # `a list of those declared unwelcome`
    if frame == "expel" and match.trigger.lemma_ == "oust":
        return any(t.lemma_.lower() in STAFF for t in match.slots.get("obj", ()))  # `ousted the president`
    if frame == "expel" and {t.lemma_.lower() for t in match.slots.get("from", ())} & _NO_COUNTRY:
        return False
    if frame in ("expel", "summon", "recall-envoy", "expulsion"):
        return bool(lemmas & STAFF) or match.frame.id in ("expel", "expulsion")
    return True


def _is_lifted(match: Match) -> bool:
    """True where measures are lifted or are to be; not where somebody asks for it, or names it as a condition."""
    trigger = match.trigger
    if trigger.tag_ == "VB" and not any(c.dep_ == "aux" and c.lower_ == "will" for c in trigger.children):
        return trigger.head.lemma_ in _RESOLVING
    return trigger.tag_ != "VBG" or any(c.dep_ == "aux" and c.lemma_ == "be" for c in trigger.children)


def _suspends_member(match: Match) -> bool:
    """`the Union suspended X`, `suspended two members, X and Y`: a body shuts out a state, nothing of a state's own."""
    states = any(m.party.state != "IGO" and not m.party.name for m in match.whom)
    members = any(t.lemma_.lower() in ("member", "state", "country") for t in match.slots["obj"])
    return (states or members) and "from" not in match.slots


def _measure(match: Match) -> str:
    """The measure in few words."""
    frame, trigger = match.frame.id, match.trigger
    if frame in ("expel", "order-out", "have-to-leave", "declare-unwelcome", "expulsion"):
        number = _counted(match)
        return f"expulsion of {number} diplomats" if number else "expulsion of diplomats"
    if frame in ("summon", "call-in"):
        return "ambassador summoned"
    if frame in RECALLS:
        return "ambassador recalled"
    if not is_verb(trigger):
        return wording(trigger)
    if frame == "suspend-from":
        return action(trigger)
    if frame == "lift":
        return f"{trigger.lemma_} {first_wording(match, 'obj')}".strip()
    return first_wording(match, "obj") or action(trigger)


def _counted(match: Match) -> str:
    """The number of people of a sentence, the one nearest to the trigger; empty without one."""
    doc, found = match.sentence.doc, []
    for token in match.sentence.span:
        after = doc[token.i + 1 : min(token.i + 4, len(doc))]
        if token.like_num and any(t.lemma_.lower() in STAFF or t.tag_ == "NNPS" for t in after):
            found.append(token)
    return min(found, key=lambda t: abs(t.i - match.trigger.i)).text if found else ""
