"""Claims made for tests: each field's passage stands in a sentence of its own."""

from __future__ import annotations

from dostyk.model import Claim, Detail, Interval, Mention, Party, Passage


def mention(key: str, kind: str = "") -> Mention:
    """A mention whose passage holds the name."""
    party = Party.parse(key, kind)
    name = party.name or party.state
    return Mention(party, Passage("text", 0, len(name), name))


def claim(
    kind: str,
    who: str,
    whom: str = "",
    *,
    date: str = "",
    what: str = "",
    place: str = "",
    status: str = "happened",
    report: str = "r1",
    at: int = 10,
    quote: str = "met",
    sentence: str = "",
    flags: tuple[str, ...] = (),
    confidence: float = 0.5,
    basis: str = "explicit",
    **detail: str,
) -> Claim:
    """A claim; parties are keys with `; ` between."""
    trigger = Passage("text", at, at + len(quote), quote)
    evidence = {"trigger": (trigger,)}
    if sentence:
        evidence["sentence"] = (Passage("text", at, at + len(sentence), sentence),)
    return Claim(
        report=report,
        reader="hand",
        kind=kind,
        who=tuple(mention(key) for key in who.split("; ") if key),
        whom=tuple(mention(key) for key in whom.split("; ") if key),
        date=Interval.parse(date) if date else None,
        date_basis=basis if date else "",
        place=place,
        what=what,
        status=status,
        flags=flags,
        detail=Detail(**detail),
        evidence=evidence,
        confidence=confidence,
    )
