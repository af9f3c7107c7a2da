"""What tests do to a database behind the program's back, in a file and on a server alike."""

from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from quizapp.store import Address, Store, address
from quizapp.store.tables import Base

FULL = (
    "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' "
    "USING ERRCODE = '53100'; END $$",
    "CREATE TRIGGER full_disk BEFORE INSERT ON answer EXECUTE FUNCTION full_disk()",
)


def told(home: Path | Address) -> str:
    """Where a database is, in words for another process."""
    return str(home) if isinstance(home, Path) else home.url.render_as_string(hide_password=False)


def meant(words: str) -> Path | Address:
    """What ``told`` tells."""
    return address("DATABASE", words) if "://" in words else Path(words)


def spoil(store: Store, statement: str) -> int:
    """Change something that the logs would not let anybody change; how many rows that were."""
    with store.write() as connection:
        if store.shared:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        else:
            connection.execute(text("DROP TRIGGER IF EXISTS entry_no_update"))
            connection.execute(text("DROP TRIGGER IF EXISTS entry_no_delete"))
        return connection.execute(text(statement)).rowcount


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with store.read() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


def fill_disk(store: Store) -> None:
    """Leave no room for anything more."""
    if store.shared:
        with store.write() as connection:
            for statement in FULL:
                connection.execute(text(statement))
        return
    with store.read() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count={pages}"))


def make_room(store: Store) -> None:
    """Take back what ``fill_disk`` did."""
    if store.shared:
        with store.write() as connection:
            connection.execute(text("DROP TRIGGER full_disk ON answer"))
        return
    with store.read() as connection:
        connection.execute(text("PRAGMA max_page_count=1000000"))
