"""Relief to several takers, goods on lorries and planes, missions that open: the sentence, and what is read of it."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "Norway sent 200 tonnes of maize to Mali, Chile and Peru on Monday.",
        ["aid NOR > MLI + CHL + PER 2024-03-11 happened"],
    ),
    (
        "Ghana delivered tents and blankets to Mali, Zimbabwe, Malawi and Peru on Tuesday.",
        ["aid GHA > MLI + ZWE + MWI + PER 2024-03-12 happened"],
    ),
    (
        "Seven lorries carrying 200 tonnes of maize left Norway for Mali on Monday.",
        ["aid NOR > MLI 2024-03-11 happened"],
    ),
    ("Two lorries carrying rice had left a town in southern Tanzania for Malawi.", ["aid TZA > MWI happened"]),
    ("Seven lorries carrying tourists left Norway for Mali on Monday.", []),
    (
        "The Malian Ministry of Health has received a donation of ten ambulances from the Embassy of Japan.",
        ["aid JPN > MLI 2024-03-15 happened"],
    ),
    (
        "Mali's health ministry on Monday received medical supplies donated by China.",
        ["aid CHN > MLI 2024-03-11 happened"],
    ),
    ("Mali's health ministry received medical advice from China.", []),
    (
        "The opening ceremony of the Embassy of Kazakhstan in Nairobi took place on Monday.",
        ["opening KAZ > KEN 2024-03-11 KEN:Nairobi happened"],
    ),
    (
        "The Consulate General of Belarus officially opened in Lima on 4 March.",
        ["opening BLR > PER 2024-03-04 PER:Lima happened"],
    ),
    ("Norway's embassy in Lima reopened on Monday.", ["opening NOR > PER 2024-03-11 PER:Lima happened"]),
    ("The Norwegian embassy opens at nine every day.", []),
    ("The Embassy of Norway in Ghana has been re-opened.", ["opening NOR > GHA 2024-03-15 GHA happened"]),
    (
        "Foreign Minister Kari Lunde inaugurated the new Norwegian embassy in Lima on Monday.",
        ["opening NOR:Kari Lunde > PER 2024-03-11 PER:Lima happened"],
    ),
    ("Norway will supply medicines and milk powder to Ghana.", ["aid NOR > GHA 2024-03-15 scheduled"]),
    ("Norway is sending a team of 40 rescuers to Ghana.", ["aid NOR > GHA 2024-03-15 ongoing"]),
    (
        "The World Food Programme received a contribution of $3 million from Norway.",
        ["aid NOR > IGO:World Food Programme happened"],
    ),
    ("Norway delivered two patrol boats to Ghana on Monday.", ["cooperation NOR + GHA 2024-03-11 happened"]),
    ("Five Chilean tankers delivered fuel to Mali last month.", ["cooperation CHL + MLI 2024-02 happened"]),
    (
        "Norway and Chile reiterated in a joint statement their commitment to strengthening cooperation in fisheries.",
        ["commitment NOR + CHL 2024-03-15 happened"],
    ),
    ("Norway and Chile praised in a joint statement their commitment to strengthening cooperation.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reads(read: Lines, text: str, expected: list[str]) -> None:
    assert read(text, "aid", "opening", "gathering", "commitment", "cooperation", published="2024-03-15") == expected
