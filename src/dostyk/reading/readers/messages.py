"""Messages: letters, telegrams and cables, each from one sender to one addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.model import Mention
from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import draft
from dostyk.reading.readers.message_words import LETTERS, told
from dostyk.reading.readers.speech import CARRYING
from dostyk.reading.surface import Around, mentions_of

_EACH_OTHER = re.compile(r"\b(each other|one another|exchang\w+|mutual\w*|reciproc\w+)\b", re.I)
_REPLY = re.compile(r"\b(?:in (?:reply|answer|response) to|repl(?:y|ied|ying) to|reply message)\b", re.I)
_WISHES = frozenset(["greeting", "congratulation", "condolence", "regard", "wish", "felicitation", "sympathy"])
_PAPERS = frozenset(["credence", "credential", "credentials", "recall"])  # what letters of envoys are letters of
_SENDING = frozenset(
    ["telegraph", "send", "dispatch", "exchange", "receive", "cable", "telegraph", "address", "write", "forward"]
)
_WRITTEN = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:\w+ ){0,2}(?:message|letter|telegram|cable)"
    r" (?:was|has been|says|said|read|reads|of)\b"
    r"|\b[Ii]n (?:a|the|his|her|their) (?:\w+ ){0,3}(?:message|letter|telegram|cable)\b"
    r"|\b(?:message|telegram|letter)[^.]{0,40} (?:published|posted|released)\b|\b(?:wrote|telegraphed|cabled)\b"
)
_MOST = 4  # senders or addressees of one message that still are persons, not a distribution list


def read_message(match: Match, context: Context) -> Iterator[Draft]:
    """Messages from each sender to each addressee; of messages exchanged one each way."""
    what = told(match, context)
    if _of_credence(match):
        return
    if _spoken(match) and not _in_writing(match, context):
        return
    if _EACH_OTHER.search(match.sentence.text):
        left = Around(context, match.sentence, match.trigger).left()
        sides = _holders(match, context) or _one_a_state(mentions_of(left)) or _one_a_state(match.who)
        sides = sides or _pair_around(match, context)
        if len(sides) == 2:
            for sender, addressee in (sides, sides[::-1]):
                yield draft(match, [sender], [addressee], what=what)
            return
    senders, addressees = _correspondents(match, context)
    for sender in senders[:_MOST]:
        for addressee in addressees[:_MOST]:
            if sender.key != addressee.key:
                yield draft(match, [sender], [addressee], what=what)
                if _REPLY.search(match.sentence.text):  # a reply tells of the message that it answers
                    yield draft(match, [addressee], [sender], what="message replied to", status="happened", flags=())


def _of_credence(match: Match) -> bool:
    """`received Letters of Credence from X`: papers that an envoy hands over, not words to anybody."""
    letters = [t for t in match.sentence.span if t.lemma_.lower() in LETTERS]
    return bool(letters) and all(any(c.lemma_.lower() in _PAPERS for c in t.children) for t in letters)


def _in_writing(match: Match, context: Context) -> bool:
    """`expressed his condolences. The message was published`: a wish that this sentence or the next calls a letter."""
    near = [s for s in context.document.around(match.sentence, behind=2) if s.field == "text"]
    return any(_WRITTEN.search(s.text) for s in near)


def _spoken(match: Match) -> bool:
    """Greetings and condolences conveyed by word of mouth, and notes of protest, are no messages."""
    words = {t.lemma_.lower() for t in match.slots.get("obj", ())}
    if words == {"note"} and match.trigger.lemma_ == "exchange":
        return True  # an agreement by exchange of notes
    if "note" in words and any(t.lower_ in ("grata", "gratae", "protest") for t in match.sentence.span):
        return True
    spoken = words & _WISHES and not words & LETTERS
    return bool(spoken) and match.trigger.lemma_ not in _SENDING


def _holders(match: Match, context: Context) -> list[Mention]:
    """`messages between their presidents`: who holds that office on either side."""
    nouns = [t for name in ("between", "gsubj", "subj") for t in match.slots.get(name, ())]
    nouns += [c for m in match.slots.get("of", ()) for c in m.children if c.dep_ == "nmod"]
    sides = context.reference.sides(match.trigger)
    for noun in nouns:
        if noun.tag_ != "NNS":
            continue
        office = noun.lemma_.lower()
        held = [p for p in context.people.persons if p.state in sides and office in p.title_words()]
        found = _one_a_state([context.mention(p.party, noun) for p in held])
        if found:
            return found
    return []


def _one_a_state(found: list[Mention]) -> list[Mention]:
    kept: dict[str, Mention] = {}
    for mention in found:
        kept.setdefault(mention.party.state, mention)
    return list(kept.values()) if len(kept) == 2 else []


def _pair_around(match: Match, context: Context) -> list[Mention]:
    pair = context.reference.pair(match.trigger)
    return [context.mention(p.party, match.trigger) for p in pair]


def _correspondents(match: Match, context: Context) -> tuple[list[Mention], list[Mention]]:
    """Senders and addressees: by the frame's slots, where these are empty by the order of words."""
    around = Around(context, match.sentence, match.trigger)
    verb = governing_verb(match.trigger) if match.frame.id.startswith("in-message") else None
    if verb is not None:  # `In his letter to X, Y said`: who stands right before the verb
        before = [c for c in around.chunks if c.end <= verb.i and not c.owner]
        return mentions_of(before[-1:]), (mentions_of(around.after("to")) or match.whom)[:1]
    received = match.trigger.lemma_ == "receive"
    source = mentions_of(around.after("from")) if received or match.trigger.lemma_ in CARRYING else []
    if received:
        named = [m for m in match.whom if m.party.name]
        return match.who or source, named or mentions_of(around.left()) or match.whom
    if not is_verb(match.trigger):
        return match.who or mentions_of(around.after("from", "of")), match.whom or mentions_of(around.after("to"))
    senders = source or match.who or around.agent()
    after = mentions_of(around.after("to"))
    addressees = (after if around.passive and after else unique([*match.whom, *after])) or mentions_of(around.object())
    return senders, [m for m in addressees if m.key not in {s.key for s in senders}]
