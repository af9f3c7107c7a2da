"""Bank versions in the database."""

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
    "statement", ["DELETE FROM bank_version", "UPDATE bank_version SET canonical = x'7b7d'"]
)
def test_a_version_that_is_not_what_was_kept_is_refused(store: Store, statement: str) -> None:
    """Nobody is marked against questions that were changed afterwards."""
    with store.write() as connection:
        sha256 = banks.keep(connection, ferry(), BEGAN)
        connection.execute(text(statement))

    with store.read() as connection, pytest.raises(QuizappError, match="restore a backup"):
        banks.load(connection, sha256)
