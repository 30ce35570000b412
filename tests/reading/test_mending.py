"""Sentences that the parser misleads itself in, and the verb, subject and object they have once they are mended."""

from __future__ import annotations

from datetime import date

import pytest

from dostyk.language.document import parse
from dostyk.model import Report
from dostyk.reading.mending import mend


def mended(text: str) -> str:
    """`subject verb object` of the main clause of a sentence, names by their first word."""
    [sentence] = parse(Report(text=text, published=date(2025, 5, 6))).sentences
    mend(sentence.span)
    mend(sentence.span)  # what is mended stays as it is
    root = sentence.span.root
    found = {c.dep_.partition(":")[0]: c.text for c in root.children}
    return " ".join(w for w in (found.get("nsubj"), root.text, found.get("obj")) if w)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Department of State on Monday summoned Ambassador Diego Rojas.", "Department summoned Diego"),
        ("Prime Minister Kari Lunde on Monday telephoned Chilean President Diego Rojas.", "Kari telephoned Diego"),
        ("President Kari Lunde received on Friday Foreign Minister Diego Rojas.", "Kari received Diego"),
        ("The Finnish officials departed from Quito on Monday.", "officials departed"),
        ("Lunde met President Diego Rojas and Foreign Minister Ana Soto.", "Lunde met Diego"),
        ("Lunde, whose visit had not been announced before, called on Rojas on Monday.", "Lunde called"),
        ("President Lunde voiced hope that trade would grow.", "Lunde voiced hope"),
        ("Diego Rojas has today left for Oslo.", "Diego left"),
        ("The two discussed trade.", "two discussed trade"),
        ("The two discussed trade in Oslo.", "two discussed trade"),
        ("Rojas assured Lunde of Chile's support.", "Rojas assured Lunde"),
        ("Prime Minister Lunde and President Rojas exchanged letters.", "Lunde exchanged letters"),
        # and these were right before
        ("The two close friends of Norway discussed trade.", "friends discussed trade"),
        ("The summoned ambassador left the department.", "ambassador left department"),
    ],
)
def test_main_clause(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Lunde praised the reforms, condemned the attack on Oslo and called on Peru to withdraw its troops.",
         "praised condemned called"),
        ("The sides noted the importance of the agreement, visited a school and stressed the need for dialogue.",
         "noted visited stressed"),
        ("President Lunde thanked the people of Ghana for their hospitality on Tuesday, agreed to expand trade and "
         "met with members of the Armenian community.", "thanked agreed met"),
        ("The ministry rejected the claims, recalled its ambassador from Lima and closed the consulate.",
         "rejected recalled closed"),
        ("Mr Okello, who arrived on Monday, voiced hope for peace and invited President Lunde to Nairobi.",
         "voiced invited"),
        # no lists
        ("When he arrived, Lunde met Rojas.", "met"),
        ("Trade had doubled, Lunde said.", "said"),
        ("Lunde said that trade had doubled.", "said"),
    ],
)  # fmt: skip
def test_verbs_of_a_list_hang_on_the_first(text: str, verbs: str) -> None:
    [sentence] = parse(Report(text=text, published=date(2025, 5, 6))).sentences
    mend(sentence.span)
    mend(sentence.span)
    first = sentence.span.root
    assert [
        first.text,
        *(c.text for c in first.children if c.dep_ == "conj" and c.tag_.startswith("VB")),
    ] == verbs.split()


def test_a_visiting_guest_is_joined_to_the_host() -> None:
    text = (
        "Trade will grow next year, President Kari Lunde and visiting Chilean Prime Minister Luis Vera said on Friday."
    )
    [sentence] = parse(Report(text=text)).sentences
    mend(sentence.span)
    said, luis = (next(t for t in sentence.span if t.text == word) for word in ("said", "Luis"))
    assert (luis.dep_, luis.head.text, luis.head.head) == ("conj", "Kari", said)


def test_infinitives_of_a_list_are_joined() -> None:
    text = "President Lunde on Monday urged the Union to impose sanctions and close its borders."
    [sentence] = parse(Report(text=text)).sentences
    mend(sentence.span)
    close = next(t for t in sentence.span if t.text == "close")
    assert (close.dep_, close.head.text) == ("conj", "impose")


def test_what_one_is_told_of_belongs_to_the_verb() -> None:
    [sentence] = parse(Report(text="Chile assured Norway of its support.")).sentences
    mend(sentence.span)
    support = next(t for t in sentence.span if t.text == "support")
    assert (support.head.text, support.dep_) == ("assured", "obl")


def test_names_joined_by_a_hyphen_are_one_name() -> None:
    [sentence] = parse(Report(text="Mr Lunde will attend the Norway-UK Leadership Forum in London.")).sentences
    mend(sentence.span)
    forum = next(t for t in sentence.span if t.text == "Forum")
    assert (forum.head.text, forum.dep_) == ("attend", "obj")
    assert "Norway" in [t.text for t in forum.subtree]
