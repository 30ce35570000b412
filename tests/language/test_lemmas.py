"""Regular forms find their verb."""

from __future__ import annotations

import pytest

from dostyk.language.lemmas import forms, table


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("underscored", "underscore"),
        ("reiterating", "reiterate"),
        ("committed", "commit"),
        ("committing", "commit"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("cancelled", "cancel"),
        ("canceled", "cancel"),
        ("establishes", "establish"),
        ("conveyed", "convey"),
        ("vetoes", "veto"),
    ],
)
def test_form_leads_to_verb(form: str, verb: str) -> None:
    assert table()[form] == verb


def test_consonants_are_doubled_only_after_one_vowel() -> None:
    assert "banned" in forms("ban")
    assert "joinned" not in forms("join")
