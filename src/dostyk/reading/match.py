"""Where frames fit a sentence, and which parties stand in their slots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dostyk.language.document import Sentence
from dostyk.model import BODY, Mention, Party
from dostyk.reading.arguments import governing_verb, is_verb
from dostyk.reading.contact_slots import nobody_met, somebody_else, with_ends, with_place
from dostyk.reading.context import Context
from dostyk.reading.counterparts import listed_behind
from dostyk.reading.draft import unique
from dostyk.reading.frames import Frame, FrameSet, Groups
from dostyk.reading.nouns import noun_before, noun_behind
from dostyk.reading.slots import Slots, slots_of
from dostyk.reading.surface import passive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dostyk.language.persons import Named

_BUT_NOT = re.compile(r"\b(?:but|though|and) not (?:the )?$")


_MANY = 50  # states of a report
# what a host is called when it was named before
_LANDS = frozenset("country nation state kingdom republic island emirate".split())
_OF_MANY = ("nation", "country", "state", "leg", "continent")
# where somebody arrives, by name: `landed at X International Airport`
_SITES = frozenset("airport station base palace port hotel terminal airfield house aerodrome".split())


@dataclass(eq=False)
class Match:
    """A frame that fits at a trigger."""

    frame: Frame
    trigger: Token
    sentence: Sentence
    slots: Slots
    who: list[Mention]
    whom: list[Mention]


def word_class(token: Token) -> str:
    """`V`, `N` or `A` for the frame index, empty for other words."""
    described = token.tag_ == "VBN" and any(c.dep_ == "cop" for c in token.children)  # `were pleased to see`
    described = described and not any(c.lower_ == "have" for c in token.children)  # unlike `was to have visited`
    if is_verb(token) and not described:
        return "V"
    if token.tag_.startswith("NN") or token.tag_ == "VBG":
        return "N"
    return "A" if token.tag_.startswith("JJ") or token.tag_ == "VBN" else ""


def lemma_of(token: Token) -> str:
    """Lemma in lower case."""
    return str(token.lemma_ or token.text).lower()


def _light_fits(frame: Frame, token: Token) -> bool:
    if not frame.light:
        return True
    verb = governing_verb(token)
    if verb is not None and lemma_of(verb) in frame.light:
        return True
    return any(c.dep_ in ("acl", "acl:relcl") and lemma_of(c) in frame.light for c in token.children)


def _slot_lemmas(slots: Slots, name: str) -> set[str]:
    found: set[str] = set()
    for token in slots.get(name, ()):
        found.add(lemma_of(token))
        found.update(lemma_of(c) for c in token.children if c.dep_ in ("compound", "amod", "nmod:desc"))
    return found


def _object_by_order(frame: Frame, token: Token, slots: Slots) -> bool:
    """An object that the parse hung elsewhere: the frame's noun stands right behind the verb."""
    if not is_verb(token) or frame.kind in ("statement", "commitment", "meeting", "gathering", "call"):
        return False
    if passive(token):
        return noun_before(token, frame.object) is not None
    free = "obj" not in slots or frame.kind == "opening"  # `opened the premises of the consulate`
    return free and noun_behind(token, frame.object, 9) is not None


def _conditions(frame: Frame, token: Token, slots: Slots) -> bool:
    if frame.case and not any(c.dep_ == "case" and c.lower_ in frame.case for c in token.children):
        return False
    if frame.particle and not any(c.lower_ == frame.particle for c in token.children):
        return False
    if frame.object and not _slot_lemmas(slots, "obj") & frame.object and not _object_by_order(frame, token, slots):
        return False
    if frame.objects and not _slot_lemmas(slots, "obj") & set(frame.objects):
        return False
    if any(
        not _slot_lemmas(slots, name) & words if words else name not in slots for name, words in frame.with_.items()
    ):
        return False
    return not any(
        (_slot_lemmas(slots, name) & words if words else name in slots) for name, words in frame.without.items()
    )


def _named_behind(context: Context, token: Token) -> list[Mention]:
    """`Malta's foreign minister, X, flew to Y`: the person named behind an office, between commas."""
    if token.tag_ != "NN" or token.i + 2 >= token.sent.end or token.nbor(1).text != ",":
        return []
    named = context.people.at(token.nbor(2))
    if named is None or named.person is None or named.end >= token.sent.end or named.doc[named.end].text != ",":
        return []
    mention, office = context.people.mention(named), context.resolve(token)
    same = mention is not None and len(office) == 1 and office[0].party == Party(mention.party.state)
    return [mention] if mention is not None and same else []


def _with_list(context: Context, token: Token) -> list[Mention]:
    """The parties of a noun phrase and of those enumerated behind it, where the parser lost the enumeration."""
    found = _named_behind(context, token) or listed_behind(context, token) or context.resolve(token)
    named = context.people.at(token)
    if named is not None and named.kind == "state" and found:
        return _joined_states(context, named)
    if named is None or named.person is None:
        return found
    around = [*context.people.listed_before(named), *context.people.listed_after(named)]
    return found + [m for n in around if (m := context.people.mention(n))]


def _joined_states(context: Context, named: Named) -> list[Mention]:
    """A state with those enumerated beside it; a comma alone may part two phrases: `after talks with A, B agreed`."""
    listed = context.people.states_listed(named)
    joined = len(listed) > 1 and "and" in {t.lower_ for t in named.doc[listed[-2].end : listed[-1].start]}
    return [m for n in (listed if joined else [named]) if (m := context.people.mention(n))]


def _group(context: Context, slots: Slots, group: tuple[str, ...]) -> list[Mention]:
    for name in group:
        found = [m for token in slots.get(name, ()) for m in _with_list(context, token)]
        if found:
            return [m for m in found if not _left_out(context, m)]
    return []


def _left_out(context: Context, mention: Mention) -> bool:
    """`Ireland and Spain, but not Germany, recognised X`: a party that is named as not taking part."""
    before = context.report.text[max(0, mention.passage.start - 12) : mention.passage.start]
    return mention.passage.field == "text" and _BUT_NOT.search(before) is not None


def _fill(context: Context, token: Token, how: str, have: list[Mention]) -> list[Mention]:
    """Parties that the sentence leaves to the report: the pair of leaders, the sides, the report's own state."""
    reference = context.reference
    if how == "pair":
        parties = [p.party for p in reference.pair(token)] or [Party(code) for code in reference.sides(token)]
        author = reference.author
        if len(parties) == 1 and parties[0].name and author is not None and not is_verb(token):
            parties += [author] if author.state != parties[0].state else []  # `the talks will be held in X`
    elif how == "sides":
        parties = [Party(code) for code in reference.sides(token)]
    elif how in ("home", "host"):
        parties = [Party(context.home)] if context.home else []
    elif how == "other":
        own = {m.party.state for m in have}
        told = reference.leading_states(_MANY)
        at_home = [context.home] if context.home in told else []  # an agency abroad is no host
        states = [*at_home, *reference.sides(token), *told[:3], context.home]
        # where hosts and guests stand together, nobody says where `they arrived`
        parties = [Party(code) for code in dict.fromkeys(states) if code and code not in own and len(own) == 1][:1]
    elif how == "author":
        parties = [reference.author] if reference.author else []
    else:
        return []
    if how == "pair" and any(m.party.kind == BODY for m in have):
        return []  # `the ministers of the Union will discuss …`: a body has no counterpart
    if how == "pair" and {m.party.state for m in have} <= {p.state for p in parties}:
        named = {m.party.state for m in have if m.party.name}
        return [context.mention(p, token) for p in parties if p.state not in named]
    taken = {m.party.state for m in have}
    if how == "pair" and have:  # one side is known: the other is the one of the pair named last
        parties = [p for p in parties if p.state not in taken][:1]
    return [context.mention(p, token) for p in parties if p.state not in taken or not have]


def parties(context: Context, slots: Slots, groups: Groups) -> list[Mention]:
    """The parties in groups of slots, each once."""
    return unique([m for group in groups for m in _group(context, slots, group)])


def _stands_near(frame: Frame, token: Token) -> bool:
    """True for one of the frame's words; `Online` may be the name of an agency."""
    name = frame.kind == "call" and token.text == "Online" and not token.is_sent_start
    return not name and (token.lower_ in frame.words_near or lemma_of(token) in frame.words_near)


def fit(context: Context, frame: Frame, token: Token, sentence: Sentence, slots: Slots) -> Match | None:
    """The match of a frame at a trigger, its parties filled in where the frame says so; None where it does not fit."""
    if not (_light_fits(frame, token) and _conditions(frame, token, slots)):
        return None
    if frame.words_near and not any(_stands_near(frame, t) for t in sentence.span):
        return None
    if frame.report_words and not frame.report_words & context.words:
        return None
    slots = with_ends(context, frame, token, slots)
    if nobody_met(context, frame, slots) or (frame.id == "meet" and somebody_else(context, frame, token, slots)):
        return None
    who = parties(context, slots, frame.who)
    who = with_place(context, frame, slots, who)
    whom = [m for m in parties(context, slots, frame.whom) if m.key not in {w.key for w in who}]
    if (
        len(who) < frame.needs
        and frame.fill
        and not (frame.fill == "pair" and somebody_else(context, frame, token, slots))
    ):
        who = unique(who + _fill(context, token, frame.fill, who))
    if frame.whom and not whom and frame.fill_whom and not _leads_elsewhere(frame, token, slots):
        own = {m.party.state for m in who}
        whom = [m for m in _fill(context, token, frame.fill_whom, who) if m.party.state not in own][:1]
    return Match(frame, token, sentence, slots, who, whom)


def _leads_elsewhere(frame: Frame, token: Token, slots: Slots) -> bool:
    """`a three-nation tour`, `a visit to Mount Tom`: no single host to be filled in, or one that is no state."""
    of_many = token.lemma_ == "tour" or any(c.lower_.endswith(_OF_MANY) for c in token.children if c.i < token.i)
    places = [t for name in (*(n for group in frame.whom for n in group), "to") for t in slots.get(name, ())]
    if any(t.lemma_.lower() in _LANDS for t in places):
        return True  # told of by the visit in which it was named
    return of_many or any(t.tag_ == "NNP" and t.lemma_.lower() not in _SITES for t in places)


def _by_form(frames: FrameSet, pos: str, token: Token) -> list[Frame]:
    """The frames of a verb whose lemma the lemmatiser got wrong: by the forms that its ending may come from."""
    word = token.lower_
    if token.tag_ not in ("VBD", "VBN", "VBG") or not word.endswith(("ed", "ing")):
        return []
    stem = word[:-2] if word.endswith("ed") else word[:-3]
    for lemma in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem, stem[:-1] + "y"):
        found = frames.of(pos, lemma)
        if found:
            token.lemma_ = lemma
            return found
    return []


def complete(match: Match) -> bool:
    """True where every side that the frame asks for is known; to whom a thing is said may stay open."""
    said_to = bool(match.whom) or not match.frame.whom or bool(match.frame.objects)
    return len(match.who) >= match.frame.needs and said_to


def matches(context: Context, frames: FrameSet, sentence: Sentence) -> Iterator[Match]:
    """Every frame that fits at every word of a sentence; of one kind at one word only the first."""
    for token in sentence.span:
        pos = word_class(token)
        if not pos:
            continue
        candidates = frames.of(pos, lemma_of(token)) or _by_form(frames, pos, token)
        if not candidates:
            continue
        slots = slots_of(token)
        best: dict[str, Match] = {}
        for frame in candidates:
            known = best.get(frame.kind)
            if known is not None and complete(known):
                continue
            match = fit(context, frame, token, sentence, slots)
            if match and (known is None or complete(match)):
                best[frame.kind] = match
        yield from best.values()
