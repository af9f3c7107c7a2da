"""A database in a file: the one place that knows SQLite's pragmas and transactions."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from quizapp.store.backend import Backend
from quizapp.store.errors import Reason, StoreError, reason_of
from quizapp.store.schema import Schema

_SYNCHRONOUS = {"0": "OFF", "1": "NORMAL", "2": "FULL", "3": "EXTRA"}


class File(Backend):
    """A database in a file.

    ``journal`` is ``wal`` with synchronous FULL, or, where the file system cannot have that,
    ``delete`` with EXTRA. Either way a commit that returned survives a power cut.
    """

    def __init__(self, path: Path, busy_ms: int, vfs: str) -> None:
        self.path = path
        self.place = str(path)
        self._busy_ms = busy_ms
        self._vfs = vfs
        self.engine = self._new_engine()

    def set_up(self, connection: Connection, *, writing: bool) -> None:
        """A write begins with BEGIN IMMEDIATE.

        For a read that turns into a write fails at once when another process writes, whatever the
        timeout.
        """
        connection.execution_options(quizapp_begin="BEGIN IMMEDIATE" if writing else "BEGIN")

    def begun(self, connection: Connection, *, writing: bool) -> None:
        """SQLite needs nothing more."""

    def error(self, error: Exception, *, committing: bool) -> StoreError | None:
        cause = error.orig if isinstance(error, DBAPIError) else error
        reason = reason_of(cause)
        if reason is None:
            return None
        if reason in ("io", "damaged"):
            self.engine.dispose()  # what SQLite still holds of the file is not to be trusted
        return StoreError(reason, self.path, str(cause))

    def refusal(self, reason: Reason, detail: str = "") -> StoreError:
        return StoreError(reason, self.path, detail)

    def tables(self, connection: Connection) -> frozenset[str]:
        rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return frozenset(rows.scalars())

    def bring_up_to_date(self, revision: str, schema: Schema, *, asked: bool) -> None:
        """A file is migrated unasked: nobody else has it open, and a copy stays beside it."""
        from quizapp.store.migrate import migrate

        self.engine.dispose()
        migrate(self.path, revision, schema)

    def fault(self, connection: Connection) -> str:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        return "" if found == "ok" else str(found)

    def vacuum(self) -> None:
        """Write the file anew."""
        with closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()  # outside of any transaction, as SQLite wants it
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def size(self, connection: Connection) -> int:
        """Bytes of the file and of what still waits in its write-ahead log."""
        log = self.path.with_name(f"{self.path.name}-wal")
        return self.path.stat().st_size + (log.stat().st_size if log.exists() else 0)

    def version(self, connection: Connection) -> str:
        return f"SQLite {sqlite3.sqlite_version}"

    def _new_engine(self) -> Engine:
        uri = f"file:{quote(str(self.path))}?uri=true" + (f"&vfs={self._vfs}" if self._vfs else "")
        engine = create_engine(f"sqlite:///{uri}", connect_args={"timeout": self._busy_ms / 1000})
        event.listen(engine, "connect", self._on_connect)
        event.listen(engine, "begin", _on_begin)
        return engine

    def _on_connect(self, connection: sqlite3.Connection, _record: object) -> None:
        """Python opens no transaction for us; each pragma's answer is checked."""
        connection.isolation_level = None
        self.ask(connection, "busy_timeout", str(self._busy_ms), str(self._busy_ms))
        self.ask(connection, "foreign_keys", "ON", "1")
        self.journal = self.journal_of(connection)
        level, answer = ("FULL", "2") if self.journal == "wal" else ("EXTRA", "3")
        self.ask(connection, "synchronous", level, answer)
        self.synchronous = _SYNCHRONOUS[answer]

    def journal_of(self, connection: sqlite3.Connection) -> str:
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
        self.ask(connection, "journal_mode", "DELETE", "delete")
        return "delete"

    def ask(self, connection: sqlite3.Connection, name: str, value: str, expected: str) -> None:
        """Set a pragma, and see that it is set."""
        connection.execute(f"PRAGMA {name}={value}")
        found = _answer(connection, name)
        if found != expected:
            raise StoreError("cannot_open", self.path, f"{name} is {found}, not {expected}")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("quizapp_begin", "BEGIN"))


def _answer(connection: sqlite3.Connection, pragma: str) -> str:
    row: Any = connection.execute(f"PRAGMA {pragma}").fetchone()
    return str(row[0]).lower() if row else ""
