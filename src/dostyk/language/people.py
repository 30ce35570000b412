"""Who is who in one report: names, titles and bare surnames joined into persons, each with the state they act for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from anyascii import anyascii

from dostyk.language import offices
from dostyk.language.document import Document, Sentence
from dostyk.language.heads import heads, unique_office
from dostyk.language.names import Run, Scan, Title, scan
from dostyk.language.neighbourhood import Neighbourhood
from dostyk.language.own_body import called_shortly
from dostyk.model import BODY, PERSON, STATE, Mention, Party
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FEMALE = frozenset(
    """mrs mrs. ms ms. miss dame lady madam madame queen princess chairwoman spokeswoman duchess""".split()
)
_MALE = frozenset("""mr mr. sir lord king prince emir amir sultan sheikh pope chairman spokesman duke""".split())
_STYLES = frozenset("majesty highness holiness excellency".split())
_ROYAL = frozenset("king queen emir amir sultan prince princess emperor pope crown".split())
_LEADING = frozenset("president king emir amir sultan premier chancellor prime monarch".split())
_INDEFINITE = frozenset("a an any every another no each other".split())
_SON_OF = frozenset(("bin", "ibn", "bint", "ben"))
_ABBREVIATED = {
    "pm": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "dpm": ("deputy", "prime", "minister"),
    "eam": ("external", "affairs", "minister"),
}
_STOP = frozenset("""the of for to and a an in at on his her 's ’s , -""".split())
_NO_CONTENT = _STOP | _ABBREVIATED.keys()


def words_of(text: str | Iterable[str]) -> frozenset[str]:
    """The words of a name in lower-case Latin letters, without initials' dots and suffixes."""
    parts = text.split() if isinstance(text, str) else text
    plain = (anyascii(p).lower().strip(".'`,") for p in parts)
    split = (w for p in plain for w in p.replace("-", " ").replace("'", "").split())
    return frozenset(w for w in split if w and w not in ("jr", "sr"))


def sequence(text: str) -> list[str]:
    """The words of a name in order, in lower-case Latin letters."""
    return re.findall(r"[a-z0-9]+", anyascii(text).lower().replace("'", "").replace("`", ""))


@dataclass(eq=False)
class Person:
    """A person of one report. `state_basis` is `named` where the report says whom they act for."""

    words: frozenset[str]
    name: str
    state: str = ""
    state_basis: str = ""
    titles: list[tuple[Title, Doc]] = field(default_factory=list)
    places: list[tuple[int, int, bool]] = field(default_factory=list)  # paragraph, token, subject
    gender: str = ""

    @property
    def party(self) -> Party:
        """The person as a party."""
        return Party(self.state, self.name, PERSON)

    def title_words(self) -> frozenset[str]:
        """Every content word of every title the report gives the person."""
        return frozenset(w for title, doc in self.titles for w in title_words(title, doc))


@dataclass(frozen=True, eq=False)
class Named:
    """A party named at tokens `start`..`end` of a paragraph, its title included; `core` is the name alone."""

    doc: Doc
    start: int
    end: int
    core: tuple[int, int]
    person: Person | None = None
    party: Party | None = None
    kind: str = PERSON

    def resolve(self) -> Party | None:
        """The party meant, None where the report leaves it open."""
        return self.person.party if self.person else self.party


def title_words(title: Title, doc: Doc) -> frozenset[str]:
    """Content words of a title, lower case, names of states left out; abbreviations in full."""
    short = (w for t in doc[title.start : title.end] for w in _ABBREVIATED.get(t.lower_, ()))
    words = (offices.singular(t.lower_) for t in doc[title.start : title.end] if t.lower_ not in _NO_CONTENT)
    return frozenset(short) | frozenset(w for w in words if w in offices.OFFICE_WORDS or w in offices.TITLE_HEADS)


def _parts(doc: Doc, title: Title) -> list[str]:
    """A title and its endings, the longest first: `His Holiness Pope`, `Holiness Pope`, `Pope`."""
    return [doc[i : title.end].text for i in range(title.start, title.end)]


def present_code(code: str) -> str:
    """The code of the state that continued one that ended (`SUHH` → `RUS`), else the code itself."""
    state = load_reference().states.get(code)
    return state.successor if state is not None and state.successor else code


def gender_of(run: Run, doc: Doc) -> str:
    """`f` or `m` where a form of address or title before a name tells, else empty."""
    start = run.before.start if run.before else run.start
    before = {doc[i].lower_ for i in range(max(0, start - 1), run.start)}
    return "f" if before & _FEMALE else "m" if before & _MALE else ""


def _leads_in(title: Title, run: Run, doc: Doc) -> bool:
    """`With his French colleague, X discussed …`: a phrase that opens the sentence says nothing of its subject."""
    opening = doc[title.start].sent.start
    if doc[title.end].text != "," or title.start - opening > 3 or doc[opening].tag_ != "IN":
        return False
    return doc[run.start : run.end].root.dep_.startswith("nsubj")


def _in_headline(doc: Doc) -> bool:
    """True for a title or heading, whose capitals say little of where a name ends."""
    return bool(doc.user_data["field"] == "title" or doc.user_data["heading"])


class People:
    """The persons, states and bodies of a document, found by token."""

    def __init__(self, document: Document, home: str, body: str = "") -> None:
        self.document = document
        self.home = home
        self.body = body  # the international body whose outlet the report is from
        self.persons: list[Person] = []
        self.scans: dict[int, Scan] = {}
        self._at: dict[tuple[int, int], Named] = {}
        self._bearers: dict[tuple[int, int], list[Named]] = {}
        self.named: list[Named] = []
        for doc in document.docs:
            self.scans[doc.user_data["paragraph"]] = scan(doc)
        self._gather()
        self._settle_states()
        self._place_states_and_bodies()
        self._place_titles()
        self.named.sort(key=lambda n: (n.doc.user_data["paragraph"], n.start))

    # -- persons ---------------------------------------------------------------------------------------------

    def _all_runs(self) -> list[tuple[Run, Doc]]:
        return [(run, doc) for doc in self.document.docs for run in self.scans[doc.user_data["paragraph"]].runs]

    def _gather(self) -> None:
        runs = self._all_runs()
        for run, doc in runs:
            if run.before is not None and _leads_in(run.before, run, doc):
                self.scans[doc.user_data["paragraph"]].titles.append(run.before)
                run.before = None
        certain = [(run, doc) for run, doc in runs if run.person and self._may_found(run, doc)]
        for run, doc in sorted(certain, key=lambda x: (_in_headline(x[1]), -len(words_of(x[0].words)))):
            self._person_for(run, doc, create=True)
        for run, doc in runs:
            person = self._person_for(run, doc, create=False)
            if person:
                self._note(person, run, doc)

    @staticmethod
    def _may_found(run: Run, doc: Doc) -> bool:
        """Headlines capitalise everything, so a name that stands only there must be short and bear a title."""
        return not _in_headline(doc) or (run.before is not None and len(words_of(run.words)) <= 4)

    def _matches(self, words: frozenset[str], run: Run, doc: Doc) -> list[Person]:
        found = [p for p in self.persons if self._same_name(run.words, words, p)]
        gender = gender_of(run, doc)
        found = [p for p in found if not gender or p.gender in ("", gender)]
        title = run.before or run.after
        if len(found) > 1 and title and title.state:
            found = [p for p in found if p.state in ("", title.state)] or found
        return found

    @staticmethod
    def _same_name(written: tuple[str, ...], words: frozenset[str], person: Person) -> bool:
        """True where one name is within the other, and the shorter is no father's name inside a patronymic."""
        if person.words < words and len(person.words) > 1:
            return not words & _SON_OF or sequence(written[0])[0] == sequence(person.name)[0]
        if not words <= person.words:
            return False
        if len(words) == 1:
            return True
        order, wanted = sequence(person.name), sequence(" ".join(written))
        rest = iter(order)
        if not all(word in rest for word in wanted):
            return False
        first = order.index(wanted[0])
        return first == 0 or order[first - 1] not in _SON_OF

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
        if run.before is None and run.honorific:
            start -= 1
        person.gender = person.gender or gender_of(run, doc)
        named = Named(doc, start, max(run.end, run.tail), (run.start, run.end), person=person)
        self._put(named)
        if run.shared is not None:
            self._bearers.setdefault((doc.user_data["paragraph"], run.shared.end - 1), []).append(named)

    def _put(self, named: Named) -> None:
        self.named.append(named)
        for i in range(named.start, named.end):
            self._at.setdefault((named.doc.user_data["paragraph"], i), named)

    def _settle_states(self) -> None:
        """Persons whose state nobody says: the state their title belongs to alone, else the likeliest of the report."""
        reference = load_reference()
        near = Neighbourhood(self.document, self.scans, self.persons)
        for person in sorted(self.persons, key=lambda p: min(p.places, default=(9999, 0, False))):
            if person.state:
                continue
            person.state = near.owned(person)
            if person.state:
                person.state_basis = "named"
                continue
            found = [o for t, doc in person.titles for text in _parts(doc, t) for o in reference.find_title(text)]
            person.state = next((o.states[0] for o in found if len(o.states) == 1), "")
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
                self._put(Named(doc, *span, span, party=Party(present_code(known.code)), kind=known.kind))
            for token, name in called_shortly(doc, self.body):
                if self.at(token) is None:
                    span = (token.i, token.i + 1)
                    self._put(Named(doc, *span, span, party=Party("IGO", name, BODY), kind=BODY))

    def _place_titles(self) -> None:
        for doc in self.document.docs:
            for title in self.scans[doc.user_data["paragraph"]].titles:
                before = doc[title.start - 1].lower_ if title.start else ""
                person = None if before in _INDEFINITE else self._holder(title, doc)
                party = None if person else self._office_state(title, doc)
                if person:
                    subject = doc[title.start : title.end].root.dep_.startswith("nsubj")
                    person.places.append((doc.user_data["paragraph"], title.end - 1, subject))
                if person or party:
                    span = (title.start, title.end)
                    self._put_title(Named(doc, *span, span, person=person, party=party, kind="title"))

    def _put_title(self, named: Named) -> None:
        """A title's words win over the state named inside it."""
        self.named.append(named)
        for i in range(named.start, named.end):
            self._at[named.doc.user_data["paragraph"], i] = named

    def _holder(self, title: Title, doc: Doc) -> Person | None:
        """The person of the report who holds that office: the same words, a fitting state, the latest named before."""
        wanted = title_words(title, doc)
        here = (doc.user_data["paragraph"], title.start)
        fits = [p for p in self.persons if self._bears(p, wanted) and title.state in ("", p.state)]
        if not fits and wanted == {"leader"} and title.state:  # `the Belarusian leader`
            fits = [p for p in self.persons if p.state == title.state and p.title_words() & _LEADING]
        if not fits:
            return None
        earlier = [p for p in fits if any(place[:2] < here for place in p.places)]
        if not title.state and self._means_own(fits, wanted, here):
            return None
        pool = earlier or fits
        if not title.state and len(pool) > 1:
            pool = [p for p in pool if p.state == self.home] or pool
        return max(pool, key=lambda p: max((x for x in p.places if x[:2] < here), default=(-1, -1, False)))

    def _means_own(self, fits: list[Person], wanted: frozenset[str], here: tuple[int, int]) -> bool:
        """`the Prime Minister` in a release of the state's own, where only a guest of that title has a name, and the
        guest was not named just before: the state's own is meant."""
        office = unique_office(wanted)
        if not office or not self.home or any(p.state == self.home for p in fits):
            return False
        table = heads()
        lacking = {"president": "no_president", "prime": "no_prime_minister", "premier": "no_prime_minister"}
        if any(self.home in table[lacking[word]] for word in office if word in lacking):
            return False
        return not any(here[0] - 1 <= place[0] <= here[0] and place[:2] < here for p in fits for place in p.places)

    @staticmethod
    def _bears(person: Person, wanted: frozenset[str]) -> bool:
        if not wanted:
            return False
        held = person.title_words()
        if wanted & _STYLES and wanted <= _STYLES | {"royal"}:
            return bool(held & (_ROYAL | wanted))
        if "chief" in wanted and "party" in wanted:
            return {"general", "secretary"} <= held or {"party", "secretary"} <= held
        return wanted <= held

    def _office_state(self, title: Title, doc: Doc) -> Party | None:
        """An office-holder nobody names stands for the state."""
        words = title_words(title, doc)
        if title.state and words & offices.TITLE_HEADS:
            return Party(title.state, "", STATE)
        definite = title.start > 0 and doc[title.start - 1].lower_ in ("the", "our", "my")
        if definite and self.home and load_reference().is_unique_office(doc[title.start : title.end].text, self.home):
            return Party(self.home, "", STATE)
        return None

    # -- lookups ---------------------------------------------------------------------------------------------

    def at(self, token: Token) -> Named | None:
        """What is named at a token."""
        return self._at.get((token.doc.user_data["paragraph"], token.i))

    def bearers(self, token: Token) -> list[Named]:
        """Those named behind an office in the plural with its head at a token: `Presidents X and Y`."""
        return self._bearers.get((token.doc.user_data["paragraph"], token.i), [])

    def in_sentence(self, sentence: Sentence) -> list[Named]:
        """Everything named in a sentence, in order."""
        span = sentence.span
        return [n for n in self.named if n.doc is span.doc and span.start <= n.start < span.end]

    def right_of(self, token: Token, reach: int) -> Named | None:
        """The first person named within `reach` tokens behind a token, no verb between."""
        for other in token.doc[token.i + 1 : token.i + 1 + reach]:
            named = self.at(other)
            if named is not None and named.person is not None:
                return named
            if other.tag_.startswith("VB") and other.lower_ != "including":
                return None
        return None

    def listed_before(self, named: Named) -> list[Named]:
        """The person or office joined by `and` in front of a person: `The President and Prime Minister X`."""
        doc, i = named.doc, named.start - 1
        while i > 0 and doc[i].lower_ in ("and", "the", ","):
            i -= 1
        if i < 0 or i == named.start - 1 or not any(t.lower_ == "and" for t in doc[i + 1 : named.start]):
            return []
        before = self.at(doc[i])
        return (
            [before] if before is not None and before is not named and before.end == i + 1 and before.resolve() else []
        )

    def listed_after(self, named: Named) -> list[Named]:
        """Persons enumerated right behind a person: `A, B and C`, each with titles and states of their own."""
        found: list[Named] = []
        doc, i = named.doc, named.end
        while i < len(doc) and named.person is not None:
            if doc[i].text == "(":
                close = next((j for j in range(i, min(i + 6, len(doc))) if doc[j].text == ")"), i)
                i = close + 1
            j = i
            while j < len(doc) and doc[j].lower_ in (",", "and", ";", "&", "the", "with"):
                j += 1
            following = self._at.get((int(doc.user_data["paragraph"]), j)) if i < j < len(doc) else None
            if following is None or following.person is None or following.person is named.person:
                break
            if doc[following.core[0] : following.core[1]].root.dep_.startswith("nsubj") and doc[j - 1].lower_ == "and":
                break
            found.append(following)
            i = following.end
        return found

    def mention(self, named: Named, party: Party | None = None) -> Mention | None:
        """The mention of what is named, with its passage."""
        party = party or named.resolve()
        if party is None:
            return None
        passage = self.document.passage(named.doc[named.start], named.doc[named.end - 1])
        return Mention(party, passage)
