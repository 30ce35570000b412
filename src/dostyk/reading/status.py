"""Whether a thing happened, goes on, is planned, proposed, cancelled or denied, from the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.reading.arguments import governing_verb, is_verb, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset(["will", "wo", "shall", "'ll", "’ll"])
_WOULD = frozenset(["would", "could", "might", "may"])
_PLAN = frozenset(
    """plan schedule expect intend arrange prepare slate set due await anticipate agree decide announce_inf aim
    commit pledge promise undertake look""".split()
)
_PROPOSE = frozenset(
    """propose suggest hope wish want invite request ask offer recommend ought consider discuss explore seek urge call
    like""".split()
)
_PLANNING_NOUNS = {
    **dict.fromkeys(("plan", "arrangement", "preparation", "intention", "decision"), "scheduled"),
    **dict.fromkeys(("possibility", "proposal", "idea", "desire", "wish", "interest", "readiness"), "proposed"),
}
_CANCEL = frozenset(["cancel", "scrap", "abandon", "scuttle", "drop", "axe"])
_PUT_OFF = frozenset(["postpone", "delay", "defer", "reschedule", "suspend"])
_TOLD = frozenset("announce disclose publicise publicize confirm report".split())
_DENY = frozenset(["deny", "refuse", "decline", "reject"])
_OCCASION = frozenset(["for", "on", "during"])
_BEFORE_NOUN_PLANNED = frozenset(
    """upcoming forthcoming planned scheduled future coming next proposed intended expected anticipated""".split()
)


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
    if token.dep_ == "nsubj":
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
        "round",
        "series",
    )


def _auxiliaries(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in ("aux", "aux:pass", "cop")}


def _infinitive_of_be(token: Token) -> bool:
    """`is to visit`, `are to be held`."""
    return token.tag_ == "VB" and token.dep_ in ("xcomp", "ROOT", "ccomp") and token.head.lemma_ == "be"


def _to_infinitive(verb: Token) -> bool:
    """`was to have begun`: an infinitive marker among the verb's own words."""
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children)


def _is_future(token: Token) -> bool:
    return bool(_auxiliaries(token) & _WILL) or _infinitive_of_be(token) or _is_to(token) or _going_to(token)


def _is_to(token: Token) -> bool:
    """`is to meet X and to call on Y` by the order of words, whatever the parse makes of `is`."""
    doc, i = token.doc, token.i
    if token.tag_ != "VB" or i - 2 < token.sent.start or doc[i - 1].lower_ != "to":
        return False
    before = doc[i - 2]
    if before.tag_.startswith("RB") and before.i > token.sent.start:
        before = before.nbor(-1)
    if before.lower_ in ("is", "are", "am"):
        return True
    if before.lower_ not in ("and", ","):
        return False
    first = next((v for v in token.ancestors if v.tag_ == "VB" and v.i < i), None)
    first = first or next((v for v in reversed(doc[token.sent.start : i - 2]) if v.tag_.startswith("VB")), None)
    return first is not None and first.tag_ == "VB" and _is_to(first)


def _going_to(token: Token) -> bool:
    return token.dep_ == "xcomp" and token.head.lower_ in ("going", "due", "set", "scheduled", "slated", "expected")


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
    return over is not None and any(_is_future(t) for t in chain(over))


def _when_it_comes(trigger: Token) -> bool:
    """`X will be on the agenda when he meets Y`: the present tense of a plan."""
    if trigger.tag_ not in ("VBZ", "VBP") or trigger.dep_ != "advcl":
        return False
    opened = any(c.lower_ in ("when", "once", "until", "before", "after") for c in trigger.children)
    return opened and _is_future(trigger.head)


def status_of(trigger: Token) -> tuple[str, tuple[str, ...]]:
    """(status, flags) of what a trigger tells of; `happened` where nothing speaks against it."""
    flags: list[str] = []
    status = ""
    for step, token in enumerate(chain(trigger)):
        found = _one(token, outer=step > 0, inner=trigger)
        if found in ("cancelled", "denied"):
            status = found
            if token.lemma_ in _PUT_OFF or _particle(token, "put", "off"):
                flags.append("postponed")
            break
        status = status or found
    if not status and ((trigger.tag_ in ("VB", "VBP") and _shares_will(trigger)) or to_be_done(trigger)):
        status = "scheduled"
    if not status and (_looked_forward_to(trigger) or _part_of_plan(trigger) or _when_it_comes(trigger)):
        status = "scheduled"
    if not status:
        status = _of_a_plan(trigger)
    if _conditional(trigger):
        flags.append("conditional")
        status = status if status in ("scheduled", "cancelled", "denied") else "proposed"
    return status or "happened", tuple(flags)


def _of_a_plan(trigger: Token) -> str:
    """`discussed plans for X to visit`, `the possibility to meet`: what a noun before the infinitive makes of it."""
    doc, i = trigger.doc, trigger.i
    if trigger.tag_ != "VB" or i == trigger.sent.start or doc[i - 1].lower_ != "to":
        return ""
    for token in reversed(doc[max(trigger.sent.start, i - 9) : i]):
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return ""
        if token.lemma_.lower() in _PLANNING_NOUNS:
            return _PLANNING_NOUNS[token.lemma_.lower()]
    return ""


def to_be_done(trigger: Token) -> bool:
    """True for the participle of `are to be presented`, `is to be held`."""
    before = [t.lower_ for t in trigger.doc[max(0, trigger.i - 4) : trigger.i]]
    return trigger.tag_ == "VBN" and before[-2:] == ["to", "be"] and bool({"is", "are"} & set(before))


def _shares_will(trigger: Token) -> bool:
    """`will open …; deliver …`: a bare infinitive in a list shares the auxiliary of the first verb."""
    before = trigger.doc[trigger.sent.start : trigger.i]
    return any(t.lower_ in _WILL for t in before) and trigger.doc[max(0, trigger.i - 1)].lower_ in (";", ",", "and")


def _particle(token: Token, verb: str, particle: str) -> bool:
    return token.lemma_ == verb and any(c.lower_ == particle for c in token.children)


def _one(token: Token, outer: bool, inner: Token) -> str:
    """What one word of the chain says of the status, empty where it says nothing."""
    lemma = token.lemma_
    if outer and lemma in _TOLD:
        return ""
    if negated(token):
        return "cancelled" if _is_future(token) or _auxiliaries(token) & _WOULD else "denied"
    if outer and (lemma in _CANCEL | _PUT_OFF or _particle(token, "call", "off") or _particle(token, "put", "off")):
        return "cancelled"
    if outer and lemma in ("cancellation", "postponement"):
        return "cancelled"
    if outer and lemma in _DENY:
        return "denied"
    if _is_future(token):
        return "scheduled"
    aux = _auxiliaries(token)
    if aux & {"would"} and not outer and "have" not in aux:
        return "scheduled"
    if aux & {"could", "might", "may", "should", "must", "can", "ought"}:
        return "proposed"
    if outer and _complement(inner, token):
        if lemma in _PROPOSE and (lemma != "like" or "would" in aux) and not token.tag_.startswith("IN"):
            return "proposed"
        if lemma in _PLAN:
            return "scheduled"
    if not is_verb(token) and any(c.lower_ in _BEFORE_NOUN_PLANNED for c in token.children if c.dep_ == "amod"):
        return "scheduled"
    if token.tag_ == "VBG" and aux & {"is", "are", "am", "'s", "’s"}:
        return "ongoing"
    return ""


def _complement(inner: Token, outer: Token) -> bool:
    """True where `inner` is what `outer` plans or proposes, not something it happens at."""
    token = inner
    while token.head is not token and token != outer:
        if token.dep_ in ("obl", "advcl", "nmod") and token.head == outer:
            return False
        token = token.head
    return True


def _conditional(trigger: Token) -> bool:
    token = trigger
    for _ in range(4):
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "provided") for c in token.children):
            return True
        if token.head is token or token.dep_ not in ("xcomp", "obj", "conj", "obl", "nsubj", "nsubj:pass"):
            return False
        token = token.head
    return False


def past_plan(trigger: Token) -> bool:
    """`was to stay`, `was going to meet`, `would have gone`: a plan told of in the past."""
    for token in chain(trigger):
        aux = _auxiliaries(token)
        if "would" in aux and "have" in aux:
            return True
        head = token.head
        if token.tag_ == "VB" and token.dep_ == "xcomp" and head.lower_ in ("was", "were", "going", "due", "planned"):
            past = head.lower_ in ("was", "were") or bool(_auxiliaries(head) & {"was", "were"})
            if past:
                return True
    return False


def _ahead(token: Token) -> bool:
    """True for a time under a noun that is said to lie ahead: `discussed the upcoming visit on August 30`."""
    for noun in token.ancestors:
        if not noun.tag_.startswith("NN"):
            return False
        if any(c.dep_ == "amod" and c.lower_ in _BEFORE_NOUN_PLANNED for c in noun.children):
            return True
    return False


def tense_of(token: Token) -> str | None:
    """`past`, `present` or `future`: the tense of the clause a token stands in, None where it has no finite verb."""
    verb: Token | None = token if is_verb(token) else governing_verb(token)
    if verb is not token and _ahead(token):
        return "future"
    for _ in range(5):
        if verb is None:
            return None
        aux = _auxiliaries(verb)
        if _is_future(verb) or aux & _WOULD:
            return "future"
        if _infinitive_of_be(verb) or (aux & {"was", "were"} and _to_infinitive(verb)):
            return "future"
        if verb.tag_ == "VBD" or aux & {"was", "were", "had", "did", "has", "have"}:
            return "past"
        if verb.tag_ in ("VBZ", "VBP"):
            return "present"
        if verb.head is verb:
            return None
        if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "acl", "advcl") and is_verb(verb.head):
            return "future" if verb.head.lemma_ in _PLAN | _PROPOSE else tense_of(verb.head)
        over = verb.head if is_verb(verb.head) else governing_verb(verb)
        if over is None and verb.dep_ == "acl":  # `signed a law ratifying the treaty on Monday`
            over = next((t for t in verb.ancestors if is_verb(t)), None)
        verb = over
    return None
