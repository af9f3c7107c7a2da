"""All attempts of one reader at a glance: what can be told without reading their answers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from quizapp.store.tables import attempt, bank_version, marked


@dataclass(frozen=True, slots=True)
class Sketch:
    """One attempt: when, and at which bank. ``marked_by`` is empty where it is the own version."""

    id: str
    bank_id: str
    bank_version: str
    marked_by: str
    title: str
    started: datetime
    submitted: datetime | None


def sketches(connection: Connection, reader: str) -> tuple[Sketch, ...]:
    """The reader's attempts, finished and open, in the order in which they were begun."""
    wanted = (
        select(
            attempt.c.id,
            attempt.c.bank_id,
            attempt.c.bank_version,
            func.coalesce(marked.c.bank_version, ""),
            bank_version.c.title,
            attempt.c.started,
            attempt.c.submitted,
        )
        .join(bank_version, bank_version.c.sha256 == attempt.c.bank_version)
        .join(marked, marked.c.attempt_id == attempt.c.id, isouter=True)
        .where(attempt.c.reader == reader)
        .order_by(attempt.c.started, attempt.c.id)
    )
    return tuple(Sketch(*row) for row in connection.execute(wanted))


def any_handed_in(connection: Connection) -> bool:
    """Whether anybody has handed anything in."""
    wanted = select(attempt.c.id).where(attempt.c.submitted.is_not(None))
    return connection.scalar(wanted.limit(1)) is not None


def any_finished(connection: Connection, reader: str) -> bool:
    """Whether the reader has handed anything in."""
    wanted = select(attempt.c.id).where(
        attempt.c.reader == reader, attempt.c.submitted.is_not(None)
    )
    return connection.scalar(wanted.limit(1)) is not None
