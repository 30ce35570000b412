"""The level of relations and since when; who holds which office on each side."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from dostyk.briefs.data import Group, Line, Piece, Remark, Section
from dostyk.briefs.days import day_in_words
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.context import Context
from dostyk.briefs.wording import Writer, headed
from dostyk.followup.anniversaries import ended
from dostyk.followup.words import content_words
from dostyk.linking.offices import Office
from dostyk.model import Entry, Party

_LEVEL = re.compile(
    r"partnership|alliance|diplomatic|consular|ambassador|recogni|severed|suspended|broken off|cut|downgraded",
    re.IGNORECASE,
)
_ESTABLISHED = re.compile(r"diplomatic (relations|ties)", re.IGNORECASE)
_SHOWN = 14
# a day taken over from the report, its tense or a visit is no day on which relations were established
_NAMED = frozenset(("explicit", "relative"))


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
    named = (entry for entry in dated if entry.date_basis in _NAMED)
    since = next((e for e in named if _ESTABLISHED.search(level_of(e)) and not ended(level_of(e))), None)
    return (lines[level.id] if level else None), (lines[since.id] if since else None)


def level_of(entry: Entry) -> str:
    """The level that a relations entry tells of, as the reports word it."""
    return entry.detail.level or entry.what


def _step(write: Writer, entry: Entry) -> Line:
    level, what = headed(level_of(entry)), clean(entry.what)
    beside = what if what.casefold() != level.casefold() else ""
    return write.line(entry, (Piece(level or "Relations"),), beside, write.status_tags(entry))


def offices_section(ctx: Context) -> Section:
    """People with their offices, those first who take part most; of earlier holders only those who took part."""
    groups = []
    taking_part = Counter(party for entry in ctx.entries for party in entry.parties)
    for code in (ctx.a, ctx.b):
        people: dict[Party, list[Office]] = {}
        for office in sorted(ctx.offices[code], key=lambda o: (o.last or date.min, o.office, o.entries), reverse=True):
            if office.current or office.person in taking_part:
                people.setdefault(office.person, []).append(office)
        order = sorted(people, key=lambda person: -taking_part[person])
        lines = [_person(ctx, person, people[person]) for person in order]
        lines.sort(key=lambda line: "earlier" in line.tags)
        if lines:
            left = len(lines) - _SHOWN
            omitted = f"{left} more named in the reports; `dostyk people` lists them" if left > 0 else ""
            groups.append(Group(f"{ctx.write.name(code)}, with the day last named", tuple(lines[:_SHOWN]), omitted))
    empty = "No report in the ledger names an office-holder."
    return Section("offices", "Who holds which office", tuple(groups), empty)


def _person(ctx: Context, person: Party, held: list[Office]) -> Line:
    """One line a person: the fullest current office, what else reports name, and when that was last."""
    chosen = [office for office in held if office.current] or held
    titles = _fullest([office.office for office in chosen])
    last = max((office.last for office in chosen if office.last), default=None)
    found = [ctx.by_id[entry] for office in chosen for entry in office.entries]
    merged = replace(found[0], claims=tuple(claim for entry in found for claim in entry.claims), place="", date=None)
    remarks = [Remark("also", clean(title)) for title in titles[1:3]]
    tags = () if chosen[0].current else ("earlier",)
    remarks += [_end(ctx, office) for office in chosen[:1] if office.until]
    line = ctx.write.line(merged, ctx.write.parties((person,)), titles[0], tags, remarks)
    # the day of the line is the last on which a report names the person in this office
    return replace(line, date=last.isoformat(), day=day_in_words(last)) if last else line


def _end(ctx: Context, office: Office) -> Remark:
    """`until 5 May 2026 at the latest, next known Kari Lunde`, with what says so."""
    day = day_in_words(office.until) if office.until else ""
    claims = [claim for entry in office.basis if entry in ctx.by_id for claim in ctx.by_id[entry].claims]
    after = f" at the latest, next known {clean(office.successor.name)}" if office.successor else ""
    return Remark("until", day + after, ctx.write.notes.for_claims(claims)[0])


def _fullest(titles: list[str]) -> list[str]:
    """The titles without those that another one says in more words, the order kept."""
    kept: list[str] = []
    for title in sorted(dict.fromkeys(titles), key=lambda title: -len(content_words(title))):
        if not any(content_words(title) <= content_words(other) for other in kept):
            kept.append(title)
    return sorted(kept, key=titles.index)
