"""Opening the database: the one place that knows SQLite's pragmas and transactions."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from quizapp.store.errors import ElsewhereError, StoreError, reason_of
from quizapp.store.schema import SCHEMA, Schema
from quizapp.store.tables import Base

BUSY_MS = 5_000
CHECKED_AT_START = 20_000_000
_SYNCHRONOUS = {"0": "OFF", "1": "NORMAL", "2": "FULL", "3": "EXTRA"}


class Store:
    """A database of banks and attempts, made, or brought up to date, when it is opened.

    ``journal`` says how answers reach the disk: ``wal`` with synchronous FULL, or, where the file
    system cannot have that, ``delete`` with EXTRA. Either way a commit that returned survives a
    power cut.

    Raises:
        StoreError: the database cannot be used; it is then left as it is.
    """

    def __init__(
        self,
        path: Path,
        *,
        busy_ms: int = BUSY_MS,
        check_up_to: int = CHECKED_AT_START,
        vfs: str = "",
        schema: Schema = SCHEMA,
    ) -> None:
        self.path = path
        self.journal = ""
        self.synchronous = ""
        self._busy_ms = busy_ms
        self._vfs = vfs
        self._engine = self._new_engine()
        try:
            self._prepare(schema, check_up_to)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file. The store cannot be used afterwards."""
        self._engine.dispose()

    def vacuum(self) -> None:
        """Write the file anew, so that nothing of what was deleted is left in it.

        Raises:
            StoreError: as ``write``.
        """
        with self._translated(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()  # outside of any transaction, as SQLite wants it
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction that may write: commits at the end, rolls back on any error.

        It begins with BEGIN IMMEDIATE, for a read that turns into a write fails at once when
        another process writes, whatever the timeout.

        Raises:
            StoreError: full, locked, read-only, damaged. A wrong statement stays SQLAlchemy's
                error, for it is ours.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One transaction that only reads, and sees one state of the database throughout."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with self._translated(), self._engine.connect() as connection:
            connection.execution_options(quizapp_begin=begin)
            with connection.begin():
                yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """SQLite's errors about the disk and the file as ``StoreError``."""
        try:
            yield
        except ElsewhereError as error:
            raise StoreError("elsewhere", self.path) from error
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            reason = reason_of(cause)
            if reason is None:
                raise
            if reason in ("io", "damaged"):
                self._engine.dispose()  # what SQLite still holds of the file is not to be trusted
            raise StoreError(reason, self.path, str(cause)) from error

    def _new_engine(self) -> Engine:
        uri = f"file:{quote(str(self.path))}?uri=true" + (f"&vfs={self._vfs}" if self._vfs else "")
        engine = create_engine(f"sqlite:///{uri}", connect_args={"timeout": self._busy_ms / 1000})
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", _on_begin)
        return engine

    def _on_connect(self, connection: sqlite3.Connection, _record: object) -> None:
        """Python opens no transaction for us; each pragma's answer is checked."""
        connection.isolation_level = None
        self._ask(connection, "busy_timeout", str(self._busy_ms), str(self._busy_ms))
        self._ask(connection, "foreign_keys", "ON", "1")
        self.journal = self._journal(connection)
        level, answer = ("FULL", "2") if self.journal == "wal" else ("EXTRA", "3")
        self._ask(connection, "synchronous", level, answer)
        self.synchronous = _SYNCHRONOUS[answer]

    def _journal(self, connection: sqlite3.Connection) -> str:
        """The journal that could be had: ``wal``, else ``delete``.

        Two programs that open a new file at the same moment block each other without waiting, so
        the question is put again for as long as the busy timeout lasts.
        """
        until = time.monotonic() + self._busy_ms / 1000
        while True:
            try:
                found = _answer(connection, "journal_mode=WAL")
            except sqlite3.OperationalError as error:
                if reason_of(error) != "locked" or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                break
        if found == "wal":
            return found
        self._ask(connection, "journal_mode", "DELETE", "delete")
        return "delete"

    def _ask(self, connection: sqlite3.Connection, name: str, value: str, expected: str) -> None:
        connection.execute(f"PRAGMA {name}={value}")
        found = _answer(connection, name)
        if found != expected:
            raise StoreError("cannot_open", self.path, f"{name} is {found}, not {expected}")

    def _prepare(self, schema: Schema, check_up_to: int) -> None:
        """Make what is missing, bring up to date what is old, refuse what is not ours."""
        with self._translated():
            known = self._revision(schema)
            if known != schema.head:
                from quizapp.store.migrate import migrate

                self.close()
                migrate(self.path, known, schema)
            if self.path.stat().st_size <= check_up_to:
                self.check()

    def _revision(self, schema: Schema) -> str:
        """The revision of the tables; a new file gets them here."""
        with self.read() as connection:
            found = _tables(connection)
        if not found:
            with self.write() as connection:
                if not _tables(connection):  # another program may have been faster
                    Base.metadata.create_all(connection)
                    connection.exec_driver_sql(schema.stamp)
                    connection.execute(
                        text("INSERT INTO alembic_version VALUES (:head)"), {"head": schema.head}
                    )
                found = _tables(connection)
        if "alembic_version" not in found:
            raise StoreError("foreign", self.path)
        with self.read() as connection:
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        if revision not in schema.revisions:
            raise StoreError("newer", self.path)
        return str(revision)

    def check(self) -> None:
        """Let SQLite look at its own file.

        Raises:
            StoreError: it is damaged.
        """
        with self.read() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            raise StoreError("damaged", self.path, str(found))


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("quizapp_begin", "BEGIN"))


def _answer(connection: sqlite3.Connection, pragma: str) -> str:
    row: Any = connection.execute(f"PRAGMA {pragma}").fetchone()
    return str(row[0]).lower() if row else ""


def _tables(connection: Connection) -> frozenset[str]:
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return frozenset(rows.scalars())
