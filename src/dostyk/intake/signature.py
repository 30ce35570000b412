"""The agency that a report itself is signed with, for reports whose file names no outlet."""

from __future__ import annotations

import re

from dostyk.intake.layout import DATELINE, SIGNOFF, layout_of

# Only names that can be nothing else: a town or an initial may stand at the end of a text too.
_AGENCIES = frozenset(
    {
        "AA",
        "AFP",
        "ANI",
        "ANSA",
        "ANTARA",
        "AP",
        "APP",
        "AZERTAC",
        "BELTA",
        "BERNAMA",
        "BNS",
        "BSS",
        "CTK",
        "DPA",
        "EFE",
    }
    | {"IANS", "IRNA", "KAZINFORM", "KCNA", "KUNA", "KYODO", "LETA", "LUSA", "MENA", "MTI", "PAP", "PETRA", "PTI"}
    | {"QNA", "REUTERS", "SPA", "TANJUG", "TASS", "TREND", "UKRINFORM", "VNA", "VNS", "WAM", "XINHUA", "YONHAP"}
)
_IN_DATELINE = re.compile(r"[(/]([A-Z][A-Za-z]+)[)/]")


def signed_by(text: str) -> str:
    """The agency of the sign-off at the end, else of the dateline (`RIGA (BNS) –`); empty where there is none."""
    asides = layout_of(text).asides
    if asides and asides[-1].kind == SIGNOFF:
        words = text[asides[-1].start : asides[-1].end].strip(" \n-–—/()[].")
        if words.upper() in _AGENCIES:
            return words
    for aside in asides:
        match = _IN_DATELINE.search(text, aside.start, aside.end) if aside.kind == DATELINE else None
        if match and match[1].upper() in _AGENCIES:
            return match[1]
    return ""
