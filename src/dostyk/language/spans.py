"""What a scan of a paragraph finds, by token offsets: offices, possible names, institutions."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.language.gazetteer import Known


@dataclass(slots=True)
class Title:
    """An office named at tokens `start`..`end`; `state` is what its own words say, else empty.

    `shared` marks one in the plural that several names bear, `given` is the verb that gives it
    to somebody, `awaited` marks one that somebody is only to hold.
    """

    start: int
    end: int
    head: str
    state: str = ""
    target: str = ""
    shared: bool = False
    given: int = -1
    awaited: bool = False


@dataclass(slots=True)
class Run:
    """A run of capitalised words at `start`..`end` that may be a personal name, with the titles around it."""

    start: int
    end: int
    words: tuple[str, ...]
    before: Title | None = None
    after: Title | None = None
    honorific: bool = False
    person: bool = False
    state: str = ""
    tail: int = 0  # end of `of Gabon` behind the name
    shared: Title | None = None  # an office in the plural that stands before several names

    @property
    def titles(self) -> list[Title]:
        """Every office that the words around the name give it."""
        return [title for title in (self.before, self.after, self.shared) if title is not None]


@dataclass(slots=True)
class Body:
    """An institution named at `start`..`end`."""

    start: int
    end: int
    name: str
    state: str = ""


@dataclass(slots=True)
class Scan:
    """All that was found in one paragraph."""

    known: list[Known]
    runs: list[Run]
    titles: list[Title]
    bodies: list[Body]
