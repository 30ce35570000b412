"""Meetings, calls and measures that a report tells of in few words, and those it tells of twice."""

import pytest

from tests.reading.conftest import Lines


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        (
            "President Dina Omarova of Kazakhstan invited Finnish President Aino Ek over the telephone on May 5.",
            ("call",),
            ["call KAZ:Dina Omarova + FIN:Aino Ek 2025-05-05 happened"],
        ),
        (
            "Finnish President Aino Ek congratulated Ghanaian President Kofi Oduro by phone on Monday on his victory.",
            ("call",),
            ["call FIN:Aino Ek + GHA:Kofi Oduro 2025-05-05 happened"],
        ),
        (
            "President Dina Omarova of Kazakhstan thanked Finnish President Aino Ek and said that she looked forward "
            "to their meeting at the summit in Oslo next week.",
            ("meeting",),
            ["meeting KAZ:Dina Omarova + FIN:Aino Ek 2025-05-12/2025-05-18 NOR:Oslo scheduled"],
        ),
        (
            "Finnish President Aino Ek met Ghanaian President Kofi Oduro in Accra on Monday. A lunch of the two "
            "leaders was cancelled.",
            ("gathering",),
            ["gathering FIN:Aino Ek + GHA:Kofi Oduro 2025-05-05 cancelled"],
        ),
        (
            "Kazakhstan and Norway have been strategic partners since May 2024.",
            ("relations",),
            ["relations KAZ + NOR 2024-05 happened"],
        ),
        ("Kazakhstan and Norway are strategic partners in trade.", ("relations",), []),
        (
            "Oduro and Ek exchanged invitations. Ghanaian President Kofi Oduro asked Finnish President Aino Ek to "
            "visit Ghana again.",
            ("invitation", "visit"),
            ["invitation GHA:Kofi Oduro > FIN:Aino Ek happened"],
        ),
        ("Finnish President Aino Ek asked Ghanaian President Kofi Oduro to help Togo.", ("invitation",), []),
        (
            "The foreign ministries of Finland and Ghana held political consultations in Accra on March 3. The "
            "consultations were chaired by Deputy Foreign Minister Aino Ek of Finland and her Ghanaian counterpart "
            "Kofi Oduro.",
            ("meeting", "gathering"),
            ["meeting FIN:Aino Ek + GHA:Kofi Oduro 2025-03-03 GHA:Accra happened"],
        ),
        (
            "The High Commissioner of Canada was summoned in New Delhi on Monday and informed that a senior Canadian "
            "diplomat had to leave India within five days.",
            ("sanction",),
            ["sanction IND > CAN 2025-05-05 happened"] * 2,
        ),
        (
            "Ghana's High Commissioner Abena MacKay was summoned to the Foreign Ministry of Finland on Monday.",
            ("sanction",),
            ["sanction FIN:Foreign Ministry > GHA:Abena MacKay 2025-05-05 happened"],
        ),
        (
            "Finnish President Aino Ek ended her state visit to Ghana on Monday. She also met Ghanaian "
            "Speaker Kofi Addo.",
            ("meeting",),
            ["meeting FIN:Aino Ek + GHA:Kofi Addo happened"],
        ),
    ],
)
def test_claims(read: Lines, text: str, kinds: tuple[str, ...], expected: list[str]) -> None:
    assert sorted(read(text, *kinds)) == sorted(expected)
