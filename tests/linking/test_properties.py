"""What holds for any claims: order does not matter, every claim is in one entry, redirects lead somewhere."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date

from generated import world
from hypothesis import given, settings
from hypothesis import strategies as st
from made import claim

from dostyk.linking import Derived, derive, link_parties
from dostyk.linking.merging import PartyRulings, payload_of
from dostyk.model import Act, Claim, Party, Target

_NAMES = ("Mara Quill", "Mara K. Quill", "M. Quill", "Quill", "Quill Mara", "Mara Quil", "Ana Quill", "Tô Ân", "To An")
_STATES = ("AAA", "BBB", "CCC")
_DAYS = ("", "", "2024-03-01", "2024-03-02", "2024-03-03", "2024-03", "2024-03-01/2024-03-03", "2024", "2024-04-10")
_KINDS = ("visit", "meeting", "signing", "statement", "commitment", "office", "invitation", "relations", "honour")
_WHATS = ("", "agreement on grain", "agreement on rail", "memorandum", "state visit", "joint work on grain and rail")

parties = st.builds(lambda s, n: f"{s}:{n}" if n else s, st.sampled_from(_STATES), st.sampled_from(("", *_NAMES)))
made = st.builds(
    claim,
    st.sampled_from(_KINDS),
    st.lists(parties, min_size=1, max_size=2, unique=True).map("; ".join),
    st.lists(parties, max_size=1).map("; ".join),
    date=st.sampled_from(_DAYS),
    what=st.sampled_from(_WHATS),
    status=st.sampled_from(("happened", "scheduled", "cancelled")),
    report=st.sampled_from(("r1", "r2", "r3", "r4")),
    at=st.sampled_from((10, 20, 30)),
)
worlds = st.lists(made, max_size=14, unique_by=lambda one: one.id)
published: Mapping[str, date | None] = {
    "r1": date(2024, 3, 1), "r2": date(2024, 3, 2), "r3": date(2024, 3, 5), "r4": None}  # fmt: skip


def target(one: Claim) -> Target:
    trigger = one.trigger
    return Target(one.report, one.kind, trigger.field, trigger.start, trigger.end, trigger.quote)


_ON_CLAIMS = ("accept", "reject", "same", "different", "correct")


def ruled(number: int, verb: str, one: Party, other: Party) -> Act:
    return Act(number, "2024-04-01T00:00:00Z", "desk", verb, (), payload_of(one, other))


@st.composite
def worlds_with_acts(draw: st.DrawFn) -> tuple[list[Claim], list[Act]]:
    claims = draw(worlds.filter(lambda found: len(found) > 1))
    acts = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        verb = draw(st.sampled_from((*_ON_CLAIMS, "undo", "redo", "merge", "split")))
        if verb in ("merge", "split"):
            named = draw(st.tuples(st.sampled_from(claims), st.sampled_from(claims)))
            acts.append(ruled(number, verb, *(one.parties[0] for one in named)))
            continue
        chosen = draw(st.lists(st.sampled_from(claims), min_size=2, max_size=2, unique_by=lambda one: one.id))
        held = chosen if verb in ("same", "different") else chosen[:1] if verb not in ("undo", "redo") else []
        payload = {"what": "as set right"} if verb == "correct" else {}
        payload["claims"] = ",".join(one.id for one in held)
        acts.append(Act(number, "2024-04-01T00:00:00Z", "desk", verb, tuple(target(one) for one in held), payload))
    return claims, acts


def shuffled(claims: Sequence[Claim], seed: int) -> list[Claim]:
    mixed = list(claims)
    random.Random(seed).shuffle(mixed)
    return mixed


@settings(max_examples=300, deadline=None)
@given(worlds_with_acts(), st.integers(0, 1000))
def test_the_order_of_claims_does_not_matter(found: tuple[list[Claim], list[Act]], seed: int) -> None:
    claims, acts = found
    assert derive(claims, published, acts) == derive(shuffled(claims, seed), published, acts)


@settings(max_examples=200, deadline=None)
@given(worlds_with_acts())
def test_every_claim_is_in_one_entry_and_redirects_lead_to_entries(found: tuple[list[Claim], list[Act]]) -> None:
    claims, acts = found
    derived = derive(claims, published, acts)
    held = [name for entry in derived.entries for name in entry.claims]
    assert len(held) == len(set(held))
    assert set(held) <= {one.id for one in claims}
    ids = {entry.id for entry in derived.entries}
    assert len(ids) == len(derived.entries)
    assert set(derived.redirects.values()) <= ids
    assert not ids & derived.redirects.keys()
    assert all(entry.part_of in ids for entry in derived.entries if entry.part_of)


@settings(max_examples=200, deadline=None)
@given(worlds, st.integers(0, 1000))
def test_parties_do_not_depend_on_order_and_stay_in_their_state(claims: list[Claim], seed: int) -> None:
    linked = link_parties(claims)
    assert linked == link_parties(shuffled(claims, seed))
    assert all(party.state == chosen.state and party.kind == chosen.kind for party, chosen in linked.items())
    assert all(linked[chosen] == chosen for chosen in linked.values())


@settings(max_examples=200, deadline=None)
@given(worlds.filter(lambda found: len(found) > 1))
def test_merge_then_split_restores_and_each_does_what_it_says(claims: list[Claim]) -> None:
    one, other = claims[0].parties[0], claims[1].parties[0]
    before, pair = link_parties(claims), (one, other)
    merged = link_parties(claims, PartyRulings(merged=(pair,)))
    assert merged[one] == merged[other]
    apart = link_parties(claims, PartyRulings(merged=(pair,), split=(pair,)))
    if before[one] != before[other]:
        assert apart == before
    elif one != other:
        assert apart[one] == one != apart[other]


def _joined(derived: Derived, one: Claim, other: Claim) -> bool:
    return any({one.id, other.id} <= set(entry.claims) for entry in derived.entries)


@settings(max_examples=200, deadline=None)
@given(worlds.filter(lambda found: len(found) > 1), st.booleans())
def test_what_people_ruled_different_is_never_one(claims: list[Claim], same_too: bool) -> None:
    one, other = claims[:2]
    both = (target(one), target(other))
    payload = {"claims": f"{one.id},{other.id}"}
    ruled = [Act(1, "", "desk", "different", both, payload)]
    if same_too:
        ruled.append(Act(2, "", "desk", "same", both, payload))
    derived = derive(claims, published, ruled)
    assert not _joined(derived, one, other)
    assert any(problem.code == "acts-conflict" for problem in derived.problems) is same_too


@settings(max_examples=200, deadline=None)
@given(worlds_with_acts(), st.sampled_from(("accept", "reject", "same", "different", "correct")))
def test_undo_after_do_leaves_everything_as_it_was(found: tuple[list[Claim], list[Act]], verb: str) -> None:
    claims, acts = found
    before = derive(claims, published, acts)
    number = len(acts) + 1
    both = tuple(target(one) for one in claims[:2])
    later = "2024-04-02T00:00:00Z"
    done = Act(number, later, "desk", verb, both, {"what": "other"} if verb == "correct" else {})
    undone = Act(number + 1, later, "desk", "undo")
    assert derive(claims, published, [*acts, done, undone]) == before
    assert derive(claims, published, [*acts, done, undone, Act(number + 2, later, "desk", "redo")]) == derive(
        claims, published, [*acts, done]
    )


def test_a_made_up_world_is_told_apart() -> None:
    """Reports of one happening share the start of their names; entries of several tellers must not mix happenings."""
    claims, days = world(1500)
    report_of = {one.id: one.report for one in claims}
    derived = derive(claims, days)
    kept = [entry for entry in derived.entries if entry.kind in ("visit", "meeting", "signing")]
    mixed = [entry for entry in kept if len({report_of[name].partition(".")[0] for name in entry.claims}) > 1]
    assert mixed == []
    told = {(one.kind, one.report.partition(".")[0]) for one in claims if one.kind in ("visit", "meeting", "signing")}
    assert len(kept) <= 1.35 * len(told)
