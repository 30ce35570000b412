"""Envoys by the offices that a clause gives them: `A has named X its ambassador to B`, `X becomes Ambassador to B`."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.language import offices
from dostyk.language.document import Sentence
from dostyk.language.persons import Named
from dostyk.language.spans import Title
from dostyk.model import PERSON, Detail, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.envoys import posted_also
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around

_POSTING = Frame(id="posting", kind="appointment")


def read_posting(context: Context, sentence: Sentence, earlier: list[Draft]) -> Iterator[Draft]:
    """One draft for each envoy of a sentence whose post a verb gives, and whom no frame has told of."""
    told = {m.key for d in earlier if d.kind == "appointment" and d.sentence == sentence for m in d.who}
    for named in context.people.in_sentence(sentence):
        mention = context.people.mention(named) if named.kind == PERSON and named.person else None
        title = _posting(named, sentence)
        if mention is None or title is None or mention.key in told:
            continue
        target = title.target or (context.home if context.home != mention.party.state else "")
        if not target or target == mention.party.state:
            continue
        trigger = sentence.doc[title.given]
        match = Match(_POSTING, trigger, sentence, {}, [], [])
        post = sentence.doc[title.start : title.end].text
        status, flags = status_of(trigger)
        whom = [context.mention(Party(target), trigger), *posted_also(Around(context, sentence, trigger), target)]
        yield draft(
            match, [mention], whom, what=post, detail=Detail(post=post),
            status="proposed" if title.awaited and trigger.lemma_ == "nominate" else status, flags=flags,
        )  # fmt: skip


def _posting(named: Named, sentence: Sentence) -> Title | None:
    """The envoy's office that a verb of the sentence gives to a person."""
    for title, doc in named.person.titles if named.person else ():
        if doc is not sentence.doc or not sentence.span.start <= title.given < sentence.span.end:
            continue
        words = {t.lower_ for t in doc[title.start : title.end]}
        if words & offices.ENVOYS:
            return title
    return None
