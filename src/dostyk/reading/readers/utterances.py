"""Whether the words at a trigger were said, and are a position: deeds, courtesies and plans share their verbs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import PERSON
from dostyk.reading.arguments import is_passive, negated
from dostyk.reading.match import Match
from dostyk.reading.readers.attitudes import feeling_with
from dostyk.reading.readers.gists import TALKED_ABOUT
from dostyk.reading.readers.speech import complements
from dostyk.reading.readers.undertakings import actions, further, is_attitude, names_deed

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset(["will", "shall", "'ll", "’ll"])
_COURTESIES = frozenset(["thank", "extend", "express", "congratulate", "offer", "take", "welcome", "say", "begin"])
_NOT_ASKED = frozenset(["will", "would", "can", "could", "may", "might"])
_ENCOUNTERS = frozenset(["exchange", "talk", "discussion", "meeting", "visit", "audience"])
_CONTACTS = frozenset(["visit", "meet", "attend", "travel", "arrive", "return", "go"])  # plans, not positions
_LED_UP_TO = frozenset(
    """announce confirm welcome be have visit meet attend join host witness advise inform acknowledge receive accept
    report sign open launch""".split()
)
_PLANS = frozenset(["initiative", "proposal", "plan", "effort", "call", "idea", "candidacy", "bid"])
_HYPOTHETICAL = frozenset(["would", "could", "might", "'d", "’d"])
_NOT_RELATIVE = frozenset(["propose", "request", "support", "announce", "wish", "expect", "offer-to"])
_NOTICING = frozenset(["learn", "hear", "follow", "watch", "view", "monitor"])  # no words, unless with a feeling
_LEFT_UNDONE = frozenset("avoid refrain stop cease decline refuse fail forbear".split())
_INFINITIVE = ("acl", "xcomp")
_BINDING = frozenset(["agree", "consent", "undertake", "pledge", "commit", "decide", "promise"])
_HELD = frozenset("oppose reject condemn support back urge call demand believe stand advocate insist".split())
_GOING_ON = frozenset(["continue", "work", "seek", "help"])  # `will continue to stress …` is an undertaking


def asked(trigger: Token, said: list[Token]) -> list[Token | None]:
    """Each action asked for, `urged X to do A and to do B`; else what the verb governs."""
    children = [c for c in trigger.children if c.i > trigger.i]
    heads = [c for c in children if c.dep_ in ("xcomp", "ccomp", "acl", "advcl") and c.tag_ == "VB"]
    heads = [h for h in heads if not any(c.lower_ in _NOT_ASKED for c in h.children if c.dep_ == "aux")]
    heads += [
        g for c in children if c.dep_ in ("obj", "obl") for g in c.children if g.dep_ in _INFINITIVE and g.tag_ == "VB"
    ]  # fmt: skip
    if heads:
        return [heads[0], *further(heads[0], trigger)]
    return list(said[:1]) or [None]


def no_utterance(match: Match) -> bool:
    """Deeds that share their verb with words: calling on a host, greeting a guest, help that was given."""
    trigger, frame = match.trigger, match.frame.id
    if trigger.lemma_ in _NOTICING and trigger.tag_[:2] == "VB" and feeling_with(trigger) is None:
        return True
    if any(v.lemma_ in _LEFT_UNDONE for v in (trigger.head, trigger) if v != trigger and trigger.dep_ == "xcomp"):
        return True  # `avoided criticising Chile`
    if frame == "call-to":
        return is_passive(trigger) or not any(t is not None and t.tag_ == "VB" for t in asked(trigger, []))
    if frame == "ask" and {m.party.state for m in match.whom} <= {m.party.state for m in match.who}:
        return True  # one's own officials are told, not asked
    if frame in ("wish", "ask"):
        if trigger.lemma_ == "like" and not any(c.lower_ in ("would", "'d", "’d") for c in trigger.children):
            return True
        wished = [c for c in trigger.children if c.dep_ == "xcomp"]
        wanted = wished or [t for t in asked(trigger, []) if t is not None and t.tag_ == "VB"]
        return not wanted or (frame == "wish" and any(c.lemma_ in _COURTESIES for c in wished))
    if frame == "offer-to":
        return not any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in trigger.children)
    if frame == "rule-out":
        return not any(c.lower_ == "out" for c in trigger.children)
    if frame == "concerned-by":
        return not is_passive(trigger)  # `the matter concerns Chile`
    if frame == "expect":
        to_act = any(t is not None and t.tag_ == "VB" for t in asked(trigger, []))
        return trigger.dep_ == "acl:relcl" or is_passive(trigger) or not to_act
    if frame == "call-on" and any(t.lemma_ in _ENCOUNTERS for t in match.slots.get("for", ())):
        return True
    if frame == "call-on":
        return not match.slots.get("for") and not any(t.tag_ == "VB" for t in asked(trigger, []) if t is not None)
    if trigger.dep_ == "acl:relcl" and frame in _NOT_RELATIVE:
        return True  # `the measures that I proposed`
    if frame == "proud-adj":  # `pleased to announce that …`: what is announced is read for itself
        return any(t.lemma_ in _LED_UP_TO for t in trigger.doc[trigger.i + 1 : trigger.i + 4])
    if frame in TALKED_ABOUT:
        return trigger.tag_ in ("VB", "VBG")  # a programme
    if (
        frame == "encourage"
        and not match.whom
        and not any(c.dep_ == "nmod:poss" for t in complements(trigger) for c in t.children)
    ):
        return not any(t is not None and t.tag_ == "VB" for t in asked(trigger, []))
    if frame == "committed-to":
        return not is_attitude(trigger) or bool(actions(trigger)) or any(map(names_deed, match.slots.get("to", ())))
    if frame == "determined-adj" and trigger.lemma_ == "determined":
        return bool(actions(trigger))  # an undertaking
    if frame == "hope-for":
        return any(t.lemma_ in _CONTACTS for t in complements(trigger)[:1])
    if frame in ("stand-with", "stand-by"):  # `standing with him, she smiled`; `the two stood with the crew`
        return trigger.tag_ not in ("VBZ", "VBP") and (not match.whom or trigger.tag_ == "VBG")
    if frame == "look-to":
        return not any(t is not None and t.tag_ == "VB" for t in asked(trigger, []))
    if frame == "value" and any(c.lower_ == "highly" for c in trigger.children):
        return False
    if frame == "value":
        return trigger.tag_ not in ("VBZ", "VBP")
    if frame == "hold-responsible":
        behind = trigger.doc[trigger.i + 1 : trigger.i + 8]
        return trigger.tag_ in ("VB", "VBG") or not any(t.lower_ == "responsible" for t in behind)
    if frame == "request" and not match.whom:  # money asked of one's own parliament
        return any(c.tag_ in ("$", "CD") for t in complements(trigger) for c in t.subtree)
    if frame == "welcome":
        return any(m.party.kind == PERSON for m in match.whom) or status_said(trigger, "praise")[0] == "scheduled"
    if frame == "support":
        perfect = trigger.tag_ == "VBN" and any(t.lemma_ in _PLANS for t in match.slots.get("obj", ()))
        stated = trigger.tag_ in ("VBZ", "VBP") or any(c.lemma_ == "do" for c in trigger.children)
        return not perfect and not stated
    return False


def status_said(trigger: Token, stance: str) -> tuple[str, str]:
    """(status, stance) of an utterance; an empty status where the words say that it was not made."""
    if negated(trigger):
        return ("happened", "reject") if stance in ("support", "praise") else ("", stance)
    if trigger.lemma_ != "like" and any(c.lower_ in _HYPOTHETICAL for c in trigger.children if c.dep_ == "aux"):
        return "", stance
    for verb in _governing(trigger):
        if verb.lemma_ in _BINDING and verb != trigger:
            return "", stance  # what somebody agrees to say later is a commitment
        if verb.lemma_ in ("plan", "intend", "expect") and verb != trigger:
            return "scheduled", stance
        if any(c.lower_ in _FUTURE and c.dep_ == "aux" for c in verb.children):
            if verb.lemma_ == "continue" and trigger.lemma_ in _HELD:
                return "happened", stance  # `will continue to oppose`: a position held now
            return ("" if verb != trigger and verb.lemma_ in _GOING_ON else "scheduled"), stance
    return "happened", stance


def _governing(trigger: Token) -> Iterator[Token]:
    """The trigger and the verbs that an infinitive of it hangs on."""
    token = trigger
    yield token
    for _ in range(4):
        shared = token.dep_ == "conj" and token.tag_ == "VBP"  # a base form taken for a finite one
        if token.dep_ not in ("conj", "advcl", "xcomp", "acl") or not (shared or token.tag_ in ("VB", "VBG")):
            return
        if any(c.dep_ in ("aux", "nsubj") for c in token.children) or token.head is token:
            return
        token = token.head
        yield token
