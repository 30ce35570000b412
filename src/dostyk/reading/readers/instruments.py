"""Instruments: treaties, agreements and statements signed, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import Detail, Interval, Mention
from dostyk.reading.arguments import expand, is_verb, preposition
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.nouns import name_around, noun_before, noun_behind, noun_lemma
from dostyk.reading.periods import period_of
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.paper_lists import enumerated_papers
from dostyk.reading.readers.paper_subjects import by_subject
from dostyk.reading.readers.places import put_place
from dostyk.reading.readers.signatories import INSTRUMENTS, ISSUED, is_joint, signatories
from dostyk.reading.readers.signing_time import of_old, still_to_come
from dostyk.reading.surface import Around

if TYPE_CHECKING:
    from spacy.tokens import Token

_ISSUING = frozenset(["issue", "release", "publish", "adopt", "make"])
_NO_INSTRUMENT = frozenset(["press", "strong", "executive", "credential", "resignation", "guest", "visitor"])
_SELF = re.compile(
    r"\b(?:This|The present) (?:Joint Statement|(?:Joint )?Declaration|(?:Joint )?Communiqué|Agreement|Treaty)\b"
)
_PAPERS = frozenset(["document", "agreement", "instrument", "memorandum", "accord", "deal", "pact", "memoranda"])
_PENNING = frozenset(["sign", "initial", "ink", "co-sign"])
_NAMED_ONLY = frozenset(["partnership", "alliance", "vision", "pledge", "commitment", "concord", "package"])
_LAWS = frozenset(["law", "bill", "act", "decree", "order", "legislation"])
_FORMS = {"sign": "signed", "co-sign": "signed", "ink": "signed", "adopt": "adopted", "initial": "initialled"}
_NAME_REACH = 14  # tokens behind the head of an instrument in which its years stand
_ITSELF = Frame(id="instrument-itself", kind="signing")


def _instruments(match: Match) -> list[Token]:
    """Heads of the instruments that a trigger tells of, coordinated ones one each."""
    trigger = match.trigger
    if match.frame.id == "new-agreement":
        return [] if any(c.lemma_ in ("negotiate", "propose") for c in trigger.ancestors) else [trigger]
    if trigger.tag_ == "VBN" and not is_verb(trigger):
        return [trigger.head] if noun_lemma(trigger.head) in INSTRUMENTS else []
    slots = ("obj", "to") if is_verb(trigger) else ("of",)
    found = [t for name in slots for t in match.slots.get(name, ()) if noun_lemma(t) in INSTRUMENTS]
    objects = [t for t in match.slots.get("obj", ()) if t.tag_.startswith("NN")] if is_verb(trigger) else []
    if any(noun_lemma(t) in _LAWS for t in objects):
        return []  # `signed a law ratifying the treaty`
    if not found and trigger.lemma_ in _PENNING:
        found = [t for t in objects if t.tag_ == "NNP" and noun_lemma(t) in _NAMED_ONLY]
    if not found:
        reach = 14 if is_verb(trigger) else 30  # `the signature by X and Y of a treaty`
        around = noun_behind(trigger, INSTRUMENTS, reach)
        between = trigger.doc[trigger.i + 1 : around.i] if around is not None else ()
        if objects and objects[0].i > trigger.i and any(t.tag_ == "IN" for t in between):
            return []  # `concluded the talks on a treaty`
        if any(t.lower_ in ("since", "under", "after", "following", "before") for t in between):
            return []  # `the fifth one signed since the declaration`
        if not (objects and objects[0].i > trigger.i):
            around = around or noun_before(trigger, INSTRUMENTS)
        found = [t for t in expand(around) if noun_lemma(t) in INSTRUMENTS] if around is not None else []
    found = [t for t in found if not any(c.lower_ == "such" for c in t.children)]
    found += _enumerated(match, found)
    found += [t for t in enumerated_papers(match) if found and t not in found]
    return [t for t in found if not _NO_INSTRUMENT & {c.lemma_.lower() for c in t.children} and _real(t)]


def _enumerated(match: Match, heads: list[Token]) -> list[Token]:
    """`three documents were signed: a memorandum on A, and two frameworks`: the instruments behind the colon."""
    doc, end = match.sentence.doc, match.sentence.span.end
    colon = next((t.i for t in doc[match.trigger.i : end] if t.text == ":"), end)
    if not any(noun_lemma(t) in _PAPERS and t.tag_ == "NNS" for t in heads):
        return []
    listed = [t for t in doc[colon:end] if noun_lemma(t) in INSTRUMENTS and t not in heads]
    return [
        t
        for t in listed
        if not any(a.i > colon and noun_lemma(a) in INSTRUMENTS and t.dep_ == "nmod" for a in t.ancestors)
    ]


def _real(head: Token) -> bool:
    """`terms` are an instrument as terms of reference only, a letter or statement as one of intent or a joint one."""
    lemma = noun_lemma(head)
    behind = head.doc[head.i + 1 : head.i + 3].text.lower()
    if lemma == "term":
        return behind == "of reference"
    if lemma in ("letter", "note", "statement"):
        exchanged = any(t.lemma_ == "exchange" for t in head.sent)
        return behind.startswith(("of intent", "of understanding", "verbale")) or exchanged or is_joint(head)
    return True


def read_signing(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each instrument."""
    heads = _instruments(match)
    if match.trigger.lemma_ in _ISSUING:
        heads = [t for t in heads if (noun_lemma(t) in ISSUED and is_joint(t)) or _by_both(match, t)]
    if of_old(match.trigger):
        return
    if match.trigger.lemma_ in ("exchange", "deposit"):  # instruments of ratification: no signing
        heads = [t for t in heads if noun_lemma(t) != "instrument"]
    if match.frame.id == "reach" and match.trigger.dep_.startswith("acl"):
        return
    if match.trigger.tag_ == "VBG" and match.trigger.head.lemma_ == "decision":
        return  # `a decision concluding the agreement` ratifies it
    for head in heads:
        if match.trigger.dep_ == "amod" and _unspecified(head):
            continue
        who = signatories(match, context, head)
        name = name_around(head) + _of_ministries(match)
        if not name or len({m.party.state for m in who}) < _fewest(head, who):
            continue
        period = period_of(context, match.sentence, range(head.i, head.i + _NAME_REACH))
        found = draft(match, who[:6], what=name, detail=Detail(instrument=name, value=_number_of(head), period=period))
        if match.frame.id in ("reach", "new-agreement") and not _both_named(match, context, who):
            continue
        if match.frame.id == "new-agreement" or (match.frame.id == "agree-to" and match.trigger.tag_ != "VB"):
            found.status = "happened"
        if found.status == "happened":
            found.status = still_to_come(match.trigger)
        if found.status == "happened":
            found.detail = replace(found.detail, form=_FORMS.get(match.trigger.lemma_, ""))
        if found.status in ("scheduled", "proposed") and not (
            _both_named(match, context, who) or (found.status == "scheduled" and _just_named(match, context, head, who))
        ):
            continue  # `hoped that a treaty would be signed`: by whom, nobody says
        put_place(found, match, context)
        each = by_subject(head)
        for one in each:
            yield replace(found, who=list(found.who), what=one, detail=replace(found.detail, instrument=one, value=""))
        if not each:
            yield found


def _by_both(match: Match, head: Token) -> bool:
    """`The two ministries adopted a programme`: one of both sides, whatever it is called."""
    states = {m.party.state for m in match.who}
    return match.trigger.lemma_ == "adopt" and len(states) == 2 and noun_lemma(head) in ("programme", "program", "plan")


def _of_ministries(match: Match) -> str:
    """` of the ministries of justice`, who adopted a programme: they tell which one it is."""
    made = [t for t in match.slots.get("subj", ()) if t.tag_ == "NNS" and t.lemma_ == "ministry"]
    of = [c for t in made for c in t.children if preposition(c) == "of"]
    return f" of the {made[0].text} of {of[0].text}" if of and of[0].tag_ == "NN" else ""


def _number_of(head: Token) -> str:
    """`eight documents`, `12 memoranda of understanding`: how many papers were signed, as written."""
    count = next((c for c in head.children if c.tag_ == "CD" and c.dep_ == "nummod" and c.i < head.i), None)
    plural = head.tag_ in ("NNS", "NNPS") or noun_lemma(head) == "memoranda"
    return f"{count.text} {head.text}" if count is not None and plural else ""


def _unspecified(head: Token) -> bool:
    """`the implementation of signed agreements`: agreements at large, neither counted nor named."""
    told = any(t.tag_ in ("CD", "NNP") or t.dep_ == "nmod" for t in head.children)
    return head.tag_ == "NNS" and not told


def _just_named(match: Match, context: Context, head: Token, who: list[Mention]) -> bool:
    """`A joint statement is expected to be adopted`: whose it is, the two sentences before say."""
    if not (is_joint(head) or noun_lemma(head) in _PAPERS):
        return False
    near = [s for s in context.document.around(match.sentence, before=2)[:-1] if s.field == "text"]
    named = {p.state for s in near for n in context.people.in_sentence(s) if (p := n.resolve()) is not None}
    return len(named & {m.party.state for m in who}) > 1


def _fewest(head: Token, who: list[Mention]) -> int:
    """How many parties make a signing: one deposits its instrument, and a body adopts its own plan."""
    return 1 if noun_lemma(head) == "instrument" or all(m.party.state == "IGO" and m.party.name for m in who) else 2


def _both_named(match: Match, context: Context, who: list[Mention]) -> bool:
    """True where the sentence itself speaks of two of the signatories, by name or as `they`."""
    here = {m.party.state for c in Around(context, match.sentence, match.trigger).chunks for m in c.mentions}
    return len(here & {m.party.state for m in who}) > 1


def read_itself(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """`This Joint Statement …`: the report is the instrument."""
    found = _SELF.search(sentence.text)
    if not found or len(context.reference.joint) < 2:
        return
    at = sentence.doc.char_span(
        sentence.span.start_char + found.start(), sentence.span.start_char + found.end(), alignment_mode="expand"
    )
    if at is None:
        return
    sides = [context.mention(p, at[0]) for p in context.reference.joint]
    name = context.report.title.strip() or found.group()[5:]
    published = context.report.published
    yield draft(
        Match(_ITSELF, at[0], sentence, {}, [], []), sides, what=name, detail=Detail(instrument=name),
        status="happened", flags=(), date=Interval.day(published) if published else None, date_basis="published",
    )  # fmt: skip
