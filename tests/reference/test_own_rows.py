"""Tables of one's own: every fault is listed with file, line, key and remedy; what is right is put in."""

from pathlib import Path

import pytest

from dostyk.errors import ReferenceDataError
from dostyk.reference.own import own_tables

FAULTS = [
    (
        "titles",
        "- {title: Wizard, level: magician, unique: true}",
        "line 1, key level: 'magician' is not known; use one",
    ),
    (
        "titles",
        "- {title: Wizard, level: minister, unique: perhaps}",
        "key unique: must be true or false, not 'perhaps'",
    ),
    (
        "titles",
        "- title: Wizard\n  level: minister\n  unique: true\n  states: [QQQ]",
        "line 4, key states: 'QQQ' is no code",
    ),
    ("titles", "- {level: minister, unique: true}", "line 1, key title: is missing; add title: text"),
    (
        "titles",
        "- {title: Wizard, level: minister, unique: true, bodies: [Nobody]}",
        "'Nobody' is no name of a body; use",
    ),
    ("bodies", "- name: Lamp\n  family: clan", "line 2, key family: 'clan' is not known; use one of court, culture"),
    ("bodies", "- {name: Lamp, family: forum, forms: UN}", "key forms: must be a list of texts, like [A, B], not 'UN'"),
    ("bodies", "- {name: Lamp, family: forum, forms: [UN]}", "'UN' stands twice, in the package's United Nations too"),
    (
        "bodies",
        "- {name: Lamp, family: forum}\n- {name: Lamp, family: forum}",
        "line 2, key name: 'Lamp' stands twice, in line 1",
    ),
    ("bodies", "- {name: Lamp, family: forum, of: Nowhere}", "key of: 'Nowhere' is no name of a body; use a name of"),
    ("bodies", "- {name: Lamp, family: forum, colour: red}", "key colour: is not known; use name, forms, family"),
    (
        "bodies",
        "- {name: Lamp, name: Light, family: forum}",
        "key name: stands twice in one row; leave one of them out",
    ),
    ("bodies", "name: Lamp", "line 1: must be a list of rows, each with `name`; begin each row with `- name:`"),
    ("bodies", "- Lamp", "line 1: is no row; begin it with `- name:`"),
    ("fields", "- {name: tea, keywords: [tea, 3]}", "key keywords: must be a list of texts"),
    ("fields", "- {name: [a", "line 1, column 12: not YAML"),
    (
        "contested",
        "- {code: QQQ, writes: Burma, names: [Burma], note: why}",
        "key code: 'QQQ' is no party; use a state's",
    ),
    ("contested", "- {code: MMR, writes: Burma, names: [Burma]}", "key note: is missing; add note: text"),
]


@pytest.mark.parametrize(("table", "text", "words"), FAULTS)
def test_a_fault_names_file_line_key_and_remedy(table: str, text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / f"{table}.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceDataError) as raised:
        own_tables([path])
    (fault,) = str(raised.value).splitlines()
    assert fault.startswith(f"{path}, ")
    assert words in fault


def test_all_faults_of_all_tables_are_listed(tmp_path: Path) -> None:
    for table, row in (("titles", "- {title: A, level: b, unique: c}"), ("bodies", "- {name: A}\n- {family: tribe}")):
        (tmp_path / f"{table}.yml").write_text(row, encoding="utf-8")
    with pytest.raises(ReferenceDataError) as raised:
        own_tables([tmp_path / "titles.yml", tmp_path / "bodies.yml"])
    assert len(str(raised.value).splitlines()) == 5


def test_a_body_of_ones_own_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    path = tmp_path / "bodies.yml"
    path.write_text("- {name: United Nations, forms: [UN, World Union], family: universal}\n", encoding="utf-8")
    tables = own_tables([path])
    assert [row[:3] for row in tables["names"] if row[0] in ("World Union", "U.N.")] == [
        ["World Union", "body", "IGO:United Nations"]
    ]
