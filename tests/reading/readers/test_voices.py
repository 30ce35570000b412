"""Who takes which stand, in wordings of newsrooms, and gists as a person would write them."""

import pytest

from dostyk.model import Report
from dostyk.reading import read_report


def told(text: str) -> list[str]:
    """`who > whom: what (source)` of each statement."""
    claims = [c for c in read_report(Report(text=text)).claims if c.kind == "statement"]
    sides = [[" + ".join(m.key for m in side) for side in (c.who, c.whom)] for c in claims]
    sources = [f" ({c.attributed_to.key})" if c.attributed_to else "" for c in claims]
    return [f"{a} > {b}: {c.what}{by}" for (a, b), c, by in zip(sides, claims, sources, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru took note with concern of Chile's decision.", "PER > CHL: concern Chile's decision"),
        ("Egypt's president offered to mediate between Ethiopia and Somalia.",
         "EGY > ETH + SOM: propose mediate between Ethiopia and Somalia"),
        ("Poland's defence minister ruled out sending troops to Ukraine.",
         "POL > UKR: reject sending troops to Ukraine"),
        ("Romania's envoy spoke out against Russia's annexation of Crimea.",
         "ROU > RUS: reject Russia's annexation of Crimea"),
        ("Lithuania threw its weight behind Moldova's bid to join the EU.",
         "LTU > MDA: support Moldova's bid to join the EU"),
        ("Kenya pleaded with Ethiopia to let in more aid.", "KEN > ETH: urge let in more aid"),
        ("Russia's ambassador complained of hostile treatment in Poland.",
         "RUS > POL: condemn hostile treatment in Poland"),
        ("Canada has made it clear that it will not recognise the result of Belarus's election.",
         "CAN > BLR: reject it will not recognise the result of Belarus's election"),
        ("Spain has asked Algeria to take back more migrants, the newspaper reported.",
         "ESP > DZA: urge take back more migrants"),
    ],
)  # fmt: skip
def test_stand(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's interior minister said the United States had assured him that it would pay for the mission in Haiti.",
         "USA > KEN: affirm it would pay for the mission in Haiti (KEN)"),
        ("The Kenyan minister said his Ugandan counterpart had told him that Kampala opposed the plan.",
         "UGA > KEN: reject plan (KEN)"),
        ("\"We will never accept terms from Pakistan,\" Iran's minister Reza Karimi was quoted by IRNA as saying.",
         "IRN:Reza Karimi > PAK: reject We will never accept terms from Pakistan"),
    ],
)  # fmt: skip
def test_words_within_words(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan's king offered his condolences to Morocco's king.", "JOR > MAR: condole with Morocco's king"),
        ("Chile expressed its support to Norway.", "CHL > NOR: support for Norway"),
        ("Concern was voiced by Norway over the arrests in Chile.", "NOR > CHL: concern over arrests in Chile"),
        ("Norway's minister voiced her concern. Chile is near.", "NOR > CHL: concern"),
    ],
)
def test_a_gist_does_not_say_the_stance_twice(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_report_may_open_with_a_participle_of_saying() -> None:
    text = "Stressing the need for talks, Norway urged Chile to withdraw its ships."
    assert "NOR > CHL: urge withdraw its ships" in told(text)
