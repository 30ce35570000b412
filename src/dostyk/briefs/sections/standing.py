"""The level of relations and since when; who holds which office on each side."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dostyk.briefs.data import Group, Line, Piece, Section
from dostyk.briefs.days import day_in_words
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.context import Context
from dostyk.briefs.wording import Writer, headed
from dostyk.linking.offices import Office
from dostyk.model import Entry

_LEVEL = re.compile(
    r"partnership|alliance|diplomatic|consular|ambassador|recogni|severed|suspended|cut off", re.IGNORECASE
)
_ESTABLISHED = re.compile(r"diplomatic (relations|ties)", re.IGNORECASE)
_SHOWN = 14


def relations_section(ctx: Context) -> Section:
    """Every step of the relation's level, the newest first."""
    lines = [_step(ctx.write, entry) for entry in reversed(ctx.of_kind("relations"))]
    empty = "No report in the ledger says on what level relations stand."
    return Section("relations", "Level of relations", (Group("", tuple(lines)),) if lines else (), empty)


def level_and_since(ctx: Context, section: Section) -> tuple[Line | None, Line | None]:
    """The line of the newest step that names a level, and of the establishment of diplomatic relations."""
    lines = {line.entry: line for line in section.lines}
    reached = [entry for entry in ctx.of_kind("relations") if entry.status in ("happened", "ongoing")]
    levels = [entry for entry in reached if _LEVEL.search(level_of(entry))]
    dated = [entry for entry in levels if entry.date and entry.date.low <= ctx.today]
    level = next(reversed(dated or levels), None)
    since = next((entry for entry in reached if entry.date and _ESTABLISHED.search(level_of(entry))), None)
    return (lines[level.id] if level else None), (lines[since.id] if since else None)


def level_of(entry: Entry) -> str:
    """The level that a relations entry tells of, as the reports word it."""
    return entry.detail.level or entry.what


def _step(write: Writer, entry: Entry) -> Line:
    level, what = headed(level_of(entry)), clean(entry.what)
    beside = what if what.casefold() != level.casefold() else ""
    return write.line(entry, (Piece(level or "Relations"),), beside, write.status_tags(entry))


def offices_section(ctx: Context) -> Section:
    """People with their offices, those named last first; of earlier holders only those who took part."""
    groups = []
    taking_part = {party for entry in ctx.entries for party in entry.parties}
    for code in (ctx.a, ctx.b):
        held = sorted(ctx.offices[code], key=lambda office: (office.last or date.min, office.entries), reverse=True)
        current = [office for office in held if office.current]
        earlier = [office for office in held if not office.current and office.person in taking_part]
        lines = [_holder(ctx, office) for office in [*current, *earlier][:_SHOWN]]
        left = len(current) + len(earlier) - len(lines)
        if lines:
            omitted = f"{left} more named in the reports; `dostyk people` lists them" if left else ""
            groups.append(Group(ctx.write.name(code), tuple(lines), omitted))
    empty = "No report in the ledger names an office-holder."
    return Section("offices", "Who holds which office", tuple(groups), empty)


def _holder(ctx: Context, office: Office) -> Line:
    tags = () if office.current else ("earlier",)
    found = [ctx.by_id[entry] for entry in office.entries]
    # the day of the line is the last on which a report names the person in this office
    merged = replace(found[0], claims=tuple(claim for entry in found for claim in entry.claims), place="", date=None)
    line = ctx.write.line(merged, ctx.write.parties((office.person,)), office.office, tags)
    if office.last is None:
        return line
    return replace(line, date=office.last.isoformat(), day=f"named {day_in_words(office.last)}")
