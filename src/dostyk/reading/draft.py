"""A draft: a claim while it is being read, still open to a date, a place or a better wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Interval, Mention, Passage
from dostyk.reading.frames import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(eq=False)
class Draft:
    """What a reader found at one trigger. `span` is the first and last token of the words that say it."""

    kind: str
    trigger: Token
    sentence: Sentence
    span: tuple[Token, Token]
    who: list[Mention]
    whom: list[Mention] = field(default_factory=list)
    what: str = ""
    status: str = "happened"
    flags: tuple[str, ...] = ()
    date: Interval | None = None
    date_basis: str = ""
    date_passage: Passage | None = None
    place: str = ""
    place_passage: Passage | None = None
    detail: Detail = Detail()
    attributed_to: Mention | None = None
    frame: Frame | None = None
    confidence: float = 0.5
    evidence: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    aliases: int = 0
    head: Token | None = None  # of a statement: the head of what is said

    def keys(self) -> tuple[frozenset[str], frozenset[str]]:
        """Keys of the parties on each side."""
        return frozenset(m.key for m in self.who), frozenset(m.key for m in self.whom)


def state_at(place: str) -> str:
    """The code of the state that a place lies in: `KAZ` of `KAZ:Astana`, empty where no place is known."""
    return place.partition(":")[0]


def unique(mentions: list[Mention]) -> list[Mention]:
    """Each party once; a state goes where a person or body of it stands beside it."""
    kept: dict[str, Mention] = {}
    for mention in mentions:
        kept.setdefault(mention.key, mention)
    named = {m.party.state for m in kept.values() if m.party.name}
    return [m for m in kept.values() if m.party.name or m.party.state not in named]
