"""What a title may hold besides the words of an office: forms of address, short forms, places, lists of fields."""

from __future__ import annotations

from dostyk.language import offices, tokens
from dostyk.language.runs import Runs
from dostyk.language.words import LINKS, bare, is_office_word

_SEATS = frozenset("consulate consulates secretariat directorate inspectorate".split())
_GENERAL_BODIES = frozenset("assembly council conference debate secretariat court department directorate".split())
_RETIRED = frozenset(["rtd", "retd", "ret"])  # `Major General (Rtd) X`


class TitleParts(Runs):
    """Adds the parts of titles."""

    def addresses(self, i: int) -> bool:
        """True for a form of address and its parts: `Hon .`, `Dato '`, `Tan Sri`."""
        word = bare(self.doc[i])
        if i and self.doc[i - 1].whitespace_ == "" and (word == "." or word in tokens.APOSTROPHES):
            return bare(self.doc[i - 1]) in offices.PERSONAL
        return word.rstrip(".") in offices.PERSONAL or self.tan_sri(i)

    def _before_abbreviation(self, i: int) -> int:
        """The token before `(MoS)` where that ends at token `i`; `i` where none does."""
        if i <= 2 or self.doc[i].text != ")" or self.doc[i - 2].text != "(":
            return i
        inside = self.doc[i - 1]
        return i - 3 if self._is_acronym(inside) or inside.lower_.rstrip(".") in _RETIRED else i

    def _before_aside(self, i: int) -> int:
        """The token before `(MoS)` or `a.i.` where that ends at token `i`; `i` where neither does."""
        return min(self._before_abbreviation(i), self._before_interim(i)) if i >= 0 else i

    def _small_office_word(self, i: int) -> bool:
        """`deputy foreign minister X`, `national security adviser X`: an office in small letters."""
        token = self.doc[i]
        return token.is_lower and is_office_word(token) and token.tag_.startswith(("NN", "JJ", "HYPH"))

    def _place_in_a_phrase(self, i: int) -> bool:
        """`to the White House Prime Minister X`: a place behind a preposition belongs to the phrase before, unless
        an envoy is sent there: `the ambassador to Paris, X`."""
        known = self.known_at.get(i)
        if known is None or known.kind not in ("seat", "city", "capital"):
            return False
        if self._sent_to(known.start - 1):
            return False
        before = [t.lower_ for t in self.doc[max(0, known.start - 2) : known.start] if t.lower_ != "the"]
        return before[-1:] in (["to"], ["at"], ["in"], ["from"])

    def _sent_to(self, i: int) -> bool:
        """True for the preposition of `Consul-General to`, `Chargé d'affaires of Chile in`."""
        while i > 0 and self.doc[i].lower_ not in offices.ENVOYS:
            before = self._before_aside(i)
            if before == i and not (self.doc[i].lower_ in LINKS - {","} or self.title_word(i)):
                break
            i = min(before, i - 1)
        return self.doc[i].lower_ in offices.ENVOYS

    def _before_interim(self, i: int) -> int:
        """The token before `a.i.`, `ad interim` where that ends at token `i`; `i` where none does."""
        k = i - 1 if self.doc[i].text == "." else i
        if k > 0 and self.doc[k].lower_.rstrip(".") == "a.i":
            return k - 1
        return i - 2 if i > 1 and self.doc[i].lower_ == "interim" and self.doc[i - 1].lower_ == "ad" else i

    def _one_of_several(self, comma: int) -> bool:
        """`the Minister of Defence, Justice and Security, X`: a comma between the fields of one office."""
        j, k = comma + 1, comma - 1
        while j < len(self.doc) and self._field(j):
            j += 1
        while k > 0 and (self._field(k) or self.doc[k].text == ","):
            k -= 1
        joined = comma + 1 < j < len(self.doc) and self.doc[j].text in ("and", "&", ",")
        return joined and k > 0 and self.doc[k].lower_ in ("of", "for") and self.title_word(k - 1)

    def _field(self, i: int) -> bool:
        """A word for what an office is in charge of."""
        word = self.doc[i].lower_
        return self.title_word(i) and (word not in offices.TITLE_HEADS or word in offices.OFFICE_WORDS)

    def _no_head(self, i: int) -> bool:
        """`3 PM`; the `general` of a body's name: `the General Assembly`, `a consulate general in Milan`."""
        behind = self.doc[i + 1].lower_ if i + 1 < len(self.doc) else ""
        seat = i > 0 and self.doc[i - 1].lower_ in _SEATS and (behind == "in" or self.doc[i].is_lower)
        return self._hour(i) or (self.doc[i].lower_ == "general" and (seat or behind in _GENERAL_BODIES))

    def _hour(self, i: int) -> bool:
        """`3 PM`, `11 pm`: no prime minister."""
        token = self.doc[i]
        return token.lower_ == "pm" and (not token.is_upper or (i > 0 and self.doc[i - 1].like_num))
