"""Positions without a verb of saying: sentences of direct speech, and what a government says in its own release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import PERSON, Detail, Mention
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.readers.base import narrow, wording
from dostyk.reading.readers.own_voice import blamed_in_passing, judgement
from dostyk.reading.readers.sources import source_of, without_source
from dostyk.reading.readers.speech import speakers
from dostyk.reading.readers.stances import demands, stance_of_content

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEWEST = 7  # words; shorter sentences of a speech are courtesies
_LONGEST = 12  # words of a gist
_RELEASE = re.compile(r"\b(?:statement|remarks|fact sheet|announcement|media release)\b", re.I)
_TALKING_OF = frozenset(["discuss", "review", "address"])
_QUOTED = Frame(id="quoted", kind="statement")
_SOURCE = Frame(id="according-to", kind="statement")
_OWN = Frame(id="release", kind="statement")


def read_unsaid(context: Context, sentence: Sentence, before: list[Draft]) -> Iterator[Draft]:
    """The position of a quoted sentence that nothing else reads, or a demand or judgement in a release's own voice."""
    here = [d for d in before if d.sentence is sentence and d.kind in ("statement", "commitment")]
    root = sentence.span.root
    courtesy = sentence.text.strip(" “\"'").startswith("Please accept")
    if courtesy or sum(t.is_alpha for t in sentence.span) < _FEWEST or "?" in sentence.text:
        return
    if not any(d.detail.stance in ("condemn", "reject") for d in here):
        yield from _blamed(context, sentence)
    if here:  # `X is a cause for concern and I urge …`: what is judged beside what is said
        if not any(root in (d.trigger, d.head) or d.trigger.i < root.i for d in here):
            yield from _judged(context, sentence, root)
        return
    source = source_of(context, sentence.span)
    if source is not None:
        yield _draft(_SOURCE, source, sentence, root)
        return
    speaker = context.reference.quoted_speaker(root)
    if speaker is not None and speaker.kind == PERSON and _whole(context, sentence):
        yield _draft(_QUOTED, Mention(speaker, context.document.passage(root, root)), sentence, root)
    else:
        yield from _judged(context, sentence, root)


def _blamed(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """What a release condemns in passing: `discussed the response to Russia's unprovoked aggression`."""
    author = context.reference.author
    noun = blamed_in_passing(context, sentence) if author is not None and _own_voice(context) else None
    if noun is None or author is None or context.reference.quoted_speaker(noun) is not None:
        return
    root = sentence.span.root
    discussed = speakers(context, root) if root.lemma_ in _TALKING_OF else []
    yield Draft(
        "statement",
        noun,
        sentence,
        narrow(sentence.span[0], sentence.span[-1], noun),
        discussed or [Mention(author, context.document.passage(noun, noun))],
        what=f"condemn {wording(noun)}",
        detail=Detail(stance="condemn"),
        frame=_OWN,
        confidence=0.4,
        head=noun,
    )


def _judged(context: Context, sentence: Sentence, root: Token) -> Iterator[Draft]:
    """What a release demands or judges in its own voice."""
    author = context.reference.author
    if author is None or context.reference.quoted_speaker(root) is not None or not _own_voice(context):
        return
    stance = stance_of_content(root) if demands(root) else judgement(context, sentence)
    if stance:
        found = _draft(_OWN, context.mention(author, root), sentence, root, stance)
        if context.is_joint and len(context.reference.joint) > 1:
            found.who = [context.mention(p, root) for p in context.reference.joint]
        yield found


def _whole(context: Context, sentence: Sentence) -> bool:
    """True where a sentence stands in the quotation from its first word to its last."""
    words = [t for t in sentence.span if t.is_alpha]
    return all(context.reference.quoted_speaker(t) is not None for t in (words[0], words[-1]))


def _own_voice(context: Context) -> bool:
    first = bool({"our", "we", "i"} & context.words)
    return bool(_RELEASE.search(context.report.title)) or (first and not _speeches(context))


def _speeches(context: Context) -> bool:
    return any(doc.user_data.get("speakers") for doc in context.document.docs)


def _draft(frame: Frame, who: Mention, sentence: Sentence, root: Token, stance: str = "") -> Draft:
    stance = stance or stance_of_content(root)
    said = " ".join(without_source(sentence.span).strip(" “”\"'").split()[:_LONGEST]).strip(" “”\"'.,")
    return Draft(
        "statement",
        root,
        sentence,
        narrow(sentence.span[0], sentence.span[-1], root),
        [who],
        what=f"{stance} {said}",
        detail=Detail(stance=stance),
        frame=frame,
        confidence=0.4,
        head=root,
    )
