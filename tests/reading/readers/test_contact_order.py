"""Meetings of several, and meetings whose sides or place the parse hangs elsewhere: the sentence, and what is read."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "Foreign Minister Aino Ek of Finland had meetings with her counterparts from Chile, Ghana and the Philippines "
        "in New York on Monday.",
        [
            "meeting FIN:Aino Ek + CHL 2025-05-05 USA:New York happened",
            "meeting FIN:Aino Ek + GHA 2025-05-05 USA:New York happened",
            "meeting FIN:Aino Ek + PHL 2025-05-05 USA:New York happened",
        ],
    ),
    (
        "A trilateral meeting of the foreign ministers of Peru, Ghana and Norway was held in Batumi on Monday.",
        ["meeting PER + GHA + NOR 2025-05-05 GEO:Batumi happened"],
    ),
    (
        "A meeting among Iran, Russia, China and Pakistan took place in Oslo on Monday.",
        ["meeting IRN + RUS + CHN + PAK 2025-05-05 NOR:Oslo happened"],
    ),
    (
        "A meeting took place in Lima between Foreign Minister Luis Vera of Peru and the Ambassador of Ghana.",
        ["meeting PER:Luis Vera + GHA 2025-05-06 PER:Lima happened"],
    ),
    (
        "The leaders of Greece, Cyprus and Israel convened in Nicosia on Monday.",
        ["meeting GRC + CYP + ISR 2025-05-05 CYP:Nicosia happened"],
    ),
    (
        "The King of Jordan granted an audience to the Prime Minister of Iraq on Monday.",
        ["meeting JOR + IRQ 2025-05-05 happened"],
    ),
    (
        "The visiting Namibian trade minister called on Vice President Luis Vera of Peru on Monday.",
        ["meeting NAM + PER:Luis Vera 2025-05-05 happened"],
    ),
    (
        "Kosovo and Serbia resumed talks in Brussels on Monday.",
        ["meeting XKX + SRB 2025-05-05 BEL:Brussels happened"],
    ),
    (
        "The EU's foreign policy chief held talks with Serbia's president in Belgrade on Monday.",
        ["meeting IGO:European Union + SRB 2025-05-05 SRB:Belgrade happened"],
    ),
    (
        "The trade minister of Norway paid a visit to Chile's mining minister in Santiago on Monday.",
        ["meeting NOR + CHL 2025-05-05 CHL:Santiago happened"],
    ),
    (
        "Finland's president sat down with the leaders of Estonia and Latvia in Tallinn on Monday.",
        ["meeting FIN + EST + LVA 2025-05-05 EST:Tallinn happened"],
    ),
    (
        "The finance ministers of Peru and Ghana held talks on the fighting in Goma on Monday.",
        ["meeting PER + GHA 2025-05-05 happened"],
    ),
    (
        "After talks with Norway, Chile agreed to lower its duties.",
        ["meeting CHL + NOR happened"],
    ),
    (
        "Norway's prime minister met with her Finnish counterpart on Monday and with the German chancellor.",
        ["meeting NOR + FIN 2025-05-05 happened", "meeting NOR + DEU 2025-05-05 happened"],
    ),
    (
        "Bolivia's foreign minister is due in Santiago on Friday for talks with his Chilean counterpart.",
        ["meeting BOL + CHL 2025-05-09 scheduled"],
    ),
    (
        "Bolivia's president shook hands and spoke briefly with Chile's leader at the summit in Lima on Monday.",
        ["meeting BOL + CHL 2025-05-05 PER:Lima happened"],
    ),
    (
        "The Norwegian president and his Chilean counterpart will sail on Friday. Both presidents will meet then.",
        ["meeting CHL + NOR scheduled"],
    ),
    (
        "A parliamentary delegation from Georgia, headed by Nino Lomi, met with Speaker Ana Roca of Peru on Monday.",
        ["meeting GEO:Nino Lomi + PER:Ana Roca 2025-05-05 happened"],
    ),
    (
        "A meeting on Monday of the Chilean and Bolivian foreign ministers ended without result.",
        ["meeting CHL + BOL 2025-05-05 happened"],
    ),
    (
        "The ambassador of Chile called on Trade Minister Ana Roca of Peru on Monday and discussed duties.",
        ["meeting CHL + PER:Ana Roca 2025-05-05 happened"],
    ),
    ("Macron and Merz met in Berlin on Monday.", ["meeting FRA:Macron + DEU:Merz 2025-05-05 DEU:Berlin happened"]),
    ("Macron and the Merz company met the deadline on Monday.", []),
    (
        "Zambian leader receives Chilean envoy\n\nThe ambassador wishes to see more trade.",
        ["meeting ZMB + CHL 2025-05-06 happened"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_met_and_where(read: Lines, text: str, expected: list[str]) -> None:
    assert sorted(read(text, "meeting", "call", "gathering")) == sorted(expected)
