"""Statements: who took which stance on what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import PERSON, Detail, Mention
from dostyk.reading.arguments import is_passive
from dostyk.reading.context import Context
from dostyk.reading.denials import is_hearsay
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match, lemma_of
from dostyk.reading.readers.attitudes import (
    complaint,
    feeling_with,
    get_well,
    gives_credit,
    judgement,
    mourning,
    received,
    welcoming,
)
from dostyk.reading.readers.base import draft, narrow, sentence_span
from dostyk.reading.readers.gists import gist, has_occasion
from dostyk.reading.readers.speech import complements, of_own_side, saying_over, speakers, speaking, told_by
from dostyk.reading.readers.stances import promises, stance_of_content
from dostyk.reading.readers.undertakings import actions, binding_acts, names_deed
from dostyk.reading.readers.utterances import asked, no_utterance, status_said

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE_EACH = frozenset(["urge", "demand", "propose"])  # stances of which each thing asked for is a statement of its own
_PROMISING = frozenset(["promise", "pledge", "vow"])
_ANEW = frozenset(["affirm", "reaffirm", "reiterate"])
_BONDS = frozenset("partnership relationship relation friendship alliance tie bond".split())
_TELLING = frozenset(["say", "affirm", "announce", "agree", "promise"])
_CLAUSE_ONLY = frozenset(["say", "announce", "agree", "promise"])  # frames whose verbs say nothing with a mere object
_NO_POSITION = frozenset(["intent", "intention", "designation"])  # what other kinds record
_SIDED = {
    "stand-in": "in",
    "stand-with": "with",
    "stand-by": "by",
    "stand-against": "against",
    "committed-to": "to",
}  # frames whose content stands in one slot
_HELD = ("ccomp", "acl", "acl:relcl", "parataxis", "csubj")  # how the clause of a view hangs on its noun
_SEEING = frozenset("regard describe view characterise characterize deem".split())  # what is seen as what is a view
_AT = {"rejoice": ("at", "in", "over"), "favour": ("in",)}  # frames whose content is the first of these slots
_RESOLVES = frozenset(["determination", "resolve"])  # to do something, which is an undertaking
_EMPTY = frozenset(["that", "this", "it", "what", "which", "so", "him", "her", "them", "visit", "call", "meeting"])


def positions(match: Match, joint: bool) -> Iterator[tuple[Token | None, str]]:
    """(head of what is said, stance) of each position at a trigger."""
    frame, trigger = match.frame, match.trigger
    if frame.id == "speak-of":
        high = any(c.lower_ in ("highly", "warmly") for c in trigger.children)
        if trigger.lemma_ == "think" and not high:
            return
        yield from ((t, "praise" if high else stance_of_content(t, joint)) for t in match.slots.get("of", ())[:1])
        return
    if frame.objects:
        seen: set[str] = set()  # `sorrow and condolences` are one position
        for token in match.slots.get("obj", ()):
            stance = frame.objects.get(lemma_of(token), "")
            stance = "condole" if stance == "support" and mourning(token) else stance
            stance = "thanks" if stance == "praise" and received(token) else stance
            stance = "condole" if stance == "affirm" and get_well(token) else stance
            if trigger.lemma_ == "take" and stance != "praise":
                continue  # `take concerns seriously`; one takes pleasure or pride in words
            if stance and not _binds(token) and (stance not in seen or stance == "affirm"):
                seen.add(stance)
                yield token, stance
        return
    if frame.id in _SIDED:
        yield from ((t, frame.stance) for t in match.slots.get(_SIDED[frame.id], ())[:1])
        return
    if frame.id == "make-clear":
        clear = next((c for c in trigger.children if c.lower_ == "clear"), trigger)
        yield from ((c, stance_of_content(c, joint)) for t in (trigger, clear) for c in t.children if c.dep_ == "ccomp")
        return
    if frame.id == "of-concern":
        yield from ((c, frame.stance) for c in trigger.children if c.dep_ == "nsubj")
        return
    if frame.id == "of-view":  # `were in agreement that …`
        held = [c for c in trigger.children if c.dep_ in _HELD and c.i > trigger.i]
        clauses = (c for c in held if any(g.dep_.startswith("nsubj") for g in c.children))
        yield from ((c, stance_of_content(c, joint)) for c in clauses)
        return
    if frame.id in _AT:
        found = next((match.slots[name][0] for name in _AT[frame.id] if match.slots.get(name)), None)
        inner = [c for c in found.children if c.dep_ in ("nmod", "acl")] if found and frame.id == "favour" else []
        yield next(iter(inner), found), frame.stance
        return
    if frame.id == "judge":
        judged = judgement(trigger)
        as_what = next(iter(match.slots.get("as", ())), None) if trigger.lemma_ in _SEEING else None
        if judged is None and as_what is not None and as_what.tag_.startswith("NN"):
            judged = as_what, stance_of_content(as_what, joint)
        yield from [judged] if judged else []
        return
    if frame.id == "draw-attention":  # `drew attention to the drought`, `… to the fact that trade had grown`
        for thing in match.slots.get("to", ())[:1]:
            told = next((c for c in thing.children if c.dep_ in _HELD), thing) if thing.lemma_ == "fact" else thing
            yield told, stance_of_content(told, joint)
        return
    if frame.id == "talk-about-need":
        yield from ((t, "affirm") for t in match.slots.get("about", ()) if lemma_of(t) in frame.with_["about"])
        return
    said = complements(trigger)
    if frame.id == "hope-for" and said and any(t.lower_ == "you" for t in said[0].subtree):
        yield said[0], "urge"
        return
    if frame.stance in _ONE_EACH:
        yield from ((head, frame.stance) for head in asked(trigger, said))
        return
    if frame.id == "value" and said and any(c.lower_ == "highly" for c in trigger.children):
        yield said[0], "praise"
        return
    if frame.stance != "affirm":
        head = said[0] if said else None
        if frame.id == "reject" and head is not None and is_hearsay(head):
            yield head, "deny"  # `rejected reports that …`
            return
        yield head, welcoming(head, trigger) if frame.id == "welcome" and head is not None else frame.stance
        return
    felt = feeling_with(trigger)
    if felt is not None:
        yield next((h for h in said if h != felt[1]), None) or _noun_behind(felt[1]), felt[0]
        return
    for head in said:
        if frame.id in _CLAUSE_ONLY and not (_is_clause(head, trigger) or (frame.id == "agree" and _agreed_on(head))):
            continue
        if head.lemma_ not in _NO_POSITION and not _binds(head):
            stance = "promise" if trigger.lemma_ in _PROMISING else stance_of_content(head, joint)
            stance = complaint(trigger, stance)
            if trigger.lemma_ in _ANEW and lemma_of(head) in _BONDS:
                stance = "affirm"  # `reaffirmed the historic partnership`
            yield head, "praise" if stance == "affirm" and gives_credit(trigger) else stance


def _binds(head: Token) -> bool:
    """`commitment to rebuild …`, which is read as an undertaking; `commitment to peace` is a position."""
    if head.lemma_ in _RESOLVES:
        return bool(binding_acts(head))
    if head.lemma_ != "commitment":
        return False
    to = [c for c in head.children if c.i > head.i and any(k.lower_ in ("to", "on") for k in c.children)]
    return not to or bool(actions(head)) or names_deed(to[0])


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
    hung = head.dep_ in ("acl", "acl:relcl") and any(c.dep_ == "mark" for c in head.children)  # `said in a talk that …`
    return head.dep_ in ("ccomp", "parataxis", "conj") or hung or head == trigger.head


def _agreed_on(head: Token) -> bool:
    """`agreed on the importance of …`; a day on which one agreed is none."""
    return any(c.lower_ in ("on", "in") and c.dep_ == "case" for c in head.children) and head.tag_ != "NNP"


def read_statement(match: Match, context: Context) -> Iterator[Draft]:
    """The positions at a trigger with their speaker; what says nothing is left out."""
    trigger = match.trigger
    if (trigger.dep_ in ("amod", "acl") and trigger.tag_ == "VBN" and is_passive(trigger)) or no_utterance(match):
        return
    saying = saying_over(trigger)
    if match.frame.stance == "affirm" and saying is not None and not told_by(saying, trigger):
        if not _of_others(match, context, saying):
            return  # the verb above carries it
    who, quoted = speaking(match, context)
    if not who:
        return
    for head, stance in positions(match, joint=len({m.party.state for m in who}) > 1):
        if match.frame.id == "say" and head is not None and _deed_of_another(context, head, who):
            continue
        said = gist(trigger, head, of_occasion=has_occasion(match, stance))
        if match.frame.id == "committed-to" and head is not None:
            said = f"commitment to {said}"
        if match.frame.id == "judge" and head is not None:
            said = _as_judged(trigger, head)
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
        if match.frame.id == "hope-for" and stance == "propose" and head is not None and _hoped_of(context, head, who):
            stance = "urge"
        status, stance = status_said(trigger, stance)
        if status == "scheduled" and match.frame.id in _SIDED:
            status = "happened"  # `we will stand with X` says where one stands now
        if status:
            yield draft(
                match, who, match.whom, what=f"{stance} {said}".strip(), detail=Detail(stance=stance), status=status,
                flags=(), attributed_to=quoted, span=_span(match, head), head=head,
            )  # fmt: skip


def _of_others(match: Match, context: Context, saying: Token) -> bool:
    """`both leaders reaffirmed the need …, the spokesman added`: words of others that somebody reports."""
    own, outer = {m.key for m in match.who}, {m.key for m in speakers(context, saying)}
    named = any(m.party.name for m in match.who)
    return match.frame.id in ("affirm", "agree", "reinforce") and named and bool(outer) and not own & outer


def _deed_of_another(context: Context, head: Token, who: list[Mention]) -> bool:
    """`President X reaffirmed …, the spokesman said`: what somebody else did is told, and read for itself."""
    past = head.tag_ == "VBD" or (head.tag_ == "VBN" and any(c.tag_ == "VBD" for c in head.children))
    doers = speakers(context, head) if past else []
    return any(m.party.kind == PERSON for m in doers) and not {m.key for m in doers} & {m.key for m in who}


def _hoped_of(context: Context, head: Token, who: list[Mention]) -> bool:
    """`hopes that Chile will ratify …`: what is hoped of another side is asked of it."""
    asked_of = {m.party.state for m in speakers(context, head)} - {""}
    own = {m.party.state for m in who}
    return len(own) == 1 and bool(asked_of) and not asked_of & own


def _as_judged(trigger: Token, judgement: Token) -> str:
    """What is judged together with the judgement: `raid in the region unacceptable`."""
    start = trigger.i + 1
    while start < judgement.i and trigger.doc[start].tag_ == "DT":
        start += 1
    end = judgement.head.i if judgement.dep_ == "amod" and judgement.head.i > judgement.i else judgement.i
    return str(trigger.doc[start : end + 1].text)  # `called X an important partner`


def _span(match: Match, head: Token | None) -> tuple[Token, Token]:
    """The sentence where it is short; else the words from the trigger to the end of what is said."""
    first, last = sentence_span(match)
    if first == match.sentence.span[0] and last == match.sentence.span[-1]:
        return first, last
    return narrow(first, last, head if head is not None else match.trigger)
