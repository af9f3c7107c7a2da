from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.quiz import Answer, Attempt, Posed, Rules, begin

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=9)
YES = Answer(("true",), NOON, 2)
POSED = (Posed("a", ("x", "y")), Posed("b"), Posed("c"))


def started() -> Attempt:
    """An attempt at three items."""
    return begin("t1", "ada", "ferry", "0" * 64, Rules(), 7, POSED, NOON)


def test_an_attempt_begins_at_its_first_item() -> None:
    """Nothing is answered, flagged or handed in."""
    attempt = started()

    assert (attempt.at, attempt.place) == ("a", 0)
    assert (attempt.answers, attempt.flags, attempt.checked) == ({}, frozenset(), frozenset())
    assert attempt.submitted is None


def test_a_quiz_without_items_is_not_begun() -> None:
    """The reader is told, instead of seeing an empty screen."""
    with pytest.raises(ValueError, match="without items"):
        begin("t1", "ada", "ferry", "0" * 64, Rules(), 7, (), NOON)


def test_an_answer_leaves_the_attempt_before_it_as_it_was() -> None:
    """What was saved stays true whatever comes after."""
    before = started()

    after = before.answer("a", YES)

    assert before.answers == {}
    assert after.answers == {"a": YES}


def test_a_second_answer_replaces_the_first() -> None:
    """A reader may think again."""
    again = Answer(("false",), LATER)

    assert started().answer("a", YES).answer("a", again).answers == {"a": again}


def test_an_answer_can_be_taken_back() -> None:
    """Blank again, and the others stay."""
    attempt = started().answer("a", YES).answer("b", YES).clear("a")

    assert attempt.answers == {"b": YES}


def test_answers_cannot_be_changed_behind_the_back() -> None:
    """The mapping that an attempt hands out is read-only."""
    with pytest.raises(TypeError):
        started().answer("a", YES).answers["a"] = YES  # type: ignore[index]


def test_going_to_an_item_is_remembered() -> None:
    """The quiz is resumed where one stopped."""
    attempt = started().go("c")

    assert (attempt.at, attempt.place) == ("c", 2)


def test_flags_are_set_and_taken_away() -> None:
    """A reader marks what to look at again; doing so twice changes nothing."""
    flagged = started().flag("b", on=True).flag("b", on=True)

    assert flagged.flags == {"b"}
    assert flagged.flag("b", on=False).flags == frozenset()


def test_an_answer_stands_once_its_feedback_was_shown() -> None:
    """Nobody earns a mark by reading the key first; the other items stay open."""
    attempt = started().answer("a", YES).check("a")

    assert attempt.checked == {"a"}
    with pytest.raises(ValueError, match="its answer stands"):
        attempt.answer("a", YES)
    with pytest.raises(ValueError, match="its answer stands"):
        attempt.clear("a")
    assert attempt.answer("b", YES).answers == {"a": YES, "b": YES}


CHANGES: dict[str, Callable[[Attempt], Attempt]] = {
    "answer": lambda attempt: attempt.answer("a", YES),
    "clear": lambda attempt: attempt.clear("a"),
    "check": lambda attempt: attempt.check("a"),
    "submit": lambda attempt: attempt.submit(LATER),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_handed_in_is_not_changed(change: str) -> None:
    """The result belongs to what was handed in."""
    attempt = started().submit(LATER)

    assert attempt.submitted == LATER
    with pytest.raises(ValueError, match="was handed in"):
        CHANGES[change](attempt)


def test_what_was_handed_in_can_be_looked_through() -> None:
    """The review goes from item to item."""
    assert started().submit(LATER).go("b").at == "b"


@pytest.mark.parametrize(
    "change",
    [
        lambda attempt: attempt.answer("z", YES),
        lambda attempt: attempt.clear("z"),
        lambda attempt: attempt.check("z"),
        lambda attempt: attempt.go("z"),
        lambda attempt: attempt.flag("z", on=True),
    ],
)
def test_an_item_that_was_not_posed_is_refused(change: Callable[[Attempt], Attempt]) -> None:
    """An answer never lands in another quiz."""
    with pytest.raises(ValueError, match="has no item z"):
        change(started())


def test_an_empty_answer_is_no_answer() -> None:
    """A blank is the absence of an answer, so that the two are never confused."""
    with pytest.raises(ValueError, match="no answer"):
        Answer((), NOON)


@pytest.mark.parametrize("level", [0, 6, -1])
def test_there_are_at_most_five_levels_of_confidence(level: int) -> None:
    """Or none, where it is not asked."""
    with pytest.raises(ValueError, match="1 to 5"):
        Answer(("true",), NOON, level)
    assert Answer(("true",), NOON).confidence is None
