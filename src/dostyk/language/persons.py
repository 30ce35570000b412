"""Persons of a report and the places where parties are named: plain data, and what two names have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from anyascii import anyascii

from dostyk.language import offices, ranks
from dostyk.language.spans import Run, Title
from dostyk.model import PERSON, Party

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FEMALE = frozenset(
    """mrs mrs. ms ms. miss dame lady madam madame queen princess chairwoman spokeswoman duchess""".split()
)
_MALE = frozenset("""mr mr. sir lord king prince emir amir sultan sheikh pope chairman spokesman duke""".split())
_ENVOYS = frozenset(
    "ambassador consul chargé charge d'affaires d’affaires commissioner envoy attaché attache nuncio".split()
)
_HEADS = (
    *(frozenset((word,)) for word in "president king queen emir amir sultan emperor premier chancellor leader".split()),
    frozenset(("prime", "minister")),
    frozenset(("general", "secretary")),  # of a ruling party
)
_SON_OF = frozenset(("bin", "ibn", "bint", "ben"))
_ABBREVIATED = {
    "pm": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "dpm": ("deputy", "prime", "minister"),
    "eam": ("external", "affairs", "minister"),
}
_STOP = frozenset("""the of for to and a an in at on his her 's ’s , -""".split())
_NO_CONTENT = _STOP | _ABBREVIATED.keys()


def words_of(text: str | Iterable[str]) -> frozenset[str]:
    """The words of a name in lower-case Latin letters, without initials' dots and suffixes."""
    parts = text.split() if isinstance(text, str) else text
    plain = (anyascii(p).lower().strip(".'`,") for p in parts)
    split = (w for p in plain for w in p.replace("-", " ").replace(".", " ").replace("'", "").split())
    return frozenset(w for w in split if w and w not in ("jr", "sr"))


def sequence(text: str) -> list[str]:
    """The words of a name in order, in lower-case Latin letters."""
    return re.findall(r"[a-z0-9]+", anyascii(text).lower().replace("'", "").replace("`", ""))


@dataclass(eq=False)
class Person:
    """A person of one report. `state_basis` is `named` where the report says whom they act for."""

    words: frozenset[str]
    name: str
    state: str = ""
    state_basis: str = ""
    titles: list[tuple[Title, Doc]] = field(default_factory=list)
    places: list[tuple[int, int, bool]] = field(default_factory=list)  # paragraph, token, subject
    gender: str = ""

    @property
    def party(self) -> Party:
        """The person as a party."""
        return Party(self.state, self.name, PERSON)

    def title_words(self) -> frozenset[str]:
        """Every content word of every title the report gives the person."""
        return frozenset(w for title, doc in self.titles for w in title_words(title, doc))

    @property
    def is_envoy(self) -> bool:
        """True for an ambassador or the like, who stands by while the leaders of two states meet."""
        return bool(self.titles) and all(title.head in _ENVOYS for title, _ in self.titles)

    def bears(self, office: str) -> bool:
        """True for one who bears an office of one word himself, not as a deputy; a `leader` heads his state."""
        wanted = _HEADS if office == "leader" else (frozenset((office,)),)
        borne = [title_words(title, doc) for title, doc in self.titles]
        return any(words >= one and self.may_be(one) for words in borne for one in wanted)

    def may_be(self, office: frozenset[str]) -> bool:
        """False for a deputy or former holder of the office that these words name."""
        return ranks.bears(office, ([t.lower_ for t in doc[title.start : title.end]] for title, doc in self.titles))


@dataclass(frozen=True, eq=False)
class Named:
    """A party named at tokens `start`..`end` of a paragraph, its title included; `core` is the name alone."""

    doc: Doc
    start: int
    end: int
    core: tuple[int, int]
    person: Person | None = None
    party: Party | None = None
    kind: str = PERSON

    def resolve(self) -> Party | None:
        """The party meant, None where the report leaves it open."""
        return self.person.party if self.person else self.party


def title_words(title: Title, doc: Doc) -> frozenset[str]:
    """Content words of a title, lower case, names of states left out; abbreviations in full."""
    short = (w for t in doc[title.start : title.end] for w in _ABBREVIATED.get(t.lower_, ()))
    words = (offices.singular(t.lower_) for t in doc[title.start : title.end] if t.lower_ not in _NO_CONTENT)
    return frozenset(short) | frozenset(w for w in words if w in offices.NAMING)


def gender_of(run: Run, doc: Doc) -> str:
    """`f` or `m` where a form of address or title before a name tells, else empty."""
    start = run.before.start if run.before else run.start
    before = {doc[i].lower_ for i in range(max(0, start - 1), run.start)}
    return "f" if before & _FEMALE else "m" if before & _MALE else ""


def same_name(written: tuple[str, ...], words: frozenset[str], person: Person) -> bool:
    """True where one name is within the other, and the shorter is no father's name inside a patronymic."""
    if person.words < words and len(person.words) > 1:
        return not words & _SON_OF or sequence(written[0])[0] == sequence(person.name)[0]
    if not words <= person.words:
        return False
    if len(words) == 1:
        return True
    order, wanted = sequence(person.name), sequence(" ".join(written))
    rest = iter(order)
    if not all(word in rest for word in wanted):
        return False
    first = order.index(wanted[0])
    return first == 0 or order[first - 1] not in _SON_OF
