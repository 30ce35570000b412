"""The reviewed YAML and the compiled file agree, and faults in the YAML are found."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from dostyk.errors import ReferenceDataError
from dostyk.reference import load_reference
from dostyk.reference.check import find_faults
from dostyk.reference.compile import COMPILED, compile_reference, main, read_sources, read_yaml, to_json


@pytest.fixture(scope="module")
def sources() -> dict[str, Any]:
    return read_sources()


def test_compiled_file_is_what_the_yaml_says(sources: dict[str, Any]) -> None:
    remedy = "run: python -m dostyk.reference.compile"
    assert COMPILED.read_text(encoding="utf-8") == to_json(compile_reference(sources)), remedy


def test_compiled_file_has_one_table_to_a_line() -> None:
    lines = COMPILED.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(json.loads(COMPILED.read_bytes())) + 2


def set_in(table: Any, *path_and_value: Any) -> None:
    *path, last, value = path_and_value
    for step in path:
        table = table[step]
    table[last] = value


FAULTS = [
    (("states", "KAZ", "demonyms", []), "states: KAZ: demonyms is missing"),
    (("states", "KAZ", "capital", []), "states: KAZ: capital is missing"),
    (("states", "KAZ", "alpha2", "kz"), "states: KAZ: alpha2 is not two capital letters"),
    (("states", "KAZ", "alpha2", "VN"), "states: alpha2 VN stands twice"),
    (("states", "KAZ", "colour", "blue"), "states: KAZ: unknown key colour"),
    (("states", "GRL", "of", "DAN"), "states: GRL: of names no state"),
    (("states", "Kaz", {"alpha2": "XY", "name": "K", "demonyms": ["K"], "capital": ["K"]}), "states: Kaz: the code"),
    (("history", "ended", "SUHH", "end", "1900-01-01"), "history: SUHH: ends before it begins"),
    (("history", "ended", "SUHH", "end", "1991"), "history: SUHH: begin or end is no day"),
    (("history", "founded", "QQQ", "1991-01-01"), "history: founded: QQQ is no state"),
    (("history", "former_codes", "VNM", "KAZ"), "history: former code VNM"),
    (("titles", "capitals_only", ["Wizard"]), "Wizard is no title"),
    (("office_words", "heads", ["King"]), "office_words: heads: King has capitals"),
    (("office_words", "envoys", ["consul", "consul"]), "office_words: envoys: consul stands twice"),
    (("bodies", 1, "of", "Nobody"), "of names no body"),
    (("bodies", 1, "forms", ["UN"]), "bodies: name or form UN stands twice"),
    (("bodies", 0, "family", "tribe"), "unknown family tribe"),
    (("bodies", 0, "members", ["QQQ"]), "member QQQ is no state"),
    (("outlets", 0, "code", "QQQ"), "QQQ is no party"),
    (("outlets", 0, "kind", "rumour"), "unknown kind rumour"),
    (("titles", "titles", 0, "level", "wizard"), "unknown level wizard"),
    (("titles", "titles", 0, "states", ["QQQ"]), "QQQ is no state"),
    (("titles", "modifiers", 0, "effect", "magic"), "unknown effect"),
    (("titles", "roles", 0, "side", "left"), "unknown level, side or number"),
    (("honours", "honours", 0, "code", "QQQ"), "QQQ is no party"),
    (("contested", 0, "note", ""), "the reason is missing"),
    (("contested", 0, "code", "QQQ"), "QQQ is no party"),
]


@pytest.mark.parametrize(("change", "fault"), FAULTS, ids=[fault for _, fault in FAULTS])
def test_fault_is_found(sources: dict[str, Any], change: tuple[Any, ...], fault: str) -> None:
    changed = copy.deepcopy(sources)
    set_in(changed, *change)
    assert any(fault in found for found in find_faults(changed))
    with pytest.raises(ReferenceDataError):
        compile_reference(changed)


def test_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "states.yml"
    table.write_text("KAZ: {name: Kazakhstan}\nVNM: {name: Viet Nam}\nKAZ: {name: Kazakstan}\n")
    with pytest.raises(ReferenceDataError, match="key stands twice: KAZ"):
        read_yaml(table)


def test_contested_names_can_be_replaced(tmp_path: Path) -> None:
    table, output = tmp_path / "own.yml", tmp_path / "own.json"
    table.write_text(
        "- {code: MMR, writes: Burma, names: [Myanmar, Burma], note: our usage}\n"
        "- {code: MAR, writes: Laayoune, names: [Laayoune], note: our usage}\n"
        "- {code: '', writes: Atlantis, names: [Aden], note: no party}\n"
    )
    assert main(["--contested", str(table), "--output", str(output)]) == 0
    own, built_in = load_reference(output), load_reference()
    assert (own.state_name("MMR"), built_in.state_name("MMR")) == ("Burma", "Myanmar")
    assert [entry.code for entry in own.find("Laayoune")] == ["MAR"]
    assert [entry.code for entry in built_in.find("Laayoune")] == ["ESH"]
    assert own.find("Aden") == ()


def test_missing_and_malformed_files_are_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"states": []}')
    for path in (tmp_path / "none.json", broken):
        with pytest.raises(ReferenceDataError, match=path.name):
            load_reference(path)
