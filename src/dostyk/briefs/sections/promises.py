"""Open commitments by side, and invitations with what became of them."""

from __future__ import annotations

from dostyk.briefs.data import Group, Line, Piece, Remark, Section
from dostyk.briefs.days import in_words
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.context import Context
from dostyk.briefs.sections.lines import entry_line
from dostyk.briefs.wording import given, headed, people_and_bodies, without
from dostyk.followup import Answer, CommitmentState, InvitationState, invitation_states
from dostyk.followup.commitments import JOINT

_SHOWN = 30


def commitments_section(ctx: Context) -> Section:
    """Joint ones, then those of each side: overdue first, then by term, then the newest; courtesies last."""
    groups = []
    own = ((code, ctx.write.name(code)) for code in (ctx.a, ctx.b))
    for side, label in ((JOINT, "Joint"), *own, ("", "Side not named")):
        ours = [state for state in reversed(ctx.commitments) if state.side == side]
        ours.sort(key=_order)
        if ours:
            left = len(ours) - _SHOWN
            lines = tuple(_commitment(ctx, state) for state in ours[:_SHOWN])
            groups.append(Group(label, lines, f"{left} more; `dostyk commitments` lists them" if left > 0 else ""))
    return Section("commitments", "Open commitments", tuple(groups), "No undertaking in the ledger that is still open.")


def _order(state: CommitmentState) -> tuple[bool, bool, str]:
    due = state.due.high.isoformat() if state.due else "9999"
    return not state.check.checkable, not state.overdue, due


def _commitment(ctx: Context, state: CommitmentState) -> Line:
    write, entry = ctx.write, state.entry
    write.cite(entry)
    remarks = []
    named = people_and_bodies(entry.who)
    if named:
        remarks.append(Remark("by", "".join(piece.text for piece in write.parties(named))))
    if entry.whom:
        remarks.append(Remark("to", "".join(piece.text for piece in write.parties(entry.whom))))
    if state.due:
        remarks.append(Remark("due", in_words(state.due)))
    remarks += given(entry, "target", "field", "conditions", "instrument")
    if state.answer:
        remarks.append(_answered(ctx, "may be carried out by", state.answer))
    tags = ("overdue",) if state.overdue else () if state.check.checkable else ("courtesy",)
    return write.line(entry, (Piece(headed(entry.what)),), "", (*tags, *write.status_tags(entry)), remarks)


def invitations_section(ctx: Context) -> Section:
    """Open ones first, the newest first."""
    states = invitation_states(ctx.entries, ctx.today, verdicts=ctx.verdicts)
    waiting = [state for state in reversed(states) if state.answer is None]
    answered = [state for state in reversed(states) if state.answer is not None]
    groups = []
    if waiting:
        groups.append(Group("Waiting", tuple(_invitation(ctx, state) for state in waiting)))
    if answered:
        groups.append(Group("Taken up or planned", tuple(_invitation(ctx, state) for state in answered)))
    return Section("invitations", "Invitations", tuple(groups), "No invitation in the ledger.")


def _invitation(ctx: Context, state: InvitationState) -> Line:
    write, entry = ctx.write, state.entry
    write.cite(entry)
    remarks = given(entry, "conveyed_by", "due")
    for visit in state.put_off:
        notes, _ = write.notes.for_claims(visit.claims)
        remarks.append(Remark("called off", clean(f"{visit.what} {in_words(visit.date)}"), notes))
    if state.answer:
        label = "taken up by" if state.state == "taken up" else "planned"
        remarks.append(_answered(ctx, label, state.answer))
    tags = (state.shown, "accepted") if state.accepted else (state.shown,)
    what = without(entry.what, "(accepted)")
    lead = (*write.directed(entry, "invites"), Piece(f" {what}" if entry.whom else f" invites {what}"))
    return write.line(entry, lead, "", tags, remarks)


def _answered(ctx: Context, label: str, answer: Answer) -> Remark:
    line = entry_line(ctx.write, answer.entry)
    what = "".join(piece.text for piece in line.lead)
    return Remark(label, clean(", ".join(filter(None, (what, line.text, line.day)))), line.notes, not answer.settled)
