"""What meetings, calls and messages are called: their form and what they were about."""

from __future__ import annotations

import pytest

from .said import claims_of


@pytest.mark.parametrize(
    ("sentence", "kind", "what"),
    [
        ("Rojas also met Finance Minister Ola Berg.", "meeting", "meeting"),
        ("Rojas held separate talks with Finance Minister Ola Berg on Wednesday.", "meeting", "separate talks"),
        ("Rojas had a brief conversation with King Harald on fisheries.", "meeting", "brief conversation on fisheries"),
        ("Rojas paid a courtesy call on King Harald.", "meeting", "courtesy call"),
        ("Rojas met King Harald on the sidelines of the forum.", "meeting", "meeting"),
        ("Rojas phoned Indian Prime Minister Narendra Modi on Monday.", "call", "telephone call"),
        (
            "Lunde sent Rojas a letter of condolence over the earthquake in Valdivia.",
            "message",
            "letter of condolence over the earthquake in Valdivia",
        ),
        (
            "Lunde sent a telegram to Rojas to congratulate him on his election.",
            "message",
            "telegram of congratulation",
        ),
    ],
)
def test_a_contact_is_called_by_its_form_and_its_topics(sentence: str, kind: str, what: str) -> None:
    assert what in {claim.what for claim in claims_of(sentence, kind)}


def test_words_that_were_cut_do_not_end_in_a_word_that_leads_on() -> None:
    sentence = (
        "Lunde and Rojas discussed the importance of keeping channels of talk open between the coast guards of the "
        "two states in the far north."
    )
    (meeting,) = claims_of(sentence, "meeting")
    assert meeting.what.split()[-1] not in ("of", "the", "between", "and")
