"""Sentences beside the statements that a reader should find in them."""

from __future__ import annotations

import pytest

from tests.reading.readers.said import claims_of, lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lunde congratulated Rojas on his election and thanked Chile for its help in the floods.",
            {"Lunde: congratulate on his election", "Lunde: thanks for its help in the floods"},
        ),
        (
            "Lunde voiced concern over the fighting in the region and called for an immediate ceasefire.",
            {"Lunde: concern over fighting in the region", "Lunde: urge immediate ceasefire"},
        ),
        (
            "Lunde underscored Norway's commitment to the security of the region.",
            {"Lunde: affirm Norway's commitment to the security of the region"},
        ),
        ("Lunde called the raid in the region unacceptable.", {"Lunde: condemn raid in the region unacceptable"}),
        ("Lunde described the visit of Rojas as historic.", {"Lunde: praise visit of Rojas as historic"}),
        ("Norway stands with the people of Chile.", {"NOR: support people of Chile"}),
        ("Norway remains committed to peace in the region.", {"NOR: affirm commitment to peace in the region"}),
        ("Lunde condoled with the people of Chile.", {"Lunde: condole with the people of Chile"}),
        ("Lunde drew attention to the drought in the region.", {"Lunde: affirm drought in the region"}),
        ("Rojas sought Norway's support for the reform.", {"Rojas: urge Norway's support for the reform"}),
        ("Rojas shared the understanding that trade must grow.", {"Rojas: affirm understanding that trade must grow"}),
        ("The two discussed the need for a fair price.", {"Lunde + Rojas: affirm need for a fair price"}),
        (
            "They discussed their shared concern about the drought.",
            {"Lunde + Rojas: concern about drought"},
        ),
        (
            "The two leaders discussed fisheries, as well as the importance of fair prices.",
            {"Lunde + Rojas: affirm importance of fair prices"},
        ),
        (
            "President Rojas stressed the importance of building trust and praised Norway's help.",
            {"Rojas: affirm importance of building trust", "Rojas: praise Norway's help"},
        ),
        (
            "The President and Prime Minister renewed their commitment to the treaty.",
            {"Rojas + Lunde: affirm their commitment to the treaty"},
        ),
        (
            "President Rojas welcomed Prime Minister Lunde's plan for a fund.",
            {"Rojas: praise Prime Minister Lunde's plan for a fund"},
        ),
        ("Norway looks to Chile to end the blockade.", {"NOR: urge end the blockade"}),
        ("ASEAN leaders condemned the attack on the port.", {"ASEAN: condemn attack on the port"}),
        (
            "Rojas urged both sides to lift the blockade and to release the prisoners.",
            {"Rojas: urge lift the blockade", "Rojas: urge release the prisoners"},
        ),
        ("Rojas said the raid was unacceptable.", {"Rojas: condemn the raid was unacceptable"}),
        ("Lunde stressed the need to protect fishing grounds.", {"Lunde: urge need to protect fishing grounds"}),
        (
            "The two leaders stressed the importance of regular consultations.",
            {"Lunde + Rojas: affirm importance of regular consultations"},
        ),
        ("Rojas noted with satisfaction the growth of trade.", {"Rojas: praise growth of trade"}),
        ("Chile denies any part in the attack.", {"CHL: deny part in the attack"}),
        ("Lunde called on Rojas to sign the treaty.", {"Lunde: urge sign the treaty"}),
        (
            "Rojas promised that Chile would be a friend to every nation.",
            {"Rojas: promise Chile would be a friend to every nation"},
        ),
        (
            "Norway deserves the thanks of every Chilean, President Rojas said.",
            {"Rojas: affirm Norway deserves the thanks of every Chilean"},
        ),
        (
            "The fighting in the region is unacceptable, the head of state wrote.",
            {"Rojas: condemn The fighting in the region is unacceptable"},
        ),
        ("Lunde is concerned by the fighting at the border.", {"Lunde: concern fighting at the border"}),
        ("Norway stands in solidarity with the people of Chile.", {"NOR: support people of Chile"}),
        ("Norway holds the junta responsible for the raid.", {"NOR: condemn responsible for the raid"}),
        ("Lunde highly values the friendship of Chile.", {"Lunde: praise friendship of Chile"}),
        (
            "They agreed that a new meeting would strengthen trust.",
            {"Lunde + Rojas: affirm a new meeting would strengthen trust"},
        ),
        (
            "The goal, Lunde said, was to reach 1 billion dollars.",
            {"Lunde: affirm The goal was to reach 1 billion dollars"},
        ),
        (
            "Lunde said the exemption from visas, which came into force in May, would bring more tourists.",
            {"Lunde: affirm the exemption from visas would bring more tourists"},
        ),
        ("Lunde called Chile an important partner.", {"Lunde: praise Chile an important partner"}),
    ],
)
def test_statements(text: str, expected: set[str]) -> None:
    assert lines(claims_of(text, "statement")) == expected


def test_words_about_ones_own_state_are_the_speakers() -> None:
    found = claims_of("Lunde said that Norway supports the territorial integrity of Georgia.", "statement")
    assert lines(found) == {"Lunde: support territorial integrity of Georgia"}


def test_a_position_of_another_side_is_attributed() -> None:
    [found] = claims_of("Lunde said that Chile condemned the coup.", "statement")
    assert found.who[0].key == "CHL"
    assert found.attributed_to is not None
    assert found.attributed_to.key == "NOR:Kari Lunde"


def test_each_sentence_of_direct_speech_has_its_speaker() -> None:
    text = (
        "“The visit has been a turning point in our relations,” Rojas said. "
        "“It opens the door to much closer work between our universities.”"
    )
    found = claims_of(text, "statement")
    assert [c.detail.stance for c in found] == ["praise", "affirm"]
    assert {m.key for c in found for m in c.who} == {"CHL:Diego Rojas"}


def test_a_signed_statement_speaks_for_its_author() -> None:
    found = claims_of(
        "Norway condemns the attack on the embassy of Peru. The perpetrators must be brought to justice.",
        "statement",
        title="Statement by Prime Minister Kari Lunde of Norway on the attack",
        outlet="Government of Norway",
        lead="",
    )
    assert [c.detail.stance for c in found] == ["condemn", "demand"]
    assert {m.key for c in found for m in c.who} == {"NOR:Kari Lunde"}


@pytest.mark.parametrize(
    "text",
    [
        "Lunde did not thank Chile.",
        "Rojas called on Lunde for an exchange of views.",
        "Chile would reject such a plan.",
        "Lunde will travel to Chile to discuss trade and the need for a fair price.",
        "Lunde announced a fund, encouraging new investment.",
        "Lunde hopes to visit the port of Iquique.",
        "The matter concerns Chile.",
    ],
)
def test_no_statement(text: str) -> None:
    assert claims_of(text, "statement") == []


def test_evidence_of_one_stance_leaves_out_the_next() -> None:
    text = "Lunde condemned the raid on the port and welcomed the release of the crew."
    quotes = [c.evidence["sentence"][0].quote for c in claims_of(text, "statement")]
    assert [("raid" in q, "crew" in q) for q in quotes] == [(True, False), (False, True)]


def test_a_joint_document_with_a_body_is_of_both() -> None:
    found = claims_of(
        "The leaders of NATO and Norway met in Oslo. Both sides condemned the raid on the port.",
        "statement",
        title="Joint Statement by NATO and the Government of Norway",
        lead="",
    )
    assert [sorted(m.key for m in c.who) for c in found] == [["IGO:NATO", "NOR"]]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("Norwegian Prime Minister Kari Lunde received Chilean President Diego Rojas on May 2. ", "2025-05-02"),
        ("Norwegian Prime Minister Kari Lunde received Chilean President Diego Rojas. ", "2025-05-06"),
    ],
)
def test_words_are_of_the_leads_day_else_of_the_reports(lead: str, expected: str) -> None:
    [found] = claims_of("Rojas thanked Norway for its help in the floods.", "statement", lead=lead)
    assert found.date is not None
    assert found.date.iso == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rojas said the blockade had no basis in law.", "Rojas: reject the blockade had no basis in law"),
        ("Lunde said the island is an internal affair of Norway.", "Lunde: reject the island is an internal affair"),
        (
            "Rojas said that Norway interferes in the affairs of Chile.",
            "Rojas: condemn Norway interferes in the affairs",
        ),
        ("Lunde stressed that the raids are inadmissible.", "Lunde: condemn the raids are inadmissible"),
        ("Rojas warned that the pipeline poses a threat.", "Rojas: warn the pipeline poses a threat"),
        ("They agreed that the drought poses a threat.", "Lunde + Rojas: warn the drought poses a threat"),
        ("Lunde hopes that Chile will ratify the treaty.", "Lunde: urge Chile will ratify the treaty"),
        ("Lunde hopes that trade will grow fast.", "Lunde: propose trade will grow fast"),
        ("Rojas rejoiced at the success of the talks.", "Rojas: praise success of the talks"),
        ("Lunde spoke in favour of closer work at sea.", "Lunde: support closer work at sea"),
        ("Rojas recalled the long friendship of the two nations.", "Rojas: affirm long friendship of the two nations"),
        ("Rojas regards the raid as a step towards war.", "Rojas: affirm raid as a step"),
        ("The raid is of deep concern to Norway.", "NOR: concern raid"),
        ("Both sides were pleased to see that trade grows.", "NOR + CHL: praise see that trade grows"),
        ("The two established that their aims agree.", "Lunde + Rojas: affirm their aims agree"),
        ("Norway stands against the use of force.", "NOR: reject use of force"),
        ("Lunde dismissed the accusation as empty.", "Lunde: deny accusation"),
        ("Chile called to end the blockade.", "CHL: urge end the blockade"),
        ("Rojas expressed both nations' keenness to trade.", "Rojas: affirm both nations' keenness to trade"),
        ("Norway follows with deep concern the fighting in Chile.", "NOR: concern fighting in Chile"),
        ("Norway will continue to oppose the blockade.", "NOR: reject blockade"),
    ],
)
def test_stances_by_the_words(text: str, expected: str) -> None:
    [found] = lines(claims_of(text, "statement"))
    assert found.startswith(expected)


def test_two_verbs_with_one_object_are_one_statement() -> None:
    found = claims_of("“We firmly oppose and condemn the raid,” Lunde said. “It must stop.”", "statement")
    assert "Lunde: condemn raid" in lines(found)
    assert not [c for c in found if c.detail.stance == "reject"]


def test_concerns_that_are_taken_seriously_are_not_voiced() -> None:
    found = claims_of("Rojas urged Norway to take Chile's concerns seriously.", "statement")
    assert {c.detail.stance for c in found} == {"urge"}
