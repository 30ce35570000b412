"""Looking over what comes from outside: a database would take values that no ledger can have written."""

from __future__ import annotations

from dataclasses import astuple
from datetime import datetime
from typing import Any

from sqlalchemy import Table

from dostyk.ledger.rows import Row
from dostyk.model import KINDS, STATUSES, Claim, claim_from_dict


def row_of(table: Table, given: Row) -> Row:
    """The columns of a table as a row gives them, each of its type. Raises KeyError, TypeError."""
    return {column.name: of_type(given[column.name], column.type.python_type, column.name) for column in table.columns}


def of_type(value: Any, kind: type, name: str) -> Any:
    """The value, where it is of the type; a whole number will do for any number. Raises TypeError."""
    if isinstance(value, bool) is (kind is bool) and isinstance(value, (int, float) if kind is float else kind):
        return value
    raise TypeError(f"{name} is {value!r}")


def time_of(value: Any) -> str:
    """A time as ledgers note it. Raises TypeError, ValueError."""
    datetime.fromisoformat(of_type(value, str, "recorded_at"))
    return str(value)


def claim_of(data: Row) -> Claim:
    """The claim that an export writes so. Raises KeyError, TypeError, ValueError."""
    claim = claim_from_dict(data)
    if claim.kind not in KINDS or claim.status not in STATUSES:
        raise ValueError(f"{claim.kind} and {claim.status} are no kind and status that this version knows")
    for value in (claim.reader, claim.date_basis, claim.place, claim.what, *claim.flags, *astuple(claim.detail)):
        of_type(value, str, "a field of a claim")
    of_type(claim.confidence, float, "confidence")
    if not claim.evidence["trigger"]:
        raise ValueError("a claim without its trigger")
    return claim
