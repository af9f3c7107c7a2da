"""The first tables: bank versions, attempts, answers, and the log that only grows."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.dialects import refusals

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _banks_and_attempts()
    _answers()
    _log()


def _banks_and_attempts() -> None:
    op.create_table(
        "bank_version",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("bank_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("canonical", sa.LargeBinary(), nullable=False),
        sa.Column("added", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_bank_version"),
    )
    op.create_index("ix_bank_version_bank_id", "bank_version", ["bank_id"])
    op.create_table(
        "attempt",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("bank_id", sa.Text(), nullable=False),
        sa.Column("bank_version", sa.Text(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("posed", sa.JSON(), nullable=False),
        sa.Column("started", _TIME, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("submitted", _TIME, nullable=True),
        sa.Column("head_count", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bank_version"], ["bank_version.sha256"], name="fk_attempt_bank_version_bank_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
    op.create_index("ix_attempt_bank_id", "attempt", ["bank_id"])
    op.create_index("ix_attempt_reader_submitted", "attempt", ["reader", "submitted"])


def _answers() -> None:
    op.create_table(
        "answer",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_answer_attempt_id_attempt"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "item_id", name="pk_answer"),
    )
    op.create_table(
        "checked",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_checked_attempt_id_attempt"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "item_id", name="pk_checked"),
    )


def _log() -> None:
    op.create_table(
        "entry",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_entry_attempt_id_attempt"),
        sa.PrimaryKeyConstraint("attempt_id", "n", name="pk_entry"),
    )
    for statement in refusals("entry", op.get_context().dialect.name):
        op.execute(statement)
