"""Classes, exams that were handed out, and the files that came back."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people()
    _exams()
    _files()


def _people() -> None:
    op.create_table(
        "classroom",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_classroom"),
    )
    op.create_table(
        "student",
        sa.Column("classroom_id", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["classroom_id"], ["classroom.id"], name="fk_student_classroom_id_classroom"
        ),
        sa.PrimaryKeyConstraint("classroom_id", "n", name="pk_student"),
    )


def _exams() -> None:
    op.create_table(
        "exam",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("classroom_id", sa.Text(), nullable=False),
        sa.Column("bank_id", sa.Text(), nullable=False),
        sa.Column("bank_version", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("students", sa.JSON(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["classroom_id"], ["classroom.id"], name="fk_exam_classroom_id_classroom"
        ),
        sa.ForeignKeyConstraint(
            ["bank_version"], ["bank_version.sha256"], name="fk_exam_bank_version_bank_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_exam"),
    )
    op.create_index("ix_exam_classroom_id", "exam", ["classroom_id"])


def _files() -> None:
    op.create_table(
        "received",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("short_code", sa.Text(), nullable=False),
        sa.Column("hashes", sa.JSON(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_received"),
    )
    op.create_index("ix_received_pack", "received", ["pack"])
