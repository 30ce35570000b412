"""What comes of one place that was read: a report, or the reason why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dostyk.errors import ReportUnreadable
from dostyk.intake.asides import DATELINE
from dostyk.intake.days import DayReading, read_day
from dostyk.intake.layout import layout_of
from dostyk.intake.readable import recognise
from dostyk.intake.signature import signed_by
from dostyk.model import Problem, Report

_YEAR = re.compile(r"\b\d{4}\b")
_TOP, _TOP_BLOCKS = 3000, 4
_SENTENCE = re.compile(r"\w[.!?…。！？।۔؟][”\"’'»)\]]*(?:\s|\Z)|[。！？।۔]")
# Lone surrogates and NUL are no characters that a database or a file can hold.
_UNSTORABLE = re.compile("[\\ud800-\\udfff\\0]")


@dataclass(frozen=True, slots=True)
class Found:
    """A report that was read, with what is wrong about it."""

    report: Report
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A place that holds no report that can be read; `path` names a line too where there is one.

    `kind` is what failures are counted by, for a reason that differs from place to place; see `sort`.
    """

    path: str
    reason: str
    remedy: str = ""
    kind: str = ""

    @property
    def sort(self) -> str:
        """The kind of failure in a few words: the reason without what a program added in brackets."""
        return self.kind or self.reason.partition(" (")[0]

    def error(self) -> ReportUnreadable:
        """The same as an exception, for callers that want one."""
        return ReportUnreadable(self.path, self.reason, self.remedy)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the caller supplies for reports that do not say it themselves; `today` bounds days of publication."""

    today: date
    published: date | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its file states it, before days are checked and defaults are filled in.

    `day` is the day of publication as written; `hint` is told where there is none; `notes` are (code, message) of
    problems met on the way; `lines` are those of the report.
    """

    text: str
    title: str = ""
    day: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    name: str = ""
    path: str = ""
    place: str = ""
    hint: str = ""
    lines: tuple[tuple[int, int, int], ...] = ()
    notes: tuple[tuple[str, str], ...] = field(default=())

    def with_notes(self, *notes: tuple[str, str]) -> Draft:
        """The same draft with more problems, these first."""
        return replace(self, notes=(*notes, *self.notes))


def finish(draft: Draft, defaults: Defaults) -> Found | Failed:
    """Check a draft and make its report. A text without a letter or digit is no report."""
    place = draft.place or draft.path or draft.name
    if not any(c.isalnum() for c in draft.text):
        return Failed(place, "holds no text", "give a file with the text of a report")
    reading = read_day(draft.day or stated_day(draft.text))
    published = reading.day or defaults.published
    report = Report(
        text=_UNSTORABLE.sub("\ufffd", draft.text),
        title=_line(draft.title),
        published=published,
        outlet=_line(draft.outlet) or defaults.outlet or signed_by(draft.text),
        url=_line(draft.url),
        language=recognise(draft.text) or _language(draft.language) or "en",
        name=_line(draft.name),
        path=_line(draft.path),
        lines=draft.lines,
    )
    if not _SENTENCE.search(draft.text):
        draft = draft.with_notes(("no-sentences", f"{place}: holds no sentence; is it a form or a list, not a report?"))
    notes = [*draft.notes, *_day_notes(reading, published, defaults, place, draft.hint)]
    if _UNSTORABLE.search(draft.text):
        notes.append(("unstorable-characters", f"{place}: characters that cannot be stored were replaced by U+FFFD"))
    return Found(report, tuple(Problem(report.id, code, message) for code, message in notes))


def stated_day(text: str) -> str:
    """The day of a dateline on top of the text that gives its year, as it stands there; empty for none."""
    page = layout_of(text[:_TOP])
    last = page.blocks[:_TOP_BLOCKS][-1].end if page.blocks else 0
    for aside in page.asides:
        if aside.kind == DATELINE and aside.day and aside.start < last:
            day = text[slice(*aside.day)]
            return day if _YEAR.search(day) else ""
    return ""


def _language(stated: str) -> str:
    code = stated.strip().lower().replace("_", "-").partition("-")[0]
    return code if code.isalpha() and len(code) in (2, 3) else ""


def _line(text: str) -> str:
    return " ".join(_UNSTORABLE.sub("\ufffd", text).split())


def _day_notes(
    reading: DayReading, published: date | None, defaults: Defaults, place: str, hint: str
) -> list[tuple[str, str]]:
    notes = []
    if reading.code:
        notes.append((reading.code, f"{place}: {reading.message}"))
    if published is None:
        notes.append(
            (
                "no-published-day",
                f"{place}: no day of publication, so relative dates stay open; give one with --published YYYY-MM-DD"
                + (f"; {hint}" if hint else ""),
            )
        )
    elif (published - defaults.today).days > 1:  # one day of grace: it is tomorrow already elsewhere
        notes.append(
            ("future-day", f"{place}: the day of publication, {published}, has not come yet; correct it in the report")
        )
    return notes
