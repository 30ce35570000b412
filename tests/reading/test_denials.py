"""What a sentence only denies did not happen, and the words that deny it are a denial."""

from datetime import date

import pytest

from dostyk.model import Claim, Report
from dostyk.reading import read_report


def claims_of(text: str) -> list[Claim]:
    report = Report(text=text, published=date(2024, 3, 13))
    return [claim for claim in read_report(report).claims if claim.kind != "office"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kremlin denied reports of a meeting between the Russian and Turkish presidents in Sochi.", "meeting"),
        ("Peru denied having signed an agreement with Chile on gas.", "signing"),
        ("Reports that Peru had signed a treaty with Chile were denied by the foreign ministry in Lima.", "signing"),
        ("The Peruvian spokesman dismissed as fake news reports that Peru and Chile had signed a treaty.", "signing"),
        ("There was no truth in reports that Peru's president had met Chile's president, Lima said.", "meeting"),
        ("Claims that Israel's prime minister visited Riyadh are baseless, the Saudi foreign minister said.", "visit"),
    ],
)
def test_denied(text: str, kind: str) -> None:
    assert [claim.status for claim in claims_of(text) if claim.kind == kind] == ["denied"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Türkiye's foreign ministry rejected reports that its minister had met the Syrian minister.", "deny"),
        ("Peru refuted media reports claiming that its president had met Chile's president in Lima.", "deny"),
        ("Azerbaijan rejected Armenia's claims to the region.", "reject"),
    ],
)
def test_hearsay_is_denied_and_a_claim_to_something_rejected(text: str, stance: str) -> None:
    assert [claim.detail.stance for claim in claims_of(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia's president, who denied the charges, met Ukraine's president in Kyiv on Monday.",
        "After reports that the embassy had closed, Chile's foreign minister met Peru's president in Lima on Monday.",
        "Rejecting reports that he was ill, Georgia's president met Ukraine's president in Kyiv on Monday.",
    ],
)
def test_a_denial_beside_an_act_leaves_the_act(text: str) -> None:
    assert [claim.status for claim in claims_of(text) if claim.kind == "meeting"] == ["happened"]
