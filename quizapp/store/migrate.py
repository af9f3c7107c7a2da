"""Bring an older database up to date.

A copy of a file is migrated, then takes the old one's place; a database on a server is migrated in
its place, in one transaction.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from quizapp.disk import sync
from quizapp.store.errors import StoreError, reason_of
from quizapp.store.schema import Schema

if TYPE_CHECKING:
    from quizapp.store.server import Server


def migrate(path: Path, revision: str, schema: Schema) -> None:
    """Migrate the database at ``path`` from ``revision`` to the head of ``schema``.

    The old database stays beside the new one, its name ending in ``.backup``. Whatever goes wrong,
    the file at ``path`` is the old one, whole.

    Raises:
        StoreError: another program has the database open, or a migration failed.
    """
    backup = path.with_name(f"{path.name}.{revision}.backup")
    working = path.with_name(f"{path.name}.migrating")
    working.unlink(missing_ok=True)
    try:
        _alone(path)
        copy(path, backup)
        copy(path, working)
        upgrade(working, schema)
        sync(working)
        working.replace(path)
        sync(path.parent)
    except (SQLAlchemyError, CommandError, sqlite3.Error, OSError) as error:
        reason = reason_of(error) or reason_of(getattr(error, "orig", None)) or "migration"
        raise StoreError(reason, path, str(error).partition("\n")[0]) from error
    finally:
        working.unlink(missing_ok=True)


def migrate_server(server: "Server", schema: Schema) -> None:
    """Migrate a database on a server, once nobody else has it open.

    Whatever goes wrong, it is what it was before.

    Raises:
        StoreError: another program has the database open, or a migration failed.
    """
    engine = server.new_engine(poolclass=NullPool)
    try:
        with engine.begin() as connection:
            server.alone(connection)
            _run(connection, schema)
    except (SQLAlchemyError, CommandError) as error:
        told = server.error(error, committing=False)
        if told is not None and told.reason == "locked":
            told = server.refusal("in_use")
        raise told or server.refusal("migration", str(error).partition("\n")[0]) from error
    finally:
        engine.dispose()


def upgrade(path: Path, schema: Schema) -> None:
    """Run the migrations on the file itself, in one transaction, tables made by DDL included."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)
    event.listen(engine, "connect", _no_transactions_of_its_own)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _run(connection, schema)
    finally:
        engine.dispose()


def _run(connection: Connection, schema: Schema) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, schema.head)


def copy(source: Path, target: Path) -> None:
    """A copy through SQLite's backup API, which knows what is still in the write-ahead log."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
    sync(target)


def _alone(path: Path) -> None:
    """Leave the write-ahead log; SQLite allows that only when nobody else has the file open."""
    with closing(sqlite3.connect(path, timeout=1)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _no_transactions_of_its_own(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
