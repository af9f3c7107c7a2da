"""Bringing an older file up to date."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from quizapp.store import Store, StoreError, attempts
from quizapp.store.migrate import upgrade
from quizapp.store.schema import SCHEMA, Schema
from quizapp.store.tables import Base
from tests.taking import begun

NEXT = '''"""A migration for tests."""
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{head}"


def upgrade():
    op.add_column("attempt", sa.Column("place", sa.Text()))
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    {last}
'''


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database in a file."""
    opened = Store(tmp_path / "quizapp.db", busy_ms=200)
    yield opened
    opened.close()


def newer(tmp_path: Path, last: str = "pass") -> Schema:
    """The schema of a later program: one more revision, which ends in ``last``."""
    folder = tmp_path / "migrations"
    shutil.copytree(SCHEMA.migrations, folder)
    script = NEXT.format(last=last, head=SCHEMA.head)
    (folder / "versions" / "next_test.py").write_text(script)
    return Schema((*SCHEMA.revisions, "next"), folder)


def layout(path: Path) -> set[tuple[str, str]]:
    """Every table, index and trigger with the words that make it, spacing aside."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(name, "".join(sql.split())) for name, sql in rows}


def test_the_tables_are_what_the_migrations_make(store: Store) -> None:
    """Tables that a migration makes are those that the program expects."""
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, Base.metadata) == []


def test_a_new_database_is_what_a_migrated_one_is(store: Store, tmp_path: Path) -> None:
    """It makes no difference with which version a user began."""
    empty = tmp_path / "empty.db"
    upgrade(empty, SCHEMA)

    assert layout(empty) == layout(store.path)


def test_an_older_database_is_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    """Every attempt is there after an update, and the old file is beside it."""
    begun(store).answer("who", ("harbour",), 2)
    with store.read() as connection:
        before = attempts.load(connection, "a1")
    store.close()

    updated = Store(store.path, schema=newer(tmp_path))

    with updated.read() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "next"
        assert attempts.load(connection, "a1") == before
    updated.close()
    assert "extra" not in dict(layout(tmp_path / f"quizapp.db.{SCHEMA.head}.backup"))
    assert "extra" in dict(layout(store.path))


def test_a_migration_that_fails_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    """An update that goes wrong costs nothing: the old program opens the old file."""
    begun(store).answer("who", ("harbour",), 2)
    store.close()
    before = layout(store.path)

    with pytest.raises(StoreError, match="left as it is") as caught:
        Store(store.path, schema=newer(tmp_path, last='op.execute("SELECT nothing")'))

    assert caught.value.reason == "migration"
    assert layout(store.path) == before
    assert not list(tmp_path.glob("*.migrating"))
    with Store(store.path).read() as connection:
        assert attempts.load(connection, "a1") is not None


def test_nothing_is_migrated_under_a_running_program(store: Store, tmp_path: Path) -> None:
    """A window that is still open keeps working on the file that it knows."""
    with store.read() as connection:
        connection.scalar(text("SELECT count(*) FROM attempt"))

        with pytest.raises(StoreError) as caught:
            Store(store.path, schema=newer(tmp_path), busy_ms=100)

    assert caught.value.reason == "locked"
    assert "extra" not in dict(layout(store.path))
