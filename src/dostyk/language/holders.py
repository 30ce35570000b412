"""Whom a title without a name means: the person of the report who holds that office, else the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language import offices, ranks
from dostyk.language.heads import heads, unique_office
from dostyk.language.persons import Person, title_words
from dostyk.language.spans import Title
from dostyk.language.words import STYLE_LETTERS
from dostyk.model import STATE, Party
from dostyk.reference import load_reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STYLES = frozenset("majesty highness holiness excellency".split())
_OWN = frozenset(["the", "our", "my"])
_ROYAL = frozenset("king queen emir amir sultan prince princess emperor pope crown".split())
_MAJESTIES = frozenset("king queen sultan emperor empress".split())
_LEADING = frozenset("president king queen emir amir sultan premier chancellor prime monarch emperor".split())
_CROWNED = frozenset("king queen emir amir sultan emperor".split())
_REIGNING = _CROWNED | {"president", "pope"}
_GOVERNING = frozenset("prime premier chancellor taoiseach pm".split())
_DIPLOMATS = frozenset("ambassador foreign external envoy consul secretary".split())
_ANYBODY = (
    _LEADING | _DIPLOMATS | frozenset("minister chairman speaker director chief head governor mayor general".split())
)
_RECEIVING = frozenset("receive meet welcome host greet".split())
_LEADER = frozenset(["leader"])
_OF_PARTY = frozenset(["general", "secretary"])
# what reports call a person again whom they named by an office: words of the description → words of the office
_DESCRIBED = {
    _LEADER: _LEADING,
    frozenset(["monarch"]): _CROWNED,
    frozenset(["head", "state"]): _REIGNING,
    frozenset(["head", "government"]): _GOVERNING,
    frozenset(["diplomat"]): _DIPLOMATS,
    frozenset(["official"]): _ANYBODY,
}


def holder(title: Title, doc: Doc, persons: list[Person], home: str) -> Person | None:
    """The person of the report who holds that office: the same words, a fitting state, the latest named before."""
    wanted = title_words(title, doc)
    here = (doc.user_data["paragraph"], title.start)
    if wanted == {"excellency"} and not title.state:
        return _spoken_of(persons, here)
    fits = [p for p in persons if _bears(p, wanted) and title.state in ("", p.state)]
    received = received_by(doc[title.start : title.end].root, persons)
    fits = [p for p in fits if received is None or p.state != received.state]
    if not fits and (described := _DESCRIBED.get(wanted)) is not None and _definite(title, doc):
        fits = [p for p in persons if _described(p, wanted, described, title) and title.state in ("", p.state)]
        fits = [p for p in fits if any(place[:2] < here for place in p.places)]
        if described is not _DIPLOMATS and described is not _ANYBODY:
            fits = [p for p in fits if p.state == home] or fits
        return max(fits, key=lambda p: _latest_before(p, here), default=None)
    if not fits:
        return None
    earlier = [p for p in fits if any(place[:2] < here for place in p.places)]
    if not title.state and received is None and _means_own(fits, wanted, here, home):
        return None
    pool = earlier or fits
    if not title.state and len(pool) > 1:
        pool = [p for p in pool if p.state == home] or pool
    return max(pool, key=lambda p: _latest_before(p, here))


def received_by(head: Token, persons: list[Person]) -> Person | None:
    """`Receiving X, the President …`: whom the one that a word stands for receives, no countryman of his then."""
    if not head.dep_.startswith("nsubj"):
        return None
    clauses = [c for c in head.head.children if c.dep_ == "advcl" and c.i < head.i and c.lemma_ in _RECEIVING]
    guests = {t.i for clause in clauses for c in clause.children if c.dep_ == "obj" for t in c.subtree}
    number = head.doc.user_data["paragraph"]
    return next((p for p in persons if any(place[0] == number and place[1] in guests for place in p.places)), None)


def _described(person: Person, wanted: frozenset[str], described: frozenset[str], title: Title) -> bool:
    """True for one who bears such an office; the leader of a state that is named may also lead its ruling party, or be
    known by name alone."""
    held = person.title_words()
    if wanted != _LEADER or held & described:
        return bool(held & described)
    by_name = bool(title.state) and not person.titles and person.state_basis == "reference"
    return by_name or (held >= _OF_PARTY and person.may_be(_OF_PARTY))


def _latest_before(person: Person, here: tuple[int, int]) -> tuple[int, int, bool]:
    return max((x for x in person.places if x[:2] < here), default=(-1, -1, False))


def _definite(title: Title, doc: Doc) -> bool:
    """`the Portuguese diplomat`, `the head of state`: one who was named before, and no office that several hold."""
    plural = any(doc[i].tag_ in ("NNS", "NNPS") and doc[i].lower_ != "affairs" for i in range(title.start, title.end))
    return not plural and doc[max(0, title.start - 1)].lower_ == "the"


def _spoken_of(persons: list[Person], here: tuple[int, int]) -> Person | None:
    """`His Excellency`: the subject before."""
    acting = [(place, n) for n, p in enumerate(persons) for place in p.places if place[2] and place[:2] < here]
    return persons[max(acting)[1]] if acting else None


def one_office(titles: list[Title], doc: Doc, persons: list[Person]) -> list[Title]:
    """`the Prime Minister and Minister of Foreign Affairs`: two titles side by side that one person of the report
    bears as one office are one."""
    joined: list[Title] = []
    for title in sorted(titles, key=lambda t: t.end):
        last = joined[-1] if joined else None
        if last is not None and title.start <= last.end + 1 < title.end and doc[last.end].lower_ == "and":
            words = title_words(last, doc) | title_words(title, doc)
            if any(words <= title_words(held, there) for p in persons for held, there in p.titles):
                joined[-1] = Title(last.start, title.end, last.head, last.state or title.state)
                continue
        joined.append(title)
    return joined


def _means_own(fits: list[Person], wanted: frozenset[str], here: tuple[int, int], home: str) -> bool:
    """`the Prime Minister` in a release of the state's own, where only a guest of that title has a name, and the
    guest was not named just before: the state's own is meant."""
    office = unique_office(wanted)
    if not office or not home or any(p.state == home for p in fits):
        return False
    table = heads()
    lacking = {"president": "no_president", "prime": "no_prime_minister", "premier": "no_prime_minister"}
    if any(home in table[lacking[word]] for word in office if word in lacking):
        return False
    return not any(here[0] - 1 <= place[0] <= here[0] and place[:2] < here for p in fits for place in p.places)


def _bears(person: Person, wanted: frozenset[str]) -> bool:
    if not wanted:
        return False
    held = person.title_words()
    if wanted & _STYLES and wanted <= _STYLES | {"royal"}:
        styled = _MAJESTIES if wanted == {"majesty"} else _ROYAL
        return bool(held & (styled | wanted))
    if "chief" in wanted and "party" in wanted:
        return {"general", "secretary"} <= held or {"party", "secretary"} <= held
    return wanted <= held and person.may_be(wanted)


def office_state(title: Title, doc: Doc, home: str) -> Party | None:
    """An office-holder nobody names stands for the state."""
    words = title_words(title, doc)
    if title.state and words & offices.TITLE_HEADS:
        return Party(title.state, "", STATE)
    start = _behind_styles(title, doc)
    definite = start > 0 and doc[start - 1].lower_ in _OWN
    if definite and home and words & ranks.RANKS and unique_office(words - ranks.RANKS):
        return Party(home, "", STATE)  # `the Deputy Foreign Minister`
    bound = {title.states for title in load_reference().find_title(doc[start : title.end].text)}
    if definite and len(bound) == 1 and len(states := bound.pop()) == 1:
        return Party(states[0], "", STATE)  # `the Pope`
    if definite and home and load_reference().is_unique_office(doc[start : title.end].text, home):
        return Party(home, "", STATE)
    return None


def _behind_styles(title: Title, doc: Doc) -> int:
    """The first word of the office in `His Majesty the King`, `HRH the Crown Prince`."""
    words = [(i, doc[i].lower_) for i in range(title.start, title.end)]
    last = max((i for i, word in words if word in _STYLES or doc[i].text in STYLE_LETTERS), default=title.start - 1)
    return next((i for i, word in words if i > last and word not in _OWN), title.start)
