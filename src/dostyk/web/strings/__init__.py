"""The words of the interface. English stands in the templates; every other language is one YAML of English → its own.

A language is added by a file `<code>.yml` beside this one; `tests/web/test_strings.py` says which words it lacks.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

LANGUAGES = {"en": "English", "fr": "Français"}


@cache
def words(language: str) -> dict[str, str]:
    """English → the language; empty for English."""
    if language == "en" or language not in LANGUAGES:
        return {}
    loaded = yaml.safe_load((files(__package__) / f"{language}.yml").read_text("utf-8"))
    return {str(english): str(other) for english, other in loaded.items()}


def translate(language: str, text: str, **values: object) -> str:
    """`text` in the language, with `{name}` filled in; English where the language lacks it."""
    said = words(language).get(text, text)
    return said.format(**values) if values else said
