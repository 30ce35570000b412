"""Sentences beside the commitments that a reader should find in them."""

from __future__ import annotations

import pytest

from tests.reading.readers.said import claims_of, lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The two sides agreed to promote trade, increase exchanges of students and open a cultural centre.",
            {
                "NOR + CHL: promote trade",
                "NOR + CHL: increase exchanges of students",
                "NOR + CHL: open a cultural centre",
            },
        ),
        (
            "They agreed to strengthen cooperation in energy, fisheries and tourism.",
            {
                "NOR + CHL: strengthen cooperation in energy",
                "NOR + CHL: strengthen cooperation in fisheries",
                "NOR + CHL: strengthen cooperation in tourism",
            },
        ),
        (
            "It was agreed that the railway would be upgraded and that a joint committee would be set up.",
            {"NOR + CHL: upgrade railway", "NOR + CHL: set up joint committee"},
        ),
        ("Lunde reaffirmed Norway's commitment to reducing emissions.", {"Lunde: reduce emissions"}),
        ("President Rojas underscored Chile's commitment to protecting the whales.", {"Rojas: protect the whales"}),
        ("President Rojas noted the Chilean commitment to working with Norway.", {"Rojas: work with Norway"}),
        ("Rojas welcomed and underscored Norway's commitment to ending the dispute.", {"NOR: end the dispute"}),
        (
            "Lunde and Rojas reaffirmed the importance of trade and their determination to end illegal fishing.",
            {"Lunde + Rojas: end illegal fishing"},
        ),
        ("Norway will stand with Chile and continue to train its divers.", {"NOR: continue to train its divers"}),
        ("Lunde instructed his staff to prepare all possible help.", {"Lunde: prepare all possible help"}),
        ("Chile is determined to rebuild the harbour.", {"CHL: rebuild the harbour"}),
        ("Lunde instructed the ambassador to make the preparations.", {"Lunde: make the preparations"}),
        ("Norway has charged its embassy with following up the talks.", {"NOR: follow up the talks"}),
        (
            "The ministers tasked officials of Norway and Chile with drawing up a road map.",
            {"NOR + CHL: draw up a road map"},
        ),
        ("Norway is a friend of Mali and will continue to train its divers.", {"NOR: continue to train its divers"}),
        ("Lunde's adviser Ole Dahl reaffirmed Norway's commitment to ending the dispute.", {"NOR: end the dispute"}),
        ("Chile stands ready to train more divers.", {"CHL: train more divers"}),
        ("Chile is ready to train more divers.", set()),
        ("Chile voiced its intention to join the fund.", {"CHL: join the fund"}),
        ("Both sides agreed on the creation of a joint fund.", {"NOR + CHL: creation of a joint fund"}),
        ("Rojas pledged closer coordination in the talks.", {"Rojas: closer coordination"}),
        ("The delegations discussed fishing. They agreed to ban drift nets.", {"NOR + CHL: ban drift nets"}),
        ("They agreed that their ministers would stay in close touch.", {"Lunde + Rojas: stay in close touch"}),
        ("President Rojas expressed his firm intent to deepen ties with Norway.", {"Rojas: deepen ties with Norway"}),
        (
            "They agreed to strengthen and develop ties, including further cooperation in fishing and trade.",
            {"NOR + CHL: develop ties, including further cooperation in fishing and trade"},
        ),
        ("Chile announced that it would reopen its border.", {"CHL: reopen its border"}),
        ("Norway and Chile are committed to protecting the whales.", {"NOR + CHL: protect the whales"}),
        ("Rojas assured Lunde of Chile's support for the treaty.", {"CHL: support for the treaty"}),
        ("Chile assured Norway of its support for the treaty.", {"CHL: support for the treaty"}),
        ("Lunde confirmed Norway's readiness to host the talks.", {"NOR: host the talks"}),
        (
            "The two ministers agreed that the two Governments should exchange teachers.",
            {"NOR + CHL: exchange teachers"},
        ),
        ("They agreed that the two sides should keep in close touch.", {"Lunde + Rojas: keep in close touch"}),
        ("Norway will not cease to help Chile.", {"NOR: not cease to help Chile"}),
        (
            "Both countries are striving to bring trade to 2 billion dollars by 2030.",
            {"NOR + CHL: bring trade to 2 billion dollars by 2030"},
        ),
        ("Norway plans to train two hundred Chilean divers.", {"NOR: train two hundred Chilean divers"}),
        ("Lunde and Rojas agreed to open a joint school.", {"NOR + CHL: open a joint school"}),
        ("Lunde and Rojas agreed to meet again in June.", {"Lunde + Rojas: meet again in June"}),
        (
            "Norway will pay Chile an annual sum of 2 million dollars for the port.",
            {"NOR: pay Chile an annual sum of 2 million dollars for the port"},
        ),
        (
            "If one party is attacked, the other is to provide military help at once.",
            {"NOR + CHL: provide military help at once"},
        ),
    ],
)
def test_commitments(text: str, expected: set[str]) -> None:
    assert lines(claims_of(text, "commitment")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rojas will deliver a speech at the university.",
        "Lunde decided to stay at home.",
        "They agreed that a new meeting would strengthen trust.",
        "Norway will not close its embassy.",
        "They agreed to take the following steps:",
        "A large shipping firm has agreed to build a terminal.",
        "President Rojas urged that both governments agree to an exchange of prisoners.",
        "They reaffirmed their resolve to stand united against piracy.",
        "President Rojas highlighted the commitment of Prime Minister Lunde to end whaling.",
        "They agreed on the importance of continuing to fight illegal fishing.",
        "Lunde spoke of her readiness to help.",
        "They agreed that the United Nations should send monitors.",
        "Norway sought to reopen the port.",
        "Lunde will pay a visit to the port.",
        "Norway remains committed to peace in the region.",
        "Lunde underscored Norway's commitment to the security of the region.",
    ],
)
def test_no_commitment(text: str) -> None:
    assert claims_of(text, "commitment") == []


def test_we_are_the_author_and_whom_they_met() -> None:
    text = "I met President Diego Rojas of Chile today. We agreed to ban drift nets. We will ban whaling."
    found = claims_of(text, "commitment", title="Fisheries", outlet="Prime Minister of Norway", lead="")
    assert lines(found) == {"NOR + CHL: ban drift nets", "NOR: ban whaling"}


def test_terms() -> None:
    [raised] = claims_of("Norway pledged to raise its aid to 2 billion dollars by 2030.", "commitment")
    assert (raised.detail.due, raised.detail.target) == ("2030", "2 billion dollars")
    [supported] = claims_of("Chile will continue to support the talks if both parties agree.", "commitment")
    assert supported.detail.conditions == "if both parties agree"
    [built] = claims_of("Norway will build a hospital in Valparaiso by the end of 2026.", "commitment")
    assert (built.detail.due, built.detail.field) == ("2026-12", "health")


def test_a_listed_undertaking_binds_the_parties_of_a_joint_document() -> None:
    found = claims_of(
        "The leaders met in Oslo.\n\nRefrain from the use of force.\n\nEstablish a joint commission on water.",
        "commitment",
        title="Joint Declaration by the Prime Minister of Norway and the President of Chile",
        lead="",
    )
    assert lines(found) == {
        "NOR + CHL: refrain from the use of force",
        "NOR + CHL: establish a joint commission on water",
    }


def test_a_list_below_a_colon_binds_those_whom_its_first_words_bind() -> None:
    found = claims_of(
        "The two sides reaffirmed their commitments to:\n\n- open a joint school;\n\n- train divers;\n\n"
        "- protect the whales.\n\nTalks about fishing lasted two hours.",
        "commitment",
    )
    assert lines(found) == {
        "NOR + CHL: open a joint school",
        "NOR + CHL: train divers",
        "NOR + CHL: protect the whales",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway agreed to:\n\n1. open a school;\n\n2. train divers.", {"NOR: open a school", "NOR: train divers"}),
        ("Norway agreed to:\n\n1. train divers.\n\nOpen borders are good for trade.", {"NOR: train divers"}),
        ("The two sides spoke about:\n\n- fishing;\n\n- train lines.", set()),
    ],
)
def test_what_is_listed(text: str, expected: set[str]) -> None:
    assert lines(claims_of(text, "commitment")) == expected


def test_what_is_signed_in_capitals_is_its_signers() -> None:
    letter = "Dear Mr. President:\n\nI pledge to send ships to help Chile.\n\nKARI LUNDE"
    [found] = claims_of(letter, "commitment", title="A letter on the raid", outlet="Government of Norway", lead="")
    assert found.who[0].key == "NOR:Kari Lunde"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway will make a commitment to ending the dispute.", "scheduled"),
        ("Norway and Chile will pledge to ban drift nets.", "scheduled"),
        ("Norway and Chile pledged to ban drift nets.", "happened"),
    ],
)
def test_a_word_yet_to_be_given(text: str, status: str) -> None:
    assert [c.status for c in claims_of(text, "commitment")] == [status]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The two sides agreed to sign a space treaty by 2027.", ["2027"]),
        ("The two sides agreed to sign a treaty facilitated by talks that are to end by 2027.", [""]),
    ],
)
def test_the_day_of_what_qualifies_a_noun_is_no_term(text: str, due: list[str]) -> None:
    assert [claim.detail.due for claim in claims_of(text, "commitment")] == due


@pytest.mark.parametrize(
    ("text", "detail", "value"),
    [
        ("They agreed to double tourist arrivals to 200,000 by 2030.", "target", "200,000"),
        ("They agreed to raise the number of scholarships to 500 from next year.", "target", "500"),
        ("They agreed to raise trade from $2 billion to $5 billion.", "target", "$5 billion"),
        ("They agreed to raise the matter in talks due to end in 2030.", "target", ""),
        ("They agreed to cooperate in health in the 2090-2095 period.", "period", "2090-01-01/2095-12-31"),
        ("They agreed to train nurses from 2090 to 2092.", "period", "2090-01-01/2092-12-31"),
        ("They agreed to train nurses by 2090.", "period", ""),
        ("They agreed to send nurses, provided that both parliaments agree.", "conditions",
         "provided that both parliaments agree"),
        ("They agreed to send nurses, subject to approval by both parliaments.", "conditions",
         "subject to approval by both parliaments"),
        ("They agreed to send nurses on condition that the tax is lifted.", "conditions",
         "on condition that the tax is lifted"),
    ],
)  # fmt: skip
def test_what_an_undertaking_aims_at_and_depends_on(text: str, detail: str, value: str) -> None:
    (claim,) = claims_of(text, "commitment")
    assert getattr(claim.detail, detail) == value
