"""Encounters: who met or spoke with whom by the text, as far as "they" and "the leaders" go back to it."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.language.persons import Person


@dataclass(frozen=True)
class Encounter:
    """Persons of different states who met or spoke.

    `place` is (paragraph, token) of the word that says so; `pair` the first of either side; `everyone` all who are
    named, the side that is named first before the other.
    """

    place: tuple[int, int]
    pair: tuple[Person, Person]
    everyone: tuple[Person, ...]

    @property
    def states(self) -> set[str]:
        """The states of all who took part."""
        return {p.state for p in self.everyone}

    def heads(self) -> tuple[Person, ...]:
        """The first person of each state."""
        first: dict[str, Person] = {}
        for person in self.everyone:
            first.setdefault(person.state, person)
        return tuple(first.values())
