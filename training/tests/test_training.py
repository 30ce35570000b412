"""Texts are varied within bounds, and a training that was stopped ends where one that was not stopped ends."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from training import build
from training.augment import varied
from training.examples import examples, texts
from training.mean import Mean, nodes
from training.pool import Pool, titled_spans
from training.sentence import Sentence, Word
from training.swaps import swapped
from training.train import Plan, train


def _sentence(text: str, names: tuple[tuple[int, int, str], ...] = ()) -> Sentence:
    return Sentence(tuple(Word(word, True) for word in text.split()), names, has_syntax=False)


SENTENCES = [
    _sentence("Envoy Orla Finch flew to Tarsk .", ((1, 3, "PERSON"), (5, 6, "PLACE"))),
    _sentence("The Reed Council met in Morven .", ((1, 3, "ORG"), (5, 6, "PLACE"))),
] * 10


def test_texts_keep_every_sentence_in_order() -> None:
    cut = list(texts(SENTENCES, random.Random(1)))
    assert [sentence for text in cut for sentence in text] == SENTENCES
    assert all(1 <= len(text) <= 8 for text in cut)


def test_variation_keeps_words_in_place() -> None:
    for seed in range(200):
        text = [_sentence('He said " we do n\'t know " -- twice .')]
        (changed,) = varied(text, random.Random(seed))
        assert len(changed.words) in (len(text[0].words), len(text[0].words) - 1)


def test_swapped_names_stay_marked() -> None:
    pool = Pool(("Mira da Costa Lund",), ("Land of Fjords",), ("Port Elm",))
    for seed in range(50):
        changed = swapped(SENTENCES[0], pool, lambda name: list(_sentence(name).words), random.Random(seed))
        found = {" ".join(w.text for w in changed.words[a:b]): label for a, b, label in changed.names or ()}
        assert found.keys() <= {"Orla Finch", "Mira da Costa Lund", "Tarsk", "Land of Fjords", "Port Elm"}
        assert sorted(found.values()) == ["PERSON", "PLACE"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Orla Finch’s visit", "Orla Finch"),
        ("King Teo bin Omar al-Rashid left", "Teo bin Omar al-Rashid"),
        ("President Finch Administration", None),
        ("the minister spoke", None),
    ],
)
def test_names_behind_titles(text: str, name: str | None) -> None:
    assert [text[start:end] for start, end in titled_spans(text)] == ([name] if name else [])


SMALL = replace(build.NAMES, width=8, depth=1, rows=50, hidden=8)


def _weights(nlp: Language) -> np.ndarray:
    return np.concatenate([node.get_param(key[2]).ravel() for key, node in nodes(nlp)])


def _unchanged(text: Sequence[Sentence], _: random.Random) -> list[Sentence]:
    return list(text)


@pytest.mark.parametrize("mean_from", [None, 0.0])
def test_resumed_training_ends_at_the_same_weights(tmp_path: Path, mean_from: float | None) -> None:
    plan = Plan(epochs=3, least_words=20, most_words=20, warm_up=2, mean_from=mean_from)

    def trained(folder: str, stop_after: int | None) -> np.ndarray:
        nlp = build.names(None, SMALL)
        seen: list[str] = []

        def log(line: str) -> None:
            seen.append(line)
            if len(seen) == stop_after:
                raise KeyboardInterrupt

        train(nlp, SENTENCES, _unchanged, plan, tmp_path / folder, log)
        return _weights(nlp)

    whole = trained("whole", None)
    with pytest.raises(KeyboardInterrupt):
        trained("stopped", 1)
    assert np.allclose(whole, trained("stopped", None), atol=1e-6)


def test_training_goes_on_from_the_weights_that_are_there(tmp_path: Path) -> None:
    nlp = build.names(None, SMALL)
    train(nlp, SENTENCES, _unchanged, Plan(epochs=1, warm_up=2), tmp_path / "first", print)
    before = _weights(nlp)
    train(
        nlp, SENTENCES, _unchanged, Plan(epochs=1, rate=1e-6, mean_from=0.0), tmp_path / "further", print, trained=True
    )
    assert not np.array_equal(before, _weights(nlp))
    assert np.allclose(before, _weights(nlp), atol=1e-4)


def test_the_mean_of_weights_lies_between_them(tmp_path: Path) -> None:
    nlp = build.names(None, SMALL)
    train(nlp, SENTENCES, _unchanged, Plan(epochs=1, warm_up=2), tmp_path / "first", print)
    mean, first = Mean(), _weights(nlp)
    mean.add(nlp, 3)
    train(nlp, SENTENCES, _unchanged, Plan(epochs=1, warm_up=2), tmp_path / "further", print, trained=True)
    second = _weights(nlp)
    mean.add(nlp)
    mean.use(nlp)
    assert np.allclose(_weights(nlp), (3 * first + second) / 4, atol=1e-6)


def test_examples_align_the_readers_tokens_with_the_treebanks() -> None:
    nlp = build.blank(None)
    words = tuple(Word(text, space) for text, space in (("Re-elected", True), ("US", False), ("-led", False)))
    (example,) = examples(nlp, [Sentence(words, (), has_syntax=False)], 1, None)
    assert [token.text for token in example.predicted] == ["Re-elected", "US", "-", "led"]
    assert example.reference.text == example.predicted.text
