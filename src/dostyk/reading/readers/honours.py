"""Honours: orders, medals and degrees, who gives them to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.language.document import Sentence
from dostyk.language.gazetteer import known_in
from dostyk.model import BODY, PERSON, Detail, Interval, Mention, Party
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft
from dostyk.reading.surface import Around, mentions_of

_AWARD = re.compile(
    r"(?:[\"“'‘][\w\s-]{2,30}[\"”'’]\s+)?(?:[A-Z][\w’'-]+\s+){0,4}"
    r"(?:Order|Medal|Grand\s+C\w+|Collar|Star|Cross|Knight\w*|Nishan|Prize|Award|Decoration|Legion|Badge|Sash|Ribbon|Chain|Insignia)"
    r"(?:\s+(?:(?:of|for|the|de|la|du|and|in)\b|St\.|"
    r"(?:[IVX]+|first|second|third|1st|2nd|3rd)[\s-](?:class|degree)|[A-Z1-9IVX][\w’'-]*))*"
    r"(?:,\s+(?:the\s+)?(?:[IVX]+|(?i:first|second|third|fourth|highest)|\d(?:st|nd|rd|th))[\s-](?i:class|degree|grade|rank)\b)?"
)
_QUOTED = re.compile(r"\b(?:order|medal|badge) [“\"][A-ZÀ-Þ][^”\"]{2,40}[”\"]")  # `the order “Dustlik”`
_DEGREE = re.compile(
    r"\bhonorary\s+(?:\w+\s+){0,3}?(?:doctorate|degree|professor\w*|citizen\w*|membership|doctor\w*)(?:\s+(?:of|in)\s+\w+)?"
    r"|\bDoctor(?:ate)?\s+(?:Honoris\s+Causa|of\s+[A-Z]\w+)|\bkey\s+(?:to|of)\s+the\s+city|\bfreedom\s+of\s+the\s+city",
    re.I,
)
_HIGHEST = re.compile(r"\bhighest (?:\w+ ){0,2}(?:honou?r|award|decoration|distinction)\b")
_UNIVERSITY = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+){1,4}(?:University|Academy|Institute|College)\b"
    r"|\bUniversity of (?:the )?[A-Z]\w+(?:\s[A-Z]\w+)?"
)
_ORDINARY = re.compile(r"\b(?:Executive|Court|Purchase|World|New|Red|Provisional)\s+(?:Order|Cross)\b")
_PRIVATE = re.compile(r"\b(?:Award|Prize)\b")  # what a state need not have given
_AHEAD = frozenset(["will", "shall"])
_MADE = re.compile(
    r"\b(?:award|honour|honor|decoration|medal|order|ceremony|presentation|investiture)\b"
    r"[^.]{0,40}\b(?:was|were|took place)\b"
)
_HEADS = frozenset(["president", "king", "queen", "emir", "amir", "sultan", "emperor", "governor-general", "pope"])


def read_honour(match: Match, context: Context) -> Iterator[Draft]:
    """An award with giver and receiver; the giver may be left to the report."""
    award = award_name(match.sentence.text) or _award_before(match, context)
    if not award:
        return
    givers, receivers = _award_sides(match, context)
    if school := _university(match, context, award, receivers):
        givers = school
    receivers = [m for m in receivers if m.party.kind == PERSON]
    givers = [m for m in givers if m.key not in {r.key for r in receivers}]
    if receivers and not givers and not _PRIVATE.search(award):
        givers = _award_state(match, context, receivers[0])
    if givers and receivers:
        found = draft(match, givers[:2], receivers[:2], what=award, detail=Detail(award=award))
        if match.trigger.tag_ == "VBG" and any(
            _AHEAD & {c.lower_ for c in t.children} for t in match.trigger.ancestors
        ):
            found.status = "scheduled"  # `will be an occasion for conferring`
        found.date = _told_after(match, context)
        found.date_basis = "published" if found.date else ""
        yield found


def _told_after(match: Match, context: Context) -> Interval | None:
    """`The award was made on Wednesday`: the day that the next sentence gives, where the first has none."""
    after = next(iter(context.document.around(match.sentence, behind=1)[1:]), None)
    own = any(w.interval.precision == "day" for w in context.times(match.sentence))
    if after is None or own or not _MADE.search(after.text):
        return None
    return next((w.interval for w in context.times(after) if w.interval.precision == "day"), None)


def _university(match: Match, context: Context, award: str, receivers: list[Mention]) -> list[Mention]:
    """The university that confers a degree, named in the sentence or the one before; of the other state by default."""
    if not _DEGREE.search(award):
        return []
    for sentence in _here_and_before(match, context):
        found = _UNIVERSITY.search(sentence.text)
        if found is None:
            continue
        at = sentence.doc.char_span(
            sentence.span.start_char + found.start(), sentence.span.start_char + found.end(), alignment_mode="expand"
        )
        if at is None:
            continue
        own = {r.party.state for r in receivers}
        near = [m.party.state for c in Around(context, sentence, at[0]).chunks for m in c.mentions if not m.party.name]
        codes = [c for c in (*near, *context.reference.leading_states(3)) if c not in own and c != "IGO"]
        if codes:
            return [Mention(Party(codes[0], found.group(), BODY), context.document.passage(at[0], at[-1]))]
    return []


def _here_and_before(match: Match, context: Context) -> list[Sentence]:
    before = [s for s in context.document.sentences if s.index == match.sentence.index - 1 and s.field == "text"]
    return [match.sentence, *before]


def _award_before(match: Match, context: Context) -> str:
    """The award of the sentence before, for `conferred it on her`."""
    objects = {t.lower_ for t in match.slots.get("obj", ())}
    if not objects & {"it", "award", "honour", "honor", "distinction", "degree", "them"}:
        return ""
    before = _here_and_before(match, context)[1:]
    return award_name(before[0].text) if before else ""


def _award_sides(match: Match, context: Context) -> tuple[list[Mention], list[Mention]]:
    around = Around(context, match.sentence, match.trigger)
    onto = mentions_of(around.after("on", "upon", "to"))
    if match.trigger.lemma_ in ("receive", "accept", "hold"):
        source = mentions_of(around.after("from", "by"))
        subject = [m for t in match.slots.get("subj", ()) for m in context.resolve(t)]
        persons = [m for m in (*subject, *mentions_of(around.left())) if m.party.kind == PERSON]
        return source, unique(persons or subject)
    if around.passive:
        subject = [m for c in match.trigger.children if c.dep_.startswith("nsubj") for m in context.resolve(c)]
        subject = subject or [m for t in match.slots.get("obj", ()) for m in context.resolve(t)]
        persons = unique([m for m in subject if m.party.kind == PERSON])
        givers = around.agent() or mentions_of(around.after("by", "from"))
        return givers, persons or onto or mentions_of(around.left())
    receivers = onto if match.trigger.lemma_ in ("confer", "bestow", "pin") else mentions_of(around.object()) or onto
    givers = [m for t in match.slots.get("subj", ()) for m in context.resolve(t)] or mentions_of(around.left())
    return givers, receivers or [m for m in match.whom if m.party.kind == PERSON]


def _award_state(match: Match, context: Context, receiver: Mention) -> list[Mention]:
    """Whose award it is where nobody is named as giver: the state in the award's own words, else the other side.

    Orders are conferred by heads of state, so that one named in the report stands for the state.
    """
    named = [k.code for k in known_in(match.sentence.text) if k.kind in ("state", "demonym", "people")]
    states = [code for code in named if code != receiver.party.state]
    home = [context.home] if context.home and context.home != receiver.party.state else []
    states = states or home or [c for c in context.reference.leading_states(3) if c != receiver.party.state]
    if not states:
        return []
    head = next((p for p in context.people.persons if p.state == states[0] and _is_head(p.title_words())), None)
    return [context.mention(head.party if head else Party(states[0]), match.trigger)]


def _is_head(words: frozenset[str]) -> bool:
    return bool(words & _HEADS) and not words & {"vice", "former", "deputy", "assembly", "senate"}


def award_name(text: str) -> str:
    """The name of an order, medal or honorary degree in a sentence, empty where there is none."""
    for pattern in (_AWARD, _QUOTED, _DEGREE, _HIGHEST):
        for found in pattern.finditer(text):
            if not _ORDINARY.search(found.group()):
                return " ".join(found.group().split()).strip()
    return ""
