"""The immutable records of the reference data. Dates are ISO text; a span is half-open, ``""`` means no limit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Entry(NamedTuple):
    """What a surface in a report may stand for.

    kind: state, demonym (adjective), people (noun for its people), capital, city, seat, historic, body or outlet.
    code: ISO 3166-1 alpha-3, a four-letter code of a state that ended, or ``IGO:Name`` for a body.
    name: the name dostyk writes: of the state for state, demonym, people and historic; of the place, body or
    outlet otherwise (a capital under its present spelling).
    ambiguous: the surface also means something else, so a reader needs context.
    begin, end: for historic names, the days in which the name or state stood.
    """

    kind: str
    code: str
    name: str
    ambiguous: bool = False
    begin: str = ""
    end: str = ""


class State(NamedTuple):
    """A state or territory, present or ended. ``of`` is the state that answers for a territory abroad;
    ``successor`` the state that continued one that ended; ``begin`` and ``end`` its existence since 1945."""

    code: str
    alpha2: str
    name: str
    formal: str
    demonyms: tuple[str, ...]
    people: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    of: str
    successor: str
    begin: str
    end: str


class Body(NamedTuple):
    """An international body or bloc. ``members`` is empty where the list is long or unsettled; news of the body is
    datelined at its ``seats``."""

    code: str
    name: str
    forms: tuple[str, ...]
    of: str
    family: str
    members: tuple[str, ...]
    seats: tuple[str, ...]


class Outlet(NamedTuple):
    """Where reports stand. ``kind`` is agency, newspaper, broadcaster, government, parliament or body;
    ``code`` is a state or body, or empty for an outlet with no home state; one that is ``worldwide`` is at home there
    and reports on every state alike."""

    name: str
    code: str
    kind: str
    worldwide: bool


class Title(NamedTuple):
    """An office or title. ``unique`` says that a state has one holder at a time; ``states`` and ``bodies`` bind
    it to some (empty: any); ``position`` is before, after or both, of the holder's name."""

    name: str
    level: str
    unique: bool
    states: tuple[str, ...]
    bodies: tuple[str, ...]
    position: str


class Role(NamedTuple):
    """A common noun that stands for a party in its context. ``side`` is any, other, host, guest or both;
    ``number`` is sg or pl; ``levels`` are the offices it may stand for (empty: it stands for states)."""

    noun: str
    levels: tuple[str, ...]
    side: str
    number: str


class Honorific(NamedTuple):
    """A form of address. ``gender`` is m or f, or none where it does not tell."""

    word: str
    gender: str


class Honour(NamedTuple):
    """An order or medal and the state or body that gives it."""

    name: str
    code: str


class Contested(NamedTuple):
    """How dostyk writes a contested name, and why."""

    code: str
    writes: str
    names: tuple[str, ...]
    note: str


class Calendars(NamedTuple):
    """How the outlets of states write days in figures (elsewhere the day comes first), and how their years run."""

    month_first: frozenset[str]
    order_open: frozenset[str]
    southern: frozenset[str]
    fiscal_start: Mapping[str, int]


class Field(NamedTuple):
    """A field of cooperation with the words that show it."""

    name: str
    keywords: tuple[str, ...]
