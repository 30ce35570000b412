"""Where a paragraph names people, offices, states and bodies, before anybody knows who is who.

The field names people by office, so titles lead: `Kazakh President X`, `Chairman of the Senate of Y Z`, `X, the
Foreign Minister of Y`. A capitalised run without a title is a person only where the recogniser or an apposition
says so, or where the same name stands elsewhere in the report with a title (`people.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dostyk.language import offices, tokens
from dostyk.language.gazetteer import Known, find_known
from dostyk.language.heads import unique_office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OF = frozenset(("of", "for", "to", "in", "at", "on", "from"))
_NAMING = offices.OFFICE_WORDS | offices.TITLE_HEADS | offices.BODY_HEADS
_STYLE_LETTERS = frozenset(("HE", "HRH", "HM", "HH", "HMTQ"))
_STYLE_WORDS = frozenset("majesty highness holiness excellency sheikh the".split())
_LINKS = _OF | {"and", "the", "&", ",", "-"}


@dataclass(slots=True)
class Title:
    """An office named at tokens `start`..`end`; `state` is what its own words say, else empty."""

    start: int
    end: int
    head: str
    state: str = ""
    target: str = ""


@dataclass(slots=True)
class Run:
    """A run of capitalised words at `start`..`end` that may be a personal name, with the titles around it."""

    start: int
    end: int
    words: tuple[str, ...]
    before: Title | None = None
    after: Title | None = None
    honorific: bool = False
    person: bool = False
    state: str = ""
    tail: int = 0  # end of `of Gabon` behind the name


@dataclass(slots=True)
class Body:
    """An institution named at `start`..`end`."""

    start: int
    end: int
    name: str
    state: str = ""


@dataclass(slots=True)
class Scan:
    """All that was found in one paragraph."""

    known: list[Known]
    runs: list[Run]
    titles: list[Title]
    bodies: list[Body]


def bare(token: Token) -> str:
    """Lower case, without a possessive."""
    return str(token.lower_)


def is_office_word(token: Token) -> bool:
    """True for a word that belongs to the name of an office or body, in the singular or plural."""
    word = token.lower_
    return word in _NAMING or word.rstrip("s") in offices.TITLE_HEADS


class _Scanner:
    """One pass over one paragraph; the parts of a scan share its tokens and what is known at each of them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        letters = [c for c in doc.text if c.isalpha()]
        self.shouting = sum(c.isupper() for c in letters) > 0.6 * len(letters)
        self.headline = doc.user_data.get("field") == "title"
        self.known: list[Known] = []
        self.known_at: dict[int, Known] = {}
        self.known = [k for k in find_known(doc) if not self._is_name_part(k)]
        self.known_at = {i: k for k in self.known for i in range(k.start, k.end)}

    def _is_name_part(self, known: Known) -> bool:
        """True where an ambiguous name such as `Jordan` or `Chad` is a person's: the recogniser or a comma-less
        neighbour with a capital on its right says so."""
        first = self.doc[known.start]
        if first.ent_type_ == "PERSON" and first.ent_iob_ == "I" and known.start and self._plain(known.start - 1):
            return True
        if known.start > 1 and self._glued(known.start - 1) and self.doc[known.start - 2].lower_ in tokens.PARTICLES:
            return True  # `Al-Sabah`
        after = self.doc[known.end] if known.end < len(self.doc) else None
        if not known.ambiguous or after is None:
            return False
        return after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and tokens.is_capital(after)

    def _plain(self, i: int) -> bool:
        """A capitalised word that is no office word."""
        return tokens.is_capital(self.doc[i]) and not is_office_word(self.doc[i])

    # -- runs of capitals ------------------------------------------------------------------------------------

    def _is_acronym(self, token: Token) -> bool:
        """`FCDO`, `RoK`: several capitals in a text that is not written in capitals."""
        text = token.text
        if text.isupper() and text.lower() in tokens.SMALL:
            return True
        capitals = sum(c.isupper() for c in text)
        return not self.shouting and 1 < len(text) <= 12 and capitals > 1 and text.isalpha() and text[1:2] != "c"

    def _can_name(self, i: int, inside: bool = False) -> bool:
        token = self.doc[i]
        if i in self.known_at or not tokens.is_capital(token) or token.text in offices.POSTNOMINALS:
            return False
        if token.lower_.rstrip(".") in tokens.CALENDAR or self._is_acronym(token):
            return False
        if self.headline and token.lower_ in tokens.HEADLINE_VERBS:
            return False
        if bare(token) in offices.PERSONAL or bare(token).rstrip(".") in offices.PERSONAL:
            return False
        if token.lower_ in offices.TITLE_HEADS or token.lower_.rstrip("s") in offices.TITLE_HEADS:
            return False
        if token.lower_ in offices.BODY_HEADS or any(c.isdigit() for c in token.text):
            return False
        if token.lower_ in offices.OFFICE_WORDS and not (inside and token.ent_type_ == "PERSON"):
            return False
        return not tokens.is_common(token) or token.ent_type_ == "PERSON"

    def runs(self) -> list[Run]:
        """Runs of capitalised words that are neither known names nor words of offices."""
        found, i, n = [], 0, len(self.doc)
        while i < n:
            if not self._can_name(i):
                i += 1
                continue
            j = self._run_end(i)
            words = tuple(t.text for t in self.doc[i:j] if t.text not in tokens.HYPHENS)
            found.append(Run(i, j, words))
            i = j
        return found

    def _run_end(self, i: int) -> int:
        j, n = i + 1, len(self.doc)
        while j < n and not self.doc[j].is_sent_start:
            token = self.doc[j]
            following = j + 1 < n and self._can_name(j + 1, inside=True)
            if self._can_name(j, inside=True) or (token.text in tokens.SUFFIXES and self.doc[j - 1].text != ","):
                j += 1
            elif token.text in tokens.HYPHENS and j + 1 < n and self._glued(j) and (following or self._lower(j + 1)):
                j += 2
            elif token.lower_ in tokens.PARTICLES and (following or self._particle_pair(j)):
                j += 1
            elif (token.text in tokens.APOSTROPHES and following and self._glued(j)) or (
                token.text in (",", "the") and j + 1 < n and self.doc[j + 1].text in tokens.SUFFIXES
            ):
                j += 2
            else:
                break
        return j

    def _glued(self, j: int) -> bool:
        return not self.doc[j - 1].whitespace_ and not self.doc[j].whitespace_

    def _lower(self, j: int) -> bool:
        return bool(self.doc[j].is_alpha and self.doc[j].is_lower and len(self.doc[j]) > 1)

    def _particle_pair(self, j: int) -> bool:
        after = self.doc[j + 1] if j + 1 < len(self.doc) else None
        if after is None:
            return False
        if after.lower_ in tokens.PARTICLES:
            return j + 2 < len(self.doc) and self._can_name(j + 2)
        return after.text in tokens.HYPHENS and j + 2 < len(self.doc) and self._can_name(j + 2)

    # -- titles ----------------------------------------------------------------------------------------------

    def _title_word(self, i: int) -> bool:
        token = self.doc[i]
        if i in self.known_at:
            return True
        if not is_office_word(token):
            return False
        return tokens.is_capital(token) or (token.lower_ in offices.TITLE_HEADS and not token.tag_.startswith("VB"))

    def title_before(self, end: int) -> Title | None:
        """The title that ends at token `end` (exclusive), grown to the left."""
        i = end
        if i > 0 and self.doc[i - 1].text in ("'s", "’s") and (i - 2) not in self.known_at:
            return None  # `the President’s Television`
        while i > 0 and not self.doc[i].is_sent_start if i < len(self.doc) else i > 0:
            token = self.doc[i - 1]
            if (
                self._title_word(i - 1)
                or (tokens.is_capital(token) and self._joins_title(i - 1, end))
                or (token.lower_ in _LINKS and self._title_follows(i, end) and self._title_left(i - 1))
            ):
                i -= 1
            elif token.text in _STYLE_LETTERS or bare(token).rstrip(".") in offices.PERSONAL or token.text in ("'s", "’s"):
                if token.text in ("'s", "’s") and not (i >= 2 and self._title_word(i - 2)):
                    break
                i -= 1
            else:
                break
        return self._title(i, end)

    def _joins_title(self, i: int, end: int) -> bool:
        """A capitalised word without a part in the lexicon, inside a title: between office words, no sentence start."""
        token = self.doc[i]
        if tokens.is_common(token) or token.ent_type_ == "PERSON":
            return False
        return i + 1 < end and self._title_word(i + 1) and i > 0 and (
            self.doc[i - 1].lower_ in _OF or self._title_word(i - 1) or self.doc[i - 1].text in ("and", "&")
        )  # fmt: skip

    def _title_follows(self, i: int, end: int) -> bool:
        return i < end

    def _title_left(self, i: int) -> bool:
        """True where the link at `i` hangs on an office word further left."""
        k = i - 1
        while k >= 0 and self.doc[k].lower_ in _LINKS and i - k < 3:
            k -= 1
        if k < 0:
            return False
        token = self.doc[k]
        if self.doc[i].text == ",":
            return token.lower_ in offices.TITLE_HEADS and self.doc[i + 1].lower_ not in _OF and k == i - 1
        return self._title_word(k) and (k not in self.known_at or self.doc[i].lower_ == "-")

    def title_after(self, start: int) -> Title | None:
        """The title that starts at token `start`, grown to the right: `the Prime Minister of Nepal`."""
        i, n = start, len(self.doc)
        while i < n and (self.doc[i].lower_ in ("the", "a", "an", "his", "her") or self.doc[i].tag_ in ("JJ", "RB")):
            i += 1
        first, j = i, i
        while j < n and not (self.doc[j].is_sent_start and j > start):
            if not (self._title_goes_on(first, j) or self._title_link(first, j)):
                break
            j += 1
        return self._title(first, j)

    def _title_goes_on(self, first: int, j: int) -> bool:
        token = self.doc[j]
        if token.text in ("'s", "’s"):
            return j > first and self._title_word(j - 1)
        if j > first + 1 and token.lower_ in ("state", "government") and self.doc[j - 1].lower_ == "of":
            return self.doc[j - 2].lower_ in ("head", "heads", "chief")
        return self._title_word(j) or (tokens.is_capital(token) and j > first and self._in_title(j))

    def _title_link(self, first: int, j: int) -> bool:
        """A linking word with more of the title behind it."""
        token = self.doc[j]
        if token.lower_ not in _LINKS or token.text == "," or not first < j < len(self.doc) - 1:
            return False
        of_state = token.lower_ == "of" and self.doc[j + 1].lower_ in ("state", "government")
        return (of_state or self._title_ahead(j + 1)) and self._right_link(first, j)

    def _right_link(self, first: int, j: int) -> bool:
        """`and` joins parts of one office, not two offices; `in` and `at` only lead to the seat of an envoy."""
        word = self.doc[j].lower_
        if word == "and":
            return self.doc[j + 1].lower_ not in ("the", "his", "her") and (j - 1) not in self.known_at
        if word in ("in", "at", "on"):
            return any(self.doc[i].lower_ in offices.ENVOYS | {"general"} for i in range(first, j))
        return True

    def _in_title(self, j: int) -> bool:
        """A capital without a part in the lexicon, `of Jawaharlal Nehru University`; a name after a title is none."""
        before = self.doc[j - 1]
        return before.lower_ in _LINKS or not self._title_word(j - 1)

    def _title_ahead(self, j: int) -> bool:
        token = self.doc[j]
        if token.lower_ in ("the",) and j + 1 < len(self.doc):
            token, j = self.doc[j + 1], j + 1
        return self._title_word(j) or (tokens.is_capital(token) and token.tag_ in ("NNP", "NNPS", "JJ"))

    def _title(self, start: int, end: int) -> Title | None:
        while start < end and (self.doc[start].lower_ in _LINKS or self.doc[start].text in ("'s", "’s")):
            start += 1
        while end > start and self.doc[end - 1].lower_ in _LINKS:
            end -= 1
        heads = [i for i in range(start, end) if self.doc[i].lower_ in offices.TITLE_HEADS]
        if not heads:
            return None
        if self._can_name_after(end):
            start = self._behind_and(self._last_office(start, end), end)
            heads = [i for i in heads if i >= start]
        state, target = self._states_in(start, end)
        words = [str(self.doc[i].lower_) for i in heads]
        head = next((w for w in words if w not in ("general", "deputy", "chief")), words[0])
        return Title(start, end, head, state, target)

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

    def _can_name_after(self, end: int) -> bool:
        return end < len(self.doc) and self._can_name(end)

    def _last_office(self, start: int, end: int) -> int:
        """`Special Envoy of Prime Minister X`: X is the Prime Minister, so the title begins there."""
        for i in range(end - 2, start, -1):
            behind = [self.doc[j] for j in range(i + 1, end)]
            if self.doc[i].lower_ in ("of", "to") and all(is_office_word(t) and tokens.is_capital(t) for t in behind):
                if behind[-1].lower_ in offices.TITLE_HEADS - {"general", "chief", "state"}:
                    return i + 1
        return start

    def _states_in(self, start: int, end: int) -> tuple[str, str]:
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
            if envoy and before in ("to", "in", "and") and known.start > start:
                target = target or known.code
            elif not state:
                state = known.code
        return state or international, target

    # -- bodies ----------------------------------------------------------------------------------------------

    def bodies(self, taken: set[int]) -> list[Body]:
        """Institutions: runs of office words with a body word among them, and known international bodies."""
        found = [Body(k.start, k.end, k.name, "IGO") for k in self.known if k.kind == "body"]
        i, n = 0, len(self.doc)
        while i < n:
            if i in taken or not self._body_word(i):
                i += 1
                continue
            j = i + 1
            while j < n and j not in taken and not self.doc[j].is_sent_start and self._body_goes_on(j):
                j += 1
            while j > i and (self.doc[j - 1].lower_ in _LINKS):
                j -= 1
            found.extend(self._body(i, j))
            i = max(j, i + 1)
        return found

    def _body_word(self, i: int) -> bool:
        token = self.doc[i]
        known = self.known_at.get(i)
        if known is not None:
            return known.kind in ("demonym", "state")
        return tokens.is_capital(token) and not tokens.is_common(token) and token.tag_.startswith(("NN", "JJ"))

    def _body_goes_on(self, j: int) -> bool:
        token = self.doc[j]
        if token.lower_ in ("of", "for", "on", "and", "the"):
            ahead = j + (2 if j + 1 < len(self.doc) and self.doc[j + 1].lower_ == "the" else 1)
            return ahead < len(self.doc) and self._body_word(ahead) and (
                token.lower_ != "and" or self.doc[ahead].lower_ in offices.OFFICE_WORDS
            )  # fmt: skip
        return self._body_word(j)

    def _body(self, i: int, j: int) -> list[Body]:
        words = [self.doc[k] for k in range(i, j)]
        heads = [w for w in words if w.lower_ in offices.BODY_HEADS and tokens.is_capital(w)]
        if not heads or j - i < 2 or any(w.lower_ in offices.TITLE_HEADS - {"general", "chief"} for w in words):
            return []
        state, _ = self._states_in(i, j)
        inside = [k for k in range(i, j) if k not in self.known_at]
        if not inside:
            return []
        while inside and self.doc[inside[-1]].lower_ in _LINKS:
            inside.pop()
        name = " ".join(self.doc[k].text for k in range(inside[0], inside[-1] + 1))
        return [Body(i, j, name, state)]

    # -- all of it -------------------------------------------------------------------------------------------

    def scan(self) -> Scan:
        """Runs with their titles, titles that stand alone, and bodies."""
        runs, taken = self.runs(), set[int]()
        for run in runs:
            self._dress(run)
            for part in (run.before, run.after):
                if part:
                    taken.update(range(part.start, part.end))
            taken.update(range(run.start, run.end))
        titles = self._lone_titles(taken)
        for title in titles:
            taken.update(range(title.start, title.end))
        return Scan(self.known, runs, titles, self.bodies(taken))

    def _dress(self, run: Run) -> None:
        """Find titles, honorifics and states around a run, and whether it must be a person."""
        before = self.doc[run.start - 1] if run.start else None
        run.honorific = before is not None and before.text not in _STYLE_LETTERS and bare(before).rstrip(".") in offices.PERSONAL and before.lower_ not in (
            "his", "her", "their", "your", "the"
        )  # fmt: skip
        end = run.start
        while end > 0 and self.doc[end - 1].text in (",", "–", "—") and self._title_ends(end - 1):
            end -= 1
        run.before = self._behind_style(self.title_before(end))
        if run.before is None and run.honorific and run.start > 1 and self.doc[run.start - 2].text == ",":
            run.before = self.title_before(run.start - 2)  # `the Governor-General of X, Ms Y`
        run.after = self._title_behind(run)
        run.state = self._state_behind(run)
        entity = sum(t.ent_type_ == "PERSON" for t in self.doc[run.start : run.end])
        several = len(run.words) > 1
        run.person = bool(run.before or run.honorific or (several and entity * 2 > run.end - run.start))
        if run.after and not run.person:
            run.person = several and run.end - run.start <= 6
        if self._is_place_or_thing(run) and not run.honorific:
            run.person = False

    def _behind_style(self, title: Title | None) -> Title | None:
        """`the President of X, His Excellency Y`: a form of address gives way to the office before it."""
        if title is None or title.start == 0 or self.doc[title.start - 1].text != ",":
            return title
        words = {self.doc[i].lower_ for i in range(title.start, title.end)}
        if not words <= offices.PERSONAL | _STYLE_WORDS:
            return title
        return self.title_before(title.start - 1) or title

    def _is_place_or_thing(self, run: Run) -> bool:
        """`Palace`, `Airport` and the like behind the run: it names a thing."""
        after = self.doc[run.end] if run.end < len(self.doc) else None
        return (
            after is not None
            and after.lower_ in offices.OFFICE_WORDS - offices.TITLE_HEADS
            and tokens.is_capital(after)
        )

    def _title_ends(self, comma: int) -> bool:
        """`the President of Sri Lanka, X`: a comma between title and name, with a title head to its left."""
        title = self.title_before(comma)
        return title is not None and comma - title.start >= 2 and title.end == comma

    def _title_behind(self, run: Run) -> Title | None:
        j = run.end
        while j < len(self.doc) and self.doc[j].text in offices.POSTNOMINALS:
            j += 1
        if j >= len(self.doc) or self.doc[j].text not in (",", "(", "–"):
            return None
        title = self.title_after(j + 1)
        if title is None or title.start > j + 4:
            return None
        # `X, President Y`: the title belongs to the next name
        follows = title.end < len(self.doc) and self._can_name(title.end) and title.end not in self.known_at
        return None if follows else title

    def _state_behind(self, run: Run) -> str:
        """`X of Gabon`, `X (Uganda)`."""
        j = run.end
        if j + 1 >= len(self.doc):
            return ""
        if self.doc[j].lower_ in ("of", "(", "from"):
            k = j + (2 if self.doc[j + 1].lower_ == "the" else 1)
            known = self.known_at.get(k)
            if known and known.code != "IGO" and known.kind in ("state", "demonym", "historic"):
                run.tail = known.end + (1 if self.doc[j].text == "(" else 0)
                return known.code
            if self.doc[j].lower_ == "of":
                return self._state_of_body(k, run)
        return ""

    def _one_office(self, i: int, end: int) -> int:
        """`the President and First Lady`: without a name behind it, `and` with another head joins two people."""
        for j in range(i + 1, end):
            rest = range(j + 1, end)
            if self.doc[j].lower_ == "and" and any(self.doc[k].lower_ in offices.TITLE_HEADS for k in rest):
                return j
        return end

    def _state_of_body(self, k: int, run: Run) -> str:
        """`X of the National Security Secretariat of Japan`."""
        for i in range(k, min(k + 9, len(self.doc))):
            known = self.known_at.get(i)
            if known is not None and known.code != "IGO" and known.kind in ("state", "demonym", "historic"):
                run.tail = known.end
                return known.code
            if not (is_office_word(self.doc[i]) or self.doc[i].lower_ in ("of", "the", "for", "and")):
                return ""
        return ""

    def _lone_titles(self, taken: set[int]) -> list[Title]:
        found, i, n = [], 0, len(self.doc)
        while i < n:
            token = self.doc[i]
            if i in taken or token.lower_ not in offices.TITLE_HEADS:
                i += 1
                continue
            left = self.title_before(i + 1)
            right = self.title_after(i)
            start = left.start if left else i
            end = self._one_office(i, right.end) if right else i + 1
            title = self._title(start, end)
            if title and not taken.intersection(range(title.start, title.end)):
                found.append(title)
                i = title.end
            else:
                i += 1
        return found


def scan(doc: Doc) -> Scan:
    """Find the names, offices, states and bodies of a parsed paragraph."""
    return _Scanner(doc).scan()
