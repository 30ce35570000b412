"""Encodings that are not declared, seen by the script that the bytes show."""

from __future__ import annotations

from datetime import date

import pytest

from dostyk.intake import Found, read_bytes
from dostyk.intake.charsets import guess

RUSSIAN = "# published: 2024-03-04\n\nМинистры двух стран встретились в Риге и говорили о торговле и о порте."
CAPITALS = "МИНИСТРЫ ВСТРЕТИЛИСЬ В РИГЕ"
UKRAINIAN = "Міністри двох країн зустрілися в Ризі й говорили про торгівлю."
CHINESE = "两国部长在里加举行了会谈，讨论了贸易问题。"
JAPANESE = "両国の大臣はリガで会談し、貿易について話し合いました。"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CAPITALS, "cp1251"),
        (CAPITALS, "koi8-r"),
        ("Встреча", "cp1251"),
        ("Встреча", "koi8-r"),
        ("The ministers met. " * 9000 + RUSSIAN, "koi8-r"),
        (UKRAINIAN, "cp1251"),
        (CHINESE, "gb18030"),
        ("The ministers met. " + CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_a_script_is_seen_in_its_encoding(text: str, name: str) -> None:
    assert guess(text.encode(name)) == name


@pytest.mark.parametrize(
    "text",
    [
        "Café closed.",
        "Støre met Gahr in Tromsø and Ørsted.",
        "Le ministre a été reçu à Genève, où il a évoqué l’été à venir.",
        "Große Übung für die Länder: Königin trifft Präsidenten in Köln.",
        "“They met” – so he said…",
        "São Tomé e Príncipe: cooperação e educação são prioridades.",
        "ÉTÉ À LA MER",
    ],
)
def test_western_letters_stay_western(text: str) -> None:
    assert guess(text.encode("cp1252")) == "cp1252"


def test_a_text_cut_amid_a_letter_is_still_seen() -> None:
    assert guess((CHINESE * 3).encode("gb18030")[:-1]) == "gb18030"


@pytest.mark.parametrize(("text", "name", "language"), [(RUSSIAN, "cp1251", "ru"), (RUSSIAN, "koi8-r", "ru")])
def test_a_guess_is_named_with_what_to_do(text: str, name: str, language: str) -> None:
    (found,) = read_bytes(text.encode(name), "a.txt", suffix=".txt", today=date(2026, 6, 1))
    assert isinstance(found, Found)
    assert found.report.text == text.partition("\n\n")[2]
    assert found.report.language == language
    (problem,) = [each for each in found.problems if each.code == "encoding-guessed"]
    assert problem.message.endswith(f"read as {name}; save it as UTF-8")
