"""Where persons, states and bodies stand in a report: looked up by token, by sentence, by who is listed beside whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.document import Document, Sentence
from dostyk.language.persons import Named
from dostyk.model import Mention, Party

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = frozenset("say announce tell state add note report confirm".split())
_IN_OFFICES = frozenset(["of", "for", "and", "the"])
_OFFICE = 8  # tokens of an office before a name
_GOING_ON = frozenset([",", "and", "&", ";"])
_ARTICLES = frozenset(["the", "his", "her", "its"])
_LISTED = frozenset(["state", "demonym", "capital"])
_BETWEEN = frozenset([",", "and", "&", "the", "/"])  # words between the states of an enumeration


def _says(named: Named) -> bool:
    """`…, spokesperson X said`: whose words close the sentence, not one more of those enumerated."""
    after = named.doc[named.end] if named.end < len(named.doc) else None
    return after is not None and after.tag_ in ("VBD", "VBZ") and after.lemma_ in _SAYING


def _behind(named: Named) -> int:
    """The token behind a person and the bracket or office that goes with them: `A (Chile)`, `A, the Minister,`."""
    doc, i = named.doc, named.end
    if i < len(doc) and doc[i].text == "(":
        i = next((j for j in range(i, min(i + 6, len(doc))) if doc[j].text == ")"), i) + 1
    first = i + 1 + (i + 1 < len(doc) and doc[i + 1].lower_ in _ARTICLES)
    titles = named.person.titles if named.person is not None and i < len(doc) and doc[i].text == "," else ()
    end = next((t.end for t, where in titles if where is doc and t.start == first), i)
    return end if end < len(doc) and doc[end].lower_ in _GOING_ON else i


class Placed:
    """What is named in a document, found by token."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.named: list[Named] = []
        self._at: dict[tuple[int, int], Named] = {}
        self._bearers: dict[tuple[int, int], list[Named]] = {}

    def _put(self, named: Named) -> None:
        self.named.append(named)
        for i in range(named.start, named.end):
            self._at.setdefault((named.doc.user_data["paragraph"], i), named)

    def _put_title(self, named: Named) -> None:
        """A title's words win over the state named inside it."""
        self.named.append(named)
        for i in range(named.start, named.end):
            self._at[named.doc.user_data["paragraph"], i] = named

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
        if before is not None and before.kind == "body":
            return []  # `invited by the ministry, and her deputy X`
        return (
            [before] if before is not None and before is not named and before.end == i + 1 and before.resolve() else []
        )

    def listed_after(self, named: Named) -> list[Named]:
        """Persons enumerated right behind a person: `A, B and C`, each with titles and states of their own."""
        found: list[Named] = []
        doc, i = named.doc, _behind(named)
        while i < len(doc) and named.person is not None:
            j = i
            while j < len(doc) and doc[j].lower_ in (",", "and", ";", "&", "the", "with"):
                j += 1
            following = (self.at(doc[j]) or self._with_more_office(doc, j)) if i < j < len(doc) else None
            if following is None or following.person is None or following.person is named.person:
                break
            if doc[following.core[0] : following.core[1]].root.dep_.startswith("nsubj") and doc[j - 1].lower_ == "and":
                break
            if doc[j - 1].text == "," and _says(following):
                break
            found.append(following)
            i = _behind(following)
        return found

    def states_listed(self, named: Named) -> list[Named]:
        """A state and those enumerated beside it, whatever the parse made of the list: `A, B and C`."""
        if named.kind not in _LISTED:
            return [named]
        before, after = [], []
        last = named
        while (following := self._beside(last, 1)) is not None:
            last = following
            after.append(following)
        last = named
        while (earlier := self._beside(last, -1)) is not None:
            last = earlier
            before.append(earlier)
        return [*reversed(before), named, *after]

    def _beside(self, named: Named, step: int) -> Named | None:
        """The next state of an enumeration, behind (`step` 1) or before; one that owns what follows ends it."""
        doc = named.doc
        i = named.end if step > 0 else named.start - 1
        first = i
        while 0 <= i < len(doc) and doc[i].lower_ in _BETWEEN and doc[i].sent.start == doc[named.start].sent.start:
            i += step
        if i == first or not 0 <= i < len(doc):
            return None
        other = self.at(doc[i])
        if other is None or other.kind != named.kind or other is named:
            return None
        low, high = sorted((named, other), key=lambda n: n.start)
        linked = any(t.text != "the" for t in doc[low.end : high.start])
        owner = any(n.end < len(doc) and doc[n.end].tag_ == "POS" for n in (low, high))
        return other if linked and not owner else None

    def _with_more_office(self, doc: Doc, start: int) -> Named | None:
        """The person named behind an office that is not wholly known as one: `Deputy Commander PACOM General X`."""
        for token in doc[start : start + _OFFICE]:
            named = self.at(token)
            if named is not None:
                return named if named.person is not None and token.i > start else None
            if not (token.text[:1].isupper() or token.lower_ in _IN_OFFICES):
                return None
        return None

    def mention(self, named: Named, party: Party | None = None) -> Mention | None:
        """The mention of what is named, with its passage."""
        party = party or named.resolve()
        if party is None:
            return None
        passage = self.document.passage(named.doc[named.start], named.doc[named.end - 1])
        return Mention(party, passage)
