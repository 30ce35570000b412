"""Ratifications: instruments ratified, approved, in force, ended or left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import BODY, Detail, Interval, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context, When
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_before, noun_behind, noun_lemma
from dostyk.reading.own_time import NOT_THE_DAY
from dostyk.reading.readers.base import draft, narrow
from dostyk.reading.readers.places import states_only
from dostyk.reading.readers.signatories import INSTRUMENTS, instrument_parties, parties_between, several
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STILL_NEEDED = frozenset(["require", "await", "need", "subject"])
_BY_ONE_SIDE = frozenset(["ratify", "approve", "ratification-of", "sign-law", "withdraw-from", "withdrawal-from"])
_NAME = 8  # words from a treaty to whom it is with
_ASSEMBLIES = frozenset("parliament senate assembly congress duma cabinet house council legislature".split())


def read_ratification(match: Match, context: Context) -> Iterator[Draft]:
    """An instrument ratified, approved, in force or ended."""
    head = _ratified(match)
    frame = match.frame.id
    others = [t for t in match.slots.get("subj", ()) if t.tag_ == "NNS" and not context.resolve(t)]
    if others and not match.who:
        return  # `states that have not ratified it`
    if (frame == "ratification-of" and _in_a_name(match.trigger)) or _in_a_law(match.trigger):
        return
    if head is None and frame not in ("ratify", "ratification-of", "adopt-decision"):
        return
    if frame == "enter-into-force" and match.trigger.tag_ == "VBZ" and _awaited(match.trigger):
        return
    if frame == "submitted-for-approval":
        who = _approving(match, context)
    elif frame in ("enter-into-force", "entry-into-force", "take-effect", "end"):
        who = _instrument_sides(match.sentence, context, head or match.trigger)
    else:
        around = Around(context, match.sentence, match.trigger)
        owner = [c for c in around.chunks if c.owner and 0 <= match.trigger.i - c.end < 6]
        who = match.who or mentions_of(owner) if not is_verb(match.trigger) else match.who or around.agent()
        inside = {t.i for noun in match.slots.get("subj", ()) for t in noun.subtree}
        who = who or mentions_of(c for c in around.chunks if c.start in inside)  # `Chile's parliament passed …`
        who = who or mentions_of(around.after("by", "in"))
    who = _assemblies(match, context, who)
    if not who:
        return
    if head is not None and frame in _BY_ONE_SIDE:
        who = [*who, *_other_side(match.sentence, context, head, who)]
    name = name_around(head) if head is not None else "instrument"
    status, flags = status_of(match.trigger)
    if frame == "submitted-for-approval":
        status = "proposed"
    if "forward" in [t.lower_ for t in match.trigger.doc[max(0, match.trigger.i - 3) : match.trigger.i]]:
        status = "proposed"
    if match.trigger.tag_ == "VBN" and match.trigger.nbor(-1 if match.trigger.i else 0).lower_ in (
        "when",
        "once",
        "if",
    ):
        status = "proposed"  # `the agreement, when ratified, would end …`
    if frame == "ratification-of" and any(t.lemma_ in _STILL_NEEDED for t in match.sentence.span):
        status = "proposed"
    found = draft(match, unique(who)[:3], what=f"{_doing(match)} {name}", detail=Detail(instrument=name), status=status,
                  flags=flags)  # fmt: skip
    words = {t.lower_ for t in match.sentence.span}
    if frame == "entry-into-force" and words & {"expected", "scheduled", "due", "will"}:
        found.status = "scheduled"
        when = context.times(match.sentence)[-1:]
        found.date, found.date_basis = (_month_awaited(when[0]), when[0].basis) if when else (None, "")
    yield found


def read_in_force(context: Context, sentence: Sentence, found: list[Draft]) -> Iterator[Draft]:
    """`the treaty, in force since May 2024, …`: it entered into force then."""
    for token in sentence.span:
        words = [t.lower_ for t in token.doc[max(sentence.span.start, token.i - 1) : token.i + 2]]
        if words not in (["in", "force", "since"], ["in", "effect", "since"]):
            continue
        head = noun_before(token, INSTRUMENTS, 14)
        when = next((w for w in context.times(sentence) if 0 < w.start - token.i <= 3), None)
        who = _instrument_sides(sentence, context, head) if head is not None else []
        told = any(d.kind == "ratification" and d.sentence is sentence for d in found)
        if head is None or when is None or told or len(who) < 2:
            continue
        name = name_around(head)
        span = narrow(sentence.span[0], sentence.span[-1], token)
        yield Draft(
            "ratification", token, sentence, span, who[:3], what=f"entry into force of {name}",
            detail=Detail(instrument=name), status="happened", date=when.interval, date_basis=when.basis,
            date_passage=when.passage,
        )  # fmt: skip
        return


def _other_side(sentence: Sentence, context: Context, head: Token, who: list[Mention]) -> list[Mention]:
    """Whose else a ratified treaty is, as its name says: `ratified the treaty with Y`, `the treaty between X and Y`."""
    own = {m.party.state for m in who}
    around = Around(context, sentence, head)
    between = parties_between(context, sentence, head)
    partners = between or mentions_of(around.after("with", reach=_NAME))
    others = [m for m in states_only(partners) if m.party.state not in own]
    return others[:1] if not between or own & {m.party.state for m in between} else []


def _month_awaited(when: When) -> Interval:
    """`expected before the end of October`: what may come on any day up to then is awaited in that month."""
    first, last = when.interval.low, when.interval.high
    month = Interval.month(last.year, last.month)
    whole = when.relation in NOT_THE_DAY and when.interval.precision == "interval" and month.contains(when.interval)
    return month if whole and last == month.high and first > month.low else when.interval


def _approving(match: Match, context: Context) -> list[Mention]:
    """`will be submitted to the House of Assembly of X for approval`: the state whose assembly is asked."""
    if not any(t.lower_ in _ASSEMBLIES for t in match.sentence.span):
        return []
    around = Around(context, match.sentence, match.trigger)
    behind = [
        c for c in around.chunks if c.start > match.trigger.i and not any(m.party.state == "IGO" for m in c.mentions)
    ]
    home = [context.mention(Party(context.home), match.trigger)] if context.home else []
    return (mentions_of(behind[:1]) or home)[:1]


def _awaited(trigger: Token) -> bool:
    """`as soon as the agreement enters into force`: that it will is told elsewhere."""
    before = {t.lower_ for t in trigger.doc[max(trigger.sent.start, trigger.i - 8) : trigger.i]}
    return bool(before & {"when", "once", "soon", "after", "until", "before", "if"})


def _assemblies(match: Match, context: Context, who: list[Mention]) -> list[Mention]:
    """`the Finnish parliament`: the body that ratifies, where the sentence has its state as an adjective."""
    named = {}
    for chunk in Around(context, match.sentence, match.trigger).chunks:
        if chunk.noun in _ASSEMBLIES and chunk.mentions and not chunk.mentions[0].party.name:
            found = chunk.mentions[0]
            named[found.key] = Mention(Party(found.party.state, chunk.noun.title(), BODY), found.passage)
    return [named.get(m.key, m) for m in who]


def _in_a_name(trigger: Token) -> bool:
    """`instruments of ratification`, `ratification law`: the word only names a paper."""
    before = [t.lower_ for t in trigger.doc[max(0, trigger.i - 3) : trigger.i]]
    after = trigger.doc[trigger.i + 1].lower_ if trigger.i + 1 < len(trigger.doc) else ""
    return bool({"instrument", "instruments"} & set(before)) or after in ("law", "bill", "process", "procedure")


def _in_a_law(trigger: Token) -> bool:
    """`signed a law ratifying the treaty`: read from the verb that makes the law."""
    before = trigger.doc[max(trigger.sent.start, trigger.i - 2) : trigger.i]
    return trigger.tag_ in ("VBG", "VB") and any(noun_lemma(t) in ("law", "bill", "act", "decree") for t in before)


def _doing(match: Match) -> str:
    return {
        "sign-law": "ratification of",
        "enter-into-force": "entry into force of",
        "entry-into-force": "entry into force of",
        "take-effect": "entry into force of",
        "end": "end of",
    }.get(match.frame.id, "approval of" if match.frame.id == "submitted-for-approval" else match.trigger.lemma_)


def _ratified(match: Match) -> Token | None:
    if match.frame.id == "sign-law" and (treaty := noun_behind(match.trigger, INSTRUMENTS, 20)) is not None:
        return treaty
    lemmas = INSTRUMENTS | {"law", "accession", "decree", "membership", "bill"}
    if not is_verb(match.trigger) or match.frame.id in ("consent", "adopt-decision"):
        return noun_behind(match.trigger, lemmas, 20) or noun_before(match.trigger, lemmas)
    slots = [t for name in ("obj", "subj") for t in match.slots.get(name, ()) if noun_lemma(t) in lemmas]
    return next(iter(slots), None) or noun_behind(match.trigger, lemmas) or noun_before(match.trigger, lemmas)


def _instrument_sides(sentence: Sentence, context: Context, head: Token) -> list[Mention]:
    own = several(parties_between(context, sentence, head))
    known = own or instrument_parties(context)
    return known or [context.mention(Party(code), head) for code in context.reference.sides(head)]
