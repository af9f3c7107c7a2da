"""Bank versions: kept whole, under the hash of their canonical JSON, and never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from quizapp.bank import Bank, canonical, from_canonical, version
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.store.tables import bank_version


def keep(connection: Connection, bank: Bank, now: datetime) -> str:
    """Keep this version of the bank, if it is not kept already; its SHA-256."""
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
    return sha256


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
    return from_canonical(data)
