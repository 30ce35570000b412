"""Confidence: what is seen of a claim, weighed by a table."""

from datetime import date

from dostyk.model import KINDS, Report
from dostyk.reading import read_report
from dostyk.reading.confidence import features, load_weights, probability
from dostyk.reading.context import Context
from dostyk.reading.reader import traced

TEXT = (
    "President Dina Omarova of Kazakhstan met Prime Minister Erik Sand of Norway in Oslo on May 5, 2025. "
    "She also visited Sweden."
)


def seen(kind: str) -> frozenset[str]:
    context = Context(Report(TEXT, published=date(2025, 5, 6)))
    return next(features(context, draft) for claim, draft in traced(context) if claim.kind == kind)


def test_what_is_seen_of_a_claim() -> None:
    meeting, visit = seen("meeting"), seen("visit")
    assert {"kind meeting", "status happened", "date explicit", "place", "state named"} <= meeting
    assert not {"pronoun", "bare state", "filled in", "party elsewhere"} & meeting
    assert {"pronoun", "bare state"} <= visit


def test_weights_add_up_to_a_probability_of_three_digits() -> None:
    weights = {"bias": 0.5, "a": 1.0, "b": -2.0}
    assert probability([], weights) == 0.622
    assert probability(["a"], weights) == 0.818
    assert probability(["b", "a", "unheard of"], weights) == 0.378


def test_a_claim_carries_the_probability_of_what_is_seen() -> None:
    report = Report(TEXT, published=date(2025, 5, 6))
    context = Context(report)
    wanted = [probability(features(context, draft), load_weights()) for _, draft in traced(context)]
    assert [claim.confidence for claim in read_report(report).claims] == wanted
    assert len(set(wanted)) > 1


def test_every_weight_is_of_something_that_can_be_seen() -> None:
    groups = {name.split()[0] for name in load_weights()}
    known = "bias kind frame status date flag detail refers told place quoted joint no sentence trigger what parties"
    assert groups <= {*known.split(), "whom", "filled", "pronoun", "bare", "party", "state"}
    assert {name.split()[1] for name in load_weights() if name.startswith("kind ")} <= set(KINDS)
