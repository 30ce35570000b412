"""The reference data as one frozen object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dostyk.reference import worldnames
from dostyk.reference.domains import host_of, official_state
from dostyk.reference.records import (
    Body,
    Calendars,
    Contested,
    Entry,
    Field,
    Honorific,
    Honour,
    Outlet,
    Role,
    State,
    Title,
)

_STATE_KINDS = frozenset({"state", "demonym", "people", "historic"})


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """What dostyk knows about the world.

    ``names`` maps a surface, as written, to what it may stand for; ``titles`` maps a spelling of an office, as
    written, to the offices it may mean; ``group_adjectives`` and ``group_nouns`` map words in small letters to the
    states that they name together. All mappings are read-only.
    """

    names: Mapping[str, tuple[Entry, ...]]
    states: Mapping[str, State]
    prefixes: Mapping[str, str]
    bodies: Mapping[str, Body]
    outlets: tuple[Outlet, ...]
    group_adjectives: Mapping[str, tuple[str, ...]]
    group_nouns: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, tuple[Title, ...]]
    modifiers: Mapping[str, str]
    honorifics: Mapping[str, Honorific]
    post_nominals: frozenset[str]
    roles: Mapping[str, Role]
    office_words: Mapping[str, frozenset[str]]
    honours: Mapping[str, Honour]
    honour_heads: tuple[str, ...]
    honour_ranks: tuple[str, ...]
    honour_degrees: tuple[str, ...]
    contested: tuple[Contested, ...]
    fields: tuple[Field, ...]
    calendars: Calendars
    _outlet_names: Mapping[str, Outlet]
    _domains: Mapping[str, Outlet]
    _folded_names: Mapping[str, tuple[Entry, ...]]
    _folded_titles: Mapping[str, tuple[Title, ...]]
    _codes: Mapping[str, str]

    def phrases(self) -> Iterator[tuple[str, Entry]]:
        """Every surface with each entry it may stand for, to build a longest-match trie from."""
        return ((surface, entry) for surface, entries in self.names.items() for entry in entries)

    def title_phrases(self) -> Iterator[tuple[str, Title]]:
        """Every spelling of an office with each office it may mean."""
        return ((surface, title) for surface, titles in self.titles.items() for title in titles)

    def find(self, surface: str) -> tuple[Entry, ...]:
        """What a surface may stand for, as written or, in a line of capitals (``HANOI``), by its letters."""
        found = self.names.get(surface, ())
        if not found and surface.isupper():
            found = self._folded_names.get(surface.casefold(), ())
        return found

    def find_title(self, text: str) -> tuple[Title, ...]:
        """The offices a spelling may mean; abbreviations (``PM``, ``Gen.``) count only as written."""
        return self.titles.get(text) or self._folded_titles.get(text.casefold(), ())

    def is_unique_office(self, text: str, code: str) -> bool:
        """Whether a state has one holder of this office at a time, so that the office alone says who."""
        return any(t.unique for t in self.find_title(text) if not t.states or code in t.states)

    def resolve_state(self, text: str) -> str | None:
        """The code of the state that ``text`` names: an ISO code in capitals, or a name or adjective.

        English first, then the names of every language in CLDR (slower on first use). A name that two states
        bear (``Congo``) gives None.
        """
        wanted = text.strip()
        if wanted in self._codes:
            return self._codes[wanted]
        if len(wanted) == 3 and wanted.islower() and wanted.upper() in self._codes and wanted not in self.names:
            return self._codes[wanted.upper()]  # `kaz`, as people type it
        for spelling in _spellings(wanted):
            for entries in (self.names.get(spelling, ()), self._folded_names.get(spelling.casefold(), ())):
                codes = {entry.code for entry in entries if entry.kind in _STATE_KINDS}
                if codes:
                    return codes.pop() if len(codes) == 1 else None
        alpha2 = worldnames.alpha2_of(wanted)
        return self._codes.get(alpha2) if alpha2 else None

    def resolve_body(self, text: str) -> str | None:
        """The ``IGO:Name`` code of the international body that ``text`` names."""
        codes = {entry.code for entry in self.names.get(text.strip(), ()) if entry.kind == "body"}
        return codes.pop() if len(codes) == 1 else None

    def state_name(self, code: str) -> str:
        """The English short name of a state, as contested.yml has it written. Raises KeyError for no state."""
        return self.states[code].name

    def capital(self, code: str) -> str:
        """The capital or seat of government. Raises KeyError for no state."""
        return self.states[code].capital[0]

    def demonym(self, code: str) -> str:
        """The usual English adjective (``Kazakh``), empty for a state that has none. Raises KeyError."""
        return next(iter(self.states[code].demonyms), "")

    def exists(self, code: str, day: date) -> bool:
        """Whether a state stood on a day. Trustworthy from 1945 on. Raises KeyError for no state."""
        state = self.states[code]
        text = day.isoformat()
        return (not state.begin or state.begin <= text) and (not state.end or text < state.end)

    def present(self, code: str) -> str:
        """The code of the state that continued one that ended (`SUHH`, or `SUN` → `RUS`), else the code itself."""
        code = self._codes.get(code, code)
        state = self.states.get(code)
        return state.successor if state is not None and state.successor else code

    def former(self, code: str) -> tuple[State, ...]:
        """The states that a present one continued, in their order (`RUS` → the Soviet Union)."""
        return tuple(sorted((s for s in self.states.values() if s.successor == code), key=lambda s: s.end))

    def outlet(self, name_or_domain: str) -> Outlet | None:
        """The listed outlet of a name (``Xinhua``) or of a URL, domain or subdomain (``english.news.cn``)."""
        named = self._outlet_names.get(name_or_domain.strip())
        if named is not None:
            return named
        host = host_of(name_or_domain)
        while "." in host:
            if host in self._domains:
                return self._domains[host]
            host = host.partition(".")[2]
        return None

    def state_of_outlet(self, name_or_domain: str) -> str | None:
        """The code of the state (or body) for which an outlet speaks or where it is at home."""
        outlet = self.outlet(name_or_domain)
        if outlet is not None:
            return outlet.code or None
        alpha2 = official_state(host_of(name_or_domain))
        return self._codes.get(alpha2) if alpha2 else None

    def home_of_outlet(self, name_or_domain: str) -> str | None:
        """Like `state_of_outlet`, but empty for a worldwide outlet, which is at home nowhere in what it tells."""
        outlet = self.outlet(name_or_domain)
        return "" if outlet is not None and outlet.worldwide else self.state_of_outlet(name_or_domain)

    def seated_at(self, town: str) -> tuple[str, ...]:
        """The names of the international bodies whose news is datelined at a town such as Brussels."""
        return tuple(body.name for body in self.bodies.values() if town in body.seats)


def _spellings(name: str) -> Iterator[str]:
    """The name, without its article, and turned round where it stands as in an index (``Korea, Republic of``)."""
    for article in ("", "the ", "The "):
        if name.startswith(article):
            bare = name.removeprefix(article)
            yield bare
            short, comma, formal = bare.partition(", ")
            if comma and formal.endswith((" of", " of the")):
                yield f"{formal} {short}"
