"""Where outlets stand, and how near that is to what they tell of."""

from __future__ import annotations

import pytest

from dostyk.linking.nearness import Near, home_of, nearness
from dostyk.model import Party


@pytest.mark.parametrize(
    ("outlet", "url", "code", "official"),
    [
        ("Vietnam News Agency", "", "VNM", False),
        ("Vietnam News Agency (own wording)", "https://example.org/1", "VNM", False),
        ("", "https://en.vietnamplus.vn/1", "VNM", False),
        ("President of Kazakhstan", "", "KAZ", True),
        ("press service", "https://mofa.gov.vn/1", "VNM", True),
        ("Ministry of Foreign Affairs of Finland", "", "FIN", True),
        ("Prime Minister's Office, Canada", "", "CAN", True),
        ("news agency, India", "", "IND", False),
        ("Kazakh news agency", "", "KAZ", False),
        ("Harbour Wire", "https://example.org/1", "", False),
        ("", "", "", False),
    ],
)
def test_home(outlet: str, url: str, code: str, official: bool) -> None:
    assert tuple(home_of(outlet, url)) == (code, official)


@pytest.mark.parametrize(
    ("outlet", "near"),
    [("Government of Viet Nam", Near.ITS_OWN), ("Vietnam News Agency", Near.THERE), ("Kazinform", Near.THERE),
     ("Xinhua", Near.ELSEWHERE), ("State Council of China", Near.ELSEWHERE), ("Harbour Wire", Near.ELSEWHERE)],
)  # fmt: skip
def test_nearness_to_what_a_side_did_at_a_place(outlet: str, near: Near) -> None:
    assert nearness(home_of(outlet, ""), (Party("VNM", "Tran Van Duc", "person"),), "KAZ:Astana") is near
