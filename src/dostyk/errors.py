"""Everything dostyk raises on purpose.

    DostykError
    ├── UsageError          the command was called in a way that cannot work       exit 2
    │   └── RuledApart      somebody else ruled that two parties are two
    ├── ReportUnreadable    one report cannot be read; the run goes on             exit 1
    ├── PassageMismatch     a quote differs from the text it claims to stand in
    ├── ReferenceDataError  reference data is wrong or missing
    ├── FrameError          a frame file does not say what a frame must say
    ├── ModelMissing        the language model is not where it should be
    ├── DataMissing         evaluation data is not where DOSTYK_DATA says
    └── LedgerError         the ledger cannot be used                              exit 3
        └── Unstorable      what was to be stored is nothing that it can hold      exit 1

What is wrong with *data* that was read is no exception but a `dostyk.model.Problem`.
"""

from __future__ import annotations


class DostykError(Exception):
    """Base of every error that dostyk raises on purpose; its text names the place and the remedy."""

    exit_code = 1


class UsageError(DostykError):
    """A command or function was called in a way that cannot work."""

    exit_code = 2


class RuledApart(UsageError):
    """Two parties cannot be merged, since somebody else ruled that they are two."""


class ReportUnreadable(DostykError):
    """A file holds no report that can be read."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        self.path, self.reason, self.remedy = path, reason, remedy
        super().__init__(f"{path}: {reason}" + (f"; {remedy}" if remedy else ""))

    @classmethod
    def of(cls, path: object, error: Exception) -> ReportUnreadable:
        """Of a file that the system does not give."""
        return cls(str(path), why_unreadable(error), "check the path and its rights")


def why_unreadable(error: Exception) -> str:
    """`cannot be read (no such file or directory)`: what the system says, for people."""
    return f"cannot be read ({(getattr(error, 'strerror', None) or str(error)).lower()})"


class PassageMismatch(DostykError):
    """The quote of a passage is not what stands in the report at its offsets."""


class ReferenceDataError(DostykError):
    """Reference data (states, titles, bodies) is missing or contradicts itself."""


class FrameError(DostykError):
    """A frame file is malformed; the text names file, frame and field."""


class ModelMissing(DostykError):
    """The language model is not installed with the package."""


class DataMissing(DostykError):
    """Evaluation data is not where it was looked for."""


class LedgerError(DostykError):
    """The ledger cannot be opened, is locked, damaged, read-only or from a newer version."""

    exit_code = 3


class Unstorable(LedgerError):
    """The ledger can be used, but its database cannot hold what was to be stored, as a name longer than any index."""

    exit_code = 1
