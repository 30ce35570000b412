"""What holds for every reading: quotes stand in the text, the same input gives the same bytes, nothing crashes."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dostyk.model import Report, claim_to_dict
from dostyk.reading import read_report

WORDS = st.sampled_from(
    """President Prime Minister of the Finland Chile Chilean Aino Ek Vera met visited agreed to sign a treaty on May 5
    2025 , . ( ) “ ” said that will invited thanked and – his they two leaders \n\n NATO $100 million to strengthen
    Majesty King X's Al-Qadi ' - Jr. today Monday""".split(" ")
)
TEXT = (
    "ASTANA, May 6 (Example) – President Aino Ek of Finland met President Luis Vera of Chile here today.\n\n"
    "“We have agreed to open an embassy in Santiago,” Ek said. Vera thanked Finland for its support.\n\n"
    "The two sides signed a memorandum of understanding on forestry."
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_text_is_read_and_every_quote_stands_in_it(text: str) -> None:
    report = Report(text=text, title=text[:40], published=date(2025, 5, 6))
    for claim in read_report(report).claims:
        for passages in claim.evidence.values():
            for passage in passages:
                passage.check(report)
        for mention in (*claim.who, *claim.whom):
            mention.passage.check(report)


def test_the_same_report_gives_the_same_bytes() -> None:
    def once() -> str:
        report = Report(text=TEXT, published=date(2025, 5, 6), outlet="Example")
        return json.dumps([claim_to_dict(c) for c in read_report(report).claims], sort_keys=True)

    assert once() == once()
    assert len(json.loads(once())) >= 3


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", ".", "“", "a" * 5000, "(" * 300, "President " * 400])
def test_odd_texts_are_read_without_a_crash(text: str) -> None:
    assert read_report(Report(text=text, published=date(2025, 5, 6))).claims == ()


def test_evidence_is_short_enough_to_read_at_a_glance() -> None:
    for claim in read_report(Report(text=TEXT, published=date(2025, 5, 6))).claims:
        assert sum(p.end - p.start for p in claim.evidence["sentence"]) <= 400
