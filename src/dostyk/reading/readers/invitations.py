"""Invitations: who invites whom to what, who conveys it, whether it is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.model import PERSON, Detail, Mention, Party
from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.context import Context
from dostyk.reading.draft import Draft
from dostyk.reading.match import Match
from dostyk.reading.nouns import guest_position, noun_before
from dostyk.reading.readers.answered_invitations import declines, each_other, host_to_visit, match_sides
from dostyk.reading.readers.base import action, draft, first_wording
from dostyk.reading.readers.message_words import LETTERS
from dostyk.reading.readers.speech import CARRYING
from dostyk.reading.status import status_of
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_CONVEYING = frozenset(["convey", "hand", "deliver", "pass", "bring", "transmit", "relay", "carry"])
_HEADS = frozenset("president prime premier king queen emir sultan emperor chancellor amir".split())
_DOING_AT_HOME = frozenset("use consider study buy apply comment submit respond reflect support adopt choose".split())
_TO_DO = frozenset(["xcomp", "acl", "advcl", "ccomp"])
_GRATEFUL = frozenset(["thank", "appreciate", "express", "welcome"])


def read_invitation(match: Match, context: Context) -> Iterator[Draft]:
    """An invitation: inviter, invitee, what for, who conveyed it, whether it was accepted."""
    if match.trigger.tag_ == "VBG" and match.trigger.doc[max(0, match.trigger.i - 1)].lower_ == "for":
        return  # `thanked him for inviting`: told elsewhere
    if match.frame.id == "ask-to-visit" and not _asked_to_come(match.trigger):
        return
    if _urges(match.trigger):
        return
    verb = None if is_verb(match.trigger) else governing_verb(match.trigger)
    if both := each_other(match, context, verb):
        for one, other in (both, both[::-1]):
            yield draft(match, [one], [other], what=_invited_to(match) or "to visit")
        return
    if verb is not None and verb.lemma_ == "exchange":
        return  # `exchanged invitations`: who invited whom is told elsewhere
    if verb is not None and verb.lemma_ == "accept" and match.frame.id != "invitation-accepted":
        return  # told of by the accepting
    who, whom = _inviter(match, context), _invitee(match, context)
    declined = verb is not None and declines(verb)
    if declined:
        who, whom = match_sides(match, context)
    elif not who and whom:
        who = host_to_visit(match, context, whom)
    if not is_verb(match.trigger) and guest_position(match.trigger) and len(who) > 1:
        who, whom = _at_the_opening(match, context, who, whom)
    if guest_position(match.trigger):
        whom = [m for m in whom if m.party.state != "IGO"]  # `attends the G7 summit at his invitation`
    if match.frame.id == "invitation-accepted" and any(t.lemma_ == "invite" for t in match.sentence.span):
        return  # `X invited Y, who accepted the invitation`: told of by the inviting
    if match.frame.id == "invitation-accepted" and who and (not whom or who[0].key == whom[0].key):
        who, whom = _other_leader(match, context, who[0]), who  # `met X and accepted his invitation`: not one's own
    whom = [m for m in whom if m.key not in {w.key for w in who}]
    placed = {w.party.state for w in who if not _unplaced(context, w)}
    whom = [m for m in whom if m.party.name or m.party.state not in placed]
    if who and not whom:
        whom = _other_leader(match, context, who[0])
    if match.frame.id == "ask-to-visit":
        whom = [m for m in whom if m.party.kind == PERSON]  # `asked Peru to come to the talks` urges it
    if not who or not whom:
        return
    who = _host(match, context, who[0], whom) or who
    accepted = "accepted" if not declined and _accepted(match) else ""
    answer = "declined" if declined else accepted
    carrier = _carrier(match, context, who, whom)
    what = _invited_to(match) or "to visit"
    status, flags = status_of(match.trigger)
    yield draft(
        match, who[:1], whom[:2], what=f"{what} ({answer})" if answer else what,
        detail=Detail(accepted=accepted, conveyed_by=carrier.key if carrier else ""),
        status=_status(status, answer, _yet_to_come(match)),
        flags=flags,
    )  # fmt: skip


def _status(told: str, answer: str, yet_to_come: bool) -> str:
    """An invitation that was answered was made; one that was not made, or is still to be, is told of as such."""
    if answer:
        return "happened"
    return "denied" if told == "denied" else "scheduled" if told == "scheduled" or yet_to_come else "happened"


def _urges(verb: Token) -> bool:
    """`invited shippers to use the corridor`: nobody comes."""
    words = [*verb.children, *(g for c in verb.children if c.dep_ == "obj" for g in c.children)]
    return any(c.tag_ == "VB" and c.dep_ in _TO_DO and c.lemma_ in _DOING_AT_HOME for c in words)


def _asked_to_come(verb: Token) -> bool:
    """`asked X to visit Y`, unlike `asked X to help`, and `asked whether`."""
    asked = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.tag_ == "VB"]
    return any(c.lemma_ == "visit" for c in asked)


def _host(match: Match, context: Context, inviter: Mention, whom: list[Mention]) -> list[Mention]:
    """Who stands behind an invitation: the state to be visited, not a guest's countryman, nor who only conveys it."""
    if _unplaced(context, inviter):
        return []  # to which state they belong shows when all acts across borders are settled
    if inviter.party.state == whom[0].party.state:
        visit = next(
            (t for t in match.sentence.doc[match.trigger.i : match.sentence.span.end] if t.lemma_ == "visit"), None
        )
        around = Around(context, match.sentence, visit) if visit is not None else None
        hosts = [m for c in (around.object() if around else ()) for m in c.mentions]
        return [m for m in hosts if m.party.state != inviter.party.state][:1]
    verb = None if is_verb(match.trigger) else governing_verb(match.trigger)
    subjects = [m.key for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    if verb is None or verb.lemma_ not in _CONVEYING or inviter.key not in subjects or not inviter.party.name:
        return []
    person = next((p for p in context.people.persons if p.party == inviter.party), None)
    if (
        person is not None
        and person.title_words() & _HEADS
        and not person.title_words() & {"deputy", "vice", "foreign"}
    ):
        return []
    return [Mention(Party(inviter.party.state), inviter.passage)]


def _unplaced(context: Context, inviter: Mention) -> bool:
    """True for a person whose state nobody named: it may be any."""
    person = next((p for p in context.people.persons if inviter.party.name and p.party == inviter.party), None)
    return person is not None and person.state_basis == "default"


def _yet_to_come(match: Match) -> bool:
    """`will deliver the invitation`."""
    if is_verb(match.trigger):
        return False
    return any(
        t.lemma_ in CARRYING and t.i < match.trigger.i and t.i and t.nbor(-1).lower_ in ("will", "shall")
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
    if match.trigger.lemma_ == "accept":
        return match.who or mentions_of(Around(context, match.sentence, match.trigger).after("from", "of", "by"))
    found = _on_behalf(match, context) or _writer(match, context) or _thanked(match, context)
    if not found and not match.who and match.slots.get("subj") and match.trigger.tag_ == "VB":
        return []  # `paved the way for its members to invite them`: the inviter is not one that anybody names
    if not found and is_verb(match.trigger) and match.trigger.lemma_ in ("invite", "ask"):
        around = Around(context, match.sentence, match.trigger)
        near = around.left()[-1:] if not around.passive else []
        subjects = match.slots.get("subj", ())
        if near and all(near[0].end > t.i for t in subjects):  # nearer than the parse's subject
            found = mentions_of(near)
    if not found and not is_verb(match.trigger):
        near = Around(context, match.sentence, match.trigger).after("from", "of", "by", reach=12)
        named = mentions_of(c for c in near if c.end <= match.trigger.i + 16)
        own = {m.party.state for m in match.who}
        persons = any(m.party.kind == PERSON and (not own or m.party.state in own) for m in named)
        found = named if persons else []
    found = found or match.who
    if not found and is_verb(match.trigger):
        found = Around(context, match.sentence, match.trigger).agent()
    return found


def _thanked(match: Match, context: Context) -> list[Mention]:
    """`thanked X for the invitation`: the inviter is who is thanked."""
    verb = None if is_verb(match.trigger) else governing_verb(match.trigger)
    if verb is None or verb.lemma_ != "thank":
        return []
    found = [m for t in match.slots.get("gobj", ()) for m in context.resolve(t)]
    guests = [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    found = [m for m in found if m.key not in {g.key for g in guests}]
    return found or (_other_leader(match, context, guests[0]) if guests else [])


def _writer(match: Match, context: Context) -> list[Mention]:
    """`a letter from X inviting Y`: the inviter is who wrote it."""
    trigger = match.trigger
    letter = noun_before(trigger, LETTERS) if trigger.tag_ == "VBG" else None
    if letter is None:
        return []
    return mentions_of(c for c in Around(context, match.sentence, letter).after("from", "of") if c.end <= trigger.i)


def _invitee(match: Match, context: Context) -> list[Mention]:
    verb = None if is_verb(match.trigger) else governing_verb(match.trigger)
    if verb is not None and verb.lemma_ in _GRATEFUL:
        return [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    around = Around(context, match.sentence, match.trigger)
    guest = around.after("for", reach=4) if not is_verb(match.trigger) else []
    if guest:  # `an invitation for X to visit`, to whomever it was handed
        return mentions_of(guest)
    if match.whom:
        return match.whom
    if match.trigger.lemma_ == "accept":
        return around.agent()
    if is_verb(match.trigger):
        return mentions_of(around.object()) or around.patient()
    if guest_position(match.trigger):
        guests = _guests(match, context)
        return [m for m in guests if m.party.kind == PERSON][:1] or mentions_of(around.left()) or guests
    return mentions_of(around.after("to", "for"))


def _guests(match: Match, context: Context) -> list[Mention]:
    """`At the invitation of X, Y will visit …`, `X, who is attending the summit at his invitation`: the subject of the
    verb that the invitation hangs on."""
    return [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]


def _at_the_opening(
    match: Match, context: Context, who: list[Mention], whom: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """`At the invitation of X, the minister, Y, will visit …`, where Y was taken for a second inviter."""
    if Around(context, match.sentence, match.trigger).left():
        return who, whom
    guests = [m for m in _guests(match, context) if m.key != who[0].key]
    return who[:1], guests or who[-1:]


def _other_leader(match: Match, context: Context, inviter: Mention) -> list[Mention]:
    pair = context.reference.pair(match.trigger)
    return [context.mention(p.party, match.trigger) for p in pair if p.state != inviter.party.state][:1]


def _accepted(match: Match) -> bool:
    if match.trigger.lemma_ == "accept" or (not is_verb(match.trigger) and guest_position(match.trigger)):
        return True
    return any(t.lemma_ == "accept" for t in match.sentence.span)


def _invited_to(match: Match) -> str:
    for child in match.trigger.children:
        if child.dep_ in _TO_DO and child.tag_ == "VB":
            return f"to {action(child)}"
    return first_wording(match, "for")


def _carrier(match: Match, context: Context, who: list[Mention], whom: list[Mention]) -> Mention | None:
    taken = {m.key for m in (*who, *whom)}
    verb = None if is_verb(match.trigger) else governing_verb(match.trigger)
    if verb is None or verb.lemma_ not in CARRYING:
        return None
    subject = [m for t in match.slots.get("gsubj", ()) for m in context.resolve(t)]
    return next((m for m in subject if m.key not in taken), None)
