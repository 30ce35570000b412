"""Messages, invitations and honours: what one side does to please or move another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import BODY, PERSON, Detail, Mention, Party
from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft, unique
from dostyk.reading.match import Match
from dostyk.reading.readers.base import action, draft, first_wording
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around, mentions_of, noun_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRYING = frozenset(["hand", "deliver", "convey", "bring", "carry", "transmit", "pass", "relay", "submit", "extend"])
_EACH_OTHER = re.compile(r"\b(each other|one another|exchang\w+|mutual\w*|reciproc\w+)\b", re.I)
_REPLY = re.compile(r"\b(?:in (?:reply|answer|response) to|repl(?:y|ied|ying) to|reply message)\b", re.I)
_WISHES = frozenset(["greeting", "congratulation", "condolence", "regard", "wish"])
_LETTERS = frozenset(["message", "letter", "telegram", "cable", "note", "telegramme", "reply"])
_SENDING = frozenset(["send", "dispatch", "exchange", "receive", "cable", "telegraph", "address", "write", "forward"])
_MOST = 4  # senders or addressees of one message that still are persons, not a distribution list
_AWARD = re.compile(
    r"(?:[\"“'‘][\w\s-]{2,30}[\"”'’]\s+)?(?:[A-Z][\w’'-]+\s+){0,4}"
    r"(?:Order|Medal|Grand\s+C\w+|Collar|Star|Cross|Knight\w*|Nishan|Prize|Award|Decoration|Legion|Badge)"
    r"(?:\s+(?:(?:of|for|the|de|la|du|and|in)\b|(?:[IVX]+|first|second|third|1st|2nd|3rd)[\s-](?:class|degree)|[A-Z1-9IVX][\w’'-]*))*"
)
_DEGREE = re.compile(
    r"\bhonorary\s+(?:\w+\s+){0,3}?(?:doctorate|degree|professor\w*|citizen\w*|membership|doctor\w*)(?:\s+(?:of|in)\s+\w+)?"
    r"|\bDoctor(?:ate)?\s+(?:Honoris\s+Causa|of\s+[A-Z]\w+)|\bkey\s+(?:to|of)\s+the\s+city|\bfreedom\s+of\s+the\s+city",
    re.I,
)
_UNIVERSITY = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+){1,4}(?:University|Academy|Institute|College)\b|\bUniversity of (?:the )?[A-Z]\w+(?:\s[A-Z]\w+)?"
)
_ORDINARY = re.compile(r"\b(?:Executive|Court|Purchase|World|New|Red|Provisional)\s+(?:Order|Cross)\b")
_HEADS = frozenset(["president", "king", "queen", "emir", "amir", "sultan", "emperor", "governor-general", "pope"])


# -- messages ----------------------------------------------------------------------------------------------


def read_message(match: Match, context: Context) -> Iterator[Draft]:
    """Messages from each sender to each addressee; of messages exchanged one each way."""
    what = first_wording(match, "obj", "on", "for") or match.trigger.lemma_
    if _spoken(match):
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


def _spoken(match: Match) -> bool:
    """Greetings and condolences conveyed by word of mouth, and notes of protest, are no messages."""
    words = {t.lemma_.lower() for t in match.slots.get("obj", ())}
    if "note" in words and any(t.lower_ in ("grata", "gratae", "protest") for t in match.sentence.span):
        return True
    spoken = words & _WISHES and not words & _LETTERS
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
    received = match.trigger.lemma_ == "receive"
    source = mentions_of(around.after("from")) if received or match.trigger.lemma_ in _CARRYING else []
    if received:
        return match.who or source, match.whom or mentions_of(around.left())
    if not is_verb(match.trigger):
        return match.who or mentions_of(around.after("from", "of")), match.whom or mentions_of(around.after("to"))
    senders = source or match.who or around.agent()
    after = mentions_of(around.after("to"))
    addressees = (after if around.passive and after else unique([*match.whom, *after])) or mentions_of(around.object())
    return senders, [m for m in addressees if m.key not in {s.key for s in senders}]


# -- invitations -------------------------------------------------------------------------------------------


def read_invitation(match: Match, context: Context) -> Iterator[Draft]:
    """An invitation: inviter, invitee, what for, who conveyed it, whether it was accepted."""
    if match.trigger.tag_ == "VBG" and match.trigger.doc[max(0, match.trigger.i - 1)].lower_ == "for":
        return  # `thanked him for inviting`: told elsewhere
    who, whom = _inviter(match, context), _invitee(match, context)
    whom = [m for m in whom if m.key not in {w.key for w in who}]
    whom = [m for m in whom if m.party.name or m.party.state not in {w.party.state for w in who}]
    if who and not whom:
        whom = _other_leader(match, context, who[0])
    if not who or not whom:
        return
    accepted = "accepted" if _accepted(match) else ""
    carrier = _carrier(match, context, who, whom)
    what = _invited_to(match) or "to visit"
    status, flags = status_of(match.trigger)
    yield draft(
        match, who[:1], whom[:2], what=f"{what} (accepted)" if accepted else what,
        detail=Detail(accepted=accepted, conveyed_by=carrier.key if carrier else ""),
        status="scheduled" if not accepted and (status == "scheduled" or _yet_to_come(match)) else "happened",
        flags=flags,
    )  # fmt: skip


def _yet_to_come(match: Match) -> bool:
    """`will deliver the invitation`."""
    if is_verb(match.trigger):
        return False
    return any(
        t.lemma_ in _CARRYING and t.i < match.trigger.i and t.i and t.nbor(-1).lower_ in ("will", "shall")
        for t in match.sentence.span
    )


def _on_behalf(match: Match, context: Context) -> list[Mention]:
    """The one in whose name an invitation is extended: `on behalf of X`."""
    words = [t.lower_ for t in match.sentence.span]
    if "behalf" not in words:
        return []
    behalf = match.sentence.span[words.index("behalf")]
    return mentions_of(Around(context, match.sentence, behalf).after("of"))


def _inviter(match: Match, context: Context) -> list[Mention]:
    found = _on_behalf(match, context) or _writer(match, context)
    if not found and is_verb(match.trigger) and match.trigger.lemma_ == "invite":
        around = Around(context, match.sentence, match.trigger)
        near = around.left()[-1:] if not around.passive else []
        subjects = match.slots.get("subj", ())
        if near and all(near[0].end > t.i for t in subjects):  # nearer than the parse's subject
            found = mentions_of(near)
    if not found and not is_verb(match.trigger):
        near = Around(context, match.sentence, match.trigger).after("from", "of", "by", reach=12)
        named = mentions_of(c for c in near if c.end <= match.trigger.i + 16)
        found = named if any(m.party.kind == PERSON for m in named) else []
    found = found or match.who
    if not found and is_verb(match.trigger):
        found = Around(context, match.sentence, match.trigger).agent()
    return found


def _writer(match: Match, context: Context) -> list[Mention]:
    """`a letter from X inviting Y`: the inviter is who wrote it."""
    trigger = match.trigger
    letter = noun_before(trigger, _LETTERS) if trigger.tag_ == "VBG" else None
    if letter is None:
        return []
    return mentions_of(c for c in Around(context, match.sentence, letter).after("from", "of") if c.end <= trigger.i)


def _invitee(match: Match, context: Context) -> list[Mention]:
    found = [m for m in match.whom if not (m.party.kind == "state" and _in_purpose(match))] or match.whom
    if found:
        return found
    around = Around(context, match.sentence, match.trigger)
    if is_verb(match.trigger):
        return mentions_of(around.object()) or around.patient()
    if _guest_position(match.trigger):
        return mentions_of(around.left())
    return mentions_of(around.after("to", "for"))


def _in_purpose(match: Match) -> bool:
    return not is_verb(match.trigger)


def _guest_position(trigger: Token) -> bool:
    """`at the invitation of`, `on an invitation from`: the guest is the subject."""
    before = [t.lower_ for t in trigger.doc[max(0, trigger.i - 4) : trigger.i]]
    return bool({"at", "on", "upon"} & set(before))


def _other_leader(match: Match, context: Context, inviter: Mention) -> list[Mention]:
    pair = context.reference.pair(match.trigger)
    return [context.mention(p.party, match.trigger) for p in pair if p.state != inviter.party.state][:1]


def _accepted(match: Match) -> bool:
    if match.trigger.lemma_ == "accept" or (not is_verb(match.trigger) and _guest_position(match.trigger)):
        return True
    return any(t.lemma_ == "accept" for t in match.sentence.span)


def _invited_to(match: Match) -> str:
    for child in match.trigger.children:
        if child.dep_ in ("xcomp", "acl", "advcl", "ccomp") and child.tag_ == "VB":
            return f"to {action(child)}"
    return first_wording(match, "for")


def _carrier(match: Match, context: Context, who: list[Mention], whom: list[Mention]) -> Mention | None:
    taken = {m.key for m in (*who, *whom)}
    verb = None if is_verb(match.trigger) else governing_verb(match.trigger)
    if verb is None or verb.lemma_ not in _CARRYING:
        return None
    subject = [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    return next((m for m in subject if m.key not in taken), None)


# -- honours -----------------------------------------------------------------------------------------------


def read_honour(match: Match, context: Context) -> Iterator[Draft]:
    """An award with giver and receiver; the giver may be left to the report."""
    award = award_name(match.sentence.text) or _award_before(match, context)
    if not award:
        return
    givers, receivers = _award_sides(match, context)
    if school := _university(match, context, award, receivers):
        givers = school
    receivers = [m for m in receivers if m.party.kind == PERSON] or receivers
    givers = [m for m in givers if m.key not in {r.key for r in receivers}]
    if receivers and not givers:
        givers = _award_state(match, context, receivers[0])
    if givers and receivers:
        yield draft(match, givers[:2], receivers[:2], what=award, detail=Detail(award=award))


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
        return source, persons or subject
    if around.passive:
        return mentions_of(around.after("by", "from")), onto or mentions_of(around.left())
    receivers = onto if match.trigger.lemma_ in ("confer", "bestow", "pin") else mentions_of(around.object()) or onto
    givers = [m for t in match.slots.get("subj", ()) for m in context.resolve(t)] or mentions_of(around.left())
    return givers, receivers or [m for m in match.whom if m.party.kind == PERSON]


def _award_state(match: Match, context: Context, receiver: Mention) -> list[Mention]:
    """Whose award it is where nobody is named as giver: the state in the award's own words, else the other side.

    Orders are conferred by heads of state, so that one named in the report stands for the state.
    """
    states = [
        p.state for n in context.people.in_sentence(match.sentence)
        if n.person is None and (p := n.resolve()) and p.state not in ("", "IGO", receiver.party.state)
    ]  # fmt: skip
    states = states or [c for c in context.reference.leading_states(3) if c != receiver.party.state]
    if not states:
        return []
    head = next((p for p in context.people.persons if p.state == states[0] and _is_head(p.title_words())), None)
    return [context.mention(head.party if head else Party(states[0]), match.trigger)]


def _is_head(words: frozenset[str]) -> bool:
    return bool(words & _HEADS) and not words & {"vice", "former", "deputy", "assembly", "senate"}


def award_name(text: str) -> str:
    """The name of an order, medal or honorary degree in a sentence, empty where there is none."""
    for pattern in (_AWARD, _DEGREE):
        for found in pattern.finditer(text):
            if not _ORDINARY.search(found.group()):
                return " ".join(found.group().split()).strip()
    return ""
