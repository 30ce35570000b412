"""Parties found by what people call them: as any command or page prints them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from anyascii import anyascii

from dostyk.errors import UsageError
from dostyk.model import STATE, Party
from dostyk.reference import load_reference

_INTERNATIONAL = "IGO"


def parties_of(text: str, named: Mapping[Party, Party]) -> list[Party]:
    """The parties that people name, `;` between them. Raises UsageError where one of them is nobody."""
    return [_party(part.strip(), named) for part in text.split(";") if part.strip()]


def _party(text: str, named: Mapping[Party, Party]) -> Party:
    """A state by any of its names; a key as it stands, so that nobody need be known before; else who is so named."""
    known = next((party for party in named if party.key == text), None)
    code = load_reference().resolve_state(text)
    if known is not None or code is not None:
        return known or Party(code or "")
    state, name = key_parts(text)
    if state and not _called(text, named):
        return Party.parse(f"{state}:{name}")
    return named_party(text, named, exact=False)


def called(text: str, named: Mapping[Party, Party]) -> frozenset[Party]:
    """All that a spelling may mean, as the parties they are: a state by any of its names, a key or a name as a report
    has it, one that was merged away too, else all whose names hold the words; `VNM:Lam` only in that state.

    `named` holds the parties as reports name them, and the party that each is (`Ledger.named`).
    """
    code = load_reference().resolve_state(text)
    if code is not None:
        return frozenset((Party(code),))
    return frozenset(named.get(party, party) for party in _called(text, named))


def _called(text: str, named: Mapping[Party, Party]) -> list[Party]:
    """Persons and bodies as reports name them, whom a key means, or else all whose names hold the words."""
    every = [party for party in {*named, *named.values()} if party.kind != STATE]
    bears = bearing(text)
    return [party for party in every if party.key == text.strip()] or [party for party in every if bears(party)]


def bearing(text: str) -> Callable[[Party], bool]:
    """True for a person or body whose name holds all the words; where the text is a key, in its state only."""
    state, name = key_parts(text)
    words = name_words(name or text)
    return lambda party: (
        bool(words) and party.kind != STATE and state in ("", party.state) and words <= name_words(party.name)
    )


def key_parts(text: str) -> tuple[str, str]:
    """State and name of a key, the state by any of its names; both empty where the text is no key."""
    state, colon, name = (part.strip() for part in text.partition(":"))
    code = _INTERNATIONAL if state == _INTERNATIONAL else load_reference().resolve_state(state) if colon else None
    return (code, name) if code and name else ("", "")


def state_meant(text: str) -> str:
    """The code of the state that a text names by code, name or demonym, or of the one for which the party of a key
    acts (`VNM:To Lam`); empty where it names none."""
    resolve = load_reference().resolve_state
    return resolve(text) or resolve(text.partition(":")[0]) or ""


def named_party(text: str, named: Mapping[Party, Party], *, exact: bool) -> Party:
    """The person or body as a report names it: by key or name; else, unless `exact`, the one whose names hold all the
    words. Raises UsageError where none is so named, or several."""
    every = [party for party in named if party.kind != STATE]
    found = [party for party in every if party.key == text] or [party for party in every if party.name == text]
    if not found and not exact:
        found = [party for party in called(text, named) if party in named and party.kind != STATE]
    if len(found) == 1:
        return found[0]
    words = name_words(key_parts(text)[1] or text)
    near = found or [party for party in every if words & name_words(party.name)]
    if found:
        raise UsageError(f"{text!r} may be {_listed(near)}; give one of these")
    raise nobody(text, near)


def nobody(text: str, known: Iterable[Party] = ()) -> UsageError:
    """The error that no report names a party of these words, with those that come near."""
    words = name_words(key_parts(text)[1] or text)
    near = [party for party in known if party.kind != STATE and words & name_words(party.name)]
    return UsageError(f"no report names {text!r}" + (f"; there are {_listed(near)}" if near else ""))


def _listed(parties: Iterable[Party]) -> str:
    return ", ".join(sorted({party.key for party in parties})[:8])


def name_words(name: str) -> frozenset[str]:
    """The words of a name in Latin letters, without accents or case."""
    return frozenset(re.findall(r"\w+", anyascii(name).casefold()))
