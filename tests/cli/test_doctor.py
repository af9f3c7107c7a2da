"""`quizapp doctor`."""

import json
import sqlite3
from contextlib import closing
from importlib import metadata
from pathlib import Path

import pytest

from quizapp import __version__
from quizapp.cli import doctor
from quizapp.store import Address
from quizapp.store.schema import SCHEMA
from tests.cli.conftest import Quizapp
from tests.examples import FERRY
from tests.postgresql import Server


def test_a_healthy_machine_is_called_well(quizapp: Quizapp, data_folder: Path) -> None:
    """Everything that a report of a fault needs is on one page."""
    done = quizapp("doctor")

    assert done.status == 0
    assert done.out.endswith("All well.\n")
    for words in (__version__, metadata.version("SQLAlchemy"), sqlite3.sqlite_version,
                  str(data_folder), "QT_QPA_PLATFORM=offscreen", "none yet"):  # fmt: skip
        assert words in done.out


def test_looking_makes_no_database(quizapp: Quizapp, data_folder: Path) -> None:
    """The doctor changes nothing."""
    quizapp("doctor")

    assert list(data_folder.iterdir()) == []


def test_a_database_in_use_is_looked_at_thoroughly(quizapp: Quizapp) -> None:
    """Its answer logs are followed from end to end."""
    quizapp("take", FERRY, "--test", typed="n\n1\n")

    found = quizapp("doctor").out
    assert f"sound; revision {SCHEMA.head}, journal wal, synchronous FULL" in found


def test_an_attempt_that_was_tampered_with_is_named(quizapp: Quizapp, data_folder: Path) -> None:
    """What cannot be believed is said, with the attempt that it is about."""
    quizapp("take", FERRY, "--test", typed="n\n1\n")
    with closing(sqlite3.connect(data_folder / "quizapp.db")) as connection:
        connection.execute("DELETE FROM answer")
        connection.commit()

    done = quizapp("doctor")

    assert done.status == 1
    assert "the answers differ from the log" in done.out
    assert "1 thing to do:" in done.out


def test_a_damaged_database_and_broken_settings_are_named(
    quizapp: Quizapp, data_folder: Path
) -> None:
    """Every finding comes with what to do, in one go; programs get it as JSON."""
    data_folder.mkdir()
    (data_folder / "quizapp.db").write_bytes(b"noise" * 1000)
    (data_folder / "settings.json").write_text("{")

    done = quizapp("doctor", "--json")

    told = json.loads(done.out)
    remedies = [f["remedy"] for f in told["findings"].values() if f["remedy"]]
    assert (done.status, told["well"], len(remedies)) == (1, False, 2)


def test_a_database_on_a_server_is_named_with_its_state(
    quizapp: Quizapp, server: Server, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which one it is, whether it answers, how sure a commit is; and nothing of a password."""
    url = server.url(address.url.database or "", "postgres:correct-horse")
    monkeypatch.setenv("QUIZAPP_DATABASE", url)
    quizapp("take", FERRY, "--test", typed="n\n1\n")

    done = quizapp("doctor")

    assert done.status == 0
    state = f"PostgreSQL 16.2: sound; revision {SCHEMA.head}, synchronous_commit on"
    assert f"{address.shown}, {state}" in done.out
    assert "attempts: 1, answer logs followed: 1" in done.out
    assert "correct-horse" not in done.out


def test_the_tables_on_a_server_are_made_when_asked(
    quizapp: Quizapp, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking makes none, and whoever keeps the server can make them before anybody comes."""
    name = server.database()
    monkeypatch.setenv("QUIZAPP_DATABASE", server.url(name))

    empty, made, again = quizapp("doctor"), quizapp("doctor", "--update"), quizapp("doctor")

    server.drop(name)
    assert "There is nothing in the database" in empty.out
    assert [one.status for one in (empty, made, again)] == [0, 0, 0]
    assert "sound; revision" in made.out
    assert "sound; revision" in again.out


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://roe:correct-horse@host/quizapp", "begins with mysql://"),
        ("postgresql://roe:correct-horse@nowhere.invalid/quizapp", "cannot be reached"),
    ],
)
def test_a_server_that_cannot_be_used_is_named(
    quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch, url: str, told: str
) -> None:
    """The doctor says what is wrong with it, and a quiz does not begin."""
    monkeypatch.setenv("QUIZAPP_DATABASE", url)

    looked, taken = quizapp("doctor"), quizapp("take", FERRY, "--test")

    assert (looked.status, taken.status) == (1, 2)
    assert told in looked.out
    assert told in taken.err
    assert "correct-horse" not in looked.out + taken.err


def test_a_data_folder_that_cannot_be_used_is_named(quizapp: Quizapp, data_folder: Path) -> None:
    """The doctor works where nothing else does."""
    data_folder.write_text("a file")

    done = quizapp("doctor")

    assert done.status == 1
    assert "Move that file away" in done.out


def test_a_library_that_is_missing_is_said() -> None:
    """A packed program has no list of its libraries, and a broken one lacks them."""
    assert doctor._version("no-such-thing", "json")[1] == ""
    assert doctor._version("no-such-thing", "no_such_thing") == (
        "not installed", "Run make setup.",
    )  # fmt: skip


def test_a_bank_that_is_not_sound_is_named(tmp_path: Path) -> None:
    """A half-copied package is noticed."""
    found = doctor._included(tmp_path / "gone", doctor_reader)

    assert "There is no such file" in found.remedy


def doctor_reader(path: Path) -> object:
    """Opens a bank as the doctor does."""
    from quizapp.app.bank_files import open_bank

    return open_bank(path)
