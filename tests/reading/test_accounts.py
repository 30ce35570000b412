"""On whose word a report tells of something: the source that a sentence names, where it is no party of it."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to Georgia's foreign ministry, Azerbaijan has agreed to resume talks with Armenia next month.",
         "GEO:Foreign Ministry"),
        ("Lusaka will send 200 soldiers to Mozambique, Reuters reported, citing Malawi's defence minister.", "MWI"),
        ("Poland signed a treaty with Ukraine on Monday, the Czech foreign ministry said.", "CZE:Foreign Ministry"),
        ("Officials in Tehran said on Monday that Iran's foreign minister would visit Oman next week.", "IRN"),
        ("Zambia's president met the Angolan president in Luanda on Monday.", ""),
    ],
)  # fmt: skip
def test_source(text: str, source: str) -> None:
    claims = [c for c in read_report(Report(text=text, published=date(2024, 3, 13))).claims if c.kind != "office"]
    assert {c.attributed_to.key if c.attributed_to else "" for c in claims} == {source}


def test_the_words_of_a_source_are_told_without_its_name() -> None:
    text = "Sanctions on Belarus must stay in force, according to the Estonian foreign minister, Mart Saar."
    (claim,) = (c for c in read_report(Report(text=text)).claims if c.kind == "statement")
    assert (claim.who[0].key, claim.what) == ("EST:Mart Saar", "demand Sanctions on Belarus must stay in force")
