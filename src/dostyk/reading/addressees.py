"""Whom a statement is aimed at and whom a commitment is for, where no frame says: the party that is addressed or
spoken of.

Of the parties in what is said, the counterpart of the talks comes before others, and who is named before who is only
in a place name. Where what is said names nobody and one side speaks, the counterpart is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.model import BODY, PERSON, Mention, Party
from dostyk.reading.arguments import expand
from dostyk.reading.draft import Draft, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dostyk.language.persons import Named
    from dostyk.reading.context import Context

_AIMED = frozenset(["statement", "commitment"])
_PLACES = frozenset(["capital", "city", "seat"])
_TO_A_PERSON = frozenset("thanks congratulate condole".split())
_STAYS = frozenset("visit trip tour arrival stay".split())
_OCCASIONS = frozenset("summit conference forum session congress meeting assembly".split())
_JOINING = frozenset([",", "and", "&", "the", "-", "–", "with"])
_ADDRESSED = ("obj", "iobj", "obl", "nmod")
_WIDER = frozenset(
    "region regional regions world global international everyone forum pacific asia africa europe".split()
)
_BETWEEN_US = frozenset("bilateral relations relationship ties mutual two both".split())
_DOMINANT = 3  # times that one foreign state is named for every naming of the next


def add_addressees(context: Context, drafts: list[Draft]) -> None:
    """Give statements and commitments the party that they are about or for, where they have none."""
    for draft in drafts:
        if draft.kind in _AIMED and not draft.whom and draft.who:
            draft.whom = unique(_addressees(context, draft))


def _addressees(context: Context, draft: Draft) -> list[Mention]:
    own = {m.party.state for m in draft.who}
    spoken_of = list(_parties(context, _said(draft), own))
    if len(draft.who) > 1:
        named = [pair for pair in spoken_of if pair[0].kind not in _PLACES]
        return _with_joined(named, 0) if draft.kind == "statement" else []
    personal = draft.detail.stance in _TO_A_PERSON
    if personal and (addressed := _addressed(context, draft.trigger, own)):
        return addressed
    counterpart = _counterpart(context, draft, own)
    if spoken_of:
        theirs = (n for n, (_, m) in enumerate(spoken_of) if counterpart and m.party.state == counterpart.state)
        return _with_joined(spoken_of, next(theirs, 0))
    if counterpart is None or not _may_mean_them(draft):
        return []
    return [context.mention(counterpart if personal else Party(counterpart.state), draft.trigger)]


def _may_mean_them(draft: Draft) -> bool:
    """False for news and for words on the world or a region, which are for everybody."""
    if draft.detail.stance == "announce" or draft.who[0].party.state == "IGO":
        return False
    said = {t.lower_ for t in _said(draft)}
    return bool(said & _BETWEEN_US) or not said & _WIDER


def _with_joined(spoken_of: list[tuple[Named, Mention]], first: int) -> list[Mention]:
    """A party and those enumerated behind it: `in Ukraine, Moldova and beyond`."""
    found = spoken_of[first : first + 1]
    for named, mention in spoken_of[first + 1 :] if found else ():
        last = found[-1][0]
        if named.doc is not last.doc or named.start <= last.start:
            break
        between = {t.lower_ for t in named.doc[last.end : named.start]}
        if not between <= _JOINING or not between:
            break
        found.append((named, mention))
    return [mention for _, mention in found]


def _addressed(context: Context, verb: Token, own: set[str]) -> list[Mention]:
    """`congratulated him on …`, `offered X his congratulations`, `expressed thanks to A and B`."""
    objects = [c for c in verb.children if c.dep_ == "obj"]
    for child in (*verb.children, *(c for o in objects for c in o.children if c.dep_ == "nmod")):
        to = child.dep_ not in ("obl", "nmod") or any(c.dep_ == "case" and c.lower_ == "to" for c in child.children)
        if child.dep_ not in _ADDRESSED or not to:
            continue
        found = [m for t in expand(child) for m in context.resolve(t) if m.party.state and m.party.state not in own]
        if found:
            return found
    return []


def _said(draft: Draft) -> list[Token]:
    """The words of what is said."""
    first, last = draft.span
    head = draft.head
    if head is not None and first.i <= head.i <= last.i and head != draft.trigger:
        inside = [t for t in head.subtree if first.i <= t.i <= last.i]
        return [t for t in inside if t.i > draft.trigger.i] if head.i > draft.trigger.i else inside
    return [t for t in first.doc[first.i : last.i + 1] if t.i != draft.trigger.i]


def _parties(context: Context, words: list[Token], own: set[str]) -> Iterator[tuple[Named, Mention]]:
    """Parties of other states named among words, persons and states before places."""
    places: list[tuple[Named, Mention]] = []
    seen: set[int] = set()
    for token in words:
        named = context.people.at(token)
        if named is None or id(named) in seen:
            continue
        seen.add(id(named))
        party = named.resolve()
        if party is None or party.state in ("", "IGO") or party.state in own or _names_a_paper(named):
            continue
        state_only = party.kind == BODY or (named.kind == PERSON and _only_stays(named))
        mention = context.people.mention(named, Party(party.state) if state_only else party)
        if mention is None:
            continue
        if named.kind in _PLACES:
            places.append((named, mention))
        else:
            yield named, mention
    yield from places


def _names_a_paper(named: Named) -> bool:
    """`the Algiers Agreement`, `the summit in Kenya`: a place that only gives something its name or seat."""
    head = named.doc[named.start : named.end].root
    held_in = any(c.dep_ == "case" and c.lower_ in ("in", "at") for c in head.children)
    if held_in and head.head.lemma_.lower() in _OCCASIONS:
        return True
    return named.kind in _PLACES and head.dep_ == "compound" and head.i < head.head.i


def _only_stays(named: Named) -> bool:
    """`President X's visit`: a person who is named only for the visit stands for the state."""
    head = named.doc[named.start : named.end].root
    return head.dep_ == "nmod:poss" and head.head.lemma_.lower() in _STAYS


def _counterpart(context: Context, draft: Draft, own: set[str]) -> Party | None:
    """The other side: of the latest encounter of the speaker, else the state that the report is about besides."""
    for met in reversed(context.reference.met_before(draft.trigger)):
        others = {p.state for p in met.everyone if p.state} - own
        if own & met.states and len(others) == 1:
            return next(p.party for p in met.everyone if p.state in others)
    weights = {code: n for code, n in context.reference.weights.items() if code not in own}
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    if not ranked or (len(ranked) > 1 and weights[ranked[0]] < _DOMINANT * weights[ranked[1]]):
        return None
    return Party(ranked[0])
