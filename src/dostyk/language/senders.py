"""Who speaks in what somebody received: of `a letter from X, in which he …`, X."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_MESSAGES = frozenset("call letter message cable telegram note phone telephone missive greeting".split())


def sender(verb: Token) -> list[Token]:
    """Who sent what is received: `received a call from X`."""
    sent = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass") and c.lemma_.lower() in _MESSAGES]
    phrases = [c for noun in (verb, *sent) for c in noun.children if c.dep_ in ("obl", "nmod")] if sent else []
    return [c for c in phrases if any(k.dep_ == "case" and k.lower_ == "from" for k in c.children)]


def writer_of(pronoun: Token) -> Token | None:
    """Whom `he` means in `received a letter from X, in which he …`, None for any other pronoun."""
    if not any(t.lower_ == "which" for t in pronoun.doc[max(0, pronoun.i - 2) : pronoun.i]):
        return None
    received = (t for t in pronoun.sent if t.lemma_ == "receive" and t.i < pronoun.i)
    return next((s for verb in received for s in sender(verb) if s.i < pronoun.i), None)
