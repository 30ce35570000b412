"""Parties as users name them: states by code, name or demonym in any language, others by their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from dostyk.errors import UsageError

if TYPE_CHECKING:
    from dostyk.followup.record import Record
    from dostyk.model import Entry, Party


def state_code(text: str) -> str:
    """The state's ISO 3166-1 alpha-3 code. Raises UsageError where the text names none, or several."""
    code = state_or_none(text)
    if code is None:
        raise UsageError(f"{text!r} names no one state; give its code (KAZ), name (Kazakhstan) or demonym (Kazakh)")
    return code


def state_or_none(text: str) -> str | None:
    """The state's code, or None where the text names no one state."""
    from dostyk.reference import load_reference

    return load_reference().resolve_state(text)


def select(entries: Sequence[Entry], named: Sequence[str], spelt: Mapping[Party, Party]) -> list[Entry]:
    """Entries in which every named party takes part, or is the place. Raises UsageError for an unknown party.

    `spelt` are the parties as reports name them, and which party each is (`Ledger.named`).
    """
    tests = [_test(text, entries, spelt) for text in named]
    return [entry for entry in entries if all(test(entry) for test in tests)]


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
    from dostyk.linking.named import name_words

    code = state_or_none(text)
    if code is not None:
        return lambda entry: code in entry.states or entry.place.partition(":")[0] == code
    words = name_words(text)
    keys = {party for entry in entries for party in entry.parties if words and words <= name_words(party.name)}
    keys |= {chosen for party, chosen in spelt.items() if words and words <= name_words(party.name)}
    if not keys:
        raise UsageError(
            f"{text!r} names no state, and nobody in the ledger; give a code (KAZ), name, demonym or person"
        )
    return lambda entry: any(party in keys for party in entry.parties)
