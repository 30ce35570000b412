"""Checks the reviewed YAML and writes ``compiled.json``: ``python -m dostyk.reference.compile``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from dostyk.errors import ReferenceDataError
from dostyk.reference import tables
from dostyk.reference.check import find_faults

DATA = Path(__file__).with_name("data")
COMPILED = Path(__file__).with_name("compiled.json")


class _UniqueKeys(yaml.SafeLoader):
    """A YAML loader that refuses a key that stands twice; plain YAML keeps the last one silently."""


def _unique_mapping(loader: _UniqueKeys, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    repeated = sorted({str(key) for key in keys if keys.count(key) > 1})
    if repeated:
        raise ReferenceDataError(f"{node.start_mark}: key stands twice: {', '.join(repeated)}")
    return loader.construct_mapping(node, deep=True)


_UniqueKeys.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)


def read_yaml(path: Path) -> Any:
    """The content of one YAML file; a key that stands twice is an error."""
    with path.open(encoding="utf-8") as stream:
        return yaml.load(stream, _UniqueKeys)


def read_sources(contested: Path | None = None) -> dict[str, Any]:
    """All reviewed tables by name; ``contested`` takes the place of the table of contested names."""
    sources: dict[str, Any] = {path.stem: read_yaml(path) for path in sorted(DATA.glob("*.yml"))}
    sources["states"] = {}
    for path in sorted((DATA / "states").glob("*.yml")):
        part = read_yaml(path)
        twice = sorted(set(part) & set(sources["states"]))
        if twice:
            raise ReferenceDataError(f"{path.name}: states that stand in another file too: {', '.join(twice)}")
        sources["states"] |= part
    if contested is not None:
        sources["contested"] = read_yaml(contested)
    return sources


def compile_reference(sources: dict[str, Any]) -> dict[str, Any]:
    """The compiled tables as plain JSON values. Raises ReferenceDataError that lists every fault found."""
    faults = find_faults(sources)
    if faults:
        raise ReferenceDataError("reference data has faults:\n  " + "\n  ".join(faults))
    sources = {**sources, "states": tables.as_written(sources)}
    return {
        "states": tables.states(sources),
        "former_codes": tables.former_codes(sources),
        "names": tables.names(sources),
        "prefixes": tables.prefixes(sources),
        "bodies": tables.bodies(sources),
        "groups": tables.groups(sources),
        "outlets": tables.outlets(sources),
        "outlet_names": tables.outlet_names(sources),
        "domains": tables.domains(sources),
        **tables.titles(sources),
        "office_words": sources["office_words"],
        "honours": tables.honours(sources),
        "contested": sources["contested"],
        "fields": sources["fields"],
        "calendars": sources["calendars"],
    }


def to_json(compiled: dict[str, Any]) -> str:
    """The text of the compiled file: one table to a line, so that changes can be reviewed."""
    lines = (
        f"{json.dumps(name)}: {json.dumps(table, ensure_ascii=False, separators=(',', ':'))}"
        for name, table in compiled.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compiles the tables; ``--contested`` puts another table of contested names in place of the built-in one."""
    parser = argparse.ArgumentParser(description="Check the reviewed reference data and compile it.")
    parser.add_argument("--contested", type=Path, help="YAML file that replaces contested.yml")
    parser.add_argument("--output", type=Path, default=COMPILED)
    options = parser.parse_args(arguments)
    compiled = compile_reference(read_sources(options.contested))
    options.output.write_text(to_json(compiled), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
