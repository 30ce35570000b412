"""Instruments signed and in force, openings and deliveries; honours."""

from __future__ import annotations

from dostyk.briefs.data import Group, Line, Piece, Remark, Section
from dostyk.briefs.days import in_words
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.context import Context
from dostyk.briefs.sections.lines import deed_line
from dostyk.briefs.wording import given, headed, only_states
from dostyk.followup import InstrumentState, instrument_states
from dostyk.followup.instruments import name_of
from dostyk.followup.words import likeness
from dostyk.model import Entry

_SHOWN = 24
_DONE = ("opening", "aid", "cooperation", "appointment", "sanction")


def agreed_section(ctx: Context) -> Section:
    """Instruments, the newest first, each with the steps that followed its signing."""
    states = list(reversed(instrument_states(ctx.entries, ctx.today)))
    lines = [_instrument(ctx, state) for state in states[:_SHOWN]]
    omitted = _left(len(states) - _SHOWN, "instrument")
    groups = (Group("", tuple(lines), omitted),) if lines else ()
    return Section("agreed", "What was agreed", groups, "No instrument between the two in the ledger.")


def _left(number: int, noun: str) -> str:
    return f"{number} earlier {noun}{'s' if number > 1 else ''} not shown" if number > 0 else ""


def _instrument(ctx: Context, state: InstrumentState) -> Line:
    write, entry = ctx.write, state.entry
    write.cite(entry)
    remarks = []
    if not only_states(entry.who, ctx.a, ctx.b):
        remarks.append(Remark("parties", "".join(piece.text for piece in write.parties(entry.who))))
    remarks += given(entry, "field", "value", "conditions")
    for step in state.steps:
        notes, _ = write.notes.for_claims(step.entry.claims)
        words = clean(f"{step.entry.what} {in_words(step.entry.date)}") or "told of"
        remarks.append(Remark("later step", words, notes, proposed=True))
    tags = write.status_tags(entry)
    if entry.kind == "signing" and not tags:
        tags = ("signed",)
    return write.line(entry, (Piece(headed(name_of(entry)) or "Instrument"),), _beside(entry), tags, remarks)


def _beside(entry: Entry) -> str:
    """What the reports say of the instrument, where that is more than its name."""
    name, what = clean(name_of(entry)), clean(entry.what)
    return what if entry.detail.instrument and likeness(name, what) < 0.5 else ""


def deeds_section(ctx: Context) -> Section:
    """What the two did besides: openings, envoys, aid, cooperation, sanctions."""
    entries = list(reversed([e for e in ctx.of_kind(*_DONE) if not (e.date and e.date.low > ctx.today)]))
    lines = [deed_line(ctx.write, entry) for entry in entries[:_SHOWN]]
    groups = (Group("", tuple(lines), _left(len(entries) - _SHOWN, "act")),) if lines else ()
    return Section("deeds", "Openings, envoys, aid and measures", groups,
                   "No opening, envoy, aid, cooperation or sanction in the ledger.")  # fmt: skip


def honours_section(ctx: Context) -> Section:
    """Orders, medals and degrees, the newest first."""
    lines = []
    for entry in reversed(ctx.of_kind("honour")):
        lead = ctx.write.directed(entry, "to")
        award = entry.detail.award or entry.what
        lines.append(ctx.write.line(entry, lead, award, ctx.write.status_tags(entry)))
    groups = (Group("", tuple(lines)),) if lines else ()
    return Section("honours", "Honours", groups, "No order, medal or degree in the ledger.")
