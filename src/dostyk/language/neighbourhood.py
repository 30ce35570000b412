"""The state a person acts for where the report does not say it: a state has one president, and nearness speaks.

A title without a state falls to the report's own state unless that state has no such office, or somebody else holds
it there; then to the state named nearest to the person. What is settled this way is marked `default`, never `named`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from anyascii import anyascii

from dostyk.language.heads import heads, unique_office
from dostyk.reference import load_reference
from dostyk.reference.leaders import states_of_person

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dostyk.language.document import Document
    from dostyk.language.names import Scan
    from dostyk.language.persons import Person
    from dostyk.language.spans import Title

_OFFICE_VERBS = frozenset("be hold head lead represent serve chair run".split())
_SPEAKING = frozenset(["spokesman", "spokeswoman", "spokesperson"])
_ROYAL = frozenset("king queen emperor empress sultan emir amir crown".split())
_CREDENTIALS = frozenset(["credentials", "credence"])
_OWNERS = frozenset("country nation state republic kingdom".split())
_CLOSE = 3  # weight of a state named in the same sentence, against one for the same or the next paragraph


def _parts(doc: Doc, title: Title) -> list[str]:
    """A title and its endings, the longest first: `His Holiness Pope`, `Holiness Pope`, `Pope`."""
    return [doc[i : title.end].text for i in range(title.start, title.end)]


class Neighbourhood:
    """Which states are named near which persons."""

    def __init__(self, document: Document, scans: dict[int, Scan], persons: list[Person]) -> None:
        self.persons = persons
        self.day = document.report.published
        self.weights: Counter[str] = Counter()
        self._docs = {int(doc.user_data["paragraph"]): doc for doc in document.docs}
        self._states: dict[int, list[tuple[int, str]]] = {}
        self._bounds: dict[tuple[int, int], tuple[int, int]] = {}
        for doc in document.docs:
            number = int(doc.user_data["paragraph"])
            known = [k for k in scans[number].known if k.code not in ("", "IGO") and k.kind != "body"]
            self._states[number] = [(k.start, k.code) for k in known]
            self.weights.update(k.code for k in known)
            for sentence in doc.sents:
                for i in range(sentence.start, sentence.end):
                    self._bounds[number, i] = (sentence.start, sentence.end)

    def known(self, person: Person) -> str:
        """The state for which the table of leaders has the person; of several, the only one the report names."""
        written = re.findall(r"[a-z]+", anyascii(person.name).lower())
        last = next((w for w in reversed(written) if w not in ("jr", "sr")), "")
        states = states_of_person(person.words, person.title_words(), self.day, last)
        if len(states) > 1 or not (person.title_words() or len(person.words) > 1):
            states = tuple(code for code in states if self.weights[code])
        return states[0] if len(states) == 1 else ""

    def owned(self, person: Person) -> str:
        """`Its vice foreign minister, X`, `the country's president, X`: the first state named before in the sentence,
        else the first of the sentence before."""
        for title, doc in person.titles:
            owner = doc[title.start - 1] if title.start else None
            if owner is not None and owner.text in ("'s", "’s") and owner.i:
                if state := self._of_person(int(doc.user_data["paragraph"]), owner.i - 1):
                    return state
                owner = doc[owner.i - 1] if doc[owner.i - 1].lower_ in _OWNERS else None
            if owner is None or not (owner.lower_ == "its" or owner.lower_ in _OWNERS):
                continue
            paragraph = int(doc.user_data["paragraph"])
            low, _ = self._bounds.get((paragraph, owner.i), (0, 0))
            before, _ = self._bounds.get((paragraph, low - 1), (low, low))
            for first, last in ((low, owner.i), (before, low)):
                state = next((code for start, code in self._states[paragraph] if first <= start < last), "")
                if state:
                    return state
        return ""

    def _of_person(self, paragraph: int, token: int) -> str:
        """`President X's Special Envoy Y`: the state of the person whose name ends at a token."""
        doc = self._docs[paragraph]
        for owner in self.persons:
            ends = any(place[0] == paragraph and place[1] == token for place in owner.places)
            if ends and owner.state and doc[token].text[:1].isupper():
                return owner.state
        return ""

    def of_title(self, person: Person, home: str) -> str:
        """The only state that has the person's office; where others have another of that name (`Foreign Secretary`),
        the one of the table of leaders, else the report's own or the one it names most."""
        reference = load_reference()
        found = [o for t, doc in person.titles for text in _parts(doc, t) for o in reference.find_title(text)]
        alone = next((o.states[0] for o in found if len(o.states) == 1), "")
        several = {code for o in found if len(o.states) > 1 for code in o.states}
        if not alone or not several:
            return alone
        scores = self._scores(person)
        held = {p.state for p in self.persons if p is not person and "counterpart" in p.title_words()}
        likely = max(sorted(several), key=lambda code: (code == home, code not in held, scores[code]))
        named = likely == home or scores[likely] > scores[alone]
        return self.known(person) or (likely if named else alone)

    def likeliest(self, person: Person, home: str) -> str:
        """The state for a person whom no state is said of; empty where nothing speaks for one."""
        if said := self._described(person) or self._of_ministry(person):
            return said
        office = unique_office(person.title_words())
        scores = self._scores(person)
        sent_to = {title.target for title, _ in person.titles} | self._accrediting(person, home)
        fits = {code: n for code, n in scores.items() if code not in sent_to and self._can_hold(code, office, person)}
        if home and home not in sent_to and self._can_hold(home, office, person):
            return home
        return max(sorted(fits), key=lambda c: fits[c], default="")

    def _accrediting(self, person: Person, home: str) -> set[str]:
        """`Ambassador X presented credentials to the President of B`: X is no envoy of B, nor of the report's state."""
        found = set[str]()
        for paragraph, token, _ in person.places if person.is_envoy else ():
            low, high = self._bounds.get((paragraph, token), (token, token + 1))
            told = next((t.i for t in self._docs[paragraph][low:high] if t.lower_ in _CREDENTIALS), None)
            if told is not None:
                found |= {home, *(code for start, code in self._states[paragraph] if told < start < high)}
        return found

    def _scores(self, person: Person) -> defaultdict[str, float]:
        """The states that a report names, by how near to a person it does so."""
        scores: defaultdict[str, float] = defaultdict(float)
        for paragraph, token, _ in person.places:
            low, high = self._bounds.get((paragraph, token), (token, token + 1))
            for start, code in self._states.get(paragraph, ()):
                scores[code] += _CLOSE if low <= start < high else 1
        for code, weight in self.weights.items():
            scores[code] += min(weight, 5) * 0.1
        return scores

    def _of_ministry(self, person: Person) -> str:
        """`Ministry spokesman X`: the state of the ministry named last before."""
        if not any("ministry" in words and words & _SPEAKING for words in (person.title_words(),)):
            return ""
        paragraph, token, _ = min(person.places)
        for number in range(paragraph, -1, -1):
            doc = self._docs.get(number)
            last = token if number == paragraph else len(doc) if doc is not None else 0
            for word in reversed(doc[:last] if doc is not None else ()):
                near = [code for start, code in self._states[number] if word.i - 4 <= start < word.i]
                if word.lower_ == "ministry" and near:
                    return near[-1]
        return ""

    def _described(self, person: Person) -> str:
        """`X, who holds the same post in the Government of Belarus, …`: the state of a clause that says who X is."""
        for paragraph, token, _ in person.places:
            doc = self._docs[paragraph]
            if token + 2 >= len(doc) or doc[token + 1].text != "," or doc[token + 2].lower_ not in ("who", "whose"):
                continue
            holds = doc[token + 3].lemma_ if token + 3 < len(doc) else ""
            end = next((i for i in range(token + 3, len(doc)) if doc[i].text in (",", ".", ";")), len(doc))
            state = next((code for start, code in self._states[paragraph] if token + 2 < start < end), "")
            if state and holds in _OFFICE_VERBS:
                return state
        return ""

    def _can_hold(self, code: str, office: frozenset[str], person: Person) -> bool:
        if person.title_words() & _ROYAL and code not in heads()["monarchies"]:
            return False
        if not office:
            return True
        if office == {"president"} and code in heads()["no_president"]:
            return False
        if office in ({"prime", "minister"}, {"premier"}) and code in heads()["no_prime_minister"]:
            return False
        return not any(
            other is not person and other.state == code and unique_office(other.title_words()) == office
            for other in self.persons
        )
