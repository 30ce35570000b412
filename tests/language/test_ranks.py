"""Deputies and former holders of an office are not its holder."""

import pytest

from dostyk.language.ranks import bears

DEPUTY = ["deputy", "foreign", "minister"]
BOTH = ["deputy", "prime", "minister", "and", "foreign", "minister"]


@pytest.mark.parametrize(
    ("wanted", "title", "expected"),
    [
        ({"foreign", "minister"}, DEPUTY, False),
        ({"deputy", "foreign", "minister"}, DEPUTY, True),
        ({"minister"}, DEPUTY, True),
        ({"foreign", "minister"}, BOTH, True),
        ({"president"}, ["vice", "president"], False),
        ({"president"}, ["former", "president"], False),
        ({"president"}, ["president"], True),
    ],
)
def test_bears(wanted: set[str], title: list[str], expected: bool) -> None:
    assert bears(frozenset(wanted), [title]) is expected
