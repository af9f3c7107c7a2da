"""Bank versions in the database."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select, text

from quizapp.bank import canonical, version
from quizapp.errors import QuizappError
from quizapp.store import Store, banks
from quizapp.store.tables import bank_version
from tests.examples import ferry
from tests.taking import BEGAN


def test_a_bank_comes_back_whole(store: Store) -> None:
    """An attempt outlives the file that it was begun from."""
    with store.write() as connection:
        sha256 = banks.keep(connection, ferry(), BEGAN)

    with store.read() as connection:
        assert banks.load(connection, sha256) == ferry()
    assert sha256 == version(canonical(ferry()))


def test_a_bank_is_kept_once_however_often_it_is_taken(store: Store) -> None:
    """Practising daily does not fill the disk."""
    with store.write() as connection:
        banks.keep(connection, ferry(), BEGAN)
        banks.keep(connection, ferry(), BEGAN)

        assert connection.scalar(select(func.count()).select_from(bank_version)) == 1


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM bank_version", "UPDATE bank_version SET canonical = substr(canonical, 2)"],
)
def test_a_version_that_is_not_what_was_kept_is_refused(store: Store, statement: str) -> None:
    """Nobody is marked against questions that were changed afterwards."""
    with store.write() as connection:
        sha256 = banks.keep(connection, ferry(), BEGAN)
        connection.execute(text("DELETE FROM saved"))
        connection.execute(text(statement))

    with store.read() as connection, pytest.raises(QuizappError, match="restore a backup"):
        banks.load(connection, sha256)


def test_saving_is_remembered_in_its_order_and_a_version_may_come_back(store: Store) -> None:
    """Whoever brings an old version back sees that, and loses none of those between."""
    one, other = ferry(), replace(ferry(), title="Another")
    with store.write() as connection:
        first, new = banks.save(connection, one, BEGAN)
        again = banks.save(connection, one, BEGAN)
        second, _new = banks.save(connection, other, BEGAN)
        back = banks.save(connection, one, BEGAN)

        history = banks.history(connection, "ferry")

    assert (new, again, back) == (True, (first, False), (first, True))
    assert [(save.n, save.sha256) for save in history] == [(1, first), (2, second), (3, first)]


def test_an_attempt_at_an_old_version_makes_it_not_the_newest(store: Store) -> None:
    """Taking an old quiz again does not look like bringing it back."""
    with store.write() as connection:
        banks.save(connection, ferry(), BEGAN)
        newest, _new = banks.save(connection, replace(ferry(), title="Another"), BEGAN)

        banks.keep(connection, ferry(), BEGAN)

        assert banks.newest(connection, "ferry") == newest
        assert banks.newest(connection, "another bank") == ""
