"""Who "he", "they", "the two leaders", "both sides", "we" and "the Kazakh side" are.

Centering in its plainest form: a pronoun is the latest subject that fits, sentences further back counting less; a
plural of two is the pair that the report is about at that place.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from dostyk.language import offices
from dostyk.language.document import Document, Sentence
from dostyk.language.encounters import Encounter
from dostyk.language.people import Named, People, Person
from dostyk.model import BODY, STATE, Mention, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_THEY = frozenset(["they", "them", "their", "theirs", "themselves", "both", "each"])
_I = frozenset(["i", "me", "my", "mine", "myself"])
_WE = frozenset(["we", "us", "our", "ours", "ourselves"])
_YOU = frozenset("you your yours yourself".split())
# what speakers who say "we" do together with the other side
_JOINT_VERBS = frozenset("agree sign conclude establish discuss reach meet exchange decide".split())
_SHARED_VERBS = _JOINT_VERBS | frozenset("reaffirm reiterate recognise recognize note underline commit resolve".split())
_TWO = frozenset(["two", "both", "three", "respective"])
_LEADER_NOUNS = frozenset(
    """leader president minister chief head secretary speaker chairman counterpart interlocutor principal premier
    king prince monarch ruler diplomat official advisor adviser representative negotiator participant""".split()
)
# who act for their states without being their leaders
_OFFICIALS = frozenset("official diplomat advisor adviser representative officer expert negotiator".split())
_HEADS_OF = {  # `the head of state`, `the head of government`
    "state": ("president", "king", "queen", "emir", "sultan", "emperor", "monarch"),
    "government": ("prime", "premier", "chancellor", "taoiseach"),
}
_OWNERS = frozenset("country side state nation government".split())
_SIDE_NOUNS = frozenset(
    """side country nation party state government people delegation republic capital partner neighbour
    neighbor""".split()
)
_AGENCY_NOUNS = frozenset("ministry department office agency parliament".split())
_BODY_NOUNS = frozenset("forum union commission council community association league commonwealth".split())
_REACH = 6  # sentences that a pronoun looks back over


def plural_form(token: Token) -> bool:
    """True for a plural noun."""
    return token.tag_ in ("NNS", "NNPS")


def lemma_of(token: Token) -> str:
    """The lemma in lower case; capitalised plurals (`the two Prime Ministers`, `the Sides`) without their ending."""
    lemma = str(token.lemma_).lower()
    if token.tag_ != "NNPS" or not lemma.endswith("s"):
        return lemma
    return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]


def _subordinate(verb: Token) -> bool:
    """True for the verb of a clause that describes a noun or is said by somebody: `said that X is …`."""
    if verb.dep_ in ("acl:relcl", "acl"):
        return True
    return verb.dep_ == "ccomp" and any(c.dep_ == "mark" for c in verb.children)


def _bare_subject(token: Token) -> bool:
    """`Leaders underscored …`: a plural that is a subject without a word to narrow it."""
    return token.dep_.startswith("nsubj") and not any(c.dep_ != "punct" for c in token.children)


class Reference:
    """Resolves the heads of noun phrases of one document to parties."""

    def __init__(self, document: Document, people: People, author: Party | None, joint: tuple[Party, ...]) -> None:
        self.document = document
        self.people = people
        self.author = author
        self.joint = joint
        self.here = ""
        self.met: list[Encounter] = []
        self._order: list[tuple[Sentence, Named]] = [(document.sentence_of(n.doc[n.start]), n) for n in people.named]
        self.weights = self._state_weights()
        self.sentences = {s.index: s for s in document.sentences}
        self._found: dict[tuple[int, int], Person | None] = {}

    # -- what the report is about ----------------------------------------------------------------------------

    def _state_weights(self) -> Counter[str]:
        weights: Counter[str] = Counter()
        for sentence, named in self._order:
            party = named.resolve()
            if party and party.state and party.state != "IGO":
                weights[party.state] += 2 if sentence.index < 4 else 1
        return weights

    def leading_states(self, count: int = 2) -> tuple[str, ...]:
        """The states that the report speaks of most, the report's own included."""
        ranked = sorted(self.weights, key=lambda code: (-self.weights[code], code))
        return tuple(ranked[:count])

    def leading_persons(self) -> list[Person]:
        """Persons by how often they are named, those named early first among equals."""
        return sorted(self.people.persons, key=lambda p: (-len(p.places), min(p.places, default=(9999, 0, False))))

    def persons_before(self, token: Token, reach: int = _REACH) -> list[Person]:
        """Persons named before a token, the latest first, within `reach` sentences."""
        here = self.document.sentence_of(token)
        place = (int(token.doc.user_data["paragraph"]), token.i)
        found: list[Person] = []
        for sentence, named in reversed(self._order):
            if sentence.index < here.index - reach:
                break
            at = (int(named.doc.user_data["paragraph"]), named.start)
            if named.person and at < place and named.person not in found:
                found.append(named.person)
        return found

    def pair(self, token: Token) -> tuple[Person, ...]:
        """The two leaders of different states that the report is about at a token; fewer where it names none."""
        place = (int(token.doc.user_data["paragraph"]), token.i)
        met = [e.pair for e in self.met if e.place <= place]
        if met:
            return met[-1]
        recent = self.persons_before(token, 4)
        ranked = self.leading_persons()
        just_now = self.persons_before(token, 1)
        by_weight = sorted(recent, key=lambda p: -len(p.places) - (2 if p in just_now else 0))
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

    def group(self, token: Token) -> tuple[Person, ...]:
        """Those whom a plural without a number means at a token: the leaders who met by the text, else the pair."""
        place = (int(token.doc.user_data["paragraph"]), token.i)
        met = [e for e in self.met if e.place <= place]
        return met[-1].heads() if met else self.pair(token)

    def everyone(self, token: Token) -> list[Party]:
        """Whom a plural without a number means at a token, the body of a joint document included."""
        if self.with_body:
            return [p if p.name else self._leader_of(p.state) for p in self.joint]
        return [p.party for p in self.group(token)]

    @property
    def with_body(self) -> bool:
        """True for a joint document of an international body with states."""
        return len(self.joint) > 1 and any(p.state == "IGO" for p in self.joint)

    def sides(self, token: Token) -> tuple[str, ...]:
        """The two states that the report is about at a token: those of a joint document, else of its leaders."""
        if len(self.joint) == 2 and not self.with_body:
            return tuple(p.state for p in self.joint)
        pair = self.pair(token)
        if len(pair) == 2:
            return tuple(p.state for p in pair)
        return self.leading_states()

    # -- noun phrases ----------------------------------------------------------------------------------------

    def resolve(self, token: Token) -> list[Mention]:
        """The parties that a noun phrase with this head names, none where it names no party."""
        named = self.people.at(token)
        if named and (
            named.kind != "demonym" or token.tag_ in ("NNPS", "NNS") or token.dep_ not in ("amod", "compound")
        ):
            mention = self.people.mention(named)
            noun = self._noun_over(named, token)
            return [mention] if mention and not noun else []
        word = token.lower_
        if token.tag_ in ("PRP", "PRP$") or word in ("both", "each"):
            return self._pronoun(token)
        if word == "here" and self.here:
            return [self._mention(Party(self.here), token)]
        if word == "two" and token.tag_ == "CD" and token.dep_.startswith("nsubj"):  # `the two discussed …`
            return [self._mention(p.party, token) for p in self.pair(token)]
        if word in ("whose", "who", "whom"):
            return self._antecedent(token)
        return self._noun(token)

    @staticmethod
    def _noun_over(named: Named, token: Token) -> bool:
        """True where the name only modifies a noun that is no party: `the Kazakhstan visit`."""
        return False if named.kind != "demonym" else token.dep_ in ("amod", "compound")

    def _antecedent(self, token: Token) -> list[Mention]:
        """The person named last before a relative pronoun, in the same sentence."""
        before = [n for n in self.people.named if n.doc is token.doc and n.person and n.end <= token.i]
        start = token.sent.start
        near = [n for n in before if n.start >= start]
        mention = self.people.mention(near[-1]) if near else None
        return [mention] if mention else []

    def _mention(self, party: Party, token: Token, last: Token | None = None) -> Mention:
        return Mention(party, self.document.passage(token, last or token))

    def _pronoun(self, token: Token) -> list[Mention]:
        word = token.lower_
        if token.text == "HE":
            return []  # His Excellency
        if word in _I:
            author = self.quoted_speaker(token) or self.author
            return [self._mention(author, token)] if author else []
        if word in _WE:
            return [self._mention(p, token) for p in self._we(token)]
        if word in _YOU:
            return self._addressee(token)
        if word in _HE or word in _SHE:
            person = self._singular(token, "m" if word in _HE else "f")
            return [self._mention(person.party, token)] if person else []
        if word in _THEY:
            return self._plural(token)
        return []

    def _addressee(self, token: Token) -> list[Mention]:
        """`you` in a quotation: the one of the pair who does not speak."""
        speaker = self.quoted_speaker(token)
        if speaker is None:
            return []
        other = next((p for p in self.pair(token) if p.state != speaker.state), None)
        return [self._mention(other.party, token)] if other else []

    def quoted_speaker(self, token: Token) -> Party | None:
        """The speaker of the quotation a token stands in; set by the quotation finder."""
        speaker = token.doc.user_data.get("speakers", {}).get(token.i)
        return speaker if isinstance(speaker, Party) else None

    def _we(self, token: Token) -> tuple[Party, ...]:
        speaker = self.quoted_speaker(token)
        if speaker and token.head.lemma_ in _JOINT_VERBS:
            sides = self.sides(token)
            if speaker.state in sides:
                return tuple(Party(code) for code in sides)
        if speaker:
            return (Party(speaker.state, "", STATE),) if speaker.state else (speaker,)
        if self.joint:
            return self.joint
        if self.author:
            own = Party(self.author.state, "", STATE)
            other = self._met_before(token) if token.head.lemma_ in _SHARED_VERBS else None
            return (own, other.party) if other is not None else (own,)
        return ()

    def _met_before(self, token: Token) -> Person | None:
        """Whom the author tells of having met: `I met X today. We agreed …`."""
        if token.head.tag_ not in ("VBD", "VBN") or not token.dep_.startswith("nsubj") or self.author is None:
            return None
        near = self.persons_before(token, 2 * _REACH)
        return next((p for p in near if p.titles and p.state not in ("", self.author.state)), None)

    def _singular(self, token: Token, gender: str) -> Person | None:
        """The person of a pronoun, found once a word; a pronoun that is a subject passes its person on."""
        place = (int(token.doc.user_data["paragraph"]), token.i)
        if place not in self._found:
            self._found[place] = None  # stops a chain that comes back to itself
            self._found[place] = self._look_back(token, gender)
        return self._found[place]

    def _subject_pronoun(self, token: Token, gender: str) -> tuple[float, Person] | None:
        """Person and score of the `he` or `she` that is the subject of the sentence before."""
        here = self.document.sentence_of(token)
        before = self.sentences.get(here.index - 1)
        if before is None or before.field != here.field or token.dep_ not in ("nsubj", "nsubj:pass", "nmod:poss"):
            return None
        wanted = _HE if gender == "m" else _SHE
        for other in before.span:
            if other.lower_ in wanted and other.tag_ == "PRP" and other.dep_.startswith("nsubj"):
                person = self._singular(other, gender)
                return (-0.1, person) if person else None
        return None

    def _look_back(self, token: Token, gender: str) -> Person | None:
        here = self.document.sentence_of(token)
        paragraph = int(token.doc.user_data["paragraph"])
        best = self._subject_pronoun(token, gender)
        for sentence, named in self._order:
            person = named.person
            distance = here.index - sentence.index
            if person is None or not 0 <= distance <= _REACH or person.gender not in ("", gender):
                continue
            if sentence.field != here.field:
                continue
            at = (int(named.doc.user_data["paragraph"]), named.core[0])
            if at >= (paragraph, token.i):
                continue
            head = named.doc[named.start : named.end].root
            if distance == 0 and token.tag_ == "PRP" and token.dep_ != "nsubj" and head.head == token.head:
                continue
            score = -1.5 * distance + (1.5 if head.dep_.startswith("nsubj") else 0.0) + 0.001 * min(named.start, 900)
            if named.kind == "title":
                score += 0.2
            if best is None or score >= best[0]:
                best = (score, person)
        if best is None:
            ranked = [p for p in self.leading_persons() if p.gender in ("", gender) and p.places]
            return ranked[0] if ranked and here.index <= 3 else None
        return best[1]

    def _plural(self, token: Token) -> list[Mention]:
        """`they`: the coordinated subject of the sentence before, else the pair."""
        here = self.document.sentence_of(token)
        for distance in (0, 1, 2):
            group = [
                named for sentence, named in self._order
                if sentence.index == here.index - distance and sentence.field == here.field
                and self._in_subject(named, main=distance > 0) and (distance or named.start < token.i)
                and (distance or sentence.paragraph == int(token.doc.user_data["paragraph"]))
            ]  # fmt: skip
            inside = [n for n in group if not any(o is not n and o.start <= n.start and n.end <= o.end for o in group)]
            parties = list(dict.fromkeys(p for n in inside if (p := n.resolve())))
            if distance and (met := self._met_in(here.index - distance)) and {p.state for p in parties} <= met.states:
                return [self._mention(p.party, token) for p in met.everyone]
            if len({p.state for p in parties}) > 1 or sum(bool(p.name) for p in parties) > 1:
                return [self._mention(p, token) for p in parties]
            if distance and len(parties) == 1 and parties[0].state == "IGO":  # `The G7 … They …`
                return [self._mention(parties[0], token)]
            if distance and not group and (before := self._they_in(here.index - distance)):
                return [self._mention(m.party, token) for m in self._plural(before)]
            if distance and (named_sides := self._sides_in_subject(here.index - distance)):
                return [self._mention(m.party, token) for m in named_sides]
        if travelling := self._delegation_before(token):
            return travelling
        everyone = self.everyone(token)
        if len(everyone) > 1:
            return [self._mention(p, token) for p in everyone]
        sides = self.sides(token)
        return [self._mention(Party(code), token) for code in sides] if len(sides) == 2 else []

    def _they_in(self, index: int) -> Token | None:
        """The `they` that is the subject of a sentence: it passes on whom it means."""
        sentence = self.sentences.get(index)
        if sentence is None or sentence.field != "text":
            return None
        return next((c for c in sentence.span.root.children if c.dep_ == "nsubj" and c.lower_ == "they"), None)

    def _met_in(self, index: int) -> Encounter | None:
        """The encounter that a sentence tells of, None where it tells of none or of several."""
        sentence = self.sentences.get(index)
        if sentence is None or sentence.field != "text":
            return None
        first, last = (sentence.paragraph, sentence.span.start), (sentence.paragraph, sentence.span.end)
        found = [e for e in self.met if first <= e.place < last]
        return found[0] if len(found) == 1 else None

    def _sides_in_subject(self, index: int) -> list[Mention]:
        """The sides that are the subject of a sentence: `the delegations discussed …`."""
        sentence = self.sentences.get(index)
        for child in sentence.span.root.children if sentence is not None else ():
            if child.dep_ == "nsubj" and plural_form(child) and lemma_of(child) in _SIDE_NOUNS | _LEADER_NOUNS:
                found = self.resolve(child)
                return found if len(found) > 1 else []
        return []

    @staticmethod
    def _in_subject(named: Named, main: bool = False) -> bool:
        """True in a subject; `main`: not in that of a clause that only describes a noun."""
        head = named.doc[named.start : named.end].root
        while head.dep_ in ("conj", "appos", "flat", "nmod", "compound"):
            if head.dep_ == "nmod" and head.head.dep_.startswith("nsubj"):
                return False
            head = head.head
        if main and any(_subordinate(t) for t in head.ancestors):
            return False
        return bool(head.dep_.startswith("nsubj"))

    def _led_by(self, token: Token) -> list[Mention]:
        """The persons enumerated behind `delegation led by`, whatever the parser made of it."""
        doc = token.doc
        for j in range(token.i + 1, min(token.i + 12, len(doc) - 1)):
            if doc[j].lower_ not in ("led", "headed", "comprising"):
                continue
            for k in range(j + 1, min(j + 4, len(doc))):
                named = self.people.at(doc[k])
                if named is not None and named.person is not None:
                    everyone = [named, *self.people.listed_after(named)]
                    return [m for n in everyone if (m := self.people.mention(n))]
        return []

    def _delegation_before(self, token: Token, state: str = "") -> list[Mention]:
        """The members of the delegation last named with its members, before a token."""
        here = (int(token.doc.user_data["paragraph"]), token.i)
        fits = [
            (place, members) for place, members in self._delegations
            if place < here and (not state or any(m.party.state == state for m in members))
        ]  # fmt: skip
        members = fits[-1][1] if fits else []
        return [self._mention(m.party, token) for m in members]

    @cached_property
    def _delegations(self) -> list[tuple[tuple[int, int], list[Mention]]]:
        found = []
        for doc in self.document.docs:
            for token in doc:
                if token.lemma_.lower() == "delegation" and (members := self._members(token)):
                    found.append(((int(doc.user_data["paragraph"]), token.i), members))
        return found

    def _members(self, token: Token) -> list[Mention]:
        """Who a delegation is: those it is led by or made up of."""
        found = self._led_by(token)
        for verb in () if found else (c for c in token.children if c.dep_ in ("acl", "acl:relcl", "parataxis")):
            if verb.lemma_ not in ("lead", "head", "comprise", "include", "consist", "compose"):
                continue
            for child in verb.children:
                named = self.people.at(child)
                if named and named.person and child.dep_.startswith(("obl", "obj")):
                    everyone = [named, *self.people.listed_after(named)]
                    found += [m for n in everyone if (m := self.people.mention(n))]
        return found

    def _noun(self, token: Token) -> list[Mention]:
        lemma = lemma_of(token)
        if lemma == "delegation" and (members := self._members(token)):
            return members
        if lemma == "delegation" and self._delegations and not plural_form(token):
            states = self._modifier_states(token)
            if known := self._delegation_before(token, states[0] if states else ""):
                return known
        plural = token.tag_ in ("NNS", "NNPS")
        inside = self._modifier_states(token)
        last = token
        if lemma in _LEADER_NOUNS:
            if plural:
                return self._leaders(token, inside)
            if inside:
                return [self._mention(self._leader_of(inside[0]), token, last)]
            if lemma == "counterpart":
                return self._counterpart(token)
            return self._bearer(token, lemma)
        if lemma in _AGENCY_NOUNS and not plural and not inside:
            return self._agency(token, lemma)
        if lemma in _SIDE_NOUNS or token.lower_ in offices.GOVERNMENT_WORDS:
            if inside:
                return [self._mention(Party(code), token, last) for code in inside]
            if plural and self.with_body and not inside:
                return [self._mention(p, token) for p in self.joint]
            if plural and self._dual(token):
                return [self._mention(Party(code), token) for code in self.sides(token)]
            if lemma == "government" and self.people.home and not plural:
                return [self._mention(Party(self.people.home), token)]
            if plural and lemma in ("side", "party", "delegation", "country"):
                return [self._mention(Party(code), token) for code in self.sides(token)]
        return []

    def _agency(self, token: Token, lemma: str) -> list[Mention]:
        """`the ministry`: the body so called that was named last before."""
        if not any(c.lower_ == "the" for c in token.children):
            return []
        place = (int(token.doc.user_data["paragraph"]), token.i)
        for _, named in reversed(self._order):
            at = (int(named.doc.user_data["paragraph"]), named.start)
            body = named.party if named.kind == BODY else None
            if body is not None and at < place and lemma in body.name.lower().split():
                return [self._mention(body, token)]
        return []

    def _bearer(self, token: Token, office: str) -> list[Mention]:
        """`the President`, where no title stands by itself: the latest person before who bears that office."""
        offices_meant = _HEADS_OF.get(" ".join(c.lower_ for c in token.children if c.dep_ == "nmod"), (office,))
        words = [*token.children, *(token.head.children if token.dep_ == "conj" else ())]
        if not any(c.lower_ in ("the", "both") for c in words):  # `the President and Prime Minister`
            return []
        bearer = next((p for p in self.persons_before(token, 2 * _REACH) if p.title_words() & set(offices_meant)), None)
        return [self._mention(bearer.party, token)] if bearer else []

    @staticmethod
    def _dual(token: Token) -> bool:
        return any(c.lower_ in _TWO for c in token.children)

    def _modifier_states(self, token: Token) -> list[str]:
        """States in a noun's own modifiers: `the Kazakh side`, `leaders of the two countries`."""
        found: list[str] = []
        for child in token.children:
            if child.dep_ not in ("amod", "compound", "nmod", "nmod:poss", "appos", "flat"):
                continue
            for part in (child, *(g for g in child.children if g.dep_ in ("conj", "flat"))):
                named = self.people.at(part)
                party = named.resolve() if named else None
                if party and party.state and party.state != "IGO":
                    found.append(party.state)
                elif part.tag_ == "PRP$":
                    found.extend(m.party.state for m in self._pronoun(part) if m.party.state not in ("", "IGO"))
                elif child.dep_.startswith("nmod") and part.lemma_ in _OWNERS:
                    found.extend(self.sides(token))
        return list(dict.fromkeys(found))

    def _leader_of(self, state: str) -> Party:
        ranked = [p for p in self.leading_persons() if p.state == state and p.titles]
        return ranked[0].party if ranked else Party(state)

    def _leaders(self, token: Token, inside: list[str]) -> list[Mention]:
        if body := self._body_over(token):
            return [self._mention(body, token)]
        if len(inside) >= 2:
            own = lemma_of(token) in _OFFICIALS
            return [self._mention(Party(code) if own else self._leader_of(code), token) for code in inside]
        if len(inside) == 1:
            return [self._mention(Party(inside[0]), token)]
        if self._dual(token):
            return [self._mention(p.party, token) for p in self.pair(token)]
        if any(c.lower_ == "the" for c in token.children) or _bare_subject(token):
            if bearers := self._bearers(token):
                return [self._mention(p.party, token) for p in bearers]
            return [self._mention(p, token) for p in self.everyone(token)]
        return []

    def _bearers(self, token: Token) -> tuple[Person, ...]:
        """`the Ministers` of several encounters: those of the latest one who bear that office, two at least."""
        office = lemma_of(token)
        place = (int(token.doc.user_data["paragraph"]), token.i)
        for met in reversed([e for e in self.met if e.place <= place]):
            heads = tuple(p for p in met.heads() if office in p.title_words())
            if len(heads) > 1:
                return heads
        return ()

    def _body_over(self, token: Token) -> Party | None:
        """The body whose leaders a noun speaks of: `ASEAN leaders`, `Forum leaders` of a forum named."""
        place = (int(token.doc.user_data["paragraph"]), token.i)
        for child in token.children:
            if child.dep_ not in ("compound", "nmod:poss"):
                continue
            named = self.people.at(child)
            if named is not None and named.party is not None and named.party.state == "IGO":
                return named.party
            if child.lower_ not in _BODY_NOUNS:
                continue
            for sentence, other in reversed(self._order):
                at = (sentence.paragraph, other.start)
                party = other.party
                body = party is not None and party.state == "IGO" and at < place
                if body and other.doc[other.end - 1].lower_ == child.lower_:
                    return party
        return None

    def _counterpart(self, token: Token) -> list[Mention]:
        """`his counterpart`: the other one of the pair."""
        owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        mine = {m.party.state for m in self.resolve(owner)} if owner is not None else set()
        other = next((p for p in self.pair(token) if p.state not in mine), None)
        return [self._mention(other.party, token)] if other and mine else []
