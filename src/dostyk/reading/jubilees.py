"""Anniversaries that are told of as things of these times: they are of a year, not of the report's day."""

from __future__ import annotations

from dostyk.model import Interval
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft

_FEASTS = ("celebrat", "mark", "commemorat")


def celebrated(context: Context, drafts: list[Draft]) -> None:
    """`This year both celebrate the 40th anniversary`, with no day of its own: of the year that the report is of."""
    published = context.report.published
    for draft in drafts:
        if draft.kind == "gathering" and draft.status in ("happened", "ongoing") and published and _jubilee(draft):
            if draft.date is None or draft.date_passage is None or draft.date_passage.quote.lower() == "today":
                draft.date, draft.date_basis = Interval.year(published.year), "published"


def _jubilee(draft: Draft) -> bool:
    """`X celebrates the 80th anniversary of …`, `the celebration of the anniversary`, as a thing of these times."""
    trigger = draft.trigger
    if trigger.tag_ not in ("VBP", "VBZ", "NN", "NNS", "VBG") or not trigger.lemma_.lower().startswith(_FEASTS):
        return False
    return any(t.lemma_.lower() in ("anniversary", "jubilee") for t in trigger.subtree)
