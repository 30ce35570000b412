"""Aid: money, goods and relief from a giver to a receiver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import Detail, Interval
from dostyk.reading.arguments import governing_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_behind, noun_lemma
from dostyk.reading.own_time import nearest
from dostyk.reading.readers.amounts import amount_in, is_currency
from dostyk.reading.readers.base import draft, wording
from dostyk.reading.readers.givers import ABROAD, by_others, givers_and_takers
from dostyk.reading.readers.places import by_full_name
from dostyk.reading.readers.undertakings import is_to
from dostyk.reading.surface import Around

if TYPE_CHECKING:
    from spacy.tokens import Token

# goods that are aid whatever their amount, and those that are only with one
_GOODS = frozenset(
    "assistance aid relief donation grant dose vaccine ton tonne medicine rice loan shipment grain wheat food "
    "ambulance tent blanket generator kit helicopter aircraft weapon weaponry ammunition munition artillery missile "
    "therapeutic ventilator oxygen weapons munitions scholarship rescuer firefighter medic howitzer".split()
)
_WEAK_GOODS = frozenset(
    "funding contribution million billion $ package supply credit equipment fund support % euro dollar pound yuan yen "
    "amount supplies tranche material treatment system vehicle crore lakh rupee franc krone krona won dirham "
    "place".split()
)
# things that are aid where somebody gives or gets a number of them
_THINGS = frozenset("tractor bus truck boat vehicle computer laptop bed incubator".split())
_HANDED = frozenset("donate hand give present receive provide send gift".split())
_PROMISING = frozenset(["pledge", "announce", "promise", "commit", "offer"])
# verbs that tell of money and goods of every kind
_ANNOUNCING = frozenset(
    "announce supply ship release extend offer allocate authorize authorise approve make implement share "
    "transfer".split()
)
_RAISING = frozenset(["increase", "double", "boost"])
_AID_WORDS = frozenset(
    "aid assistance humanitarian relief grant grants donation donations development emergency loan loans doses "
    "vaccines medicine medicines tents blankets food refugees earthquake flood floods drought cyclone disaster "
    "weapons weaponry ammunition munitions helicopters vaccine available scholarships scholarship credit debt "
    "reconstruction rebuilding victims".split()
)
_TRADE = re.compile(r"\b(?:exports?|LNG|gas|oil|crude|coal|uranium|commercial|contract)\b")
_PLANNING = frozenset(["plan", "agree", "decide", "intend", "undertake", "going", "enable"])
_WEIGHED = frozenset(["option", "explore", "consider", "request", "propose", "seek", "pursue"])
_GENERAL = frozenset("in of for without by keep continue".split())
_DISASTERS = frozenset("earthquake tsunami flood cyclone hurricane typhoon attack disaster bushfire eruption".split())
_GLAD = frozenset(["proud", "pleased", "happy", "delighted", "glad", "today"])
_THANKS = frozenset(["appreciation", "gratitude", "thank", "grateful", "appreciate"])
_JUST_NOW = frozenset("today yesterday week month monday tuesday wednesday thursday friday saturday sunday".split())
_FINANCING = frozenset(["fund", "finance", "deploy"])
_FORGIVING = frozenset(["cancel", "forgive", "write"])
_FISCAL = re.compile(r"\bFY\s?(20\d\d)\b|\bfiscal year (20\d\d)\b", re.I)


def read_aid(match: Match, context: Context) -> Iterator[Draft]:
    """Money, goods or relief; a measure without amount only where its goods are nothing but aid."""
    trigger = match.trigger
    head = _given(match)
    planned = is_to(trigger) and bool(match.who)
    if head is None or _TRADE.search(match.sentence.text) or _only_named(match):
        return
    if _in_general(trigger) and not planned:
        return
    value = _amount_of(head, trigger)
    if trigger.lemma_ in _RAISING and not (value and _strong(head)):
        return
    if (
        match.frame.id == "contribution-of"
        and (verb := governing_verb(trigger))
        and verb.lemma_ in ("receive", "accept")
    ):
        return  # read from the verb, which tells giver and taker
    if by_others(match, context) or (not value and _told_before(match, head)):
        return
    if not _is_aid(match, head, value):
        return
    givers, takers = givers_and_takers(match, context, Around(context, match.sentence, trigger))
    if not givers or (takers and givers[0].party.state == takers[0].party.state):
        return
    if not takers and not ((value or _strong(head)) and ABROAD & {t.lower_ for t in match.sentence.span}):
        return
    what = value if is_currency(head.text) and value else _worded(head)
    givers = [by_full_name(context, giver) for giver in givers]
    found = draft(match, givers, takers, what=what, detail=Detail(value=value))
    found.status = _status_of(match, found.status)
    if found.status == "ongoing" and context.report.published:
        found.date, found.date_basis = Interval.day(context.report.published), "report"
    when = nearest(context, found)
    if when is not None and context.report.published and {t.lemma_.lower() for t in when.token.ancestors} & _DISASTERS:
        found.date, found.date_basis = Interval.day(context.report.published), "report"
    fiscal = _FISCAL.search(match.sentence.text) if found.status == "proposed" else None
    if fiscal:
        found.date, found.date_basis = Interval.year(int(fiscal.group(1) or fiscal.group(2))), "explicit"
    yield found


def _told_before(match: Match, head: Token) -> bool:
    """`These funds will provide food`, `this aid was given`: aid that was told of with its amount or taker already."""
    gift = ("the",) if match.frame.id == "make-donation" else ()
    if any(c.lower_ in ("this", "these", "such", *gift) and c.dep_ != "case" for c in head.children):
        return True
    for token in match.slots.get("subj", ()):
        pointing = any(c.lower_ in ("this", "these", "such", "our", "their", "previous") for c in token.children)
        if pointing and noun_lemma(token) in _GOODS | _WEAK_GOODS | {"money", "effort"}:
            return True
    trigger = match.trigger
    if trigger.tag_ != "VBN" or trigger.dep_ != "acl":
        return False
    if trigger.lemma_ in _PROMISING and {t.lower_ for t in trigger.subtree} & _JUST_NOW:
        return False  # `assistance announced this week`
    words = {trigger.nbor(1).lower_, *(t.lower_ for t in trigger.subtree)}
    return trigger.lemma_ in _FINANCING | {"make"} or "to" not in words


def _is_aid(match: Match, head: Token, value: str) -> bool:
    """True for goods and money that are given: an amount, or goods that are nothing but aid."""
    trigger = match.trigger
    words = {t.lower_ for t in match.sentence.span}
    if trigger.lemma_ in _ANNOUNCING and not _AID_WORDS & words:
        return False
    if trigger.lemma_ in ("offer", "lend", "earmark", "present") and not (value or _counted_goods(match)):
        return False
    habit = trigger.tag_ in ("VBZ", "VBP") and "will" not in words and trigger.lemma_ not in _PROMISING
    habit = habit or (trigger.tag_ == "VBN" and any(c.lower_ in ("are", "is") for c in trigger.children))
    gerund = trigger.tag_ == "VBG" and trigger.i > 0 and trigger.nbor(-1).lemma_ in _GENERAL
    habit = habit and (trigger.tag_ == "VBN" or "scholarships" not in value)  # `grants 200 scholarships a year`
    if habit or (gerund and trigger.lemma_ != "donate" and (not value or trigger.lemma_ == "announce")):
        return False
    given_free = trigger.lemma_ in ("donate", "hand", *_FORGIVING) or any(c.lower_ == "donated" for c in head.children)
    if value or given_free or _counted_goods(match):
        return True
    if match.frame.id == "make-available":
        return any(noun_lemma(t) in _GOODS for t in match.sentence.doc[match.sentence.span.start : trigger.i])
    if {t.lemma_.lower() for t in match.sentence.span} & _THANKS:
        return False
    if any(_strong(t) for t in (head, *match.slots.get("obj", ()))):
        return True
    return trigger.lemma_ in _FINANCING and bool(match.who)


def _strong(head: Token) -> bool:
    """True for goods that are nothing but aid, as a phrase has them: `a package of security assistance`."""
    if noun_lemma(head) in _GOODS:
        return True
    inside = head.doc[head.left_edge.i : min(head.right_edge.i + 1, head.i + 10)]
    return any(noun_lemma(t) in _GOODS for t in inside)


def _only_named(match: Match) -> bool:
    """`announced that it is providing`, `is committed to …ing`: the act has a verb of its own."""
    trigger = match.trigger
    if trigger.lemma_ == "commit" and trigger.tag_ == "VBN" and trigger.i > 0:
        if trigger.nbor(-1).lemma_ in ("be", "remain"):
            return True
    if trigger.lemma_ == "make" and trigger.head.lemma_ == "difference":
        return True
    if "obj" in match.slots:
        return False
    return trigger.lemma_ in _PROMISING and any(c.dep_ in ("ccomp", "xcomp") for c in trigger.children)


def _in_general(trigger: Token) -> bool:
    """`determine how best to provide`, `is to provide`: an infinitive that no plan or promise governs."""
    if trigger.tag_ != "VB" or any(c.dep_ == "aux" and c.tag_ == "MD" for c in trigger.children):
        return False
    before = trigger.doc[max(0, trigger.i - 1)]
    if before.lower_ != "to":
        joined = trigger.dep_ == "conj" and before.lower_ in ("and", "or")
        return joined and trigger.head.tag_ == "VB" and _in_general(trigger.head)
    if trigger.lemma_ == "announce" and trigger.head.lower_ in _GLAD:
        return False
    return trigger.head.lemma_ not in _PROMISING | _PLANNING | _WEIGHED


def _status_of(match: Match, status: str) -> str:
    """`is providing` goes on, what is announced or to be provided is still to come, a request is one."""
    trigger = match.trigger
    before = [t.lower_ for t in trigger.doc[max(0, trigger.i - 3) : trigger.i]]
    if trigger.lemma_ == "request" or (trigger.tag_ == "VB" and trigger.head.lemma_ in _WEIGHED):
        return "proposed"
    if trigger.head.lemma_ == "bring" and not trigger.tag_.startswith("VB"):
        return "happened"  # `this contribution will bring its aid to $10 million`: a total
    if trigger.lemma_ in ("announce", "pledge", "promise") or before[-2:] == ["to", "be"]:
        return "scheduled"
    if trigger.tag_ != "VBG":
        return "scheduled" if trigger.head.lemma_ == "announce" and trigger.tag_ == "VB" else status
    if {"is", "are", "'s", "’s", "am"} & set(before):
        return "ongoing"
    promised = any(t.lemma_ in _PROMISING for t in match.sentence.span if t.i < trigger.i)
    return "scheduled" if promised and before[-1:] in (["by"], ["of"]) else status


def _given(match: Match) -> Token | None:
    """The head of what is given; for verbs of financing whatever is paid for."""
    goods = _GOODS | _WEAK_GOODS
    if match.trigger.lemma_ in {"donate", *_FORGIVING} or _counted_goods(match):
        return next(iter(match.slots.get("obj", ())), None) or noun_behind(match.trigger, goods, 8)
    asked = match.slots.get("for", ()) if match.trigger.lemma_ == "request" else ()
    above = match.trigger.head
    if match.trigger.dep_.startswith("acl") and match.trigger.lemma_ in _PROMISING and above.i < match.trigger.i:
        told = noun_lemma(above) in goods or is_currency(above.text)
        return above if told else None  # `the aid that they announced`
    for token in asked or match.slots.get("obj", ()) or match.slots.get("of", ()):
        money = noun_lemma(token) in goods or is_currency(token.text)
        if money or match.trigger.lemma_ in _FINANCING | {"make"}:
            return token
        if amount_in(token.doc[token.left_edge.i : token.right_edge.i + 1].text):
            return token
    return noun_behind(match.trigger, goods, 12)


def _counted_goods(match: Match) -> bool:
    """`handed over 50 buses`, `has received 20 tractors`: things by their number."""
    verb = match.trigger.lemma_
    counted = [t for t in match.slots.get("obj", ()) if t.tag_ == "NNS" and any(c.like_num for c in t.children)]
    if verb == "hand":
        return bool(counted)
    return verb in _HANDED and any(t.lemma_.lower() in _THINGS for t in counted)


def _worded(head: Token) -> str:
    over = head.i > 1 and any(t.lower_ == "over" and t.nbor(-1).lemma_ == "hand" for t in head.subtree if t.i)
    return (wording(head) or name_around(head)).removeprefix("over " if over else "")


def _amount_of(head: Token, trigger: Token) -> str:
    """The amount of what is given: in its noun phrase, else just before or behind its head."""
    doc, sent = head.doc, head.sent
    near = 0 < head.i - trigger.i <= 10
    low = trigger.i + 1 if near else max(sent.start, head.i - 5)
    return amount_in(doc[low : min(sent.end, head.i + 8)].text.split(";")[0])
