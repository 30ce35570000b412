"""Parties as users name them: by any spelling that a command or a page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from dostyk.cli.output import notice
from dostyk.errors import UsageError

if TYPE_CHECKING:
    from dostyk.followup.record import Record
    from dostyk.ledger import Ledger
    from dostyk.model import Entry, Party


def state_code(text: str, store: Ledger | None = None) -> str:
    """The state's ISO 3166-1 alpha-3 code; of a person or body by its key (`VNM:To Lam`), or known to the ledger by
    its name, the state it acts for, which is said. Raises UsageError where the text leads to no one state."""
    from dostyk.linking.named import state_meant

    code = state_or_none(text)
    if code is not None:
        return code
    code = state_meant(text) or _state_acted_for(text, store)
    if not code:
        raise UsageError(f"{text!r} names no one state; give its code (KAZ), name (Kazakhstan) or demonym (Kazakh)")
    notice(f"dostyk: {text} stands for its state here, {code}")
    return code


def _state_acted_for(text: str, store: Ledger | None) -> str | None:
    from dostyk.linking.named import called

    states = {party.state for party in called(text, store.named())} if store else set()
    return state_or_none(states.pop()) if len(states) == 1 else None


def state_or_none(text: str) -> str | None:
    """The state's code, or None where the text names no one state."""
    from dostyk.reference import load_reference

    return load_reference().resolve_state(text)


def select(entries: Sequence[Entry], named: Sequence[str], spelt: Mapping[Party, Party]) -> list[Entry]:
    """Entries in which every named party takes part, or is the place. Raises UsageError for an unknown party.

    A party may be given by any of its names, by its key, or as the entry in which it, and whoever else is told of
    there, takes part. `spelt` are the parties as reports name them, and which party each is (`Ledger.named`).
    """
    tests = [_test(part, entries, spelt) for text in named for part in text.split(";") if part.strip()]
    return [entry for entry in entries if all(test(entry) for test in tests)]


def earlier(entries: Sequence[Entry], named: Sequence[str]) -> list[str]:
    """A line for each state that ended, that one of the named states continued and that has entries of its own:
    `before: Soviet Union and Bangladesh, 2 entries; timeline SUHH BGD`. None where a party is no state."""
    from itertools import product

    from dostyk.reference import load_reference

    codes = [state_or_none(text) for text in named]
    reference, lines = load_reference(), list[str]()
    sides = [[code, *(state.code for state in reference.former(code))] for code in codes if code]
    for chosen in product(*sides) if sides and len(sides) == len(codes) else ():
        count = sum(set(chosen) <= {*entry.states, entry.place.partition(":")[0]} for entry in entries)
        if count and list(chosen) != codes:
            names = " and ".join(reference.states[code].name for code in chosen)
            noun = "entry" if count == 1 else "entries"
            lines.append(f"before: {names}, {count} {noun}; timeline {' '.join(chosen)}")
    return lines


def followed(
    ledger: str | None, named: Sequence[str], until: str | None = None, as_of: str | None = None
) -> tuple[Record, frozenset[str]]:
    """What follow-up knows of the ledger on the day asked for, and the ids of the entries that bear on all the parties.

    Two states are a relation, as in its brief; of others, `select` chooses.
    """
    from dostyk.cli.options import day_asked
    from dostyk.cli.place import ledger_as_of
    from dostyk.followup import load
    from dostyk.followup.relation import relation_entries

    today = day_asked(until, as_of)
    with ledger_as_of(ledger, as_of) as store:
        record, spelt = load(store, today), store.named()
    codes = {code for text in named if (code := state_or_none(text))}
    if len(codes) == len(named) == 2:
        found = relation_entries(record.entries, *sorted(codes))
    else:
        found = select(record.entries, named, spelt)
    return record, frozenset(entry.id for entry in found)


def _test(text: str, entries: Sequence[Entry], spelt: Mapping[Party, Party]) -> Callable[[Entry], bool]:
    from dostyk.linking.named import called, nobody
    from dostyk.model import STATE

    known = {**{party: party for entry in entries for party in entry.parties}, **spelt}
    found = called(text, known)
    state = next((party.state for party in found if party.kind == STATE), "")
    if state:
        return lambda entry: state in entry.states or entry.place.partition(":")[0] == state
    if found:
        return lambda entry: any(party in found for party in entry.parties)
    of_entry = parties_of_entry(text.strip(), entries)
    if not of_entry:
        raise UsageError(f"{nobody(text, known)}; give a state (code, name, demonym), or a person by name or key")
    return lambda entry: of_entry <= set(entry.parties)


def parties_of_entry(name: str, entries: Sequence[Entry]) -> frozenset[Party]:
    """All parties of the one entry whose id, or an address of which, is or begins with the name; none where it is no
    such entry's."""
    from dostyk.ledger.history import SHORTEST

    if len(name) < SHORTEST:
        return frozenset()
    found = []
    for entry in entries:
        addresses = (entry.id, *(anchor.entry_id for anchor in entry.anchors))
        found += [entry] if any(address.startswith(name) for address in addresses) else []
    return frozenset(found[0].parties) if len(found) == 1 else frozenset()
