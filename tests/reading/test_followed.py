"""What later reports are held against: invitations by asking, routes, terms of reference, cooperation to be widened."""

from __future__ import annotations

import pytest

from tests.reading.readers.said import claims_of


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("invitation", "On Tuesday Rojas asked Lunde to visit Chile.", ["CHL:Diego Rojas > NOR:Kari Lunde"]),
        ("invitation", "Rojas asked Norway to come to the talks with a better offer.", []),
        (
            "opening",
            "SAS plans to launch regular flights on the route Oslo – Santiago – Lima in 2026, it was announced.",
            ["NOR; CHL; PER > scheduled flights Oslo – Santiago – Lima"],
        ),
        ("opening", "The flights Oslo – Santiago were late.", []),
        (
            "signing",
            "The terms of reference for the negotiations were finalized in Oslo.",
            ["NOR; CHL > happened terms of reference for the negotiations"],
        ),
        (
            "commitment",
            "Cooperation is to be widened to transport, culture and sport.",
            ["NOR; CHL > happened widen cooperation to transport, culture and sport"],
        ),
        (
            "commitment",
            "They agreed to stay in contact and looked forward to meeting again soon.",
            ["NOR:Kari Lunde; CHL:Diego Rojas > happened stay in contact"],
        ),
        (
            "commitment",
            "Norway and Chile will work together so that the exhibitions succeed, the two ministries agreed at a "
            "meeting.",
            ["NOR; CHL > happened work together so that the exhibitions succeed"],
        ),
        ("visit", "Rojas flew on to Lima, where he will pay a state visit.", ["CHL:Diego Rojas > PER scheduled"]),
    ],
)
def test_what_is_read(kind: str, text: str, expected: list[str]) -> None:
    found = []
    for claim in claims_of(text, kind):
        who, whom = ("; ".join(m.key for m in side) for side in (claim.who, claim.whom))
        what = "" if kind in ("invitation", "visit") else f" {claim.what}"
        status = "" if kind == "invitation" else f"{' ' if whom else ''}{claim.status}"
        found.append(f"{who} > {whom}{status}{what}")
    assert [line for line in found if "NOR > " not in line or kind != "visit"] == expected
