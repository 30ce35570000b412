"""Where a paragraph names people, offices, states and bodies, before anybody knows who is who.

The field names people by office, so titles lead: `Kazakh President X`, `Chairman of the Senate of Y Z`, `X, the
Foreign Minister of Y`. A capitalised run without a title is a person only where the recogniser or an apposition
says so, or where the same name stands elsewhere in the report with a title (`people.py`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dostyk.language import offices, tokens
from dostyk.language.appointees import give_offices
from dostyk.language.bodies import Bodies
from dostyk.language.shared_titles import share_titles
from dostyk.language.spans import Body, Run, Scan, Title
from dostyk.language.words import POSSESSIVE, STYLE_LETTERS, bare, is_office_word

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Body", "Run", "Scan", "Title", "scan"]

_STYLE_WORDS = frozenset("majesty highness holiness excellency sheikh the".split())
_HIGHEST = frozenset("president premier minister chancellor king queen emir amir secretary spokesman".split())
_NOBLE = frozenset("duke duchess king queen emperor empress sultan emir".split())
_PRIZES = frozenset("award awards prize medal trophy cup foundation bridge highway stadium museum library".split())
_NAMESAKES = frozenset(
    "academy university institute college school hospital museum mausoleum library foundation center centre airport "
    "stadium theatre theater".split()
)
_THINGS = frozenset(
    """island islands river lake mountain mountains valley peninsula strait sea bay gulf ceremony room garden lawn
    festival games""".split()
)
# `his counterpart at the Palacio X`: no name of a person
_BEFORE_THINGS = frozenset("the at in to on from".split())
_NO_STYLE = frozenset(("his", "her", "their", "your", "the"))


class _Scanner(Bodies):
    """One pass over one paragraph: names with their titles first, what is left after them."""

    def scan(self) -> Scan:
        """Runs with their titles, titles that stand alone, and bodies."""
        runs, taken = [run for run in self.runs() if not self._lends_its_name(run)], set[int]()
        for run in runs:
            self._dress(run)
        for run, following in pairwise(runs):
            _part_titles(run, following)
        for run in runs:
            for part in (run.before, run.after):
                if part:
                    taken.update(range(part.start, part.end))
            taken.update(range(run.start, run.end))
        share_titles(self, runs)
        titles = give_offices(self.doc, runs, self._lone_titles(taken), self.known)
        taken.update(i for run in runs if run.after for i in range(run.after.start, run.after.end))
        for title in titles:
            taken.update(range(title.start, title.end))
        return Scan(self.known, runs, titles, self.bodies(taken))

    def _dress(self, run: Run) -> None:
        """Find titles, honorifics and states around a run, and whether it must be a person."""
        before = self.doc[run.start - 1] if run.start else None
        run.honorific = (
            before is not None
            and before.text not in STYLE_LETTERS
            and bare(before).rstrip(".") in offices.PERSONAL
            and before.lower_ not in _NO_STYLE
        )
        end = run.start
        while end > 0 and self.doc[end - 1].text in (",", "–", "—") and self._title_ends(end - 1):
            end -= 1
        named_so = before is None or before.lower_ not in _BEFORE_THINGS
        run.before = self._behind_style(self.title_before(end)) if named_so else None
        if run.before is None and run.honorific:
            run.before = self._before_address(run.start)
        run.after = self._title_behind(run)
        run.state = self._state_behind(run)
        entity = sum(t.ent_type_ == "PERSON" for t in self.doc[run.start : run.end])
        several = len(run.words) > 1
        run.person = bool(run.before or run.honorific or (several and entity * 2 > run.end - run.start))
        if run.after and not run.person:
            run.person = run.end - run.start <= 6 and (several or self._surname_alone(run, run.after))
        if self._is_place_or_thing(run) and not run.honorific:
            run.person = False

    def _lends_its_name(self, run: Run) -> bool:
        """`the Ho Chi Minh National Academy`: a school or the like that is named after somebody."""
        if run.start == 0 or self.doc[run.start - 1].lower_ != "the" or len(run.words) < 2:
            return False
        for token in self.doc[run.end : run.end + 4]:
            if not tokens.is_capital(token):
                return False
            if token.lower_ in _NAMESAKES:
                return True
        return False

    def _surname_alone(self, run: Run, title: Title) -> bool:
        """`Ruto, the Kenyan president, said …`: a surname, and behind it a state's highest office or a noble rank."""
        closed = title.end < len(self.doc) and self.doc[title.end].text in (",", ".", ")")
        highest = (bool(title.state) and title.head in _HIGHEST) or title.head in _NOBLE
        return closed and highest and self.doc[run.end].text == ","

    def _before_address(self, start: int) -> Title | None:
        """`the Governor-General of X, Ms Y`, `the Minister of State, Rt. Hon. Y`: the office before the address."""
        i = start - 1
        while i > 0 and bare(self.doc[i]).rstrip(".") in offices.PERSONAL:
            i -= 1
        return self.title_before(i) if i > 0 and self.doc[i].text == "," else None

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
        if run.words[-1].lower() in (_PRIZES if len(run.words) == 1 else _PRIZES | _THINGS):
            return True
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
        if title is None or title.start > j + 4 or self._opens_the_clause(run, title):
            return None
        # `X, President Y`: the title belongs to the next name
        follows = title.end < len(self.doc) and self.can_name(title.end) and title.end not in self.known_at
        # `Minister X, the Ambassador to Y, Z`: who has a title already leaves the next one to the next name
        listed = title.end + 1 < len(self.doc) and self.doc[title.end].text == "," and self.can_name(title.end + 1)
        return None if follows or (listed and run.before is not None) else title

    def _opens_the_clause(self, run: Run, title: Title) -> bool:
        """`Receiving X, the President said …`: the office is the subject of what follows, not one of X."""
        head, name = self.doc[title.start : title.end].root, self.doc[run.start : run.end].root
        over = next((t for t in (name, *name.ancestors) if t.dep_ == "advcl"), None)
        return head.dep_.startswith("nsubj") and over is not None and over.head == head.head and over.i < run.start

    def _state_behind(self, run: Run) -> str:
        """`X of Gabon`, `X (Uganda)`."""
        j = run.end
        if j + 1 >= len(self.doc):
            return ""
        if self.doc[j].lower_ in ("of", "(", "from"):
            k = j + (2 if self.doc[j + 1].lower_ == "the" else 1)
            known = self.known_at.get(k)
            if known and known.code != "IGO" and known.kind in ("state", "demonym", "historic"):
                if run.before is None and self._owns(known.end):
                    return ""
                run.tail = known.end + (1 if self.doc[j].text == "(" else 0)
                return known.code
            if self.doc[j].lower_ == "of":
                return self._state_of_body(k, run)
        return ""

    def _owns(self, i: int) -> bool:
        """`assured X of Gabon's support`: the state owns what follows; `President X of Gabon's visit` is X's."""
        return i < len(self.doc) and self.doc[i].text in POSSESSIVE

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
        found, i, n = list[Title](), 0, len(self.doc)
        while i < n:
            token = self.doc[i]
            if i in taken or token.lower_ not in offices.TITLE_HEADS:
                i += 1
                continue
            left = self.title_before(i + 1)
            right = self.title_after(i)
            start = left.start if left else i
            if found and start < found[-1].end < i and self.doc[found[-1].end].lower_ == "and":
                start = found[-1].end  # `the President and First Lady`
            end = self._one_office(i, right.end) if right else i + 1
            title = self.title(start, end)
            if title and not taken.intersection(range(title.start, title.end)):
                found.append(title)
                i = title.end
            else:
                i += 1
        return found


def _part_titles(run: Run, following: Run) -> None:
    """`A, Foreign Minister, B, Defence Minister`: the office between two names is the first one's, where the second
    has one of its own behind it."""
    shared = run.after is not None and following.before is not None and run.after.end == following.before.end
    if shared and run.before is None and following.after is not None:
        following.before = None


def scan(doc: Doc, surnames: frozenset[str] = frozenset()) -> Scan:
    """Find the names, offices, states and bodies of a parsed paragraph; `surnames` (in small letters) are borne by
    persons of the report and mean no town of that name."""
    return _Scanner(doc, surnames).scan()
