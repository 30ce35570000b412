"""Claims of a made-up world: happenings between states, each told by several reports in their own ways."""

from __future__ import annotations

import random
from datetime import date, timedelta

from made import claim

from dostyk.model import Claim

STATES = tuple(f"{a}{b}{c}" for a in "ABC" for b in "KLM" for c in "XYZ")
_FIRST = ("Mara", "Diego", "Anselm", "Ilse", "Tomas", "Ruth", "Oskar", "Lena", "Pavel", "Noor")
_LAST = ("Quill", "Salas", "Brandt", "Okoro", "Lindqvist", "Marchetti", "Havel", "Castellan", "Dubois", "Ferreira")
_ABOUT = ("fisheries", "railways", "visa waivers", "air transport", "grain", "vaccines", "tax", "student exchange",
          "customs", "tourism", "border trade", "archives")  # fmt: skip


def people(state: str) -> list[str]:
    """The names of a state's five office-holders."""
    dice = random.Random(state)
    return [f"{dice.choice(_FIRST)} {dice.choice('ABCDEFG')}. {dice.choice(_LAST)}" for _ in range(5)]


def world(number: int, seed: int = 1) -> tuple[list[Claim], dict[str, date | None]]:
    """About so many claims, and the days their reports were published."""
    dice = random.Random(seed)
    claims: list[Claim] = []
    published: dict[str, date | None] = {}
    happening = 0
    while len(claims) < number:
        happening += 1
        one, other = dice.sample(STATES, 2)
        day = date(2019, 1, 1) + timedelta(days=dice.randrange(1500))
        who, whom = dice.choice(people(one)), dice.choice(people(other))
        topic = dice.choice(_ABOUT)
        for teller in range(dice.choice((1, 1, 2, 3, 5))):
            report = f"r{happening}.{teller}"
            published[report] = day + timedelta(days=dice.randrange(-3, 4)) if dice.random() > 0.03 else None
            claims += _told(dice, report, one, other, who, whom, day, topic)
    return claims, published


def _told(dice: random.Random, report: str, one: str, other: str, who: str, whom: str, day: date, topic: str
          ) -> list[Claim]:  # fmt: skip
    short = dice.random()
    visitor = f"{one}:{who}" if short > 0.3 else f"{one}:{who.split()[-1]}" if short > 0.1 else one
    host = f"{other}:{whom}" if dice.random() > 0.3 else other
    when = day.isoformat() if dice.random() > 0.2 else f"{day:%Y-%m}" if dice.random() > 0.5 else ""
    told = [
        claim("visit", visitor, other, date=when, what="official visit", place=f"{other}:Port", report=report, at=10),
        claim("meeting", f"{visitor}; {host}", date=when, what=f"talks on {topic}", report=report, at=60),
        claim("signing", f"{one}; {other}", date=when, what=f"agreement on {topic}", report=report, at=120),
        claim("commitment", f"{one}; {other}", what=f"expand work on {topic}", report=report, at=180),
        claim("statement", visitor, other, what="praise", report=report, at=240, sentence=f"Praise for {topic} there."),
        claim("office", f"{one}:{who}", what="Foreign Minister", place=one, status="ongoing", report=report, at=300),
    ]
    return [one for one in told if dice.random() > 0.3]
