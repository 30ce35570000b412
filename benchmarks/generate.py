"""A made-up ledger of any size: happenings between states, each told by about three reports.

    python -m benchmarks.generate PLACE [--entries 100000] [--seed 7] [--linked]

With `--linked` it goes the way of real reports: they are added and the ledger links them, some 1.5 ms a claim. Without,
the entries are written as the generator knows them, which is what a benchmark of reading needs. Nothing in it is about
the world: names are made of syllables, days and pairs are drawn with a fixed seed, few pairs being much more often
told of than most, as in real archives.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.straight import write_straight
from dostyk.ledger import Ledger
from dostyk.model import Claim, Detail, Interval, Mention, Party, Passage, Problem, Report
from dostyk.reference import load_reference

KINDS = (
    ("meeting", 22, "met"), ("statement", 16, "said"), ("visit", 12, "visited"), ("commitment", 12, "undertook"),
    ("signing", 10, "signed"), ("call", 6, "called"), ("message", 5, "wrote to"), ("invitation", 5, "invited"),
    ("gathering", 4, "took part with"), ("honour", 2, "honoured"), ("figure", 2, "traded with"), ("aid", 2, "gave to"),
    ("appointment", 1, "sent"), ("opening", 1, "opened"),
)  # fmt: skip
JOINT = frozenset(("meeting", "call", "signing", "gathering", "figure"))
TOPICS = (
    "trade", "energy", "transport", "education", "water", "tourism", "science", "culture", "border crossings", "health",
    "grain", "uranium", "fisheries", "railways", "visas", "space", "security", "finance", "mining", "forests",
)  # fmt: skip
THINGS = ("agreement", "memorandum", "programme", "treaty", "protocol", "roadmap", "declaration", "charter")
SYLLABLES = ("ba", "ra", "ke", "lo", "mi", "tu", "sen", "dor", "vel", "na", "shi", "gor", "tan", "ly", "per", "zo")
FIRST, LAST = date(1998, 1, 1), date(2026, 10, 1)
TOLD = (1, 2, 2, 3, 3, 3, 4, 6)
PER_REPORT = 10


@dataclass(frozen=True)
class Reading:
    """What a made-up reader found in a made-up report."""

    report: str
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    reader: str = "made-up-1"


@dataclass(frozen=True)
class Happening:
    """One thing that took place, and the words that tell of it."""

    kind: str
    verb: str
    who: Party
    whom: Party
    day: date
    what: str
    status: str
    due: str


Told = tuple[Report, Reading, list[Happening]]


def people(chance: random.Random, codes: list[str]) -> dict[str, list[Party]]:
    """A few persons for each state."""

    def name() -> str:
        return (
            "".join(chance.choices(SYLLABLES, k=3)).capitalize()
            + " "
            + "".join(chance.choices(SYLLABLES, k=4)).capitalize()
        )

    return {code: [Party(code, name(), "person") for _ in range(8)] for code in codes}


def happenings(chance: random.Random, number: int) -> Iterator[Happening]:
    """Happenings in the order of their days."""
    codes = sorted(code for code in load_reference().states if len(code) == 3)
    weights = [1 / (rank + 3) for rank in range(len(codes))]
    chance.shuffle(codes)
    known = people(chance, codes)
    span = (LAST - FIRST).days
    for day in sorted(chance.randrange(span) for _ in range(number)):
        a = chance.choices(codes, weights)[0]
        b = next(code for code in iter(lambda: chance.choices(codes, weights)[0], "") if code != a)
        kind, _, verb = chance.choices(KINDS, [weight for _, weight, _ in KINDS])[0]
        what = f"{chance.choice(TOPICS)} {chance.choice(THINGS)} {''.join(chance.choices(SYLLABLES, k=3))}"
        when = FIRST + timedelta(days=day)
        status = chance.choices(("happened", "scheduled", "proposed", "cancelled"), (85, 10, 3, 2))[0]
        due = (when + timedelta(days=chance.randrange(90, 2000))).isoformat() if kind == "commitment" else ""
        as_state = kind in ("commitment", "figure", "aid", "signing")
        who = Party(a) if as_state else chance.choice(known[a])
        yield Happening(
            kind,
            verb,
            who,
            Party(b) if as_state or kind == "visit" else chance.choice(known[b]),
            when,
            what,
            status,
            due,
        )


def reports(chance: random.Random, number: int) -> Iterator[Told]:
    """Reports that tell of the happenings, each of about ten."""
    queue: list[list[Happening]] = [[] for _ in range(12)]
    made = 0
    for happening in happenings(chance, number):
        for outlet in chance.sample(range(12), min(12, chance.choice(TOLD))):
            queue[outlet].append(happening)
            if len(queue[outlet]) >= PER_REPORT:
                made += 1
                yield report_of(made, outlet, queue[outlet])
                queue[outlet] = []
    for outlet, left in enumerate(queue):
        if left:
            made += 1
            yield report_of(made, outlet, left)


def report_of(number: int, outlet: int, told: list[Happening]) -> Told:
    """One report with the claims that stand in it."""
    text, places = "", []
    for one in told:
        who, whom = one.who.name or one.who.state, one.whom.name or one.whom.state
        start = len(text)
        sentence = f"{who} {one.verb} {whom} on {one.day} about the {one.what}."
        at = start + len(who) + 1
        places.append((start, len(sentence), at, at + len(one.verb), at + len(one.verb) + 1, len(whom)))
        text += sentence + " Officials of both sides were present and the talks went on for some hours. "
    published = max(one.day for one in told) + timedelta(days=1)
    report = Report(
        text, f"News number {number}", published, f"Wire {outlet}", f"https://wire{outlet}.example/{number}"
    )
    claims = tuple(_claim(report, one, place) for one, place in zip(told, places, strict=True))
    return report, Reading(report.id, claims), told


def _claim(report: Report, one: Happening, place: tuple[int, int, int, int, int, int]) -> Claim:
    start, length, verb, verb_end, other, other_length = place
    who = Mention(one.who, Passage.of(report, start, verb - 1))
    whom = Mention(one.whom, Passage.of(report, other, other + other_length))
    joint = one.kind in JOINT
    return Claim(
        report.id, "made-up-1", one.kind, (who, whom) if joint else (who,), () if joint else (whom,),
        date=Interval.day(one.day), date_basis="explicit", place=one.whom.state if one.kind == "visit" else "",
        what=one.what, status=one.status, detail=Detail(due=one.due),
        evidence={"trigger": (Passage.of(report, verb, verb_end),),
                  "sentence": (Passage.of(report, start, start + length),)},
    )  # fmt: skip


def main() -> None:
    """Make the ledger and say how large it is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("place")
    options.add_argument("--entries", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--linked", action="store_true", help="let the ledger link the claims")
    given = options.parse_args()
    began = time.monotonic()
    made = reports(random.Random(given.seed), given.entries)
    if not given.linked:
        write_straight(given.place, made)
    with Ledger.open(given.place) as ledger:
        if given.linked:
            with ledger.bulk():
                for report, reading, _ in made:
                    ledger.add(report, reading)
        held = ledger.stats()
    print(
        {name: held[name] for name in ("reports", "claims", "entries", "parties")}, f"{time.monotonic() - began:.0f} s"
    )


if __name__ == "__main__":
    main()
