"""Counterparts that a plural announces: the sentences, and who meets whom in them."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "President Aino Ek of Finland held talks on May 5 with several leaders, including Chilean President Luis Vera, "
        "Prime Minister of Fiji Tomasi Vuli and Foreign Minister Ida Lie of Norway.",
        [
            "FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened",
            "FIN:Aino Ek + FJI:Tomasi Vuli 2025-05-05 happened",
            "FIN:Aino Ek + NOR:Ida Lie 2025-05-05 happened",
        ],
    ),
    (
        "President Aino Ek of Finland will have meetings on May 9 with a number of the leaders present, including "
        "President Luis Vera of Chile and Prime Minister Ida Lie of Norway.",
        ["FIN:Aino Ek + CHL:Luis Vera 2025-05-09 scheduled", "FIN:Aino Ek + NOR:Ida Lie 2025-05-09 scheduled"],
    ),
    (
        "Finnish Foreign Minister Aino Ek met her peers from Chile and Norway, Luis Vera and Hans Lie, on May 5.",
        ["FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened", "FIN:Aino Ek + NOR:Hans Lie 2025-05-05 happened"],
    ),
    (
        "On May 5 Finnish Foreign Minister Aino Ek met with her colleagues Luis Vera of Chile and Hans Lie of Norway.",
        ["FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened", "FIN:Aino Ek + NOR:Hans Lie 2025-05-05 happened"],
    ),
    (
        "On May 5 Finnish Foreign Minister Aino Ek met jointly with her peers Luis Vera of Chile and Hans "
        "Lie of Norway.",
        ["FIN:Aino Ek + CHL:Luis Vera + NOR:Hans Lie 2025-05-05 happened"],
    ),
    (
        "On Monday President Aino Ek of Finland discussed trade and joint projects with the President of Chile.",
        ["FIN:Aino Ek + CHL 2025-05-05 happened"],
    ),
    (
        "Foreign Minister Aino Ek of Finland had a cordial exchange with Chilean Foreign Minister Rosa Pinto on May 5.",
        ["FIN:Aino Ek + CHL:Rosa Pinto 2025-05-05 happened"],
    ),
    (
        "President Aino Ek of Finland arrived in Chile on Monday. She would hold talks with President Luis "
        "Vera and was "
        "likely to meet Speaker Rosa Pinto.",
        ["FIN:Aino Ek + CHL:Luis Vera scheduled", "FIN:Aino Ek + CHL:Rosa Pinto scheduled"],
    ),
    (
        "During the visit President Aino Ek of Finland will engage in meetings with President Luis Vera "
        "of Chile and Chilean "
        "Speaker Rosa Pinto.",
        ["FIN:Aino Ek + CHL:Luis Vera scheduled", "FIN:Aino Ek + CHL:Rosa Pinto scheduled"],
    ),
    (
        "Finnish Prime Minister Aino Ek and Finnish Speaker Ida Salo held meetings with King Harald of "
        "Norway on May 5.",
        ["FIN:Aino Ek + NOR:Harald 2025-05-05 happened", "FIN:Ida Salo + NOR:Harald 2025-05-05 happened"],
    ),
    (
        "Finnish Defence Minister Aino Ek arrived in Chile on May 5. She was received by her counterpart, Luis Vera.",
        ["CHL:Luis Vera + FIN:Aino Ek 2025-05-05 happened"],
    ),
    (
        "Foreign Minister Aino Ek of Finland will hold meetings with executives of the European Union on May 9.",
        ["FIN:Aino Ek + IGO:European Union 2025-05-09 scheduled"],
    ),
    (
        "Last January Foreign Minister Aino Ek of Finland spoke with Chilean President Luis Vera when "
        "she visited Santiago.",
        ["FIN:Aino Ek + CHL:Luis Vera 2025-01 happened"],
    ),
    (
        "Finnish President Aino Ek will brief journalists after her talks with Chilean President Luis Vera.",
        ["FIN:Aino Ek + CHL:Luis Vera scheduled"],
    ),
    (
        "The visit will give President Aino Ek of Finland an opportunity to meet President Luis Vera of Chile.",
        ["FIN:Aino Ek + CHL:Luis Vera scheduled"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_counterparts(read: Lines, text: str, expected: list[str]) -> None:
    assert sorted(line.removeprefix("meeting ") for line in read(text, "meeting")) == sorted(expected)


NOBODY_MET = [
    "I welcome the announcement that President Aino Ek of Finland will come. Officials welcomed her at the airport.",
    "The ministers of the European Union will discuss the situation in Peru. Foreign Minister Aino Ek of Finland "
    "will attend a meeting of European Union ministers in Athens.",
    "President Aino Ek of Finland and President Luis Vera of Chile left Rome. The ministerial meeting "
    "will discuss trade.",
    "President Aino Ek of Finland and President Luis Vera of Chile will chair the meeting on Thursday.",
]


@pytest.mark.parametrize("text", NOBODY_MET, ids=[t[:50] for t in NOBODY_MET])
def test_no_counterpart_is_supposed_where_a_body_or_nobody_sits_opposite(read: Lines, text: str) -> None:
    assert read(text, "meeting") == []


def test_a_name_that_is_a_word_for_distance_makes_no_call(read: Lines) -> None:
    text = "Sources told Online that Finnish President Aino Ek met Chilean President Luis Vera on May 5."
    assert read(text, "meeting", "call") == ["meeting FIN:Aino Ek + CHL:Luis Vera 2025-05-05 happened"]


def test_what_should_be_noted_has_happened(read: Lines) -> None:
    text = (
        "It should be noted that President Aino Ek of Finland and President Luis Vera of Chile held a telephone "
        "conversation on May 2."
    )
    assert read(text, "call") == ["call FIN:Aino Ek + CHL:Luis Vera 2025-05-02 happened"]


@pytest.mark.parametrize(
    "text",
    [
        "President Aino Ek of Finland received Luis Vera, Vice-Minister of Chile, who is on a visit to "
        "Finland, on May 2.",
        "President Aino Ek of Finland received Foreign Minister Luis Vera of Chile on May 2, a newspaper "
        "reported Sunday.",
        "President Aino Ek of Finland discussed with Foreign Minister Luis Vera of Chile on May 2 the "
        "presidency of the "
        "union, which begins on July 1.",
    ],
)
def test_the_day_of_a_meeting_is_not_that_of_its_telling_or_of_an_aside(read: Lines, text: str) -> None:
    assert read(text, "meeting") == ["meeting FIN:Aino Ek + CHL:Luis Vera 2025-05-02 happened"]


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ("The talks were held via video link.", "call"),
        ("The conversation took place by telephone.", "call"),
        ("This meeting was conducted virtually.", "call"),
        ("The talks were held in Lima.", "meeting"),
        ("The talks were held before a video link with schools was opened.", "meeting"),
    ],
)
def test_talks_are_a_call_where_the_next_sentence_tells_of_video_or_telephone(
    read: Lines, after: str, kind: str
) -> None:
    text = f"President Aino Ek of Finland held talks with President Luis Vera of Chile on May 5. {after}"
    found = read(text, "meeting", "call")
    assert [line.split(" 2025")[0] for line in found] == [f"{kind} FIN:Aino Ek + CHL:Luis Vera"]
