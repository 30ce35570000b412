"""Credentials: the envoys who present them, one by one or in lists, and the state that receives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.language.names import Run
from dostyk.model import PERSON, Detail, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, narrow
from dostyk.reading.readers.places import states_only
from dostyk.reading.surface import Around, Chunk, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

CREDENTIALS = frozenset(["credentials", "credence"])
_ENVOYS = frozenset("ambassadors envoys commissioners nuncios heads diplomats".split())
_NEAR = 9  # words between a state and the envoys that it modifies
_BEFORE_NAME = frozenset([",", "–", "—", "-", ":"])
_LIST = Frame(id="envoy-list", kind="appointment")


@dataclass(frozen=True)
class _Envoy:
    name: str  # empty where only the state is told
    state: str
    first: int
    last: int  # half-open


def read_credentials(match: Match, context: Context) -> Iterator[Draft]:
    """One draft for each envoy of a sentence; the one who receives is none of them."""
    host = _host(match, context)
    host = _accredited_to(context, match.sentence) or host
    receivers = {m.party.name for m in (*match.whom, *mentions_of(_receivers(match, context)))}
    envoys = [e for e in _envoys(context, match.sentence) if e.name not in receivers]
    for envoy in envoys or _unnamed(match, context) if host else ():
        if envoy.state != host:
            yield _draft_of(match, context, envoy, host)


def _unnamed(match: Match, context: Context) -> list[_Envoy]:
    """`the ambassadors of A, B and C`, `the A and B ambassadors`: envoys who are told by their states only."""
    told = next((t.i for t in match.sentence.span if t.lower_ in _ENVOYS), -1)
    found: list[_Envoy] = []
    for chunk in Around(context, match.sentence, match.trigger).chunks if told >= 0 else ():
        if chunk.noun not in ("", "ambassador") or (chunk.start > told and chunk.prep not in ("of", "from")):
            continue
        for mention in states_only(chunk.mentions) if chunk.start > told or told - chunk.end < _NEAR else ():
            found.append(_Envoy("", mention.party.state, chunk.start, chunk.end))
    return found


def _host(match: Match, context: Context) -> str:
    """The state that receives: of whoever the credentials are handed to, else the report's own."""
    known = [m for m in mentions_of(_receivers(match, context)) if not _unsaid(context, m)]
    states = [m.party.state for m in known if m.party.state not in ("", "IGO")]
    return states[0] if states else context.home or next(iter(context.reference.leading_states(1)), "")


def _accredited_to(context: Context, sentence: Sentence) -> str:
    """The state that an envoy's own title names: `the Ambassador of A to B`; empty where none does."""
    for run in context.people.scans[sentence.paragraph].runs:
        title = run.before or run.after
        if sentence.span.start <= run.start < sentence.span.end and title is not None and title.target:
            return str(title.target)
    return ""


def _receivers(match: Match, context: Context) -> list[Chunk]:
    around = Around(context, match.sentence, match.trigger)
    taking = match.trigger.lemma_ in ("receive", "accept") and not around.passive
    return around.left() if taking else around.after("to")


def _unsaid(context: Context, mention: Mention) -> bool:
    """True for a person whose state nobody says, in a report of a known state: the host is that state."""
    person = next((p for p in context.people.persons if p.party == mention.party), None)
    return bool(context.home) and person is not None and person.state_basis not in ("named", "title")


def _envoys(context: Context, sentence: Sentence) -> list[_Envoy]:
    """Persons of a sentence, or runs of capitals paired with a state, with the state each is sent by."""
    found = []
    doc = sentence.doc
    for run in context.people.scans[sentence.paragraph].runs:
        if not sentence.span.start <= run.start < sentence.span.end:
            continue
        state = _sending_state(context, doc, run)
        named = context.people.at(doc[run.start])
        person = named.person if named else None
        if person is not None and (not state or (person.state and (run.before or run.after))):
            state = person.state
        alone = person is not None and person.is_envoy  # `Ambassador X`, of a state that the report leaves unsaid
        if alone or (state and (person is not None or _paired(doc, run))):
            name = person.name if person is not None else doc[run.start : run.end].text
            found.append(_Envoy(name, state, run.start, run.end))
    return found


def _paired(doc: Doc, run: Run) -> bool:
    """True for a run of capitals that its state stands beside: `Name (State)`, `State, Name`."""
    behind = run.end < len(doc) and doc[run.end].text == "("
    return behind or (run.start > 1 and doc[run.start - 1].text in _BEFORE_NAME and run.end - run.start > 1)


def _sending_state(context: Context, doc: Doc, run: Run) -> str:
    """`Name (State)`, `Name of State`, `State, Name`, `ambassador of State, Name`; empty where nothing pairs them."""
    title = run.before or run.after
    if title is not None and title.state:
        return title.state
    after = doc[run.end].lower_ if run.end < len(doc) else ""
    if after in ("(", "of", "from") and run.end + 1 < len(doc):
        k = run.end + (2 if doc[run.end + 1].lower_ == "the" else 1)
        return _state_at(context, doc, k)
    if run.start > 1 and doc[run.start - 1].text in _BEFORE_NAME:
        named = context.people.at(doc[run.start - 2])
        if named is not None and named.kind == "title" and named.end == run.start - 1:
            party = named.resolve()
            return party.state if party else ""
        return _state_at(context, doc, run.start - 2)
    return ""


def _state_at(context: Context, doc: Doc, i: int) -> str:
    scanned = context.people.scans[int(doc.user_data["paragraph"])]
    known = next((k for k in scanned.known if k.start <= i < k.end and k.kind != "body" and k.code != "IGO"), None)
    return known.code if known else ""


def read_envoy_list(context: Context, sentence: Sentence) -> Iterator[Draft]:
    """Envoys listed as `Name (State)` in a report that tells of credentials, in a sentence of its own."""
    doc = sentence.doc
    if not CREDENTIALS & context.words:
        return
    if CREDENTIALS & {t.lower_ for t in sentence.span}:
        return
    host = context.home
    envoys = [e for e in _envoys(context, sentence) if e.state != host and _listed(context, doc, e)]
    if len(envoys) < 2 or not host:
        return
    match = Match(_LIST, doc[envoys[0].first], sentence, {}, [], [])
    for envoy in envoys:
        yield _draft_of(match, context, envoy, host)


def _listed(context: Context, doc: Doc, envoy: _Envoy) -> bool:
    """`Name (State)`, `State – Name`, in a sentence without a verb `Name of State`."""
    here = context.document.sentence_of(doc[envoy.first])
    before = next(iter(context.document.around(here, before=1)[:-1]), None)
    told = before is not None and CREDENTIALS & {t.lower_ for t in before.span}
    if told and not any(t.tag_ in ("VBD", "VBZ", "VBP") and t.lemma_ != "be" for t in here.span):
        return True
    behind = envoy.last < len(doc) and doc[envoy.last].text == "(" and bool(_state_at(context, doc, envoy.last + 1))
    dash = envoy.first > 1 and doc[envoy.first - 1].text in ("–", "—", "-", ":")
    return behind or (dash and bool(_state_at(context, doc, envoy.first - 2)))


def _draft_of(match: Match, context: Context, envoy: _Envoy, host: str) -> Draft:
    doc = match.sentence.doc
    passage = context.document.passage(doc[envoy.first], doc[envoy.last - 1])
    party = Party(envoy.state, envoy.name, PERSON) if envoy.name else Party(envoy.state)
    mention = Mention(party, passage)
    start, end = sorted((match.trigger.i, envoy.first))
    first, last = narrow(doc[start], doc[max(end, envoy.last - 1)], doc[envoy.first])
    post = "ambassador, credentials"
    return draft(
        match, [mention], [context.mention(Party(host), match.trigger)], what=post, detail=Detail(post="ambassador"),
        span=(first, last),
    )  # fmt: skip
