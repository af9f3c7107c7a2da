"""Opening the database, in a file or on a server, and its transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from quizapp.store.addresses import Address
from quizapp.store.backend import Backend
from quizapp.store.errors import ElsewhereError
from quizapp.store.schema import SCHEMA, Schema
from quizapp.store.sqlite import File
from quizapp.store.tables import Base

BUSY_MS = 5_000
CHECKED_AT_START = 20_000_000
OURS = frozenset({"alembic_version", "entry"})  # in every revision there has been


class Store:
    """A database of banks and attempts. What is missing is made when it is opened.

    Args:
        place: a file, or where the database is on a server.
        busy_ms: how long to wait for others who write.
        check_up_to: how large a file may be to be checked when it is opened, in bytes.
        vfs: how SQLite reaches the disk, where it is not the usual way.
        schema: the tables.
        make: whether to make the tables where there are none.
        update: whether to bring up to date what is brought up to date only when asked.

    Raises:
        StoreError: the database cannot be used; it is then left as it is.
    """

    def __init__(
        self,
        place: Path | Address,
        *,
        busy_ms: int = BUSY_MS,
        check_up_to: int = CHECKED_AT_START,
        vfs: str = "",
        schema: Schema = SCHEMA,
        make: bool = True,
        update: bool = False,
    ) -> None:
        self.home = place
        self.backend = _backend(place, busy_ms, vfs)
        try:
            self._prepare(schema, check_up_to, make=make, update=update)
        except BaseException:
            self.close()
            raise

    @property
    def place(self) -> str:
        """What people are told the database is."""
        return self.backend.place

    @property
    def shared(self) -> bool:
        """Whether people at other computers work in it too."""
        return self.backend.shared

    @property
    def path(self) -> Path:
        """The file. Where the database is ``shared``, there is none to ask for."""
        if not isinstance(self.home, Path):
            raise TypeError("a database on a server is no file")
        return self.home

    @property
    def journal(self) -> str:
        """How SQLite writes: ``wal`` or ``delete``; empty for a database on a server."""
        return self.backend.journal

    @property
    def synchronous(self) -> str:
        """How a commit waits for the disk, in the database’s own word."""
        return self.backend.synchronous

    def close(self) -> None:
        """Let go of the database. The store cannot be used afterwards."""
        self.backend.engine.dispose()

    def vacuum(self) -> None:
        """Let nothing be left of what was deleted: a file is written anew.

        Raises:
            StoreError: as ``write``.
        """
        with self._translated():
            self.backend.vacuum()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that may write: commits at the end, rolls back on any error.

        There is one at a time in a database; the others wait for their turn.

        Raises:
            StoreError: full, locked, read-only, damaged. A wrong statement stays SQLAlchemy's
                error, for it is ours.
        """
        with self._transaction(writing=True) as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that only reads, and sees one state of the database throughout."""
        with self._transaction(writing=False) as connection:
            yield connection

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        steps: list[str] = []
        with self._translated(steps), self.backend.engine.connect() as connection:
            self.backend.set_up(connection, writing=writing)
            with connection.begin():
                self.backend.begun(connection, writing=writing)
                yield connection
                if writing:
                    steps.append("commit")

    @contextmanager
    def _translated(self, steps: list[str] | None = None) -> Iterator[None]:
        """Errors about the disk, the file and the server as ``StoreError``."""
        try:
            yield
        except ElsewhereError as error:
            raise self.backend.refusal("elsewhere") from error
        except (DBAPIError, sqlite3.Error) as error:
            told = self.backend.error(error, committing=bool(steps))
            if told is None:
                raise
            raise told from error

    def _prepare(self, schema: Schema, check_up_to: int, *, make: bool, update: bool) -> None:
        """Make what is missing, bring up to date what is old, refuse what is not ours."""
        with self._translated():
            known = self.revision(schema, make=make)
            if known != schema.head:
                self.backend.bring_up_to_date(known, schema, asked=update)
            if not self.shared and self.path.stat().st_size <= check_up_to:
                self.check()

    def revision(self, schema: Schema, *, make: bool = True) -> str:
        """The revision of the tables; a database without any gets them here."""
        with self.read() as connection:
            found = self.backend.tables(connection)
        if not found:
            if not make:
                raise self.backend.refusal("empty")
            with self.write() as connection:
                if not self.backend.tables(connection):  # another program may have been faster
                    Base.metadata.create_all(connection)
                    connection.exec_driver_sql(schema.stamp)
                    connection.execute(
                        text("INSERT INTO alembic_version VALUES (:head)"), {"head": schema.head}
                    )
                found = self.backend.tables(connection)
        if not found >= OURS:
            raise self.backend.refusal("foreign")
        with self.read() as connection:
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        if revision not in schema.revisions:
            raise self.backend.refusal("newer")
        return str(revision)

    def check(self) -> None:
        """Let the database look at itself, where it can.

        Raises:
            StoreError: it is damaged.
        """
        with self.read() as connection:
            fault = self.backend.fault(connection)
        if fault:
            raise self.backend.refusal("damaged", fault)


def _backend(place: Path | Address, busy_ms: int, vfs: str) -> Backend:
    if isinstance(place, Path):
        return File(place, busy_ms, vfs)
    from quizapp.store.server import Server

    return Server(place, busy_ms)
