"""Tours: the sentences, and the stops of a way that leads through several states."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "Finnish Foreign Minister Aino Ek said that the trip would take place in June and include visits to "
        "India, Nepal "
        "and Chile.",
        ["FIN:Aino Ek > CHL scheduled", "FIN:Aino Ek > IND scheduled", "FIN:Aino Ek > NPL scheduled"],
    ),
    (
        "Finnish Foreign Minister Aino Ek will be away this week. Her tour covers Peru and Ecuador.",
        ["FIN:Aino Ek > ECU scheduled", "FIN:Aino Ek > PER scheduled"],
    ),
    (
        "Finnish Foreign Minister Aino Ek begins a three-nation tour that will take her to Peru, Ecuador and Mexico.",
        ["FIN:Aino Ek > ECU scheduled", "FIN:Aino Ek > MEX scheduled", "FIN:Aino Ek > PER scheduled"],
    ),
    (
        "Finnish Foreign Minister Aino Ek is on a tour of Peru and Ecuador.",
        ["FIN:Aino Ek > ECU happened", "FIN:Aino Ek > PER happened"],
    ),
    (
        "Finnish President Aino Ek arrived in Chile as a first step on her way, with further visits planned "
        "to Peru and "
        "Ecuador.",
        ["FIN:Aino Ek > CHL happened", "FIN:Aino Ek > ECU scheduled", "FIN:Aino Ek > PER scheduled"],
    ),
    (
        "Finnish President Aino Ek met Minister Luis Vera of Chile, who travelled to Fiji. Ek's tour "
        "also included Peru.",
        ["CHL:Luis Vera > FJI happened", "FIN:Aino Ek > PER happened"],
    ),
    (
        "Finnish President Aino Ek left for a visit to Chile and Peru. She is accompanied by Trade Minister Ida Salo.",
        ["FIN:Aino Ek + FIN:Ida Salo > CHL happened", "FIN:Aino Ek + FIN:Ida Salo > PER happened"],
    ),
    (
        "Foreign Minister Aino Ek of Finland has completed a five-country tour. Latin American leaders praised her.",
        [],
    ),
    (
        "Finland's Foreign Minister Aino Ek plans to travel to Peru and Ecuador.",
        ["FIN:Aino Ek > ECU scheduled", "FIN:Aino Ek > PER scheduled"],
    ),
    (
        "The trip of Finnish President Aino Ek to Chile will take place in Peru's season of rains.",
        ["FIN:Aino Ek > CHL scheduled"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_stops(read: Lines, text: str, expected: list[str]) -> None:
    found = [line.removeprefix("visit ").split() for line in read(text, "visit")]
    assert sorted(" ".join([*w[: w.index(">") + 2], w[-1]]) for w in found) == expected
