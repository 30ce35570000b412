"""What lists choose, order and count entries by: of each entry, and of each state that it touches."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BATCH = 2000
_READ = (
    "id", "kind", "status", "accepted", "confidence", "published", "date_low", "date_high", "place", "data",
)  # fmt: skip
_BEFORE = ("paging_entries", "paging_days", "paging_states", "paging_parties", "paging_roles")


def upgrade() -> None:
    for name in _BEFORE:  # made by the site, which makes those that it needs now
        op.execute(f"DROP INDEX IF EXISTS {name}")
    listed = op.create_table(
        "listed",
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("part", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("published", sa.String(length=10), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("states", sa.Text(), nullable=False),
        sa.Column("acting", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("state", "entry"),
    )
    op.create_index(op.f("ix_listed_entry"), "listed", ["entry"], unique=False)
    for rows in _rows(op.get_bind()):
        op.bulk_insert(listed, rows)


def _rows(connection: sa.Connection) -> Iterator[list[dict[str, Any]]]:
    """The new rows, from what is stored of the entries."""
    entries = sa.table("entries", *map(sa.column, _READ))
    parties = sa.table("entry_parties", sa.column("entry"), sa.column("state"), sa.column("role"))
    names = connection.execute(sa.select(entries.c.id).order_by(entries.c.id)).scalars().all()
    for start in range(0, len(names), _BATCH):
        first, last = names[start], names[min(start + _BATCH, len(names)) - 1]
        told = sa.select(parties).where(parties.c.entry.between(first, last), parties.c.state != "")
        part: dict[str, dict[str, bool]] = {}
        for entry, state, role in connection.execute(told):
            touched = part.setdefault(entry, {})
            touched[state] = touched.get(state, False) or role == "who"
        rows = connection.execute(sa.select(entries).where(entries.c.id.between(first, last))).mappings()
        yield [line for row in rows for line in _lines(row, part.get(row["id"], {}))]


def _lines(row: sa.RowMapping, part: dict[str, bool]) -> Iterator[dict[str, Any]]:
    due = json.loads(row["data"])["detail"].get("due", "").rpartition("/")[2]
    for state in sorted({"", *part, row["place"].partition(":")[0]}):
        yield {
            "state": state, "entry": row["id"], "part": state in part,
            "kind": row["kind"], "status": row["status"], "accepted": bool(row["accepted"]),
            "confidence": row["confidence"], "published": row["published"], "dated": row["date_low"] != "",
            "first_day": row["date_low"] or row["published"], "last_day": row["date_high"] or row["published"],
            "due": due, "states": " ".join(sorted(part)), "acting": " ".join(s for s in sorted(part) if part[s]),
        }  # fmt: skip
