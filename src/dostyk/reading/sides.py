"""People who meet, call or invite each other act for different states: this settles states that nobody names.

A report says `held talks with the Chairman of the National Assembly, X` and leaves X's state to the reader. Where both
sides of such an act fell to one state, and the state of one was only supposed, that one belongs to the other side.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dostyk.language.encounters import Encounter
from dostyk.reading.arguments import is_passive, is_verb
from dostyk.reading.side_leaders import settle_examples, settle_leaders
from dostyk.reading.slots import Slots, slots_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.document import Document
    from dostyk.language.people import People
    from dostyk.language.persons import Named, Person

_SPOUSE = frozenset("queen king princess prince lady duchess wife husband spouse".split())
_VERBS = frozenset("meet receive welcome host visit invite congratulate thank telephone phone greet".split())
_WITH = frozenset("speak talk confer converse discuss".split())
_LEADING_UP = frozenset(["following", "after", "since", "before"])
_NOUNS = frozenset("talk meeting negotiation conversation call audience discussion counterpart".split())


def _persons(people: People, slots: Slots, names: tuple[str, ...]) -> list[Person]:
    found = []
    for name in names:
        for token in slots.get(name, ()):
            named = people.at(token)
            if named is None or named.person is None:
                continue
            for one in (named, *people.listed_after(named)):
                if one.person is not None and one.person not in found:
                    found.append(one.person)
    return found


def agent_behind_by(people: People, verb: Token) -> Named | None:
    """The person behind `by` in a passive, which the parse may hang on a day: `was received on 5 May by X`."""
    by = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower_ == "by" or is_verb(t)), None)
    return people.right_of(by, 8) if is_passive(verb) and by is not None and by.lower_ == "by" else None


def _listed(people: People, named: Named | None) -> list[Person]:
    """A person and those enumerated behind them."""
    group = [] if named is None else [named, *people.listed_after(named)]
    return [n.person for n in group if n.person is not None]


def _two_sides(people: People, token: Token) -> tuple[list[Person], list[Person]]:
    """Persons on either side of an act, empty where the word is none."""
    lemma = token.lemma_.lower()
    slots = slots_of(token)
    if is_verb(token) and lemma in _VERBS:
        acting = _persons(people, slots, ("subj",)) or _listed(people, agent_behind_by(people, token))
        return acting, _persons(people, slots, ("obj", "with"))
    if is_verb(token) and lemma in _WITH:
        return _persons(people, slots, ("subj",)), _persons(people, slots, ("with", "to"))
    if is_verb(token) and lemma == "call" and "on" in slots:
        return _persons(people, slots, ("subj",)), _persons(people, slots, ("on",))
    if lemma in _NOUNS:
        return _persons(people, slots, ("gsubj", "poss")), _persons(people, slots, ("with", "g:with"))
    return [], []


def met_by_text(document: Document, people: People) -> list[Encounter]:
    """Persons of different states who met or spoke by the text, with the place of the word that says so."""
    found = []
    for doc in document.docs:
        if doc.user_data["field"] != "text":
            continue
        for token in doc:
            one, other = _two_sides(people, token)
            if one and other and one[0].state != other[0].state and not _bygone(token):
                place = (int(doc.user_data["paragraph"]), token.i)
                found.append(Encounter(place, (one[0], other[0]), tuple(dict.fromkeys([*one, *other]))))
    return found


def _bygone(token: Token) -> bool:
    """`Following X's call with Y, officials …`: an encounter that only leads up to what is told."""
    return any(c.dep_ == "case" and c.lower_ in _LEADING_UP for c in token.children)


def separate(document: Document, people: People, leading: tuple[str, ...]) -> None:
    """Move persons of supposed state to the other of the report's leading states where an act sets them apart."""
    _couples(people)
    _in_turn(people)
    _counterparts(people, leading)
    for doc in document.docs:
        if doc.user_data["field"] != "text":
            continue
        settle_leaders(people, doc)
        settle_examples(people, doc)
        for token in doc:
            if token.lemma_.lower() == "accompany":
                _one_side(people, token)
            if token.lemma_ in ("head", "lead") and token.dep_ == "acl" and token.head.lemma_.lower() == "delegation":
                _at_the_head(people, token)
            one, other = _two_sides(people, token)
            for a in one:
                for b in other:
                    _part(a, b, leading)
            _as_listed(one, other)
            _as_listed(other, one)
            if not (one and other):
                _beside_a_pronoun(token, one or other)


def _counterparts(people: People, leading: tuple[str, ...]) -> None:
    """`her counterpart X`: where nobody says whose, X acts for the other state."""
    for person in people.persons:
        if person.state_basis == "default" and _is_counterpart(people, person):
            own = _own_side(people, person)
            if own and own != person.state:
                continue  # of another state than the one who has the counterpart
            other = next((code for code in leading if code != (own or person.state)), "")
            if other:
                person.state, person.state_basis = other, "sides"


def _own_side(people: People, counterpart: Person) -> str:
    """The state of the last person named before a counterpart whose state is known; empty for none."""
    first = min(counterpart.places, default=None)
    before = [
        (place, p.state)
        for p in people.persons
        if p is not counterpart and p.state_basis in ("named", "reference", "title")
        for place in p.places
        if first is not None and place < first
    ]
    return max(before)[1] if before else ""


def _is_counterpart(people: People, person: Person) -> bool:
    """True for `her counterpart X`, `her counterpart, X`."""
    if any(title.head == "counterpart" for title, _ in person.titles):
        return True
    places = (n for n in people.named if n.person is person and n.start > 1)
    return any(n.doc[n.start - 1].text == "," and n.doc[n.start - 2].lower_ == "counterpart" for n in places)


def _in_turn(people: People) -> None:
    """`her peers from Chile and Norway, A and B`: as many persons as states, each of the state in their place."""
    run: list[Named] = []
    for named in people.named:
        joined = bool(run) and run[-1].doc is named.doc and _only_joints(run[-1], named)
        if joined and named.person is not None and len(run) > 1:
            persons = [named, *people.listed_after(named)]
            for one, state in zip(persons, run, strict=False) if len(persons) == len(run) else ():
                if one.person is not None and one.person.state_basis in ("default", "sides") and state.party:
                    one.person.state, one.person.state_basis = state.party.state, "sides"
        run = [*(run if joined else []), named] if named.kind == "state" else []


def _only_joints(before: Named, after: Named) -> bool:
    between = before.doc[before.end : after.start]
    return 0 < len(between) <= 3 and all(t.lower_ in (",", "and", "the", "respectively") for t in between)


def _couples(people: People) -> None:
    """`King A of X and Queen B`: the second acts for the state of the first."""
    for a, b in pairwise(people.named):
        if a.person is None or b.person is None or a.doc is not b.doc or not 0 < b.start - a.end <= 3:
            continue
        married = {t.lower_ for t in a.doc[a.end : b.start]} & _SPOUSE
        royal = b.person.title_words() & _SPOUSE and b.start - a.end <= 2
        if (royal or married) and b.person.state_basis == "default" and a.doc[a.end].lower_ == "and" and a.person.state:
            b.person.state, b.person.state_basis = a.person.state, "sides"


def _one_side(people: People, token: Token) -> None:
    """`X was accompanied by A, B and C`: those who accompany somebody act for the same state."""
    slots = slots_of(token)
    lead = _persons(people, slots, ("obj",)) or _persons(people, slots, ("subj",))
    if not lead or not lead[0].state:
        return
    company = (named for t in slots.get("subj", []) if (named := people.at(t)) is not None)
    first = next((named for named in company if named.person not in lead), None)
    if first is None:
        return
    for named in (first, *people.listed_after(first)):
        if named.person is not None and named.person.state_basis == "default":
            named.person.state, named.person.state_basis = lead[0].state, "sides"


def _at_the_head(people: People, led: Token) -> None:
    """`a delegation from Norway, headed by X`: X acts for the state that the delegation is of."""
    words = [t for t in led.head.children if t.dep_ in ("amod", "compound", "nmod", "nmod:poss") and t.i < led.i]
    states = {n.party.state for t in words if (n := people.at(t)) is not None and n.party is not None}
    named = people.right_of(led, 8)
    if len(states) == 1 and "IGO" not in states and named is not None and named.person is not None:
        if named.person.state_basis == "default":
            named.person.state, named.person.state_basis = next(iter(states)), "sides"


def _as_listed(one: list[Person], other: list[Person]) -> None:
    """`met with the Foreign Minister of X, A, and Senator B`: B is of X too, not of the side that met them."""
    known = next((p for p in other if p.state_basis in ("named", "reference", "title")), None)
    if known is None or known.state in {p.state for p in one}:
        return
    for person in other:
        if person.state_basis in ("default", "sides") and person.state in {p.state for p in one}:
            person.state, person.state_basis = known.state, "sides"


def _beside_a_pronoun(token: Token, listed: list[Person]) -> None:
    """`She was received by the Prime Minister, A, and King B of X`: those who receive her together are of one state."""
    known = [p for p in listed if p.state_basis in ("named", "reference", "title")]
    pronoun = any(c.tag_ == "PRP" and c.dep_.startswith(("nsubj", "obj")) for c in token.children)
    if not pronoun or len({p.state for p in known}) != 1:
        return
    for person in listed:
        if person.state_basis == "default":
            person.state, person.state_basis = known[0].state, "sides"


def _part(a: Person, b: Person, leading: tuple[str, ...]) -> None:
    if a is b or a.state != b.state or not a.state:
        return
    if b.state_basis != "default":
        return
    moved = a if a.state_basis == "default" and len(a.places) < len(b.places) else b
    target = next((code for code in leading if code != moved.state), "")
    if target:
        moved.state, moved.state_basis = target, "sides"
