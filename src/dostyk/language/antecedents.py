"""Who "he" and "she" are: the latest subject that fits, sentences further back counting less; an office-holder whom
nobody names is a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.focus import REACH, Focus, place_of
from dostyk.language.offices import TITLE_HEADS
from dostyk.language.quotations import SAYING, spans
from dostyk.language.senders import writer_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

    from dostyk.language.document import Sentence
    from dostyk.language.persons import Person
    from dostyk.model import Mention, Party

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
_SUBJECTS = ("nsubj", "nsubj:pass")
_OF_MEN = frozenset("king prince duke emperor sultan emir amir chairman sheikh taoiseach pope patriarch".split())
_OF_WOMEN = frozenset("queen princess duchess empress chairwoman sheikha".split())


class Antecedents:
    """The persons of the singular pronouns of one document."""

    def __init__(self, focus: Focus, resolve: Callable[[Token], list[Mention]]) -> None:
        self.focus = focus
        self.resolve = resolve
        self._found: dict[tuple[int, int], Party | None] = {}

    def of(self, token: Token, gender: str) -> Party | None:
        """The party of a pronoun, found once a word; a pronoun that is a subject passes its party on."""
        place = place_of(token)
        if place not in self._found:
            self._found[place] = None  # stops a chain that comes back to itself
            self._found[place] = self._look_back(token, gender)
        return self._found[place]

    def _look_back(self, token: Token, gender: str) -> Party | None:
        here = self.focus.document.sentence_of(token)
        writer = writer_of(token)
        named = self.focus.people.at(writer) if writer is not None else None
        if named is not None and named.person is not None and named.person.gender in ("", gender):
            return named.person.party
        if (teller := self._teller(token, gender)) is not None:
            return teller.party
        best = self._own_subject(token, gender)
        best = best or self._subject_pronoun(token, gender) or self._subject_noun(token, gender)
        for sentence, named in self.focus.order:
            person = named.person
            distance = here.index - sentence.index
            if person is None or not 0 <= distance <= REACH or person.gender not in ("", gender):
                continue
            if sentence.field != here.field:
                continue
            at = (int(named.doc.user_data["paragraph"]), named.core[0])
            if at >= place_of(token):
                continue
            head = named.doc[named.start : named.end].root
            if distance == 0 and _of_the_quotation(token, named.doc, named.start):
                continue
            if distance == 0 and token.tag_ == "PRP" and token.dep_ != "nsubj" and head.head == token.head:
                continue
            score = -1.5 * distance + (1.5 if head.dep_.startswith("nsubj") else 0.0) + 0.001 * min(named.start, 900)
            if named.kind == "title":
                score += 0.2
            if person.gender == gender == "f":  # whose gender nobody says is more often a man
                score += 0.7
            if best is None or score >= best[0]:
                best = (score, person.party)
        if best is None:
            ranked = [p for p in self.focus.leading_persons() if p.gender in ("", gender) and p.places]
            return ranked[0].party if ranked and here.index <= 3 else None
        return best[1]

    def _teller(self, token: Token, gender: str) -> Person | None:
        """`President X said he was happy`: who says of himself what stands in the clause said."""
        clause = token.head if token.dep_.startswith("nsubj") else None
        saying = clause.head if clause is not None and clause.dep_ == "ccomp" and clause.i > clause.head.i else None
        if saying is None or saying.lemma_ not in SAYING:
            return None
        for child in saying.children:
            named = self.focus.people.at(child) if child.dep_ == "nsubj" else None
            if named is not None and named.person is not None and named.person.gender in ("", gender):
                return named.person
        return None

    def _sentence_before(self, token: Token) -> Sentence | None:
        """The sentence whose subject a pronoun may mean that is a subject or an owner itself."""
        if token.dep_ not in (*_SUBJECTS, "nmod:poss"):
            return None
        return next(self.focus.sentences_before(token, 1), None)

    def _own_subject(self, token: Token, gender: str) -> tuple[float, Party] | None:
        """Score and party of an office-holder without a name: `The Serbian president cancelled his visit`."""
        for verb in token.ancestors:
            subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < token.i), None)
            if subject is not None and (party := self._office_holder(subject, gender)) is not None:
                return (1.5, party)
        return None

    def _office_holder(self, noun: Token, gender: str) -> Party | None:
        """Whom an office stands for, where no name stands beside it."""
        office = str(noun.lemma_).lower()
        named = self.focus.people.at(noun)
        if noun.tag_ not in ("NN", "NNP") or office not in TITLE_HEADS or (named and named.person):
            return None
        if office in (_OF_WOMEN if gender == "m" else _OF_MEN):
            return None
        meant = {mention.party for mention in self.resolve(noun)}
        others = [p for p in self.focus.people.persons if p.party in meant and p.gender not in ("", gender)]
        return meant.pop() if len(meant) == 1 and not others else None

    def _subject_pronoun(self, token: Token, gender: str) -> tuple[float, Party] | None:
        """Score and party of the `he` or `she` that is the subject of the sentence before."""
        before = self._sentence_before(token)
        if before is None:
            return None
        wanted = HE if gender == "m" else SHE
        for other in before.span:
            if other.lower_ in wanted and other.tag_ == "PRP" and other.dep_.startswith("nsubj"):
                party = self.of(other, gender)
                return (-0.1, party) if party else None
        return None

    def _subject_noun(self, token: Token, gender: str) -> tuple[float, Party] | None:
        """Score and party of a noun that is the subject of the sentence before: `The Peruvian leader met X. He …`."""
        before = self._sentence_before(token)
        if before is None:
            return None
        subject = next((c for c in before.span.root.children if c.dep_ in _SUBJECTS), None)
        if subject is None or subject.tag_ not in ("NN", "NNP"):
            return None
        if self.focus.people.at(subject) is not None:
            return self._standing_for(subject, gender)
        meant = {mention.party for mention in self.resolve(subject)}
        found = [p for p in self.focus.people.persons if p.party in meant and p.gender in ("", gender)]
        if len(found) == 1 and len(meant) == 1:
            return (0.0, found[0].party)
        return self._standing_for(subject, gender)

    def _standing_for(self, subject: Token, gender: str) -> tuple[float, Party] | None:
        holder = self._office_holder(subject, gender)
        return (0.0, holder) if holder is not None else None


def _of_the_quotation(pronoun: Token, doc: Doc, start: int) -> bool:
    """`“We thank President X,” he said`: who is named in the words that somebody says is not who says them."""
    if doc is not pronoun.doc or pronoun.head.lemma_ not in SAYING or not pronoun.dep_.startswith("nsubj"):
        return False
    return any(first <= start < last <= pronoun.i for first, last in spans(doc))
