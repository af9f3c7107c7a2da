"""Which version an attempt is marked by, in which order versions were saved, and contests."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _saved()
    _marked()
    _contests()


def _saved() -> None:
    """The versions kept so far count as saved in the order in which they were kept."""
    op.create_table(
        "saved",
        sa.Column("bank_id", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bank_version", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["bank_version"], ["bank_version.sha256"], name="fk_saved_bank_version_bank_version"
        ),
        sa.PrimaryKeyConstraint("bank_id", "n", name="pk_saved"),
    )
    op.execute(
        "INSERT INTO saved (bank_id, n, bank_version, at) SELECT bank_id, "
        "ROW_NUMBER() OVER (PARTITION BY bank_id ORDER BY added, sha256), sha256, added "
        "FROM bank_version"
    )


def _marked() -> None:
    op.create_table(
        "marked",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("bank_version", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_marked_attempt_id_attempt"
        ),
        sa.ForeignKeyConstraint(
            ["bank_version"], ["bank_version.sha256"], name="fk_marked_bank_version_bank_version"
        ),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_marked"),
    )


def _contests() -> None:
    op.create_table(
        "contest",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("decided", _TIME, nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_contest_attempt_id_attempt"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_contest"),
    )
    op.create_index("ix_contest_attempt_id", "contest", ["attempt_id"])
