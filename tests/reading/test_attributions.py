"""Who says what in a sentence: attributions behind, before and within the words they tell of."""

import pytest

from tests.reading.readers.said import claims_of, lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # behind a sentence
            "Chile would like to be the first choice of Norwegian investors, Rojas told reporters.",
            {"Rojas: propose be first choice of Norwegian investors"},
        ),
        (
            "The fishing grounds were open to all, Lunde told the press on Monday, adding that Chile was welcome.",
            {"Lunde: affirm The fishing grounds were open to all", "Lunde: praise Chile was welcome"},
        ),
        (
            "The growing ties of the two parliaments have opened the door to trade, President Rojas said, lauding the "
            "outcome of his talks with the Speaker.",
            {
                "Rojas: affirm The growing ties of the two parliaments have opened the door to trade",
                "Rojas: praise outcome of his talks with the Speaker",
            },
        ),
        (
            "The raid had broken the truce, Lunde said in Oslo on Friday, urging Chile to withdraw its ships.",
            {"Lunde: affirm The raid had broken the truce", "Lunde: urge withdraw its ships"},
        ),
        (  # within it
            "The talks, Lunde said, had been useful for both countries.",
            {"Lunde: affirm The talks had been useful for both countries"},
        ),
        (
            "The raid, she said at a meeting in Oslo, deserved to be condemned.",
            {"Lunde: affirm The raid deserved to be condemned"},
        ),
        (  # behind a clause that tells of something else
            "The two ministers denounced the acts of violence, which are carried out by armed groups in the region, "
            "calling on Mali to immediately stop them.",
            {"Lunde + Rojas: condemn acts of violence", "Lunde + Rojas: urge stop them"},
        ),
        (  # behind a phrase
            "Lunde said in televised comments that Norway is working with Chile.",
            {"Lunde: affirm Norway is working with Chile"},
        ),
        (
            "Regarding Mali and Chad, Lunde and Rojas stressed the need for security.",
            {"Lunde + Rojas: affirm need for security"},
        ),
        (  # a clause that only tells which
            "Rojas said: “The people are saddened by the apparent coup d’état that has taken place in Mali today.”",
            {"Rojas: condole apparent coup d’état"},
        ),
        (  # whom something is told
            "Lunde told reporters that trade would grow.",
            {"Lunde: affirm trade would grow"},
        ),
        (
            "Rojas reminded his hosts that Chile had kept its word.",
            {"Rojas: affirm Chile had kept its word"},
        ),
        (  # who is called on
            "Fighting goes on in the north, and I call on all parties to accept a truce, Rojas said.",
            {"Rojas: affirm Fighting goes on in the north", "Rojas: urge accept a truce"},
        ),
        (  # in whose view
            "In Rojas's view the visit shows how much the two countries have in common.",
            {"Rojas: affirm In Rojas's view the visit shows how much the two countries have"},
        ),
        (  # whose words are carried
            "Norwegian Foreign Minister Ola Berg conveyed Prime Minister Lunde's gratitude for the help of Chile.",
            {"Lunde: thanks for help of Chile"},
        ),
        ("The trip underscored Norway's support for the truce.", set()),  # without a state that tells of it
        (  # of two who speak, who takes the position
            "Both leaders “reaffirmed the need to step up patrols at sea,” the spokesman of Norway, Ola Berg, added.",
            {"Lunde + Rojas: affirm need to step up patrols at sea"},
        ),
        ("The Prime Minister made clear that the raid was illegal.", {"Lunde: condemn the raid was illegal"}),
        ("Lunde expressed her deep sorrow at the loss of the ship.", {"Lunde: condole at loss of the ship"}),
        ("Lunde urged Chile not to close the port.", {"Lunde: urge not close the port"}),
        ("Rojas avoided criticising Norway.", set()),
        ("Norway has armed the rebels, to which Chile objects strongly.", {"CHL: reject rebels"}),
    ],
)
def test_who_says_what(text: str, expected: set[str]) -> None:
    assert lines(claims_of(text, "statement")) == expected


def test_what_a_trip_shows_is_said_by_the_state_that_tells_of_it() -> None:
    found = claims_of("The trip underscored our support for the truce.", "statement", outlet="Norway")
    assert lines(found) == {"NOR: support for truce"}


def test_a_position_of_the_own_state_in_direct_speech_is_the_speakers() -> None:
    found = claims_of('Rojas wrote: "We are at peace with all. Chile rejects the use of force."', "statement")
    assert "Rojas: reject use of force" in lines(found)
