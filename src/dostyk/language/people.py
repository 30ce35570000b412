"""Who is who in one report: names, titles and bare surnames joined into persons, each with the state they act for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language import offices
from dostyk.language.document import Document
from dostyk.language.holders import holder, office_state, one_office
from dostyk.language.names import Run, Scan, Title, scan
from dostyk.language.neighbourhood import Neighbourhood
from dostyk.language.own_body import called_shortly
from dostyk.language.persons import Named, Person, gender_of, same_name, title_words, words_of
from dostyk.language.placed import Placed
from dostyk.language.surnames import met_by_surname
from dostyk.model import BODY, Party

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_OPENING = 7  # words between the start of a sentence and an office in its opening phrase
_INDEFINITE = frozenset("a an any every another no each other".split())


def _leads_in(title: Title, run: Run, doc: Doc) -> bool:
    """`With his French colleague, X discussed …`: a phrase that opens the sentence says nothing of its subject."""
    opening = doc[title.start].sent.start
    if doc[title.end].text != "," or title.start - opening > _LONGEST_OPENING or doc[opening].tag_ != "IN":
        return False
    if any(t.text == "," or t.tag_.startswith("VB") for t in doc[opening : title.start]):
        return False
    return doc[run.start : run.end].root.dep_.startswith("nsubj")


def _addresses(token: Token) -> bool:
    """True for the words of a form of address: `The Right Honourable X`."""
    word = token.lower_
    return word in ("right", "the") or word in offices.PERSONAL or word.rstrip(".") in offices.PERSONAL


def _in_headline(doc: Doc) -> bool:
    """True for a title or heading, whose capitals say little of where a name ends."""
    return bool(doc.user_data["field"] == "title" or doc.user_data["heading"])


class People(Placed):
    """The persons, states and bodies of a document, found by token."""

    def __init__(self, document: Document, home: str, body: str = "") -> None:
        super().__init__(document)
        self.home = home
        self.body = body  # the international body whose outlet the report is from
        self.persons: list[Person] = []
        self.scans: dict[int, Scan] = {}
        for doc in document.docs:
            self.scans[doc.user_data["paragraph"]] = scan(doc)
        self._prefer_persons()
        self._gather()
        self._settle_states()
        self._place_states_and_bodies()
        self._place_titles()
        self.named.sort(key=lambda n: (n.doc.user_data["paragraph"], n.start))

    # -- persons ---------------------------------------------------------------------------------------------

    def _all_runs(self) -> list[tuple[Run, Doc]]:
        return [(run, doc) for doc in self.document.docs for run in self.scans[doc.user_data["paragraph"]].runs]

    def _prefer_persons(self) -> None:
        """Scan paragraphs anew that name a town as a person of the report is named."""
        borne = frozenset(run.words[-1].lower() for run, _ in self._all_runs() if run.person and len(run.words) > 1)
        for doc in self.document.docs:
            number = doc.user_data["paragraph"]
            if any(
                known.kind in ("city", "capital") and doc[known.start].lower_ in borne
                for known in self.scans[number].known
            ):
                self.scans[number] = scan(doc, borne)

    def _gather(self) -> None:
        runs = self._all_runs()
        for run, doc in runs:
            if run.before is not None and _leads_in(run.before, run, doc):
                self.scans[doc.user_data["paragraph"]].titles.append(run.before)
                run.before = None
        certain = [(run, doc) for run, doc in runs if run.person and self._may_found(run, doc)]
        for run, doc in sorted(certain, key=lambda x: (_in_headline(x[1]), -len(words_of(x[0].words)))):
            self._person_for(run, doc, create=True)
        for leader in met_by_surname(runs, self.persons, self.document.report.published):
            if all(leader.words != other.words for other in self.persons):
                self.persons.append(leader)
        for run, doc in runs:
            person = self._person_for(run, doc, create=False)
            if person:
                self._note(person, run, doc)

    @staticmethod
    def _may_found(run: Run, doc: Doc) -> bool:
        """Headlines capitalise everything, so a name that stands only there must be short and bear a title."""
        return not _in_headline(doc) or (run.before is not None and len(words_of(run.words)) <= 4)

    def _matches(self, words: frozenset[str], run: Run, doc: Doc) -> list[Person]:
        found = [p for p in self.persons if same_name(run.words, words, p)]
        gender = gender_of(run, doc)
        found = [p for p in found if not gender or p.gender in ("", gender)]
        title = run.before or run.after
        if len(found) > 1 and title and title.state:
            found = [p for p in found if p.state in ("", title.state)] or found
        return found

    def _person_for(self, run: Run, doc: Doc, create: bool) -> Person | None:
        words = words_of(run.words)
        if not words:
            return None
        found = self._matches(words, run, doc)
        if found:
            return found[0] if len(found) == 1 else self._nearest(found, run, doc)
        if not create or max(map(len, words)) < 2:
            return None
        first, last = run.start, run.end
        person = Person(words, doc[first:last].text)
        person.state = self._state_said(run)
        person.gender = gender_of(run, doc)
        person.titles = [(title, doc) for title in run.titles]
        self.persons.append(person)
        return person

    def _nearest(self, found: list[Person], run: Run, doc: Doc) -> Person:
        title = run.before or run.after
        if title:
            wanted = title_words(title, doc)
            same = [p for p in found if wanted & p.title_words()]
            found = same or found
        return max(found, key=lambda p: (max(p.places, default=(-1, -1, False)), -len(p.words)))

    @staticmethod
    def _state_said(run: Run) -> str:
        return next((t.state for t in run.titles if t.state), "") or run.state

    def _note(self, person: Person, run: Run, doc: Doc) -> None:
        head = doc[run.end - 1]
        begin = run.before.start if run.before else run.start
        subject = doc[begin : run.end].root.dep_.startswith("nsubj")
        person.places.append((doc.user_data["paragraph"], head.i, subject))
        for title in run.titles:
            if all(title is not known for known, _ in person.titles):
                person.titles.append((title, doc))
        said = self._state_said(run)
        if said and not person.state:
            person.state = said
        if person.state:
            person.state_basis = person.state_basis or "named"
        start = run.before.start if run.before else run.start
        while run.before is None and run.honorific and start and _addresses(doc[start - 1]):
            start -= 1
        person.gender = person.gender or gender_of(run, doc)
        named = Named(doc, start, max(run.end, run.tail), (run.start, run.end), person=person)
        self._put(named)
        if run.shared is not None:
            self._bearers.setdefault((doc.user_data["paragraph"], run.shared.end - 1), []).append(named)

    def _settle_states(self) -> None:
        """Persons whose state nobody says: the state their title belongs to alone, else the likeliest of the report."""
        near = Neighbourhood(self.document, self.scans, self.persons)
        for person in sorted(self.persons, key=lambda p: min(p.places, default=(9999, 0, False))):
            if person.state:
                continue
            person.state = near.owned(person)
            if person.state:
                person.state_basis = "named"
                continue
            person.state = near.of_title(person, self.home)
            if person.state:
                person.state_basis = "title"
                continue
            person.state = near.known(person)
            if person.state:
                person.state_basis = "reference"
                continue
            person.state = near.likeliest(person, self.home)
            person.state_basis = "default" if person.state else ""

    # -- states, bodies, lone titles -------------------------------------------------------------------------

    def _place_states_and_bodies(self) -> None:
        for doc in self.document.docs:
            found = self.scans[doc.user_data["paragraph"]]
            for body in found.bodies:
                state = body.state or self.home or ("IGO" if self.body else "")
                party = Party(state, body.name, BODY)
                self._put(Named(doc, body.start, body.end, (body.start, body.end), party=party, kind=BODY))
            for known in found.known:
                if known.kind == "body" or known.code == "IGO":
                    continue
                span = (known.start, known.end)
                self._put(Named(doc, *span, span, party=Party(known.code), kind=known.kind))
            for token, name in called_shortly(doc, self.body):
                if self.at(token) is None:
                    span = (token.i, token.i + 1)
                    self._put(Named(doc, *span, span, party=Party("IGO", name, BODY), kind=BODY))

    def _place_titles(self) -> None:
        for doc in self.document.docs:
            for title in one_office(self.scans[doc.user_data["paragraph"]].titles, doc, self.persons):
                before = doc[title.start - 1].lower_ if title.start else ""
                person = None if before in _INDEFINITE else holder(title, doc, self.persons, self.home)
                party = None if person else self._of_body(title, doc, office_state(title, doc, self.home))
                if person:
                    subject = doc[title.start : title.end].root.dep_.startswith("nsubj")
                    person.places.append((doc.user_data["paragraph"], title.end - 1, subject))
                if person or party:
                    span = (title.start, title.end)
                    self._put_title(Named(doc, *span, span, person=person, party=party, kind="title"))

    def _of_body(self, title: Title, doc: Doc, party: Party | None) -> Party | None:
        """`ASEAN member states`, `the UN envoy`: who stands for an international body without a name is that body."""
        if party is None or party.state != "IGO":
            return party
        known = self.scans[doc.user_data["paragraph"]].known
        body = next((k for k in known if title.start <= k.start < title.end and k.kind == "body"), None)
        return Party("IGO", body.name, BODY) if body is not None else None
