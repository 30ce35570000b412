"""The day of papers that a list further down spells out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dostyk.reading.draft import Draft

LIST = "signed-list"  # the frame of an item
_SEVERAL = re.compile(r"(?:[\w-]+\s+){1,3}(?:documents|agreements|instruments|papers|memoranda|memorandums|MoUs)", re.I)


def days_of_lists(drafts: Sequence[Draft]) -> None:
    """`Twelve documents were signed on Monday.` … `Among the papers signed are:` the items are of Monday."""
    told: Draft | None = None
    for draft in drafts:
        if draft.kind != "signing" or draft.status != "happened":
            continue
        if draft.date and _SEVERAL.fullmatch(draft.what):
            told = draft
        elif told and draft.date is None and draft.frame and draft.frame.id == LIST:
            draft.date, draft.date_basis, draft.date_passage = told.date, told.date_basis, told.date_passage
