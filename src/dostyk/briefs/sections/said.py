"""Figures on the relation, and what each side said lately."""

from __future__ import annotations

from dataclasses import replace

from dostyk.briefs.data import Group, Line, Piece, Remark, Section
from dostyk.briefs.days import day_in_words, in_words
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.context import Context
from dostyk.briefs.wording import stance_of, towards
from dostyk.followup.answer import first_told
from dostyk.followup.commitments import JOINT, side_of
from dostyk.model import Entry, Interval

_FIGURES, _STATEMENTS = 16, 12


def figures_section(ctx: Context) -> Section:
    """Figures, the newest period first."""
    entries = sorted(ctx.of_kind("figure"), key=lambda e: (_period_key(e), e.id), reverse=True)
    lines = [_figure(ctx, entry) for entry in entries[:_FIGURES]]
    left = len(entries) - _FIGURES
    groups = (Group("", tuple(lines), f"{left} older not shown" if left > 0 else ""),) if lines else ()
    return Section("figures", "Figures", groups, "No figure on the relation in the ledger.")


def period_of(entry: Entry) -> Interval | None:
    """The period that a figure is for: its own, else its date."""
    try:
        return Interval.parse(entry.detail.period) if entry.detail.period else entry.date
    except ValueError:
        return entry.date


def _period_key(entry: Entry) -> str:
    period, told = period_of(entry), first_told(entry)
    last = period.high if period else told
    return last.isoformat() if last else ""


def _figure(ctx: Context, entry: Entry) -> Line:
    period, told = period_of(entry), first_told(entry)
    remarks = [Remark("told", day_in_words(told))] if told else []
    if period is None:
        remarks.append(Remark("period", "not given"))
    lead = (Piece(clean(entry.detail.value) or "value not read"),)
    line = ctx.write.line(entry, lead, entry.what, ctx.write.status_tags(entry), remarks)
    return replace(line, date=period.iso if period else "", day=in_words(period))


def statements_section(ctx: Context) -> Section:
    """What each side said, the newest first; background left out."""
    groups = []
    said = [entry for entry in reversed(ctx.of_kind("statement")) if "background" not in entry.flags]
    for code, label in ((ctx.a, ctx.write.name(ctx.a)), (ctx.b, ctx.write.name(ctx.b)), (JOINT, "Together")):
        ours = [entry for entry in said if side_of(entry) == code]
        if ours:
            left = len(ours) - _STATEMENTS
            lines = tuple(_statement(ctx, entry) for entry in ours[:_STATEMENTS])
            groups.append(Group(label, lines, f"{left} earlier not shown" if left > 0 else ""))
    empty = "No statement of either side in the ledger."
    return Section("statements", "What each side said lately", tuple(groups), empty)


def _statement(ctx: Context, entry: Entry) -> Line:
    stance, gist = stance_of(entry, together=len(entry.who) > 1)
    lead = (*ctx.write.parties(entry.who), Piece(f" {stance}"))
    if entry.whom:
        lead = (*lead, Piece(towards(stance)), *ctx.write.parties(entry.whom))
    # some reports say no more than whom it was said to
    if gist and clean(gist) not in {piece.text for piece in lead}:
        lead = (*lead, Piece(f" {clean(gist)}"))
    return ctx.write.line(entry, lead, "", ctx.write.status_tags(entry))
