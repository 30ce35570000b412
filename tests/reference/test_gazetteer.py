"""What surfaces in reports stand for."""

import subprocess
import sys

import pytest

from dostyk.reference import Entry, load_reference
from dostyk.reference.compile import read_sources
from dostyk.reference.surfaces import variants

REF = load_reference()


@pytest.mark.parametrize(
    ("surface", "kind", "code", "name"),
    [
        ("Vietnam", "state", "VNM", "Vietnam"),
        ("Việt Nam", "state", "VNM", "Vietnam"),
        ("Vietnamese", "demonym", "VNM", "Vietnam"),
        ("Danes", "people", "DNK", "Denmark"),
        ("Nur-Sultan", "capital", "KAZ", "Astana"),
        ("Kiev", "capital", "UKR", "Kyiv"),
        ("HANOI", "capital", "VNM", "Hanoi"),
        ("Brasilia", "capital", "BRA", "Brasília"),
        ("Da Nang", "city", "VNM", "Da Nang"),
        ("Camp David", "city", "USA", "Camp David"),
        ("Kremlin", "seat", "RUS", "Kremlin"),
        ("Downing Street", "seat", "GBR", "Downing Street"),
        ("Crimea", "city", "UKR", "Crimea"),
        ("Soviet", "historic", "SUHH", "Soviet Union"),
        ("USSR", "historic", "SUHH", "Soviet Union"),
        ("EU", "body", "IGO:European Union", "European Union"),
        ("Association of Southeast Asian Nations", "body", "IGO:ASEAN", "ASEAN"),
        ("Xinhua", "outlet", "CHN", "Xinhua"),
    ],
)
def test_find(surface: str, kind: str, code: str, name: str) -> None:
    entry = REF.find(surface)[0]
    assert (entry.kind, entry.code, entry.name) == (kind, code, name)


def test_historic_names_carry_their_span() -> None:
    assert REF.names["Zaire"] == (
        Entry("historic", "COD", "Zaire", ambiguous=False, begin="1971-10-27", end="1997-05-17"),
    )


@pytest.mark.parametrize(
    "surface", ["Georgia", "Jordan", "Chad", "Turkey", "Polish", "US", "Washington", "Mali", "Nice"]
)
def test_ambiguous_surfaces_are_flagged(surface: str) -> None:
    assert all(entry.ambiguous for entry in REF.names[surface])


@pytest.mark.parametrize("surface", ["Congo", "Korea", "Dominicans"])
def test_surfaces_of_two_states_give_both(surface: str) -> None:
    entries = REF.names[surface]
    assert len({entry.code for entry in entries}) == 2
    assert all(entry.ambiguous for entry in entries)


@pytest.mark.parametrize("surface", ["Kazakhstan", "Vietnamese", "Hanoi", "ASEAN", "Kremlin"])
def test_plain_surfaces_are_not_flagged(surface: str) -> None:
    assert not any(entry.ambiguous for entry in REF.names[surface])


def test_every_warning_of_ambiguity_is_about_a_surface() -> None:
    warned = {form for surface in read_sources()["ambiguous"] for form in variants(surface)}
    assert warned - set(REF.names) == set()


def test_names_are_case_sensitive() -> None:
    assert REF.find("polish") == REF.find("turkey") == REF.find("us") == ()


def test_phrases_give_every_entry() -> None:
    phrases = list(REF.phrases())
    assert len(phrases) == sum(len(entries) for entries in REF.names.values())
    assert ("Ha Noi", Entry("capital", "VNM", "Hanoi")) in phrases


def test_every_entry_leads_to_a_party() -> None:
    for surface, entry in REF.phrases():
        assert entry.code in REF.states or entry.code in REF.bodies, surface


def test_prefixes() -> None:
    wanted = {"Sino": "CHN", "Russo": "RUS", "Indo": "IND", "Franco": "FRA", "Anglo": "GBR"}
    assert {prefix: REF.prefixes[prefix] for prefix in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UN", "IGO:United Nations"),
        ("SCO", "IGO:Shanghai Cooperation Organisation"),
        ("Shanghai Cooperation Organization", "IGO:Shanghai Cooperation Organisation"),
        ("C5+1", "IGO:C5+1"),
        ("un", None),
        ("Kazakhstan", None),
    ],
)
def test_resolve_body(text: str, code: str | None) -> None:
    assert REF.resolve_body(text) == code


def test_members_of_short_bodies() -> None:
    assert REF.bodies["IGO:AUKUS"].members == ("AUS", "GBR", "USA")
    assert "KAZ" in REF.bodies["IGO:Eurasian Economic Union"].members
    assert REF.bodies["IGO:UNESCO"].of == "IGO:United Nations"


def test_nothing_can_be_changed() -> None:
    with pytest.raises(TypeError):
        REF.names["Atlantis"] = ()  # type: ignore[index]
    with pytest.raises(AttributeError):
        REF.names = {}  # type: ignore[misc]


def test_loads_once() -> None:
    assert load_reference() is load_reference()


def test_loading_needs_neither_yaml_nor_babel() -> None:
    program = (
        "import sys; from dostyk.reference import load_reference; load_reference();"
        "print(sorted({'yaml', 'babel', 'spacy'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
