"""States named together: the last such noun of a few sentences, and the parties it stands for."""

import pytest
from tests.language.test_coreference import meant

BALTIC, NORDIC = {"EST", "LVA", "LTU"}, {"DNK", "FIN", "ISL", "NOR", "SWE"}
CENTRAL_ASIA = {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
THREE_MET = "Kenya's president met the presidents of Uganda and Tanzania on Monday. "


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Baltic states condemned the attack.", "states", BALTIC),
        ("The Nordic prime ministers met in Oslo.", "ministers", NORDIC),
        ("The leaders of the Nordic countries met in Oslo.", "leaders", NORDIC),
        ("Finland closed its border. Its Baltic neighbours expressed support.", "neighbours", BALTIC),
        ("Sweden's Nordic neighbours welcomed the decision.", "neighbours", NORDIC - {"SWE"}),
        ("The leaders of the two Koreas met.", "leaders", {"KOR", "PRK"}),
        ("Both Koreas agreed to talk.", "Koreas", {"KOR", "PRK"}),
        ("Central Asian presidents met in Astana. The five leaders signed a treaty.", "leaders", CENTRAL_ASIA),
        (THREE_MET + "The three agreed to talk.", "three", {"KEN", "UGA", "TZA"}),
        (THREE_MET + "The three countries agreed to talk.", "countries", {"KEN", "UGA", "TZA"}),
        (THREE_MET + "Norway expelled three diplomats.", "diplomats", set()),
        ("Estonia, Latvia and Lithuania wrote to Norway. The trio asked for help.", "trio", BALTIC),
        ("Kenya and Uganda signed a treaty. The neighbours will open a crossing.", "neighbours", {"KEN", "UGA"}),
        ("The Benelux countries asked for help.", "countries", {"Benelux"}),
        ("Several Benelux countries asked for help.", "countries", set()),
        ("The heads of state of the CIS met in Dushanbe.", "heads", {"Commonwealth of Independent States"}),
        ("Gulf of Aden states asked for help.", "states", set()),
    ],
)
def test_whom_a_group_is(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected
