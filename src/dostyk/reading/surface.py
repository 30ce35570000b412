"""Who stands where by the order of words: the parties of a sentence as chunks, each with the word that introduces it.

A second opinion where the parse attaches a phrase wrongly; it needs tags and names, no tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import PERSON, Mention
from dostyk.reading.context import Context
from dostyk.reading.draft import unique

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSIDE = ("DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NNP", "NNPS", "RB", "PDT", "VBG", "NN")
_JOINTS = frozenset(
    [",", "and", "&", "as", "well", "with", "together", "along", "–", "-", "his", "her", "the", "their"]
)
_SUBORDINATORS = frozenset(["that", "if", "whether", "because", "while", "although", "though", "unless"])
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "get", "got"])
_HAVE = frozenset(["have", "has", "had", "having", "'ve", "’ve", "'d"])


@dataclass(eq=False)
class Chunk:
    """The parties named at tokens `start`..`end` (half-open, of the paragraph).

    `prep` is the preposition before them, empty without one; `noun` the lemma of the noun that a state's name modifies
    (`Russian diplomats`); `owner` is true before a possessive mark; `joined` where the chunk before is coordinated.
    """

    start: int
    end: int
    mentions: list[Mention] = field(default_factory=list)
    prep: str = ""
    noun: str = ""
    owner: bool = False
    joined: bool = False
    object_of: int = -1


def chunks(context: Context, sentence: Sentence) -> list[Chunk]:
    """The party chunks of a sentence, in order."""
    found: list[Chunk] = []
    end = -1
    for token in sentence.span:
        if token.i < end:
            continue
        chunk = _chunk_at(context, token)
        if chunk is None:
            continue
        _introduce(sentence, chunk, found[-1] if found else None)
        found.append(chunk)
        end = chunk.end
    return found


def _chunk_at(context: Context, token: Token) -> Chunk | None:
    named = context.people.at(token)
    doc = token.doc
    if named is not None:
        mention = context.people.mention(named)
        if mention is None:
            return None
        chunk = Chunk(token.i, max(named.end, token.i + 1), [mention])
        if named.kind in ("demonym", "state", "capital", "historic", "seat", "city", "people"):
            _modified(context, doc, chunk)
        chunk.owner = chunk.end < len(doc) and doc[chunk.end].text in ("'s", "’s", "'", "’")
        return chunk
    if token.tag_ not in ("PRP", "NN", "NNS") and token.lower_ != "both" and not _object_her(token):
        return None
    mentions = context.resolve(token)
    return Chunk(token.i, token.i + 1, mentions) if mentions else None


def _object_her(token: Token) -> bool:
    """`conferred it on her yesterday`: `her` behind a preposition and before no noun phrase of its own."""
    if token.lower_ != "her" or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(-1).tag_ in ("IN", "TO") and token.nbor(1).lower_ in (
        "yesterday", "today", "on", "in", "at", "by", "for", "during", "last", ",", ".",
    )  # fmt: skip


def _modified(context: Context, doc: Doc, chunk: Chunk) -> None:
    """Grow a state's name over the noun that it modifies: `German diplomats`, `the Burundian first secretary`."""
    end = chunk.end
    while end < len(doc) and doc[end].tag_ in ("JJ", "NN", "NNS", "HYPH") and not doc[end].is_sent_start:
        if context.people.at(doc[end]) is not None:
            break
        end += 1
    if end > chunk.end and doc[end - 1].tag_ in ("NN", "NNS"):
        chunk.noun, chunk.end = str(doc[end - 1].lemma_).lower(), end


def _introduce(sentence: Sentence, chunk: Chunk, before: Chunk | None) -> None:
    """Find out what introduces a chunk: a preposition, a verb, or the chunk it is coordinated with."""
    doc = sentence.doc
    floor = max(sentence.span.start, before.end if before else sentence.span.start)
    i = chunk.start - 1
    while i >= floor and doc[i].tag_ in _INSIDE and doc[i].text != "ago":
        i -= 1
    if i >= floor and doc[i].tag_ in ("IN", "TO", "RP") and doc[i].lower_ not in _SUBORDINATORS:
        chunk.prep = str(doc[i].lower_)
    elif i >= floor and doc[i].tag_.startswith("VB") and doc[i].dep_ not in ("aux", "aux:pass", "cop"):
        chunk.object_of = doc[i].i
    between = [t.lower_ for t in doc[before.end : chunk.start]] if before else []
    if before and before.owner and not chunk.prep:
        chunk.prep, chunk.object_of = before.prep, before.object_of
    if before and between and all(w in _JOINTS or w == chunk.prep or _loose(w) for w in between):
        chunk.joined = (not chunk.prep or chunk.prep == before.prep) and not _opens_clause(sentence, chunk, before)
        if chunk.joined:
            chunk.prep, chunk.object_of = before.prep, before.object_of


def _opens_clause(sentence: Sentence, chunk: Chunk, before: Chunk) -> bool:
    """`expelled two diplomats of A, and B followed suit`: who acts next is not coordinated with whom it was done to."""
    head = sentence.doc[chunk.end - 1]
    while head.dep_ in ("compound", "flat", "amod", "nmod:desc") and head.head.i != head.i:
        head = head.head
    verb = head.head
    acts = head.dep_ == "nsubj" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.i == chunk.end and verb.dep_ == "conj"
    return acts and (bool(before.prep) or before.object_of >= 0)


def _loose(word: str) -> bool:
    return word in ("visiting", "also", "then", "newly", "appointed", "mr", "mr.", "mrs", "dr", "dr.")


def passive(verb: Token) -> bool:
    """True for a passive by its surface: a form of `be` before a participle, or a bare participle behind its noun."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    for i in range(verb.i - 1, max(verb.i - 6, -1), -1):
        word = verb.doc[i]
        if word.lower_ in _BE:
            return True
        if word.lower_ in _HAVE:
            return False
        if not word.tag_.startswith("RB") and word.lower_ not in ("not", "to", ","):
            break
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "acl:relcl")


class Around:
    """The chunks of a sentence as seen from one trigger."""

    def __init__(self, context: Context, sentence: Sentence, trigger: Token) -> None:
        self.context, self.sentence, self.trigger = context, sentence, trigger
        self.chunks = chunks(context, sentence)
        self.passive = passive(trigger)

    def left(self) -> list[Chunk]:
        """Chunks before the trigger that no preposition and no verb introduces, the nearest group, in order."""
        before = [c for c in self.chunks if c.end <= self.trigger.i and not c.owner]
        free = [n for n, c in enumerate(before) if not c.prep and c.object_of < 0]
        if self.trigger.tag_ == "VBG" and before and before[-1].end == self.trigger.i:
            free = [len(before) - 1]  # `concern about X and Y signing a pact`
        if not free:
            return self._behind_opening(before)
        first = last = free[-1]
        while first > 0 and before[first].joined:
            first -= 1
        return before[first : last + 1]

    def _behind_opening(self, before: list[Chunk]) -> list[Chunk]:
        """`In step with the Union, X and Y announced`: the subject behind the comma that ends an opening phrase."""
        last = next(reversed(list(groups(before))), [])
        doc = self.trigger.doc
        opens = len(last) > 1 and doc[last[0].end].text == "," and last[1].start - last[0].end < 4
        told = opens and any(t.tag_.startswith("VB") for t in doc[self.sentence.span.start : last[0].start])
        return last[1:] if opens and not told else []

    def after(self, *preps: str, reach: int = 40) -> list[Chunk]:
        """The first group behind the trigger that one of the prepositions introduces, in order."""
        behind = [c for c in self.chunks if c.start > self.trigger.i and c.start - self.trigger.i <= reach]
        found: list[Chunk] = []
        for chunk in behind:
            if not found and chunk.prep in preps and not chunk.owner:
                found.append(chunk)
            elif found and chunk.joined:
                found.append(chunk)
            elif found:
                break
        return found or self._behind_title(preps, behind)

    def _behind_title(self, preps: tuple[str, ...], behind: list[Chunk]) -> list[Chunk]:
        """`to the Custodian of the Faith, King X`: the name stands behind a title that the preposition introduces."""
        for token in self.trigger.doc[self.trigger.i + 1 : self.trigger.sent.end]:
            if token.lower_ in preps and token.tag_ in ("IN", "TO"):
                near = [c for c in behind if 0 < c.start - token.i < 12]
                between = token.doc[token.i + 1 : near[0].start] if near else ()
                clean = near and not any(t.tag_.startswith(("VB", "MD")) for t in between)
                return near[:1] if clean and between and between[0].tag_ in ("DT", "NNP", "PRP$") else []
        return []

    def object(self) -> list[Chunk]:
        """The group right behind the trigger without a preposition."""
        found = [c for c in self.chunks if c.start > self.trigger.i and c.object_of == self.trigger.i]
        return [c for c in found if not c.owner]

    def left_mentions(self) -> list[Mention]:
        """The parties of `left()`."""
        return mentions_of(self.left())

    def agent(self) -> list[Mention]:
        """Who acts: behind `by` in a passive, else to the left."""
        if not self.passive:
            return mentions_of(self.left())
        found = mentions_of(self.after("by"))
        return found if any(m.party.name for m in found) else self._named_behind_by() or found

    def _named_behind_by(self) -> list[Mention]:
        """`by the Vice President and Ruler of X, Sheikh Y, and by Z`: the persons of a phrase with `by`."""
        by = next((t.i for t in self.trigger.doc[self.trigger.i : self.trigger.sent.end] if t.lower_ == "by"), None)
        found: list[Chunk] = []
        for chunk in self.chunks if by is not None else ():
            if by is not None and chunk.start > by and chunk.start - by < 60:
                if chunk.prep not in ("", "by", "of"):
                    break
                found += [chunk] if any(m.party.kind == PERSON for m in chunk.mentions) else []
        return mentions_of(found)

    def patient(self) -> list[Mention]:
        """Whom it is done to: to the left in a passive, else right behind the verb."""
        return mentions_of(self.left() if self.passive else self.object())


def mentions_of(found: Iterable[Chunk]) -> list[Mention]:
    """The parties of chunks, each once."""
    return unique([m for chunk in found for m in chunk.mentions])


def groups(found: Iterable[Chunk]) -> Iterator[list[Chunk]]:
    """Chunks in coordinated groups."""
    group: list[Chunk] = []
    for chunk in found:
        if group and not chunk.joined:
            yield group
            group = []
        group.append(chunk)
    if group:
        yield group
