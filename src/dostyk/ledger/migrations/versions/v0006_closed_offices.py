"""Who followed in an office, and by what that is known; empty until offices are derived again."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, kind in (("until", sa.String(length=10)), ("successor", sa.Text()), ("basis", sa.Text())):
        op.add_column("offices", sa.Column(name, kind, nullable=False, server_default="[]" if name == "basis" else ""))
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":  # as version 0005 has it for the columns that there were
        for name, text in (("until", "VARCHAR(10)"), ("successor", "TEXT"), ("basis", "TEXT")):
            op.execute(f'ALTER TABLE "offices" ALTER COLUMN "{name}" TYPE {text} COLLATE "C"')
