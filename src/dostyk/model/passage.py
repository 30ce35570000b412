"""A passage: characters of a report that support what is said about it."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.errors import PassageMismatch
from dostyk.model.report import Report


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The half-open range of code points `start`..`end` of a report's `title` or `text`, with its quote."""

    field: str
    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, report: Report, start: int, end: int, field: str = "text") -> Passage:
        """The passage at these offsets. Raises PassageMismatch where they lie outside the report."""
        source = report.field_text(field)
        if not 0 <= start < end <= len(source):
            raise PassageMismatch(f"{report.name or report.id}: {start}..{end} is no range of its {field}")
        return cls(field, start, end, source[start:end])

    def check(self, report: Report) -> None:
        """Raise PassageMismatch where the report has other characters at these offsets."""
        found = report.field_text(self.field)[self.start : self.end]
        if found != self.quote or not self.quote:
            raise PassageMismatch(
                f"{report.name or report.id}: {self.field} {self.start}..{self.end} is {found!r}, not {self.quote!r}"
            )

    def overlap(self, other: Passage) -> float:
        """Shared characters over the shorter passage's length, 0 to 1; 0 in different fields."""
        if self.field != other.field:
            return 0.0
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared) / min(self.end - self.start, other.end - other.start)
