"""Texts are compared byte by byte, whatever collation the database was made with. SQLite does so anyway."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_OURS = (
    "act_origins", "acts", "bands", "claim_blocks", "claim_parties", "claims", "dirty", "entries", "entry_claims",
    "entry_parties", "failures", "feeds", "fetches", "listed", "meta", "offices", "outlets", "parties", "problems",
    "readings", "redirects", "reports", "sources",
)  # fmt: skip


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    looked = sa.inspect(connection)
    for table in _OURS:
        texts = [column for column in looked.get_columns(table) if isinstance(column["type"], sa.String)]
        op.execute(f'ALTER TABLE "{table}" ' + ", ".join(_altered(column) for column in texts))


def _altered(column: Any) -> str:
    kind = column["type"]
    named = "TEXT" if isinstance(kind, sa.Text) else f"VARCHAR({kind.length})" if kind.length else "VARCHAR"
    return f'ALTER COLUMN "{column["name"]}" TYPE {named} COLLATE "C"'
