"""What points back: a paper told of before, a time told just before, relations and the paper that makes them."""

from __future__ import annotations

import re

from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft

_THAT_TIME = re.compile(r"\b(?:at|on) (?:that|the) (?:time|occasion)\b")
_POINTING = ("the", "this", "that")
_REACH = 30  # characters between an act and the words that point back


def papers_told_before(drafts: list[Draft]) -> None:
    """`… signed the treaty on fish on 3 May. The treaty was signed during her visit`: the second is the first again,
    and has its name and its day."""
    for number, draft in enumerate(drafts):
        if draft.kind != "signing" or draft.date is not None or not _bare(draft):
            continue
        noun = draft.what.lower()
        told = next((d for d in reversed(drafts[:number]) if _is_such(d, noun) and _sides(d) == _sides(draft)), None)
        if told is not None:
            draft.what, draft.detail = told.what, told.detail
            draft.date, draft.date_basis, draft.date_passage = told.date, "anchor", told.date_passage


def _bare(draft: Draft) -> bool:
    """`the agreement`: a noun alone, and a word that points to it."""
    text = draft.sentence.text.lower()
    alone = len(draft.what.split()) == 1
    return alone and draft.status == "happened" and any(f"{word} {draft.what.lower()}" in text for word in _POINTING)


def _is_such(told: Draft, noun: str) -> bool:
    signed = told.kind == "signing" and told.status == "happened" and told.date is not None
    return signed and len(told.what.split()) > 1 and noun in told.what.lower().split()


def _sides(draft: Draft) -> frozenset[str]:
    return frozenset(m.party.state for m in draft.who)


def at_that_time(context: Context, drafts: list[Draft]) -> None:
    """`since her visit in May 2023. The treaty signed at that time …`: the time told last before."""
    for draft in drafts:
        text, trigger = draft.sentence.text, draft.trigger
        at = trigger.idx - draft.sentence.span.start_char
        pointing = _THAT_TIME.search(text, at, at + len(trigger.text) + _REACH) if draft.date is None else None
        told = _told_last(context, draft) if pointing else None
        if told is not None:
            draft.date, draft.date_basis, draft.date_passage = told.interval, "anchor", told.passage


def _told_last(context: Context, draft: Draft) -> When | None:
    """The last time told before an act, in its sentence or the one before, that was over when the report came out."""
    here = [w for w in context.times(draft.sentence) if w.end <= draft.trigger.i]
    before = [s for s in context.document.around(draft.sentence, before=1)[:-1] if s.field == "text"]
    times = here or [w for s in before for w in context.times(s)]
    published = context.report.published
    past = [w for w in times if published is not None and w.interval.high < published]
    return past[-1] if past else None


def papers_of_relations(drafts: list[Draft]) -> None:
    """The paper that establishes relations, told of right after them, was signed on the day they began."""
    begun = [d for d in drafts if d.kind == "relations" and d.date and d.date.precision == "day"]
    for draft in drafts:
        if draft.kind != "signing" or draft.date is not None or draft.status != "happened":
            continue
        states = {m.party.state for m in draft.who}
        for told in begun:
            near = 0 <= draft.sentence.index - told.sentence.index <= 2
            if near and states == {m.party.state for m in told.who}:
                draft.date, draft.date_basis, draft.date_passage = told.date, told.date_basis, told.date_passage


def relations_of_papers(drafts: list[Draft]) -> None:
    """`A statement that raises ties is to be adopted on Friday`: a planned partnership begins with its paper."""
    for draft in drafts:
        if draft.kind == "relations" and draft.status == "scheduled" and draft.date is None:
            papers = (d for d in drafts if d.kind == "signing" and d.sentence is draft.sentence and d.date is not None)
            if (paper := next((d for d in papers if d.status == draft.status), None)) is not None:
                draft.date, draft.date_basis, draft.date_passage = paper.date, paper.date_basis, paper.date_passage
