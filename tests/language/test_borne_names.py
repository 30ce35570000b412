"""First names and surnames that are a town's, a state's or a month's, too."""

import pytest
from tests.language.test_people import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Queen Mary of Denmark spoke.", {"DNK:Mary"}),
        ("Crown Princess Victoria of Sweden spoke.", {"SWE:Victoria"}),
        ("Norwegian Trade Minister Sydney Parata met British Commissioner April Jackson.",
         {"NOR:Sydney Parata", "GBR:April Jackson"}),
        ("The Seychelles' ambassador to Ethiopia, Florence Paris, spoke.", {"SYC:Florence Paris"}),
        ("Florence Paris, Minister of Trade of Malta, spoke. Paris thanked Peru.", {"MLT:Florence Paris"}),
        ("The Ambassador of Belgium Jan Peeters spoke.", {"BEL:Jan Peeters"}),
        ("Kenyan Foreign Minister Wednesday Otieno met Malian Minister Friday Keita.",
         {"KEN:Wednesday Otieno", "MLI:Friday Keita"}),
        ("Foreign Minister May of Norway met Ambassador Vienna Cruz of Spain.", {"NOR:May", "ESP:Vienna Cruz"}),
        ("Chilean Foreign Minister Ana Santiago came. Peru thanked Santiago.", {"CHL:Ana Santiago"}),
        ("Chancellor Berlin of Austria spoke.", {"AUT:Berlin"}),
        ("At the UN General Assembly, Mrs. Oyun Erdene, Minister of Trade of Mongolia, spoke.", {"MNG:Oyun Erdene"}),
        ("Camilla, Duchess of Cornwall, spoke in London.", {"GBR:Camilla"}),
        ("The foreign minister of Norway spoke in Paris on May 5.", set()),
    ],
)  # fmt: skip
def test_who_is_named_like_a_place_or_a_month(text: str, expected: set[str]) -> None:
    assert set(people(text)) == expected


def test_a_queen_is_of_no_republic() -> None:
    assert people("Queen Mary spoke in Riga.") == {":Mary": ""}
