"""`dostyk round`: who is asked about what, until when, and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.act import By
from dostyk.cli.output import Format, FormatOption, Listing, counted, notice, write
from dostyk.cli.place import LedgerOption, open_ledger
from dostyk.cli.register import ForOption, OwnOption, items_of

if TYPE_CHECKING:
    from dostyk.followup.register import Item

round_app = typer.Typer(help="Rounds of urging: open one, see who has answered, close it.", no_args_is_help=True)
NameArgument = Annotated[str, typer.Argument(metavar="[NAME]", help="A round; without it the one that is open.")]


@round_app.command("open")
def open_round(
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="The last day for answers.")],
    what: ForOption = "",
    name: Annotated[str, typer.Option("--name", help="Its name; without it the year and month.")] = "",
    by: By = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Open a round and list who is asked about what."""
    from dostyk.cli.options import acting_person, day_option
    from dostyk.errors import UsageError
    from dostyk.followup import today_everywhere
    from dostyk.followup.register import by_need
    from dostyk.followup.rounds import lead_of, opening, rounds

    day = day_option("--until", until)
    if day is None:
        raise UsageError("--until: give the last day for answers as YYYY-MM-DD")
    if day < today_everywhere():
        notice(f"{day} is past: every answer will count as late")
    called = name or datetime.now(UTC).strftime("%Y-%m")
    with open_ledger(ledger) as store:
        every = items_of(store)
        step = opening(rounds(store.bound()), every, called, day, what)
        store.follow([step], by=acting_person(by))
    items = [item for item in every if item.id in set(step[1])]
    rows = [{"lead": lead_of(item), "id": item.id, "ref": item.ref, "content": item.content,
             "due": item.due.iso if item.due else "", "overdue": item.overdue}
            for item in sorted(items, key=lambda item: (lead_of(item), by_need(item)))]  # fmt: skip
    write(Listing(("lead", "ref", "content", "due", "overdue", "id"), rows), form)
    notice(f"round {called}: {counted(len(items), 'item')}, {_leads(items)}, until {day}")
    notice(f"next: dostyk register export FILE.xlsx --round {called}; dostyk register import takes the answers")


def _leads(items: Sequence[Item]) -> str:
    """`2 leads`, with how many items nobody leads."""
    from dostyk.followup.rounds import NOBODY, lead_of

    asked = [lead_of(item) for item in items]
    alone = asked.count(NOBODY)
    without = f" ({counted(alone, 'item')} without a lead; dostyk register assign names one)" if alone else ""
    return counted(len({*asked} - {NOBODY}), "lead") + without


@round_app.command()
def status(name: NameArgument = "", form: FormatOption = Format.TABLE, ledger: LedgerOption = None) -> None:
    """Show who has answered, and who has not."""
    from dostyk.followup.rounds import find_round, rounds, statuses

    with open_ledger(ledger) as store:
        one = find_round(rounds(store.bound()), name)
        found = statuses(one, items_of(store))
    rows = [{"lead": each.lead, "state": each.state, "asked": each.asked, "answered": each.answered,
             "missing": each.missing, "late": each.late, "last": each.last} for each in found]  # fmt: skip
    write(Listing(("lead", "state", "asked", "answered", "missing", "late", "last"), rows), form)
    notice(f"round {one.name}: until {one.until}" + (f", closed {one.closed}" if one.closed else ""))


@round_app.command()
def close(
    name: NameArgument = "",
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the papers go.")] = Path("."),
    own: OwnOption = "",
    by: By = None,
    ledger: LedgerOption = None,
) -> None:
    """Close a round and write the papers of the review meeting, as HTML and DOCX; of a closed one, write them anew."""
    from dostyk.briefs.review import review_paper
    from dostyk.briefs.review_docx import write_docx
    from dostyk.briefs.review_page import to_html
    from dostyk.cli.options import acting_person
    from dostyk.cli.parties import state_code
    from dostyk.files import replacing, write_whole
    from dostyk.followup import today_everywhere
    from dostyk.followup.rounds import closing, find_round, rounds
    from dostyk.reference import load_reference

    with open_ledger(ledger) as store:
        known = rounds(store.bound())
        one = find_round(known, name)
        items = [item for item in items_of(store) if item.id in one.asked]
        if not one.closed:
            store.follow([closing(one, items)], by=acting_person(by))
            known = rounds(store.bound())
            one = find_round(known, one.name)
    before = [other for other in known if other.closed and other.opened <= one.opened and other.name != one.name]
    names = {code: state.name for code, state in load_reference().states.items()}
    paper = review_paper(one, items, before[-1] if before else None, names, state_code(own) if own else "",
                         today_everywhere())  # fmt: skip
    stem = "review-" + "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in one.name)
    write_whole(out / f"{stem}.html", to_html(paper))
    with replacing(out / f"{stem}.docx") as part:
        write_docx(paper, part)
    notice(f"written: {(out / stem).resolve()}.html and .docx")
