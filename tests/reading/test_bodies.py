"""International bodies as actors: those who act for them travel and meet, and their leaders hold gatherings."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "ASEAN foreign ministers met in Vientiane on Monday.",
        ["gathering IGO:ASEAN 2025-05-05 LAO:Vientiane happened"],
    ),
    ("C5+1 foreign ministers met in New York on Monday.", ["gathering IGO:C5+1 2025-05-05 USA:New York happened"]),
    ("The C5+1 summit was held in Samarkand on Monday.", ["gathering IGO:C5+1 2025-05-05 UZB:Samarkand happened"]),
    ("BRICS sherpas met in Brasilia on Monday.", ["gathering IGO:BRICS 2025-05-05 BRA:Brasilia happened"]),
    ("The Visegrad Group met in Prague on Monday.", ["gathering IGO:Visegrad Group 2025-05-05 CZE:Prague happened"]),
    (
        "The Nordic prime ministers met in Oslo on Monday.",
        ["gathering DNK + FIN + ISL + NOR + SWE 2025-05-05 NOR:Oslo happened"],
    ),
    (
        "EU High Representative Karl Holm visited Astana on Monday.",
        ["visit IGO:Karl Holm > KAZ 2025-05-05 KAZ:Astana happened"],
    ),
    (
        "The IAEA director general arrived in Tehran on Monday.",
        ["visit IGO:International Atomic Energy Agency > IRN 2025-05-05 IRN:Tehran happened"],
    ),
    (
        "The UN special envoy for Syria met the Syrian foreign minister on Monday.",
        ["meeting IGO:United Nations + SYR 2025-05-05 happened"],
    ),
    (
        "NATO defence ministers met Ukraine's defence minister in Brussels on Monday.",
        ["meeting IGO:NATO + UKR 2025-05-05 BEL:Brussels happened"],
    ),
    ("The Arab League summit condemned the strikes.", ["statement IGO:Arab League 2025-05-06 happened"]),
    (
        "Norway and Sweden summoned the Russian ambassadors on Monday.",
        ["sanction NOR + SWE > RUS 2025-05-05 happened"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_bodies(read: Lines, text: str, expected: list[str]) -> None:
    assert [line for line in read(text) if not line.startswith("office")] == expected
