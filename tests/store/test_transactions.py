"""Transactions, which are the same in a file and on a server."""

from contextlib import closing

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from quizapp.app.sitting import Sitting
from quizapp.store import Store, StoreError, attempts
from quizapp.store.schema import SCHEMA
from quizapp.store.tables import attempt
from tests.databases import fill_disk, make_room
from tests.taking import Clock, begun


def test_what_is_written_is_there_after_reopening(store: Store) -> None:
    """Closing and opening the program changes nothing."""
    with store.write() as connection:
        connection.execute(text("CREATE TABLE note (words TEXT)"))
        connection.execute(text("INSERT INTO note VALUES ('kept')"))
    store.close()

    with closing(Store(store.home)) as again, again.read() as connection:
        assert connection.scalar(text("SELECT words FROM note")) == "kept"


def test_an_error_inside_takes_everything_back(store: Store) -> None:
    """Half an act is never kept."""

    def half_an_act() -> None:
        with store.write() as connection:
            connection.execute(text("CREATE TABLE note (words TEXT)"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_an_act()

    with store.read() as connection, pytest.raises(DBAPIError):
        connection.execute(text("SELECT * FROM note"))


def test_a_wrong_statement_is_our_fault_not_the_users(store: Store) -> None:
    """A bug of ours is never dressed up as advice about the disk."""
    with pytest.raises(DBAPIError, match="syntax error"), store.write() as connection:
        connection.execute(text("SELEKT"))


def test_tables_made_by_somebody_faster_are_taken_as_they_are(store: Store) -> None:
    """Opening looks again once it may write, so nothing is made twice."""
    assert store.revision(SCHEMA) == SCHEMA.head


@pytest.mark.parametrize(
    "statement",
    ["UPDATE entry SET kind = 'x'", "DELETE FROM entry", "DELETE FROM entry WHERE n = 1"],
)
def test_the_log_only_grows(store: Store, statement: str) -> None:
    """Nobody rewrites what a reader answered, not even by hand."""
    begun(store)

    with pytest.raises(DBAPIError, match="only grows"), store.write() as connection:
        connection.execute(text(statement))


def test_a_read_sees_one_state_throughout(store: Store) -> None:
    """What somebody else saves in the middle of a page does not change the rest of it."""
    begun(store, "a1")
    with store.read() as connection:
        before = connection.execute(select(attempt.c.id)).all()
        begun(store, "a2")

        assert connection.execute(select(attempt.c.id)).all() == before
    with store.read() as connection:
        assert len(connection.execute(select(attempt.c.id)).all()) == 2


def test_a_write_waits_for_the_one_before_and_then_gives_up(store: Store) -> None:
    """Two never write at once, and the message says to try again."""
    with store.write(), pytest.raises(StoreError, match="try again") as caught, store.write():
        pass

    assert caught.value.reason == "locked"


def test_a_write_sees_what_the_one_before_left(store: Store) -> None:
    """Nothing is decided by a state that is past."""
    with store.read() as old:
        old.execute(select(attempt.c.id)).all()
        begun(store)
        with store.write() as connection:
            assert attempts.every_id(connection) == ("a1",)


def test_a_full_disk_is_called_full_and_costs_nothing(store: Store) -> None:
    """The message says that what was saved is safe, and once there is room all goes on."""
    sitting = begun(store)
    fill_disk(store)

    with pytest.raises(StoreError, match="Everything saved before is safe") as caught:
        sitting.answer("named", ("x" * 100_000,))
    make_room(store)

    assert caught.value.reason == "full"
    sitting.answer("who", ("harbour",))
    assert sitting.attempt.answers.keys() == {"who"}


def test_an_attempt_that_went_on_elsewhere_is_not_written_over(store: Store) -> None:
    """Two windows at one attempt: the second to save is told."""
    here = begun(store)
    with closing(Store(store.home)) as other:
        Sitting.resume("a1", other, Clock()).answer("who", ("line",))

    with pytest.raises(StoreError, match="another window or terminal") as caught:
        here.answer("who", ("harbour",))

    assert caught.value.reason == "elsewhere"
