"""A claim prepared for comparison: linked parties, days, words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dostyk.linking.contradictions import Stand, stand_of
from dostyk.linking.nearness import NOWHERE, Home, Near, nearness
from dostyk.linking.rules import QUOTED, RULES
from dostyk.linking.texts import words
from dostyk.linking.titles import office_name
from dostyk.model import Anchor, Claim, Interval, Party, content_id

Side = tuple[Party, ...]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A claim with what comparing needs. `near` is the stretch in which it looks for others; None where undated."""

    claim: Claim
    id: str
    address: str
    anchor: Anchor
    published: date | None
    voice: str
    who: Side
    whom: Side
    text: str
    quote: str
    near: Interval | None
    stand: Stand
    said: tuple[object, ...]  # all that is compared: claims that are equal here are equal to any third
    fine: frozenset[str]  # day and words: what claims of a large block must share to be compared
    nearness: Near = Near.ELSEWHERE  # of the source to what it tells of

    @property
    def kind(self) -> str:
        return self.claim.kind

    @property
    def date(self) -> Interval | None:
        return self.claim.date

    @property
    def planned(self) -> bool:
        return self.stand.planned

    @property
    def order(self) -> tuple[Anchor, str]:
        """Sorts claims by their anchors, claims of one anchor by their address."""
        return self.anchor, self.address


def addresses(claims: Iterable[Claim]) -> dict[str, str]:
    """Claim id → the address its anchor gives. Pass all claims of a report.

    Several claims of one trigger ("signed three agreements") get the anchor's address and numbered ones, in the
    order of what they say; the order in which they come does not matter.
    """
    sharing: dict[tuple[str, str, str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        trigger = claim.trigger
        sharing[claim.report, claim.kind, trigger.field, trigger.start, trigger.end].append(claim)
    found = {}
    for place, group in sharing.items():
        unique = {claim.id: claim for claim in group}
        for number, claim in enumerate(sorted(unique.values(), key=_what_it_says)):
            address = Anchor.of(claim, None).entry_id if number == 0 else content_id("e", *place, number)
            found[claim.id] = address
    return found


def added_address(claim_id: str) -> str:
    """The address of a claim that a person added: its own, so that no new reading moves it."""
    return content_id("e", "added", claim_id)


def _what_it_says(claim: Claim) -> tuple[str, ...]:
    return (*(m.key for m in claim.who), "|", *(m.key for m in claim.whom), "|", claim.what, claim.place, claim.id)


def prepare(
    claim: Claim,
    published: date | None,
    parties: Mapping[Party, Party],
    voice: str,
    address: str,
    *,
    name: str = "",
    home: Home = NOWHERE,
) -> View:
    """The view of one claim; `name` is its id where that is known, so that it need not be computed; `home` is where
    its outlet stands."""
    who = tuple(dict.fromkeys(parties.get(m.party, m.party) for m in claim.who))
    whom = tuple(dict.fromkeys(parties.get(m.party, m.party) for m in claim.whom))
    text, quote, stand = _telling_text(claim), _quote(claim), stand_of(claim, (*who, *whom))
    rule = RULES[claim.kind]
    told = published if claim.date is None and rule.apart is not None else None
    by_quote = claim.kind in QUOTED or claim.kind == "commitment"
    quoted = (quote, claim.detail.stance, claim.detail.value) if by_quote else ()
    return View(
        claim=claim,
        id=name or claim.id,
        address=address,
        anchor=Anchor.of(claim, published),
        published=published,
        voice=voice,
        who=who,
        whom=whom,
        text=text,
        quote=quote,
        near=_near(claim, published),
        stand=stand,
        said=(stand, who, whom, text, quoted, claim.place, claim.status, "background" in claim.flags, told),
        nearness=nearness(home, (*who, *whom), claim.place),
        fine=frozenset((*([claim.date.low.isoformat()] if claim.date else []), *words(text)[:6])),
    )


def _telling_text(claim: Claim) -> str:
    detail = claim.detail
    if claim.kind == "office":
        state = claim.place.partition(":")[0] or (claim.who[0].party.state if claim.who else "")
        return office_name(detail.post or claim.what, state)
    special = {"signing": detail.instrument, "ratification": detail.instrument, "honour": detail.award,
               "relations": detail.level, "appointment": detail.post}  # fmt: skip
    return special.get(claim.kind, "") or claim.what


def _quote(claim: Claim) -> str:
    passages = claim.evidence.get("sentence") or claim.evidence.get("what") or (claim.trigger,)
    return " ".join(passage.quote for passage in passages)


def _near(claim: Claim, published: date | None) -> Interval | None:
    """Half of a month on each side of the claim's days, else of the day of publication."""
    around = claim.date or (Interval.day(published) if published else None)
    if around is None:
        return None
    low = max(around.low, date(1, 1, 20)) - timedelta(days=16)
    high = min(around.high, date(9999, 12, 1)) + timedelta(days=16)
    return Interval.between(low, high)
