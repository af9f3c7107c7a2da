"""`quizapp doctor`."""

import json
import sqlite3
from contextlib import closing
from importlib import metadata
from pathlib import Path

from quizapp import __version__
from quizapp.cli import doctor
from quizapp.store.schema import SCHEMA
from tests.cli.conftest import Quizapp
from tests.examples import FERRY


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
