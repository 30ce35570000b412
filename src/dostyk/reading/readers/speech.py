"""Speech: which clauses a verb of saying carries, and who speaks where one clause stands inside another's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dostyk.language.party_nouns import noun_of
from dostyk.language.quotations import SAYING
from dostyk.language.tellers import PAPERS
from dostyk.model import PERSON, Mention, Party
from dostyk.reading.arguments import expand, is_verb, preposition, subject
from dostyk.reading.context import Context
from dostyk.reading.draft import unique
from dostyk.reading.match import Match
from dostyk.reading.readers.implied import implied, in_person
from dostyk.reading.surface import Around, mentions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

CARRIERS = SAYING | frozenset(
    """
    assure guarantee indicate claim maintain reply reaffirm acknowledge confirm highlight point assert believe hope
    predict inform complain report suggest propose express agree promise vow recognize recognise concur pledge
    underline answer respond describe demand mention signal hint imply
    """.split()
)
CARRYING = frozenset("hand deliver convey bring carry transmit pass relay submit extend".split())
_TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year january february
    march april may june july august september october november december
    """.split()
)
_ABOUT = frozenset("on about of to into against for over regarding by from".split())  # what words are about
_NEAR = 3  # words between a speaker and the verb: `in turn`, `has also`
_EVENTS = frozenset(["visit", "trip", "tour", "travel"])
_TALKING = frozenset(["speak", "meet", "call", "talk", "telephone", "phone", "write", "travel"])
_COMMAS = (",", "”", '"', "''")
_LONGEST_SPEAKER = 9  # words between the comma and the verb of a closing attribution
_STRESSING = frozenset(
    "stress emphasize emphasise underline underscore reaffirm reiterate note highlight affirm".split()
)
_OWN_WORDS = frozenset("i we he she they it".split())
_CLAUSES = ("ccomp", "xcomp", "parataxis")


def complements(verb: Token) -> list[Token]:
    """What a verb of saying carries: its clauses with those coordinated, else its object or phrase.

    A verb of saying put into another sentence (`Hanoi, he said, wishes …`) carries that sentence.
    """
    told = verb.dep_ == "parataxis" and verb.head is not verb and verb.tag_ != "VBG"
    put_in = told and not any(c.dep_ == "ccomp" for c in verb.children)
    if put_in and verb.lemma_ in CARRIERS:
        return [verb.head]
    said = [c for c in verb.children if c.dep_ == "nsubj:pass" and verb.lemma_ in _STRESSING and c.tag_[:2] == "NN"]
    if said:  # `the need for dialogue was stressed by both sides`
        return said
    for wanted in (("ccomp",), ("xcomp",), ("obj",), ("obl", "obl:agent")):
        found = [c for c in verb.children if c.dep_ in wanted and c.i > verb.i and c.lower_ not in _TIMES]
        if wanted[0] == "xcomp" and not found:
            found = _misplaced(verb)
        if wanted[0] == "obl":
            found = [c for c in found if preposition(c) in _ABOUT or c.dep_ == "obl:agent"]
        if found:
            inner = [c for c in found[0].children if c.dep_ == "ccomp" and c.left_edge.lower_ == "that"]
            if found[0].lemma_ in CARRIERS and inner and not _of_another(found[0]):
                return inner  # `said: “I assure you that …”`
            return [found[0], *_coordinated_clauses(found[0])]
        if wanted == ("ccomp",) and verb.lemma_ in ("agree", "concur"):
            on = [c for c in verb.children if c.dep_ == "obl" and any(k.lower_ == "on" for k in c.children)]
            on = [c for c in on if c.lower_ not in _TIMES]
            if on:
                return [t for head in on for t in expand(head)]
    if told:
        return [verb.head]
    found = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis")][:1]
    joined = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_]
    return found or [t for c in joined[:1] for t in complements(c)]  # `disturbed and disappointed by …`


def _of_another(clause: Token) -> bool:
    """`said X had assured him that …`: words of somebody else, which their own verb carries."""
    return any(c.dep_ == "nsubj" and c.lower_ not in _OWN_WORDS for c in clause.children)


def _misplaced(verb: Token) -> list[Token]:
    """`emphasized in their talks that they share …`: a clause that a parser hung on the phrase between."""
    return [
        g
        for c in verb.children
        if c.dep_ == "obl" and c.i > verb.i and (preposition(c) not in _ABOUT or c.lower_ in _TIMES)
        for g in c.children
        if g.dep_ in ("acl:relcl", "acl")
        and any(k.dep_ == "mark" and k.lower_ == "that" for k in g.children)
        and any(k.dep_.startswith("nsubj") for k in g.children)
    ][:1]


def _coordinated_clauses(head: Token) -> Iterator[Token]:
    """Further finite clauses said in the same breath: each has a subject of its own."""
    theirs = head.lemma_ in CARRIERS and _of_another(head)
    for child in head.children:
        if (
            (child.dep_ == "conj" or (child.dep_ == "ccomp" and _told(child, head) and not theirs))
            and child.i > head.i
            and any(c.dep_.startswith("nsubj") for c in child.children)
        ):
            if child.lemma_ not in CARRIERS:
                yield child
                yield from _coordinated_clauses(child)


def _told(clause: Token, verb: Token) -> bool:
    """`…, and that trade would grow`, `told X that …`; `the coup that took place` only tells which coup."""
    that = next((c for c in clause.children if c.lower_ == "that"), None)
    before = that.nbor(-1) if that is not None and that.i > 0 else None
    return before is not None and (before.tag_[:2] not in ("NN", "FW") or before.head == verb)


def saying_over(token: Token) -> Token | None:
    """The verb of saying whose words a token's clause stands in, None outside reported speech."""
    if token.dep_ == "parataxis" and token.lemma_ in CARRIERS and not any(c.dep_ == "ccomp" for c in token.children):
        return None  # `X had promised to help, she complained`: it says what it stands beside
    for _ in range(6):
        for child in token.children:
            if child.dep_ == "parataxis" and child.lemma_ in CARRIERS and is_verb(child):
                return child
        head = token.head
        if head is token or token.dep_ not in (*_CLAUSES, "conj"):
            return None
        said = token.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
        if (said or token.dep_ in ("ccomp", "xcomp", "parataxis")) and head.lemma_ in CARRIERS and is_verb(head):
            return head
        token = head
    return None


def closing_words(token: Token) -> Token | None:
    """The verb of `…, the head of state wrote.` at the end of a token's sentence, however the parse took it."""
    sent = token.sent
    words = [t for t in sent if not t.is_punct]
    if len(words) < 6 or words[-1].lemma_ not in CARRIERS or words[-1].tag_ not in ("VBD", "VBZ"):
        return None
    verb = words[-1]
    comma = next((t for t in reversed(sent.doc[sent.start : verb.i]) if t.text in _COMMAS), None)
    if comma is None or not 2 <= verb.i - comma.i <= _LONGEST_SPEAKER or token.i > comma.i:
        return None
    between = sent.doc[comma.i + 1 : verb.i]
    return None if any(t.tag_.startswith(("VB", "MD", "W")) for t in between) else verb


def told_by(saying: Token, token: Token) -> bool:
    """True for an attribution put beside the sentence of a word: `X agreed …, the ministry said`."""
    return saying.dep_ == "parataxis" and saying not in token.ancestors


def speakers(context: Context, verb: Token) -> list[Mention]:
    """Who speaks at a verb of saying."""
    return unique([m for t in subject(verb) for head in _together(t, verb) for m in context.resolve(head)])


def _together(subject_head: Token, verb: Token) -> list[Token]:
    """Those joined by `and`; of `… to help Chad, President X said` only the one who stands beside the verb speaks."""
    heads = list(expand(subject_head))
    joined = any(c.dep_ == "cc" for head in heads for c in head.children)
    if len(heads) == 1 or joined or heads[-1].i > verb.i:
        return heads
    return heads[-1:]


def speaking(match: Match, context: Context) -> tuple[list[Mention], Mention | None]:
    """(who takes the position, who is quoted as saying so): one's own words reported by oneself are one's own."""
    saying = saying_over(match.trigger) or closing_words(match.trigger)
    outer = speakers(context, saying) if saying is not None and saying != match.trigger else []
    own = _on_occasion(match, context) or _in_whose_name(match, context) or match.who or _beside(match, context)
    if not own and not outer:
        own = _by_event(match, context) or implied(match, context)
    if not outer or saying is None or (own and any(noun_of(t) in PAPERS for t in subject(saying))):
        return in_person(match, own, context), None  # `China regards this as …, the statement said`
    states = {m.party.state for m in own}
    if told_by(saying, match.trigger) and any(m.party.name for m in own):
        return own, outer[0]
    others = all(m.party.name for m in own) and outer[0].key not in {m.key for m in own}
    if len(states) > 1 and (outer[0].party.kind != PERSON or others):
        return own, outer[0]  # `the top diplomats of A, B and C condemned …, A's foreign ministry said`
    if not own or states & {m.party.state for m in outer}:
        return outer, None
    return own, outer[0]


def _on_occasion(match: Match, context: Context) -> list[Mention]:
    """`X spoke with the leaders of our partners to stress …`: the infinitive is X's, wherever a parser hung it."""
    trigger, root = match.trigger, match.trigger.sent.root
    purpose = trigger.tag_ == "VB" and trigger.dep_ == "acl" and root.lemma_ in _TALKING and root.i < trigger.i
    return speakers(context, root) if purpose and any(c.lower_ == "to" for c in trigger.children) else []


def _by_event(match: Match, context: Context) -> list[Mention]:
    """`The trip underscored our commitment to …`: what a visit shows is said by the state that tells of it."""
    events = [c for c in match.trigger.children if c.dep_ == "nsubj" and c.lemma_.lower() in _EVENTS]
    return [context.mention(Party(context.home), events[0])] if events and context.home else []


def _in_whose_name(match: Match, context: Context) -> list[Mention]:
    """`conveyed President X's greetings`, `passed on the thanks of King Y`: whose words they are."""
    if not match.frame.objects or match.trigger.lemma_ not in CARRYING:
        return []
    words = [t for t in match.slots.get("obj", ()) if t.lemma_.lower() in match.frame.objects]
    owners = [c for t in words for c in t.children if c.dep_ == "nmod:poss" and c.tag_ != "PRP$"]
    owners += [c for t in words for c in t.children if c.dep_ == "nmod" and preposition(c) in ("of", "from")]
    named = [n for t in owners if (n := context.people.at(t)) is not None and n.person is not None]
    return [m for n in named if (m := context.people.mention(n)) is not None][:1]


def _beside(match: Match, context: Context) -> list[Mention]:
    """Who stands right before the verb where the parse gives it no subject that is known."""
    found = Around(context, match.sentence, match.trigger).left()
    near = found and match.trigger.i - found[-1].end <= _NEAR and any("subj" in g for g in match.frame.who)
    return mentions_of(found) if near and not match.who else []


def of_own_side(context: Context, head: Token, who: list[Mention]) -> bool:
    """True where the clause speaks of what the speaker's own side will do."""
    doers = speakers(context, head)
    return bool(doers) and {m.party.state for m in doers} <= {m.party.state for m in who}
