"""The words of an action that somebody undertakes, as a list shows them, and the nouns that name one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dostyk.language.lemmas import base_verbs
from dostyk.reading.arguments import is_verb, negated
from dostyk.reading.other_times import own_clause
from dostyk.reading.readers.base import before_speaker, wording
from dostyk.reading.readers.undertakings import names_deed

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = frozenset("say add agree announce state declare note tell report".split())
_LONGEST, _FEWEST = 28, 6  # words of an action; of one that was shortened
_BREAKS = frozenset((",", ";", ":", "–", "—", "-", "(", ")", "“", "”", "."))
_BREAKING = ("IN", "CC", "WDT", "TO")  # what opens a phrase or clause
_SETTING_UP = frozenset("establishment creation setting-up formation launch exchange introduction opening".split())


def words_of(act: Token, until: int) -> str:
    """The words of an action, up to the next one of a list; of a passive what is to be done to which thing."""
    passive = [c for c in act.children if c.dep_ == "nsubj:pass"]
    if passive:
        particle = "".join(f" {c.text}" for c in act.children if c.dep_ == "compound:prt")
        return f"{act.lemma_}{particle} {wording(passive[0])}"
    taken_for_noun = act.lower_ in base_verbs() and not is_verb(act)
    if not (taken_for_noun or is_verb(act)):
        return wording(act)
    shares = act.dep_ == "conj" and act.right_edge == act  # `preserve and strengthen peace`, the object with the first
    last = (act.head if taken_for_noun or shares else act).right_edge.i
    end = min(last + 1, until) if until > act.i else last + 1
    words = _shortened(before_speaker(_own(list(act.doc[act.i : end]))))
    text = act.doc[act.i : act.i + len(words)].text
    text = text[:1].lower() + text[1:] if act.is_sent_start and is_verb(act) else text
    text = _named(act, text)
    if negated(act):
        return f"not {act.lemma_}{text[len(act.text) :]}"
    return act.lemma_ + text[len(act.text) :] if is_verb(act) and act.tag_ != "VB" else text


def _own(words: list[Token]) -> list[Token]:
    """Without what those who agreed did besides (`and looked forward to …`), and without who says so behind a comma
    (`, the two ministries agreed`)."""
    for verb in words:
        doer = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
        if verb.tag_ == "VBD" and verb.lemma_ in _SAYING and doer is not None and doer.left_edge.i - 1 > words[0].i:
            if doer.left_edge.nbor(-1).text == ",":
                return words[: doer.left_edge.i - 1 - words[0].i]
    for n, (link, verb) in enumerate(pairwise(words)):
        helped = any(c.dep_.startswith("aux") for c in verb.children)
        past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helped)
        if link.tag_ == "CC" and past and n and not any(c.dep_.startswith("nsubj") for c in words[0].children):
            return words[:n]
    return words


def _named(act: Token, text: str) -> str:
    """`trade stood at X and both strive to bring it to Y`: the words of an action with what `it` stands for."""
    clause = own_clause(act)
    pronoun = next((c for c in act.children if c.dep_ == "obj" and c.lower_ == "it"), None)
    before = next((c for c in clause.head.children if c.dep_.startswith("nsubj")), None) if clause is not None else None
    if pronoun is None or before is None or not before.tag_.startswith("NN") or before.i > act.i:
        return text
    thing = wording(before)
    thing = thing if before.tag_.startswith("NNP") else thing[:1].lower() + thing[1:]
    return re.sub(r"\bit\b", lambda _: thing, text, count=1)


def _shortened(words: list[Token]) -> list[Token]:
    """The words of an action that can be read at a glance: cut where a phrase or clause ends, not within one."""
    kept = words[:_LONGEST]
    if len(words) > _LONGEST:
        inside = {t.i for t in words[_LONGEST:]}
        breaks = [n for n, t in enumerate(kept) if n >= _FEWEST and (t.text in _BREAKS or t.tag_ in _BREAKING)]
        # no part of what is kept may govern, by a preposition or as a member of a name, what is left off
        torn = next((n for n in reversed(breaks) if not any(_torn(t, inside) for t in kept[:n])), None)
        kept = kept[: torn if torn is not None else breaks[-1] if breaks else _LONGEST]
    while kept and (kept[-1].text in _BREAKS or kept[-1].tag_ in ("CC", "IN", "TO", "DT", "PRP$", "WDT", "HYPH")
                    or kept[-1].lower_ == "also"):  # fmt: skip
        kept.pop()
    return kept


def _torn(token: Token, left_off: set[int]) -> bool:
    return token.head.i in left_off and token.dep_ in ("case", "det", "amod", "compound", "nummod", "mark", "aux")


def nouns_agreed_to(verb: Token) -> list[Token]:
    """`agreed to the establishment of …`."""
    if verb.lower_ not in ("agree", "agreed", "agrees", "consented", "committed"):
        return []
    behind = [c for c in verb.children if c.dep_ == "obl" and c.i > verb.i]
    found = [c for c in behind if any(k.lower_ == "to" for k in c.children)]
    return found or [c for c in behind if _set_up(c)]


def _set_up(noun: Token) -> bool:
    """`agreed on the establishment of a council`: what is agreed on is still to be done."""
    on = any(k.lower_ in ("on", "upon") for k in noun.children)
    return on and (names_deed(noun) or noun.lemma_.lower() in _SETTING_UP)
