"""Bringing an older database on a server up to date, which is done only when asked."""

from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from quizapp.store import Address, Store, StoreError, address, attempts
from quizapp.store.schema import SCHEMA, Schema
from quizapp.store.server import Server as Backend
from quizapp.store.tables import Base
from tests.postgresql import Server
from tests.store.test_migrate import newer
from tests.taking import begun

COLUMNS = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default "
    "FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
)
RULES = (
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace ORDER BY 1"
)
TRIGGERS = "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
BODIES = (
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1"
)


def layout(server: Server, database: str) -> list[object]:
    """Every column, constraint, trigger and index, with the words that make it."""
    questions = (COLUMNS, RULES, TRIGGERS, INDEXES, BODIES)
    return [server.run(one, database=database) for one in questions]


def up_to(server: Server, schema: Schema) -> Address:
    """A new database as the migrations make it."""
    from quizapp.store.migrate import migrate_server

    where = address("X", server.url(server.database()))
    backend = Backend(where, 200)
    migrate_server(backend, schema)
    backend.engine.dispose()
    return where


def test_the_tables_are_what_the_migrations_make(address: Address) -> None:
    """Tables that a migration makes are those that the program expects."""
    with closing(Store(address)) as store, store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, Base.metadata) == []


def test_a_new_database_is_what_a_migrated_one_is(server: Server, template: str) -> None:
    """It makes no difference with which version a school began."""
    migrated = up_to(server, SCHEMA).url.database
    assert migrated

    assert layout(server, migrated) == layout(server, template)


@pytest.mark.parametrize("revision", SCHEMA.revisions[:-1])
def test_a_database_of_any_revision_is_brought_up_to_date(
    server: Server, template: str, revision: str
) -> None:
    """Unasked nothing happens, and asked everything does."""
    where = up_to(server, Schema((*SCHEMA.revisions[: SCHEMA.revisions.index(revision) + 1],)))
    with pytest.raises(StoreError, match="quizapp doctor --update") as caught:
        Store(where)

    Store(where, update=True).close()

    assert caught.value.reason == "older"
    assert where.url.database
    assert layout(server, where.url.database) == layout(server, template)
    Store(where).close()


def test_attempts_are_there_after_an_update(address: Address, tmp_path: Path) -> None:
    """Nothing that was answered is lost on the way."""
    with closing(Store(address)) as store:
        begun(store).answer("who", ("harbour",), 2)
        with store.read() as connection:
            before = attempts.load(connection, "a1")

    updated = Store(address, schema=newer(tmp_path), update=True)
    with closing(updated), updated.read() as connection:
        assert attempts.load(connection, "a1") == before


def test_a_migration_that_fails_leaves_no_trace(
    server: Server, address: Address, tmp_path: Path
) -> None:
    """An update that goes wrong costs nothing: the old program opens the old tables."""
    database = address.url.database or ""
    before = layout(server, database)

    with pytest.raises(StoreError, match="left as it is") as caught:
        Store(address, schema=newer(tmp_path, last='op.execute("SELECT nothing")'), update=True)

    assert caught.value.reason == "migration"
    assert layout(server, database) == before
    Store(address).close()


def test_nothing_is_migrated_under_a_running_program(
    server: Server, address: Address, tmp_path: Path
) -> None:
    """A window that is still open keeps working on the tables that it knows."""
    database = address.url.database or ""
    with closing(Store(address)) as store:
        before = layout(server, database)

        with pytest.raises(StoreError, match="Let everybody close quizapp") as caught:
            Store(address, schema=newer(tmp_path), busy_ms=100, update=True)

        begun(store)
    assert caught.value.reason == "in_use"
    assert layout(server, database) == before
