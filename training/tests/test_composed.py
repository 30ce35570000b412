"""Composed sentences: `X praised A, condemned B and called on C`, with the trees that a parser learns from."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from training.composed import sentences
from training.officials import Officials, listed
from training.parts import Part, joined, put_in, without_last_comma, word
from training.pool import Pool
from training.sentence import Sentence, Word

from dostyk.language.pipeline import load_pipeline

POOL = Pool(("Jan Novak", "Aino Laine", "Tran Van Minh"), ("Kenya", "Peru", "Laos"), ("Lima", "Oslo"))


def clause(verb: str, thing: str) -> Part:
    done = Word(verb, True, "VBD", "VERB", "", "", 0, "ROOT")
    return Part((done, Word(thing, True, "NNS", "NOUN", "", "", 0, "obj")), 0, "ROOT")


def tree(part: Part) -> list[tuple[str, str, str]]:
    return [(one.text, one.dep, part.words[one.head].text) for one in part.words]


def text(part: Part) -> str:
    return "".join(one.text + " " * one.space for one in part.words)


def test_listed_clauses_hang_on_the_first() -> None:
    """`hailed ties, rejected claims and left`"""
    part = listed([clause("hailed", "ties"), clause("rejected", "claims"), clause("met", "guests")], comma_last=False)
    assert tree(part) == [
        ("hailed", "ROOT", "hailed"), ("ties", "obj", "hailed"), (",", "punct", "rejected"),
        ("rejected", "conj", "hailed"), ("claims", "obj", "rejected"), ("and", "cc", "met"), ("met", "conj", "hailed"),
        ("guests", "obj", "met"),
    ]  # fmt: skip


def test_phrase_takes_the_place_of_a_word() -> None:
    """`met` Maria `there` → `met Jan Novak there`"""
    name = Part((Word("Jan", True, dep=""), Word("Novak", True, head=0, dep="flat")), 0, "")
    there = joined([clause("met", "Maria"), word("there", "RB", "ADV", "advmod", 0)])
    assert tree(put_in(there, "Maria", name)) == [
        ("met", "ROOT", "met"), ("Jan", "obj", "met"), ("Novak", "flat", "Jan"), ("there", "advmod", "met"),
    ]  # fmt: skip
    assert put_in(there, "Nobody", name) == there


def test_apposition_ends_in_a_comma_that_can_be_taken_off() -> None:
    """`Jan Novak, the Finnish envoy,` or `the Finnish envoy, Jan Novak,`"""
    apposed = Officials(POOL, random.Random(3)).apposed()
    assert text(apposed).rstrip().endswith(",")
    assert " ," not in text(apposed)
    assert [one.dep for one in apposed.words].count("appos") == 1
    assert not text(without_last_comma(apposed)).rstrip().endswith(",")


@pytest.mark.parametrize("seed", range(3))
def test_phrases_are_trees_with_one_top(seed: int) -> None:
    make = Officials(POOL, random.Random(seed))
    for _ in range(100):
        part = make.phrase()
        assert [index for index, one in enumerate(part.words) if one.head == index] == [part.top]
        assert all(one.dep for index, one in enumerate(part.words) if index != part.top)


@pytest.fixture(scope="module")
def made() -> list[Sentence]:
    return list(sentences(POOL, load_pipeline().pipe, 60, 1))


def test_sentences_are_trees_and_end_in_a_full_stop(made: list[Sentence]) -> None:
    assert len(made) == 60
    for one in made:
        roots = [index for index, each in enumerate(one.words) if each.head == index]
        assert len(roots) == 1
        assert one.words[roots[0]].dep == "ROOT"
        assert all(_reaches(one, index, roots[0]) for index in range(len(one.words)))
        assert one.words[-1].text == "."
        assert one.words[-1].head == roots[0]
        assert one.words[0].text[0].isupper()
        assert not any(a.text == b.text == "," for a, b in zip(one.words, one.words[1:], strict=False))


def test_every_sentence_has_a_subject_of_its_root(made: list[Sentence]) -> None:
    for one in made:
        root = next(index for index, each in enumerate(one.words) if each.head == index)
        assert any(each.dep.startswith("nsubj") and each.head == root for each in one.words)


def test_joined_verbs_of_the_future_stand_in_the_infinitive(made: list[Sentence]) -> None:
    futures = [one for one in made if any(each.text == "will" for each in one.words)]
    assert futures
    for one in futures:
        root = next(index for index, each in enumerate(one.words) if each.head == index)
        assert {each.tag for each in one.words if each.dep == "conj" and each.head == root} <= {"VB"}


def test_same_seed_makes_the_same(made: list[Sentence]) -> None:
    again = list(sentences(POOL, load_pipeline().pipe, 60, 1))
    assert [replace(one, document="") for one in again] == made


def _reaches(one: Sentence, index: int, root: int) -> bool:
    for _ in one.words:
        index = one.words[index].head
    return index == root
