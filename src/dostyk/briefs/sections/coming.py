"""What lies ahead: announced happenings and anniversaries of the next twelve months."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from dostyk.briefs.data import Group, Line, Piece, Section
from dostyk.briefs.days import in_words, months_later, ordinal
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.contacts import KINDS, is_coming
from dostyk.briefs.sections.context import Context
from dostyk.briefs.sections.lines import entry_line
from dostyk.briefs.sections.standing import level_of
from dostyk.briefs.wording import headed
from dostyk.followup import Anniversary, CommitmentState, anniversaries
from dostyk.followup.instruments import name_of

_MONTHS = 12


def coming_section(ctx: Context) -> Section:
    """Announced happenings by day (the undated last), terms that end, and anniversaries."""
    until = months_later(ctx.today, _MONTHS)
    announced = [entry for entry in ctx.of_kind(*KINDS, "signing", "opening", "appointment", "cooperation")
                 if is_coming(ctx, entry)]  # fmt: skip
    announced.sort(key=lambda entry: (entry.date is None, entry.date.low.isoformat() if entry.date else "", entry.id))
    groups = []
    if announced:
        groups.append(Group("Announced", tuple(entry_line(ctx.write, entry) for entry in announced)))
    due = [state for state in ctx.commitments if state.due and ctx.today <= state.due.high <= until]
    if due:
        groups.append(Group("Terms that end", tuple(_term(ctx, state) for state in due)))
    first = {one.entry.id: one for one in reversed(anniversaries(ctx.entries, ctx.today, until))}
    nearest = sorted(first.values(), key=lambda one: (one.on, -one.number, one.entry.id))
    days = groupby(nearest, key=lambda one: (one.on, one.number))
    returns = [_anniversary(ctx, list(found)) for _, found in days]
    if returns:
        groups.append(Group("Anniversaries", tuple(returns)))
    return Section("coming", "Coming dates and anniversaries", tuple(groups),
                   "Nothing announced, due or to be commemorated in the next twelve months.")  # fmt: skip


def _term(ctx: Context, state: CommitmentState) -> Line:
    line = ctx.write.line(state.entry, (Piece(headed(state.entry.what)),), "", ("due",))
    return replace(line, date=state.due.iso if state.due else "", day=in_words(state.due), place="")


def _anniversary(ctx: Context, found: list[Anniversary]) -> Line:
    """One line for all that happened on the same day; relations before instruments."""
    found.sort(key=lambda one: one.entry.kind != "relations")
    first = found[0]
    name = level_of(first.entry) if first.entry.kind == "relations" else name_of(first.entry)
    rest = f", and {len(found) - 1} more of the same day" if len(found) > 1 else ""
    line = ctx.write.line(first.entry, (Piece(f"{ordinal(first.number)} anniversary"),), f"{clean(name)}{rest}")
    return _moved(line, first)


def _moved(line: Line, anniversary: Anniversary) -> Line:
    since = in_words(anniversary.entry.date)
    return replace(line, date=anniversary.on.iso, day=in_words(anniversary.on), text=f"{line.text} ({since})", place="")
