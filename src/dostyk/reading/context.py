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
from dostyk.language.gazetteer import find_known
from dostyk.language.groups import members
from dostyk.language.people import People
from dostyk.language.quotations import mark_quotations
from dostyk.model import PERSON, Interval, Mention, Party, Passage, Report
from dostyk.reading.authorship import (
    author_of,
    is_joint,
    issuing_offices,
    joint_parties,
    outlet_body,
    outlet_state,
    reports_worldwide,
)
from dostyk.reading.lists import lists_of
from dostyk.reading.mending import mend
from dostyk.reading.sides import met_by_text, separate
from dostyk.reading.tense import tense_of
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_A_CALL = re.compile(
    r"\b(?:the|a|an|both|their|this|today[’']s|separate|phone|telephone|video|secure)\s+calls?\b", re.I
)
_PLACES = frozenset(["city", "capital", "seat"])


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


class Context:
    """One report, parsed, with everybody named in it."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.document: Document = parse(report)
        for sentence in self.document.sentences:
            mend(sentence.span)
        self.outlet_state = outlet_state(report)
        self.home = self._home()
        self.body = (outlet_body(report) or self._body_at_seat()) if not self.home else ""
        self.people = People(self.document, self.home, self.body)
        if self.home != self.outlet_state and self._correspondent():
            self.home, self.body = self.outlet_state, ""
            self.people = People(self.document, self.home, self.body)
        separate(self.document, self.people, leading_states(self.people))
        self.is_joint = is_joint(report)
        self.reference = Reference(self.document, self.people, author_of(report, self.people, self.body), ())
        self.reference.met = met_by_text(self.document, self.people)
        self.reference.here = self.dateline_place[0] if self.dateline_place else self.home
        if self.is_joint:
            self.reference.joint = joint_parties(report, self.people, self.reference.leading_states())
            self.reference.issuing = issuing_offices(report)
        mark_quotations(self.document, self.people, self.reference)

    # -- where the report speaks from ------------------------------------------------------------------------

    def _home(self) -> str:
        """The state that a title without a state belongs to: the outlet's, else the dateline's."""
        outlet = self.outlet_state or self._signed()
        place = self.dateline_place
        if outlet and (not place or outlet in self._named_states()):
            return outlet
        if not place or (self._tells_of_a_body(place[1]) and place[0] not in self._named_states()):
            return outlet
        return place[0]

    def _tells_of_a_body(self, place: str) -> bool:
        """`BRUSSELS (Reuters)`: a dateline under which a worldwide outlet tells of a body or its members' envoys."""
        return reports_worldwide(self.report) and bool(load_reference().seated_at(place.partition(":")[2]))

    def _body_at_seat(self) -> str:
        """The body that such a report names most of those which have their seat where it is datelined."""
        place = self.dateline_place
        seated = load_reference().seated_at(place[1].partition(":")[2]) if place else ()
        named = Counter(k.name for doc in self.document.docs for k in find_known(doc) if k.kind == "body")
        return max(sorted(seated), key=lambda name: named[name]) if any(named[name] for name in seated) else ""

    def _named_states(self) -> set[str]:
        """States that title and text name, so that an agency's own state is not taken for a side unseen."""
        return {
            k.code for doc in self.document.docs for k in find_known(doc) if k.kind in ("state", "demonym", "people")
        }

    def _correspondent(self) -> bool:
        """True where an outlet reports from abroad on those who lead its own state, whom it need not say to be so."""
        known = (p for p in self.people.persons if p.state == self.outlet_state and p.state_basis == "reference")
        return bool(self.outlet_state) and any(known)

    def _signed(self) -> str:
        """The state of an agency that signs the report: `VNA` as its last line."""
        for aside in self.document.layout.asides:
            if aside.kind == "signoff":
                code = load_reference().home_of_outlet(self.report.text[aside.start : aside.end].strip(" ()-–—./"))
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
        town = re.split(r"[,\[]", text)[0].strip()
        for part in (text, text.title(), town, town.title()):
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

    @property
    def tells_of_states(self) -> bool:
        """False for a report about one state's own affairs: it names no other state, and no international body."""
        states = set(self.reference.weights)
        abroad = states - {self.home}
        bodies = any(n.party and n.party.state == "IGO" for n in self.people.named)
        return len(states) > 1 or bool(abroad) or bodies or any(members(t) for doc in self.document.docs for t in doc)

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
    def habits(self) -> dates.Habits:
        """How the outlet writes days in figures and counts seasons and years, by its state; open where that is."""
        calendars, state = load_reference().calendars, self.outlet_state
        open_order = not state or state in calendars.order_open
        return dates.Habits(
            day_first=None if open_order else state not in calendars.month_first,
            fiscal_start=calendars.fiscal_start.get(state, 1) if state else None,
            southern=state in calendars.southern,
        )

    def open_times(self, sentence: Sentence) -> list[Token]:
        """The heads of the times of a sentence whose days cannot be known: `a few days ago`, `on 10 Ramadan 1446`."""
        return self._open_by_sentence.get(sentence.index, [])

    @cached_property
    def _open_by_sentence(self) -> dict[int, list[Token]]:
        found: dict[int, list[Token]] = {}
        for expression, resolved in self._times_read:
            span = self._span(expression.start, expression.end) if resolved is None else None
            length = expression.kind in ("duration", "recurring") or getattr(expression.value, "only_future", False)
            if span is not None and not length:  # `the first visit in ten years` tells no time of its own
                found.setdefault(self.document.sentence_of(span[0]).index, []).append(span.root)
        return found

    @cached_property
    def _times_read(self) -> list[tuple[dates.TimeExpression, dates.Resolved | None]]:
        """Times of the whole text, read in order so that `the following day` has something to follow."""
        return dates.read(
            self.document.layout.unbroken(self.report.text), published=self.report.published, tense=self._tense_at,
            habits=self.habits,
        )  # fmt: skip

    @cached_property
    def _times_by_sentence(self) -> dict[int, list[When]]:
        found: dict[int, list[When]] = {}
        for expression, resolved in self._times_read:
            span = self._span(expression.start, expression.end)
            if span is None or resolved is None or self._names_somebody(span):
                continue
            passage = self.document.passage_of(expression.start, expression.end)
            when = When(resolved.interval, resolved.basis, resolved.relation, span.start, span.end, passage, span.root)
            found.setdefault(self.document.sentence_of(span[0]).index, []).append(when)
        return found

    def _names_somebody(self, span: Span) -> bool:
        """`Theresa May`, `Park Min-jun`: the word for a month is part of a person's name."""
        named = self.people.at(span[0])
        return (
            named is not None and named.person is not None and named.core[0] <= span.start < span.end <= named.core[1]
        )

    def _span(self, start: int, end: int) -> Span | None:
        """The tokens of a range of the text, None where it was set aside."""
        doc = self.document.doc_at(start)
        if doc is None:
            return None
        offset = int(doc.user_data["offset"])
        return doc.char_span(start - offset, end - offset, alignment_mode="expand")

    def _tense_at(self, expression: dates.TimeExpression) -> str | None:
        span = self._span(expression.start, expression.end)
        if span is None:
            return None
        opens = span.root.dep_ == "compound" and span.start - span.root.sent.start <= 1  # `On Friday Lima replied`
        return tense_of(span.root.sent.root if opens else span.root)

    # -- parties ---------------------------------------------------------------------------------------------

    def resolve(self, token: Token) -> list[Mention]:
        """The parties that a noun phrase names."""
        return self.reference.resolve(token)

    def mention(self, party: Party, token: Token) -> Mention:
        """A mention of a party at one token."""
        return Mention(party, self.document.passage(token, token))
