"""Envoys: credentials presented, envoys appointed, nominated, succeeded or recalled at the end of their term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dostyk.language import offices
from dostyk.language.document import Sentence
from dostyk.language.names import Run
from dostyk.model import PERSON, Detail, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.frames import Frame
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft, narrow
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CREDENTIALS = frozenset(["credentials", "credence", "accredited"])
_POST_WORDS = offices.ENVOYS | frozenset(["ambassadors", "commissioners", "envoys", "consuls"])
_BEFORE_NAME = frozenset([",", "–", "—", "-", ":"])
_LIST = Frame(id="envoy-list", kind="appointment")


@dataclass(frozen=True)
class _Envoy:
    name: str
    state: str
    first: int
    last: int  # half-open


def read_appointment(match: Match, context: Context) -> Iterator[Draft]:
    """Drafts of one appointment sentence, by what its frame tells of."""
    words = {t.lower_ for t in match.sentence.span}
    if match.frame.id in ("present-credentials", "receive-credentials", "accredit") and words & _CREDENTIALS:
        yield from _credentials(match, context)
    elif match.frame.id == "succeed":
        yield from _succession(match, context)
    elif match.frame.id == "term-ended":
        yield from _term_ended(match, context)
    elif match.frame.id == "nominee":
        yield from _nominee(match, context)
    else:
        yield from _appointed(match, context)


# -- credentials -------------------------------------------------------------------------------------------


def _credentials(match: Match, context: Context) -> Iterator[Draft]:
    host = _host(match, context)
    envoys = [e for e in _envoys(context, match.sentence) if e.state != host] if host else []
    for envoy in envoys:
        yield _draft_of(match, context, envoy, host)


def _host(match: Match, context: Context) -> str:
    """The state that receives: of whoever the credentials are handed to, else the report's own."""
    around = Around(context, match.sentence, match.trigger)
    receivers = (
        around.left() if match.trigger.lemma_ in ("receive", "accept") and not around.passive else around.after("to")
    )
    states = [m.party.state for m in mentions_of(receivers) if m.party.state not in ("", "IGO")]
    return states[0] if states else context.home or next(iter(context.reference.leading_states(1)), "")


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
        if person is not None and not state:
            state = person.state
        if state and (person is not None or _paired(doc, run)):
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
    if not _CREDENTIALS & context.words:
        return
    if _CREDENTIALS & {t.lower_ for t in sentence.span}:
        return
    host = context.home
    envoys = [e for e in _envoys(context, sentence) if e.state != host and _listed(context, doc, e)]
    if len(envoys) < 2 or not host:
        return
    match = Match(_LIST, doc[envoys[0].first], sentence, {}, [], [])
    for envoy in envoys:
        yield _draft_of(match, context, envoy, host)


def _listed(context: Context, doc: Doc, envoy: _Envoy) -> bool:
    """`Name (State)` or `State – Name`."""
    behind = envoy.last < len(doc) and doc[envoy.last].text == "(" and bool(_state_at(context, doc, envoy.last + 1))
    dash = envoy.first > 1 and doc[envoy.first - 1].text in ("–", "—", "-", ":")
    return behind or (dash and bool(_state_at(context, doc, envoy.first - 2)))


def _draft_of(match: Match, context: Context, envoy: _Envoy, host: str) -> Draft:
    doc = match.sentence.doc
    passage = context.document.passage(doc[envoy.first], doc[envoy.last - 1])
    mention = Mention(Party(envoy.state, envoy.name, PERSON), passage)
    start, end = sorted((match.trigger.i, envoy.first))
    first, last = narrow(doc[start], doc[max(end, envoy.last - 1)], doc[envoy.first])
    post = "ambassador, credentials"
    return draft(
        match, [mention], [context.mention(Party(host), match.trigger)], what=post, detail=Detail(post="ambassador"),
        span=(first, last),
    )  # fmt: skip


# -- appointments ------------------------------------------------------------------------------------------


def _post(context: Context, sentence: Sentence) -> tuple[str, str]:
    """(post as written, state or body it is sent to) of the first envoy's post in a sentence."""
    for token in sentence.span:
        if token.lower_ not in _POST_WORDS:
            continue
        end = token.i + 1
        for named in context.people.in_sentence(sentence):
            party = named.resolve()
            if named.start <= token.i < named.end:
                continue
            before = _introduced(sentence, named.start)
            if named.start > token.i and named.start - token.i < 12 and party and before in ("to", "in", "for", "of"):
                return sentence.doc[token.i : named.end].text, party.state if not party.name else party.key
        return sentence.doc[token.i : end].text, _title_target(context, token)
    return "", ""


def _introduced(sentence: Sentence, start: int) -> str:
    i = start - 1
    while i > sentence.span.start and sentence.doc[i].lower_ in ("the", "republic", "of", "kingdom"):
        i -= 1
    return str(sentence.doc[i].lower_)


def _title_target(context: Context, token: Token) -> str:
    for titles in (p.titles for p in context.people.persons):
        for title, doc in titles:
            if doc is token.doc and title.start <= token.i < title.end and title.target:
                return title.target
    return ""


def _report_post(context: Context) -> tuple[str, str]:
    """The first envoy's post that the report names with its state, for `appointed to the position`."""
    for sentence in context.document.sentences:
        if any(t.lower_ in _POST_WORDS for t in sentence.span):
            post, target = _post(context, sentence)
            if target and target != context.home:
                return post, target
    return "", ""


def _appointed(match: Match, context: Context) -> Iterator[Draft]:
    around = Around(context, match.sentence, match.trigger)
    people = [m for m in (*match.who, *around.patient()) if m.party.kind == PERSON]
    if not people:
        people = _nearest_person(match, context, around.passive)
    post, target = _post(context, match.sentence)
    if not target:
        post, target = _report_post(context)
    if not people or not target or not post or people[0].party.state == target:
        return
    status, flags = status_of(match.trigger)
    if match.trigger.lemma_ in ("nominate", "recommend", "nomination") or _recommended(match.trigger):
        status = "proposed"
    yield draft(
        match, people[:1], [context.mention(Party.parse(target), match.trigger)], what=post, detail=Detail(post=post),
        status=status, flags=flags,
    )  # fmt: skip


def _recommended(trigger: Token) -> bool:
    return any(t.lemma_ in ("recommend", "intend", "intention", "intent", "propose") for t in trigger.sent)


def _nearest_person(match: Match, context: Context, passive: bool) -> list[Mention]:
    named = [n for n in context.people.in_sentence(match.sentence) if n.person]
    i = match.trigger.i
    side = [n for n in named if n.start < i] if passive else [n for n in named if n.start > i]
    found = [m for n in side if (m := context.people.mention(n))]
    return found[-1:] if passive else found[:1]


def _nominee(match: Match, context: Context) -> Iterator[Draft]:
    """`X, Nominee for Ambassador to Y`."""
    left = [n for n in context.people.in_sentence(match.sentence) if n.person and n.core[1] <= match.trigger.i]
    post, target = _post(context, match.sentence)
    mention = context.people.mention(left[-1]) if left else None
    if mention and target:
        yield draft(
            match, [mention], [context.mention(Party.parse(target), match.trigger)], what=post,
            detail=Detail(post=post), status="proposed",
        )  # fmt: skip


def _term_ended(match: Match, context: Context) -> Iterator[Draft]:
    """`X, Norway's ambassador to Chile, ended her term`."""
    around = Around(context, match.sentence, match.trigger)
    people = [m for m in (*match.who, *mentions_of(around.left())) if m.party.kind == PERSON]
    post, target = _post(context, match.sentence)
    target = target or (context.home if people and people[0].party.state != context.home else "")
    if people and post and target:
        whom = [context.mention(Party.parse(target), match.trigger)]
        yield draft(match, people[:1], whom, what=f"end of term as {post}", detail=Detail(post=post))


def _succession(match: Match, context: Context) -> Iterator[Draft]:
    """The envoy who goes, and the one who comes."""
    if not is_verb(match.trigger):
        return
    around = Around(context, match.sentence, match.trigger)
    post, target = _post(context, match.sentence)
    left = [m for m in mentions_of(around.left()) if m.party.kind == PERSON]
    right = [m for m in mentions_of(around.after("by") if around.passive else around.object()) if m.party.kind == PERSON]
    going, coming = (left, right) if around.passive else (right, left)
    if not target:
        return
    whom = [context.mention(Party.parse(target), match.trigger)]
    if going:
        yield draft(match, going[:1], whom, what=f"end of term as {post}", detail=Detail(post=post))
    if coming:
        yield draft(match, coming[:1], whom, what=post, detail=Detail(post=post), status="happened")
