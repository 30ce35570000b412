"""Notes: every quoted sentence once, numbered in the order in which the brief first needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dostyk.briefs.data import Note
from dostyk.briefs.days import day_in_words
from dostyk.briefs.safe import clean, fragment_link, safe_url
from dostyk.model import Claim, Passage, Report

PER_LINE = 4
_WIDEST = 300
# a full stop with what closes it, then a capital or an opening quote; or a line break
_SENTENCE_END = re.compile(r"""((?<=[.!?])[”’"')]*)\s+(?=[A-Z“"‘'])|\s*\n""")


class Notes:
    """Numbers quotes as they are asked for. `claims` and `reports` are by id; what is missing yields no note."""

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self._claims = claims
        self._reports = reports
        self._numbers: dict[tuple[str, str, int, int], int] = {}
        self._notes: list[Note] = []
        self.used_reports: set[str] = set()

    def for_claims(self, ids: Iterable[str]) -> tuple[tuple[int, ...], int]:
        """Numbers of the quotes behind these claims, at most `PER_LINE`, and how many more there are.

        Earlier reports come first, and every report once before any comes twice.
        """
        quotes: dict[tuple[str, str, int, int], Passage] = {}
        for claim in sorted((self._claims[i] for i in ids if i in self._claims), key=self._order):
            passage = sentence_of(claim, self._reports.get(claim.report))
            quotes.setdefault((claim.report, passage.field, passage.start, passage.end), passage)
        self.used_reports.update(key[0] for key in quotes)
        keys = _spread(list(quotes))
        return tuple(self._number(key, quotes[key]) for key in keys[:PER_LINE]), max(0, len(keys) - PER_LINE)

    def reports_of(self, ids: Iterable[str]) -> set[str]:
        """Ids of the reports in which these claims stand."""
        return {self._claims[i].report for i in ids if i in self._claims}

    @property
    def all(self) -> tuple[Note, ...]:
        """The notes so far, by number."""
        return tuple(self._notes)

    def _order(self, claim: Claim) -> tuple[str, str, int]:
        report = self._reports.get(claim.report)
        day = report.published.isoformat() if report and report.published else "9999"
        return (day, claim.report, claim.trigger.start)

    def _number(self, key: tuple[str, str, int, int], passage: Passage) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self._notes) + 1
            self._notes.append(self._note(self._numbers[key], key, passage))
        return self._numbers[key]

    def _note(self, number: int, key: tuple[str, str, int, int], passage: Passage) -> Note:
        report = self._reports.get(key[0]) or Report(text="")
        url = safe_url(report.url)
        sentence = clean(passage.quote)
        return Note(
            number=number,
            quote=sentence,
            outlet=clean(report.outlet),
            title=clean(report.title or report.name),
            date=report.published.isoformat() if report.published else "",
            day=day_in_words(report.published) if report.published else "",
            url=url,
            link=fragment_link(url, sentence),
            report=key[0],
            field=key[1],
            start=key[2],
            end=key[3],
        )


def sentence_of(claim: Claim, report: Report | None) -> Passage:
    """The sentence in which the claim stands: as its reader gives it, else what stands around its trigger."""
    found = claim.evidence.get("sentence")
    return found[0] if found else around(claim.trigger, report)


def around(passage: Passage, report: Report | None) -> Passage:
    """The passage widened to the ends of its sentence, by punctuation and line breaks, at most `_WIDEST` each way."""
    if report is None:
        return passage
    text = report.field_text(passage.field)
    before, after = max(0, passage.start - _WIDEST), min(len(text), passage.end + _WIDEST)
    start = max((end.end() for end in _SENTENCE_END.finditer(text, before, passage.start)), default=before)
    following = _SENTENCE_END.search(text, passage.end, after)
    end = (following.end(1) if following[1] is not None else following.start()) if following else after
    while start < passage.start and text[start].isspace():
        start += 1
    return Passage.of(report, start, max(end, passage.end), passage.field)


def _spread(keys: list[tuple[str, str, int, int]]) -> list[tuple[str, str, int, int]]:
    turns: dict[str, int] = {}
    ranked = []
    for place, key in enumerate(keys):
        turns[key[0]] = turns.get(key[0], 0) + 1
        ranked.append((turns[key[0]], place, key))
    return [key for _, _, key in sorted(ranked)]
