"""The people who read on this computer, and everything that is kept of one of them.

Attempts keep a reader's id for ever, for it is part of their log; what changes is the name that the
id is shown under. Call the functions inside ``with store.write()`` or ``with store.read()``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, func, insert, select, update

from quizapp.store.dialects import removing
from quizapp.store.tables import (
    Base,
    attempt,
    bank_version,
    classroom,
    exam,
    layout,
    reader,
    received,
    saved,
    student,
)

# what is kept of banks, whoever took them, and of classes, which are deleted as a whole
_OF_BANKS = {bank_version.name, saved.name, layout.name}
SHARED = frozenset(_OF_BANKS | {classroom.name, student.name, exam.name, received.name})
CLASS = "class:"  # what the id of somebody begins with whose attempt came back in a file


@dataclass(frozen=True, slots=True)
class Reader:
    """One person. ``attempts`` counts those that were begun."""

    id: str
    name: str
    attempts: int


def every(connection: Connection) -> tuple[Reader, ...]:
    """Everybody who was added or has begun an attempt here, by name."""
    names = {row.id: str(row.name) for row in connection.execute(select(reader))}
    counted = select(attempt.c.reader, func.count()).group_by(attempt.c.reader)
    counts = {str(id_): int(n) for id_, n in connection.execute(counted)}
    ids = {id_ for id_ in names.keys() | counts.keys() if not id_.startswith(CLASS)}
    found = (Reader(id_, names.get(id_, id_), counts.get(id_, 0)) for id_ in ids)
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def name(connection: Connection, reader_id: str, shown: str, now: datetime) -> None:
    """Show a reader under this name, and add them if they are new."""
    row = {"name": shown}
    known = update(reader).where(reader.c.id == reader_id)
    if not connection.execute(known, row).rowcount:
        connection.execute(insert(reader), {"id": reader_id, "added": now, **row})


def kept(connection: Connection, reader_id: str) -> dict[str, list[dict[str, Any]]]:
    """Every row that is kept of a reader, by table; tables without any are left out."""
    found = {}
    for table, wanted in _theirs(reader_id):
        rows = [dict(row) for row in connection.execute(wanted).mappings()]
        if rows:
            found[table.name] = rows
    return found


def remove(connection: Connection, reader_id: str) -> int:
    """Delete every row of a reader; how many there were.

    The logs refuse to lose entries but for this act, and either everything of one reader goes, or
    nothing does.
    """
    with removing(connection):
        return sum(_remove(connection, *theirs) for theirs in _theirs(reader_id))


def _remove(connection: Connection, table: Table, wanted: Select[Any]) -> int:
    keys = list(table.primary_key.columns)
    count = 0
    for row in connection.execute(wanted.with_only_columns(*keys)).all():
        here = [key == value for key, value in zip(keys, row, strict=True)]
        count += connection.execute(delete(table).where(*here)).rowcount
    return count


def _theirs(reader_id: str) -> Iterator[tuple[Table, Select[Any]]]:
    """Each table that can hold something of a reader, those that name others first."""
    ids = select(attempt.c.id).where(attempt.c.reader == reader_id)
    for table in reversed(Base.metadata.sorted_tables):
        if table.name in SHARED:
            continue
        if table is reader:
            yield table, select(table).where(table.c.id == reader_id)
        elif "reader" in table.c:
            yield table, select(table).where(table.c.reader == reader_id)
        elif "attempt_id" in table.c:
            yield table, select(table).where(table.c.attempt_id.in_(ids))


def of_class(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The ids that begin so, of those whose attempts came back in files."""
    wanted = select(attempt.c.reader).where(attempt.c.reader.startswith(prefix, autoescape=True))
    return tuple(connection.scalars(wanted.distinct()))


def forgotten() -> set[str]:
    """Tables of which nobody has said whether they hold something of a reader."""
    told = {table.name for table, _wanted in _theirs("")}
    return {table.name for table in Base.metadata.sorted_tables} - told - SHARED
