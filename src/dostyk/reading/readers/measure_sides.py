"""Who takes a measure, and whom it hits: from slots and word order, the rest from what the report is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import is_verb, subject
from dostyk.reading.context import Context
from dostyk.reading.match import Match
from dostyk.reading.readers.blame import blamed_state, rather_blamed
from dostyk.reading.readers.expulsions import Sides, behind, expulsion, from_object, other, recall
from dostyk.reading.readers.hits import acting, whose_measures
from dostyk.reading.readers.places import states_only
from dostyk.reading.readers.restrictions import named_only, report_target
from dostyk.reading.readers.speech import saying_over, speakers
from dostyk.reading.surface import Around, Chunk, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OFFICES = re.compile(
    r"\b(?:Foreign Ministry|Ministry of Foreign Affairs|Foreign Office|foreign (?:ministry|office)|State Department"
    r"|ministry)\b"
)
RECALLS = frozenset(["recall-envoy", "call-home", "call-back"])
"""Ids of the frames of envoys called home."""
BY_DECREE = frozenset(["impose", "imposition", "designate", "order-signed", "emergency", "lift", "raise-duty"])
"""Ids of the frames of measures that are decreed."""

_BELONGING = ("in", "from", "of")
_CLOSE = 4  # words from a measure to whose it is that is hit
_PHRASE = 7  # words of a phrase before the state that it belongs to
_STANDS_OUT = 4  # weight of the state that a report of measures is about
_ORDERING = frozenset(["sign", "issue", "designate", "impose", "announce"])


def sides_of(match: Match, context: Context) -> Sides:
    """(who acts, whom it hits), from slots and word order, the rest from the two states the report is about."""
    around = Around(context, match.sentence, match.trigger)
    if match.frame.id in RECALLS:
        return recall(match, context, around)
    if match.frame.id == "have-to-leave":
        return from_object(context, match, around)
    if match.frame.id == "expulsion":
        return expulsion(context, match, around)
    actors = _actors(match, context, around, []) if is_verb(match.trigger) and not around.passive else []
    own = {a.party.state for a in actors[:1]}
    targets = [t for t in _targets(match, context, around) if t.party.state not in own]
    if match.frame.id == "expel" and not targets and bare_number(match.trigger):
        return None, None  # told by its number: `read_answer`
    actors = actors or _actors(match, context, around, targets)
    if match.frame.id in BY_DECREE and not targets:
        telling = bool(actors) and match.trigger.lemma_ in _ORDERING and is_verb(match.trigger)
        known = report_target(context, actors[0].party, _STANDS_OUT) if telling else None
        if known is None and actors and match.frame.id not in ("order-signed", "emergency"):
            known = blamed_state(context, actors[0].party)
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


def _targets(match: Match, context: Context, around: Around) -> list[Mention]:
    if match.frame.id in ("order-signed", "emergency"):
        return mentions_of(behind(around, match.trigger))
    if not is_verb(match.trigger) and match.frame.id not in BY_DECREE:
        near = around.after("of", "on", "against") or _against_owner(around)
        return named_only(context, match.whom or mentions_of(near))
    if match.frame.id in BY_DECREE:
        return _decreed_on(match, context, around)
    found = mentions_of(around.left()) if around.passive else mentions_of(around.object())
    if not found and around.passive:  # `Poland's chargé was called in`
        found = mentions_of([c for c in around.chunks if c.owner and c.end <= match.trigger.i][-1:])
    found = found or called(match, around)
    if not found and match.frame.id == "call-in":
        found = mentions_of(around.after("in"))
    return found or match.whom or ([] if around.passive else mentions_of(behind(around, match.trigger)))


def _decreed_on(match: Match, context: Context, around: Around) -> list[Mention]:
    """Whom a measure that is decreed hits: whom it is aimed at, else the states behind its verb."""
    preps = ("on", "against", "upon") if around.passive else ("on", "against", "upon", "with", "")
    ends = _next_act(match)
    within = [c for c in behind(around, match.trigger) if c.start < ends]
    hit = [c for c in within if (c.noun and not around.passive) or c.prep in preps]
    aimed = [c for c in within if _aimed_at(match.sentence.doc, c)]
    aimed = aimed or [c for c in within if _within_target(match.trigger, c)]
    told = named_only(context, mentions_of(aimed) or match.whom)
    if not within and any(t.lemma_ == "one" for t in match.slots.get("obj", ())):
        before = [c for c in around.chunks if c.end <= match.trigger.i and c.prep in ("on", "against", "from")]
        return states_only(mentions_of(before))  # `eased curbs on X's salmon and will lift the remaining ones`
    loose = hit or [c for c in within if _of_those(match.sentence.doc, c)]
    found = named_only(context, mentions_of(loose))
    return told or (found if ends < len(match.trigger.doc) else rather_blamed(context, around, found))


def _next_act(match: Match) -> int:
    """Where the next act of a clause begins, behind the object of its own: `designated four firms and announced …`."""
    trigger = match.trigger
    objects = [t.i for t in match.slots.get("obj", ()) if t.i > trigger.i]
    behind_it = match.sentence.doc[objects[0] + 1 : match.sentence.span.end] if objects else ()
    further = [t.i for t in behind_it if t.tag_ in ("VBD", "VBZ", "VBP") and t.nbor(-1).lower_ == "and"]
    return min(further, default=len(trigger.doc))


def _of_those(doc: Doc, chunk: Chunk) -> bool:
    """`officials in X`, `operating in X's oil sector`, `a tariff on steel from X`: of whom it is said."""
    return chunk.prep in _BELONGING and not (chunk.prep == "in" and chunk.joined)


def _against_owner(around: Around) -> list[Chunk]:
    """`sanctions against X's shipping`: the owner of what a measure is against."""
    near = [c for c in around.chunks if 0 < c.start - around.trigger.i < _CLOSE]
    return [c for c in near if c.owner and c.prep in ("on", "against")][:1]


def _within_target(trigger: Token, chunk: Chunk) -> bool:
    """`sanctions on four members of X's guard`: the state of those hit, within the phrase."""
    between = list(trigger.doc[trigger.i + 1 : chunk.start])
    on = next((n for n, t in enumerate(between) if t.lower_ in ("on", "against", "upon")), None)
    if on is None or len(between) - on > _PHRASE or not (chunk.owner or chunk.noun):
        return False
    return not any(t.tag_.startswith(("VB", "MD", "W")) or _ends_phrase(t) for t in between[on + 1 :])


def _ends_phrase(token: Token) -> bool:
    return token.tag_ in ("IN", "TO") and token.lower_ != "of"


def _aimed_at(doc: Doc, chunk: Chunk) -> bool:
    """`sanctions targeting X's exports`, `measures aimed at X`."""
    before = [t.lower_ for t in doc[max(0, chunk.start - 2) : chunk.start]]
    return before[-1:] == ["targeting"] or before in (["aimed", "at"], ["directed", "at"])


def _actors(match: Match, context: Context, around: Around, targets: list[Mention]) -> list[Mention]:
    """Who acts; in a passive without `by`, the state one is expelled from or whose ministry summons."""
    hit = {t.party.state for t in targets}
    found = [m for m in (*match.who, *around.agent()) if m.party.state not in hit]
    if match.frame.id in BY_DECREE and around.passive:
        found = found or whose_measures(around, hit)
    unsaid = around.passive and not match.who and match.frame.id == "declare-unwelcome"
    if unsaid or (not match.who and any(t.lower_ == "it" for t in match.slots.get("subj", ()))):
        found = [m for m in _told_by(match, context) if m.party.state not in hit] or found
    if not found and (around.passive or not is_verb(match.trigger)):
        found = [m for m in mentions_of(around.after("from")) if m.party.state not in hit]
    if match.trigger.tag_ == "VBG" and not any(c.dep_.startswith("aux") for c in match.trigger.children):
        near = [m for c in around.chunks if c.end <= match.trigger.i for m in c.mentions if m.party.state not in hit]
        bound = match.trigger.head.lemma_ in ("commit", "pledge", "agree", "promise", "continue", "join")
        found = found if found and bound else [m for m in near if m.party.name][-1:] or near[-1:] or found
    if not found and match.trigger.lemma_ in ("summon", "call"):
        found = _ministry(context, match, targets)
    if not found:
        free = [c for c in around.chunks if not c.prep and c.object_of < 0 and c.end <= match.trigger.i]
        found = [m for m in mentions_of(reversed(free)) if m.party.state not in (*hit, "IGO")]
    if not found and match.frame.id in BY_DECREE and context.home and context.home not in hit:
        found = [context.mention(Party(context.home), match.trigger)]
    return found


def _told_by(match: Match, context: Context) -> list[Mention]:
    """`the Union said it had suspended X`: who says it is who does it."""
    saying = saying_over(match.trigger)
    return acting(speakers(context, saying)) if saying is not None else []


def _ministry(context: Context, match: Match, targets: list[Mention]) -> list[Mention]:
    """`was summoned to the Foreign Ministry`: the ministry of the other state."""
    found = OFFICES.search(match.sentence.text)
    others = other(context, match, targets[0]) if targets and found else []
    name = "Foreign Ministry" if found and found.group() == "ministry" else found.group() if found else ""
    return [Mention(Party(m.party.state, name, BODY), m.passage) for m in others]


def called(match: Match, around: Around) -> list[Mention]:
    """`the ambassador of A, the chargé of B and an envoy of C were called in`: all who stand in the subject."""
    if not around.passive:
        return []
    inside = {t.i for noun in subject(match.trigger) for t in noun.subtree}
    return [m for c in around.chunks if c.start in inside and c.end <= match.trigger.i for m in c.mentions]


def bare_number(token: Token) -> bool:
    """True where the number behind a verb counts nothing that is named."""
    doc = token.doc
    for i in range(token.i + 1, min(token.i + 3, len(doc))):
        if doc[i].like_num:
            return i + 1 >= len(doc) or not doc[i + 1].tag_.startswith(("NN", "JJ"))
    return False
