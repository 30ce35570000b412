"""The words of a paragraph: which may be part of a personal name, which of the name of an office or body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dostyk.language import offices, tokens
from dostyk.language.borne_names import names_of_people
from dostyk.language.gazetteer import Known, find_known
from dostyk.language.title_phrases import title_tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OF = frozenset(("of", "for", "to", "in", "at", "on", "from"))
LINKS = OF | {"and", "the", "&", ",", "-"}
POSSESSIVE = frozenset(("'s", "’s"))
STYLE_LETTERS = frozenset(("HE", "HRH", "HM", "HH", "HMTQ"))
_INNER_CAPITAL = re.compile(r"(?:Ma?c|D[eiu]|L[aeo]|V[ao]n|Fitz|San)[A-Z][a-z]+")  # `MacKay`, `DeSantis`, `LeBlanc`
_PARTS_OF_STATES = frozenset("republika new great northern southern eastern western central greater upper".split())
_CHARGE = frozenset(["charge", "chargé"])
_AFFAIRES = frozenset(["d'affaires", "d’affaires"])  # written small within a title
_PLAIN_ADDRESS = frozenset(["mr", "mrs", "ms", "miss"])


def bare(token: Token) -> str:
    """Lower case, without a possessive."""
    return str(token.lower_)


def is_office_word(token: Token) -> bool:
    """True for a word that belongs to the name of an office or body, in the singular or plural."""
    word = token.lower_
    return word in offices.NAMING or word.rstrip("s") in offices.TITLE_HEADS


class Words:
    """The tokens of one paragraph with the known names among them.

    `surnames` are last names in small letters that persons of the report bear, as a town does too (`Clark`).
    """

    def __init__(self, doc: Doc, surnames: frozenset[str] = frozenset()) -> None:
        self.doc = doc
        self.surnames = surnames
        letters = [c for c in doc.text if c.isalpha()]
        self.shouting = sum(c.isupper() for c in letters) > 0.6 * len(letters)
        self.headline = doc.user_data.get("field") == "title"
        self.known: list[Known] = []
        self.known_at: dict[int, Known] = {}
        found = find_known(doc)
        self.borne = names_of_people(doc, found)
        self.known = [k for k in found if k.start not in self.borne and not self._is_name_part(k)]
        self.known_at = {i: k for k in self.known for i in range(k.start, k.end)}
        self.titled = title_tokens(doc, self.known_at)

    def _is_surname(self, known: Known) -> bool:
        """`Clark thanked them`, where Helen Clark was named, unless a preposition says that it is the town."""
        before = self.doc[known.start - 1] if known.start else None
        somewhere = before is not None and before.tag_ == "IN" and before.lower_ not in ("by", "with")
        word = self.doc[known.start : known.end].text.lower()
        return known.kind in ("city", "capital") and word in self.surnames and not somewhere

    def _is_name_part(self, known: Known) -> bool:
        """True where an ambiguous name such as `Jordan` or `Chad` is a person's: the recogniser or a comma-less
        neighbour with a capital on its right says so."""
        first = self.doc[known.start]
        if self._is_surname(known):
            return True
        if first.ent_type_ == "PERSON" and first.ent_iob_ == "I" and known.start and self.plain(known.start - 1):
            return True
        if known.end == known.start + 1 and known.kind in ("state", "city") and self._behind_titled(known.start):
            return True  # `Prime Minister Luís Montenegro`
        if known.start > 1 and self.glued(known.start - 1) and self.doc[known.start - 2].lower_ in tokens.PARTICLES:
            return True  # `Al-Sabah`
        after = self.doc[known.end] if known.end < len(self.doc) else None
        if not known.ambiguous or after is None:
            return False
        if after.ent_iob_ != "I" or not tokens.is_capital(after):
            return False
        given = known.kind in ("capital", "city") and self.plain(known.end) and after.tag_.startswith("NNP")
        return after.ent_type_ == "PERSON" or given  # `Santiago Cafiero`

    def _behind_titled(self, i: int) -> bool:
        """True for a word behind a given name that stands right behind an office or a form of address."""
        if i < 2 or self.doc[i].is_sent_start or not self.plain(i - 1) or not self.doc[i - 1].is_alpha:
            return False
        given, before = self.doc[i - 1], self.doc[i - 2]
        day = given.lower_ in tokens.CALENDAR - tokens.BORNE_MONTHS
        if given.tag_ != "NNP" or day or given.is_upper or given.lower_ in _PARTS_OF_STATES:
            return False
        office = before.lower_ in offices.TITLE_HEADS and tokens.is_capital(before)
        return office or before.lower_.rstrip(".") in offices.PERSONAL

    def plain(self, i: int) -> bool:
        """A capitalised word that is no office word."""
        return tokens.is_capital(self.doc[i]) and not is_office_word(self.doc[i])

    def title_word(self, i: int) -> bool:
        token = self.doc[i]
        if i in self.known_at or i in self.titled:
            return True
        if any(t.lower_ in _AFFAIRES for t in self.doc[i : i + 2]) and token.lower_ in _CHARGE | _AFFAIRES:
            return True
        if not is_office_word(token):
            return False
        return tokens.is_capital(token) or (token.lower_ in offices.TITLE_HEADS and not token.tag_.startswith("VB"))

    def met_with(self, i: int) -> bool:
        """`At the meeting with the Czech ambassador, President X …`: the office that ends at `i` is another's."""
        while i > 0 and (self.title_word(i - 1) or self.doc[i - 1].lower_ in ("the", "his", "her")):
            i -= 1
        return i > 0 and self.doc[i - 1].lower_ == "with"

    def _is_acronym(self, token: Token) -> bool:
        """`FCDO`, `RoK`: several capitals in a text that is not written in capitals."""
        text = token.text
        if text.isupper() and text.lower() in tokens.SMALL:
            return True
        if _INNER_CAPITAL.fullmatch(text):
            return False
        capitals = sum(c.isupper() for c in text)
        return not self.shouting and 1 < len(text) <= 12 and capitals > 1 and text.isalpha() and text[1:2] != "c"

    def _surname_in_capitals(self, i: int) -> bool:
        """`Mr. HAYASHI Yoshimasa`, `Jean DUPONT, Minister of …`: the way official lists write a surname."""
        if not self.doc[i].is_upper or not self.doc[i].is_alpha or self.doc[i].text in STYLE_LETTERS:
            return False
        if self._mixed(i + 1):
            first, last = i, i + 1
        elif self._mixed(i - 1):
            first, last = i - 1, i
        else:
            return False
        before = self.doc[first - 1].lower_ if first else ""
        addressed = before in offices.PERSONAL or before.rstrip(".") in offices.PERSONAL
        behind = [t.lower_ for t in self.doc[last + 1 : last + 5]]
        apposed = behind[:1] == [","] and any(w in offices.TITLE_HEADS for w in behind)
        return addressed or before in offices.TITLE_HEADS or apposed

    def _mixed(self, i: int) -> bool:
        """A capitalised word in small letters that may be a given name."""
        if not 0 <= i < len(self.doc) or i in self.known_at:
            return False
        token = self.doc[i]
        mixed = token.text[0].isupper() and not token.is_upper and len(token) > 1
        return mixed and self.plain(i) and token.tag_.startswith("NNP")

    def _named_like_a_month(self, i: int) -> bool:
        """`Jan Novak`, `Theresa May`: the recogniser sees a person, and no number beside makes it a day."""
        token = self.doc[i]
        if token.ent_type_ != "PERSON" or token.lower_ not in tokens.BORNE_MONTHS:
            return False
        beside = [t for t in self.doc[max(0, i - 1) : i + 2] if t.i != i]
        return any(t.ent_type_ == "PERSON" and self.plain(t.i) for t in beside) and not any(t.like_num for t in beside)

    def can_name(self, i: int, inside: bool = False) -> bool:
        token = self.doc[i]
        if i in self.known_at or i in self.titled or not tokens.is_capital(token) or token.text in offices.POSTNOMINALS:
            return False
        if token.lower_ in tokens.NUMERALS or (token.text == "An" and token.tag_ == "DT" and token.is_sent_start):
            return False
        if token.lower_.rstrip(".") in tokens.CALENDAR and i not in self.borne and not self._named_like_a_month(i):
            return False
        if self._is_acronym(token) and not self._surname_in_capitals(i):
            return False
        if self.headline and token.lower_ in tokens.HEADLINE_VERBS:
            return False
        if bare(token).rstrip(".") in offices.PERSONAL or self.tan_sri(i):
            return inside and self.doc[i - 1].lower_ in tokens.PARTICLES  # `Ahmad bin Haji Yusof`
        if token.lower_ in offices.TITLE_HEADS or token.lower_.rstrip("s") in offices.TITLE_HEADS:
            return self._borne_as_name(i)
        if (token.lower_ in offices.BODY_HEADS and not self._named_duma(i)) or any(c.isdigit() for c in token.text):
            return False
        if token.lower_ in offices.OFFICE_WORDS and not (inside and token.ent_type_ == "PERSON"):
            return False
        return not tokens.is_common(token) or token.ent_type_ == "PERSON"

    def _borne_as_name(self, i: int) -> bool:
        """`Mr Prince X`: the word for a rank between a plain form of address and a name is a given name."""
        addressed = i > 0 and self.doc[i - 1].lower_.rstrip(".") in _PLAIN_ADDRESS
        named = i + 1 < len(self.doc) and self.plain(i + 1) and self.doc[i + 1].is_alpha
        return addressed and named and self.doc[i].lower_ in offices.BORNE_AS_NAMES

    def _named_duma(self, i: int) -> bool:
        """`President Duma X`: a given name that is a parliament's, too."""
        if self.doc[i].lower_ != "duma" or i == 0 or i + 1 >= len(self.doc):
            return False
        before = self.doc[i - 1].lower_.rstrip(".")
        return before in offices.PERSONAL | offices.TITLE_HEADS and self.plain(i + 1)

    def tan_sri(self, i: int) -> bool:
        """The first word of `Tan Sri`, a Malay title; `Tan` alone is a surname."""
        return self.doc[i].text == "Tan" and i + 1 < len(self.doc) and self.doc[i + 1].text == "Sri"

    def glued(self, j: int) -> bool:
        return not self.doc[j - 1].whitespace_ and not self.doc[j].whitespace_

    def lower(self, j: int) -> bool:
        return bool(self.doc[j].is_alpha and self.doc[j].is_lower and len(self.doc[j]) > 1)
