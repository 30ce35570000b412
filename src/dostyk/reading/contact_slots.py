"""The slots of contacts (meetings, visits, calls) by the order of words, where the parse lost a side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import governing_verb, is_passive, is_verb, preposition, subject
from dostyk.reading.counterparts import listed_behind
from dostyk.reading.frames import Frame
from dostyk.reading.sides import agent_behind_by
from dostyk.reading.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from dostyk.language.persons import Named
    from dostyk.reading.context import Context

_PLACES = ("state", "capital", "city", "historic")
CONTACTS = frozenset(("meeting", "visit", "call"))
# what stands where a side would: a time, a manner, a word for somebody known (`met with his opposite number`)
_NO_SIDE = frozenset(
    """day week month year morning afternoon evening night time hour minute today yesterday tomorrow person face number
    leader side delegation""".split()
)
# whom one welcomes, as nouns
GUESTS = frozenset(
    """president minister premier chancellor king queen prince princess leader head secretary speaker chairman governor
    delegation mission ambassador envoy counterpart guest colleague emir sultan pope majesty excellency mayor chief
    commissioner""".split()
)
# what may be said to discuss a thing without being anybody: `the ministerial meeting will discuss trade`
_EVENTS = frozenset("summit conference session forum congress seminar workshop symposium agenda".split())


def with_ends(context: Context, frame: Frame, token: Token, slots: Slots) -> Slots:
    """The slots of a verb of contact with the subject and object that the order of words gives where it lacks them."""
    if frame.kind == "visit":
        slots = _with_where(context, token, slots)
    if frame.kind not in CONTACTS or not is_verb(token):
        return slots
    slots = _with_subject(context, token, _with_object(context, frame, token, slots))
    if frame.id == "discuss" and "with" not in slots:
        slots = _with_topic(context, token, slots)
    return _with_more(context, token, _with_relative(context, token, slots))


def _with_more(context: Context, token: Token, slots: Slots) -> Slots:
    """`spoke with A and with B's minister`, where the parse hangs the second `with` elsewhere."""
    if "with" not in slots:
        return slots
    doc, end = token.doc, token.sent.end
    known = {i for t in slots["with"] for i in (t.i, t.left_edge.i)}
    for i in range(max(known), end - 2):
        if doc[i].tag_.startswith(("VB", "MD")) and i > token.i:
            break
        if doc[i].lower_ == "and" and doc[i + 1].lower_ == "with":
            head = next((t for t in doc[i + 2 : min(i + 9, end)] if t.tag_ in ("NN", "NNP") and t == _head(t)), None)
            if head is not None and head.i not in known and context.resolve(head):
                return {**slots, "with": [*slots["with"], head]}
    return slots


def _with_where(context: Context, token: Token, slots: Slots) -> Slots:
    """`is in Chile, where she arrived on Monday`, `where she will pay a visit`: the place named last before `where`."""
    verb = token if is_verb(token) else governing_verb(token)
    where = next((c for c in verb.children if c.lower_ == "where" and c.i < verb.i), None) if verb is not None else None
    if verb is None or where is None or {"in", "at", "to", "here"} & slots.keys():
        return slots
    before = [context.people.at(t) for t in verb.doc[verb.sent.start : where.i]]
    place = next((n for n in reversed(before) if n is not None and n.kind in _PLACES), None)
    return slots if place is None else {**slots, "in": [place.doc[place.end - 1]]}


def _with_topic(context: Context, verb: Token, slots: Slots) -> Slots:
    """`discussed joint projects with the President of X`: a person behind the topic, on which the parse hangs them."""
    for topic in slots.get("obj", ()):
        for token in topic.subtree:
            named = context.people.at(token) if token.i > verb.i and preposition(token) == "with" else None
            if named is not None and named.kind in ("person", "title"):
                return {**slots, "with": [token]}
    return slots


def _head(token: Token) -> Token:
    """The word that a noun phrase hangs by, seen from one of its words."""
    while token.dep_ in ("compound", "amod", "nmod:desc", "nmod:poss", "flat") and token.head is not token:
        token = token.head
    return token


def _with_relative(context: Context, token: Token, slots: Slots) -> Slots:
    """`the minister, whom X met the night before`: the noun is met, whoever stands before the verb meets."""
    doc = token.doc
    place = next((i for i in range(token.i - 1, token.sent.start, -1) if doc[i].lower_ == "whom"), None)
    if place is None or token.dep_ != "acl:relcl" or any(t.tag_.startswith("VB") for t in doc[place + 1 : token.i]):
        return slots
    before = _left_of(context, token)
    if before is None or before.start < place:
        return slots
    return {**slots, "obj": [token.head], "subj": [before.doc[before.core[0]]]}


def _with_object(context: Context, frame: Frame, token: Token, slots: Slots) -> Slots:
    """`will host X, the Taoiseach, for talks`: the person right behind the verb, where the parser lost the object."""
    if any(context.resolve(t) for t in slots.get("obj", ())):
        return slots
    if not any("obj" in group for group in (*frame.who, *frame.whom)) or "with" in slots or "obj" in frame.without:
        return slots
    if any(t.tag_ in ("NN", "NNS") and t.lemma_.lower() not in GUESTS for t in slots.get("obj", ())):
        return slots  # `welcomed the announcement that X will meet Y`
    behind = context.people.right_of(token, 5)
    if behind is not None and behind.end < len(behind.doc) and behind.doc[behind.end].tag_ == "POS":
        return slots  # `welcomed X's plan`
    return slots if behind is None else {**slots, "obj": [behind.doc[behind.core[0]]]}


def _with_subject(context: Context, token: Token, slots: Slots) -> Slots:
    """`is to meet X and to call on Y`: the subject of the first infinitive; `X on Monday telephoned Y`: the person
    before a finite verb that has no subject."""
    first = _first_infinitive(token)
    if first is not None and (found := subject(first)):
        return {**slots, "subj": found}
    subjects = [t for t in slots.get("subj", ()) if not _of_an_envoy(context.people.at(t))]
    if is_passive(token) and not any(context.resolve(t) for t in subjects):
        agent = agent_behind_by(context.people, token)
        return slots if agent is None else {**slots, "subj": [agent.doc[agent.core[0]]]}
    if any(not _only_place(context, t) for t in subjects) or not (subjects or token.tag_ in ("VBD", "VBZ")):
        return slots
    before = _left_of(context, token)
    if before is None or any(t.i > before.start for t in subjects):
        return slots
    return {**slots, "subj": [before.doc[before.core[0]]]}


def _only_place(context: Context, token: Token) -> bool:
    """True for a city, which a label before the sentence may name: `HANOI: President X received Y`."""
    named = context.people.at(token)
    return named is not None and named.kind in ("capital", "city")


def _first_infinitive(token: Token) -> Token | None:
    """The `meet` of `is to meet X and to call on Y`."""
    doc, i = token.doc, token.i
    if token.tag_ != "VB" or i - 2 <= token.sent.start or doc[i - 1].lower_ != "to" or doc[i - 2].lower_ != "and":
        return None
    for other in reversed(doc[token.sent.start : i - 2]):
        if other.tag_.startswith("VB"):
            return other if other.tag_ == "VB" and other.nbor(-1).lower_ == "to" else None
    return None


def _left_of(context: Context, token: Token) -> Named | None:
    """The nearest person named before a verb in its sentence, no verb between."""
    for i in range(token.i - 1, token.sent.start - 1, -1):
        other = token.doc[i]
        named = context.people.at(other)
        if named is not None and named.person is not None and not _of_an_envoy(named):
            return named
        if other.tag_.startswith(("VB", "MD", "W")) or other.text in (";", "“", '"'):
            return None
    return None


def _of_an_envoy(named: Named | None) -> bool:
    """`X, who came as Special Envoy of Y, will meet Z`: Y is whom X stands for."""
    if named is None or named.person is None:
        return False
    before = [t.lower_ for t in named.doc[max(0, named.start - 2) : named.start]]
    return len(before) == 2 and before[1] == "of" and before[0] in ("envoy", "representative", "emissary")


def with_place(context: Context, frame: Frame, slots: Slots, who: list[Mention]) -> list[Mention]:
    """`In Bogotá they will discuss trade`: those who travel meet the state they are in."""
    if frame.kind != "meeting" or not frame.fill or len({m.party.state for m in who}) != 1:
        return who
    if {"between", "among"} & slots.keys() or _known(context, slots, ("with", "g:with")):
        return who
    if any(m.party.kind == BODY for m in who):
        return who  # `the Council of Ministers held its meeting in X`
    own = who[0].party.state
    for token in (*slots.get("in", ()), *slots.get("g:in", ())):
        named = context.people.at(token)
        if named is None or named.party is None or named.kind not in ("state", "capital", "city"):
            continue
        if named.party.state not in (own, context.home):
            return [*who, context.mention(Party(named.party.state), token)]
    return who


def nobody_met(context: Context, frame: Frame, slots: Slots) -> bool:
    """True where the counterpart of a contact is no party: `both sides welcomed the departure of the ship`."""
    if frame.kind not in CONTACTS or frame.fill or len(frame.who) < 2:
        return False
    return "obj" in frame.who[1] and "obj" in slots and not _known(context, slots, frame.who[1])


def somebody_else(context: Context, frame: Frame, token: Token, slots: Slots) -> bool:
    """True where a side of a contact is taken by what is no party: `met business leaders`, `met the challenge`,
    `where the interests of both sides meet`."""
    if frame.id == "discuss" and any(map(_is_event, slots.get("subj", ()))):
        return not _known(context, slots, ("subj",))
    for place, group in enumerate(frame.who):
        heads = [t for name in group for t in slots.get(name, ()) if not place or t.i > token.i]
        heads = [t for t in heads if t.lemma_.lower() not in _NO_SIDE]
        if not heads or _known(context, slots, group) or not (place or frame.id in ("meet", "discuss")):
            continue
        if all(t.tag_ in ("NNS", "NNPS") or (frame.id == "meet" and t.tag_ == "NN") for t in heads):
            return True
    return False


def _is_event(token: Token) -> bool:
    """True for `the conference`, `the ministerial meeting`; `the meeting` means those who met."""
    named = any(c.dep_ in ("amod", "compound") and c.lower_ != "bilateral" for c in token.children)
    return token.lemma_.lower() in _EVENTS or (token.lemma_.lower() == "meeting" and named)


def _known(context: Context, slots: Slots, names: Iterable[str]) -> bool:
    return any(context.resolve(t) or listed_behind(context, t) for name in names for t in slots.get(name, ()))
