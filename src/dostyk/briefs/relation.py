"""The brief of a relation: two states and what the ledger holds between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dostyk.briefs.data import Basis, Earlier, Glance, Line, RelationBrief, Section, Side
from dostyk.briefs.days import day_in_words
from dostyk.briefs.notes import Notes
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.agreed import agreed_section, deeds_section, honours_section
from dostyk.briefs.sections.coming import coming_section
from dostyk.briefs.sections.contacts import contacts_section
from dostyk.briefs.sections.context import Context
from dostyk.briefs.sections.disagreements import disagreements_section
from dostyk.briefs.sections.promises import commitments_section, invitations_section
from dostyk.briefs.sections.said import figures_section, statements_section
from dostyk.briefs.sections.standing import level_and_since, offices_section, relations_section
from dostyk.briefs.strip import strip
from dostyk.briefs.wording import Writer
from dostyk.followup import CommitmentState, Verdicts, commitment_states, propose
from dostyk.followup.answer import chronological
from dostyk.followup.moves import moves
from dostyk.followup.relation import is_between, relation_entries
from dostyk.linking.offices import Office, offices
from dostyk.model import Claim, Entry, Interval, Problem, Report

_BUILDERS = (
    offices_section, contacts_section, agreed_section, commitments_section, invitations_section, honours_section,
    deeds_section, figures_section, statements_section, coming_section, disagreements_section,
)  # fmt: skip


def relation_brief(
    entries: Iterable[Entry], claims: Mapping[str, Claim], reports: Mapping[str, Report], a: str, b: str, today: date,
    names: Mapping[str, str], problems: Iterable[Problem] = (), verdicts: Verdicts | None = None,
    earlier: Iterable[Earlier] = (),
) -> RelationBrief:  # fmt: skip
    """The brief of states `a` and `b` (ISO 3166-1 alpha-3) as of `today`.

    `entries` may be the whole ledger or what touches either state; what does not belong is left out. `claims` and
    `reports` are by id, `names` maps codes to names, `verdicts` are what people settled of proposed steps, `earlier`
    the relations of states that the two continued. Nothing is said that no entry holds; the same input gives the same
    brief. Raises ValueError where `a` and `b` are the same.
    """
    if a == b:
        raise ValueError(f"a relation needs two states, not {a} twice")
    every = list(entries)
    notes = Notes(claims, reports)
    ours = tuple(chronological(relation_entries(every, a, b)))
    held = _offices(every, ours, today)
    sides = {code: tuple(office for office in held if (office.person.state or office.state) == code) for code in (a, b)}
    known = {entry.id: entry for entry in every}
    steps = propose(ours, today)
    promised = tuple(state for state in commitment_states(ours, today, verdicts, steps) if state.open)
    write = Writer(names, notes, today, (a, b), moves(steps, verdicts))
    ctx = Context(a, b, today, ours, sides, known, write, promised, verdicts)
    relations = relations_section(ctx)
    level, since = level_and_since(ctx, relations)
    sections = (relations, *(build(ctx) for build in _BUILDERS))
    shown = [*ours, *(known[entry] for code in (a, b) for office in sides[code] for entry in office.entries)]
    return RelationBrief(
        a=Side(a, ctx.write.name(a)),
        b=Side(b, ctx.write.name(b)),
        today=today.isoformat(),
        today_in_words=day_in_words(today),
        level=level,
        since=since,
        glance=_glance({section.key: section for section in sections}, promised, today),
        strip=strip(ctx),
        sections=sections,
        notes=notes.all,
        basis=_basis(shown, (a, b), reports, problems),
        earlier=tuple(earlier),
    )


def _offices(every: list[Entry], ours: tuple[Entry, ...], today: date) -> list[Office]:
    """Offices of those who take part in the relation, or are named in a report that tells of it."""
    people = {party for entry in ours for party in entry.parties}
    told = {anchor.report for entry in ours for anchor in entry.anchors}
    named = {entry.id for entry in every if any(anchor.report in told for anchor in entry.anchors)}
    return [office for office in offices(every, today) if office.person in people or named & set(office.entries)]


def _glance(sections: Mapping[str, Section], promised: Iterable[CommitmentState], today: date) -> tuple[Glance, ...]:
    """Last contact, next date, open commitments (undertakings, as the lists count them), open invitations."""
    met = [line for line in sections["contacts"].lines if line.status in ("happened", "ongoing") and line.date]
    last = max(met, key=lambda line: line.date.rpartition("/")[2], default=None)
    coming = [line for line in sections["coming"].lines if line.date]
    # a year or month that is running already has no day to prepare for
    ahead = [line for line in coming if Interval.parse(line.date).low > today] or coming
    following = min(ahead, key=lambda line: line.date, default=None)
    undertakings = [state for state in promised if state.check.checkable]
    late = sum(state.overdue for state in undertakings)
    invited = sum("open" in line.tags for line in sections["invitations"].lines)
    return (
        Glance("Last contact", last.day if last else "none", _about(last) if last else ""),
        Glance("Next date", following.day if following else "none", _about(following) if following else ""),
        Glance("Open commitments", str(len(undertakings)), f"{late} overdue" if late else ""),
        Glance("Open invitations", str(invited)),
    )


def _about(line: Line) -> str:
    """The lead of a line as words, and what stands beside it."""
    lead = "".join(piece.text for piece in line.lead)
    return f"{lead}: {line.text}" if line.text else lead


def _basis(
    entries: list[Entry], sides: tuple[str, str], reports: Mapping[str, Report], problems: Iterable[Problem]
) -> Basis:
    unique = {entry.id: entry for entry in entries}
    between = [entry for entry in unique.values() if is_between(entry, *sides)]
    held = [entry for entry in unique.values() if entry.kind == "office"]
    used = {anchor.report for entry in entries for anchor in entry.anchors}
    known = [reports[report] for report in sorted(used) if report in reports]
    days = sorted(report.published for report in known if report.published)
    ours = used | {report.path for report in known if report.path}
    found = sorted({(p.code, clean(p.message)) for p in problems if p.report in ours})
    return Basis(
        reports=len(used),
        outlets=tuple(sorted({clean(report.outlet) for report in known if report.outlet})),
        first=days[0].isoformat() if days else "",
        last=days[-1].isoformat() if days else "",
        undated=sum(report.published is None for report in known),
        entries=len(between),
        beside=len(unique) - len(between) - len(held),
        offices=len(held),
        accepted=sum(entry.accepted for entry in entries),
        corrected=sum(bool(entry.corrected) for entry in entries),
        problems=tuple(found),
    )
