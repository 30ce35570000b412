"""Why a sentence gives the claims it gives: its tree, its triggers, and every frame that was tried at each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dostyk.language.document import Sentence, position
from dostyk.model import Claim, Report
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame, FrameSet, load_frames
from dostyk.reading.match import complete, fit, lemma_of, word_class
from dostyk.reading.reader import traced
from dostyk.reading.slots import Slots, slots_of
from dostyk.reading.status import status_of
from dostyk.reference.own import own_folders

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS: Mapping[str, Any] = {
    "light": frozenset(), "case": frozenset(), "particle": "", "object": frozenset(), "objects": {}, "with_": {},
    "without": {}, "words_near": frozenset(), "report_words": frozenset(),
}  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """A frame tried at a trigger. `outcome` is empty where it made a claim, else says why it did not."""

    frame: str
    kind: str
    outcome: str
    who: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trigger:
    """A word that triggers frames: its slots with the words and parties in them, and the status its clause gives."""

    word: str
    lemma: str
    word_class: str
    slots: Mapping[str, tuple[str, ...]]
    status: str
    flags: tuple[str, ...]
    trials: tuple[Trial, ...]


@dataclass(frozen=True)
class Word:
    """A word of the tree; `head` is the index of the word it hangs on, its own at the root."""

    index: int
    text: str
    tag: str
    relation: str
    head: int
    trigger: bool


@dataclass(frozen=True)
class Told:
    """A claim with the frame that made it, empty where a reader without frames did."""

    claim: Claim
    frame: str


@dataclass(frozen=True)
class Explained:
    """A sentence with everything that led to its claims. `times` are its time expressions with their days."""

    text: str
    words: tuple[Word, ...]
    times: tuple[tuple[str, str], ...]
    triggers: tuple[Trigger, ...]
    told: tuple[Told, ...]


def told(report: Report) -> list[Told]:
    """The claims of a report, each with its frame."""
    return [Told(claim, _frame_id(draft)) for claim, draft in traced(Context(report))]


def explain(report: Report) -> list[Explained]:
    """Every sentence of a report's text with its frames."""
    context = Context(report)
    made = traced(context)  # first: matching mends a few tags, and the tree is shown as matching saw it
    frames = load_frames(*map(str, own_folders()))
    return [_sentence(context, frames, s, made) for s in context.document.sentences if s.field == "text"]


def _frame_id(draft: Draft) -> str:
    return draft.frame.id if draft.frame is not None else ""


def _sentence(context: Context, frames: FrameSet, sentence: Sentence, made: list[tuple[Claim, Draft]]) -> Explained:
    here = [(claim, draft) for claim, draft in made if draft.sentence.index == sentence.index]
    tried = {t.i: trigger for t in sentence.span if (trigger := _trigger(context, frames, sentence, t, made))}
    start = sentence.span.start
    return Explained(
        sentence.text,
        tuple(Word(t.i - start, t.text, t.tag_, t.dep_, t.head.i - start, t.i in tried) for t in sentence.span),
        tuple((when.passage.quote, when.interval.iso) for when in context.times(sentence)),
        tuple(tried.values()),
        tuple(Told(claim, _frame_id(draft)) for claim, draft in here),
    )


def _trigger(
    context: Context, frames: FrameSet, sentence: Sentence, token: Token, made: list[tuple[Claim, Draft]]
) -> Trigger | None:
    pos = word_class(token)
    candidates = frames.of(pos, lemma_of(token)) if pos else []
    if not candidates:
        return None
    slots = slots_of(token)
    status, flags = status_of(token)
    return Trigger(
        token.text, lemma_of(token), {"V": "verb", "N": "noun", "A": "adjective"}[pos],
        {name: tuple(_named(context, t) for t in tokens) for name, tokens in slots.items()},
        status, tuple(flags), tuple(_trials(context, candidates, token, sentence, slots, made)),
    )  # fmt: skip


def _named(context: Context, token: Token) -> str:
    parties = ", ".join(mention.key for mention in context.resolve(token))
    return f"{token.text} = {parties}" if parties else token.text


def _trials(
    context: Context, candidates: list[Frame], token: Token, sentence: Sentence, slots: Slots,
    made: list[tuple[Claim, Draft]],
) -> Iterator[Trial]:  # fmt: skip
    first: dict[str, str] = {}
    for frame in candidates:
        match = fit(context, frame, token, sentence, slots)
        if match is None:
            yield Trial(frame.id, frame.kind, "unmet: " + "; ".join(_unmet(context, frame, token, sentence, slots)))
            continue
        who, whom = tuple(m.key for m in match.who), tuple(m.key for m in match.whom)
        if frame.kind in first:
            outcome = f"fits, but {first[frame.kind]} came first"
        elif not complete(match):
            outcome = f"fits, but a side is missing: {len(who)} of {frame.needs} in `who`" + (
                ", nobody in `whom`" if frame.whom and not whom else ""
            )
        else:
            first[frame.kind] = frame.id
            at = position(token)
            ours = any(d.frame is frame and c.trigger.start == at for c, d in made)
            outcome = "" if ours else "fits; told of by another claim, or left out by the reader of its kind"
        yield Trial(frame.id, frame.kind, outcome, who, whom)


def _unmet(context: Context, frame: Frame, token: Token, sentence: Sentence, slots: Slots) -> list[str]:
    """The conditions of a frame that the sentence does not meet, each tried by itself."""
    bare = replace(frame, **dict(_CONDITIONS))
    return [
        f"{name.rstrip('_')} {_words(value)}"
        for name, value in ((name, getattr(frame, name)) for name in _CONDITIONS)
        if value and fit(context, replace(bare, **{name: value}), token, sentence, slots) is None
    ]


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping) and all(isinstance(words, frozenset) for words in value.values()):
        return ", ".join(f"{slot}: {_words(words) or 'any'}" for slot, words in value.items())
    return " | ".join(sorted(value))
