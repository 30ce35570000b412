"""The tense of a clause: past, present or future, from its verb and the words before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.reading.arguments import governing_verb, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

WILL = frozenset(["will", "wo", "shall", "'ll", "’ll"])
WOULD = frozenset(["would", "could", "might", "may"])
PLANNING = frozenset(
    """plan schedule expect intend arrange prepare slate set due await anticipate agree decide announce_inf aim
    commit pledge promise undertake look likely resolve vow instruct direct task charge entrust mandate""".split()
)
PROPOSING = frozenset(
    """propose suggest hope wish want invite request ask offer recommend ought consider discuss explore seek urge call
    like ready willing""".split()
)
_CHARGING = frozenset(["task", "charge", "entrust"])
LYING_AHEAD = frozenset(
    """upcoming forthcoming impending imminent approaching planned scheduled future coming next proposed intended
    expected anticipated""".split()
)


def auxiliaries(token: Token) -> set[str]:
    """The auxiliaries and copulas of a verb, lower case."""
    return {c.lower_ for c in token.children if c.dep_ in ("aux", "aux:pass", "cop")}


def _charged_with(verb: Token) -> bool:
    """`tasked the ministries with resuming flights`: what somebody is charged with is still to be done."""
    return verb.tag_ == "VBG" and verb.head.lemma_ in _CHARGING and any(c.lower_ == "with" for c in verb.children)


# whose purpose lies ahead: `arrived on Monday to attend the forum on Friday`
_GOING = frozenset("arrive reach land fly travel come leave depart head set".split())


def _infinitive_of_be(token: Token) -> bool:
    """`is to visit`, `are to be held`."""
    return token.tag_ == "VB" and token.dep_ in ("xcomp", "ROOT", "ccomp") and token.head.lemma_ == "be"


def _to_infinitive(verb: Token) -> bool:
    """`was to have begun`: an infinitive marker among the verb's own words."""
    return any(c.lower_ == "to" and c.tag_ == "TO" for c in verb.children)


def is_future(token: Token) -> bool:
    """`will meet`, `is to meet`, `is going to meet`, `was charged with meeting`."""
    to_do = _infinitive_of_be(token) or _is_to(token) or _charged_with(token)
    return bool(auxiliaries(token) & WILL) or to_do or _going_to(token)


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
    words = ("going", "due", "set", "scheduled", "slated", "expected")
    return token.head.lower_ in words and (
        token.dep_ == "xcomp" or (token.tag_ == "VB" and token.dep_ in ("advcl", "csubj"))
    )


def _ahead(token: Token) -> bool:
    """True for a time under a noun that is said to lie ahead: `discussed the upcoming visit on August 30`."""
    for noun in token.ancestors:
        if not noun.tag_.startswith("NN"):
            return False
        if any(c.dep_ == "amod" and c.lower_ in LYING_AHEAD for c in noun.children):
            return True
    return False


def yet_to_be(participle: Token) -> bool:
    """True for the participle of `a forum to be held in June`."""
    before = [t.lower_ for t in participle.doc[max(0, participle.i - 2) : participle.i]]
    return participle.tag_ == "VBN" and participle.dep_.startswith("acl") and before == ["to", "be"]


def tense_of(token: Token) -> str | None:
    """`past`, `present` or `future`: the tense of the clause a token stands in, None where it has no finite verb."""
    verb: Token | None = token if is_verb(token) else governing_verb(token)
    if verb is not token and _ahead(token):
        return "future"
    if verb is None:
        verb = next((t for t in token.ancestors if any(c.dep_ == "cop" for c in t.children)), None)
    for _ in range(5):
        if verb is None:
            return None
        aux = auxiliaries(verb)
        if is_future(verb) or aux & WOULD or yet_to_be(verb):
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
            to_come = PLANNING | PROPOSING | (_GOING if verb.dep_ == "advcl" else frozenset())
            return "future" if verb.head.lemma_ in to_come else tense_of(verb.head)
        over = verb.head if is_verb(verb.head) else governing_verb(verb)
        if over is None and verb.dep_ == "acl":  # `signed a law ratifying the treaty on Monday`
            over = next((t for t in verb.ancestors if is_verb(t)), None)
        verb = over
    return None
