"""The days of words and undertakings without a time of their own: of those still to be said, of a treaty's terms, of
what two sides agree on in the course of a visit."""

from __future__ import annotations

from datetime import date
from functools import reduce

from dostyk.model import Interval
from dostyk.reading.draft import Draft
from dostyk.reading.other_times import CONTACTS

_DAYS = ("day", "interval")
_WORDS = frozenset(["statement", "commitment", "message"])
_TREATIES = ("treaty", "agreement", "pact", "convention", "accord", "framework")
_BY_THE_WAY = frozenset(["honour", "opening", "message", "sanction"])  # kinds of news that tell of no talks
_ENDS = frozenset("end conclude complete finish wrap".split())


def words_to_come(drafts: list[Draft], published: date | None) -> None:
    """`They will meet on May 9. The President will thank …`: words are of the meeting or trip they are meant for."""
    contacts = [d for d in drafts if d.kind in CONTACTS and d.date is not None and d.date.precision in _DAYS]
    ahead = [d for d in contacts if d.status in ("scheduled", "ongoing")]
    today = [d for d in contacts if d.status == "happened" and published and d.date == Interval.day(published)]
    for draft in drafts:
        if draft.date is None and draft.status == "scheduled" and draft.kind in _WORDS:
            meant = [c for c in ahead if _speaks_at(draft, c)] or today
            if meant:
                _give(draft, min(meant, key=lambda c: abs(c.sentence.index - draft.sentence.index)))


def _speaks_at(draft: Draft, contact: Draft) -> bool:
    keys = {m.key for m in (*contact.who, *contact.whom)}
    return any(m.key in keys for m in draft.who)


def terms_of_treaties(drafts: list[Draft]) -> None:
    """`The treaty of June 3 is in force. Neither may …`: what its parties are bound to they undertook in signing it."""
    force = [d for d in drafts if d.kind == "ratification"]
    for draft in drafts:
        if draft.kind != "commitment" or draft.date is not None or draft.status != "happened":
            continue
        if draft.frame is None or draft.frame.id != "will":
            continue
        signed = [d for d in drafts if _is_treaty(d) and _states(d) == _states(draft)]
        if signed and any(_states(f) <= _states(draft) for f in force):
            _give(draft, min(signed, key=lambda d: d.date.low if d.date else date.max))


def _is_treaty(draft: Draft) -> bool:
    named = f"{draft.what} {draft.detail.instrument}".lower()
    day = draft.date is not None and draft.date.precision == "day"
    return draft.kind == "signing" and day and "protocol" not in named and any(word in named for word in _TREATIES)


def agreed_on_visits(drafts: list[Draft], main: Draft | None) -> None:
    """`ends a four-day visit today … it was agreed that …`, told beside an honour: on some day of the visit."""
    if main is None or main.kind not in _BY_THE_WAY:
        return
    visits = [
        d for d in drafts
        if d.kind == "visit" and d.status in ("happened", "ongoing") and d.date and d.date.precision in _DAYS
        and any(t.lemma_ in _ENDS for t in d.sentence.span)
    ]  # fmt: skip
    for draft in drafts:
        if draft.kind == "commitment" and draft.date is None and draft.status == "happened" and len(_states(draft)) > 1:
            own = [v for v in visits if _states(draft) <= _states(v)]
            if own:
                _give(draft, own[-1])
                days = [v.date for v in own if v.date]  # `came on Monday …, ends it today`
                draft.date = reduce(Interval.hull, days)


def _states(draft: Draft) -> set[str]:
    return {m.party.state for m in (*draft.who, *draft.whom)}


def _give(draft: Draft, source: Draft) -> None:
    draft.date, draft.date_basis, draft.date_passage = source.date, "visit", source.date_passage
