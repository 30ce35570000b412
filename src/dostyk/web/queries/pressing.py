"""What presses: the commitments on the board that are overdue or due soon, for the home page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dostyk.web.queries.board import board
from dostyk.web.queries.filters import Filters
from dostyk.web.site import Site

_SHOWN = 4


def pressing(site: Site) -> Mapping[str, Any]:
    """How many commitments there are in all, and of those overdue and due soon how many and the first."""
    view = board(site, Filters())
    columns = [column for column in view["columns"] if column["name"] in ("overdue", "due soon")]
    shown = [{"name": c["name"], "total": c["total"], "cards": c["cards"][:_SHOWN]} for c in columns]
    return {"commitments": view["total"], "columns": shown}
