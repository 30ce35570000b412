"""Where sentences of running text end."""

import pytest

from dostyk.language.document import parse
from dostyk.model import Report


@pytest.mark.parametrize(
    "text",
    [
        '"The talks were frank." | The two ministers will meet again in May.',
        '"Will they come?" | The minister did not say.',
        '"The border is closed." | "Nobody may pass," the ministry said.',
        "“The talks were frank.” | The two ministers will meet again in May.",
        'They left on Monday. | "We shall be back," the minister said.',
        "The talks went well (they lasted three hours). | The two ministers will meet again in May.",
        "The two arrived on Monday. | “We shall stay for a week,” the minister said.",
        "The talks were led by Mr. Berg. | He left on Monday.",
        "The ambassador of the United Arab Emirates (UAE) Khalid Saeed spoke. | He left on Monday.",
    ],
)
def test_sentences_end_behind_closing_marks_and_before_opening_ones(text: str) -> None:
    [doc] = parse(Report(text=text.replace("| ", ""))).docs
    assert " | ".join(sentence.text for sentence in doc.sents) == text
