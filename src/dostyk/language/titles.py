"""Titles: the words of an office before, behind or without a name, grown from its head to both sides."""

from __future__ import annotations

from dostyk.language import offices, tokens
from dostyk.language.heads import unique_office
from dostyk.language.spans import Title
from dostyk.language.title_parts import TitleParts
from dostyk.language.words import LINKS, OF, POSSESSIVE, STYLE_LETTERS, is_office_word

# `the UN envoy for X`: a state behind the body that somebody acts for
_SENT_FOR = frozenset(["for", "on", "to", "in"])
# what stands between an office and the name of whoever holds it
_STYLED = frozenset("sheikh prince princess ambassador general".split())


class Titles(TitleParts):
    """Adds the finding of offices."""

    def title_before(self, end: int) -> Title | None:
        """The title that ends at token `end` (exclusive), grown to the left."""
        i = end
        if i > 0 and self.doc[i - 1].text in POSSESSIVE and (i - 2) not in self.known_at:
            return None  # `the President’s Television`
        while i > 0 and not self.doc[i].is_sent_start if i < len(self.doc) else i > 0:
            token = self.doc[i - 1]
            if self._place_in_a_phrase(i - 1):
                break
            if (before := self._before_aside(i - 1)) < i - 1:
                i = before + 1
                continue
            if (
                self.title_word(i - 1)
                or (i < end and self._small_office_word(i - 1))
                or (tokens.is_capital(token) and self._joins_title(i - 1, end))
                or (token.lower_ in LINKS and i < end and self._title_left(i - 1))
                or (token.tag_ == "JJ" and token.is_lower and i < end and self._owned(i - 1))
            ):
                i -= 1
            elif token.text in STYLE_LETTERS or self.addresses(i - 1) or token.text in POSSESSIVE:
                if token.text in POSSESSIVE and not (i >= 2 and self.title_word(i - 2)):
                    break
                i -= 1
            else:
                break
        return self.title(i, end)

    def _owned(self, i: int) -> bool:
        """`Norway's new ambassador`: what stands before `i` is a state in the possessive."""
        return i > 1 and self.doc[i - 1].text in POSSESSIVE and (i - 2) in self.known_at

    def _of_another(self, comma: int) -> bool:
        """`At the invitation of the Kenyan president, the Norwegian king …`: behind the comma stands somebody else."""
        behind = comma + 2 if self.doc[comma + 1].lower_ == "the" else comma + 1
        return behind in self.known_at

    def _joins_title(self, i: int, end: int) -> bool:
        """A capitalised word without a part in the lexicon, inside a title: between office words, no sentence start."""
        token = self.doc[i]
        if tokens.is_common(token) or token.ent_type_ == "PERSON":
            return False
        return i + 1 < end and self.title_word(i + 1) and i > 0 and (
            self.doc[i - 1].lower_ in OF or self.title_word(i - 1) or self.doc[i - 1].text in ("and", "&")
        )  # fmt: skip

    def _title_left(self, i: int) -> bool:
        """True where the link at `i` hangs on an office word further left."""
        k = i - 1
        while k >= 0 and self.doc[k].lower_ in LINKS and i - k < 3:
            k -= 1
        k = self._before_aside(k)
        if k < 0:
            return False
        token = self.doc[k]
        if self.doc[i].text == "," and self._one_of_several(i):
            return True
        if self.doc[i].text == ",":
            joined = token.lower_ in offices.TITLE_HEADS and self.doc[i + 1].lower_ not in OF and k == i - 1
            return joined and not self.met_with(k) and not self._of_another(i)
        if k in self.known_at and self.doc[i].lower_ == "for":  # `High Representative of the EU for Foreign Affairs X`
            start = self.known_at[k].start
            start -= self.doc[start - 1].lower_ == "the"
            return start > 1 and self.doc[start - 1].lower_ == "of" and self.title_word(start - 2)
        if k in self.known_at and self.doc[i].lower_ in ("to", "in"):  # `the Ambassador of Chile to Norway, X`
            return any(self.doc[j].lower_ in offices.ENVOYS for j in range(max(0, k - 6), k))
        return self.title_word(k) and (k not in self.known_at or self.doc[i].lower_ == "-")

    def title_after(self, start: int) -> Title | None:
        """The title that starts at token `start`, grown to the right: `the Prime Minister of Nepal`."""
        i, n = start, len(self.doc)
        while (
            i < n
            and i not in self.known_at
            and (self.doc[i].lower_ in ("the", "a", "an", "his", "her") or self.doc[i].tag_ in ("JJ", "RB"))
        ):
            i += 1
        first, j = i, i
        while j < n and not (self.doc[j].is_sent_start and j > start):
            if not (self._title_goes_on(first, j) or self._title_link(first, j)):
                break
            j += 1
        return self.title(first, j)

    def _title_goes_on(self, first: int, j: int) -> bool:
        token = self.doc[j]
        if token.text in POSSESSIVE:
            return j > first and self.title_word(j - 1)
        if token.tag_ == "JJ" and token.is_lower and j > first and self.doc[j - 1].text in POSSESSIVE:
            return self._title_ahead(j + 1)  # `Norway's new ambassador`
        if j > first + 1 and token.lower_ in ("state", "government") and self.doc[j - 1].lower_ == "of":
            return self.doc[j - 2].lower_ in ("head", "heads", "chief")
        return self.title_word(j) or (tokens.is_capital(token) and j > first and self._in_title(j))

    def _title_link(self, first: int, j: int) -> bool:
        """A linking word with more of the title behind it."""
        token = self.doc[j]
        if token.lower_ not in LINKS or token.text == "," or not first < j < len(self.doc) - 1:
            return False
        if token.lower_ in ("on", "in") and self.doc[j + 1].lower_ in tokens.CALENDAR:
            return False
        of_state = token.lower_ == "of" and self.doc[j + 1].lower_ in ("state", "government")
        return (of_state or self._title_ahead(j + 1)) and self._right_link(first, j)

    def _right_link(self, first: int, j: int) -> bool:
        """`and` joins parts of one office, not two offices; `in` and `at` only lead to the seat of an envoy."""
        word = self.doc[j].lower_
        if word == "and":
            return self.doc[j + 1].lower_ not in ("the", "his", "her") and (j - 1) not in self.known_at
        place = self.known_at.get(j + 2 if self.doc[j + 1].lower_ == "the" else j + 1)
        to_place = word == "to" and place is not None and place.kind != "body"  # `a visit of the Dutch king to Kenya`
        if word in ("in", "at", "on") or to_place:
            return any(self.doc[i].lower_ in offices.ENVOYS | {"general"} for i in range(first, j))
        return True

    def _in_title(self, j: int) -> bool:
        """A capital without a part in the lexicon, `of Jawaharlal Nehru University`; a name after a title is none."""
        before = self.doc[j - 1]
        return before.lower_ in LINKS or not self.title_word(j - 1)

    def _title_ahead(self, j: int) -> bool:
        token = self.doc[j]
        if token.lower_ in ("the",) and j + 1 < len(self.doc):
            token, j = self.doc[j + 1], j + 1
        return self.title_word(j) or (tokens.is_capital(token) and token.tag_ in ("NNP", "NNPS", "JJ"))

    def title(self, start: int, end: int) -> Title | None:
        while start < end and (self.doc[start].lower_ in LINKS or self.doc[start].text in POSSESSIVE):
            start += 1
        while end > start and self.doc[end - 1].lower_ in LINKS:
            end -= 1
        start = self._behind_place(start, end)
        heads = [i for i in range(start, end) if self.doc[i].lower_ in offices.TITLE_HEADS and not self._no_head(i)]
        if not heads:
            return None
        if self.can_name_after(end):
            start = self._behind_and(self._last_office(start, end), end)
            heads = [i for i in heads if i >= start]
        start = self._behind_heading(start, heads[0])
        state, target = self.states_in(start, end)
        words = [str(self.doc[i].lower_) for i in heads]
        head = next((w for w in words if w not in ("general", "deputy", "chief")), words[0])
        return Title(start, end, head, state, target)

    def _behind_place(self, start: int, end: int) -> int:
        """`While in Brussels President X`, `President A of Togo President X`: the place belongs to the words before."""
        before = start - 2 if start > 1 and self.doc[start - 1].lower_ == "the" else start - 1
        if before < 0 or not (self.doc[before].lower_ in ("in", "at", "near") or self._of_a_name(before)):
            return start
        kinds = ("capital", "city", "seat", "state", "historic")
        place = next((k for k in self.known if start <= k.start < end and k.kind in kinds), None)
        if place is None or place.end >= end:
            return start
        office = any(self.doc[i].lower_ in offices.TITLE_HEADS - {"state"} for i in range(start, place.start))
        return start if office else place.end

    def _behind_heading(self, start: int, head: int) -> int:
        """`SOUTH PACIFIC FORUM The Prime Minister`: a heading that runs into the text is no part of the title."""
        if self.doc[head].is_upper:
            return start
        shouted = [i for i in range(start, head) if self.doc[i].is_upper and len(self.doc[i]) > 3]
        return shouted[-1] + 1 if len(shouted) > 1 else start

    def _of_a_name(self, i: int) -> bool:
        """True for `of` behind a word that can only be a name."""
        name = self.doc[i - 1] if i else None
        return (
            name is not None and self.doc[i].lower_ == "of" and tokens.is_capital(name) and not self.title_word(i - 1)
        )

    def _behind_and(self, start: int, end: int) -> int:
        """`the General Secretary and President X`: two offices of which a state has one holder each are two people."""
        for i in range(end - 2, start, -1):
            if self.doc[i].lower_ != "and" or start == 0 or self.doc[start - 1].lower_ != "the":
                continue
            left = frozenset(t.lower_ for t in self.doc[start:i])
            right = frozenset(t.lower_ for t in self.doc[i + 1 : end])
            if unique_office(left) and unique_office(right):
                return i + 1
        return start

    def can_name_after(self, end: int) -> bool:
        return end < len(self.doc) and self.can_name(end)

    def _last_office(self, start: int, end: int) -> int:
        """`Special Envoy of Prime Minister X`: X is the Prime Minister, so the title begins there."""
        for i in range(end - 2, start, -1):
            behind = [self.doc[j] for j in range(i + 1, end)]
            if len(behind) > 1 and behind[-1].lower_ in _STYLED:
                continue  # `the Minister of Foreign Affairs Sheikh X`
            whole = all((is_office_word(t) and tokens.is_capital(t)) or t.i in self.known_at for t in behind)
            if self.doc[i].lower_ in ("of", "to") and whole:
                if behind[-1].lower_ in offices.TITLE_HEADS - {"general", "chief", "state"}:
                    return i + 1
        return start

    def states_in(self, start: int, end: int) -> tuple[str, str]:
        """(state the office belongs to, state an envoy is sent to), as the words of the title say."""
        envoy = any(self.doc[i].lower_ in offices.ENVOYS for i in range(start, end))
        state = target = international = ""
        for known in self.known:
            if not start <= known.start < end:
                continue
            if known.kind == "body" or known.code == "IGO":
                international = "IGO"
                continue
            before = self.doc[known.start - 1].lower_ if known.start else ""
            if before == "the" and known.start > 1:
                before = self.doc[known.start - 2].lower_
            sent = (envoy and before in ("to", "in", "and")) or (international and before in _SENT_FOR)
            if sent and known.start > start:
                target = target or known.code
            elif not state:
                state = known.code
        words = {self.doc[i].lower_ for i in range(start, end)}
        if "minister" in words:
            international = ""  # `the Minister for European Union Affairs` is a state's
        if not state and {"european", "commissioner"} <= words:
            international = "IGO"
        return state or international, target
