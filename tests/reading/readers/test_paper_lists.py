"""Papers enumerated around one word of signing, their names and where they were signed; whose a ratified treaty is."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading import read_report

CASES = [
    (
        "Peru and Ghana signed an agreement on fisheries, a memorandum of understanding on mining and a protocol on "
        "culture in Lima on Monday.",
        [
            "PER + GHA PER:Lima: agreement on fisheries",
            "PER + GHA PER:Lima: memorandum of understanding on mining",
            "PER + GHA PER:Lima: protocol on culture",
        ],
    ),
    (
        "After talks on Monday between the presidents of Peru and Ghana, an agreement on visas, a protocol on road "
        "transport and a memorandum on sport were signed.",
        ["PER + GHA : agreement on visas", "PER + GHA : memorandum on sport", "PER + GHA : protocol on road transport"],
    ),
    (
        'Peru and Ghana signed the memorandum "On cooperation in tourism" in Lima on Monday.',
        ['PER + GHA PER:Lima: memorandum "On cooperation in tourism"'],
    ),
    ("Ghana and Malta signed a defence pact Monday.", ["GHA + MLT : defence pact"]),
    ("Ghana and Malta will sign a tax treaty next week.", ["GHA + MLT : tax treaty"]),
    (
        "A memorandum of cooperation was signed between the chambers of commerce of Peru and Ghana in Lima on Monday.",
        ["PER + GHA PER:Lima: memorandum of cooperation"],
    ),
    (
        "After talks between Peru and Ghana the following documents were signed in Lima:\n\n- an agreement on visas;\n"
        "- a memorandum on sport.",
        ["PER + GHA PER:Lima: agreement on visas", "PER + GHA PER:Lima: memorandum on sport"],
    ),
    ("Peru's parliament ratified the free trade agreement with Ghana on Monday.", ["PER + GHA : free trade agreement"]),
    (
        "A social security agreement between Malta and Ghana was approved by the Maltese parliament on Monday.",
        ["MLT + GHA : social security agreement"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_paper_with_its_name_and_place(text: str, expected: list[str]) -> None:
    claims = read_report(Report(text=text, published=date(2024, 3, 15))).claims
    papers = (c for c in claims if c.kind in ("signing", "ratification"))
    got = [f"{' + '.join(m.party.state for m in c.who)} {c.place}: {c.detail.instrument}" for c in papers]
    assert sorted(got) == sorted(expected)
