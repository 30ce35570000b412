"""What people do to a ledger: acts recorded, taken back and brought back, each with what follows from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from dostyk.errors import RuledApart, UsageError
from dostyk.ledger import asking, checking, history
from dostyk.ledger.answers import Answers
from dostyk.ledger.deriving import derive_touched
from dostyk.ledger.erasures import ERASE, ERASED, refuse_erasure
from dostyk.ledger.rows import now
from dostyk.ledger.writes import touch
from dostyk.linking import redoable, undoable
from dostyk.linking.merging import MERGE, NAMESAKE, namesake_payload, party_rulings, payload_of
from dostyk.linking.named import key_parts, parties_of
from dostyk.model import FOLLOWING, STATE, Act, Claim, Party, claim_from_dict, claim_to_dict

_SIDES = frozenset(("who", "whom"))
Step = tuple[str, Sequence[str], Mapping[str, str]]
"""An act to record: its verb, ids and payload."""


class Acting(Answers):
    """Acts on an open ledger. Every call is one transaction: all of it is recorded, or nothing."""

    def act(
        self,
        verb: str,
        ids: Sequence[str] = (),
        *,
        by: str,
        payload: Mapping[str, str] | None = None,
        reason: str = "",
    ) -> Act:
        """Record what a person decided about entries, claims or addresses, and derive what follows from it.

        Payload: of `correct` field → value, of `note` the `text`, of `add` the `claim` as JSON (see `add_claim`).
        Raises UsageError where an id leads nowhere or the act says too little.
        """
        (act,) = self.decide([(verb, ids, payload or {})], by=by, reason=reason)
        return act

    def decide(self, steps: Sequence[Step], *, by: str, reason: str = "") -> list[Act]:
        """Record several acts of one decision: all of them, or none; one undo takes all of them back.

        Raises UsageError as `act` does.
        """
        for verb, ids, payload in steps:
            history.check_act(verb, ids, by, payload)
        steps = [(verb, ids, self._in_keys(payload) if verb == "correct" else payload) for verb, ids, payload in steps]
        self._settle()
        with self._store.writing() as connection:
            batch = history.batch_of(connection, now(), by, steps) if len(steps) > 1 else ""
            done = [_record(connection, step, by, reason, batch) for step in steps]
            if any(act.verb not in FOLLOWING for act in done):
                _derive_after(connection, done)
        return done

    def _in_keys(self, payload: Mapping[str, str]) -> Mapping[str, str]:
        """A correction with its parties as keys, however they are named. Raises UsageError where one is nobody."""
        named = self.named() if _SIDES & payload.keys() else {}
        return {name: "; ".join(party.key for party in parties_of(value, named)) if name in _SIDES else value
                for name, value in payload.items()}  # fmt: skip

    def rule_parties(self, verb: str, one: Party, other: Party, *, by: str, reason: str = "") -> Act:
        """`merge` two parties into one, or `split` a name from the party it was joined with, as reports name them.

        A name that is split stands by itself. Raises UsageError where the ledger names no such party, or nothing
        would change.
        """
        named = self.named()
        for party in (one, other):
            if party not in named or party.kind == STATE:
                raise UsageError(f"no report names {party.key} as a person or body")
        if one == other or (named[one] == named[other]) is (verb == MERGE):
            raise UsageError(f"{one.key} and {other.key} are {'one party' if verb == MERGE else 'two parties'} already")
        return self.act(verb, by=by, payload=payload_of(one, other), reason=reason)

    def reunite(self, one: Party, other: Party, *, by: str, others: bool = False, reason: str = "") -> list[Act]:
        """Merge two parties where people ruled that they are two: what they ruled is taken back first, since a split
        goes before a merge. What somebody else ruled only where `others` says so.

        Raises RuledApart where somebody else's ruling stands, else UsageError as `rule_parties` does.
        """
        apart = self._ruled_apart(one, other)
        foreign = next((act for act in apart if act.by != by and not others), None)
        if foreign is not None:
            raise RuledApart(f"{foreign.by} ruled in act {foreign.number} that {one.key} and {other.key} are two")
        undone = [self.undo(by=by, number=act.number, alone=True, reason=reason) for act in apart]
        done = [act for act in undone if act is not None]
        named = self.named()  # which a name that only a ruling gave has left again
        if done and len({named[party] for party in (one, other) if party in named}) == 1:
            return done
        return [*done, self.rule_parties(MERGE, one, other, by=by, reason=reason)]

    def _ruled_apart(self, one: Party, other: Party) -> list[Act]:
        """The acts that hold and keep two parties apart."""
        named = self.named()
        two = {named.get(one), named.get(other)}
        pairs = ((act, pair) for act in self.acts(held=True) for pair in party_rulings((act,)).split)
        found = {act.number: act for act, pair in pairs if {named.get(party) for party in pair} == two}
        return list(found.values()) if len(two) == 2 else []

    def tell_apart(self, party: Party, ids: Sequence[str], name: str, *, by: str, reason: str = "") -> Act:
        """Say that in these entries or claims the party, as the ledger knows it, is somebody else who bears the same
        name and is called `name` from then on, in another state where that is a key (`BOL:Ana Rojas`). Raises
        UsageError where none of them names the party, or an id leads nowhere."""
        state, bare = key_parts(name)
        other = Party(state or party.state, " ".join((bare or name).split()), party.kind)
        links = self.named()
        if party.kind == STATE or party not in links:
            raise UsageError(f"no report names {party.key} as a person or body")
        if not other.name or links.get(other, other) == links[party]:
            raise UsageError(f"{other.key} is {party.key} already; give the other another name")
        with self._asking() as connection:
            bound = history.bound_acts(connection).named
            targets = [claim for claim, _ in history.targets_of(connection, NAMESAKE, ids)]
            told = [(claim, asking.load_claim(connection, claim)) for claim in targets]
        names = {one for claim_id, claim in told for one in claim.parties
                 if links.get(bound.get(claim_id, {}).get(one, one)) == links[party]}  # fmt: skip
        if not names:
            raise UsageError(f"{' '.join(ids)}: no claim there names {party.key}")
        return self.act(NAMESAKE, ids, by=by, payload=namesake_payload(names, other), reason=reason)

    def follow(self, acts: Sequence[Step], *, by: str, reason: str = "") -> list[Act]:
        """Record acts of the follow-up: all of them, or none; one undo takes all of them back.

        Raises UsageError where one of them is no such act, its id leads nowhere, or it says too little.
        """
        wrong = next((verb for verb, _, _ in acts if verb not in FOLLOWING), None)
        if wrong is not None:
            raise UsageError(f"{wrong} is no act of the follow-up")
        return self.decide(acts, by=by, reason=reason)

    def add_claim(self, claim: Claim, *, by: str, reason: str = "") -> Act:
        """Add a claim by hand; its report must be in the ledger, its passages in the report."""
        report = self.report(claim.report)
        for passage in checking.passages_of(claim):
            passage.check(report)
        data = json.dumps(claim_to_dict(claim), ensure_ascii=False, sort_keys=True)
        return self.act("add", by=by, payload={"claim": data}, reason=reason)

    def undo(self, *, by: str, number: int | None = None, alone: bool = False, reason: str = "") -> Act | None:
        """Take back the latest act that holds, or the one of that number, with all that were recorded by one decision
        with it; `alone` without these. None where there is nothing to undo. Raises UsageError where that is an
        erasure: what was done before one is taken back by its number only."""
        self._settle()
        with self._store.writing() as connection:
            every = [act for act in history.held_acts(connection) if act.verb != ERASED]
            refuse_erasure(every, number)
            found = undoable([act for act in every if act.verb != ERASE], number, alone=alone)
            return _again(connection, "undo", found, by, reason, alone=alone)

    def redo(self, *, by: str, reason: str = "") -> Act | None:
        """Bring back what was undone last, unless another act came after. None where there is nothing to redo."""
        self._settle()
        with self._store.writing() as connection:
            return _again(connection, "redo", redoable(history.all_acts(connection)), by, reason)

    def _settle(self) -> None:
        with self._asking():
            pass


def _record(connection: Connection, step: Step, by: str, reason: str, batch: str) -> Act:
    verb, ids, payload = step
    said = dict(payload)
    if verb == "add":
        claim = claim_from_dict(json.loads(said["claim"]))
        said["id"] = claim.id
        history.add_claim(connection, claim)
    targets = history.targets_of(connection, verb, ids)
    if verb in FOLLOWING and len(targets) != len(set(ids)):
        raise UsageError(f"{verb}: not every id leads to a claim that counts")
    if verb != "add":
        said["claims"] = ",".join(name for name, _ in targets)
    bound = [target for _, target in targets]
    return history.append(connection, now(), by, verb, bound, said, reason, batch)


def _again(
    connection: Connection, verb: str, found: Sequence[Act], by: str, reason: str, *, alone: bool = False
) -> Act | None:
    """Record the undo or redo of acts."""
    if not found:
        return None
    said = {"act": str(found[0].number)}
    if found[0].batch and not alone:
        said |= {"batch": found[0].batch, "acts": str(len(found))}
    act = history.append(connection, now(), by, verb, (), said, reason)
    _derive_after(connection, found)
    return act


def _derive_after(connection: Connection, done: Sequence[Act]) -> None:
    """Derive what follows from acts that were recorded, undone or brought back."""
    moving = [act for act in done if act.verb not in FOLLOWING]
    touch(connection, {name for ids in history.bound_claims(connection, moving) for name in ids})
    derive_touched(connection, log_changed=True)
