"""Where a contact takes place: the first city or state that its phrases name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.persons import Named
from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import FINITE, is_verb
from dostyk.reading.contact_slots import GUESTS
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_PLACES = ("city", "capital", "state", "historic")
# words that stand between `in` and the name of a place
_SITES = frozenset("city town capital port resort village border southern northern eastern western office".split())
_PHRASE = 7  # words of such a phrase
_CLOSING = frozenset([";", ":", "“", '"', "("])
_NAMED_AFTER = re.compile(
    r"[A-Z][\w.-]*(?: [A-Z][\w-]+)*? (?:Fund|Agency|Bank|Corporation|Foundation|Crescent|Cross|Charity"
    r"|Society|Institute|Company|Airlines|Airways)\b(?: for(?: (?:[A-Z][\w-]+|and))+)?"
)
_WELCOMING = frozenset("welcome-to host-guest welcome-guest host-for-talks".split())


def welcomes_no_guest(match: Match, context: Context) -> bool:
    """True for `welcomed Finland moving closer`, `welcomed the dialogue held …`: no person is received."""
    if match.frame.id not in _WELCOMING or any(m.party.name for m in match.who[-1:]):
        return False
    objects = match.slots.get("obj", [])
    named = [context.people.at(t) for t in objects]
    persons = any(n is not None and n.person is not None for n in named)
    return not persons and not any(t.lemma_.lower() in GUESTS or t.tag_ == "PRP" for t in objects)


def states_only(mentions: list[Mention]) -> list[Mention]:
    """Mentions reduced to the states of their parties, each once."""
    kept: dict[str, Mention] = {}
    for m in mentions:
        if m.party.state and m.party.state != "IGO":
            kept.setdefault(m.party.state, Mention(Party(m.party.state), m.passage))
    return list(kept.values())


def by_full_name(context: Context, mention: Mention) -> Mention:
    """`the Saudi Fund for Development`: a body that is named after its state, where only the state was understood."""
    passage, party = mention.passage, mention.party
    if party.name or party.state == "IGO" or passage.field != "text":
        return mention
    found = _NAMED_AFTER.match(context.report.text, passage.start)
    if found is None or found.end() < passage.end:
        return mention
    return Mention(Party(party.state, found.group(), BODY), passage)


def place_of(context: Context, tokens: list[Token]) -> tuple[str, Named | None]:
    """(`ISO3:City` or `ISO3`, where it is named) of the first place among noun phrases; a city goes before a state."""
    best: tuple[str, Named | None] = ("", None)
    for head in tokens:
        for token in (head, *_without_clauses(head)):
            named = context.people.at(token)
            if named is None or named.kind not in _PLACES or named.party is None:
                continue
            if named.kind in ("city", "capital"):
                return f"{named.party.state}:{named.doc[named.start : named.end].text}", named
            best = best if best[0] else (named.party.state, named)
    return best


def _without_clauses(head: Token) -> Iterator[Token]:
    """The words of a noun phrase; `a visit to Peru, during which he toured a mill in Cusco`: not those told of it."""
    for child in head.children:
        if child.dep_ not in ("acl:relcl", "parataxis", "obl:agent"):  # nor `a school funded by Norway`
            yield child
            yield from _without_clauses(child)


def put_place(found: Draft, match: Match, context: Context) -> None:
    """The place that an `in` or `at` phrase of the trigger names."""
    slots = [t for name in ("in", "at", "g:in", "g:at") for t in match.slots.get(name, ())]
    found.place, named = place_of(context, slots)
    if named is None and (named := _place_behind(context, match)) is not None:
        found.place, named = place_of(context, [named.doc[named.end - 1]])
    if named is not None:
        found.place_passage = context.document.passage(named.doc[named.start], named.doc[named.end - 1])


def _place_behind(context: Context, match: Match) -> Named | None:
    """`signed a treaty in Lima`, `met the ministers of A and B in Oslo`: the place behind a trigger in its clause that
    the parse hung on a paper or a person, while it is where the act was done."""
    trigger = match.trigger
    for token in trigger.doc[trigger.i + 1 : trigger.sent.end - 1]:
        if token.tag_ in FINITE or token.tag_.startswith("W") or token.text in _CLOSING:
            return None
        if token.lower_ not in ("in", "at") or token.tag_ != "IN":
            continue
        named = _named_at(context, token.doc, token.i + 1)
        if named is not None and _is_where(context, match, named):
            return named
    return None


def _named_at(context: Context, doc: Doc, start: int) -> Named | None:
    """The place that a phrase names: `the Kenyan capital Nairobi`, `the town of X`, `his office in X`."""
    for token in doc[start : start + _PHRASE]:
        named = context.people.at(token)
        if named is not None and named.kind in _PLACES:
            return named
        inside = token.tag_ in ("DT", "IN", "PRP$") or token.lower_ in _SITES or token.text == ","
        if not inside and (named is None or named.kind != "demonym"):
            return None
    return None


def _is_where(context: Context, match: Match, named: Named) -> bool:
    """True where a place stands with the act, a party, a paper or a day; a state with the act or a day only."""
    doc, trigger = named.doc, match.trigger
    if named.end < len(doc) and doc[named.end].tag_ in ("POS", "NN", "NNS"):
        return False
    head = doc[named.start : named.end].root.head
    if head.lower_ in _SITES:
        head = head.head
    timed = any(w.start <= head.i < w.end for w in context.times(match.sentence))
    if head in (trigger, trigger.head) or is_verb(head) or timed:
        return True
    if named.kind == "state":
        return False
    if match.frame.kind == "signing" and (head.head == trigger or _before_a_day(context, match, named)):
        return True
    return context.people.at(head) is not None or bool(context.resolve(head))


def _before_a_day(context: Context, match: Match, named: Named) -> bool:
    """`a protocol on culture in Lima on Monday`: a place beside the day is that of the act."""
    starts = {w.start for w in context.times(match.sentence)}
    return bool(starts & {named.end, named.end + 1}) or any(
        w.end in (named.start, named.start - 1) for w in context.times(match.sentence)
    )
