"""Envoys: appointed, nominated, succeeded or recalled at the end of their term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language import offices
from dostyk.language.document import Sentence
from dostyk.model import PERSON, Detail, Mention, Party
from dostyk.reading.arguments import is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.credentials import CREDENTIALS, read_credentials
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVING = re.compile(
    r"\bafter (?:(?:almost|nearly|more than|over) )?(?:\w+|a) years?\b"
    r"|\b(?:end|completion|conclusion) of (?:his|her|their|the) "
    r"|\b(?:term|tenure|mission|tour of duty|posting)\b"
)
_LINKING = frozenset("as to be the a new next for of its his her u.s. and ,".split())


def read_appointment(match: Match, context: Context) -> Iterator[Draft]:
    """Drafts of one appointment sentence, by what its frame tells of."""
    words = {t.lower_ for t in match.sentence.span}
    if match.frame.id in ("present-credentials", "receive-credentials", "accredit") and words & CREDENTIALS:
        yield from read_credentials(match, context)
    elif match.frame.id == "accredit":
        return  # `the ambassador, who is accredited from X`: a state of things
    elif match.frame.id == "succeed":
        if words & offices.POSTS or _of_envoys(match, context):
            yield from _succession(match, context)
    elif match.frame.id in ("term-ended", "end-of-term", "leaving"):
        if match.frame.id != "leaving" or _LEAVING.search(match.sentence.text):
            yield from _term_ended(match, context)
    elif match.frame.id == "nominee":
        yield from _nominee(match, context)
    else:
        yield from _appointed(match, context)


def _of_envoys(match: Match, context: Context) -> bool:
    """`She replaces X`: true where the report calls one of the persons an envoy, or is about one."""
    inside = {n.person for n in context.people.in_sentence(match.sentence) if n.person}
    if any(p.title_words() & offices.POSTS for p in inside):
        return True
    return len(inside) < 2 and bool(context.words & {"ambassador", "commissioner"})


def _post(context: Context, sentence: Sentence, behind: int = -1) -> tuple[str, str]:
    """(post as written, state or body it is sent to) of the first envoy's post in a sentence.

    Of several posts the first one behind the token `behind` goes before.
    """
    posts = [t for t in sentence.span if t.lower_ in offices.POSTS]
    for token in sorted(posts, key=lambda t: bool(t.i < behind)):
        end, first = token.i + 1, token.i
        while first > sentence.span.start and sentence.doc[first - 1].lower_ in offices.OFFICE_WORDS:
            first -= 1  # `high commissioner`
        for named in context.people.in_sentence(sentence):
            party = named.resolve()
            if named.start <= token.i < named.end:
                continue
            before = _introduced(sentence, named.start)
            if named.start > token.i and named.start - token.i < 12 and party and before in ("to", "in", "for", "of"):
                return sentence.doc[first : named.end].text, party.state if not party.name else party.key
        return sentence.doc[first:end].text, _title_target(context, token)
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
        if any(t.lower_ in offices.POSTS for t in sentence.span):
            post, target = _post(context, sentence)
            if target and target != context.home:
                return post, target
    return "", ""


def _appointed(match: Match, context: Context) -> Iterator[Draft]:
    around = Around(context, match.sentence, match.trigger)
    people = [m for m in (*match.who, *around.patient()) if m.party.kind == PERSON]
    if not people:
        people = _nearest_person(match, context, around.passive)
    if _career(match.trigger):
        return
    post, target = _post(context, match.sentence, match.trigger.i)
    if not target:
        written = post
        post, target = _report_post(context)
        if written and written.lower().split()[-1] not in post.lower():
            return  # another post than the one that the report is about
    if not people or not target or not post or people[0].party.state == target:
        return
    status, flags = status_of(match.trigger)
    if match.trigger.lemma_ in ("nominate", "recommend", "nomination") or _recommended(match.trigger):
        status = "proposed"
    for person, named, state in [(people[0], post, target), *_further(match, context, people[0])]:
        whom = [context.mention(Party.parse(state), match.trigger), *posted_also(around, state)]
        yield draft(match, [person], whom, what=named, detail=Detail(post=named), status=status, flags=flags)


def posted_also(around: Around, state: str) -> list[Mention]:
    """`Ambassador to A, B and C`: the states enumerated behind the first one."""
    at = next((n for n, c in enumerate(around.chunks) if c.prep == "to" and c.mentions[0].key == state), None)
    found: list[Mention] = []
    for chunk in around.chunks[at + 1 :] if at is not None else ():
        if not chunk.joined or chunk.prep != "to" or any(m.party.name for m in chunk.mentions):
            break
        found += chunk.mentions
    return found


def _further(match: Match, context: Context, first: Mention) -> Iterator[tuple[Mention, str, str]]:
    """`X as ambassador to A, and Y as ambassador to B`: the persons behind the first one, each with a post."""
    doc, inside = match.sentence.doc, context.people.in_sentence(match.sentence)
    for named in inside:
        mention = context.people.mention(named) if named.person and named.start > match.trigger.i else None
        if mention is None or mention.key == first.key:
            continue
        at = named.end
        while at < match.sentence.span.end and doc[at].lower_ in _LINKING and doc[at].lower_ not in (",", "and"):
            at += 1
        words = doc[at : at + 2].text.lower().split()
        if at == named.end or not set(words) & offices.POSTS:
            continue
        post, target = _post(context, match.sentence, at - 1)
        if target and target != mention.party.state:
            yield mention, post, target


def _career(trigger: Token) -> bool:
    """`before his appointment as …`: a step of a career, no news."""
    before = [t.lower_ for t in trigger.doc[max(trigger.sent.start, trigger.i - 4) : trigger.i]]
    return not is_verb(trigger) and bool({"before", "until", "since", "prior"} & set(before)) and before[-1:] != ["the"]


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
    named = mentions_of(c for c in around.chunks if c.end <= match.trigger.i) if not is_verb(match.trigger) else []
    people = [m for m in (*match.who, *mentions_of(around.left()), *named) if m.party.kind == PERSON]
    people = [m for m in people if _is_envoy(context, m)] or people if match.frame.id != "term-ended" else people
    post, target = _post(context, match.sentence)
    target = target or (context.home if people and people[0].party.state != context.home else "")
    if people and post and target:
        whom = [context.mention(Party.parse(target), match.trigger)]
        yield draft(match, people[:1], whom, what=f"end of term as {post}", detail=Detail(post=post))


def _is_envoy(context: Context, mention: Mention) -> bool:
    person = next((p for p in context.people.persons if p.party == mention.party), None)
    return person is not None and bool(person.title_words() & offices.POSTS)


def _succession(match: Match, context: Context) -> Iterator[Draft]:
    """The envoy who goes, and the one who comes."""
    if not is_verb(match.trigger):
        return
    around = Around(context, match.sentence, match.trigger)
    post, target = _post(context, match.sentence)
    left = [m for m in mentions_of(around.left()) if m.party.kind == PERSON]
    behind = around.after("by") if around.passive else around.object()
    right = [m for m in mentions_of(behind) if m.party.kind == PERSON]
    if match.trigger.tag_ in ("VB", "VBG"):  # `the appointment of X to succeed Y`
        before = [c for c in around.chunks if c.end <= match.trigger.i and c.mentions[0].party.kind == PERSON]
        left = mentions_of(before[-1:])
    going, coming = (left, right) if around.passive else (right, left)
    if not target:
        post, target = _report_post(context)
    if not target:
        return
    whom = [context.mention(Party.parse(target), match.trigger)]
    if going:
        yield draft(match, going[:1], whom, what=f"end of term as {post}", detail=Detail(post=post))
    if coming:
        yield draft(match, coming[:1], whom, what=post, detail=Detail(post=post), status="happened")
