"""A database on a PostgreSQL server: the one place that knows its locks, settings and errors."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from quizapp.store.addresses import Address
from quizapp.store.backend import Backend
from quizapp.store.errors import Reason, StoreError
from quizapp.store.schema import Schema
from quizapp.store.server_errors import SERVER_MESSAGES, server_reason

# Advisory locks, which hold in one database: whoever writes has the first; whoever has the database
# open shares the second, and whoever brings it up to date has it alone.
WRITING, OPEN = "1903520122, 1", "1903520122, 2"
# A dead server is noticed within seconds, and what nobody answers is given up.
PATIENCE = {
    "connect_timeout": 10,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "application_name": "quizapp",
    "client_encoding": "utf8",
}
KEPT_OPEN, AT_MOST = 1, 10  # connections of one program; a server has a hundred for everybody


class Server(Backend):
    """A database on a PostgreSQL server.

    ``synchronous`` is what synchronous_commit is; ``off`` is never accepted, nor is fsync off, so
    that a commit that returned survives a power cut.
    """

    shared = True

    def __init__(self, address: Address, busy_ms: int) -> None:
        self.place = address.shown
        self._address = address
        self._busy_ms = busy_ms
        self.engine = self._new_engine()

    def set_up(self, connection: Connection, *, writing: bool) -> None:
        """A read sees one state throughout; a write sees what the writes before it left."""
        if writing:
            connection.execution_options(isolation_level="READ COMMITTED")
        else:
            connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    def begun(self, connection: Connection, *, writing: bool) -> None:
        """Let one write at a time, as SQLite does: what a write has read stays so until its end."""
        if writing:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")

    def error(self, error: Exception, *, committing: bool) -> StoreError | None:
        cause = error.orig if isinstance(error, DBAPIError) else error
        lost = isinstance(error, DBAPIError) and error.connection_invalidated
        reason = server_reason(cause, lost=lost)
        if reason == "gone" and committing:
            reason = "unsure"
        return None if reason is None else self.refusal(reason, _first_line(cause))

    def refusal(self, reason: Reason, detail: str = "") -> StoreError:
        return StoreError(reason, self.place, detail, SERVER_MESSAGES)

    def tables(self, connection: Connection) -> frozenset[str]:
        rows = connection.exec_driver_sql(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        )
        return frozenset(rows.scalars())

    def bring_up_to_date(self, revision: str, schema: Schema, *, asked: bool) -> None:
        """Many may work in it, and its copies are its keeper's: so it is done only when asked."""
        if not asked:
            raise self.refusal("older")
        from quizapp.store.migrate import migrate_server

        self.engine.dispose()  # the lock that every open database shares
        migrate_server(self, schema)

    def alone(self, connection: Connection) -> None:
        """Keep everybody else out until the transaction ends."""
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {self._busy_ms}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({OPEN})")

    def fault(self, connection: Connection) -> str:
        """A server looks after its own files."""
        return ""

    def vacuum(self) -> None:
        """A server does that by itself, when it sees fit."""

    def size(self, connection: Connection) -> int:
        found = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
        return int(found.scalar_one())

    def version(self, connection: Connection) -> str:
        return f"PostgreSQL {_shown(connection, 'server_version').split()[0]}"

    def new_engine(self, **options: Any) -> Engine:
        """An engine without any settings of ours."""
        given = {name: value for name, value in PATIENCE.items() if name not in self._query}
        return create_engine(self._address.url, connect_args=given, **options)

    @property
    def _query(self) -> dict[str, Any]:
        return dict(self._address.url.query)

    def _new_engine(self) -> Engine:
        engine = self.new_engine(
            pool_pre_ping=True, pool_size=KEPT_OPEN, max_overflow=AT_MOST - KEPT_OPEN
        )
        event.listen(engine, "connect", self._on_connect)
        return engine

    def _on_connect(self, connection: Any, _record: object) -> None:
        """Every connection waits as long as we say, and keeps what it says that it kept."""
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"SET lock_timeout = {self._busy_ms}")
                self.synchronous = self._kept_for_sure(cursor)
                cursor.execute(f"SELECT pg_advisory_lock_shared({OPEN})")
        finally:
            connection.autocommit = False

    def _kept_for_sure(self, cursor: Any) -> str:
        """What synchronous_commit is, once a commit waits for the disk."""
        if _asked(cursor, "synchronous_commit") == "off":
            cursor.execute("SET synchronous_commit = on")
        for name, wrong in (("synchronous_commit", "off"), ("fsync", "off")):
            if _asked(cursor, name) == wrong:
                raise self.refusal("unsafe", f"{name} = {wrong}")
        if (found := _asked(cursor, "server_encoding")) != "UTF8":
            raise self.refusal("encoding", found)
        return _asked(cursor, "synchronous_commit")


def _asked(cursor: Any, setting: str) -> str:
    return str(cursor.execute(f"SHOW {setting}").fetchone()[0])


def _shown(connection: Connection, setting: str) -> str:
    return str(connection.exec_driver_sql(f"SHOW {setting}").scalar_one())


def _first_line(cause: object) -> str:
    return str(cause).partition("\n")[0]
