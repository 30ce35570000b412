"""From drafts to claims: the same happening told twice in one report becomes one claim, and every field its passage."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from dostyk.language.persons import words_of
from dostyk.model import Claim, Mention, Passage
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.version import READER

if TYPE_CHECKING:
    from collections.abc import Iterable

_MERGED = frozenset(
    """visit meeting call message honour relations invitation signing gathering opening appointment ratification
    sanction cooperation aid figure office""".split()
)
_CLASS = {"happened": 0, "ongoing": 0, "scheduled": 1, "proposed": 1, "cancelled": 2, "denied": 2}
_BY_CONTENT = {"signing": 70, "gathering": 60, "opening": 60, "ratification": 60, "aid": 80, "relations": 60,
               "figure": 60, "sanction": 75, "appointment": 0, "cooperation": 60}  # fmt: skip
_PLANS = ("scheduled", "cancelled", "proposed")
_REPEATED = 88  # likeness of two wordings, of 100, above which one repeats the other
_SPAN_DAYS = 12  # parts of one visit lie no further apart


def same_party(a: Mention, b: Mention) -> bool:
    """True where two mentions may be one party: equal, a name within the other's, or a person and their state."""
    if a.party.state != b.party.state:
        return False
    if not a.party.name or not b.party.name:
        return True
    first, second = words_of(a.party.name), words_of(b.party.name)
    return first <= second or second <= first


def _covers(some: list[Mention], others: list[Mention]) -> bool:
    return all(any(same_party(a, b) for b in others) for a in some)


def _same_sides(a: Draft, b: Draft) -> bool:
    if a.kind in ("visit", "invitation", "honour", "message", "sanction", "appointment", "aid"):
        who = _covers(a.who, b.who) or _covers(b.who, a.who)
        whom = _covers(a.whom, b.whom) or _covers(b.whom, a.whom)
        return who and whom
    return _covers(a.who, b.who) or _covers(b.who, a.who)


def _same_time(a: Draft, b: Draft) -> bool:
    if a.date is None or b.date is None:
        return True
    if a.kind == "visit":
        return a.date.gap_days(b.date) <= _SPAN_DAYS and not (_vague(a) and _vague(b) and not a.date.overlaps(b.date))
    return a.date.overlaps(b.date)


def _vague(draft: Draft) -> bool:
    return draft.date is not None and draft.date.precision in ("month", "year")


def _only_topics(draft: Draft) -> bool:
    """`They discussed trade`: the topics of a talk told of already, whatever kind of talk it was."""
    return (
        draft.frame is not None
        and draft.frame.id in ("discuss", "views-exchanged")
        and draft.status in ("happened", "ongoing")
    )


def _is_chaired(draft: Draft) -> bool:
    """`The talks were chaired by X and Y`."""
    noun = draft.trigger
    chaired = noun.dep_ == "nsubj:pass" and noun.head.lemma_ in ("chair", "co-chair")
    return draft.kind == "meeting" and chaired and any(c.lower_ == "the" for c in noun.children)


def _chaired(talks: Draft, gathering: Draft) -> bool:
    """`The consultations were chaired by X and Y`: talks told of already, and no gathering beside them."""
    noun = gathering.what.lower().removeprefix("the ")
    return talks.kind == "meeting" and talks.trigger.text.lower() == noun and noun in ("consultations", "talks")


def _refers(draft: Draft) -> bool:
    """True for words that may only refer to an act told of elsewhere, and say no time of their own."""
    refers = draft.frame is not None and (draft.frame.refers or _is_chaired(draft))
    return refers and draft.date_basis in ("", "report", "dateline")


def _same(a: Draft, b: Draft) -> bool:
    if {a.kind, b.kind} == {"call", "meeting"}:
        return _only_topics(a if a.kind == "meeting" else b) and _same_sides(a, b)
    if {a.kind, b.kind} == {"meeting", "gathering"}:
        return _chaired(a, b) and _same_sides(a, b)
    if a.kind != b.kind:
        return False
    if _refers(a) or _refers(b):
        off = a.status != b.status and "postponed" in (*a.flags, *b.flags) and not _called_off(a, b)
        return not off and _same_sides(a, b)
    if _CLASS[a.status] != _CLASS[b.status] and not _called_off(a, b):
        return False
    if not (_same_sides(a, b) and _same_time(a, b)):
        return False
    if a.frame and b.frame and a.frame.id == b.frame.id == "signed-list":
        return False  # each item of a list is an instrument of its own
    if a.kind == "signing" and a.trigger == b.trigger:
        return a.what == b.what  # each paper that one word tells of is one of its own
    if a.kind == "ratification" and a.frame and b.frame and a.frame.id != b.frame.id:
        return False  # of one treaty, ratified here and in force there
    if a.kind == "aid" and a.sentence is b.sentence and a.detail.value in ("", b.detail.value):
        return True  # `announced a package that will provide …`
    if a.kind in ("aid", "figure") and a.detail.value and b.detail.value and _digits(a) != _digits(b):
        return False  # other sums are other gifts
    floor = _BY_CONTENT.get(a.kind, 0)
    return not floor or fuzz.token_set_ratio(a.what.lower(), b.what.lower()) >= floor


def _called_off(plan: Draft, later: Draft) -> bool:
    """`was to visit X on Monday`, then `cancelled his trip`: a plan, and its end told behind it."""
    return (
        plan.kind in ("visit", "meeting", "gathering")
        and plan.status == "scheduled"
        and later.status == "cancelled"
        and plan.sentence.index <= later.sentence.index
    )


def _digits(draft: Draft) -> list[str]:
    """The numbers of a value as written: `about 1,200 tonnes` has 1200."""
    return re.findall(r"\d+(?:\.\d+)?", draft.detail.value.replace(",", ""))


def _restated(a: Draft, b: Draft) -> bool:
    """A statement or commitment that the lead gives away and the body repeats in the same words."""
    if a.kind != b.kind or a.sentence.paragraph == b.sentence.paragraph or not _same_sides(a, b):
        return False
    return len(a.what) > 12 and fuzz.ratio(a.what.lower(), b.what.lower()) >= _REPEATED


def _take_over(kept: Draft, other: Draft) -> None:
    """A reference found first gives way to the telling itself."""
    for name in (
        "kind",
        "trigger",
        "sentence",
        "span",
        "status",
        "flags",
        "frame",
        "date",
        "date_basis",
        "date_passage",
    ):
        setattr(kept, name, getattr(other, name))
    if other.what and kept.what in ("visit", "meeting", "talk"):
        kept.what, kept.detail = other.what, other.detail


def _announced_between(a: Draft, b: Draft, published: date | None) -> bool:
    """True for a day up to the report's own beside one still to come: the first is that of announcing the visit."""
    days = sorted((d.date for d in (a, b) if d.date is not None), key=lambda days: days.low)
    told = days[0].precision == "day" and published is not None and days[0].low <= published < days[-1].low
    return a.status in _PLANS and told


def _join(kept: Draft, other: Draft, published: date | None) -> None:
    """Take from `other` what `kept` lacks: names for states, a date, a place, a fuller wording."""
    last = kept.date if kept.kind == "visit" and kept.trigger.head.lemma_ == "end" else None  # `met at its end`
    if _refers(kept) and not _refers(other):
        _take_over(kept, other)
    kept.aliases += 1
    if _called_off(kept, other):
        kept.status, kept.flags = other.status, other.flags
    for own, theirs in ((kept.who, other.who), (kept.whom, other.whom)):
        for n, mention in enumerate(own):
            if not mention.party.name:
                own[n] = next((m for m in theirs if m.party.name and m.party.state == mention.party.state), mention)
        if kept.kind in ("meeting", "call", "signing", "gathering") and len(other.who) > len(kept.who):
            own.extend(m for m in theirs if not any(same_party(m, o) for o in own))
    if other.date and (kept.date is None or _better_date(other, kept)):
        kept.date, kept.date_basis, kept.date_passage = other.date, other.date_basis, other.date_passage
    elif kept.kind == "visit" and kept.date and other.date and not (_vague(kept) or _vague(other)):
        if not _announced_between(kept, other, published):
            kept.date = kept.date.hull(other.date)
    if last is not None and kept.date and 0 < (last.high - kept.date.high).days <= _SPAN_DAYS:
        kept.date = kept.date.hull(last)
    if other.place and (not kept.place or len(other.place) > len(kept.place)):
        kept.place, kept.place_passage = other.place, other.place_passage
    fuller = len(kept.what) < 8 < len(other.what) and not _of_another_time(kept, other)
    if fuller or (kept.kind == "aid" and other.detail.value and not kept.detail.value):
        kept.what, kept.detail = other.what, other.detail


def _of_another_time(kept: Draft, other: Draft) -> bool:
    """`visited in 1959` and `your state visit`: the form of the one need not be that of the other."""
    if kept.kind != "visit" or kept.date is None or not _vague(kept):
        return False
    return other.date is None or not other.date.overlaps(kept.date)


def _better_date(a: Draft, b: Draft) -> bool:
    rank = {"": 0, "report": 1, "dateline": 1, "visit": 1}
    own, others = rank.get(a.date_basis, 2), rank.get(b.date_basis, 2)
    return own > others or (own == others == 2 and _narrower(a, b))


def _narrower(a: Draft, b: Draft) -> bool:
    """`will meet on a trip from May 9 to 12`, then `on May 10`; but `earlier this week` is not the day of writing."""
    if a.kind == "visit" or a.date is None or b.date is None or b.date.precision != "interval":
        return False
    last = a.date.high == b.date.high and a.status not in _PLANS
    return a.date.precision == "day" and b.date.contains(a.date) and not last


def merge(drafts: Iterable[Draft], published: date | None) -> list[Draft]:
    """Drafts of one happening joined, in the order of their first telling; `published` is the report's day."""
    kept: list[Draft] = []
    for draft in drafts:
        merged = draft.kind in _MERGED
        same = next((k for k in kept if (_same(k, draft) if merged else _restated(k, draft))), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft, published)
    return kept


def _passage(context: Context, draft: Draft) -> Passage:
    return context.document.passage(*draft.span)


def to_claim(context: Context, draft: Draft) -> Claim:
    """The claim of a draft, with the passages that carry each of its fields."""
    evidence: dict[str, tuple[Passage, ...]] = {
        "trigger": (context.document.passage(draft.trigger, draft.trigger),),
        "sentence": (_passage(context, draft),),
        "who": tuple(m.passage for m in draft.who),
        "what": (_passage(context, draft),),
        **draft.evidence,
    }
    if draft.whom:
        evidence["whom"] = tuple(m.passage for m in draft.whom)
    if draft.date_passage:
        evidence["date"] = (draft.date_passage,)
    if draft.place_passage:
        evidence["place"] = (draft.place_passage,)
    return Claim(
        report=context.report.id,
        reader=READER,
        kind=draft.kind,
        who=tuple(draft.who),
        whom=tuple(draft.whom),
        date=draft.date,
        date_basis=draft.date_basis if draft.date else "",
        place=draft.place,
        what=draft.what,
        status=draft.status,
        flags=tuple(sorted(draft.flags)),
        attributed_to=draft.attributed_to,
        detail=draft.detail,
        evidence=evidence,
        confidence=round(draft.confidence, 3),
    )
