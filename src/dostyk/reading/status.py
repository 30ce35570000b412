"""Whether a thing happened, goes on, is planned, proposed, cancelled or denied, from the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.reading.arguments import FINITE, OPENINGS, governing_verb, is_verb, negated
from dostyk.reading.calling_off import calls_off, puts_off
from dostyk.reading.conditions import depends, in_a_condition
from dostyk.reading.tense import LYING_AHEAD, PLANNING, PROPOSING, WILL, WOULD, auxiliaries, is_future, yet_to_be
from dostyk.reading.undone import undone

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANNING_NOUNS = {
    **dict.fromkeys(("plan", "arrangement", "preparation", "intention", "decision"), "scheduled"),
    **dict.fromkeys(("possibility", "proposal", "idea", "desire", "wish", "interest", "readiness"), "proposed"),
}
_OPENING_UP = frozenset(["opportunity", "occasion", "chance"])
_TOLD = frozenset("announce disclose publicise publicize confirm report".split())
# `it should be noted that …`
_SHOULD_BE_SAID = frozenset("note recall mention remember add emphasise emphasize".split())
_AGREEING = frozenset(["agree", "decide", "pledge", "promise", "undertake"])
_OCCASIONS = frozenset("visit trip tour meeting summit talk".split())
_DENY = frozenset(["deny", "refuse", "decline", "reject"])
_OCCASION = frozenset(["for", "on", "during", "at", "in", "after", "before", "following"])


def chain(trigger: Token) -> Iterator[Token]:
    """The trigger and the verbs, adjectives and nouns it hangs on as a complement, innermost first."""
    token, steps = trigger, 0
    yield token
    while token.head is not token and steps < 4:
        if _purpose(token):
            verb = next((t for t in token.ancestors if is_verb(t)), None)
            if verb is None:
                return
            token = verb
            yield token
            steps += 1
            continue
        if token.dep_ in ("xcomp", "ccomp", "obj", "nsubj:pass", "csubj", "nsubj", "obl", "nmod", "acl", "conj"):
            if token.dep_ in ("nsubj", "obl", "nmod") and not _carries(token):
                return
            if token.dep_ == "acl" and token.tag_ != "VB":
                return
            token = token.head
            yield token
        else:
            return
        steps += 1


def _purpose(token: Token) -> bool:
    """`will travel to Rome to meet X`: an infinitive of purpose shares the fate of what it is the purpose of."""
    return token.tag_ == "VB" and token.dep_ in ("advcl", "acl") and not token.head.tag_.startswith("NN") and (
        any(c.lower_ == "to" and c.dep_ == "mark" for c in token.children)
    )  # fmt: skip


def _carries(token: Token) -> bool:
    """True where the head says what becomes of a noun: `the visit will take place`, `preparations for the visit`."""
    head = token.head
    if token.dep_ == "nsubj" or token.lemma_ in OPENINGS:
        return True
    return head.lemma_ in (
        "proceed",
        "preparation",
        "plan",
        "cancellation",
        "postponement",
        "arrangement",
        "invitation",
        "prepare",
        "engage",
        "round",
        "series",
    )


def _looked_forward_to(trigger: Token) -> bool:
    """`looks forward to welcoming X`."""
    for token in (trigger, *list(trigger.ancestors)[:3]):
        if token.lemma_ == "look" and any(c.lower_ == "forward" for c in token.children):
            return token is not trigger
    return False


def _part_of_plan(trigger: Token) -> bool:
    """`will travel to Rome for a meeting with X`, `is to be there on a visit`: it shares the fate of going."""
    noun = trigger.head if trigger.dep_ == "conj" else trigger
    if is_verb(trigger) or not any(c.dep_ == "case" and c.lower_ in _OCCASION for c in noun.children):
        return False
    over = next((t for t in trigger.ancestors if is_verb(t) or any(c.dep_ == "cop" for c in t.children)), None)
    return over is not None and any(is_future(t) for t in chain(over))


def _when_it_comes(trigger: Token) -> bool:
    """`X will be on the agenda when he meets Y`: the present tense of a plan."""
    if trigger.tag_ not in ("VBZ", "VBP") or trigger.dep_ != "advcl":
        return False
    opened = any(c.lower_ in ("when", "once", "until", "before", "after") for c in trigger.children)
    return opened and is_future(trigger.head)


def status_of(trigger: Token) -> tuple[str, tuple[str, ...]]:
    """(status, flags) of what a trigger tells of; `happened` where nothing speaks against it."""
    flags: list[str] = []
    status = undone(trigger)
    if status == "denied":
        return status, ()
    inner = trigger
    for step, token in enumerate(chain(trigger)):
        if _beside(inner, token):
            break
        inner = token
        found = _one(token, outer=step > 0, inner=trigger)
        if found in ("cancelled", "denied"):
            status = found
            if puts_off(token):
                flags.append("postponed")
            break
        status = status or found
    if not status and ((trigger.tag_ in ("VB", "VBP") and _shares_will(trigger)) or to_be_done(trigger)):
        status = "scheduled"
    if not status and (_looked_forward_to(trigger) or _part_of_plan(trigger) or _when_it_comes(trigger)):
        status = "scheduled"
    if not status:
        status = _of_a_plan(trigger)
    if in_a_condition(trigger):
        flags.append("conditional")
        status = status if status in ("scheduled", "cancelled", "denied") else "proposed"
    elif status in ("scheduled", "proposed") and any(depends(t) for t in chain(trigger)):
        flags.append("conditional")
    return status or "happened", tuple(flags)


def _beside(verb: Token, other: Token) -> bool:
    """`suspended X and imposed a ban`: an act of its own beside one that calls off something else."""
    return is_verb(verb) and verb.dep_ == "conj" and verb.head == other and calls_off(other)


def _of_a_plan(trigger: Token) -> str:
    """`discussed plans for X to visit`, `the possibility to meet`: what a noun before the infinitive makes of it."""
    doc, i = trigger.doc, trigger.i
    if trigger.tag_ != "VB" or i == trigger.sent.start or doc[i - 1].lower_ != "to":
        return ""
    if trigger.head.lemma_ in _OPENING_UP:
        over = trigger.head if any(c.dep_ == "cop" for c in trigger.head.children) else trigger.head.head
        ahead = is_future(over) or bool(auxiliaries(over) & WOULD)
        return "scheduled" if ahead else ""  # `would be an opportunity for them to discuss`
    for token in reversed(doc[max(trigger.sent.start, i - 9) : i]):
        if token.tag_ in FINITE:
            return ""
        if token.lemma_.lower() in _PLANNING_NOUNS:
            return _PLANNING_NOUNS[token.lemma_.lower()]
    return ""


def to_be_done(trigger: Token) -> bool:
    """True for the participle of `are to be presented`, `is to be held`."""
    before = [t.lower_ for t in trigger.doc[max(0, trigger.i - 4) : trigger.i]]
    told = bool({"is", "are"} & set(before)) or yet_to_be(trigger)
    return trigger.tag_ == "VBN" and before[-2:] == ["to", "be"] and told


def _shares_will(trigger: Token) -> bool:
    """`will open …; deliver …`: a bare infinitive in a list shares the auxiliary of the first verb."""
    before = trigger.doc[trigger.sent.start : trigger.i]
    return any(t.lower_ in WILL for t in before) and trigger.doc[max(0, trigger.i - 1)].lower_ in (";", ",", "and")


def _one(token: Token, outer: bool, inner: Token) -> str:
    """What one word of the chain says of the status, empty where it says nothing."""
    lemma = token.lemma_
    if outer and lemma in _TOLD:
        return "scheduled" if lemma == "announce" and _announced(inner, token) else ""
    if negated(token) or _against(token):
        given_up = is_future(token) or auxiliaries(token) & WOULD or _against(token)
        return "cancelled" if given_up else "denied"
    if outer and calls_off(token):
        return "cancelled"
    if outer and lemma in ("cancellation", "postponement"):
        return "cancelled"
    if outer and lemma in _DENY:
        return "denied"
    if is_future(token):
        return "scheduled"
    aux = auxiliaries(token)
    light = outer and not is_verb(inner) and token == governing_verb(inner)  # `would hold talks`
    if aux & {"would"} and (light or not outer) and "have" not in aux:
        return "scheduled"
    if outer and lemma in _SHOULD_BE_SAID:
        return ""
    if aux & {"could", "might", "may", "should", "must", "can", "ought"}:
        return "proposed"
    if outer and _complement(inner, token):
        if lemma in PROPOSING and (lemma != "like" or "would" in aux) and not token.tag_.startswith("IN"):
            return "proposed"
        if lemma in PLANNING and not (lemma == "undertake" and light):
            return "scheduled"
    if not is_verb(token) and any(c.lower_ in LYING_AHEAD for c in token.children if c.dep_ in ("amod", "acl")):
        return "scheduled"
    if token.tag_ == "VBG" and aux & {"is", "are", "am", "'s", "’s"}:
        return "ongoing"
    return ""


def _against(gerund: Token) -> bool:
    """`decided against travelling to X`."""
    return gerund.tag_ == "VBG" and any(c.lower_ == "against" and c.dep_ == "mark" for c in gerund.children)


def _announced(noun: Token, verb: Token) -> bool:
    """`announced a visit by X in June`: what is announced is still to come."""
    return noun.dep_ == "obj" and noun.head == verb and noun.lemma_ in _OCCASIONS


def _complement(inner: Token, outer: Token) -> bool:
    """True where `inner` is what `outer` plans or proposes, not something it happens at."""
    token = inner
    while token.head is not token and token != outer:
        if token.dep_ in ("obl", "advcl", "nmod") and token.head == outer:
            return token.tag_ == "VB" and outer.lemma_ in _AGREEING  # `agreed on Tuesday to open a bridge`
        if token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ", "VBN") and token.head == outer:
            return False  # `called on X and discussed trade`: a deed of its own
        token = token.head
    return True
