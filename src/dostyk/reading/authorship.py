"""Whose words a report is: the state or body of its outlet, its author, the parties of a joint document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.language.gazetteer import known_in
from dostyk.language.people import People
from dostyk.language.persons import Named
from dostyk.model import BODY, PERSON, STATE, Party, Report
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Span

_JOINT = re.compile(r"\bjoint\s+(statement|declaration|communiqu|press|vision|leaders|readout)|\bcommuniqu", re.I)
_WE = re.compile(r"\s*We, (?:the\b|[A-Z])")
_OFFICE = re.compile(r"\b(?:leaders|heads|presidents?|prime|ministers?|premiers?|chancellors?|secretaries)\b", re.I)
_FIRST = ("president", "prime", "premier", "chancellor", "king", "queen", "emir", "sultan", "taoiseach")
_HEADS = {"leaders": _FIRST, "heads": _FIRST, "secretaries": ("secretary",)}
# a line of capitals at the end, with at most a place and a day behind it: `JOSEPH R. BIDEN JR.`
_SIGNATURE = re.compile(r"\n\s*([A-Z][A-Z'’-]+(?: [A-Z][A-Z.'’-]*){1,4}\.?)\s*(?:\n\s*THE WHITE HOUSE[^\n]*\s*)?\Z")
_I = re.compile(r"\b(?:I|[Mm]y)\b")
_OPENING = 3  # index of the last sentence that may name the parties of a joint document
_FEWEST_LISTED = 3
_TOPIC = frozenset(["on", "regarding", "concerning", "about"])
_AT = frozenset(["in", "at"])
_JOINING = frozenset([",", "and", "the", "of", "republic", "kingdom", ";"])
_AUTHOR = re.compile(r"\b(?:statement|remarks|message|letter|address|speech|proclamation)\b.*\b(?:by|of|from)\b", re.I)


def outlet_state(report: Report) -> str:
    """The state an outlet speaks for or reports from: listed by name or domain, else a state that its own name holds;
    empty for a worldwide one."""
    reference = load_reference()
    for part in _names_of_outlet(report):
        code = reference.home_of_outlet(part)
        if code == "":
            return ""
        if code and not code.startswith("IGO"):
            return code
    return next((k.code for k in known_in(report.outlet) if k.kind in ("state", "demonym", "seat", "capital")), "")


def outlet_body(report: Report) -> str:
    """The international body an outlet speaks for, listed or named in the outlet's own name; empty for none."""
    reference = load_reference()
    for part in _names_of_outlet(report):
        code = reference.state_of_outlet(part)
        if code:
            return code.removeprefix("IGO:") if code.startswith("IGO:") else ""
    return next((k.name for k in known_in(report.outlet) if k.kind == "body"), "")


def reports_worldwide(report: Report) -> bool:
    """True for a report of an outlet whose home says nothing of whom it is about."""
    return any(load_reference().home_of_outlet(part) == "" for part in _names_of_outlet(report))


def _names_of_outlet(report: Report) -> list[str]:
    parts = (report.url, report.outlet, *re.split(r"[,(|]", report.outlet))
    return [part.strip() for part in parts if part.strip()]


def is_joint(report: Report) -> bool:
    """True for a joint statement or communiqué by its title or first words, or one that opens with `We, the …`."""
    opening = report.text[:200]
    return any(map(_JOINT.search, (report.title, opening))) or bool(_WE.match(opening))


def issuing_offices(report: Report) -> frozenset[str]:
    """The offices in whose name a joint document is put out: `Joint Statement by the Presidents of …`, `We, the leaders
    of …`; none where states put it out."""
    opening = report.text[: report.text.find(".") + 1]
    named = [found[0].lower() for text in (report.title, opening if _WE.match(opening) else "")
             for found in _OFFICE.finditer(text)]  # fmt: skip
    return frozenset(office for word in named for office in _HEADS.get(word, [word.removesuffix("s")]))


def author_of(report: Report, people: People, body: str) -> Party | None:
    """Who says "I": the person whom the title names as speaker, else the report's own state."""
    title = report.title
    if _AUTHOR.search(title) or re.search(r"press secretary|spokes", title, re.I):
        for named in people.named:
            if named.doc.user_data["field"] == "title" and named.person and named.person.state == people.home:
                return named.person.party
    if teller := _first_person(report, people):
        return teller
    if signer := _signer(report, people.home):
        return Party(people.home, signer, PERSON)
    heading = report.text[:200].split("\n\n")[0]
    if _AUTHOR.match(heading):
        for named in people.named:
            in_heading = named.doc.user_data["field"] == "text" and named.doc.user_data["offset"] < len(heading)
            if in_heading and named.person and named.person.state == people.home:
                return named.person.party
    if body:
        return Party("IGO", body, BODY)
    return Party(people.home, "", STATE) if people.home else None


def _first_person(report: Report, people: People) -> Party | None:
    """Who says "I" where a report passes on somebody's words without quotation marks: the person whom its title has
    speak, else one from abroad whom its first sentence has speak."""
    if not _I.search(report.text):
        return None
    first = people.named[0] if people.named else None
    if first is not None and first.person and first.doc.user_data["field"] == "title" and first.start <= 1:
        if first.person.state == people.home and first.doc[first.start : first.end].root.dep_ == "nsubj":
            return first.person.party
    opening = next((s for s in people.document.sentences if s.field == "text"), None)
    if opening is None or not any(map(_in_person, report.text.split("\n")[1:])):
        return None
    told = (n.person for n in people.in_sentence(opening) if n.person and n.doc[n.start : n.end].root.dep_ == "nsubj")
    speaker = next((p for p in told if p.titles and p.state not in ("", people.home)), None)
    return speaker.party if speaker is not None and not _I.search(opening.text) else None


def _in_person(paragraph: str) -> bool:
    """A paragraph that opens with `I` and quotes nobody."""
    return paragraph.startswith("I ") and not any(mark in paragraph for mark in '“”"')


def _signer(report: Report, home: str) -> str:
    """The name in capitals under a letter or proclamation that says `I`, empty without one."""
    found = _SIGNATURE.search(report.text)
    if found is None or not home or not re.search(r"\bI\b", report.text):
        return ""
    return found.group(1).title()


def joint_parties(report: Report, people: People, leading: tuple[str, ...]) -> tuple[Party, ...]:
    """The states of a joint document by its title, with the international body it is made with."""
    titled = [n for n in people.named if n.doc.user_data["field"] == "title"]
    states, bodies = _named_by([n for n in titled if not _TOPIC & _words(n.doc[: n.start])], report)
    if len(states) + len(bodies) < 2:
        states, bodies = _named_by(titled, report)
    if bodies and states:
        return (*(Party(code) for code in states), *dict.fromkeys(bodies))
    if len(states) < 2:
        states = _enumerated(people) or list(leading)
    return tuple(Party(code) for code in states)


def _named_by(titled: list[Named], report: Report) -> tuple[list[str], list[Party]]:
    """States and international bodies among those whom a title names, other than by the place; a body beside all of
    its members is no party of its own."""
    by = re.search(r"\b(?:by|between|of)\b", report.title, re.I)
    here = [n for n in titled if n.kind == PERSON or not _AT & _words(n.doc[max(0, n.start - 4) : n.start])]
    states = [p.state for n in here if (p := n.resolve()) and p.state not in ("", "IGO")]
    bodies = [n.party for n in here if n.kind == BODY and n.party and n.party.state == "IGO" and by]
    known = load_reference().bodies
    whole = [b for b in bodies if (found := known.get(b.key)) and found.members and set(found.members) <= set(states)]
    return list(dict.fromkeys(states)), [b for b in bodies if b not in whole]


def _words(span: Span) -> set[str]:
    return {t.lower_ for t in span}


def _enumerated(people: People) -> list[str]:
    """`We, the governments of A, B and C, …`: three states or more, named one after the other at the start."""
    for sentence in people.document.sentences:
        if sentence.field != "text" or sentence.index > _OPENING:
            continue
        row: list[str] = []
        end = -1
        for named in people.in_sentence(sentence):
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
