"""Acts from the site: checked against what the person saw, written, taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from sqlalchemy import select

from dostyk.errors import UsageError
from dostyk.followup.rounds import Step
from dostyk.intake.days import read_day
from dostyk.ledger.erasures import ERASED, refuse_erasure
from dostyk.ledger.schema import entry_claims
from dostyk.linking.merging import MERGE, SPLIT
from dostyk.linking.named import named_party
from dostyk.model import Act, Entry, Interval
from dostyk.web.observe import ACTS
from dostyk.web.queries.entry import Field, fields_of
from dostyk.web.queries.entry import seen as seen_of
from dostyk.web.queries.items import title
from dostyk.web.site import Site


@dataclass
class Conflict(Exception):
    """Somebody changed the entry after it was shown. `last` is the latest decision about it."""

    entry: str
    title: str
    last: str
    by: str
    changed: tuple[Field, ...]

    def __str__(self) -> str:
        said = f" ({self.by}: {self.last})" if self.by else ""
        return f"this entry changed after you opened it{said}; nothing was recorded"


def decide(
    site: Site, by: str, verb: str, ids: Sequence[str], values: Mapping[str, str], reason: str, seen: str
) -> Act:
    """Record an act, unless its first entry is no longer as `seen`. Raises Conflict, UsageError."""
    with site.deciding:
        _check(site, ids[0] if ids else "", seen)
        act = site.ledger.act(verb, ids, by=by, payload=dict(values), reason=reason)
        if seen:
            _yield_to_another(site, act)
    ACTS.labels(verb).inc()
    return act


def _check(site: Site, name: str, seen: str) -> None:
    if not seen:
        return
    try:
        entry = site.ledger.entry(name)
    except UsageError:
        raise Conflict(name, "an entry that is gone", "it was rejected", _last(site)[0], ()) from None
    if seen_of(entry) != seen:
        raise _conflict(site, entry)


def _conflict(site: Site, entry: Entry) -> Conflict:
    lines = [line for line in site.ledger.log(entry.id) if line.what != "report"]
    by, last = (lines[-1].by, f"{lines[-1].what} {lines[-1].text}".strip()) if lines else ("", "")
    return Conflict(entry.id, title(entry), last, by, fields_of(entry))


def _last(site: Site) -> tuple[str, str]:
    held = site.ledger.acts(held=True)
    return (held[-1].by, held[-1].verb) if held else ("", "")


def _yield_to_another(site: Site, act: Act) -> None:
    """Another process may have written between our look and our act: then the earlier one holds, and ours is undone."""
    log = site.ledger.acts()
    before = log[-2] if len(log) > 1 and log[-1].number == act.number else None
    if before and before.by != act.by and before.at == act.at and set(before.targets) & set(act.targets):
        site.ledger.undo(by=act.by, number=act.number, reason="two people at once; the first holds")
        raise Conflict("", "this entry", before.verb, before.by, ())


def follow(site: Site, by: str, step: Step) -> None:
    """Record an act of the follow-up. Raises UsageError."""
    with site.deciding:
        site.ledger.follow([step], by=by)
    ACTS.labels(step[0]).inc()


def split(site: Site, by: str, entry: str, claims: Sequence[str], seen: str) -> None:
    """Take claims out of an entry: each is ruled different from every claim that stays. Raises UsageError."""
    with site.deciding:
        _check(site, entry, seen)
        held = site.ledger.entry(entry).claims
        out = [name for name in held if name in set(claims)]
        stay = [name for name in held if name not in out]
        if not out or not stay:
            raise UsageError("choose some of the claims to split off, not all and not none")
        reason = f"split of {entry}"
        site.ledger.decide([("different", [name, other], {}) for name in out for other in stay], by=by, reason=reason)
    ACTS.labels("different").inc()


def rule_parties(site: Site, by: str, verb: str, one: str, other: str, *, others: bool = False) -> None:
    """Merge the party of key `one` with another, or split that name from it; `other` is a key, a name or the address of
    the party's page. As a split goes before a merge, merging takes back the person's own split, and what others ruled
    where `others` says so. Raises UsageError."""
    with site.deciding:
        named = site.ledger.named()
        first = named_party(one, named, exact=True)
        second = named_party(_key_in(other), named, exact=verb == SPLIT)
        if verb == MERGE:
            site.ledger.reunite(first, second, by=by, others=others)
        else:
            site.ledger.rule_parties(verb, first, second, by=by)
    ACTS.labels(verb).inc()


def _key_in(address: str) -> str:
    """The key in the address of a party's page; what is no address comes back as it is."""
    _, found, key = address.strip().partition("/parties/")
    return unquote(key.partition("?")[0].partition("#")[0]) if found else address.strip()


def undo(site: Site, by: str) -> str:
    """Take back this person's latest act that holds, with all of the same decision; the entry it was about. Raises
    UsageError where there is none, or where it is an erasure."""
    with site.deciding:
        mine = [act for act in site.ledger.acts(held=True) if act.by == by and act.verb != ERASED]
        refuse_erasure(mine)
        if not mine:
            raise UsageError(f"{by} has nothing to undo")
        last = mine[-1]
        site.ledger.undo(by=by, number=last.number)
    ACTS.labels("undo").inc()
    return _entry_of(site, last)


def _entry_of(site: Site, act: Act) -> str:
    claims = act.payload.get("claims", "").split(",")
    with site.ledger.asking() as connection:
        query = select(entry_claims.c.entry).where(entry_claims.c.claim == claims[0])
        return connection.execute(query).scalar() or ""


def corrected_value(field: str, value: str) -> str:
    """The value in the ledger's form: days as written become ISO where they name one day."""
    value = " ".join(value.split())
    if field not in ("date", "due") or not value:
        return value
    try:
        return Interval.parse(value).iso
    except ValueError:
        day = read_day(value).day
        return day.isoformat() if day else value


def review_at(address: str, entry: str) -> str:
    """The address of the queue at an entry."""
    parts = urlsplit(address)
    pairs = [(name, value) for name, value in parse_qsl(parts.query) if name != "at"]
    return f"{parts.path}?{urlencode([*pairs, ('at', entry)])}"
