"""Parties, and the way reports name them."""

from __future__ import annotations

from dataclasses import dataclass

from dostyk.model.passage import Passage

STATE, PERSON, BODY = "state", "person", "body"


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """A state (`VNM`), a person (`VNM:To Lam`, the state they act for) or a body (`IGO:ASEAN`, `KAZ:Senate`).

    `state` is an ISO 3166-1 alpha-3 code, `IGO` for an international body, or empty where unknown.
    """

    state: str
    name: str = ""
    kind: str = STATE

    @property
    def key(self) -> str:
        """`ISO3` or `ISO3:Name`, as GUIDE and scorer write parties."""
        return f"{self.state}:{self.name}" if self.name else self.state

    @classmethod
    def parse(cls, key: str, kind: str = "") -> Party:
        """Read a key back. Without `kind`, a bare code is a state, `IGO:` a body, any other name a person."""
        state, _, name = key.partition(":")
        guess = STATE if not name else BODY if state == "IGO" else PERSON
        return cls(state, name, kind or guess)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A party as one report names it: its own resolution, and the passage where it stands."""

    party: Party
    passage: Passage

    @property
    def key(self) -> str:
        """The party's key."""
        return self.party.key
