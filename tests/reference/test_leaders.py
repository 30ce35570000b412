"""For which state a person acted, where only the name, a title and the day are known."""

from datetime import date

import pytest

from dostyk.errors import ReferenceDataError
from dostyk.reference import load_reference
from dostyk.reference.compile_leaders import compile_leaders, plain_words, read_leaders, to_json
from dostyk.reference.leaders import COMPILED, OPEN, states_of_person


def ask(name: str, title: str, year: int | None) -> tuple[str, ...]:
    day = date(year, 6, 1) if year else None
    return states_of_person(frozenset(plain_words(name)), frozenset(title.lower().split()), day)


def codes() -> frozenset[str]:
    reference = load_reference()
    return frozenset(reference.states) | frozenset(reference.bodies)


def test_compiled_file_is_what_the_yaml_says() -> None:
    remedy = "run: python -m dostyk.reference.compile_leaders"
    assert COMPILED.read_text(encoding="utf-8") == to_json(compile_leaders(read_leaders(), codes())), remedy


@pytest.mark.parametrize(
    ("name", "title", "year", "states"),
    [
        ("Nguyễn Phú Trọng", "general secretary", 2015, ("VNM",)),
        ("Nguyen Phu Trong", "", None, ("VNM",)),
        ("Kim Jong-il", "chairman", 2005, ("PRK",)),
        ("Soeharto", "president", 1996, ("IDN",)),
        ("Suharto", "president", 1996, ("IDN",)),
        ("Abdel Fattah el-Sisi", "president", 2020, ("EGY",)),
        ("Al-Sisi", "president", 2020, ("EGY",)),
        ("Mikhail Gorbachev", "president", 1990, ("SUHH",)),
        ("Ho Chi Minh", "president", 1967, ("VNM",)),
        ("Ho Chi Minh", "president", 2024, ("VNM",)),
        ("Ho Chi Minh", "", 2024, ()),
        ("Ho Chi Minh", "ambassador", 2024, ()),
        ("Indira Gandhi", "prime minister", 2026, ("IND",)),
        ("George Bush", "president", 2003, ("USA",)),
        ("Mohammed bin Salman bin Abdulaziz Al Saud", "crown prince", 2022, ("SAU",)),
        ("Abdullah II", "king", 2010, ("JOR",)),
        ("Bongo", "president", 1995, ("GAB",)),
    ],
)
def test_states_of_leaders(name: str, title: str, year: int | None, states: tuple[str, ...]) -> None:
    assert ask(name, title, year) == states


def test_one_name_of_two_leaders_gives_both_states() -> None:
    assert ask("Abdullah", "king", 2010) == ("JOR", "SAU")
    assert ask("Kim", "president", 1999) == ("KOR", "PRK")


def test_bare_surname_needs_a_fitting_title() -> None:
    assert ask("Brown", "prime minister", 2008) == ("GBR",)
    assert ask("Brown", "ambassador", 2008) == ()
    assert ask("Brown", "deputy prime minister", 2008) == ()
    assert ask("Biden", "vice president", 2012) == ("USA",)


def test_bare_surname_needs_a_term_around_the_day_or_before() -> None:
    assert ask("Merkel", "chancellor", 2010) == ("DEU",)
    assert ask("Merkel", "chancellor", 1990) == ()
    assert ask("Merkel", "chancellor", 2024) == ("DEU",)
    assert ask("Obama", "president", 2022) == ("USA",)
    assert ask("Obama", "ambassador", 2022) == ()
    assert ask("Merkel", "chancellor", 2060) == ()


def test_bare_surname_without_a_title_must_be_the_only_one_then() -> None:
    assert ask("Netanyahu", "", 2018) == ("ISR",)
    assert ask("Netanyahu", "", None) == ()
    assert ask("Kim", "", 1999) == ()


def test_full_name_outlives_the_term_but_not_by_far() -> None:
    assert ask("Helmut Kohl", "", 2005) == ("DEU",)
    assert ask("Helmut Kohl", "", 2060) == ()


def test_head_of_a_body_acts_for_it_only_in_the_term() -> None:
    assert ask("António Guterres", "secretary-general", 2020) == ("IGO",)
    assert ask("António Guterres", "prime minister", 1998) == ("PRT",)


def test_middle_names_alone_and_strangers_give_nothing() -> None:
    assert ask("Phu", "general secretary", 2015) == ()
    assert ask("Ima Nobody", "president", 2015) == ()
    assert ask("bin", "king", 2015) == ()


def test_open_term_lasts() -> None:
    rows = compile_leaders([("x.yml", "VNM", "president", ["Ann Example|Anne Example 2001-"])], codes())
    assert rows == [["VNM", "president", ["ann example", "anne example"], 2001, OPEN]]


@pytest.mark.parametrize(
    ("code", "office", "entry", "fault"),
    [
        ("VNM", "wizard", "Ann Example 2001-2002", "unknown office"),
        ("QQQ", "president", "Ann Example 2001-2002", "no state and no body"),
        ("IGO:Nowhere", "body_head", "Ann Example 2001-2002", "no state and no body"),
        ("VNM", "president", "Ann Example", "not a name with years"),
        ("VNM", "president", "Ann Example 2002-2001", "ends before it begins"),
    ],
)
def test_faults_are_found(code: str, office: str, entry: str, fault: str) -> None:
    with pytest.raises(ReferenceDataError, match=fault):
        compile_leaders([("x.yml", code, office, [entry])], codes())


def test_office_of_one_state_in_two_files_is_a_fault() -> None:
    line = ("x.yml", "VNM", "president", ["Ann Example 2001-2002"])
    with pytest.raises(ReferenceDataError, match="stands twice"):
        compile_leaders([line, line], codes())
