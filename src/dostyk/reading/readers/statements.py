"""Statements: who took which stance on what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import PERSON, Detail
from dostyk.reading.arguments import is_passive, is_verb, negated
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match, lemma_of
from dostyk.reading.readers.base import action, draft, narrow, sentence_span, wording
from dostyk.reading.readers.speech import complements, of_own_side, saying_over, speaking, told_by
from dostyk.reading.readers.stances import feeling_with, gives_credit, mourning, promises, stance_of_content, welcoming
from dostyk.reading.readers.undertakings import further

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE_EACH = frozenset(["urge", "demand", "propose"])  # stances of which each thing asked for is a statement of its own
_FUTURE = frozenset(["will", "shall", "'ll", "’ll"])
_PROMISING = frozenset(["promise", "pledge", "vow"])
_COURTESIES = frozenset(["thank", "extend", "express", "congratulate", "offer", "take", "welcome", "say", "begin"])
_NOT_ASKED = frozenset(["will", "would", "can", "could", "may", "might"])
_ENCOUNTERS = frozenset(["exchange", "talk", "discussion", "meeting", "visit", "audience"])
_HYPOTHETICAL = frozenset(["would", "could", "might", "'d", "’d"])
_OCCASIONED = frozenset(["thanks", "congratulate", "condole", "praise", "condemn"])
_TELLING = frozenset(["say", "affirm", "announce", "agree", "promise"])
_NOT_RELATIVE = frozenset(["propose", "request", "support", "announce", "wish"])
_INFINITIVE = ("acl", "xcomp")
_LONGEST = 12  # words of a gist
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_OCCASION = frozenset(["on", "for", "over", "upon", "at", "about"])
_BINDING = frozenset(["agree", "consent", "undertake", "pledge", "commit", "decide", "promise"])
_GOING_ON = frozenset(["continue", "work", "seek", "help"])  # `will continue to stress …` is an undertaking
_CLAUSE_ONLY = frozenset(["say", "announce", "agree", "promise"])  # frames whose verbs say nothing with a mere object
_NO_POSITION = frozenset(["commitment", "intent", "intention", "designation"])  # what other kinds record
_EMPTY = frozenset(["that", "this", "it", "what", "which", "so", "him", "her", "them", "visit", "call", "meeting"])


def positions(match: Match, joint: bool) -> Iterator[tuple[Token | None, str]]:
    """(head of what is said, stance) of each position at a trigger."""
    frame, trigger = match.frame, match.trigger
    if frame.id == "speak-of":
        yield from ((t, stance_of_content(t, joint)) for t in match.slots.get("of", ())[:1])
        return
    if frame.objects:
        for token in match.slots.get("obj", ()):
            stance = frame.objects.get(lemma_of(token), "")
            if stance:
                yield token, "condole" if stance == "support" and mourning(token) else stance
        return
    said = complements(trigger)
    if frame.id == "hope-for" and said and any(t.lower_ == "you" for t in said[0].subtree):
        yield said[0], "urge"
        return
    if frame.stance in _ONE_EACH:
        yield from ((head, frame.stance) for head in _asked(trigger, said))
        return
    if frame.stance != "affirm":
        head = said[0] if said else None
        yield head, welcoming(head, trigger) if frame.id == "welcome" and head is not None else frame.stance
        return
    felt = feeling_with(trigger)
    if felt is not None:
        yield next((h for h in said if h != felt[1]), None) or _noun_behind(felt[1]), felt[0]
        return
    for head in said:
        if frame.id in _CLAUSE_ONLY and not (_is_clause(head, trigger) or (frame.id == "agree" and _agreed_on(head))):
            continue
        if head.lemma_ not in _NO_POSITION:
            stance = "promise" if trigger.lemma_ in _PROMISING else stance_of_content(head, joint)
            yield head, "praise" if stance == "affirm" and gives_credit(trigger) else stance


def _noun_behind(token: Token) -> Token:
    """The head of the noun phrase behind a word, the word itself where none follows."""
    found = token
    for after in token.doc[token.i + 1 : min(token.i + 7, token.sent.end)]:
        if after.tag_.startswith("NN"):
            found = after
        elif found is not token or not after.tag_.startswith(("DT", "JJ", "PRP$", "CD", "POS", "VBN", "VBG")):
            break
    return found


def _is_clause(head: Token, trigger: Token) -> bool:
    return head.dep_ in ("ccomp", "parataxis", "conj") or head == trigger.head


def _agreed_on(head: Token) -> bool:
    """`agreed on the importance of …`; a day on which one agreed is none."""
    return any(c.lower_ == "on" for c in head.children) and head.tag_ != "NNP"


def _asked(trigger: Token, said: list[Token]) -> list[Token | None]:
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


def gist(trigger: Token, head: Token | None, of_occasion: bool = False) -> str:
    """What is said, in at most twelve words of the report; `congratulated X on Y`: the occasion, not the addressee."""
    if head is None:
        relative = trigger.dep_ == "acl:relcl" and trigger.head.tag_.startswith("NN")
        return wording(trigger.head) if relative else ""
    finite = any(c.dep_.startswith("nsubj") for c in head.children)
    if finite:
        return wording(head, longest=14, drop=("mark", "punct", "cc"))
    if is_verb(head) and head.tag_ == "VB":
        return action(head, longest=12)
    said = (_occasion(trigger, head) if of_occasion else "") or wording(head)
    return said if " " in said else _in_full(head)


def _in_full(head: Token) -> str:
    """A phrase with all that hangs on it, where its head alone says too little: `the unity and strength of …`."""
    words = head.doc[head.i : head.right_edge.i + 1][:_LONGEST]
    return words.text.strip(' ,;.”"')


def _has_occasion(match: Match) -> bool:
    """True where words go to somebody for something: `thanked X for Y`, `expressed thanks for Y`."""
    return bool(match.frame.objects) or (match.frame.stance in _OCCASIONED and bool(match.whom))


def _occasion(trigger: Token, head: Token) -> str:
    """`on its success`, `for sending a team`: why somebody is thanked, congratulated or consoled."""
    if head.dep_ not in ("obj", "iobj"):
        return ""
    for child in (*trigger.children, *head.children):
        words = [c.lower_ for c in child.children if c.dep_ in ("case", "mark") and c.i < child.i]
        if child.ent_type_ in ("DATE", "TIME") or child.lower_ in _DAYS or child.tag_ == "CD":
            continue
        if child.i > head.i and child.dep_ in ("obl", "nmod", "advcl", "acl") and words and words[0] in _OCCASION:
            said = action(child, longest=12) if is_verb(child) else wording(child, longest=12)
            return f"{words[0]} {said}" if said else ""
    return ""


def read_statement(match: Match, context: Context) -> Iterator[Draft]:
    """The positions at a trigger with their speaker; what says nothing is left out."""
    trigger = match.trigger
    if (trigger.dep_ in ("amod", "acl") and trigger.tag_ == "VBN" and is_passive(trigger)) or _no_utterance(match):
        return
    saying = saying_over(trigger)
    if match.frame.stance == "affirm" and saying is not None and not told_by(saying, trigger):
        return  # the verb above carries it
    who, quoted = speaking(match, context)
    if not who:
        return
    for head, stance in positions(
        match, joint=match.frame.id == "discuss-need" or len({m.party.state for m in who}) > 1
    ):
        said = gist(trigger, head, of_occasion=_has_occasion(match))
        if (not said and not match.whom) or (stance == "affirm" and (said.lower() in _EMPTY or " " not in said)):
            continue
        if (
            stance == "affirm"
            and match.frame.id in _TELLING
            and head is not None
            and promises(head)
            and of_own_side(context, head, who)
        ):
            stance = "promise"
        if stance == "affirm" and match.frame.id == "announce":
            stance = "announce"
        status, stance = _status(trigger, stance)
        if status:
            yield draft(
                match, who, match.whom, what=f"{stance} {said}".strip(), detail=Detail(stance=stance), status=status,
                flags=(), attributed_to=quoted, span=_span(match, head), head=head,
            )  # fmt: skip


def _no_utterance(match: Match) -> bool:
    """Deeds that share their verb with words: calling on a host, greeting a guest, help that was given."""
    trigger, frame = match.trigger, match.frame.id
    if trigger.lemma_ == "learn" and feeling_with(trigger) is None:
        return True
    if frame == "ask" and {m.party.state for m in match.whom} <= {m.party.state for m in match.who}:
        return True  # one's own officials are told, not asked
    if frame in ("wish", "ask"):
        if trigger.lemma_ == "like" and not any(c.lower_ in ("would", "'d", "’d") for c in trigger.children):
            return True
        wished = [c for c in trigger.children if c.dep_ == "xcomp"]
        asked = wished or [t for t in _asked(trigger, []) if t is not None and t.tag_ == "VB"]
        return not asked or any(c.lemma_ in _COURTESIES for c in wished)
    if frame == "expect":
        return is_passive(trigger) or not any(t is not None and t.tag_ == "VB" for t in _asked(trigger, []))
    if frame == "call-on" and any(t.lemma_ in _ENCOUNTERS for t in match.slots.get("for", ())):
        return True
    if frame == "call-on":
        return not match.slots.get("for") and not any(t.tag_ == "VB" for t in _asked(trigger, []) if t is not None)
    if trigger.dep_ == "acl:relcl" and frame in _NOT_RELATIVE:
        return True  # `the measures that I proposed`
    if frame == "proud-adj":  # `pleased to announce that …`: what is announced is read for itself
        return any(t.lemma_ in ("announce", "confirm") for t in trigger.doc[trigger.i + 1 : trigger.i + 4])
    if frame == "welcome":
        return any(m.party.kind == PERSON for m in match.whom) or _status(trigger, "praise")[0] == "scheduled"
    if frame == "support":
        return trigger.tag_ not in ("VBZ", "VBP") and not any(c.lemma_ == "do" for c in trigger.children)
    return False


def _status(trigger: Token, stance: str) -> tuple[str, str]:
    """(status, stance) of an utterance; an empty status where the words say that it was not made."""
    if negated(trigger):
        return ("happened", "reject") if stance in ("support", "praise") else ("", stance)
    if trigger.lemma_ != "like" and any(c.lower_ in _HYPOTHETICAL for c in trigger.children if c.dep_ == "aux"):
        return "", stance
    for verb in _governing(trigger):
        if verb.lemma_ in _BINDING and verb != trigger:
            return "", stance  # what somebody agrees to say later is a commitment
        if any(c.lower_ in _FUTURE and c.dep_ == "aux" for c in verb.children):
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


def _span(match: Match, head: Token | None) -> tuple[Token, Token]:
    """The sentence where it is short; else the words from the trigger to the end of what is said."""
    first, last = sentence_span(match)
    if first == match.sentence.span[0] and last == match.sentence.span[-1]:
        return first, last
    return narrow(first, last, head if head is not None else match.trigger)
