"""Opening a file, and what is said when it cannot be used."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from quizapp.store import Store, StoreError
from quizapp.store.sqlite import File


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty database in a file."""
    opened = Store(tmp_path / "quizapp.db", busy_ms=200)
    yield opened
    opened.close()


def of_file(store: Store) -> File:
    """What the store knows of SQLite."""
    assert isinstance(store.backend, File)
    return store.backend


def run(path: Path, *statements: str) -> None:
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def refusal(path: Path) -> StoreError:
    """What opening the database says; the file must be what it was."""
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Store(path, busy_ms=100)
    assert path.read_bytes() == before
    return caught.value


def test_a_commit_waits_for_the_disk(store: Store) -> None:
    """An answer that is called saved survives a power cut."""
    assert (store.journal, store.synchronous) == ("wal", "FULL")

    with store.read() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1


def test_every_connection_has_the_pragmas(store: Store) -> None:
    """A second connection of the pool is no weaker than the first."""
    with store.read(), store.read() as second:
        assert second.scalar(text("PRAGMA synchronous")) == 2


def test_where_there_is_no_wal_the_old_journal_waits_even_longer(tmp_path: Path) -> None:
    """On a network share or a stick a saved answer survives a power cut as well."""
    store = Store(tmp_path / "quizapp.db", vfs="unix-dotfile")

    assert (store.journal, store.synchronous) == ("delete", "EXTRA")
    store.close()


def test_a_pragma_that_does_not_take_is_not_believed(store: Store) -> None:
    """A promise that SQLite did not make is not passed on."""
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(StoreError):
        of_file(store).ask(connection, "synchronous", "FULL", "3")


def test_a_full_disk_is_called_full(store: Store) -> None:
    """The message says to make room, and that what was saved is safe."""
    with store.read() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count={pages}"))

    with pytest.raises(StoreError, match="Free some space") as caught, store.write() as connection:
        connection.execute(text("CREATE TABLE note AS SELECT hex(randomblob(100000))"))

    assert caught.value.reason == "full"


def test_another_program_that_does_not_let_go_is_named(store: Store) -> None:
    """Waiting has an end, and the message says what to close."""
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match="Close other copies") as caught, store.write():
            pass

    assert caught.value.reason == "locked"


def test_another_program_that_is_quick_is_waited_for(store: Store) -> None:
    """A quiz in the terminal and one in the window get on with each other."""
    other = sqlite3.connect(store.path, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.05, other.rollback)
    timer.start()

    with store.write() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    timer.join()
    other.close()


def test_a_file_that_may_not_be_written_is_called_that(store: Store) -> None:
    """The message names the permission and the way round it."""
    with store.read() as connection:
        connection.execute(text("PRAGMA query_only=1"))

    with pytest.raises(StoreError, match="QUIZAPP_DATA") as caught, store.write() as connection:
        connection.execute(text("DELETE FROM answer"))

    assert caught.value.reason == "read_only"


def test_after_a_disk_error_the_file_is_opened_anew(store: Store) -> None:
    """What SQLite remembers of a failing disk is not trusted."""
    before = store.backend.engine.pool

    def fail() -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    with pytest.raises(StoreError, match="disk reported an error"), store.write():
        fail()

    assert store.backend.engine.pool is not before


def test_noise_is_no_database(tmp_path: Path) -> None:
    """A file that was overwritten is left alone, and the message says how to go on."""
    path = tmp_path / "quizapp.db"
    path.write_bytes(b"this is no database " * 500)

    error = refusal(path)

    assert error.reason == "damaged"
    assert "move it out of its folder" in str(error)


def holed(tmp_path: Path) -> Path:
    """A database with a page of noise in the middle of a table."""
    path = tmp_path / "quizapp.db"
    Store(path).close()
    run(
        path,
        "CREATE TABLE note (words TEXT)",
        *["INSERT INTO note VALUES (hex(randomblob(900)))"] * 40,
    )
    whole = path.read_bytes()
    path.write_bytes(whole[:-8192] + b"\x05" * 4096 + whole[-4096:])
    return path


def test_a_hole_in_the_file_is_found_on_opening(tmp_path: Path) -> None:
    """Damage is said before a quiz goes on top of it."""
    assert refusal(holed(tmp_path)).reason == "damaged"


def test_a_large_file_is_left_to_the_doctor(tmp_path: Path) -> None:
    """A start stays quick when years of answers are kept; the check comes on demand."""
    store = Store(holed(tmp_path), check_up_to=0)

    with pytest.raises(StoreError) as caught:
        store.check()

    assert caught.value.reason == "damaged"
    store.close()


def test_a_database_of_a_newer_program_is_refused_politely(tmp_path: Path) -> None:
    """An old program never spoils what a new one wrote."""
    path = tmp_path / "quizapp.db"
    Store(path).close()
    run(path, "UPDATE alembic_version SET version_num = '9999'")

    error = refusal(path)

    assert error.reason == "newer"
    assert "Install the newer version" in str(error)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """Pointing the program at a wrong file costs nothing."""
    path = tmp_path / "quizapp.db"
    run(path, "PRAGMA journal_mode=WAL", "CREATE TABLE theirs (x)")

    assert refusal(path).reason == "foreign"


@pytest.mark.parametrize("in_the_way", [False, True])
def test_a_place_that_holds_no_file_is_named(tmp_path: Path, in_the_way: bool) -> None:
    """A missing folder, or a folder in the file's place, is said as such."""
    path = tmp_path / "missing" / "quizapp.db"
    if in_the_way:
        path.mkdir(parents=True)

    with pytest.raises(StoreError) as caught:
        Store(path)

    assert caught.value.reason == "cannot_open"
    assert str(path) in str(caught.value)


def test_many_may_make_the_database_at_the_same_moment(tmp_path: Path) -> None:
    """Two programs started together on a first day both work."""
    path = tmp_path / "quizapp.db"

    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(lambda _n: Store(path, busy_ms=10_000), range(6)))

    assert {store.journal for store in stores} == {"wal"}
    for store in stores:
        store.close()


def test_a_new_file_that_somebody_holds_is_waited_for_and_then_named(tmp_path: Path) -> None:
    """A lock at the very start ends in a message, not in a hang."""
    path = tmp_path / "quizapp.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()

        with pytest.raises(StoreError) as caught:
            Store(path, busy_ms=100)

    assert caught.value.reason == "locked"
    assert time.monotonic() - began < 5


def test_a_new_file_that_somebody_just_makes_is_asked_again(store: Store, tmp_path: Path) -> None:
    """SQLite does not wait when two programs set up the same file; we do."""
    path = tmp_path / "new.db"
    other = sqlite3.connect(path, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(0.05, other.rollback)
    timer.start()

    with closing(sqlite3.connect(path, timeout=0)) as connection:
        assert of_file(store).journal_of(connection) == "wal"
    timer.join()
    other.close()
