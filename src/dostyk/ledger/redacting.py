"""Taking a person's names out of what people wrote in acts that stay: notes, reasons, corrections, leads, answers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from dostyk.ledger import history
from dostyk.ledger.erasures import ERASE, ERASED
from dostyk.ledger.rows import Row, act_from, dump
from dostyk.ledger.schema import acts, parties
from dostyk.ledger.writes import touch
from dostyk.linking.merging import MERGE, NAMESAKE, SPLIT
from dostyk.linking.names import plain
from dostyk.model import Act

HIDDEN = "[erased]"
_OF_PROGRAMS = ("claims", "claim", "id", "kinds", "batch", "act", "acts")  # of a payload what nobody wrote


def keys_of(connection: Connection, person: str) -> set[str]:
    """The keys of a person, given as a key (`VNM:To Lam`) or as a name, under all spellings that are joined to it."""
    known = [parties.c.party == person]
    if ":" not in person:
        known.append(parties.c.party.endswith(f":{person}", autoescape=True))
    chosen = select(parties.c.chosen).where(or_(*known))
    return {person, *connection.execute(select(parties.c.party).where(parties.c.chosen.in_(chosen))).scalars()}


def names_of(keys: set[str]) -> list[str]:
    """The names that these keys hold."""
    return sorted({name for key in keys if (name := key.partition(":")[2] or key)})


def acts_naming(connection: Connection, names: Sequence[str]) -> list[Act]:
    """Acts in which people wrote one of the names, with or without its accents."""
    found = _pattern(names)
    query = select(acts).where(acts.c.verb.not_in((ERASE, ERASED))).order_by(acts.c.number)
    every = [act_from(row) for row in connection.execute(query).mappings()]
    return [act for act in every if any(found.search(text) for text in (act.reason, *_written(act).values()))]


def redact(connection: Connection, names: Sequence[str], at: str, by: str, reason: str) -> list[Act]:
    """Take the names out of the acts that have them; the act that says so, which lists them, if there are any. What
    the acts did is noted as due."""
    naming = acts_naming(connection, names)
    if not naming:
        return []
    touch(connection, {name for ids in history.bound_claims(connection, naming) for name in ids})
    number = (connection.execute(select(func.max(acts.c.number))).scalar() or 0) + 1
    pattern = _pattern(names)
    for act in naming:
        data = json.loads(connection.execute(select(acts.c.data).where(acts.c.number == act.number)).scalar_one())
        values = _redacted(act, data, pattern, number)
        connection.execute(update(acts).where(acts.c.number == act.number).values(**values))
    said = {"report": "", "text": "", "acts": ",".join(str(act.number) for act in naming)}
    return [history.append(connection, at, by, ERASE, (), said, reason)]


def _redacted(act: Act, data: Row, names: re.Pattern[str], number: int) -> dict[str, Any]:
    """The act's columns without the names; a ruling about the person, or a correction that names nobody else, goes."""
    payload = {name: value for name, value in act.payload.items() if name not in _written(act)}
    for name, text in _written(act).items():
        if act.verb != "correct":
            payload[name] = names.sub(HIDDEN, text)
        elif not names.search(text):
            payload[name] = text
    if act.verb in (MERGE, SPLIT, NAMESAKE) or (act.verb == "correct" and not payload.keys() - set(_OF_PROGRAMS)):
        left = {"targets": [], "payload": {}, "erased": number, "was": act.verb}
        return {"verb": ERASED, "data": dump(left), "reason": ""}
    return {"data": dump({**data, "payload": payload, "erased": number}), "reason": names.sub(HIDDEN, act.reason)}


def _written(act: Act) -> Mapping[str, str]:
    return {name: value for name, value in act.payload.items() if name not in _OF_PROGRAMS}


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Any of the names as a word by itself, the longest first; of those with accents also without them."""
    every = sorted({*names, *(plain(name) for name in names)} - {""}, key=lambda name: (-len(name), name))
    said = "|".join(r"\s+".join(map(re.escape, name.split())) for name in every)
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)
