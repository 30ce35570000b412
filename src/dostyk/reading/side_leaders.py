"""Who leads a side acts for it: `the African Union delegation, headed by X`, `the Kazakh side was led by X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.persons import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dostyk.language.people import People
    from dostyk.model import Party

_GROUPS = frozenset("delegation mission team side group party".split())
_LEADING = frozenset(["lead", "head", "represent"])
_REACH = 12  # tokens between a group and whoever leads it
_BESIDE = 5  # tokens between a group and the state or body that it is of


def settle_leaders(people: People, doc: Doc) -> None:
    """Give those who lead a delegation or side its state, where theirs was only supposed."""
    for token in doc:
        if token.lemma_.lower() not in _GROUPS:
            continue
        leaders = _behind(people, token) or _before(people, token)
        party = _of(people, token) if leaders else None
        for named in leaders if party is not None and party.state else ():
            person = named.person
            if person is not None and person.state_basis in ("default", "") and party is not None:
                person.state, person.state_basis = party.state, "sides"


def settle_examples(people: People, doc: Doc) -> None:
    """`six Norwegian diplomats, among them Envoy X`: X, whose state was only supposed, is one of them."""
    for token in doc[1:]:
        opened = token.lower_ == "including" or (token.lower_ == "them" and token.nbor(-1).lower_ == "among")
        first = _person_right_of(people, token) if opened else None
        if first is None:
            continue
        before = [t for t in doc[max(token.sent.start, token.i - _BESIDE) : token.i] if t.tag_ == "NNS"]
        owners = [n for c in (before[-1].children if before else ()) if (n := people.at(c)) is not None]
        codes = {n.party.state for n in owners if n.kind == "demonym" and n.party is not None}
        for named in (first, *people.listed_after(first)) if len(codes) == 1 else ():
            if named.person is not None and named.person.state_basis in ("default", ""):
                named.person.state, named.person.state_basis = next(iter(codes)), "sides"


def _person_right_of(people: People, token: Token) -> Named | None:
    behind = [people.at(t) for t in token.doc[token.i + 1 : token.i + 3]]
    return next((n for n in behind if n is not None and n.person is not None), None)


def _behind(people: People, group: Token) -> list[Named]:
    """`the delegation, led by X`, `was headed by X and Y`, `the Kazakh side by X and the Norwegian side by Y`."""
    doc, end = group.doc, min(group.i + _REACH, group.sent.end - 1)
    led = next((t.i for t in doc[group.i + 1 : end] if t.lemma_ in _LEADING), -1)
    if group.dep_ == "nsubj:pass" and group.head.lemma_ in _LEADING:
        led = group.head.i  # `The delegation, which worked in Oslo from 3 to 5 May, was led by X`
    if led < 0 and doc[min(group.i + 1, end)].lower_ == "by":
        led = group.i if any(t.lemma_ in _LEADING for t in doc[group.sent.start : group.i]) else -1
    by = next((t for t in doc[led + 1 : led + 4] if t.lower_ == "by"), None) if led >= 0 else None
    if by is None or any(t.lemma_.lower() in _GROUPS for t in doc[group.i + 1 : by.i]):
        return []
    persons = [n for t in doc[by.i + 1 : by.i + _REACH] if (n := people.at(t)) is not None and n.person is not None]
    first = next((n for n in persons if n.person is not None and n.person.titles), next(iter(persons), None))
    return [] if first is None else [first, *people.listed_after(first)]


def _before(people: People, group: Token) -> list[Named]:
    """`X led the Norwegian delegation`, `X from the Norwegian side`."""
    if group.dep_ == "obj" and group.head.lemma_ in _LEADING:  # `X, an envoy for 30 years, has headed its missions`
        heads = [people.at(c) for c in group.head.children if c.dep_ == "nsubj"]
        return [named for named in heads if named is not None and named.person is not None]
    doc, low = group.doc, max(group.sent.start, group.i - _BESIDE)
    for i in range(group.i - 1, low - 1, -1):
        named = people.at(doc[i])
        if named is not None and named.person is not None:
            between = doc[named.end : group.i]
            leads = any(t.lemma_ in _LEADING and t.tag_.startswith("VB") for t in between)
            return [named] if leads or (between.text.startswith("from the ") and group.lower_ == "side") else []
        if doc[i].lower_ in ("by", ",", ";"):
            break
    return []


def _of(people: People, group: Token) -> Party | None:
    """The state or body that a group is of, as its words say, else as where it was named before: `a delegation of the
    Labour Party of Norway. The delegation, …`."""
    here = int(group.doc.user_data["paragraph"])
    named = [t for doc in people.document.docs if int(doc.user_data["paragraph"]) <= here for t in doc
             if t.lemma_ == group.lemma_ and (doc is not group.doc or t.i <= group.i)]  # fmt: skip
    pointed = any(c.lower_ in ("the", "this") for c in group.children)
    owners = (_own(people, token) for token in ([*reversed(named)] if pointed else [group]))
    return next((party for party in owners if party is not None), None)


def _own(people: People, group: Token) -> Party | None:
    """The state or body in the words of a group: `the Kazakh delegation`, `a delegation of the African Union`."""
    doc, behind = group.doc, group.nbor(1) if group.i + 1 < len(group.doc) else group
    places = list(range(group.i - 1, max(group.sent.start, group.i - _BESIDE) - 1, -1))
    if behind.lower_ in ("of", "from"):
        places = [*range(group.i + 2, min(group.sent.end, group.i + 2 + _BESIDE)), *places]
    for i in places:
        found = people.at(doc[i])
        if found is not None and found.person is None and found.party is not None:
            return found.party
        if doc[i].tag_.startswith("VB") or doc[i].text == ",":
            return None
    return None
