"""What the doctor says about the database."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from quizapp.quiz.log import Chain
from quizapp.store import attempts
from quizapp.store.db import Store
from quizapp.store.schema import SCHEMA


@dataclass(frozen=True, slots=True)
class Health:
    """How a database is. ``broken`` holds the attempts whose log does not hold together."""

    path: Path
    revision: str
    sqlite: str
    journal: str
    synchronous: str
    size: int
    attempts: int
    broken: tuple[Chain, ...]

    @property
    def sound(self) -> bool:
        """Whether there is nothing to do."""
        return not self.broken


def examine(store: Store) -> Health:
    """Look at everything, which takes longer than a start may.

    Raises:
        StoreError: the database is damaged.
    """
    store.check()
    with store.read() as connection:
        ids = attempts.every_id(connection)
        chains = [attempts.verify(connection, id_) for id_ in ids]
    return Health(
        path=store.path,
        revision=SCHEMA.head,
        sqlite=sqlite3.sqlite_version,
        journal=store.journal,
        synchronous=store.synchronous,
        size=_size(store.path),
        attempts=len(chains),
        broken=tuple(chain for chain in chains if not chain.sound),
    )


def _size(path: Path) -> int:
    """Bytes of the database and of what still waits in its write-ahead log."""
    log = path.with_name(f"{path.name}-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)
