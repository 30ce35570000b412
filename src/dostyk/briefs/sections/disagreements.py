"""Where reports differ on one thing: each version with its sources."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from dostyk.briefs.data import Group, Line, Piece, Remark, Section
from dostyk.briefs.days import in_words, iso_in_words
from dostyk.briefs.safe import clean
from dostyk.briefs.sections.context import Context
from dostyk.briefs.sections.said import period_of
from dostyk.briefs.wording import Writer, headed
from dostyk.followup.words import content_words
from dostyk.linking.differing import disagreements
from dostyk.model import Entry, Interval, Version

_READ_APART = frozenset(("stance", "form"))  # choices of the reader among words rather than facts
# words that tell how trade is put, not what is measured
_SAME_INDICATOR = frozenset(("total", "turnover", "volume", "value", "two", "way", "bilateral", "figure", "worth"))


def disagreements_section(ctx: Context) -> Section:
    """Fields with versions that exclude each other, and figures of one indicator and period with different values."""
    lines = [line for entry in reversed(ctx.entries) for line in _of_entry(ctx.write, entry)]
    lines += _of_figures(ctx)
    groups = (Group("", tuple(lines)),) if lines else ()
    return Section("disagreements", "Where reports differ", groups, "The reports do not contradict each other.")


def _of_entry(write: Writer, entry: Entry) -> list[Line]:
    found = []
    for field, versions in sorted(disagreements(entry.versions).items()):
        if field in _READ_APART or not _of_two_reports(write, versions):
            continue
        remarks = [
            Remark("", _shown(write, field, version.value), write.notes.for_claims(version.claims)[0])
            for version in _exact(field, versions)
        ]
        lead = (Piece(headed(entry.what or entry.kind)),)
        found.append(_with_versions(write, entry, lead, f"{field} differs", remarks))
    return found


def _exact(field: str, versions: tuple[Version, ...]) -> list[Version]:
    """Without a date that another one only tells more exactly: `May` beside `6 May` contradicts nobody."""
    if field != "date":
        return list(versions)
    days = [Interval.parse(version.value) for version in versions]
    return [version for version, day in zip(versions, days, strict=True)
            if not any(day != other and day.contains(other) for other in days)]  # fmt: skip


def _of_two_reports(write: Writer, versions: tuple[Version, ...]) -> bool:
    """True where no one report gives all the versions: a report that says two things does not contradict another."""
    told = [write.notes.reports_of(version.claims) for version in versions]
    return len(set().union(*told)) > 1 and not set.intersection(*told)


def _shown(write: Writer, field: str, value: str) -> str:
    if field == "place":
        return write.place(value)
    return clean(iso_in_words(value) if field in ("date", "due", "period") else value)


def _of_figures(ctx: Context) -> list[Line]:
    by_thing: dict[tuple[frozenset[str], str], list[Entry]] = defaultdict(list)
    for entry in ctx.of_kind("figure"):
        period = period_of(entry)
        if period and entry.detail.value and entry.status == "happened":
            by_thing[content_words(entry.what) - _SAME_INDICATOR, period.iso].append(entry)
    lines = []
    for (_, iso), entries in sorted(by_thing.items(), key=lambda item: (item[0][1], sorted(item[0][0])), reverse=True):
        values = {content_words(entry.detail.value) for entry in entries}
        if len(values) < 2:
            continue
        remarks = [Remark("", clean(e.detail.value), ctx.write.notes.for_claims(e.claims)[0]) for e in entries]
        first = entries[0]
        text = f"value for {in_words(Interval.parse(iso))} differs"
        lines.append(_with_versions(ctx.write, first, (Piece(headed(first.what)),), text, remarks))
    return lines


def _with_versions(write: Writer, entry: Entry, lead: tuple[Piece, ...], text: str, remarks: list[Remark]) -> Line:
    """The line of a disagreement: its notes stand with the versions, not with the line."""
    return replace(write.line(entry, lead, text, (), remarks), notes=(), more=0)
