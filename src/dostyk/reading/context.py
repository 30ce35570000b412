"""What holds for a whole report: its state, author, people, dates and quotations, worked out once before reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dostyk.language import dates
from dostyk.language.coreference import Reference
from dostyk.language.document import Document, Sentence, parse, position
from dostyk.language.gazetteer import known_in
from dostyk.language.people import People
from dostyk.language.quotations import mark_quotations
from dostyk.model import STATE, Interval, Mention, Party, Passage, Report
from dostyk.reading.status import tense_of
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINT = re.compile(r"\bjoint\s+(statement|declaration|communiqu|press|vision|leaders|readout)|\bcommuniqu", re.I)
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


def outlet_state(report: Report) -> str:
    """The state an outlet speaks for: listed by name or domain, else a state that its own name holds."""
    reference = load_reference()
    parts = [report.url, report.outlet, *re.split(r"[,(|]", report.outlet)]
    for part in filter(None, (p.strip() for p in parts)):
        code = reference.state_of_outlet(part)
        if code and not code.startswith("IGO"):
            return code
    return next((k.code for k in known_in(report.outlet) if k.kind in ("state", "demonym", "seat")), "")


class Context:
    """One report, parsed, with everybody named in it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.document: Document = parse(report)
        self.outlet_state = outlet_state(report)
        self.home = self._home()
        self.people = People(self.document, self.home)
        self.is_joint = bool(_JOINT.search(report.title) or _JOINT.search(report.text[:200]))
        self.reference = Reference(self.document, self.people, self._author(), ())
        if self.is_joint:
            self.reference.joint = self._joint_parties()
        mark_quotations(self.document, self.people, self.reference)
        self._times: dict[int, list[When]] = {}

    # -- where the report speaks from ------------------------------------------------------------------------

    def _home(self) -> str:
        """The state that a title without a state belongs to: the outlet's, else the dateline's."""
        place = self.dateline_place
        return self.outlet_state or self._signed() or (place[0] if place else "")

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
        return Party(self.home, "", STATE) if self.home else None

    def _joint_parties(self) -> tuple[Party, ...]:
        states = [
            p.state for n in self.people.named
            if n.doc.user_data["field"] == "title" and (p := n.resolve()) and p.state not in ("", "IGO")
        ]  # fmt: skip
        states = list(dict.fromkeys(states))
        if len(states) < 2:
            states = list(self.reference.leading_states())
        return tuple(Party(code) for code in states)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of title and text, lower case."""
        return frozenset(re.findall(r"[\w-]+", f"{self.report.title} {self.report.text}".lower()))

    # -- times -----------------------------------------------------------------------------------------------

    def times(self, sentence: Sentence) -> list[When]:
        """Resolved time expressions of a sentence, in order."""
        if sentence.index not in self._times:
            self._times[sentence.index] = list(self._find_times(sentence))
        return self._times[sentence.index]

    def _find_times(self, sentence: Sentence) -> list[When]:
        found: list[When] = []
        doc = sentence.doc
        base = sentence.span.start_char
        for expression in dates.find(sentence.span.text):
            span = doc.char_span(base + expression.start, base + expression.end, alignment_mode="expand")
            if span is None:
                continue
            token = span.root
            resolved = dates.resolve(expression, published=self.anchor_day, tense=tense_of(token))
            if resolved is None:
                continue
            start = position(span[0])
            passage = self.document.passage_of(start, position(span[-1]) + len(span[-1]), sentence.field)
            found.append(
                When(resolved.interval, resolved.basis, resolved.relation, span.start, span.end, passage, token)
            )
        return found

    @property
    def anchor_day(self) -> object:
        """The day that relative dates count from."""
        return self.report.published

    # -- parties ---------------------------------------------------------------------------------------------

    def resolve(self, token: Token) -> list[Mention]:
        """The parties that a noun phrase names."""
        return self.reference.resolve(token)

    def mention(self, party: Party, token: Token) -> Mention:
        """A mention of a party at one token."""
        return Mention(party, self.document.passage(token, token))
