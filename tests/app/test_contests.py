"""Contests, from the reader who files one to whoever decides it."""

import pytest

from quizapp.app import contests
from quizapp.app.sitting import Sitting
from quizapp.claims import Standing
from quizapp.errors import QuizappError
from quizapp.quiz import Contest, Rules
from quizapp.store import Store
from tests.taking import BEGAN, Clock, begun


def filed(
    store: Store,
    contest_id: str = "c1",
    attempt: str = "a1",
    item: str = "how-sold",
    sentences: tuple[str, ...] = ("p4s1",),
    reason: str = " A deckhand would know. ",
) -> Contest:
    """A contest of how the sale stands."""
    standing = Standing.CONFIRMED
    return contests.file(store, attempt, item, sentences, standing, reason, BEGAN, contest_id)


def finished(store: Store, id_: str = "a1") -> Sitting:
    """A finished attempt."""
    sitting = begun(store, id_)
    sitting.answer("how-sold", ("confirmed",))
    sitting.submit()
    return sitting


def test_a_contest_is_saved_with_all_that_the_reader_said(store: Store) -> None:
    """A disagreement reaches the teacher as it was meant."""
    finished(store)

    contest = filed(store)

    assert contests.of_attempt(store, "a1") == contests.of_bank(store, "ferry") == (contest,)
    assert (contest.reader, contest.reason) == ("me", "A deckhand would know.")
    assert contests.quoted(store, contest).startswith("According to a deckhand")


def test_nothing_shows_it_is_a_contest_too(store: Store) -> None:
    """Whoever reads silence points at no words."""
    finished(store)

    assert contests.quoted(store, filed(store, sentences=("none",))) == ""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"attempt": "nobody"}, "no attempt “nobody”"),
        ({"item": "gone"}, "no question “gone”"),
        ({"sentences": ("p99s1",)}, "has no p99s1"),
        ({"reason": ""}, "Say why"),
    ],
)
def test_a_contest_that_cannot_be_judged_is_refused(
    store: Store, change: dict[str, str], message: str
) -> None:
    """Nothing half-said is stored."""
    finished(store)

    with pytest.raises(QuizappError, match=message):
        filed(store, **change)  # type: ignore[arg-type]  # one of the fields

    assert contests.of_bank(store, "ferry") == ()


def test_a_question_is_contested_once_and_after_its_answer_stands(store: Store) -> None:
    """A reader sees the key first; and one disagreement is one line in the teacher's list."""
    sitting = begun(store)
    sitting.answer("how-sold", ("confirmed",))
    with pytest.raises(QuizappError, match="Answer the question first"):
        filed(store)
    sitting.check("how-sold")
    filed(store)

    with pytest.raises(QuizappError, match="already"):
        filed(store, "c2")

    assert sitting.attempt.rules == Rules.practice()


def test_a_decision_is_told_and_leaves_bank_and_mark_alone(store: Store) -> None:
    """Accepting says that the reader is right; what to do about the bank is a step of its own."""
    before = finished(store)
    filed(store)

    decided = contests.decide(store, "ferry", "c1", "accepted", "So it reads.", BEGAN)

    assert contests.of_attempt(store, "a1") == (decided,)
    after = Sitting.resume("a1", store, Clock())
    assert (after.attempt, after.result()) == (before.attempt, before.result())
    with pytest.raises(QuizappError, match="decided before"):
        contests.decide(store, "ferry", "c1", "declined", "No.", BEGAN)


def test_a_contest_that_is_not_there_is_named(store: Store) -> None:
    """A mistyped id changes nothing."""
    finished(store)
    filed(store)

    with pytest.raises(QuizappError, match="no contest “c9” at this bank"):
        contests.decide(store, "ferry", "c9", "accepted", "Yes.", BEGAN)
    with pytest.raises(QuizappError, match="no contest “c1” at this bank"):
        contests.decide(store, "another", "c1", "accepted", "Yes.", BEGAN)
