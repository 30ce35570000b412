"""Rows of the tables of one's own: read with their lines, so that every fault names file, line, key and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dostyk.reference.check import FAMILIES, LEVELS

NAMED_BY = {"titles": "title", "bodies": "name", "fields": "name", "contested": "writes"}
"""Each table and the key that names its rows."""
_WORD, _WORDS, _YES_OR_NO = "text", "a list of texts, like [A, B]", "true or false"
_SHAPES: Mapping[str, Mapping[str, str]] = {
    "titles": {
        "title": _WORD, "forms": _WORDS, "level": _WORD, "unique": _YES_OR_NO, "states": _WORDS, "bodies": _WORDS,
        "position": _WORD, "note": _WORD,
    },
    "bodies": {"name": _WORD, "forms": _WORDS, "family": _WORD, "of": _WORD, "members": _WORDS, "seats": _WORDS,
               "note": _WORD},
    "fields": {"name": _WORD, "keywords": _WORDS},
    "contested": {"code": _WORD, "writes": _WORD, "names": _WORDS, "note": _WORD},
}  # fmt: skip
_NEEDED = {
    "titles": ("title", "level", "unique"),
    "bodies": ("name", "family"),
    "fields": ("name", "keywords"),
    "contested": ("writes", "code", "names", "note"),
}
_CHOICES = {"level": LEVELS, "family": FAMILIES, "position": frozenset(("before", "after", "both"))}
_FITS: Mapping[str, Callable[[Any], bool]] = {
    _WORD: lambda value: isinstance(value, str),
    _WORDS: lambda value: isinstance(value, list) and all(isinstance(word, str) for word in value),
    _YES_OR_NO: lambda value: isinstance(value, bool),
}


@dataclass(frozen=True)
class Row:
    """One row of a table of one's own, the place it stands at, and the line of each of its keys."""

    path: Path
    line: int
    data: Mapping[str, Any]
    lines: Mapping[str, int]

    def fault(self, key: str, what: str, remedy: str) -> str:
        """`bodies.yml, line 3, key family: …; remedy`."""
        return f"{self.path}, line {self.lines.get(key, self.line)}, key {key}: {what}; {remedy}"


def read_rows(path: Path, faults: list[str]) -> list[Row]:
    """The rows of a table of one's own; what hinders reading one is added to the faults."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    except UnicodeDecodeError as error:
        faults.append(f"{path}, byte {error.start + 1}: is no UTF-8; save the file as UTF-8")
        return []
    except yaml.YAMLError as error:
        faults.append(yaml_fault(str(path), error))
        return []
    key = NAMED_BY[path.stem]
    if not isinstance(node, yaml.SequenceNode):
        faults.append(f"{path}, line 1: must be a list of rows, each with `{key}`; begin each row with `- {key}:`")
        return []
    rows: list[Row] = []
    for item in node.value:
        line = item.start_mark.line + 1
        if not isinstance(item, yaml.MappingNode):
            faults.append(f"{path}, line {line}: is no row; begin it with `- {key}:`")
            continue
        try:
            rows.append(_row(path, line, item, faults))
        except yaml.YAMLError as error:
            faults.append(yaml_fault(str(path), error))
    return rows


def yaml_fault(name: str, error: yaml.YAMLError) -> str:
    """What is wrong with a file that is no YAML, in one line."""
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or " ".join(str(error).split())
    place = f", line {mark.line + 1}, column {mark.column + 1}" if mark is not None else ""
    return f"{name}{place}: not YAML: {what}; mend the line, or put a text with signs in quotation marks"


def _row(path: Path, line: int, node: yaml.MappingNode, faults: list[str]) -> Row:
    data: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, at = str(key_node.value), key_node.start_mark.line + 1
        if key in data:
            faults.append(f"{path}, line {at}, key {key}: stands twice in one row; leave one of them out")
        loader = yaml.SafeLoader("")
        data[key], lines[key] = loader.construct_object(value_node, deep=True), at
    return Row(path, line, data, lines)


def row_faults(table: str, row: Row) -> Iterator[str]:
    """What is wrong with the keys of a row and the shapes of their values."""
    shapes = _SHAPES[table]
    for key, value in row.data.items():
        if key not in shapes:
            yield row.fault(key, "is not known", f"use {', '.join(shapes)}")
        elif not _FITS[shapes[key]](value):
            yield row.fault(key, f"must be {shapes[key]}, not {value!r}", "write it so, in quotation marks if need be")
        elif key in _CHOICES and value not in _CHOICES[key]:
            yield row.fault(key, f"{value!r} is not known", f"use one of {', '.join(sorted(_CHOICES[key]))}")
    for key in _NEEDED[table]:
        if row.data.get(key) in (None, []) or (key != "code" and row.data.get(key) == ""):
            yield row.fault(key, "is missing", f"add {key}: {shapes[key]}")


def _words(table: str, row: Row, key: str) -> list[str]:
    """The texts of a key of the right shape."""
    value, shape = row.data.get(key), _SHAPES[table].get(key)
    if shape is None or not _FITS[shape](value) or isinstance(value, bool):
        return []
    return [value] if isinstance(value, str) else list(value or ())


def reference_faults(table: str, row: Row, states: frozenset[str], bodies: frozenset[str]) -> Iterator[str]:
    """States and bodies that a row names and nobody knows; `bodies` are names as in bodies.yml."""
    named = {"states": states, "members": states, "bodies": bodies, "of": bodies}
    for key, known in named.items():
        for word in _words(table, row, key):
            if word not in known:
                kind = "code of a state" if known is states else "name of a body"
                remedy = (
                    "use its code, like NOR" if known is states else "use a name of bodies.yml, or add the body there"
                )
                yield row.fault(key, f"{word!r} is no {kind}", remedy)
    code = row.data.get("code") if table == "contested" else None
    if isinstance(code, str) and code and code not in states and code.removeprefix("IGO:") not in bodies:
        yield row.fault("code", f"{code!r} is no party", "use a state's code, IGO: and a body's name, or '' for none")


def twice_faults(table: str, rows: list[Row], taken: Mapping[str, str]) -> Iterator[str]:
    """Names that stand twice: in one's own rows, or in a row of the package (`taken`: name → row) that stays."""
    seen: dict[str, str] = {}
    keys = ("names",) if table == "contested" else (NAMED_BY[table],) + (("forms",) if table == "bodies" else ())
    for row in rows:
        for key in keys:
            for word in _words(table, row, key):
                where = seen.get(word) or taken.get(word)
                if where:
                    yield row.fault(key, f"{word!r} stands twice, in {where} too", "leave it out of one of them")
                seen.setdefault(word, f"line {row.lines.get(key, row.line)}")
