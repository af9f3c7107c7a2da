"""Credits of finished attempts, packed for the statistics of a class."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "layout",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_layout"),
    )
    op.create_table(
        "vector",
        sa.Column("attempt_id", sa.Text(), nullable=False),
        sa.Column("bank_id", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("marked_by", sa.Text(), nullable=False),
        sa.Column("layout_id", sa.Text(), nullable=False),
        sa.Column("credits", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_vector_attempt_id_attempt"
        ),
        sa.ForeignKeyConstraint(["layout_id"], ["layout.id"], name="fk_vector_layout_id_layout"),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_vector"),
    )
    op.create_index("ix_vector_bank_id", "vector", ["bank_id"])
