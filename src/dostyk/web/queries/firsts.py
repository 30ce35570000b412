"""The first rows of a question in an order, each with its place, so that several such can be asked for at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, select

Order = Sequence[tuple[str, bool]]  # names of columns; True from the largest


def firsts(rows: FromClause, order: Order, most: int, after: int = 0, where: ColumnElement[bool] | None = None) -> Any:
    """The columns of `rows` and `place`, of at most so many rows after the first ones."""
    query: Select[Any] = select(rows)
    if where is not None:
        query = query.where(where)
    few = query.order_by(*_ordering(rows, order)).limit(most).offset(after).subquery()
    return select(few, func.row_number().over(order_by=_ordering(few, order)).label("place")).subquery()


def _ordering(rows: FromClause, order: Order) -> list[ColumnElement[Any]]:
    return [rows.c[name].desc() if down else rows.c[name] for name, down in order]
