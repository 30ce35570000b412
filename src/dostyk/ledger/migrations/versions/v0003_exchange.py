"""Acts that were merged in keep their place in the log they were written to; erasures are found quickly."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "act_origins",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("was", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("refers", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["acts.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(op.f("ix_act_origins_chain"), "act_origins", ["chain"], unique=True)
    op.create_index(op.f("ix_acts_verb"), "acts", ["verb"], unique=False)
