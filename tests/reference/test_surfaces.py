"""Spellings that are added when the tables are compiled."""

import pytest

from dostyk.reference.surfaces import is_noun, plain, plural, variants


@pytest.mark.parametrize(
    ("text", "letters"),
    [("Brasília", "Brasilia"), ("Đà Nẵng", "Da Nang"), ("Łódź", "Lodz"), ("İzmir", "Izmir"), ("Tromsø", "Tromso")],
)
def test_plain(text: str, letters: str) -> None:
    assert plain(text) == letters


@pytest.mark.parametrize(
    ("surface", "spellings"),
    [
        ("Kenya", ["Kenya"]),
        ("Malé", ["Malé", "Male"]),
        ("Xi'an", ["Xi'an", "Xi’an"]),
        ("Saint Lucia", ["Saint Lucia", "St. Lucia", "St Lucia"]),
    ],
)
def test_variants(surface: str, spellings: list[str]) -> None:
    assert list(variants(surface)) == spellings


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("Kazakh", "Kazakhs"),
        ("Czech", "Czechs"),
        ("Dane", "Danes"),
        ("Frenchman", "Frenchmen"),
        ("Irishwoman", "Irishwomen"),
        ("Maltese", "Maltese"),
        ("Swiss", "Swiss"),
        ("German", "Germans"),
        ("Burman", "Burmans"),
    ],
)
def test_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_is_noun() -> None:
    assert [word for word in ("Kenyan", "Spanish", "Dutch", "Thai", "Chinese") if is_noun(word)] == ["Kenyan", "Thai"]
