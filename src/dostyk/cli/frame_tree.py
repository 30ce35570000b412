"""A sentence's tree and its frames as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dostyk.model import Claim
    from dostyk.reading.explain import Explained, Told, Trial, Trigger, Word


def lines_of(explained: Explained) -> Iterator[str]:
    """The sentence, its tree, the times, every trigger with the frames tried, the claims."""
    yield explained.text
    yield ""
    yield from _tree(explained.words)
    for quote, days in explained.times:
        yield f"time  {quote} = {days}"
    for trigger in explained.triggers:
        yield ""
        yield from _trigger(trigger)
    yield ""
    for told in explained.told:
        yield "claim " + said(told)
    if not explained.told:
        yield "no claim"


def said(told: Told) -> str:
    """A claim on one line, with the frame it came from, and where its date came from."""
    claim = told.claim
    parts = [claim.kind, parties(claim), claim.status, _date(claim), claim.place, claim.what]
    return " · ".join(part for part in (*parts, f"frame {told.frame}" if told.frame else "no frame") if part)


def parties(claim: Claim) -> str:
    """`A + B > C`."""
    who, whom = (" + ".join(mention.key for mention in side) for side in (claim.who, claim.whom))
    return f"{who} > {whom}" if whom else who


def _date(claim: Claim) -> str:
    return f"{claim.date.iso} ({claim.date_basis})" if claim.date else "no date"


def _tree(words: tuple[Word, ...]) -> Iterator[str]:
    children: dict[int, list[Word]] = {}
    for word in words:
        if word.head != word.index:
            children.setdefault(word.head, []).append(word)
    stack = [(word, 0) for word in reversed(words) if word.head == word.index]
    while stack:
        word, depth = stack.pop()
        mark = "*" if word.trigger else " "
        yield f"{mark} {'  ' * depth}{word.text}  ({word.relation} {word.tag})"
        stack += [(child, depth + 1) for child in reversed(children.get(word.index, ()))]


def _trigger(trigger: Trigger) -> Iterator[str]:
    flags = f" ({', '.join(trigger.flags)})" if trigger.flags else ""
    yield f"* {trigger.word}: {trigger.word_class} {trigger.lemma}, {trigger.status}{flags}"
    for name, words in trigger.slots.items():
        yield f"    {name:8} {'; '.join(words)}"
    for trial in trigger.trials:
        yield f"  {_outcome(trial)}"


def _outcome(trial: Trial) -> str:
    sides = f" {' + '.join(trial.who) or '?'}" + (f" > {' + '.join(trial.whom)}" if trial.whom else "")
    if trial.outcome.startswith("unmet"):
        return f"-   {trial.kind}/{trial.frame}: {trial.outcome}"
    return f"{'-' if trial.outcome else '+'}   {trial.kind}/{trial.frame}:{sides}" + (
        f": {trial.outcome}" if trial.outcome else ""
    )
