"""`dostyk scorecard`: how commitments are kept."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dostyk.cli.output import Format, FormatOption, Listing, write
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.register import ForOption, OwnOption, items_of

if TYPE_CHECKING:
    from dostyk.followup.register import Item
    from dostyk.followup.scorecard import Kept


class By(StrEnum):
    """What scores are grouped by."""

    RELATION = "relation"
    SIDE = "side"
    LEAD = "lead"


def scorecard(
    by: Annotated[By, typer.Option("--by", help="One line for each of these.")] = By.RELATION,
    each: Annotated[bool, typer.Option("--each", help="One line a commitment, with the G20 and OGP scales.")] = False,
    what: ForOption = "",
    own: OwnOption = "",
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Count commitments by state, the share kept after 1, 2 and 3 years, and how long they take."""
    from dostyk.cli.parties import state_code
    from dostyk.followup import today_everywhere
    from dostyk.followup.rounds import wanted
    from dostyk.followup.scorecard import scorecard as score

    with open_ledger(ledger) as store:
        items = items_of(store)
    items = wanted(items, what) if what else items
    if each:
        rows = [_each(item) for item in items if item.kind == "commitment"]
        write(Listing(("id", "content", "lead", "state", "g20", "ogp", "made", "done"), rows), form)
        return
    scores = score(items, today_everywhere(), by.value, state_code(own) if own else "")
    lines: list[dict[str, Any]] = [
        {"group": one.group, "all": one.all, **one.states, "overdue": one.overdue, "cannot be judged": one.unjudged,
         **{f"kept after {kept.years}y": _share(kept) for kept in one.kept},
         "curve": [f"{day}d {share:.0%}" for day, share in one.curve]}
        for one in scores
    ]  # fmt: skip
    columns = ("group", "all", "open", "started", "partly done", "done", "broken", "overdue", "cannot be judged",
               "kept after 1y", "kept after 2y", "kept after 3y")  # fmt: skip
    write(Listing(columns, lines), form)


def _share(kept: Kept) -> str:
    return f"{kept.share:.0%} ({kept.kept} of {kept.judged})" if kept.share is not None else "none so old"


def _each(item: Item) -> dict[str, Any]:
    from dostyk.followup.scorecard import done_day, g20, judged, made_day, ogp

    made, done = made_day(item), done_day(item)
    return {
        "id": item.id, "ref": item.ref, "content": item.content, "lead": item.lead.agency, "state": item.stands,
        "g20": g20(item), "ogp": ogp(item),
        "judged": judged(item), "overdue": item.overdue, "made": made.isoformat() if made else "",
        "done": done.isoformat() if done else "", "days": (done - made).days if done and made else None,
    }  # fmt: skip
