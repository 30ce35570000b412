"""People across spellings, orders and shorter forms; namesakes of other states; bodies."""

from __future__ import annotations

import pytest
from made import claim

from dostyk.linking import link_parties
from dostyk.model import BODY, Claim, Mention, Party, Passage


def linked(*keys: str) -> dict[str, str]:
    """Keys → the key of the party each is; a key may stand several times, as it may be named several times."""
    claims = [claim("office", key, at=number * 5 + 10) for number, key in enumerate(keys)]
    return {party.key: chosen.key for party, chosen in link_parties(claims).items()}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("VNM:Lam To", "VNM:To Lam"),
        ("VNM:Tô Lâm", "VNM:To Lam"),
        ("KAZ:Tokayev", "KAZ:Kassym-Jomart Tokayev"),
        ("KAZ:Kassym-Jormat Tokayev", "KAZ:Kassym-Jomart Tokayev"),
        ("KAZ:K. Tokayev", "KAZ:Kassym-Jomart Tokayev"),
        ("KAZ:Tokaev Kassym-Jomart", "KAZ:Kassym-Jormat Tokayev"),
        ("KGZ:Asanova Gulbarchin", "KGZ:Gulbarchyn Asanova"),
        ("LKA:Kumaranatunge Pradepa Silva", "LKA:Pradeepa Kumaranatunga Silva"),
        ("USA:Biden", "USA:Joseph R. Biden, Jr."),
        ("USA:Joe Biden", "USA:Joseph R. Biden, Jr."),
        ("USA:President Biden Joe", "USA:President Joe Biden"),
        ("UKR:Volodymyr Zelenskiy", "UKR:Volodymyr Zelensky"),
        ("SAU:Muhammed bin Salman", "SAU:Muhammad bin Salman"),
        ("AUS:P J Keating", "AUS:Paul John Keating"),
        ("VNM:Phạm Minh Chính", "VNM:Pham Minh Chinh"),
    ],
)
def test_names_of_one_person(short: str, full: str) -> None:
    assert linked(short, full, full) == {short: full, full: full}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("USA:George Bush", "AUS:George Bush"),
        ("VNM:Nguyen Van Hung", "VNM:Nguyen Van Hang"),
        ("USA:Bill Clinton", "USA:Hillary Clinton"),
        ("KOR:Kim Jong Un", "KOR:Kim Jong Il"),
        ("USA:J. Kerry", "USA:Thomas Kerry"),
        ("GBR:Ann Lee", "GBR:Ann Leigh"),
        ("IDN:Maria Santoso Wibowo", "IDN:Mira Santosa Wibawa"),
        ("ESP:Antonio Moreno Castillo", "ESP:Antonia Moreno Castillo"),
        ("BGR:Aleksandar Ivanov", "BGR:Aleksandar Ivanova"),
        ("POL:Jerzy Kowalski", "POL:Jerzy Kowalska"),
        ("SAU:Khalid bin Salman", "SAU:Fahd bin Khalid bin Salman"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert linked(one, other) == {one: one, other: other}


def test_a_surname_that_two_bear_is_neither() -> None:
    found = linked("USA:Clinton", "USA:Bill Clinton", "USA:Hillary Clinton")
    assert found["USA:Clinton"] == "USA:Clinton"


def test_a_surname_that_two_bear_is_the_one_who_holds_its_office() -> None:
    held = (("USA:Clinton", "President"), ("USA:Bill Clinton", "President of the United States"),
            ("USA:Hillary Clinton", "Senator"))  # fmt: skip
    claims = [claim("office", key, what=what, place="USA", at=n * 5 + 10) for n, (key, what) in enumerate(held)]
    found = {party.key: chosen.key for party, chosen in link_parties(claims).items()}
    assert found["USA:Clinton"] == "USA:Bill Clinton"
    senators = [claim("office", key, what="Senator", place="USA", at=n * 5 + 10) for n, (key, _) in enumerate(held)]
    found = {party.key: chosen.key for party, chosen in link_parties(senators).items()}
    assert found["USA:Clinton"] == "USA:Clinton"


def test_the_fullest_form_is_chosen_then_the_most_frequent_then_the_first() -> None:
    assert linked("NZL:Quill", "NZL:Quill", "NZL:Mara Quill")["NZL:Quill"] == "NZL:Mara Quill"
    assert linked("NZL:Mara Quil", "NZL:Mara Quill", "NZL:Mara Quill")["NZL:Mara Quil"] == "NZL:Mara Quill"
    assert linked("NZL:Quill Mara", "NZL:Mara Quill")["NZL:Quill Mara"] == "NZL:Mara Quill"


def test_a_person_without_a_state_is_the_only_bearer_of_the_full_name() -> None:
    assert linked(":Mara Quill", "NZL:Mara Quill")[":Mara Quill"] == "NZL:Mara Quill"
    assert linked(":Mara Quill", "NZL:Mara Quill", "AUS:Mara Quill")[":Mara Quill"] == ":Mara Quill"
    assert linked(":Quill", "NZL:Mara Quill")[":Quill"] == ":Quill"


def test_states_stay_themselves() -> None:
    assert linked("VNM", "KAZ") == {"VNM": "VNM", "KAZ": "KAZ"}


def body(key: str, at: int) -> Claim:
    made = claim("opening", "NZL", at=at)
    mention = Mention(Party.parse(key, BODY), Passage("text", 0, 4, "body"))
    return Claim(made.report, made.reader, made.kind, (mention,), evidence=made.evidence)


def test_bodies_by_their_words_and_by_their_initials() -> None:
    keys = ["IGO:GFA", "IGO:Glacier and Fjord Alliance", "IGO:The Alliance for Glacier and Fjord", "NZL:GFA"]
    found = link_parties([body(key, 10 * number) for number, key in enumerate(keys, start=1)])
    chosen = {party.key: is_.key for party, is_ in found.items() if party.kind == BODY}
    assert chosen["IGO:GFA"] == chosen["IGO:Glacier and Fjord Alliance"]
    assert chosen["IGO:GFA"] == chosen["IGO:The Alliance for Glacier and Fjord"]
    assert chosen["NZL:GFA"] == "NZL:GFA"
