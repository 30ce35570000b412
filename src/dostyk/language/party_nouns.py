"""Common nouns that stand for parties: leaders, officials, sides, agencies, bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

LEADERS = frozenset(
    """leader president minister chief head secretary speaker chairman counterpart interlocutor principal premier
    king prince monarch ruler diplomat official advisor adviser representative negotiator participant
    executive colleague peer homologue sherpa commissioner co-chair""".split()
)
# who act for their states without being their leaders
OFFICIALS = frozenset("official diplomat advisor adviser representative officer expert negotiator".split())
HEADS_OF = {  # `the head of state`, `the head of government`
    "state": ("president", "king", "queen", "emir", "sultan", "emperor", "monarch"),
    "government": ("prime", "premier", "chancellor", "taoiseach"),
}
OWNERS = frozenset("country side state nation government".split())
SIDES = frozenset(
    """side country nation party state government people delegation republic capital partner neighbour
    neighbor""".split()
)
AGENCIES = frozenset("ministry department office agency parliament".split())
_TWO = frozenset(["two", "both", "three", "respective"])
BODIES = frozenset("forum union commission council community association league commonwealth".split())
_TALKS = frozenset("meeting talk discussion conversation call summit exchange".split())
_STRESSING = frozenset(
    "affirm reaffirm underscore underline stress emphasize emphasise highlight reiterate reconfirm".split()
)


def plural_form(token: Token) -> bool:
    """True for a plural noun."""
    return token.tag_ in ("NNS", "NNPS")


def noun_of(token: Token) -> str:
    """The lemma in lower case; capitalised plurals (`the two Prime Ministers`, `the Sides`) without their ending."""
    lemma = str(token.lemma_).lower()
    if token.tag_ != "NNPS" or not lemma.endswith("s"):
        return lemma
    return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]


def has_the(token: Token) -> bool:
    """True for a noun with its own `the`."""
    return any(c.lower_ == "the" for c in token.children)


def bare_subject(token: Token) -> bool:
    """`Leaders underscored …`: a plural that is a subject without a word to narrow it."""
    return token.dep_.startswith("nsubj") and not any(c.dep_ != "punct" for c in token.children)


def of_two(token: Token) -> bool:
    """`the two leaders`, `both sides`, `their respective ministers`."""
    return any(c.lower_ in _TWO for c in token.children)


def one_each(token: Token) -> bool:
    """`the ministries of justice`: several of one portfolio are one of each side."""
    of = [c for c in token.children if c.dep_ == "nmod" and any(k.lower_ == "of" for k in c.children)]
    single = len(of) == 1 and not any(c.dep_ == "conj" for c in of[0].children)
    return token.lemma_ == "ministry" and has_the(token) and single


def narrowed(token: Token) -> bool:
    """`Latin American countries`, `several parties`, `countries across Asia`: others than the two of the report."""
    behind = any(c.dep_ in ("nmod", "acl", "acl:relcl") and c.i > token.i for c in token.children)
    before = [c for c in token.children if c.dep_ in ("amod", "compound") and c.i < token.i]
    return behind or any(not has_the(token) or c.text[:1].isupper() for c in before)


def somewhere(phrase: Token) -> bool:
    """`the ministers of A and B in Geneva`: where they are, not whose they are."""
    return any(c.dep_ == "case" and c.lower_ in ("in", "at") for c in phrase.children)


def is_rank(token: Token, owner: Token) -> bool:
    """`the head of state`, `the heads of government of A and B`: what is said to be headed is a rank, not one of the
    two states."""
    return token.lemma_ == "head" and not any(c.dep_ in ("det", "nummod", "nmod:poss", "amod") for c in owner.children)


def talks_that_stress(token: Token, noun: str) -> bool:
    """`The meeting reaffirmed …`: what talks affirm, those who held them affirm."""
    subject = token.dep_.startswith("nsubj") and has_the(token)
    return subject and noun in _TALKS and token.head.lemma_.lower() in _STRESSING
