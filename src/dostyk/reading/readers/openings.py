"""Openings: missions, routes, crossings and joint bodies opened, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import is_verb, preposition
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, state_at, unique
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_before, noun_behind, noun_lemma
from dostyk.reading.readers.base import draft, first_wording, wording
from dostyk.reading.readers.places import place_of, put_place, states_only
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around, Chunk, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MUCH_NAMED = 3  # weight of a state that a report is about, not one that it mentions
_REACH = 8  # words from a mission to the state that it sits in
_TOLD = frozenset(["announcement", "announce", "plan", "launch", "confirm"])
_COMING = frozenset(["attend", "witness", "grace", "join", "participate", "represent"])
_JOINT_BODIES = frozenset(
    ["dialogue", "mechanism", "commission", "committee", "council", "association", "platform", "group"]
)
_MISSIONS = frozenset(["embassy", "consulate", "mission", "chancery", "consulate-general"])
_TWO_WORDS = {("high", "commission"), ("consulate", "general"), ("representative", "office"), ("liaison", "office")}
_PREMISES = frozenset(
    "embassy consulate office centre center mission chancery building school hospital factory plant".split()
)


def read_opening(match: Match, context: Context) -> Iterator[Draft]:
    """An embassy, route or joint body opened."""
    things = match.frame.object.union(*match.frame.with_.values())
    head, name = _opened(match, things)
    if not name or _by_paper(match) or (head is not None and head.i and head.nbor(-1).lemma_ == "take"):
        return
    around = Around(context, match.sentence, match.trigger)
    bare = around.passive and match.trigger.dep_ == "acl"  # `the service established in 1965`
    who = [] if bare else unique(match.who)
    who = who or (around.agent() if is_verb(match.trigger) else mentions_of(around.after("by")))
    bodies = any(m.party.state == "IGO" for m in who)
    joint = head is not None and noun_lemma(head) in _JOINT_BODIES and not _is_mission(head)
    told = not bare or bool(around.agent())
    if head is not None and joint and told and not bodies and len({m.party.state for m in who}) < 2:
        have = {m.party.state for m in who}
        weights = context.reference.weights
        codes = dict.fromkeys((*context.reference.sides(match.trigger), *context.reference.leading_states()))
        codes = {c: None for c in codes if weights[c] >= _MUCH_NAMED}
        sides = [context.mention(Party(code), match.trigger) for code in codes]
        who = [*states_only(who), *(m for m in sides if m.party.state not in have)][:2]
    named_so = head is not None and noun_lemma(head) in _PREMISES and around.passive and match.trigger.dep_ != "acl"
    if head is not None and ((_is_mission(head) and (not who or _attended(match))) or (named_so and not who)):
        who = _owner(around, head) or who
    if head is not None and _is_mission(head):
        who = _for_its_owner(context, match, who, _owner(around, head))
    status, flags = status_of(match.trigger)
    if match.trigger.dep_.startswith(("nsubj", "csubj")) and status == "scheduled":
        status = status if match.trigger.head.lemma_ in ("take", "hold", "occur", "begin") else "happened"
    agreed = any(t.lemma_ in ("agree", "help", "suggest") for t in list(match.trigger.ancestors)[:3])
    if status == "happened" and match.trigger.head.lemma_ == "agree" and not is_verb(match.trigger):
        status = "scheduled"  # `agreed on the establishment of a council`
    if match.frame.id == "new-service":  # told of as news, it is still to come
        who = [_carrier(match, context, c) for c in around.after("by", reach=5)[:1]]
        status = "scheduled" if any(t.lemma_ in _TOLD for t in match.trigger.ancestors) else status
    if not who or (status in ("scheduled", "proposed") and agreed):
        return
    if head is not None and noun_lemma(head) == "dialogue" and not any(c.i < head.i for c in head.children):
        return  # `open dialogue`: talk, no body
    whom = _destination(around, who) if match.frame.id == "new-service" else []
    found = draft(match, who, whom, what=name, status=status, flags=flags)
    put_place(found, match, context)
    if match.frame.id == "move":
        found.place = place_of(context, match.slots.get("to", []))[0] or found.place
    if head is not None and (_is_mission(head) or noun_lemma(head) in _PREMISES):
        found.place = found.place or place_of(context, [c for c in head.children if preposition(c) in ("in", "at")])[0]
        found.whom = found.whom or _host(context, found, head)
    if head is not None and _is_mission(head):
        found.whom = found.whom or _host_near(around, found, head)
    yield found


def _host(context: Context, found: Draft, head: Token) -> list[Mention]:
    """The state that an embassy is opened in."""
    state = state_at(found.place)
    own = {m.party.state for m in found.who}
    return [context.mention(Party(state), head)] if state and state not in own and len(own) == 1 else []


def _host_near(around: Around, found: Draft, head: Token) -> list[Mention]:
    """`the Embassy of X in Y`, `its embassy to Y`: the state named just behind a mission, other than its owner's."""
    own = {m.party.state for m in found.who}
    near = [c for c in around.chunks if 0 < c.start - head.i < _REACH and c.prep in ("in", "to") and not c.owner]
    return [m for m in states_only(mentions_of(near)) if m.party.state not in own][:1]


def _carrier(match: Match, context: Context, chunk: Chunk) -> Mention:
    """`by China Southern`: a carrier named after its state, by its full name."""
    doc, end = match.sentence.doc, chunk.end
    while end < match.sentence.span.end and doc[end].text[:1].isupper():
        end += 1
    state = chunk.mentions[0].party.state
    if end == chunk.end or chunk.mentions[0].party.name:
        return chunk.mentions[0]
    return Mention(
        Party(state, doc[chunk.start : end].text, BODY), context.document.passage(doc[chunk.start], doc[end - 1])
    )


def _destination(around: Around, who: list[Mention]) -> list[Mention]:
    """The other state that a new service goes to."""
    own = {m.party.state for m in who}
    return [m for m in states_only(mentions_of(around.after("to", "and"))) if m.party.state not in own][:1]


def _is_mission(head: Token) -> bool:
    """True for an embassy and the like, a High Commission and a Consulate General among them."""
    before = head.nbor(-1).lower_ if head.i else ""
    return noun_lemma(head) in _MISSIONS or (before, noun_lemma(head)) in _TWO_WORDS


def _attended(match: Match) -> bool:
    """`attended the opening of X's embassy`: its owner opened it, whoever came."""
    return not is_verb(match.trigger) and any(t.lemma_ in _COMING for t in list(match.trigger.ancestors)[:2])


def _for_its_owner(context: Context, match: Match, who: list[Mention], owner: list[Mention]) -> list[Mention]:
    """`Minister X opened the embassy of Y`: of whom nobody says for whom they act, they act for whose mission it is."""
    if len(owner) != 1:
        return who
    named = context.people.in_sentence(match.sentence)
    loose = {
        m.key
        for n in named
        if n.person is not None and n.person.state_basis == "default" and (m := context.people.mention(n))
    }
    state = owner[0].party.state
    return [Mention(Party(state, m.party.name, m.party.kind), m.passage) if m.key in loose else m for m in who]


def _owner(around: Around, head: Token) -> list[Mention]:
    """Whose mission it is: `the Consulate General of X`, `the Ghana Embassy`, `X's new embassy`."""
    own = [c for c in around.chunks if c.owner and 0 < head.i - c.end < 5]
    if own:
        return states_only(own[-1].mentions)
    near = [c for c in around.chunks if c.end == head.i or c.start <= head.i < c.end]
    behind = [c for c in around.chunks if 0 < c.start - head.i < 7 and c.prep == "of"]
    return states_only(mentions_of([*near, *behind[:1]]))


def _opened(match: Match, things: frozenset[str]) -> tuple[Token | None, str]:
    """The head of what is opened, and its wording."""
    if match.frame.id == "new-service":
        return match.trigger, name_around(match.trigger)
    if match.frame.id == "opens":
        habit = match.trigger.tag_ in ("VBZ", "VBP") and "in" not in match.slots  # `opens at nine`
        return next(((t, wording(t)) for t in match.slots["subj"] if _is_mission(t) and not habit), (None, ""))
    if match.frame.id == "ribbon":
        head = noun_behind(match.trigger, _PREMISES)
        return head, name_around(head) if head is not None else ""
    heads = [t for name in ("obj", "of") for t in match.slots.get(name, ()) if noun_lemma(t) in things]
    if heads:
        return heads[0], first_wording(match, "obj", "of")
    things = _PREMISES if match.frame.id == "opening-ceremony" else things or _PREMISES
    head = noun_behind(match.trigger, things, 9) or noun_before(match.trigger, things)
    return head, name_around(head) if head is not None else ""


def _by_paper(match: Match) -> bool:
    """`the mechanism established by the statement`: set up by a paper, told of in passing."""
    behind = [t.lower_ for t in match.trigger.doc[match.trigger.i + 1 : match.trigger.i + 8]]
    return "by" in behind[:1] and bool({"statement", "agreement", "treaty", "declaration", "law", "act"} & set(behind))
