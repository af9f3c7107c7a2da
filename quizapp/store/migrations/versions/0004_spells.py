"""How long somebody worked on an attempt, run by run."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "spell",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("begun", _TIME, nullable=False),
        sa.Column("ended", _TIME, nullable=False),
        sa.Column("worked_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_spell_attempt_id_attempt"),
        sa.PrimaryKeyConstraint("attempt_id", "n", name="pk_spell"),
    )
