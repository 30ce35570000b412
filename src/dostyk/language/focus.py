"""What a report is about at each of its places: who was named before, which two leaders, which two states.

A plural of two is the pair that the report is about at that place: those who met last by the text, else the two
leaders of different states that are named most and latest.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dostyk.model import Mention, Party

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from dostyk.language.document import Document, Sentence
    from dostyk.language.encounters import Encounter
    from dostyk.language.people import People
    from dostyk.language.persons import Named, Person

_LEAD = 1  # index of the last sentence that may tell ahead of the meeting what came of it
REACH = 6  # sentences that a pronoun looks back over


def place_of(token: Token) -> tuple[int, int]:
    """(paragraph, token) of a token, to be compared with other places."""
    return int(token.doc.user_data["paragraph"]), token.i


class Focus:
    """Whom a document speaks of, and at which place.

    `author` says "I"; `joint` are the parties of a joint document; `met` who met by the text, in order.
    """

    def __init__(self, document: Document, people: People, author: Party | None, joint: tuple[Party, ...]) -> None:
        self.document = document
        self.people = people
        self.author = author
        self.joint = joint
        self.issuing: frozenset[str] = frozenset()  # the offices in whose name a joint document is put out
        self.met: list[Encounter] = []
        self.here = ""  # the state of the dateline
        self.order: list[tuple[Sentence, Named]] = [(document.sentence_of(n.doc[n.start]), n) for n in people.named]
        self.weights = self._state_weights()
        self.sentences = {s.index: s for s in document.sentences}

    def _state_weights(self) -> Counter[str]:
        weights: Counter[str] = Counter()
        for sentence, named in self.order:
            party = named.resolve()
            if party and party.state and party.state != "IGO":
                weights[party.state] += 2 if sentence.index < 4 else 1
        return weights

    def sentences_before(self, token: Token, reach: int) -> Iterator[Sentence]:
        """So many sentences before that of a token, the nearest first; a title and a text are apart."""
        here = self.document.sentence_of(token)
        for distance in range(1, reach + 1):
            before = self.sentences.get(here.index - distance)
            if before is not None and before.field == here.field:
                yield before

    # -- in the whole report ---------------------------------------------------------------------------------

    def leading_states(self, count: int = 2) -> tuple[str, ...]:
        """The states that the report speaks of most, the report's own included."""
        ranked = sorted(self.weights, key=lambda code: (-self.weights[code], code))
        return tuple(ranked[:count])

    def leading_persons(self) -> list[Person]:
        """Persons by how often they are named, those named early first among equals."""
        return sorted(self.people.persons, key=lambda p: (-len(p.places), min(p.places, default=(9999, 0, False))))

    def leader_of(self, state: str) -> Party:
        """The leading person with a title of a state, else the only one who is known to act for it, else the state."""
        own = [p for p in self.leading_persons() if p.state == state]
        titled = [p for p in own if p.titles]
        known = [p for p in own if p.state_basis in ("reference", "named")]
        ranked = titled or (known if len(known) == 1 else [])
        return ranked[0].party if ranked else Party(state)

    @property
    def issuers(self) -> tuple[Party, ...]:
        """Who says `we` in a joint document: its parties, or who bears an office in whose name it is issued."""
        return self.joint_by(lambda person: bool(self.issuing & person.title_words()))

    def joint_by(self, speaks: Callable[[Person], bool]) -> tuple[Party, ...]:
        """The parties of a joint document, each as the leading person who speaks for it, if any does."""
        bearers = [p for p in self.leading_persons() if speaks(p)]
        persons = {p.state: p.party for p in reversed(bearers)}
        return tuple(p if p.name else persons.get(p.state, p) for p in self.joint)

    @property
    def with_body(self) -> bool:
        """True for a joint document of an international body with states."""
        return len(self.joint) > 1 and any(p.state == "IGO" for p in self.joint)

    # -- at a place ------------------------------------------------------------------------------------------

    def persons_before(self, token: Token, reach: int = REACH) -> list[Person]:
        """Persons named before a token, the latest first, within `reach` sentences."""
        here = self.document.sentence_of(token)
        place = place_of(token)
        found: list[Person] = []
        for sentence, named in reversed(self.order):
            if sentence.index < here.index - reach:
                break
            at = (int(named.doc.user_data["paragraph"]), named.start)
            if named.person and at < place and named.person not in found:
                found.append(named.person)
        return found

    def parties_before(self, token: Token) -> Iterator[tuple[Named, Party]]:
        """States and bodies named before a token, the latest first; no persons."""
        place = place_of(token)
        for _, named in reversed(self.order):
            at = (int(named.doc.user_data["paragraph"]), named.start)
            if named.party is not None and at < place:
                yield named, named.party

    def met_before(self, token: Token) -> list[Encounter]:
        """The encounters that the text tells of up to a token, in order; for a lead that gives away what was agreed
        the one that is told right behind it."""
        place = place_of(token)
        found = [e for e in self.met if e.place <= place]
        lead = self.document.sentence_of(token)
        if not found and lead.field == "text" and lead.index <= _LEAD and not self.persons_before(token):
            return [e for e in self.met if e.place[0] <= place[0] + _LEAD + 1][:1]
        return found

    def only_state_from_abroad(self, token: Token, home: str) -> str:
        """The only other state of those named in a paragraph before a word; empty where there are several or none."""
        before = [n for n in self.people.named if n.doc is token.doc and n.end <= token.i]
        states = {p.state for n in before if (p := n.resolve()) is not None} - {home, "", "IGO"}
        return next(iter(states)) if len(states) == 1 else ""

    def met_in(self, index: int) -> Encounter | None:
        """The encounter that a sentence tells of, None where it tells of none or of several."""
        sentence = self.sentences.get(index)
        if sentence is None or sentence.field != "text":
            return None
        first, last = (sentence.paragraph, sentence.span.start), (sentence.paragraph, sentence.span.end)
        found = [e for e in self.met if first <= e.place < last]
        return found[0] if len(found) == 1 else None

    def pair(self, token: Token) -> tuple[Person, ...]:
        """The two leaders of different states that the report is about at a token; fewer where it names none."""
        if met := self.met_before(token):
            return met[-1].pair
        recent = self.persons_before(token, 4)
        ranked = self.leading_persons()
        just_now = self.persons_before(token, 1)
        by_weight = sorted(recent, key=lambda p: (p.is_envoy, -len(p.places) - (2 if p in just_now else 0)))
        chosen: list[Person] = []
        states = {p.state for p in self.joint}  # the leaders of a joint document may stand without their titles
        untitled = [p for p in ranked if not p.titles and p.state in states]
        for person in sorted([*by_weight, *ranked, *untitled], key=lambda p: p.state == "IGO"):
            known = person.state and (person.titles or person in untitled)
            if known and all(person.state != other.state for other in chosen):
                chosen.append(person)
            if len(chosen) == 2:
                break
        return tuple(sorted(chosen, key=lambda p: ranked.index(p)))

    def everyone(self, token: Token) -> list[Party]:
        """Whom a plural without a number means at a token: the leaders who met by the text, else the pair; the body
        of a joint document included."""
        if self.with_body:
            return [p if p.name else self.leader_of(p.state) for p in self.joint]
        met = self.met_before(token)
        return [p.party for p in (met[-1].heads() if met else self.pair(token))]

    def sides(self, token: Token) -> tuple[str, ...]:
        """The two states that the report is about at a token: those of a joint document, else of its leaders."""
        if len(self.joint) == 2 and not self.with_body:
            return tuple(p.state for p in self.joint)
        pair = self.pair(token)
        if len(pair) == 2:
            return tuple(p.state for p in pair)
        return self.leading_states()

    @staticmethod
    def quoted_speaker(token: Token) -> Party | None:
        """The speaker of the quotation a token stands in; set by the quotation finder."""
        speaker = token.doc.user_data.get("speakers", {}).get(token.i)
        return speaker if isinstance(speaker, Party) else None

    def mention(self, party: Party, token: Token) -> Mention:
        """A mention of a party at one token."""
        return Mention(party, self.document.passage(token, token))
