import dataclasses
from datetime import date

import pytest

from dostyk.errors import PassageMismatch
from dostyk.model import (
    Claim,
    Detail,
    Interval,
    Mention,
    Party,
    Passage,
    Report,
    claim_from_dict,
    claim_to_dict,
)

TEXT = "President Ek of Finland visited Chile on 5 May."
REPORT = Report(text=TEXT, title="A visit", published=date(2025, 5, 6), outlet="Example")


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage.of(REPORT, start, start + len(words))


def claim(**changes: object) -> Claim:
    visit = Claim(
        report=REPORT.id, reader="test", kind="visit",
        who=(Mention(Party("FIN", "Ek", "person"), passage("President Ek")),),
        whom=(Mention(Party("CHL"), passage("Chile")),),
        date=Interval.parse("2025-05-05"), date_basis="explicit", what="visit",
        detail=Detail(form="visit"), evidence={"trigger": (passage("visited"),)},
    )  # fmt: skip
    return dataclasses.replace(visit, **changes)  # type: ignore[arg-type]


def test_a_claim_survives_being_written_and_read() -> None:
    assert claim_from_dict(claim_to_dict(claim())) == claim()
    assert claim_from_dict(claim_to_dict(claim())).id == claim().id


def test_confidence_is_no_part_of_the_id_but_every_field_is() -> None:
    assert claim(confidence=0.9).id == claim(confidence=0.1).id
    for changed in ({"kind": "meeting"}, {"date": None}, {"status": "scheduled"}, {"reader": "other"}):
        assert claim(**changed).id != claim().id


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (0, 0), (5, 3), (0, len(TEXT) + 1)])
def test_a_passage_outside_its_report_cannot_be_built(start: int, end: int) -> None:
    with pytest.raises(PassageMismatch):
        Passage.of(REPORT, start, end)


def test_a_quote_that_differs_from_the_text_is_found() -> None:
    with pytest.raises(PassageMismatch, match="not 'Sweden'"):
        Passage("text", 0, 6, "Sweden").check(REPORT)
    passage("Finland").check(REPORT)


def test_a_changed_text_is_another_version_of_the_same_source() -> None:
    changed = dataclasses.replace(REPORT, text=TEXT + " He left on 7 May.")
    assert changed.source == REPORT.source
    assert changed.id != REPORT.id
    assert dataclasses.replace(REPORT, name="elsewhere", path="/elsewhere").id == REPORT.id
