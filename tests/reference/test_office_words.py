"""Titles, modifiers, forms of address and role nouns."""

import pytest

from dostyk.reference import load_reference

REF = load_reference()


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("President", "President", "head_of_state"),
        ("president", "President", "head_of_state"),
        ("PM", "Prime Minister", "head_of_government"),
        ("prime minister", "Prime Minister", "head_of_government"),
        ("Party General Secretary", "General Secretary", "party"),
        ("Minister for Foreign Affairs", "Foreign Minister", "foreign_minister"),
        ("External Affairs Minister", "External Affairs Minister", "foreign_minister"),
        ("Minister of Industry and Trade", "Minister of Trade", "minister"),
        ("Defence Minister", "Minister of Defence", "minister"),
        ("NA Chairman", "Chairman of the National Assembly", "parliament"),
        ("Chairman of the Senate of the Parliament", "Chairman of the Senate", "parliament"),
        ("Charge d'affaires", "Chargé d'affaires", "envoy"),
        ("Chargé d’affaires", "Chargé d'affaires", "envoy"),
        ("Vice Premier", "Deputy Prime Minister", "minister"),
        ("Lt. Gen.", "Lieutenant General", "military"),
        ("UN Secretary-General", "United Nations Secretary-General", "body_head"),
    ],
)
def test_title(text: str, name: str, level: str) -> None:
    assert [(title.name, title.level) for title in REF.find_title(text)] == [(name, level)]


@pytest.mark.parametrize("text", ["pm", "gen.", "col", "sg", "Friend", "general", "major", "deputy", ""])
def test_abbreviations_and_common_words_count_only_as_written(text: str) -> None:
    assert REF.find_title(text) == ()


@pytest.mark.parametrize(
    ("text", "code", "unique"),
    [
        ("President", "KAZ", True),
        ("Foreign Minister", "KAZ", True),
        ("Ambassador", "KAZ", False),
        ("Chancellor", "DEU", True),
        ("Chancellor", "KAZ", False),
        ("Secretary of State", "USA", True),
        ("Secretary of State", "KAZ", False),
        ("Foreign Secretary", "GBR", True),
    ],
)
def test_unique_offices(text: str, code: str, unique: bool) -> None:
    assert REF.is_unique_office(text, code) is unique


def test_one_spelling_two_offices() -> None:
    levels = {title.states[0]: title.level for title in REF.find_title("Foreign Secretary")}
    assert levels == {"GBR": "foreign_minister", "IND": "official"}


def test_title_phrases_give_every_spelling() -> None:
    assert {surface for surface, _ in REF.title_phrases()} == set(REF.titles)


@pytest.mark.parametrize(
    ("word", "effect"),
    [("deputy", "deputy"), ("acting", "acting"), ("former", "former"), ("designate", "future"), ("late", "dead")],
)
def test_modifiers(word: str, effect: str) -> None:
    assert REF.modifiers[word] == effect


@pytest.mark.parametrize(
    ("form", "word", "gender"),
    [("Mr.", "Mr", "m"), ("Mrs", "Mrs", "f"), ("H.E.", "His Excellency", "none"), ("Dato’", "Dato'", "none")],
)
def test_honorifics(form: str, word: str, gender: str) -> None:
    assert REF.honorifics[form] == (word, gender)


def test_post_nominals() -> None:
    assert {"AC", "CMG", "MP", "Jr.", "QC"} <= REF.post_nominals


@pytest.mark.parametrize(
    ("noun", "side", "number", "level"),
    [
        ("party chief", "any", "sg", "party"),
        ("counterpart", "other", "sg", "foreign_minister"),
        ("host", "host", "sg", "head_of_state"),
        ("leaders", "both", "pl", "head_of_government"),
        ("top diplomat", "any", "sg", "foreign_minister"),
    ],
)
def test_roles(noun: str, side: str, number: str, level: str) -> None:
    role = REF.roles[noun]
    assert (role.side, role.number) == (side, number)
    assert level in role.levels


def test_role_nouns_without_offices_stand_for_states() -> None:
    assert REF.roles["sides"].levels == ()
