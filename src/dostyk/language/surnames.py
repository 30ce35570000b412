"""Leaders named by their surnames alone where two of them meet: `Lunde and Vera met in Lima`, `Lunde to call Vera`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language.persons import Person, words_of
from dostyk.reference.leaders import states_of_person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from spacy.tokens import Doc

    from dostyk.language.spans import Run

_CONTACT = frozenset("meet receive host welcome greet visit telephone phone call speak talk talks hold sit".split())
_SHORTEST = 4  # letters of a surname that is no word of another kind


def met_by_surname(runs: list[tuple[Run, Doc]], known: list[Person], day: date | None) -> Iterator[Person]:
    """Persons for surnames of leaders of the day, where a sentence tells of a contact and names two such people or one
    of them and somebody who is known from the report."""
    by_sentence: dict[tuple[int, int], list[tuple[Run, str]]] = {}
    acquainted: dict[tuple[int, int], int] = {}
    for run, doc in runs:
        place = (int(doc.user_data["paragraph"]), int(doc[run.start].sent.start))
        words = words_of(run.words)
        if any(words <= person.words for person in known):
            acquainted[place] = acquainted.get(place, 0) + 1
        elif code := _leader_of(run, doc, words, day):
            by_sentence.setdefault(place, []).append((run, code))
    docs = {int(doc.user_data["paragraph"]): doc for _, doc in runs}
    for place, found in by_sentence.items():
        if len({code for _, code in found}) + acquainted.get(place, 0) > 1 and _tells(docs[place[0]], place[1]):
            yield from (Person(words_of(run.words), " ".join(run.words), code, "reference") for run, code in found)


def _leader_of(run: Run, doc: Doc, words: frozenset[str], day: date | None) -> str:
    """The state of the leader who bears a name of one word, empty where there is none or more than one."""
    if len(words) != 1 or run.before is not None or run.person or day is None:
        return ""
    token = doc[run.start]
    if len(token.text) < _SHORTEST or not token.text[:1].isupper() or token.ent_type_ in ("ORG", "PLACE"):
        return ""
    codes = states_of_person(words, frozenset(), day)
    return codes[0] if len(codes) == 1 and codes[0] != "IGO" else ""


def _tells(doc: Doc, start: int) -> bool:
    return any(t.lemma_.lower() in _CONTACT or t.lower_.removesuffix("s") in _CONTACT for t in doc[start].sent)
