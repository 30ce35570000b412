"""Entries from groups of claims; the whole derivation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from dostyk.linking import fields as said
from dostyk.linking.acts import Bound, added_claims, bind, effective
from dostyk.linking.blocks import in_memory
from dostyk.linking.cluster import components, partition
from dostyk.linking.corrections import apply_corrections
from dostyk.linking.merging import as_named, party_rulings
from dostyk.linking.nearness import NOWHERE, Home
from dostyk.linking.parties import link_parties
from dostyk.linking.parts import with_parts
from dostyk.linking.view import View, added_address, addresses, prepare
from dostyk.model import Act, Claim, Detail, Entry, Interval, Party, Problem, Version

_DETAILS = tuple(f.name for f in fields(Detail))
_DAYS: dict[str, tuple[said.Reader, said.Covers]] = {
    "visit": (said.stay_of, said.stay_covers), "gathering": (said.event_of, said.stay_covers),
}  # fmt: skip
_SETTLED = frozenset(("happened", "ongoing"))
_UNITED = frozenset(("gathering",))
_STATUS_RANK = ("proposed", "scheduled", "denied", "cancelled", "ongoing", "happened")


@dataclass(frozen=True)
class Derived:
    """What claims and acts come to: entries by id, address → entry id, party named → party it is."""

    entries: tuple[Entry, ...]
    redirects: Mapping[str, str]
    parties: Mapping[Party, Party]
    problems: tuple[Problem, ...] = ()


def derive(
    claims: Iterable[Claim],
    published: Mapping[str, date | None],
    acts: Iterable[Act] = (),
    *,
    voices: Mapping[str, str] | None = None,
    lineage: Mapping[str, str] | None = None,
    homes: Mapping[str, Home] | None = None,
) -> Derived:
    """Everything that follows from the claims, whatever their order.

    `published` gives a report's day; `voices` the voice of a report that is another's copy; `lineage` leads from an
    older version of a report to the one that counts, for acts bound to the older; `homes` says where outlets stand.
    """
    held = effective(acts)
    read = {claim.id: claim for claim in claims}
    added = {claim.id: claim for claim in added_claims(held)}
    every = {**added, **read}
    bound = bind(held, every.values(), lineage)
    places = {**{name: added_address(name) for name in added}, **addresses(read.values())}
    kept = {name: as_named(claim, bound.named.get(name, {})) for name, claim in every.items()
            if name not in bound.rejected}  # fmt: skip
    parties = link_parties(kept.values(), party_rulings(held))
    views = [prepare(claim, published.get(claim.report), parties, (voices or {}).get(claim.report, claim.report),
                     places[name], name=name, home=(homes or {}).get(claim.report, NOWHERE))
             for name, claim in kept.items()]  # fmt: skip
    entries, redirects = entries_of(views, bound)
    return Derived(tuple(sorted(with_parts(entries), key=lambda entry: entry.id)), redirects, parties, bound.problems)


def entries_of(views: Sequence[View], bound: Bound) -> tuple[list[Entry], dict[str, str]]:
    """Entries and redirects of claims that are all at hand, without `part_of`."""
    keys, fetch = in_memory(views)
    ordered = sorted(views, key=lambda view: view.order)
    entries: list[Entry] = []
    redirects: dict[str, str] = {}
    for component in components(ordered, keys, fetch, bound.rulings, {view.id: view for view in views}):
        for group in partition(component, bound.rulings):
            entry = build(group, bound)
            entries.append(entry)
            redirects.update((view.address, entry.id) for view in group if view.address != entry.id)
    return entries, redirects


def build(group: Sequence[View], bound: Bound) -> Entry:
    """The entry of claims of one thing, in the order of their anchors; the first founds it."""
    found = _versions(group)
    by_key = {party.key: party for view in group for party in (*view.who, *view.whom)}
    history = _history(group)
    claims = tuple(view.id for view in group)
    accepted = any(name in bound.accepted for name in claims)
    basis = {view.date.iso: view.claim.date_basis for view in reversed(group) if view.date}
    day = found["date"][0].value if "date" in found else ""
    status = _status([step[1] for step in history])
    entry = Entry(
        id=group[0].address,
        kind=group[0].kind,
        anchors=tuple(view.anchor for view in group),
        claims=claims,
        who=_side(found.get("who", ()), by_key, group[0].kind),
        whom=_side(found.get("whom", ()), by_key, group[0].kind),
        date=Interval.parse(day) if day else None,
        date_basis=basis.get(day, ""),
        place=_first(found, "place"),
        what=_first(found, "what"),
        status=status,
        flags=_flags(group, status),
        detail=Detail(**{name: _first(found, name) for name in _DETAILS}),
        versions=found,
        history=history,
        confidence=1.0 if accepted else _confidence(group),
        accepted=accepted,
        voices=len({view.voice for view in group}),
    )
    corrections = sorted(step for name in claims for step in bound.corrections.get(name, ()))
    return apply_corrections(entry, [(name, value) for _, name, value in corrections])


def _versions(group: Sequence[View]) -> dict[str, tuple[Version, ...]]:
    found = {name: said.versions(group, *field) for name, field in fields_of(group).items()}
    return {name: given for name, given in found.items() if given}


def fields_of(group: Sequence[View]) -> dict[str, tuple[said.Reader, said.Covers]]:
    """For each field that claims of one thing may give, how it is read and which of its values say more than others."""
    found: dict[str, tuple[said.Reader, said.Covers]] = {
        "who": (said.who_of, said.sides_cover),
        "whom": (said.whom_of, said.sides_cover),
        "date": _DAYS.get(group[0].kind, (said.date_of, said.date_covers)),
        "place": (said.place_of, said.stay_place_covers if group[0].kind == "visit" else said.place_covers),
        "what": (said.title_of, str.__eq__) if group[0].kind == "office" else (said.what_of, said.what_covers),
        "status": (said.status_of, said.status_covers),
    }
    for name in _DETAILS:
        if any(getattr(view.claim.detail, name) for view in group):
            found[name] = (said.detail_of(name), said.value_covers if name == "value" else said.what_covers)
    return found


def _first(found: Mapping[str, Sequence[Version]], name: str) -> str:
    return found[name][0].value if name in found else ""


def _side(given: Sequence[Version], by_key: Mapping[str, Party], kind: str) -> tuple[Party, ...]:
    """The preferred parties; of a gathering all that any report names, since each names its own."""
    named = [version.value for version in (given if kind in _UNITED else given[:1])]
    keys = dict.fromkeys(key for value in named for key in value.split("; "))
    acting = {key.partition(":")[0] for key in keys if ":" in key}
    return tuple(by_key[key] for key in keys if ":" in key or key not in acting)


def _history(group: Sequence[View]) -> tuple[tuple[str, str, str], ...]:
    """Day published, status, claim; in order of publication, undated reports first, within a day the likelier last."""
    steps = [(view.published.isoformat() if view.published else "", view.claim.status, view) for view in group]
    ordered = sorted(steps, key=lambda step: (step[0], _STATUS_RANK.index(step[1]), step[2].order))
    return tuple((day, status, view.id) for day, status, view in ordered)


def _status(statuses: Sequence[str]) -> str:
    """The last one told, except that what happened does not become a plan again."""
    current = statuses[0]
    for status in statuses[1:]:
        if not (current in _SETTLED and status in ("scheduled", "proposed")):
            current = status
    return current


def _flags(group: Sequence[View], status: str) -> tuple[str, ...]:
    """`background` where all claims have it; others where a claim of the status that holds has them."""
    telling = [view for view in group if view.claim.status == status] or list(group)
    flags = {flag for view in telling for flag in view.claim.flags if flag != "background"}
    if all("background" in view.claim.flags for view in group):
        flags.add("background")
    return tuple(sorted(flags))


def _confidence(group: Sequence[View]) -> float:
    """One less the chance that every independent voice errs; two claims of one voice count once."""
    best: dict[str, float] = {}
    for view in group:
        best[view.voice] = max(best.get(view.voice, 0.0), view.claim.confidence)
    doubt = 1.0
    for voice in sorted(best):
        doubt *= 1.0 - best[voice]
    return round(min(0.99, 1.0 - doubt), 4)
