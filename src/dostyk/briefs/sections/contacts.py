"""Visits, meetings, calls and messages: those that took place, that were to, and that were called off."""

from __future__ import annotations

from dostyk.briefs.data import Group, Line, Piece, Remark, Section
from dostyk.briefs.days import in_words, months_later
from dostyk.briefs.sections.context import Context
from dostyk.briefs.wording import Writer, given, headed, only_states, people_and_bodies, without
from dostyk.followup.answer import made_on
from dostyk.model import Entry

KINDS = ("visit", "meeting", "call", "message", "gathering")
_RECENT_MONTHS = 24
_RECENT, _EARLIER = 24, 9


def contacts_section(ctx: Context) -> Section:
    """Contacts up to today, the newest first, what belongs to a visit under it; of older ones the visits."""
    past = [entry for entry in ctx.of_kind(*KINDS) if entry.status != "proposed" and not is_coming(ctx, entry)]
    inside = _inside(past)
    tops = [entry for entry in reversed(past) if entry.id not in inside]
    edge = months_later(ctx.today, -_RECENT_MONTHS)
    recent = [entry for entry in tops if (when := made_on(entry)) and when.high >= edge][:_RECENT]
    rest = [entry for entry in tops if entry not in recent]
    earlier = _milestones(rest)
    groups = []
    if recent:
        lines = [line for entry in recent for line in _with_inside(ctx, entry, past, inside)]
        groups.append(Group("Last two years", tuple(lines)))
    if earlier:
        left = len(rest) - len(earlier)
        omitted = f"{left} earlier not shown; `dostyk timeline` lists them" if left else ""
        lines = [line for entry in earlier for line in _with_inside(ctx, entry, past, inside)]
        groups.append(Group("Before", tuple(lines), omitted))
    return Section("contacts", "Last contacts", tuple(groups), "No visit, meeting, call or message in the ledger.")


def is_coming(ctx: Context, entry: Entry) -> bool:
    """True for what lies wholly ahead of today, or is announced without a day by a report of the last year."""
    if entry.date is not None:
        return entry.date.low > ctx.today
    told = made_on(entry)
    fresh = bool(told) and told is not None and told.high >= months_later(ctx.today, -12)
    return entry.status in ("scheduled", "proposed") and fresh


def _inside(entries: list[Entry]) -> dict[str, str]:
    """Ids of entries that took place within a visit of the list, with the visit's id."""
    visits = {entry.id for entry in entries if entry.kind == "visit"}
    return {e.id: e.part_of for e in entries if e.part_of in visits and e.kind != "visit"}


def _milestones(rest: list[Entry]) -> list[Entry]:
    """The newest of the earlier contacts, visits before others, and always the first recorded visit."""
    visits = [entry for entry in rest if entry.kind == "visit"]
    others = [entry for entry in rest if entry.kind != "visit"]
    chosen = (visits if len(visits) <= _EARLIER else [*visits[: _EARLIER - 1], visits[-1]])[:_EARLIER]
    chosen = chosen + others[: _EARLIER - len(chosen)]
    return [entry for entry in rest if entry in chosen]


def _with_inside(ctx: Context, top: Entry, past: list[Entry], inside: dict[str, str]) -> list[Line]:
    below = [entry for entry in past if inside.get(entry.id) == top.id]
    return [contact_line(ctx.write, top), *(contact_line(ctx.write, entry, within=True) for entry in below)]


def contact_line(write: Writer, entry: Entry, within: bool = False) -> Line:
    """A contact: parties as the lead, form or topics as the text."""
    remarks = given(entry, "conveyed_by")
    moved = write.moved.get(entry.id, ())
    remarks += [Remark(one.label, in_words(one.other.date), write.cite(one.other)[0], not one.settled) for one in moved]
    if entry.status == "scheduled" and entry.date and entry.date.high < write.today and not moved:
        remarks.append(Remark("note", "no report that it took place"))
    return write.line(entry, _lead(write, entry), _text(entry), write.status_tags(entry), remarks, within)


def _lead(write: Writer, entry: Entry) -> tuple[Piece, ...]:
    if entry.kind == "visit":
        hosts = [party for party in entry.whom if party.kind == "state"]
        if not hosts:
            code = entry.place.partition(":")[0]
            target = (Piece(write.name(code), "state", code),) if code else write.parties(entry.whom)
        else:
            target = write.parties(hosts)
        return (*write.parties(entry.who), Piece(" to "), *target) if target else write.parties(entry.who)
    if entry.kind == "message":
        return write.directed(entry, "to")
    if entry.kind == "gathering":
        return (Piece(headed(entry.what) or "Gathering"),)
    return write.parties(entry.who)


def _text(entry: Entry) -> str:
    if entry.kind == "gathering":
        people = people_and_bodies(entry.who)
        return f"with {', '.join(party.name for party in people[:4])}" if people else ""
    what = without(entry.what)
    if entry.kind == "visit":
        form = entry.detail.form
        return what if form.casefold() in what.casefold() else f"{form}: {what}"
    if entry.kind == "meeting":
        return what or ("meeting of the two sides" if only_states(entry.who, *entry.states) else "meeting")
    return f"{'by telephone' if entry.kind == 'call' else 'message'}{': ' + what if what else ''}"
