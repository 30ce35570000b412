"""Whom common nouns mean: "the two leaders", "both sides", "the Kazakh side", "the ministry", "his counterpart"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.language import groups, offices
from dostyk.language.bodies_meant import MODIFIERS, Bodies
from dostyk.language.delegations import Delegations
from dostyk.language.focus import REACH, Focus, place_of
from dostyk.language.groups import Counted
from dostyk.language.holders import received_by
from dostyk.language.party_nouns import (
    AGENCIES,
    HEADS_OF,
    LEADERS,
    OFFICIALS,
    OWNERS,
    SIDES,
    bare_subject,
    has_the,
    is_rank,
    narrowed,
    noun_of,
    of_two,
    one_each,
    plural_form,
    somewhere,
    talks_that_stress,
)
from dostyk.language.ranks import RANKS
from dostyk.language.unnamed import unnamed_before
from dostyk.model import Mention, Party

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from dostyk.language.persons import Named, Person

_ENVOYS = frozenset(["ambassador", "envoy", "emissary"])
_FELLOWS = frozenset(["colleague", "peer", "homologue"])
_GROUPS = frozenset(["group", "grouping", "bloc"])
_MISSIONS = frozenset(["delegation", "mission", "office"])  # `the EU delegation in Chile` speaks for the body


class NounPhrases:
    """The parties of common nouns of one document; `resolve` gives those of the pronouns that own them."""

    def __init__(
        self, focus: Focus, delegations: Delegations, counted: Counted, resolve: Callable[[Token], list[Mention]]
    ) -> None:
        self.focus = focus
        self.people = focus.people
        self.delegations = delegations
        self.counted = counted
        self.resolve = resolve
        self.bodies = Bodies(focus)

    def of(self, token: Token) -> list[Mention]:
        """The parties that a noun means, none for one that stands for no party."""
        noun = noun_of(token)
        if together := self.counted.group(token, self.resolve) or self.counted.of(token):
            return [self.focus.mention(party, token) for party in together]
        if noun == "delegation" and (members := self.delegations.members(token)):
            return members
        if body := self.bodies.body_over(token) if noun in _MISSIONS else self.bodies.together(token, noun):
            return [self.focus.mention(body, token)]
        states = self._modifier_states(token)
        if noun == "delegation" and not plural_form(token):
            if known := self.delegations.before(token, states[0] if states else ""):
                return known
        if noun in _ENVOYS:
            return self.bodies.of_their_states(token) or unnamed_before(self.focus, token, noun)
        if noun in ("guest", "host") and not plural_form(token):
            return self._guest_or_host(token, noun)
        if noun in _FELLOWS and not any(self.people.at(c) for c in token.children):
            return []  # `her provincial colleagues`
        if noun in LEADERS:
            return self._leaders(token, states) if plural_form(token) else self._leader(token, noun, states)
        if talks_that_stress(token, noun) and self.focus.met_before(token):
            return [self.focus.mention(p, token) for p in self.focus.everyone(token)]
        if noun in AGENCIES and not plural_form(token) and not states:
            return self.bodies.agency(token, noun)
        if noun in AGENCIES and plural_form(token):  # `the foreign ministries of A and B`
            codes = states or (self.focus.sides(token) if one_each(token) else ())
            return [self.focus.mention(Party(code), token) for code in codes]
        if noun in _GROUPS and has_the(token) and not states:
            return [self.focus.mention(p, token) for p in self.bodies.last_body(token)]
        if plural_form(token) and (noun == "member" or any(c.lower_ == "member" for c in token.children)):
            return self.bodies.membership(token)
        if noun in SIDES or token.lower_ in offices.GOVERNMENT_WORDS:
            return [self.focus.mention(p, token) for p in self._sides(token, noun, states)]
        return self.bodies.of_their_states(token)[:1] if noun in offices.TITLE_HEADS and not plural_form(token) else []

    def _modifier_states(self, token: Token) -> list[str]:
        """States in a noun's own modifiers: `the Kazakh side`, `leaders of the two countries`."""
        found: list[str] = []
        for child in token.children:
            if child.dep_ not in MODIFIERS or (found and somewhere(child)):
                continue
            inner = ("conj", "flat", "amod", "compound") if child.dep_ == "compound" else ("conj", "flat")
            for part in (child, *(g for g in child.children if g.dep_ in inner)):  # `Kenyan government officials`
                named = self.people.at(part)
                party = named.resolve() if named else None
                if party and party.state and party.state != "IGO":
                    found.extend(self._with_those_listed(token, named, party.state))
                elif plural_form(part) and noun_of(part) in AGENCIES:  # `the chairmen of the parliaments of A and B`
                    found.extend(self._modifier_states(part))
                elif part.tag_ == "PRP$":
                    found.extend(m.party.state for m in self.resolve(part) if m.party.state not in ("", "IGO"))
                elif together := groups.members(part) or [p.state for p in self.counted.of(part)]:
                    found.extend(together)
                elif child.dep_.startswith("nmod") and part.lemma_ in OWNERS:
                    found.extend(self._modifier_states(part) if is_rank(token, part) else self.focus.sides(token))
        return list(dict.fromkeys(found))

    def _with_those_listed(self, token: Token, named: Named | None, state: str) -> list[str]:
        """The state of a modifier; behind or before a plural noun all those enumerated with it."""
        if named is None or named.party is None or not (plural_form(token) or token.lemma_ in ("state", "government")):
            return [state]
        return [n.party.state for n in self.people.states_listed(named) if n.party is not None]

    # -- sides and agencies ----------------------------------------------------------------------------------

    def _sides(self, token: Token, noun: str, states: list[str]) -> list[Party]:
        """`the Kazakh side`, `both sides`, `the sides`, `the government` in a release of its own."""
        plural = plural_form(token)
        if states:
            return [Party(code) for code in states]
        if plural and self.focus.with_body:
            return list(self.focus.joint)
        if plural and of_two(token):
            return [Party(code) for code in self.focus.sides(token)]
        if noun == "government" and self.people.home and not plural:
            return [Party(self.people.home)]
        if plural and noun in ("side", "party", "delegation", "country", *groups.NEIGHBOURS) and not narrowed(token):
            return [Party(code) for code in self.focus.sides(token)]
        return []

    # -- leaders ---------------------------------------------------------------------------------------------

    def _leader(self, token: Token, noun: str, states: list[str]) -> list[Mention]:
        if states:
            return [self.focus.mention(self.focus.leader_of(states[0]), token)]
        if noun == "counterpart":
            return self._counterpart(token)
        return self._bearer(token, noun)

    def _guest_or_host(self, token: Token, noun: str) -> list[Mention]:
        """`the guest`, `his host`: of the two leaders the one from abroad, or at home, where the report is from."""
        pair = self.focus.pair(token)
        home = self.focus.here
        if token.dep_ == "compound" or any(c.dep_ in ("amod", "compound") for c in token.children):
            return []  # `the Norwegian guest`, `the guest list`
        if any(c.dep_ == "nmod" for c in token.children):
            return []
        sides = [p.party for p in pair]
        if len(sides) < 2 or home not in {p.state for p in sides}:
            met = self.focus.met_before(token)
            sides = list(dict.fromkeys(p.party for p in met[-1].everyone)) if met else []
        if len(sides) != 2:
            abroad = self.focus.only_state_from_abroad(token, home)
            sides = [Party(home), Party(abroad)] if home and abroad else []
        if len(sides) != 2 or [p.state for p in sides].count(home) != 1:
            return []
        return [self.focus.mention(p, token) for p in sides if (p.state == home) == (noun == "host")]

    def _counterpart(self, token: Token) -> list[Mention]:
        """`his counterpart`: the other one of the pair."""
        owner = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        mine = {m.party.state for m in self.resolve(owner)} if owner is not None else set()
        other = next((p for p in self.focus.pair(token) if p.state not in mine), None)
        if other is None and mine and len(beside := self._named_beside(token) - mine) == 1:
            return [self.focus.mention(Party(*beside), token)]
        return [self.focus.mention(other.party, token)] if other and mine else []

    def _named_beside(self, token: Token) -> set[str]:
        """The states that a word's sentence names: of one other, `his counterpart` is the counterpart."""
        named = self.people.in_sentence(self.focus.document.sentence_of(token))
        return {p.state for n in named if (p := n.resolve()) is not None and p.state not in ("", "IGO")}

    def _bearer(self, token: Token, office: str) -> list[Mention]:
        """`the President`, where no title stands by itself: the latest person before who bears that office."""
        meant = set(HEADS_OF.get(" ".join(c.lower_ for c in token.children if c.dep_ == "nmod"), (office,)))
        words = [*token.children, *(token.head.children if token.dep_ == "conj" else ())]
        if not any(c.lower_ in ("the", "both") for c in words):  # `the President and Prime Minister`
            return []
        before = self.focus.persons_before(token, 2 * REACH)
        rank = RANKS & {c.lower_ for c in token.children}  # `the deputy minister`
        received = received_by(token, self.people.persons)
        before = [p for p in before if received is None or p.state != received.state]
        fits = (p for p in before if p.title_words() & meant and rank <= p.title_words())
        bearer = next((p for p in fits if rank or p.may_be(frozenset(meant))), None)
        return [self.focus.mention(bearer.party, token)] if bearer else unnamed_before(self.focus, token, office)

    def _leaders(self, token: Token, states: list[str]) -> list[Mention]:
        return [self.focus.mention(p, token) for p in self._leading(token, states)]

    def _leading(self, token: Token, states: list[str]) -> list[Party]:
        """`ASEAN leaders`, `officials of both governments`, `the two leaders`, `the Ministers`, `Leaders agreed`."""
        if body := self.bodies.body_over(token):
            return [body]
        if len(states) >= 2:
            own = noun_of(token) in OFFICIALS and not any(c.lower_ in ("top", "chief") for c in token.children)
            return [Party(code) if own else self.focus.leader_of(code) for code in states]
        if states:
            return [Party(states[0])]
        if of_two(token):
            two = self._bearers(token) or self.focus.pair(token)
            sides = self.focus.sides(token) if len(two) == 1 or (not two and len(self.focus.weights) == 2) else ()
            return [self.focus.leader_of(code) for code in sides] if len(sides) > 1 else [p.party for p in two]
        if has_the(token) or bare_subject(token):
            bearers = [p.party for p in self._bearers(token)]
            if bearers or self.focus.with_body:
                return bearers or self._joint(noun_of(token))
            return self.focus.everyone(token) or self.bodies.last_body(token)
        return []

    def _joint(self, office: str) -> list[Party]:
        """`We, the Ministers of …`: the parties of a joint document, or those of them who hold that office."""
        return list(self.focus.joint_by(lambda p: bool(p.titles) and office in {*p.title_words(), "leader"}))

    def _bearers(self, token: Token) -> tuple[Person, ...]:
        """`the Ministers` of several encounters: those of the latest one who bear that office, two at least."""
        office = noun_of(token)
        for met in reversed(self.focus.met_before(token)):
            heads = tuple(p for p in met.heads() if office in p.title_words())
            if len(heads) > 1:
                return heads
        if not of_two(token):
            return ()
        encounters = self.focus.met_before(token)
        if office == "leader" and encounters and any(p.bears(office) for p in encounters[-1].pair):
            return ()  # `the two leaders` are those who met, where one of them leads
        here = place_of(token)
        known = (p for p in self.focus.leading_persons() if any(place[:2] < here for place in p.places))
        bearing = (p for p in known if p.titles and p.bears(office))
        of_state: dict[str, Person] = {}
        for person in bearing:
            of_state.setdefault(person.state, person)
        if len(of_state) == 1:  # `President X and his counterpart Y`
            counterparts = (p for p in self.focus.leading_persons() if "counterpart" in p.title_words())
            other = next((p for p in counterparts if p.state not in of_state and min(p.places)[:2] < here), None)
            of_state |= {other.state: other} if other is not None else {}
        return tuple(of_state.values()) if len(of_state) == 2 else ()
