"""Spells of work in the database; called inside ``with store.write()`` or ``store.read()``."""

from sqlalchemy import Connection, insert, select, update

from quizapp.quiz.timing import Spell, Timing
from quizapp.store.tables import spell


def put(connection: Connection, attempt_id: str, n: int, one: Spell) -> None:
    """Keep spell ``n`` of an attempt, counted from 1, as it is by now."""
    place = (spell.c.attempt_id == attempt_id) & (spell.c.n == n)
    row = {"begun": one.begun, "ended": one.ended, "worked_ms": one.worked_ms}
    if not connection.execute(update(spell).where(place), row).rowcount:
        connection.execute(insert(spell), {"attempt_id": attempt_id, "n": n, **row})


def of(connection: Connection, attempt_id: str) -> Timing:
    """The spells of an attempt; none for one that is older than they are."""
    rows = connection.execute(
        select(spell).where(spell.c.attempt_id == attempt_id).order_by(spell.c.n)
    )
    return Timing(tuple(Spell(row.begun, row.ended, row.worked_ms) for row in rows))
