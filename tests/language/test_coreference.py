"""Whom pronouns and plural nouns mean: the last such word of a few sentences, and the parties it stands for."""

from __future__ import annotations

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading.context import Context

MET = "Norwegian Prime Minister Kari Lunde met Chilean President Diego Rojas. "
FOUR_MET = (
    "Norwegian Prime Minister Kari Lunde and Foreign Minister Nils Berg met "
    "Chilean President Diego Rojas and Foreign Minister Ana Soto. "
)
PREMIERS_MET = "Prime Minister Kari Lunde of Norway met Prime Minister Juan Paz of Peru. "


def meant(text: str, word: str, title: str = "") -> set[str]:
    """The parties of the last place where a word stands."""
    context = Context(Report(text=text, title=title, published=date(2025, 5, 6)))
    token = [t for doc in context.document.docs for t in doc if t.text == word][-1]
    return {m.key.partition(":")[2] or m.key for m in context.resolve(token)}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (FOUR_MET + "They spoke of trade.", "They", {"Kari Lunde", "Nils Berg", "Diego Rojas", "Ana Soto"}),
        (FOUR_MET + "The leaders spoke of trade.", "leaders", {"Kari Lunde", "Diego Rojas"}),
        (FOUR_MET + "Leaders spoke of trade.", "Leaders", {"Kari Lunde", "Diego Rojas"}),
        (FOUR_MET + "The two agreed to open a school.", "two", {"Kari Lunde", "Diego Rojas"}),
        (
            MET + "Following his call with Peruvian President Juan Paz, they left.",
            "they",
            {"Kari Lunde", "Diego Rojas"},
        ),
    ],
)
def test_those_who_met(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MET + "They spoke of trade. They signed a treaty.", {"Kari Lunde", "Diego Rojas"}),
        (MET + "They spoke of trade. They signed a treaty. They thanked the hosts.", {"Kari Lunde", "Diego Rojas"}),
        ("The delegations of Norway and Chile met. They spoke of trade.", {"NOR", "CHL"}),
        ("NATO thanked Norway for the ships. They will sail in May.", {"NATO"}),
        (
            "A Norwegian delegation led by Minister Nils Berg and Director Eva Dahl came to Chile. "
            "The delegation left on Friday. They were glad.",
            {"Nils Berg", "Eva Dahl"},
        ),
    ],
)
def test_they(text: str, expected: set[str]) -> None:
    assert meant(text, "They") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (PREMIERS_MET + "The Prime Ministers spoke of trade.", "Ministers", {"Kari Lunde", "Juan Paz"}),
        (PREMIERS_MET + "The two Prime Ministers spoke of trade.", "Ministers", {"Kari Lunde", "Juan Paz"}),
        (PREMIERS_MET + "The Sides spoke of trade.", "Sides", {"NOR", "PER"}),
        (MET + "The meeting reaffirmed their friendship.", "meeting", {"Kari Lunde", "Diego Rojas"}),
        (MET + "The meeting lasted an hour.", "meeting", set()),
        (MET + "Leaders of both countries signed it.", "Leaders", {"Kari Lunde", "Diego Rojas"}),
        (MET + "Officials of both governments signed it.", "Officials", {"NOR", "CHL"}),
        (
            "Norwegian Foreign Minister Nils Berg met Chilean Foreign Minister Ana Soto. "
            "Prime Minister Kari Lunde met President Diego Rojas. The Foreign Ministers signed a treaty.",
            "Ministers",
            {"Nils Berg", "Ana Soto"},
        ),
        (
            "The leaders of the Pacific Islands Forum met in Suva. Forum leaders thanked Norway.",
            "leaders",
            {"Pacific Islands Forum"},
        ),
    ],
)
def test_plural_nouns(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (MET + "The head of state thanked Norway.", "head", {"Diego Rojas"}),
        (MET + "The head of government thanked Chile.", "head", {"Kari Lunde"}),
        (MET + "The President left.", "President", {"Diego Rojas"}),
        (
            "Norway's Ministry of Trade has a new office in Chile. The ministry moved.",
            "ministry",
            {"Ministry of Trade"},
        ),
        ("Norway has a new office in Chile. The ministry moved.", "ministry", set()),
        (
            "“You are always welcome in Chile,” President Diego Rojas told Prime Minister Kari Lunde of Norway.",
            "You",
            {"Kari Lunde"},
        ),
    ],
)
def test_one_party(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected


def test_a_joint_document_is_of_the_body_that_its_title_names_too() -> None:
    text = "Prime Minister Kari Lunde and NATO met in Oslo. The leaders reaffirmed the treaty. Both sides thanked Oslo."
    title = "Joint Statement by NATO and the Government of Norway"
    assert meant(text, "leaders", title) == {"Kari Lunde", "NATO"}
    assert meant(text, "sides", title) == {"NOR", "NATO"}


GULF = (
    "HE Prime Minister and Minister of Foreign Affairs Sheikh Hamad bin Isa Al-Noor of Kuwait met HE Minister of "
    "Foreign Affairs of Peru Ana Soto. "
)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("HE the Prime Minister and Minister of Foreign Affairs left.", "Prime", {"Hamad bin Isa Al-Noor"}),
        ("HE the Peruvian Minister of Foreign Affairs left.", "Affairs", {"Ana Soto"}),
        ("His Excellency voiced concern.", "Excellency", {"Hamad bin Isa Al-Noor"}),
    ],
)
def test_two_offices_of_one_person(text: str, word: str, expected: set[str]) -> None:
    assert meant(GULF + text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The members of the African Union spoke.", "members", {"African Union"}),
        ("The members of the African Union condemned the raid. They voiced sympathy.", "They", {"African Union"}),
        ("ASEAN member states welcomed the truce.", "states", {"ASEAN"}),
    ],
)
def test_the_members_of_a_body_stand_for_it(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected


RECEIVED = "OSLO — Norwegian Prime Minister Kari Lunde received Chilean President Diego Rojas. "
AT_THE_AIRPORT = (
    "OSLO — Norwegian Prime Minister Kari Lunde came to the airport to greet Chilean President Diego Rojas. "
    "With her were Foreign Minister Nils Berg and Norway's Ambassador to Chile, Per Dahl. "
)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (RECEIVED + "The guest praised the port.", "guest", {"Diego Rojas"}),
        (RECEIVED + "He thanked his host.", "host", {"Kari Lunde"}),
        (RECEIVED + "The guest list was long.", "guest", set()),
        (AT_THE_AIRPORT + "The two leaders spoke briefly.", "leaders", {"Kari Lunde", "Diego Rojas"}),
        (
            "Norwegian Prime Minister Kari Lunde met Senate Speaker Ana Soto of Chile. They praised President Diego "
            "Rojas of Chile. The two leaders spoke of trade.",
            "leaders",
            {"Kari Lunde", "Ana Soto"},
        ),
        (RECEIVED + "The Norwegian leader met Ana Soto. He was pleased.", "He", {"Kari Lunde"}),
        (
            "General Secretary Nam Le of Viet Nam came. President Diego Rojas of Chile met the Vietnamese leader.",
            "leader",
            {"Nam Le"},
        ),
        (
            "Chilean President Diego Rojas and President Ama Badu of Ghana spoke. Rojas also met Speaker Yaw Mensah of "
            "Ghana. The two Presidents will visit a school.",
            "Presidents",
            {"Diego Rojas", "Ama Badu"},
        ),
    ],
)
def test_guests_hosts_and_leaders(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected


def test_a_lead_speaks_of_the_meeting_told_behind_it() -> None:
    lead = "The two leaders agreed to open a school.\n\n"
    later = " Peruvian President Juan Paz was absent. President Paz is ill. President Paz sent a letter."
    assert meant(lead + MET + later, "leaders") == {"Kari Lunde", "Diego Rojas"}
    assert meant(lead + "Norwegian Prime Minister Kari Lunde met Chilean officials." + later, "leaders") == {
        "Kari Lunde", "Juan Paz",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chilean President Diego Rojas, whom Kenyan envoy Paul Maina had met, said he was pleased.",
            {"Diego Rojas"},
        ),
        (
            "Chilean President Diego Rojas said that when Kenyan envoy Paul Maina came, he was pleased.",
            {"Diego Rojas"},
        ),
    ],
)
def test_who_says_something_of_himself(text: str, expected: set[str]) -> None:
    assert meant(text, "he") == expected


def test_a_counterpart_holds_the_office_of_the_other() -> None:
    text = (
        "President Ola Berg of Norway and his Chilean counterpart Diego Rojas met. Chilean Minister Juan Paz signed a "
        "treaty. Paz said the two presidents wanted peace."
    )
    assert meant(text, "presidents") == {"Ola Berg", "Diego Rojas"}


def test_the_two_are_not_whom_the_report_names_only_later() -> None:
    text = (
        "Norwegian President Ola Berg and his Chilean counterpart Diego Rojas wrote to their ministers. "
        "The two presidents wanted trade to grow. Berg spoke of President Juan Paz of Peru."
    )
    assert meant(text, "presidents") == {"Ola Berg", "Diego Rojas"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Pacific Islands Forum met in Suva. The regional group praised Fiji.", "group"),
        ("The Pacific Islands Forum met in Suva. Leaders praised Fiji.", "Leaders"),
    ],
)
def test_a_body_and_those_who_lead_it(text: str, word: str) -> None:
    assert meant(text, word) == {"Pacific Islands Forum"}


def test_she_is_a_woman_before_somebody_of_whom_it_is_not_said() -> None:
    text = (
        "The claims of Peruvian Foreign Minister Luz Paz are wrong, Chilean spokeswoman Ana Soto said after the talks "
        "with Peruvian Foreign Minister Luz Paz. There, she urged peace."
    )
    assert meant(text, "she") == {"Ana Soto"}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The Serbian president cancelled his visit.", "his", {"SRB"}),
        ("The Thai foreign minister said she would visit Laos.", "she", {"THA"}),
        ("The president of Peru arrived in Quito. On Friday he flew home.", "he", {"PER"}),
        ("The Danish queen received the Peruvian ambassador. She spoke of fish.", "She", {"DNK"}),
        ("The Danish queen met President Diego Rojas of Chile at his hotel.", "his", {"Diego Rojas"}),
        ("The Danish king met President Diego Rojas of Chile. He left for Oslo.", "He", {"DNK"}),
        (MET + "The Danish premier postponed her visit.", "her", {"DNK"}),
    ],
)
def test_who_holds_an_office_without_a_name(text: str, word: str, expected: set[str]) -> None:
    assert meant(text, word) == expected
