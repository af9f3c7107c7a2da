"""Databases as earlier versions wrote them, one for each revision, opened by this version."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.app import contests, readers
from quizapp.app.classes import Classes
from quizapp.app.practising import Practice
from quizapp.app.sitting import Sitting
from quizapp.store import Store, attempts, banks, examine, reviews
from quizapp.store.schema import SCHEMA
from tests.taking import Clock

GOLDEN = Path(__file__).parent / "golden"


def restored(tmp_path: Path, revision: str) -> Store:
    """The database that was dumped when ``revision`` was new, opened as a user's would be."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((GOLDEN / f"{revision}.sql").read_text("utf-8"))
    return Store(path)


def test_every_revision_has_a_database() -> None:
    """A change of the tables without an old database to try it on is noticed."""
    assert {path.stem for path in GOLDEN.glob("*.sql")} == set(SCHEMA.revisions)


@pytest.mark.parametrize("revision", SCHEMA.revisions)
def test_old_attempts_are_whole_and_can_be_gone_on_with(tmp_path: Path, revision: str) -> None:
    """An update of the program never costs an attempt."""
    store = restored(tmp_path, revision)

    assert examine(store).sound
    sitting = Sitting.resume("a1", store, Clock())
    assert sitting.current.id == "sort"
    assert sitting.attempt.answers.keys() == {"who", "how-rudder"}
    assert sitting.attempt.checked == {"who"}
    assert sitting.attempt.flags == {"how-far"}
    sitting.answer("whole", ("false",), 2)
    assert sitting.submit().score.right == 3
    with store.read() as connection:
        (finished,) = attempts.finished(connection, "Ada", "ferry")
    assert Sitting.resume(finished.id, store, Clock()).result().score.right == 1
    store.close()


def test_names_of_readers_are_whole(tmp_path: Path) -> None:
    """Everybody is still called as they were."""
    store = restored(tmp_path, "0005")

    names = {one.id: one.name for one in readers.everybody(store, "me")}

    assert names == {"Ada": "Ada", "Ben": "Benjamin", "Cleo": "Cleo", "me": "Me"}
    store.close()


@pytest.mark.parametrize("revision", SCHEMA.revisions[3:])
def test_the_time_that_was_worked_is_whole(tmp_path: Path, revision: str) -> None:
    """A limit goes on where it was, and the pause in between is told."""
    store = restored(tmp_path, revision)

    sitting = Sitting.resume("timed", store, Clock(), ticks=lambda: 0)

    assert sitting.left_ms == 480_000
    assert [pause.what for pause in sitting.timing.pauses()][:1] == ["closed"]
    store.close()


@pytest.mark.parametrize("revision", SCHEMA.revisions[2:])
def test_reviews_and_what_is_due_are_whole(tmp_path: Path, revision: str) -> None:
    """Practice goes on after an update, and an answer that was taken back stays taken back."""
    store = restored(tmp_path, revision)

    with store.read() as connection:
        log = reviews.log(connection, "Ada")
        cards = reviews.cards(connection, "Ada")
        lines = connection.exec_driver_sql("SELECT count(*) FROM review").scalar()
    assert [(line.shown, line.level, line.right) for line in log] == [
        (("ferry", "whole"), None, True),
        (("ferry", "whole"), 1, True),
    ]
    assert lines == 4
    assert {card.place: card for card in cards} == Practice(
        store, "Ada", Clock(), limit=20
    ).rebuild()
    store.close()


@pytest.mark.parametrize("revision", SCHEMA.revisions[1:])
def test_regrades_contests_and_versions_are_whole(tmp_path: Path, revision: str) -> None:
    """What was decided in an earlier version of the program still holds."""
    store = restored(tmp_path, revision)

    with store.read() as connection:
        (finished,) = attempts.finished(connection, "Ada")
        history = banks.history(connection, "ferry")
    declined, open_ = contests.of_bank(store, "ferry")
    first_two = [save.sha256 for save in history][:2]
    assert first_two == [finished.bank_version, finished.marked_by]
    assert Sitting.resume(finished.id, store, Clock()).result().score.earned == 2.0
    assert (declined.state, declined.answer) == ("declined", "The report itself lists them.")
    assert (open_.state, open_.sentences, open_.decided) == ("open", ("p1s2",), None)
    store.close()


def test_the_versions_of_the_first_revision_count_as_saved(tmp_path: Path) -> None:
    """The list of versions begins with those that were kept before there was a list."""
    store = restored(tmp_path, "0001")

    with store.read() as connection:
        (finished,) = attempts.finished(connection, "Ada")
        (save,) = banks.history(connection, "ferry")
    assert (save.n, save.sha256) == (1, finished.bank_version)
    assert (tmp_path / "old.db.0001.backup").exists()
    store.close()


@pytest.mark.parametrize("revision", SCHEMA.revisions[6:])
def test_classes_are_whole(tmp_path: Path, revision: str) -> None:
    """A teacher finds the roster, what came back, and the marks."""
    store = restored(tmp_path, revision)

    classes = Classes(store, Clock())
    (nine,) = classes.every()
    book = classes.gradebook(nine)

    assert [line.student.label for line in book.lines] == ["Ada", "Bo"]
    assert [one.state for one in classes.files(nine)] == ["accepted"]
    assert [one.state for one in classes.files()] == ["accepted", "unreadable"]
    cells = [book.cell(line, 0) for line in book.lines]
    assert [cell and cell.earned for cell in cells] == [1.5, None]
    store.close()
