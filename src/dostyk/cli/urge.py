"""`dostyk urge`: talking points on what is open between two states."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dostyk.cli.output import json_text, wrapped
from dostyk.cli.place import LedgerOption, open_ledger

if TYPE_CHECKING:
    from dostyk.followup import TalkingPoint
    from dostyk.ledger import Ledger
    from dostyk.model import Entry


class UrgeFormat(StrEnum):
    """How talking points are written."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def urge(
    a: Annotated[str, typer.Argument(metavar="A", help="A state: code, name or demonym.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other state.")],
    own: Annotated[
        str | None, typer.Option("--own", metavar="STATE", help="The side that is to speak, A or B.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="As of this day; without it today.")] = None,
    form: Annotated[UrgeFormat, typer.Option("--format", help="How to write them.")] = UrgeFormat.TEXT,
    ledger: LedgerOption = None,
) -> None:
    """Draft talking points: each open commitment, what was seen of it since, and a line to say. Nothing is sent."""
    from dostyk.cli.options import day_option
    from dostyk.cli.parties import state_code
    from dostyk.errors import UsageError
    from dostyk.followup import load, talking_points, today_everywhere
    from dostyk.followup.relation import relation_entries

    today = day_option("--on", on) or today_everywhere()
    with open_ledger(ledger) as store:
        one, other = state_code(a, store), state_code(b, store)
        if one == other:
            raise UsageError(f"{a!r} and {b!r} are the same state; name two")
        speaker = state_code(own, store) if own else ""
        if speaker not in ("", one, other):
            raise UsageError(f"--own: {own!r} is neither side of {one} and {other}")
        record = load(store, today)
        ours = relation_entries(record.entries, one, other)
        points = talking_points(record, {entry.id for entry in ours}, sources(store, ours), speaker)
    if form is UrgeFormat.JSON:
        sys.stdout.write(json_text([asdict(point) for point in points]))
    elif form is UrgeFormat.MD:
        sys.stdout.write(_text(points, one, other, marked=True))
    else:
        sys.stdout.write(wrapped(_text(points, one, other, marked=False)))


def sources(store: Ledger, entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """For every entry the reports that tell of it: outlet, title and day."""
    told = {
        report.id: ", ".join(
            part for part in (report.outlet, f"“{report.title}”" if report.title else "",
                              report.published.isoformat() if report.published else "") if part
        )
        for report in store.reports(every_version=True)
    }  # fmt: skip
    return {
        entry.id: tuple(dict.fromkeys(told.get(anchor.report, anchor.report) for anchor in entry.anchors))
        for entry in entries
    }


def _text(points: list[TalkingPoint], a: str, b: str, *, marked: bool) -> str:
    from dostyk.clean import markdown, one_line
    from dostyk.followup.names import state_name

    a, b = state_name(a), state_name(b)
    safe = markdown if marked else one_line
    bold = "**" if marked else ""
    if not points:
        return f"Nothing that can be checked is open between {a} and {b}.\n"
    lines = [f"{'# ' if marked else ''}Talking points: {a} and {b}", ""]
    for number, point in enumerate(points, 1):
        late = ", overdue" if point.overdue else ""
        term = f", due {point.due}{late}" if point.due else ", no term told"
        lines.append(f"{number}. {bold}{safe(point.words)}{bold} ({point.side}; {point.made}{term})")
        lines += [f"   - Source: {safe(source)}" for source in point.sources]
        lines += [f"   - Seen ({'settled' if one.settled else 'proposed'}): {f'{one.day} {safe(one.text)}'.strip()}"
                  for one in point.seen] or ["   - Seen: nothing"]  # fmt: skip
        lines += [f"   - Line: {safe(point.line)}", f"   - Entry: {point.entry}", ""]
    return "\n".join(lines)
