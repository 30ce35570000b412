"""Institutions: `the Senate of Kazakhstan`, `the Vietnamese National Assembly`, and known international bodies."""

from __future__ import annotations

from dostyk.language import offices, tokens
from dostyk.language.spans import Body
from dostyk.language.titles import Titles
from dostyk.language.words import LINKS, POSSESSIVE

# bodies that news agencies write in small letters behind the name of a state
_SMALL = frozenset("parliament ministry senate".split())


_BY_ONE_WORD = frozenset(["Cabinet", "Parliament", "Congress", "Senate"])  # of the state that the report speaks from


class Bodies(Titles):
    """Adds the finding of institutions."""

    def bodies(self, taken: set[int]) -> list[Body]:
        """Institutions: runs of office words with a body word among them, and known international bodies."""
        found = [Body(k.start, k.end, k.name, "IGO") for k in self.known if k.kind == "body"]
        i, n = 0, len(self.doc)
        while i < n:
            if i in taken or not self._body_word(i):
                i += 1
                continue
            j = i + 1
            while j < n and not self.doc[j].is_sent_start and self._body_goes_on(j):
                if j in taken and self.doc[j].tag_ != "NNPS":  # `Institute for Strategic Studies`: nobody's name
                    break
                j += 1
            while j > i and (self.doc[j - 1].lower_ in LINKS):
                j -= 1
            found.extend(self._body(i, j))
            i = max(j, i + 1)
        return found + [body for head in self.doc if head.lower_ in _SMALL for body in self._small_body(head.i, taken)]

    def _small_body(self, head: int, taken: set[int]) -> list[Body]:
        """`the French foreign ministry`, `Norway's parliament`: a body in small letters with its state before it."""
        if not self.doc[head].is_lower or head in taken:
            return []
        first = head
        while first > 0 and self.doc[first - 1].is_lower and self.doc[first - 1].lower_ in offices.OFFICE_WORDS:
            first -= 1
        owner = first - 2 if first > 1 and self.doc[first - 1].text in POSSESSIVE else first - 1
        known = self.known_at.get(owner)
        if known is None or known.code == "IGO" or known.kind not in ("state", "demonym", "capital", "historic"):
            return []
        name = " ".join(token.text.capitalize() for token in self.doc[first : head + 1])
        return [Body(known.start, head + 1, name, known.code)]

    def _body_word(self, i: int) -> bool:
        token = self.doc[i]
        known = self.known_at.get(i)
        if known is not None:
            return known.kind in ("demonym", "state")
        if token.lower_ in tokens.CALENDAR:
            return False
        return tokens.is_capital(token) and not tokens.is_common(token) and token.tag_.startswith(("NN", "JJ"))

    def _body_goes_on(self, j: int) -> bool:
        token = self.doc[j]
        if token.lower_ == "the" and self.doc[j - 1].lower_ not in LINKS:
            return False  # `On Monday the Ministry`
        if token.lower_ in ("of", "for", "on", "and", "the"):
            ahead = j + (2 if j + 1 < len(self.doc) and self.doc[j + 1].lower_ == "the" else 1)
            return ahead < len(self.doc) and self._body_word(ahead) and (
                token.lower_ != "and" or self.doc[ahead].lower_ in offices.OFFICE_WORDS
            )  # fmt: skip
        return self._body_word(j)

    def _body(self, i: int, j: int) -> list[Body]:
        words = [self.doc[k] for k in range(i, j)]
        heads = [w for w in words if w.lower_ in offices.BODY_HEADS and tokens.is_capital(w)]
        alone = j - i == 1 and words[0].text in _BY_ONE_WORD and words[0].ent_type_ != "PERSON"
        if (
            not heads
            or (j - i < 2 and not alone)
            or any(w.lower_ in offices.TITLE_HEADS - {"general", "chief"} for w in words)
        ):
            return []
        state, _ = self.states_in(i, j)
        owner = self.known_at.get(i - 2) if i > 1 and self.doc[i - 1].text in POSSESSIVE else None
        if not state and owner is not None:
            state = owner.code  # `India's Ministry of External Affairs`
        inside = [k for k in range(i, j) if k not in self.known_at]
        if not inside:
            return []
        while inside and self.doc[inside[-1]].lower_ in LINKS:
            inside.pop()
        name = " ".join(self.doc[k].text for k in range(inside[0], inside[-1] + 1))
        return [Body(i, j, name, state)]
