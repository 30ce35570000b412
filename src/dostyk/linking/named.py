"""Parties found by what people call them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from anyascii import anyascii

from dostyk.errors import UsageError
from dostyk.model import STATE, Party
from dostyk.reference import load_reference


def parties_of(text: str, named: Mapping[Party, Party]) -> list[Party]:
    """The parties that people name, `;` between them. Raises UsageError where one of them is nobody."""
    return [_party(part.strip(), named) for part in text.split(";") if part.strip()]


def _party(text: str, named: Mapping[Party, Party]) -> Party:
    """A state by any of its names; a key as it stands, so that nobody need be known before; else who is so named."""
    resolve = load_reference().resolve_state
    known = next((party for party in named if party.key == text), None)
    code = resolve(text)
    if known is not None or code is not None:
        return known or Party(code or "")
    state, colon, name = text.partition(":")
    if colon and name and (state == "IGO" or resolve(state) == state):
        return Party.parse(text)
    return named_party(text, named, exact=False)


def named_party(text: str, named: Mapping[Party, Party], *, exact: bool) -> Party:
    """The person or body as a report names it: by key or name; else, unless `exact`, the one whose names hold all the
    words. Raises UsageError where none is so named, or several."""
    every = [party for party in named if party.kind != STATE]
    found = [party for party in every if party.key == text] or [party for party in every if party.name == text]
    words = name_words(text)
    if not found and not exact:
        chosen = {named[party] for party in every if words and words <= name_words(party.name)}
        found = [party for party in chosen if party in named]
    if len(found) == 1:
        return found[0]
    near = found or [party for party in every if words & name_words(party.name)]
    listed = ", ".join(sorted({party.key for party in near})[:8])
    if found:
        raise UsageError(f"{text!r} may be {listed}; give one of these")
    raise UsageError(f"no report names {text!r}" + (f"; there are {listed}" if near else ""))


def name_words(name: str) -> frozenset[str]:
    """The words of a name in Latin letters, without accents or case."""
    return frozenset(re.findall(r"\w+", anyascii(name).casefold()))
