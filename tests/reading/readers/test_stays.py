"""Visits that no word of travel tells of: stays, trips put off, journeys told of beside another."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "Finnish President Aino Ek has been in the Ghanaian capital since Sunday.",
        ["FIN:Aino Ek > GHA 2025-05-04/2025-05-06 happened"],
    ),
    ("Finnish President Aino Ek has been in Ghana since 1998.", ["FIN:Aino Ek > GHA GHA happened"]),
    (
        "Finnish President Aino Ek has been in Ghana since Sunday; her visit ends today.",
        ["FIN:Aino Ek > GHA 2025-05-04/2025-05-06 GHA happened"],
    ),
    (
        "President Kofi Oduro of Ghana received Finnish President Aino Ek, who is on a visit to Accra. The trip had "
        "been planned for March but was deferred because of a strike.",
        ["FIN:Aino Ek > GHA GHA:Accra happened", "FIN:Aino Ek > GHA 2025-03 GHA:Accra cancelled"],
    ),
    (
        "The visit which President Aino Ek of Finland was to pay to Ghana from May 11 to 13 will not take place.",
        ["FIN:Aino Ek > GHA 2025-05-11/2025-05-13 GHA cancelled"],
    ),
    (
        "The talks were part of the state visit that President Aino Ek of Finland is paying to Ghana from May 5 to 7.",
        ["FIN:Aino Ek > GHA 2025-05-05/2025-05-07 GHA happened"],
    ),
    (
        "Finnish President Aino Ek ended her state visit to Ghana on Monday and flew on to Togo, where she will also "
        "be paying a state visit.",
        ["FIN:Aino Ek > GHA 2025-05-05 GHA happened", "FIN:Aino Ek > TGO 2025-05-05 TGO scheduled"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_visits(read: Lines, text: str, expected: list[str]) -> None:
    assert sorted(read(text, "visit")) == sorted(f"visit {line}" for line in expected)


def test_what_is_named_as_the_ground_of_a_visit_has_no_day(read: Lines) -> None:
    text = "Finnish President Aino Ek arrived in Ghana on Monday at the invitation of President Kofi Oduro."
    assert read(text, "invitation") == ["invitation GHA:Kofi Oduro > FIN:Aino Ek happened"]


def test_who_attends_at_an_invitation_is_the_one_invited(read: Lines) -> None:
    text = (
        "Kofi Oduro, the President of Ghana, met Finnish President Aino Ek, who is attending the G20 Summit at his "
        "invitation."
    )
    assert read(text, "invitation") == ["invitation GHA:Kofi Oduro > FIN:Aino Ek happened"]


def test_an_agreement_with_its_own_description_is_none_named_before(read: Lines) -> None:
    text = (
        "Finnish President Aino Ek met Ghanaian President Kofi Oduro in Accra on Monday. Ghana has an agreement "
        "between the African Union and Ghana. They praised the agreement exempting students from fees, signed on this "
        "occasion."
    )
    assert "signing FIN:Aino Ek + GHA:Kofi Oduro 2025-05-05 happened" in read(text, "signing")


def test_news_of_the_last_day_of_a_visit_is_not_of_the_day_of_arrival(read: Lines) -> None:
    text = (
        "An agreement was announced on Monday by President Kofi Oduro of Ghana and Finnish President Aino Ek. The two "
        "leaders met at the end of Ek's visit to Ghana. Ek arrived in Accra on Friday."
    )
    assert read(text, "meeting", "visit", published="2025-05-05") == [
        "meeting FIN:Aino Ek + GHA:Kofi Oduro 2025-05-05 GHA happened",
        "visit FIN:Aino Ek > GHA 2025-05-02/2025-05-05 GHA:Accra happened",
    ]


def test_a_plan_may_be_for_a_third_of_a_year(read: Lines) -> None:
    text = "Finnish President Aino Ek will travel to Ghana early next year, her office announced."
    assert read(text, "visit") == ["visit FIN:Aino Ek > GHA 2026-01-01/2026-04-30 GHA scheduled"]


def test_talks_that_were_to_have_been_held_fall_with_the_visit(read: Lines) -> None:
    text = (
        "The visit which President Aino Ek of Finland was to pay to Ghana on May 12 will not take place. Ek had been "
        "invited by President Kofi Oduro, with whom she was to have held talks on May 13."
    )
    assert read(text, "meeting") == ["meeting FIN:Aino Ek + GHA:Kofi Oduro 2025-05-13 cancelled"]
