"""The log of reviews of items that come back, and when each is due."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.dialects import refusals

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _reviews()
    _due()


def _reviews() -> None:
    op.create_table(
        "review",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("card_bank", sa.Text(), nullable=False),
        sa.Column("card_item", sa.Text(), nullable=False),
        sa.Column("bank_id", sa.Text(), nullable=False),
        sa.Column("bank_version", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["bank_version"], ["bank_version.sha256"], name="fk_review_bank_version_bank_version"
        ),
        sa.PrimaryKeyConstraint("n", name="pk_review"),
    )
    op.create_index("ix_review_reader_at", "review", ["reader", "at"])
    op.create_index("ix_review_attempt_id", "review", ["attempt_id"])
    for statement in refusals("review", op.get_context().dialect.name):
        op.execute(statement)


def _due() -> None:
    op.create_table(
        "due",
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("bank_id", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("due", _TIME, nullable=False),
        sa.Column("stability", sa.Double(), nullable=False),
        sa.Column("difficulty", sa.Double(), nullable=False),
        sa.Column("last", _TIME, nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.Column("rests_until", _TIME, nullable=True),
        sa.PrimaryKeyConstraint("reader", "bank_id", "item_id", name="pk_due"),
    )
