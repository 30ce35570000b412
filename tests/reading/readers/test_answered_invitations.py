"""Invitations that go both ways, are declined, or name the place to be visited alone: who invites whom."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    ("The Kenyan and Norwegian presidents invited each other to visit.", ["KEN > NOR", "NOR > KEN"]),
    ("The Kenyan and Norwegian presidents exchanged invitations to state visits.", ["KEN > NOR", "NOR > KEN"]),
    ("The Norwegian king accepted an invitation to visit Kenya next year.", ["KEN > NOR"]),
    ("The Norwegian king has been invited to visit Kenya.", ["KEN > NOR"]),
    ("The Norwegian king has declined an invitation to attend the parade in Nairobi.", ["KEN > NOR"]),
    ("The Norwegian king turned down an invitation from his Kenyan counterpart.", ["KEN > NOR"]),
    ("At the invitation of the Kenyan president, the Norwegian king will visit Kenya.", ["KEN > NOR"]),
    ("The Kenyan minister on Friday conveyed an invitation to the Norwegian king to visit Kenya.", ["KEN > NOR"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_invites_whom(read: Lines, text: str, expected: list[str]) -> None:
    found = [" ".join(line.split()[1:4]) for line in read(text, "invitation")]
    assert sorted(found) == expected
