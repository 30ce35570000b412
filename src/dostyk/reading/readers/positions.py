"""The positions at a trigger: what is said, and the stance that verb and words give it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.reading.denials import is_hearsay
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
from dostyk.reading.readers.speech import complements
from dostyk.reading.readers.stances import stance_of_content
from dostyk.reading.readers.undertakings import actions, binding_acts, names_deed
from dostyk.reading.readers.utterances import asked

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE_EACH = frozenset(["urge", "demand", "propose"])  # stances of which each thing asked for is a statement of its own
_PROMISING = frozenset(["promise", "pledge", "vow"])
_ANEW = frozenset(["affirm", "reaffirm", "reiterate"])
_BONDS = frozenset("partnership relationship relation friendship alliance tie bond".split())
_CLAUSE_ONLY = frozenset(["say", "announce", "agree", "promise"])  # frames whose verbs say nothing with a mere object
_NO_POSITION = frozenset(["intent", "intention", "designation"])  # what other kinds record
SIDED = {
    "stand-in": "in",
    "stand-with": "with",
    "stand-by": "by",
    "stand-against": "against",
    "committed-to": "to",
    "speak-against": "against",
    "throw-behind": "behind",
}  # frames whose content stands in one slot
_HELD = ("ccomp", "acl", "acl:relcl", "parataxis", "csubj")  # how the clause of a view hangs on its noun
_SEEING = frozenset("regard describe view characterise characterize deem".split())  # what is seen as what is a view
_AT = {
    "rejoice": ("at", "in", "over"),
    "favour": ("in",),
    "apologise": ("for", "over"),
    "complain-of": ("of",),
    "complain-about": ("about",),
}  # frames whose content is the first of these slots
_RESOLVES = frozenset(["determination", "resolve"])  # to do something, which is an undertaking


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
    if frame.id in SIDED:
        yield from ((t, frame.stance) for t in match.slots.get(SIDED[frame.id], ())[:1])
        return
    if frame.id == "make-clear":
        clear = next((c for c in trigger.children if c.lower_ == "clear"), trigger)
        opened = (c for t in (trigger, clear) for c in t.children if c.dep_ == "ccomp" or _opened_by_that(c, clear))
        yield from ((c, stance_of_content(c, joint)) for c in opened)
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
        if found is not None or frame.id != "apologise":
            yield next(iter(inner), found), frame.stance
        return
    if frame.id == "take-note":
        yield from _noted(match, joint)
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
    if frame.id == "offer-to":
        yield from ((c, frame.stance) for c in trigger.children if c.dep_ == "xcomp")
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


def _opened_by_that(clause: Token, clear: Token) -> bool:
    """`made it clear that …`, the clause taken for a circumstance."""
    that = next((c for c in clause.children if c.dep_ == "mark"), None)
    return clause.dep_ == "advcl" and that is not None and that.lower_ == "that" and that.i == clear.i + 1


def _noted(match: Match, joint: bool) -> Iterator[tuple[Token, str]]:
    """`took note of the decision`, `took note with regret of it`."""
    note = match.slots["obj"][0]
    noted = match.slots.get("of") or [c for c in note.children if c.dep_ == "nmod"]
    feeling = feeling_with(note)
    if feeling is not None and feeling[1] in noted:
        noted = [c for c in feeling[1].children if c.dep_ == "nmod"]
    for thing in noted[:1]:
        yield thing, feeling[0] if feeling is not None else stance_of_content(thing, joint)


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
