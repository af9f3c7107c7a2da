"""Several readers on one computer: names, what is kept, and deletion that leaves nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from quizapp.app import contests, readers
from quizapp.app.practising import Practice
from quizapp.app.sitting import Sitting
from quizapp.claims import Standing
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.store import Store, attempts, examine
from quizapp.store.readers import forgotten
from tests.databases import everything
from tests.examples import ferry
from tests.taking import Clock

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
SECRET = "Zebulon Quartermain"


def taken(store: Store, reader: str, reason: str = "It reads otherwise.") -> None:
    """A quiz, a contest and a practice of one reader."""
    clock = Clock()
    id_ = f"attempt-of-{reader}"
    sitting = Sitting.begin(ferry(), Rules.practice(), store, clock, 7, id_, reader)
    sitting.answer("who", ("harbour",), 3)
    sitting.submit()
    contests.file(
        store, id_, "who", ("p1s1",), Standing.DENIED, reason, clock(), f"contest-of-{reader}"
    )
    Practice(store, reader, clock, limit=5).fold()


def names(store: Store) -> list[str]:
    """The names of everybody."""
    return [one.name for one in readers.everybody(store, readers.FIRST)]


def test_readers_are_added_and_renamed_and_keep_what_they_did(store: Store) -> None:
    """A new name changes nothing of the past: the log keeps the id that it was written under."""
    id_ = readers.add(store, "  Ada   M ", NOW)
    taken(store, id_)

    readers.rename(store, id_, "Ada Moor", NOW)

    assert names(store) == ["Ada Moor", "Me"]
    assert readers.find(store, "Ada Moor", "me").id == "Ada M"
    with store.read() as connection:
        assert attempts.verify(connection, "attempt-of-Ada M").sound


@pytest.mark.parametrize(
    ("name", "why"),
    [("  ", "Give a name"), ("x" * 61, "at most 60"), ("ada m", "called “ada m” already")],
)
def test_names_that_cannot_be_used_are_refused(store: Store, name: str, why: str) -> None:
    """Two readers are never taken for one another."""
    readers.add(store, "Ada M", NOW)

    with pytest.raises(QuizappError, match=why):
        readers.add(store, name, NOW)


def test_an_unknown_name_is_answered_with_those_there_are(store: Store) -> None:
    """A slip of the keyboard deletes nobody."""
    with pytest.raises(QuizappError, match="There are: Me"):
        readers.find(store, "Adda", "me")


def test_everything_of_a_reader_can_be_taken_along(store: Store, tmp_path: Path) -> None:
    """One file has attempts, answers, log, practice and contests, and nobody else's."""
    taken(store, "Ada")
    taken(store, "Ben")
    ada = readers.find(store, "Ada", "me")

    count = readers.export(store, ada, tmp_path / "ada.json", NOW)

    whole = json.loads((tmp_path / "ada.json").read_text("utf-8"))
    kept = whole["kept"]
    assert {"attempt", "answer", "entry", "contest", "review", "due", "spell"} <= kept.keys()
    assert count == sum(len(rows) for rows in kept.values())
    assert "Ben" not in json.dumps(whole)


def test_an_export_that_cannot_be_written_says_so(store: Store, tmp_path: Path) -> None:
    """Another place can be chosen."""
    with pytest.raises(QuizappError, match="Choose another place"):
        readers.export(store, readers.find(store, "me", "me"), tmp_path / "no" / "x.json", NOW)


def test_deletion_leaves_nothing_in_the_file(tmp_path: Path) -> None:
    """Neither a name nor an answer nor a reason can be found in the bytes of the database."""
    store = Store(tmp_path / "quizapp.db")
    taken(store, SECRET, reason="Because of the unicorn.")
    taken(store, "Ben")
    before = readers.count(store, "Ben")

    removed, _copies = readers.delete(store, tmp_path, SECRET)

    assert removed > 5
    store.close()
    whole = b"".join(path.read_bytes() for path in tmp_path.glob("quizapp.db*"))
    assert SECRET.encode() not in whole
    assert b"unicorn" not in whole
    assert b"attempt-of-Ben" in whole
    again = Store(tmp_path / "quizapp.db")
    assert readers.count(again, "Ben") == before
    assert examine(again).sound
    again.close()


def test_the_logs_refuse_again_after_a_deletion(store: Store, tmp_path: Path) -> None:
    """The way round the triggers is open for one act, and closed behind it."""
    taken(store, "Ada")
    taken(store, "Ben")
    readers.delete(store, tmp_path, "Ada")

    for log in ("entry", "review"):
        with pytest.raises(DBAPIError, match="only grows"), store.write() as connection:
            connection.execute(text(f"DELETE FROM {log}"))


def test_older_copies_are_named(store: Store, tmp_path: Path) -> None:
    """Whoever deletes is told where something may be left; a server's copies lie elsewhere."""
    copy = tmp_path / "quizapp.db.0002.backup"
    copy.write_bytes(b"old")

    _removed, copies = readers.delete(store, tmp_path, "me")

    assert copies == (() if store.shared else (copy,))


def test_deletion_leaves_no_row(store: Store, tmp_path: Path) -> None:
    """Of the others everything is left, and nothing of whoever is deleted."""
    taken(store, SECRET, reason="Because of the unicorn.")
    taken(store, "Ben")
    before = readers.count(store, "Ben")

    readers.delete(store, tmp_path, SECRET)

    whole = repr(everything(store))
    assert SECRET not in whole
    assert "unicorn" not in whole
    assert readers.count(store, "Ben") == before
    assert examine(store).sound


def test_no_table_is_forgotten() -> None:
    """A table that is added later must say whether it holds something of a reader."""
    assert forgotten() == set()
