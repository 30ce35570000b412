"""Builds the frozen reference object from the compiled tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from dostyk.errors import ReferenceDataError
from dostyk.reference.gazetteer import Reference
from dostyk.reference.own import own_folders, own_tables, table_files
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

_COMPILED = Path(__file__).with_name("compiled.json")
_SHORT = 4  # an abbreviation below this length must keep its capitals: "us" and "who" are words
_Value = TypeVar("_Value")


@cache
def load_reference(path: Path = _COMPILED) -> Reference:
    """The reference data, read once and kept, with the titles, bodies and fields of a folder of one's own.

    Raises ReferenceDataError if the file is missing or malformed, or a table of one's own has faults.
    """
    files = table_files(own_folders()) if path == _COMPILED else []
    if files:
        return _build(own_tables(files))
    try:
        compiled = json.loads(path.read_bytes())
        return _build(compiled)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise ReferenceDataError(f"{path}: cannot be read as compiled reference data: {fault!r}") from fault


def _build(compiled: dict[str, Any]) -> Reference:
    titles = tuple(Title(*_frozen(row)) for row in compiled["titles"])
    states = {row[0]: State(*_frozen(row)) for row in compiled["states"]}
    names = _grouped((s, Entry(k, c, n, bool(a), b, e)) for s, k, c, n, a, b, e in compiled["names"])
    by_title = _grouped((surface, titles[row]) for surface, row in compiled["title_surfaces"])
    outlets = tuple(Outlet(*row) for row in compiled["outlets"])
    return Reference(
        names=names,
        states=MappingProxyType(states),
        prefixes=MappingProxyType(compiled["prefixes"]),
        bodies=MappingProxyType({row[0]: Body(*_frozen(row)) for row in compiled["bodies"]}),
        outlets=outlets,
        group_adjectives=_tuples(compiled["groups"]["adjectives"]),
        group_nouns=_tuples(compiled["groups"]["nouns"]),
        titles=by_title,
        modifiers=MappingProxyType(compiled["modifiers"]),
        honorifics=MappingProxyType({form: Honorific(*row) for form, row in compiled["honorifics"].items()}),
        post_nominals=frozenset(compiled["post_nominals"]),
        roles=MappingProxyType({row[0].casefold(): Role(*_frozen(row)) for row in compiled["roles"]}),
        office_words=MappingProxyType({key: frozenset(words) for key, words in compiled["office_words"].items()}),
        honours=MappingProxyType({form: Honour(*row) for form, row in compiled["honours"]["named"].items()}),
        honour_heads=tuple(compiled["honours"]["heads"]),
        honour_ranks=tuple(compiled["honours"]["ranks"]),
        honour_degrees=tuple(compiled["honours"]["degrees"]),
        contested=tuple(
            Contested(row["code"], row["writes"], tuple(row["names"]), row["note"]) for row in compiled["contested"]
        ),
        calendars=_calendars(compiled["calendars"]),
        fields=tuple(Field(row["name"], tuple(row["keywords"])) for row in compiled["fields"]),
        _outlet_names=MappingProxyType({form: outlets[row] for form, row in compiled["outlet_names"].items()}),
        _domains=MappingProxyType({domain: outlets[row] for domain, row in compiled["domains"].items()}),
        _folded_names=_folded(names, frozenset()),
        _folded_titles=_folded(by_title, frozenset(compiled["capitals_only"])),
        _codes=MappingProxyType(compiled["former_codes"] | _codes(states)),
    )


def _calendars(table: dict[str, Any]) -> Calendars:
    month_first, order_open, southern = (frozenset(table[key]) for key in ("month_first", "order_open", "southern"))
    return Calendars(month_first, order_open, southern, MappingProxyType(table["fiscal_start"]))


def _tuples(table: dict[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({word: tuple(codes) for word, codes in table.items()})


def _frozen(row: list[Any]) -> Iterable[Any]:
    return (tuple(value) if isinstance(value, list) else value for value in row)


def _grouped(pairs: Iterable[tuple[str, _Value]]) -> Mapping[str, tuple[_Value, ...]]:
    groups: dict[str, tuple[_Value, ...]] = {}
    for surface, value in pairs:
        groups[surface] = (*groups.get(surface, ()), value)
    return MappingProxyType(groups)


def _folded(surfaces: Mapping[str, tuple[_Value, ...]], as_written: frozenset[str]) -> Mapping[str, tuple[_Value, ...]]:
    """The same table by letters alone, without the surfaces that lower case would make common words."""
    return _grouped(
        (surface.casefold(), value)
        for surface, values in surfaces.items()
        if surface not in as_written and not _is_abbreviation(surface)
        for value in values
    )


def _is_abbreviation(surface: str) -> bool:
    return surface.endswith(".") or len(surface) < _SHORT or (surface.isupper() and " " not in surface)


def _codes(states: Mapping[str, State]) -> dict[str, str]:
    codes = {state.alpha2: code for code, state in states.items() if state.alpha2}
    return codes | {code: code for code in states}
