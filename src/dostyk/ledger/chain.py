"""The chain that the log of acts is: each line holds a hash of the one before, so that no line changes unseen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select

from dostyk.ledger.erasures import ERASE
from dostyk.ledger.history import chain_of
from dostyk.ledger.rows import Row, act_from, dump
from dostyk.ledger.schema import act_origins, acts
from dostyk.model import Act

REFER = ("undo", "redo")  # acts whose payload names the number of another


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log with its link. `erased_by` is the number of the act that took quotes out of it, if any did."""

    act: Act
    chain: str
    erased_by: int | None = None


def line_of(act: Act, chain: str, data: Row) -> Line:
    """The line that columns and data of an act make."""
    return Line(act, chain, data.get("erased"))


def lines(connection: Connection) -> list[Line]:
    """The log as it is stored."""
    rows = connection.execute(select(acts).order_by(acts.c.number)).mappings()
    return [line_of(act_from(row), row["chain"], json.loads(row["data"])) for row in rows]


def first_break(log: Iterable[Line]) -> int | None:
    """The number of the first line that is not what was written; None where all are, but for what erasing acts of the
    same log say they took out."""
    held = list(log)
    erased = {
        (line.act.number, int(name))
        for line in held
        if line.act.verb == ERASE
        for name in line.act.payload.get("acts", "").split(",")
        if name.isdecimal()
    }
    before = ""
    for number, line in enumerate(held, start=1):
        said_so = line.erased_by is not None and (line.erased_by, number) in erased
        if line.act.number != number or (chain_of(before, line.act) != line.chain and not said_so):
            return line.act.number
        before = line.chain
    return None


def false_origins(connection: Connection) -> Iterator[int]:
    """Numbers of acts that came from another ledger and are not what was written there."""
    held = {line.act.number: line for line in lines(connection)}
    for row in connection.execute(select(act_origins).order_by(act_origins.c.number)).mappings():
        line = held[row["number"]]
        payload = dict(line.act.payload)
        if line.act.verb in REFER and row["refers"]:
            payload["act"] = row["refers"]
        if line.erased_by is None and chain_of(
            row["before"], replace(line.act, number=row["was"], payload=payload)
        ) != row["chain"]:  # fmt: skip
            yield row["number"]


def append_as(connection: Connection, act: Act, data: Row) -> Act:
    """Add an act that was written to another log, with its time, as the next line; `data` is what it says here."""
    last = connection.execute(select(acts.c.number, acts.c.chain).order_by(acts.c.number.desc()).limit(1)).first()
    number, before = (last[0], last[1]) if last else (0, "")
    new = replace(act, number=number + 1, payload=data["payload"])
    row = {"number": new.number, "at": new.at, "by": new.by, "verb": new.verb, "data": dump(data),
           "reason": new.reason, "chain": chain_of(before, new)}  # fmt: skip
    connection.execute(insert(acts), row)
    return new
