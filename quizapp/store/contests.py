"""Contests in the database. Call the functions inside ``with store.write()`` or ``read()``."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from quizapp.claims import Standing
from quizapp.quiz import Contest
from quizapp.store.tables import attempt as attempts
from quizapp.store.tables import contest as contests

LOT = 500


def add(connection: Connection, contest: Contest) -> None:
    """Keep a new contest."""
    row = {
        "id": contest.id,
        "attempt_id": contest.attempt,
        "item_id": contest.item,
        "reader": contest.reader,
        "sentences": list(contest.sentences),
        "standing": contest.standing.value,
        "reason": contest.reason,
        "at": contest.at,
        **_decision(contest),
    }
    connection.execute(insert(contests), row)


def save_decision(connection: Connection, contest: Contest) -> None:
    """Keep what was decided."""
    place = contests.c.id == contest.id
    connection.execute(update(contests).where(place), _decision(contest))


def load(connection: Connection, contest_id: str) -> Contest | None:
    """The contest of that id; ``None`` if there is none."""
    row = connection.execute(select(contests).where(contests.c.id == contest_id)).one_or_none()
    return None if row is None else _contest(row)


def of_attempt(connection: Connection, attempt_id: str) -> tuple[Contest, ...]:
    """The contests of one attempt, oldest first."""
    return _found(connection, select(contests).where(contests.c.attempt_id == attempt_id))


def of_attempts(connection: Connection, ids: Sequence[str]) -> tuple[Contest, ...]:
    """The contests of these attempts, oldest first."""
    found = list[Contest]()
    for start in range(0, len(ids), LOT):
        lot = contests.c.attempt_id.in_(ids[start : start + LOT])
        found += _found(connection, select(contests).where(lot))
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def any_of(connection: Connection, prefix: str) -> bool:
    """Whether anybody has filed one whose id begins so."""
    theirs = contests.c.reader.startswith(prefix, autoescape=True)
    return connection.scalar(select(contests.c.id).where(theirs).limit(1)) is not None


def of_bank(connection: Connection, bank_id: str) -> tuple[Contest, ...]:
    """The contests at one bank, of all readers, oldest first."""
    joined = select(contests).join(attempts, attempts.c.id == contests.c.attempt_id)
    return _found(connection, joined.where(attempts.c.bank_id == bank_id))


def contested(connection: Connection, prefix: str) -> dict[str, set[str]]:
    """By attempt, the items that are contested, of readers whose ids begin so."""
    theirs = contests.c.reader.startswith(prefix, autoescape=True)
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(contests.c.attempt_id, contests.c.item_id).where(theirs)):
        found.setdefault(row.attempt_id, set()).add(row.item_id)
    return found


def _found(connection: Connection, wanted: Select[Any]) -> tuple[Contest, ...]:
    rows = connection.execute(wanted.order_by(contests.c.at, contests.c.id)).all()
    return tuple(_contest(row) for row in rows)


def _decision(contest: Contest) -> dict[str, Any]:
    return {"state": contest.state, "answer": contest.answer, "decided": contest.decided}


def _contest(row: Row[Any]) -> Contest:
    return Contest(
        id=row.id,
        attempt=row.attempt_id,
        item=row.item_id,
        reader=row.reader,
        sentences=tuple(row.sentences),
        standing=Standing(row.standing),
        reason=row.reason,
        at=row.at,
        state=row.state,
        answer=row.answer,
        decided=row.decided,
    )
