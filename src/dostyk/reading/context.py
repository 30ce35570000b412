"""What holds for a whole report: its state, author, people, dates and quotations, worked out once before reading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dostyk.language import dates
from dostyk.language.coreference import Reference
from dostyk.language.document import Document, Sentence, parse
from dostyk.language.gazetteer import find_known, known_in
from dostyk.language.people import People
from dostyk.language.quotations import mark_quotations
from dostyk.model import BODY, PERSON, STATE, Interval, Mention, Party, Passage, Report
from dostyk.reading.lists import lists_of
from dostyk.reading.sides import met_by_text, separate
from dostyk.reading.tense import tense_of
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_JOINT = re.compile(r"\bjoint\s+(statement|declaration|communiqu|press|vision|leaders|readout)|\bcommuniqu", re.I)
_WE = re.compile(r"\s*We, (?:the\b|[A-Z])")
_A_CALL = re.compile(
    r"\b(?:the|a|an|both|their|this|today[’']s|separate|phone|telephone|video|secure)\s+calls?\b", re.I
)
# a line of capitals at the end, with at most a place and a day behind it: `JOSEPH R. BIDEN JR.`
_SIGNATURE = re.compile(r"\n\s*([A-Z][A-Z'’-]+(?: [A-Z][A-Z.'’-]*){1,4}\.?)\s*(?:\n\s*THE WHITE HOUSE[^\n]*\s*)?\Z")
_OPENING = 3  # index of the last sentence that may name the parties of a joint document
_FEWEST_LISTED = 3
_JOINING = frozenset([",", "and", "the", "of", "republic", "kingdom", ";"])
_PLACES = frozenset(["city", "capital", "seat"])
_AUTHOR = re.compile(r"\b(?:statement|remarks|message|letter|address|speech|proclamation)\b.*\b(?:by|of|from)\b", re.I)


@dataclass(frozen=True)
class When:
    """A resolved time expression of a sentence, with its place in the paragraph."""

    interval: Interval
    basis: str
    relation: str
    start: int
    end: int
    passage: Passage
    token: Token


def leading_states(people: People) -> tuple[str, ...]:
    """States by how often a report names them."""
    counts = Counter(n.party.state for n in people.named if n.party and n.party.state not in ("", "IGO"))
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def outlet_state(report: Report) -> str:
    """The state an outlet speaks for: listed by name or domain, else a state that its own name holds."""
    reference = load_reference()
    parts = [report.url, report.outlet, *re.split(r"[,(|]", report.outlet)]
    for part in filter(None, (p.strip() for p in parts)):
        code = reference.state_of_outlet(part)
        if code and not code.startswith("IGO"):
            return code
    return next((k.code for k in known_in(report.outlet) if k.kind in ("state", "demonym", "seat")), "")


def outlet_body(report: Report) -> str:
    """The international body an outlet speaks for, listed or named in the outlet's own name; empty for none."""
    reference = load_reference()
    for part in filter(None, (p.strip() for p in (report.url, report.outlet, *re.split(r"[,(|]", report.outlet)))):
        code = reference.state_of_outlet(part)
        if code:
            return code.removeprefix("IGO:") if code.startswith("IGO:") else ""
    return next((k.name for k in known_in(report.outlet) if k.kind == "body"), "")


class Context:
    """One report, parsed, with everybody named in it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.document: Document = parse(report)
        self.outlet_state = outlet_state(report)
        self.home = self._home()
        self.body = outlet_body(report) if not self.home else ""
        self.people = People(self.document, self.home, self.body)
        separate(self.document, self.people, leading_states(self.people))
        opening = report.text[:200]
        self.is_joint = any(map(_JOINT.search, (report.title, opening))) or bool(_WE.match(opening))
        self.reference = Reference(self.document, self.people, self._author(), ())
        self.reference.met = met_by_text(self.document, self.people)
        self.reference.here = self.dateline_place[0] if self.dateline_place else self.home
        if self.is_joint:
            self.reference.joint = self._joint_parties()
        mark_quotations(self.document, self.people, self.reference)

    # -- where the report speaks from ------------------------------------------------------------------------

    def _home(self) -> str:
        """The state that a title without a state belongs to: the outlet's, else the dateline's."""
        outlet = self.outlet_state or self._signed()
        place = self.dateline_place
        if outlet and (not place or outlet in self._named_states()):
            return outlet
        return place[0] if place else outlet

    def _named_states(self) -> set[str]:
        """States that title and text name, so that an agency's own state is not taken for a side unseen."""
        return {
            k.code for doc in self.document.docs for k in find_known(doc) if k.kind in ("state", "demonym", "people")
        }

    def _signed(self) -> str:
        """The state of an agency that signs the report: `VNA` as its last line."""
        for aside in self.document.layout.asides:
            if aside.kind == "signoff":
                code = load_reference().state_of_outlet(self.report.text[aside.start : aside.end].strip(" ()-–—./"))
                if code and not code.startswith("IGO"):
                    return code
        return ""

    @cached_property
    def dateline_place(self) -> tuple[str, str] | None:
        """(state, `ISO3:City`) of the dateline, None without one."""
        dateline = self.document.layout.dateline
        if dateline is None or dateline.place is None:
            return None
        text = self.report.text[slice(*dateline.place)].strip(" ,.")
        for part in (text, text.title(), text.split(",")[0].strip(), text.split(",")[0].strip().title()):
            found = load_reference().find(part)
            for entry in found:
                if entry.kind in ("capital", "city"):
                    return entry.code, f"{entry.code}:{entry.name}"
                if entry.kind in ("state", "historic"):
                    return entry.code, entry.code
        return None

    @cached_property
    def dateline_day(self) -> Interval | None:
        """The day of the dateline, None without one."""
        dateline = self.document.layout.dateline
        if dateline is None or dateline.day is None:
            return None
        text = self.report.text[slice(*dateline.day)]
        for expression in dates.find(text):
            found = dates.resolve(expression, published=self.report.published, tense="past")
            if found and found.interval.precision == "day":
                return found.interval
        return None

    def _author(self) -> Party | None:
        """Who says "I": the person whom the title names as speaker, else the report's own state."""
        title = self.report.title
        if _AUTHOR.search(title) or re.search(r"press secretary|spokes", title, re.I):
            for named in self.people.named:
                if named.doc.user_data["field"] == "title" and named.person and named.person.state == self.home:
                    return named.person.party
        if signer := self._signer():
            return Party(self.home, signer, PERSON)
        heading = self.report.text[:200].split("\n\n")[0]
        if _AUTHOR.match(heading):
            for named in self.people.named:
                in_heading = named.doc.user_data["field"] == "text" and named.doc.user_data["offset"] < len(heading)
                if in_heading and named.person and named.person.state == self.home:
                    return named.person.party
        if self.body:
            return Party("IGO", self.body, BODY)
        return Party(self.home, "", STATE) if self.home else None

    def _enumerated(self) -> list[str]:
        """`We, the governments of A, B and C, …`: three states or more, named one after the other at the start."""
        for sentence in self.document.sentences:
            if sentence.field != "text" or sentence.index > _OPENING:
                continue
            row: list[str] = []
            end = -1
            for named in self.people.in_sentence(sentence):
                if named.kind not in ("state", "historic") or named.party is None:
                    continue
                between = [t.lower_ for t in named.doc[end : named.start]] if end >= 0 else []
                if not set(between) <= _JOINING:
                    row = row if len(row) >= _FEWEST_LISTED else []
                if len(row) < _FEWEST_LISTED or set(between) <= _JOINING:
                    row.append(named.party.state)
                end = named.end
            if len(row) >= _FEWEST_LISTED:
                return list(dict.fromkeys(row))
        return []

    def _signer(self) -> str:
        """The name in capitals under a letter or proclamation that says `I`, empty without one."""
        found = _SIGNATURE.search(self.report.text)
        if found is None or not self.home or not re.search(r"\bI\b", self.report.text):
            return ""
        return found.group(1).title()

    def _joint_parties(self) -> tuple[Party, ...]:
        """The states of a joint document by its title, with the international body it is made with."""
        by = re.search(r"\b(?:by|between|of)\b", self.report.title, re.I)
        bodies = [
            n.party for n in self.people.named
            if n.doc.user_data["field"] == "title" and n.kind == BODY and n.party and n.party.state == "IGO" and by
        ]  # fmt: skip
        states = [
            p.state for n in self.people.named
            if n.doc.user_data["field"] == "title" and (p := n.resolve()) and p.state not in ("", "IGO")
            and not (n.kind != PERSON and {"in", "at"} & {t.lower_ for t in n.doc[max(0, n.start - 4) : n.start]})
        ]  # fmt: skip
        states = list(dict.fromkeys(states))
        if bodies and states:
            return (*(Party(code) for code in states), *dict.fromkeys(bodies))
        if len(states) < 2:
            states = self._enumerated() or list(self.reference.leading_states())
        return tuple(Party(code) for code in states)

    @property
    def tells_of_states(self) -> bool:
        """False for a report about one state's own affairs: it names no other state, and no international body."""
        states = set(self.reference.weights)
        abroad = states - {self.home}
        return len(states) > 1 or bool(abroad) or any(n.party and n.party.state == "IGO" for n in self.people.named)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of title and text, lower case; those of the title also as `title:word`."""
        title = re.findall(r"[\w-]+", self.report.title.lower())
        text = re.findall(r"[\w-]+", self.report.text.lower())
        calls = ["a:call"] if _A_CALL.search(self.report.text) else []
        return frozenset([*title, *text, *calls, *(f"title:{w}" for w in title)])

    @cached_property
    def lists(self) -> dict[int, list[Mention]]:
        """Paragraphs that are items of a list of undertakings, with those whom the list binds."""
        return lists_of(self.document, self._bound_by)

    def _bound_by(self, doc: Doc) -> list[Mention]:
        """Whom the words before a list bind: the parties of the sentence, else the report's own state."""
        last = list(doc.sents)[-1]
        named = [n for n in self.people.named if n.doc is doc and n.start >= last.start and n.kind not in _PLACES]
        states = [m for t in last for m in self.resolve(t) if t.dep_.startswith("nsubj")]
        found = states or [m for n in named if (m := self.people.mention(n)) is not None]
        kept = {m.party.state or m.key: m for m in found if m.party.kind != PERSON or len(found) == 1}
        if kept:
            return list(kept.values())
        return [self.mention(Party(self.home), last[0])] if self.home else []

    # -- times -----------------------------------------------------------------------------------------------

    def times(self, sentence: Sentence) -> list[When]:
        """Resolved time expressions of a sentence, in order."""
        return self._times_by_sentence.get(sentence.index, [])

    @cached_property
    def _times_by_sentence(self) -> dict[int, list[When]]:
        """Times of the whole text, read in order so that `the following day` has something to follow."""
        found: dict[int, list[When]] = {}
        read = dates.read(self.report.text, published=self.report.published, tense=self._tense_at)
        for expression, resolved in read:
            span = self._span(expression.start, expression.end)
            if span is None or resolved is None:
                continue
            passage = self.document.passage_of(expression.start, expression.end)
            when = When(resolved.interval, resolved.basis, resolved.relation, span.start, span.end, passage, span.root)
            found.setdefault(self.document.sentence_of(span[0]).index, []).append(when)
        return found

    def _span(self, start: int, end: int) -> Span | None:
        """The tokens of a range of the text, None where it was set aside."""
        doc = self.document.doc_at(start)
        if doc is None:
            return None
        offset = int(doc.user_data["offset"])
        return doc.char_span(start - offset, end - offset, alignment_mode="expand")

    def _tense_at(self, expression: dates.TimeExpression) -> str | None:
        span = self._span(expression.start, expression.end)
        return tense_of(span.root) if span is not None else None

    # -- parties ---------------------------------------------------------------------------------------------

    def resolve(self, token: Token) -> list[Mention]:
        """The parties that a noun phrase names."""
        return self.reference.resolve(token)

    def mention(self, party: Party, token: Token) -> Mention:
        """A mention of a party at one token."""
        return Mention(party, self.document.passage(token, token))
