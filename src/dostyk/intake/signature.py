"""The agency that a report itself is signed with, for reports whose file names no outlet."""

from __future__ import annotations

import re

from dostyk.intake.asides import DATELINE, SIGNOFF
from dostyk.intake.layout import layout_of
from dostyk.reference import load_reference

_IN_DATELINE = re.compile(r"[(/]([A-Z][A-Za-z]+)[)/]")


def signed_by(text: str) -> str:
    """The agency of the sign-off at the end, else of the dateline (`RIGA (BNS) –`); empty where there is none.

    Only an outlet of the reference table counts: a town or initials may stand at the end of a text too.
    """
    asides = layout_of(text).asides
    names = []
    if asides and asides[-1].kind == SIGNOFF:
        names.append(text[asides[-1].start : asides[-1].end].strip(" \n-–—/()[]."))
    for aside in asides:
        match = _IN_DATELINE.search(text, aside.start, aside.end) if aside.kind == DATELINE else None
        names += [match[1]] if match else []
    return next((name for name in names if load_reference().outlet(name)), "")
