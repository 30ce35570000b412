"""What counts as the end of a sentence on running news text."""

from typing import Any

import pytest
import spacy
from training.ends import Ends, Running, ends_of, news_of, own_news, sentences_in
from training.sentence import Sentence, Word


def _sentence(text: str, document: str = "") -> Sentence:
    return Sentence(tuple(Word(word, True) for word in text.split()), document=document)


def _stopping() -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def test_news_is_run_together_without_headings() -> None:
    marked = [
        _sentence("Envoys meet", "GUM_news_one"),
        _sentence("They met ."),
        _sentence("They left ."),
        _sentence("I went .", "GUM_vlog_two"),
    ]
    assert list(news_of(marked)) == [Running("They met . They left .", frozenset({11}))]


def test_sentences_end_where_the_marks_say_so() -> None:
    paragraphs = ["Envoys met on Aug. 3 in Morven. They left.", "Others came."]
    assert sentences_in(paragraphs, ["Morven. They"]) == [
        "Envoys met on Aug. 3 in Morven.",
        "They left.",
        "Others came.",
    ]
    with pytest.raises(ValueError, match="Tarsk"):
        sentences_in(paragraphs, ["Tarsk. They"])


def test_every_report_of_our_own_is_marked() -> None:
    assert len(list(own_news())) == 17
    assert all(text.text[begin - 1] == " " for text in own_news() for begin in text.begins)


def test_ends_missed_and_ends_that_are_none_are_counted() -> None:
    text = "They met. They saw No. 3. They left; others came"
    begins = frozenset({10, 26, 37})  # the third is behind a semicolon
    assert ends_of(_stopping(), [Running(text, begins)]) == Ends(there=3, found=2, extra=1)
    assert Ends(there=3, found=2, extra=1).f == pytest.approx(2 / 3)
