"""Every state can be found by its codes and by its names in English and other languages."""

from datetime import date

import pytest
from babel import Locale
from babel.core import get_global

from dostyk.reference import State, load_reference

REF = load_reference()
PRESENT = [state for state in REF.states.values() if state.alpha2]
NOT_IN_OUR_TABLE = set(
    # uninhabited or without a government of their own, and codes of CLDR that are no ISO territories
    "AC AQ BL BV CC CP CQ CX DG EA EU EZ GS HM IC MF NF QO TA TF UM UN XA XB ZZ".split()
)
CALLED_CONGO_ONLY = {("es", "COG"), ("kk", "COD")}
"""Where a language gives one of the two no more than the name of both."""


def ids(state: State) -> str:
    return state.code


def test_every_territory_of_cldr_is_there() -> None:
    known = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()}
    assert known - NOT_IN_OUR_TABLE == {state.alpha2 for state in PRESENT}


@pytest.mark.parametrize("state", PRESENT, ids=ids)
def test_codes_belong_together(state: State) -> None:
    if state.code != "XKX":  # user-assigned, so CLDR writes XKK
        assert get_global("territory_aliases")[state.code] == [state.alpha2]
    assert REF.resolve_state(state.alpha2) == REF.resolve_state(state.code) == state.code


@pytest.mark.parametrize("state", PRESENT, ids=ids)
def test_names_and_capital(state: State) -> None:
    assert REF.resolve_state(state.formal) == state.code
    assert REF.resolve_state(state.name) == state.code
    assert any(entry.code == state.code for entry in REF.find(REF.capital(state.code)))
    assert any(entry.code == state.code for entry in REF.find(REF.demonym(state.code)))


@pytest.mark.parametrize("language", ["en", "fr", "ru", "zh", "de", "es", "ar", "vi", "kk"])
def test_every_state_in_other_languages(language: str) -> None:
    names = Locale(language).territories
    found = {state.code: REF.resolve_state(names[state.alpha2]) for state in PRESENT}
    missed = {(language, code): got for code, got in found.items() if got != code}
    assert missed == {case: None for case in CALLED_CONGO_ONLY if case[0] == language}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Viet Nam", "VNM"),
        ("the Netherlands", "NLD"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("the States", "USA"),
        ("UK", "GBR"),
        ("British", "GBR"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Cote d’Ivoire", "CIV"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("St. Lucia", "LCA"),
        ("Turkey", "TUR"),
        ("kazakhstan", "KAZ"),
        ("Kazakhs", "KAZ"),
        ("Spaniard", "ESP"),
        ("Frenchmen", "FRA"),
        ("Казахстан", "KAZ"),
        ("Kasachstan", "KAZ"),
        ("哈萨克斯坦", "KAZ"),
        ("Soviet Union", "SUHH"),
        ("SUHH", "SUHH"),
        ("SUN", "SUHH"),
        ("ZAR", "COD"),
        ("Zaire", "COD"),
        ("FYROM", "MKD"),
    ],
)
def test_resolve(text: str, code: str) -> None:
    assert REF.resolve_state(text) == code


@pytest.mark.parametrize(
    "text", ["Congo", "Korea", "Korean", "Dominican", "us", "who", "in", "Astana", "Atlantis", "", "Persian Gulf"]
)
def test_what_names_no_single_state_is_not_resolved(text: str) -> None:
    assert REF.resolve_state(text) is None


@pytest.mark.parametrize(
    ("code", "day", "stood"),
    [
        ("KAZ", date(1991, 12, 15), False),
        ("KAZ", date(1991, 12, 16), True),
        ("SUHH", date(1991, 12, 25), True),
        ("SUHH", date(1991, 12, 26), False),
        ("CZE", date(1992, 12, 31), False),
        ("CSHH", date(1992, 12, 31), True),
        ("VNM", date(1959, 7, 1), True),
        ("XVNS", date(1975, 1, 1), True),
        ("SSD", date(2011, 7, 8), False),
        ("SSD", date(2011, 7, 9), True),
        ("FRA", date(1945, 1, 1), True),
    ],
)
def test_existence(code: str, day: date, stood: bool) -> None:
    assert REF.exists(code, day) is stood


def test_unknown_code_is_an_error() -> None:
    for question in (REF.state_name, REF.capital, REF.demonym):
        with pytest.raises(KeyError):
            question("QQQ")
    with pytest.raises(KeyError):
        REF.exists("QQQ", date(2000, 1, 1))
