"""The tables, typed. Rows never leave this package."""

from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    event,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from quizapp.store.dialects import ACTS, ddl

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Utc(TypeDecorator[datetime]):
    """A time in UTC. Naive times are refused on the way in; aware ones come out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """What all tables share: how constraints are named, how types are stored."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {  # noqa: RUF012  (SQLAlchemy reads it from the class)
        datetime: Utc,
        str: Text,
        bytes: LargeBinary,
        list[str]: JSON,
        list[Any]: JSON,
        dict[str, Any]: JSON,
    }


class BankVersionRow(Base):
    __tablename__ = "bank_version"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    bank_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    canonical: Mapped[bytes]
    added: Mapped[datetime]


class AttemptRow(Base):
    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_reader_submitted", "reader", "submitted"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    reader: Mapped[str]
    bank_id: Mapped[str] = mapped_column(index=True)
    bank_version: Mapped[str] = mapped_column(ForeignKey("bank_version.sha256"))
    rules: Mapped[dict[str, Any]]
    seed: Mapped[str]
    posed: Mapped[list[Any]]
    started: Mapped[datetime]
    at: Mapped[str]
    flags: Mapped[list[str]]
    submitted: Mapped[datetime | None]
    head_count: Mapped[int]
    head_hash: Mapped[str]


class AnswerRow(Base):
    __tablename__ = "answer"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    response: Mapped[list[str]]
    confidence: Mapped[int | None]
    at: Mapped[datetime]


class CheckedRow(Base):
    __tablename__ = "checked"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class SavedRow(Base):
    __tablename__ = "saved"

    bank_id: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bank_version: Mapped[str] = mapped_column(ForeignKey("bank_version.sha256"))
    at: Mapped[datetime]


class MarkedRow(Base):
    __tablename__ = "marked"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    bank_version: Mapped[str] = mapped_column(ForeignKey("bank_version.sha256"))
    at: Mapped[datetime]


class ContestRow(Base):
    __tablename__ = "contest"

    id: Mapped[str] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id"), index=True)
    item_id: Mapped[str]
    reader: Mapped[str]
    sentences: Mapped[list[str]]
    standing: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]
    state: Mapped[str]
    answer: Mapped[str]
    decided: Mapped[datetime | None]


class ReviewRow(Base):
    __tablename__ = "review"
    __table_args__ = (Index("ix_review_reader_at", "reader", "at"),)

    n: Mapped[int] = mapped_column(primary_key=True)
    reader: Mapped[str]
    card_bank: Mapped[str]
    card_item: Mapped[str]
    bank_id: Mapped[str]
    bank_version: Mapped[str] = mapped_column(ForeignKey("bank_version.sha256"))
    item_id: Mapped[str]
    response: Mapped[list[str]]
    level: Mapped[int | None]
    right: Mapped[bool]
    attempt_id: Mapped[str] = mapped_column(index=True)
    undoes: Mapped[int | None]
    at: Mapped[datetime]


class DueRow(Base):
    __tablename__ = "due"

    reader: Mapped[str] = mapped_column(primary_key=True)
    bank_id: Mapped[str] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    due: Mapped[datetime]
    stability: Mapped[float]
    difficulty: Mapped[float]
    last: Mapped[datetime]
    reviews: Mapped[int]
    lapses: Mapped[int]
    rests_until: Mapped[datetime | None]


class SpellRow(Base):
    __tablename__ = "spell"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    begun: Mapped[datetime]
    ended: Mapped[datetime]
    worked_ms: Mapped[int]


class ReaderRow(Base):
    __tablename__ = "reader"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    added: Mapped[datetime]


class LayoutRow(Base):
    __tablename__ = "layout"

    id: Mapped[str] = mapped_column(primary_key=True)
    items: Mapped[list[str]]


class VectorRow(Base):
    __tablename__ = "vector"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    bank_id: Mapped[str] = mapped_column(index=True)
    reader: Mapped[str]
    started: Mapped[datetime]
    closed: Mapped[bool]
    marked_by: Mapped[str]
    layout_id: Mapped[str] = mapped_column(ForeignKey("layout.id"))
    credits: Mapped[bytes]


class ClassroomRow(Base):
    __tablename__ = "classroom"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    added: Mapped[datetime]


class StudentRow(Base):
    __tablename__ = "student"

    classroom_id: Mapped[str] = mapped_column(ForeignKey("classroom.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    number: Mapped[int]


class ExamRow(Base):
    __tablename__ = "exam"

    id: Mapped[str] = mapped_column(primary_key=True)
    classroom_id: Mapped[str] = mapped_column(ForeignKey("classroom.id"), index=True)
    bank_id: Mapped[str]
    bank_version: Mapped[str] = mapped_column(ForeignKey("bank_version.sha256"))
    title: Mapped[str]
    rules: Mapped[dict[str, Any]]
    link: Mapped[str]
    students: Mapped[list[Any]]
    weight: Mapped[float]
    at: Mapped[datetime]


class ReceivedRow(Base):
    __tablename__ = "received"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    file: Mapped[str]
    pack: Mapped[str] = mapped_column(index=True)
    attempt: Mapped[str]
    code: Mapped[str]
    state: Mapped[str]
    reason: Mapped[str]
    short_code: Mapped[str]
    hashes: Mapped[list[str]]
    content: Mapped[bytes]
    at: Mapped[datetime]
    verdict: Mapped[str]


class EntryRow(Base):
    __tablename__ = "entry"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    item_id: Mapped[str]
    payload: Mapped[str]
    at: Mapped[datetime]
    hash: Mapped[str]


for _table in (EntryRow.__table__, ReviewRow.__table__):
    for _dialect in ACTS:
        for _statement in ddl(cast(Table, _table).name, _dialect):
            event.listen(_table, "after_create", _statement)

# A declared class knows its table as something to select from; these are the tables to write to.
bank_version = cast(Table, BankVersionRow.__table__)
attempt = cast(Table, AttemptRow.__table__)
answer = cast(Table, AnswerRow.__table__)
checked = cast(Table, CheckedRow.__table__)
saved = cast(Table, SavedRow.__table__)
marked = cast(Table, MarkedRow.__table__)
contest = cast(Table, ContestRow.__table__)
review = cast(Table, ReviewRow.__table__)
due = cast(Table, DueRow.__table__)
spell = cast(Table, SpellRow.__table__)
reader = cast(Table, ReaderRow.__table__)
layout = cast(Table, LayoutRow.__table__)
vector = cast(Table, VectorRow.__table__)
classroom = cast(Table, ClassroomRow.__table__)
student = cast(Table, StudentRow.__table__)
exam = cast(Table, ExamRow.__table__)
received = cast(Table, ReceivedRow.__table__)
entry = cast(Table, EntryRow.__table__)
