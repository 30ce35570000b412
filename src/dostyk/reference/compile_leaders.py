"""Checks the table of leaders and writes ``leaders.json``: ``python -m dostyk.reference.compile_leaders``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from anyascii import anyascii

from dostyk.errors import ReferenceDataError
from dostyk.reference.compile import DATA, read_yaml
from dostyk.reference.leaders import COMPILED, OFFICES, OPEN
from dostyk.reference.loading import load_reference

_TERM = re.compile(r"(?P<names>[^\d]+?) (?P<begin>\d{4})-(?P<end>\d{4})?")


def read_leaders(folder: Path = DATA / "leaders") -> list[tuple[str, str, str, list[str]]]:
    """File, code, office and entries of every line of the table, in order."""
    return [
        (path.name, code, office, entries)
        for path in sorted(folder.glob("*.yml"))
        for code, offices in read_yaml(path).items()
        for office, entries in offices.items()
    ]


def compile_leaders(lines: list[tuple[str, str, str, list[str]]], codes: frozenset[str]) -> list[list[Any]]:
    """Rows of code, office, spellings, first and last year; ``codes`` are those of the states there are.

    Raises ReferenceDataError that lists every fault found.
    """
    rows: list[list[Any]] = []
    faults: list[str] = []
    seen: set[tuple[str, str]] = set()
    for file, party, office, entries in lines:
        where, code = f"{file}: {party}: {office}", party.partition(":")[0]
        if office not in OFFICES:
            faults.append(f"{where}: unknown office")
        if code not in codes and party not in codes:
            faults.append(f"{where}: no state and no body")
        if (party, office) in seen:
            faults.append(f"{where}: stands twice")
        seen.add((party, office))
        rows += _rows(where, code, office, entries, faults)
    if faults:
        raise ReferenceDataError("table of leaders has faults:\n  " + "\n  ".join(faults))
    return rows


def _rows(where: str, code: str, office: str, entries: list[Any], faults: list[str]) -> Iterator[list[Any]]:
    for entry in entries:
        match = _TERM.fullmatch(str(entry))
        if match is None:
            faults.append(f"{where}: {entry} is not a name with years")
            continue
        begin, end = int(match["begin"]), int(match["end"] or OPEN)
        names = dict.fromkeys(" ".join(plain_words(name)) for name in match["names"].split("|"))
        if not 1900 < begin <= end or not all(names):
            faults.append(f"{where}: {entry}: no name, or ends before it begins")
        yield [code, office, list(names), begin, end]


def plain_words(name: str) -> list[str]:
    """The words of a name in lower-case ASCII, in order; hyphens part words, apostrophes and dots do not."""
    return re.sub(r"[.'`]", "", anyascii(name).lower()).replace("-", " ").split()


def to_json(rows: list[list[Any]]) -> str:
    """The text of the compiled file, one term to a line."""
    return "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n"


def main() -> int:
    """Compiles the table of leaders."""
    reference = load_reference()
    rows = compile_leaders(read_leaders(), frozenset(reference.states) | frozenset(reference.bodies))
    COMPILED.write_text(to_json(rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
