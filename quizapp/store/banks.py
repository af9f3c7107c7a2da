"""Bank versions: kept whole, under the hash of their canonical JSON, and never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from quizapp.bank import Bank, canonical, from_canonical, version
from quizapp.classroom.exam import exam_bank, is_exam_form
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.store.tables import bank_version, saved


@dataclass(frozen=True, slots=True)
class Save:
    """One line of a bank’s history. ``n`` counts from 1; a version may come back."""

    n: int
    sha256: str
    at: datetime


def keep(connection: Connection, bank: Bank, now: datetime, *, noted: bool = True) -> str:
    """Keep this version of the bank, if it is not kept already; its SHA-256.

    A version that is new counts as saved, unless it is not to be ``noted`` in the bank's history;
    one that is known does not, for an attempt may begin at an old one.
    """
    data = canonical(bank)
    sha256 = version(data)
    known = select(bank_version.c.sha256).where(bank_version.c.sha256 == sha256)
    if connection.scalar(known) is None:
        row: dict[str, Any] = {
            "sha256": sha256,
            "bank_id": bank.id,
            "title": bank.title,
            "canonical": data,
            "added": now,
        }
        connection.execute(insert(bank_version), row)
        if noted:
            _note(connection, bank.id, sha256, now)
    return sha256


def save(connection: Connection, bank: Bank, now: datetime) -> tuple[str, bool]:
    """Keep this version as the bank’s newest; its SHA-256, and whether another was the newest."""
    before = newest(connection, bank.id)
    sha256 = keep(connection, bank, now)
    if newest(connection, bank.id) != sha256:
        _note(connection, bank.id, sha256, now)
    return sha256, before != sha256


def newest(connection: Connection, bank_id: str) -> str:
    """The version that was saved last; empty where there is none."""
    last = select(saved.c.bank_version).where(saved.c.bank_id == bank_id)
    return connection.scalar(last.order_by(saved.c.n.desc()).limit(1)) or ""


def is_noted(connection: Connection, bank_id: str, sha256: str) -> bool:
    """Whether a version stands in the bank's history, and was not made for one attempt alone."""
    here = (saved.c.bank_id == bank_id) & (saved.c.bank_version == sha256)
    return connection.scalar(select(saved.c.n).where(here).limit(1)) is not None


def history(connection: Connection, bank_id: str) -> tuple[Save, ...]:
    """Every save of the bank, oldest first."""
    rows = connection.execute(select(saved).where(saved.c.bank_id == bank_id).order_by(saved.c.n))
    return tuple(Save(row.n, row.bank_version, row.at) for row in rows)


def load(connection: Connection, sha256: str) -> Bank:
    """The bank version of that name.

    Raises:
        QuizappError: it is missing or not what was kept.
    """
    data = connection.scalar(
        select(bank_version.c.canonical).where(bank_version.c.sha256 == sha256)
    )
    if data is None or version(data) != sha256:
        raise QuizappError(
            _(
                "The questions of this attempt are no longer whole in the database. "
                "Run “quizapp doctor” to see what else is damaged, and restore a backup."
            )
        )
    return exam_bank(data) if is_exam_form(data) else from_canonical(data)


def _note(connection: Connection, bank_id: str, sha256: str, now: datetime) -> None:
    last = select(func.max(saved.c.n)).where(saved.c.bank_id == bank_id)
    n = (connection.scalar(last) or 0) + 1
    row = {"bank_id": bank_id, "n": n, "bank_version": sha256, "at": now}
    connection.execute(insert(saved), row)
