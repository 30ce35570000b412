"""Every language of the interface has every word of it."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from dostyk.briefs.days import MONTHS
from dostyk.model import FLAGS, KINDS, STATUSES
from dostyk.web.lanes import LANES
from dostyk.web.queries.board import COLUMNS
from dostyk.web.queries.reviewing import KEYS
from dostyk.web.render import NAV
from dostyk.web.strings import LANGUAGES, words

_CALL = re.compile(r't\("((?:[^"\\]|\\.)*)"')
_HOLE = re.compile(r"\{\w*\}")


def wanted() -> set[str]:
    templates = [path.read_text("utf-8") for path in (files("dostyk.web") / "templates").iterdir()]
    said = {found for text in templates for found in _CALL.findall(text)}
    lists = {*KINDS, *STATUSES, *FLAGS, *COLUMNS, *(label for _, label in NAV), *(label for label, _ in LANES)}
    return {w for w in said | lists | {label for _, _, label in KEYS} if any(c.isalpha() for c in w)}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_no_word_is_missing(language: str) -> None:
    assert wanted() - set(words(language)) == set()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_what_is_filled_in_is_the_same(language: str) -> None:
    for english, other in words(language).items():
        assert sorted(_HOLE.findall(english)) == sorted(_HOLE.findall(other)), english


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_months_are_spoken(language: str) -> None:
    assert {name[:size] for name in MONTHS for size in (3, 20)} - set(words(language)) == set()
