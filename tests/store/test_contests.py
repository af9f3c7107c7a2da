"""Contests in the database."""

from datetime import timedelta

from quizapp.claims import Standing
from quizapp.quiz import Contest
from quizapp.store import Store, contests
from tests.taking import BEGAN, begun


def contest(id_: str, attempt: str = "a1", minutes: int = 0) -> Contest:
    """A contest of the question who says it."""
    at = BEGAN + timedelta(minutes=minutes)
    return Contest(id_, attempt, "who", "me", ("p1s1",), Standing.ASSERTED, "she asks", at)


def test_a_contest_comes_back_as_it_was_filed_and_then_as_it_was_decided(store: Store) -> None:
    """A teacher reads what the student wrote, and the student reads the answer."""
    begun(store)
    with store.write() as connection:
        contests.add(connection, contest("c1"))

        assert contests.load(connection, "c1") == contest("c1")
        decided = contest("c1").decide("accepted", " So it is. ", BEGAN)
        contests.save_decision(connection, decided)
        assert contests.load(connection, "c1") == decided
        assert contests.load(connection, "nobody") is None


def test_contests_are_listed_by_attempt_and_by_bank_oldest_first(store: Store) -> None:
    """None is overlooked, whoever filed it, and who came first is first."""
    begun(store)
    begun(store, "a2", reader="Ada")
    with store.write() as connection:
        for id_, attempt, minutes in (("c3", "a1", 3), ("c1", "a2", 1), ("c2", "a1", 2)):
            contests.add(connection, contest(id_, attempt, minutes))

        assert [c.id for c in contests.of_attempt(connection, "a1")] == ["c2", "c3"]
        assert [c.id for c in contests.of_bank(connection, "ferry")] == ["c1", "c2", "c3"]
        assert contests.of_bank(connection, "another bank") == ()
