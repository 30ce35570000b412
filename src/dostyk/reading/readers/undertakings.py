"""The actions that an undertaking names: `agreed to do A, do B and to do C`, `will do A; do B`.

Parsers break long lists of actions in many ways, so a list is followed along the words: an infinitive that stands
behind a comma, a semicolon or `and`, or a word that can begin an action where a noun would have an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.lemmas import base_verbs
from dostyk.reading.arguments import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTED = frozenset((",", ";", "and", "&"))
_PASSED_OVER = frozenset(["to", "also", "further", "jointly", "actively", "then", "continue"])
# verbs whose base form a tagger takes for a noun at the head of a list's member
_BEGINNERS = frozenset(
    """
    increase advance promote support enhance launch strengthen boost expand share exchange deepen facilitate
    encourage establish dispatch coordinate implement intensify step foster maintain develop ensure conduct
    organise organize resume accelerate fund host train waive finance abolish
    """.split()
)
_CHAIN = frozenset(
    """
    conj parataxis advcl xcomp obl obj dep appos list compound nmod ccomp
    """.split()
)
# nouns of doing: one is bound to a settlement or to consultations, but only attached to security or to values
_DEEDS = frozenset(
    """
    settlement negotiation consultation cooperation collaboration coordination implementation resolution restoration
    cessation removal reduction expansion elimination withdrawal release delivery provision reform dialogue
    engagement defense defence resumption completion conclusion ratification repatriation normalisation normalization
    """.split()
)
# what is willed but binds nobody: states of mind, occurrences, items of a programme, and kinds of their own
NO_UNDERTAKING = frozenset(
    """
    be have become remain see know feel need want hope believe think depend mean require like visit travel meet
    attend arrive receive host leave return go come speak participate take depart sign address include mark
    commence begin end last bring contribute benefit result allow enable represent celebrate remember discuss
    welcome join sit proceed deliver lead enter reach find face gain grow rise fall get understand recall say
    tell call thank congratulate urge express emphasize stress underscore highlight reaffirm note focus cover
    serve play show prove complement consist comprise feature affect happen occur cost do make present
    inaugurate unveil pay hold stay dine tour expect look forget demand review talk open encourage
    stand reinforce reiterate condemn denounce vote
    """.split()
)
_TASKING = frozenset(["task", "charge", "entrust"])
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


def _first(verb: Token, past_object: bool) -> Token | None:
    """The first action behind a verb or noun of agreement."""
    principle = [c for t in verb.children if t.lemma_ == "principle" for c in t.children]  # `agreed in principle to`
    heads = [c for c in (*verb.children, *principle) if c.dep_ in _CLAUSES and c.i > verb.i and not _means(c)]
    for head in heads:
        if not past_object and _after_object(verb, head):
            continue
        if head.tag_ == "VB" or any(c.dep_ == "aux" for c in head.children) or (head.tag_ == "VBG" and _to(head)):
            return head
    for child in verb.children:  # `agreed to enhance cooperation`, the verb taken for part of a name
        if child.dep_ in ("obl", "obj", "nmod") and child.i > verb.i:
            for part in child.children:
                if part.i > verb.i and part.dep_ == "compound" and (part.tag_ == "VB" or part.lower_ in _BEGINNERS):
                    if part.i and part.nbor(-1).lower_ == "to":
                        return part
            if child.tag_ == "VBG":
                return child
    return _behind_to(verb)


def _to(gerund: Token) -> bool:
    """`to reducing`, `on fostering`: what one is bound to, not what goes along with it."""
    marks = ("to", "on", "towards", "with") if gerund.head.lemma_ in _TASKING else ("to", "on", "towards")
    return any(c.lower_ in marks and c.i < gerund.i for c in gerund.children)


def _after_object(verb: Token, clause: Token) -> bool:
    """`pledged support for efforts to …`: the clause belongs to what is pledged."""
    return (
        is_verb(verb)
        and clause.dep_ != "ccomp"
        and any(c.dep_ == "obj" and c.i < clause.i and c.tag_.startswith("NN") for c in verb.children)
    )


def _behind_to(verb: Token) -> Token | None:
    """`committed to de-escalating tensions`: the verb behind `to`, however the parser took it."""
    after = list(verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)])
    if not after or after[0].lower_ != "to":
        return None
    for token in after[1:4]:
        if token.tag_ == "VB" or (token.lower_.endswith("ing") and len(token) > 5):
            return token
        if not token.tag_.startswith("RB") and token.text != "-" and (len(token) > 3 or token.tag_ == "DT"):
            return None
    return None


def _means(clause: Token) -> bool:
    """`by creating`, `as agreed`, `after signing`: how or when, not what; but `tasked with drawing up`."""
    if clause.head.lemma_ in _TASKING and _to(clause):
        return False
    return any(c.dep_ in ("mark", "case") and c.lower_ not in ("to", "that", "on", "in") for c in clause.children)


def _linked(token: Token, first: Token, bound: Token) -> bool:
    """True where a word hangs on the first action, or on the verb that binds, without a clause of its own between.

    An infinitive cannot be coordinated with a finite verb, so one that hangs on a verb further out belongs here too.
    """
    marked = _marked(token)
    outer = {first, bound, *(bound.ancestors if marked else ())}
    for _ in range(7):
        if token in outer:
            return True
        if token.dep_ not in _CHAIN or token.head is token:
            return False
        token = token.head
    return False


def _marked(token: Token) -> bool:
    """`to implement`, `to fully implement`."""
    at = token.i - 1
    while at > 0 and token.doc[at].tag_ == "RB":
        at -= 1
    return at >= 0 and token.doc[at].lower_ == "to"


def _begins_action(token: Token) -> bool:
    if any(c.dep_.startswith("nsubj") for c in token.children):
        return False
    if token.tag_ == "VB" or (token.tag_ == "VBP" and token.dep_ == "conj" and token.head.tag_ == "VB"):
        return True
    if token.lower_ not in _BEGINNERS or not token.tag_.startswith(("NN", "VB", "JJ")):
        return False
    before = token.nbor(-1)
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return before.text in _LISTED and after is not None and after.tag_.startswith(("NN", "DT", "JJ", "PRP$", "RP"))


def further(first: Token, bound: Token) -> Iterator[Token]:
    """The actions listed behind the first one, up to the end of the sentence."""
    doc = first.doc
    for token in doc[first.i + 1 : first.sent.end]:
        if not _begins_action(token):
            continue
        at = token.i - 1
        while at > first.i and (doc[at].lower_ in _PASSED_OVER or doc[at].tag_ == "RB"):
            at -= 1
        if doc[at].lower_ in _LISTED and _same_form(first, token, bound) and _linked(token, first, bound):
            yield token


def _same_form(first: Token, token: Token, bound: Token) -> bool:
    """A member of a list that says `to` is one only where the first says `to`: `will build X and to …` is none."""
    marked = _marked(token)
    base = token
    while base.dep_ == "conj" and base.head.i > first.i and not marked:
        base = base.head
    inside = base not in (first, token) and base.dep_ in ("acl", "advcl", "xcomp")
    return not (inside and not marked) and not (marked and first == bound)


def actions(verb: Token, past_object: bool = False) -> list[Token]:
    """The actions that a verb or noun of agreement governs: its infinitives or clauses, with those listed.

    `past_object`: also those behind an object of its own, as in `reaffirmed their commitment to …`.
    """
    first = _first(verb, past_object)
    if first is None:
        return []
    found = [first, *further(first, verb)]
    for clause in _clauses_after(first):
        if clause not in found:
            found.append(clause)
    return found


def _clauses_after(first: Token) -> Iterator[Token]:
    """`that A would be done, that B would be done and that C …` wherever they hang, and coordinated gerunds."""
    if first.tag_ == "VBG":
        yield from (c for c in first.children if c.i > first.i and c.dep_ == "conj" and c.tag_ == "VBG")
    if not _that_clause(first):
        return
    for token in first.doc[first.i + 1 : first.sent.end]:
        if _that_clause(token) and any(c.dep_ == "aux" for c in token.children):
            yield token


def _that_clause(token: Token) -> bool:
    children = list(token.children)
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in children) and any(
        c.dep_.startswith("nsubj") for c in children
    )


def merged(found: list[Token]) -> list[Token]:
    """Without the first of two verbs that share their object: `support and promote the plan`."""
    kept = []
    for n, act in enumerate(found):
        after = found[n + 1] if n + 1 < len(found) else None
        shared = after is not None and after.i - act.i <= 3 and any(t.lower_ == "and" for t in act.doc[act.i : after.i])
        beside = after is not None and after.i - act.i == 2  # `strengthen and develop ties`
        bare = beside or not any(c.dep_ in ("obj", "obl", "xcomp", "ccomp") for c in act.children)
        if not (shared and bare):
            kept.append(act)
    return kept


def binding_acts(noun: Token) -> list[Token]:
    """What a commitment, resolve or determination is to do; to stand firm or to be ready is no deed."""
    return [t for t in actions(noun) if t.lemma_ not in ("stand", "be", "remain")]


def names_deed(token: Token) -> bool:
    """True for what one can be bound to do: `commitment to finish`, `to the settlement of …`, not `to security`."""
    return is_verb(token) or token.lemma_.lower() in _DEEDS


def is_attitude(verb: Token) -> bool:
    """`is committed to`, `remains committed to`, as against `committed to`."""
    under = verb.head.lemma_ in ("remain", "stay", "be") and verb.dep_ == "xcomp"
    return under or any(c.lemma_ in ("be", "remain") and c.dep_ in ("cop", "aux:pass") for c in verb.children)


def opens_list(token: Token) -> bool:
    """True for the bare verb that a listed undertaking opens with, whatever the tagger takes it for."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.lower_ in base_verbs() and after is not None and after.tag_ in ("DT", "PRP$"):
        return True
    if any(c.dep_.startswith("nsubj") for c in token.children) or token.dep_.startswith("nsubj"):
        return False
    return token.lower_ in base_verbs() and after is not None and not after.tag_.startswith(("VB", "MD", "POS"))


def will_bearers(token: Token) -> bool:
    """True for a verb with a `will` or `shall` of its own."""
    return any(c.lower_ in ("will", "shall", "'ll", "’ll") and c.dep_ == "aux" for c in token.children)


def would_bearer(token: Token) -> bool:
    """True for a verb with a `would` of its own, as reported speech turns `will`."""
    return any(c.lower_ in ("would", "'d") and c.dep_ == "aux" for c in token.children)


def is_to(token: Token) -> bool:
    """`is to provide`, `are to consult`: an obligation, the form of `be` before a marked infinitive."""
    marks = [c for c in token.children if c.dep_ == "mark" and c.lower_ == "to"]
    be = [c for c in token.children if c.dep_ in ("cop", "aux") and c.lower_ in ("is", "are")]
    under = token.dep_ == "xcomp" and token.head.lower_ in ("is", "are") and bool(marks)
    return (bool(marks) and bool(be)) or under
