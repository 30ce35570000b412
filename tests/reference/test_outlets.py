"""Outlets, their domains, honours and fields."""

import pytest

from dostyk.reference import load_reference
from dostyk.reference.domains import host_of

REF = load_reference()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("VNA", "VNM"),
        ("Xinhua", "CHN"),
        ("Trend", "AZE"),
        ("Reuters", "GBR"),
        ("The White House", "USA"),
        ("https://www.whitehouse.gov/briefing-room/a-page/", "USA"),
        ("en.vietnamplus.vn", "VNM"),
        ("english.news.cn", "CHN"),
        ("https://www.mofa.gov.vn/en/x", "VNM"),
        ("mfa.gov.kg", "KGZ"),
        ("treasury.gov", "USA"),
        ("press.service.gov.uk", "GBR"),
        ("Prime Minister of Australia, media release", "AUS"),
        ("nato.int", "IGO:NATO"),
        ("example.org", None),
        ("example.kg", None),
        ("Somebody", None),
        ("", None),
    ],
)
def test_state_of_outlet(text: str, code: str | None) -> None:
    assert REF.state_of_outlet(text) == code


@pytest.mark.parametrize(
    ("text", "home"), [("Reuters", ""), ("bbc.co.uk", ""), ("VNA", "VNM"), ("nato.int", "IGO:NATO"), ("Somebody", None)]
)
def test_a_worldwide_outlet_is_at_home_nowhere_in_what_it_tells(text: str, home: str | None) -> None:
    assert REF.home_of_outlet(text) == home


def test_kind_of_outlet() -> None:
    kinds = {name: outlet.kind for name in ("VNA", "akorda.kz", "Dawn") if (outlet := REF.outlet(name))}
    assert kinds == {"VNA": "agency", "akorda.kz": "government", "Dawn": "newspaper"}


def test_only_news_outlets_are_names_in_a_text() -> None:
    assert REF.outlet("Prime Minister of Australia") is not None
    assert REF.find("Prime Minister of Australia") == ()
    assert [entry.kind for entry in REF.find("White House")] == ["seat"]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.Example.org:8080/a?b=c", "example.org"),
        ("example.org/a", "example.org"),
        ("not a host.", ""),
        ("word", ""),
    ],
)
def test_host_of(text: str, host: str) -> None:
    assert host_of(text) == host


@pytest.mark.parametrize(
    ("form", "name", "code"),
    [
        ("“Dostyk” Order", "Order of Dostyk", "KAZ"),
        ("Order of Ho Chi Minh", "Ho Chi Minh Order", "VNM"),
        ("Legion d'honneur", "Legion of Honour", "FRA"),
        ("Nishan-e-Pakistan", "Nishan-e-Pakistan", "PAK"),
        ("Order of Lenin", "Order of Lenin", "SUHH"),
    ],
)
def test_honours(form: str, name: str, code: str) -> None:
    assert REF.honours[form] == (name, code)


def test_words_of_honours() -> None:
    assert "Order of" in REF.honour_heads
    assert "Grand Cross" in REF.honour_ranks
    assert "first class" in REF.honour_degrees


def test_fields_have_keywords_in_lower_case() -> None:
    assert len(REF.fields) >= 25
    assert all(word == word.lower() for field in REF.fields for word in field.keywords)


def test_contested_names_resolve_to_the_code_they_are_filed_under() -> None:
    for row in REF.contested:
        for name in row.names:
            codes = {entry.code for entry in REF.find(name) if entry.kind != "outlet"}
            assert codes == ({row.code} if row.code else set()), name


def test_an_address_that_is_none_has_no_host() -> None:
    assert host_of("http://[press.example/1") == ""
