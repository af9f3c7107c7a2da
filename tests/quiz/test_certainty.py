import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.certainty import Certainty, certainty
from quizapp.quiz.schemes import FIVE

ANSWERS = st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=40)


def made(*answers: tuple[int, bool], blanks: int = 0) -> Certainty:
    """The marks of a quiz that has questions."""
    found = certainty(answers, blanks)
    assert found is not None
    return found


def test_who_knows_what_they_know_gets_a_bonus() -> None:
    """Six sure and right, four unsure and wrong: 1.8 a question; .6 alone would bring .6."""
    found = made(*[(3, True)] * 6, *[(1, False)] * 4)

    assert (found.n, found.total, found.most, found.accuracy) == (10, 18, 30, 0.6)
    assert found.bonus == pytest.approx(1.8 - 0.6)
    assert found.grade == pytest.approx(0.6 + 0.12)


def test_who_is_sure_of_everything_pays_for_it() -> None:
    """Six of ten right, all of them surely: −.6 a question, where level 1 would bring .6."""
    found = made(*[(3, True)] * 6, *[(3, False)] * 4)

    assert found.total == -6
    assert found.bonus == pytest.approx(-1.2)
    assert found.grade == pytest.approx(0.6 - 0.12)


@pytest.mark.parametrize(("level", "right"), [(1, 6), (2, 7), (3, 9)])
def test_the_best_level_for_all_brings_neither_bonus_nor_loss(level: int, right: int) -> None:
    """At 60 %, 70 % and 90 % right, levels 1, 2 and 3 are the ones to beat."""
    assert made(*[(level, n < right) for n in range(10)]).bonus == 0.0


def test_a_blank_is_a_question_without_a_mark() -> None:
    """Five right at level 2 and five blanks: 1.0 a question; half right brings .5 at level 1."""
    found = made(*[(2, True)] * 5, blanks=5)

    assert (found.n, found.total, found.accuracy) == (10, 10, 0.5)
    assert found.bonus == pytest.approx(1.0 - 0.5)


def test_no_questions_have_no_grade() -> None:
    """Nothing is divided by nothing."""
    assert certainty(()) is None


@given(ANSWERS, st.integers(0, 10))
def test_a_grade_stays_on_its_scale(answers: list[tuple[int, bool]], blanks: int) -> None:
    """From −0.6, all wrong and sure of it, to 1, all right and sure of it."""
    found = certainty(answers, blanks)

    if found is None:
        assert not answers
        return
    assert -0.6 <= found.grade <= 1.0
    assert (found.grade == 1.0) == (not blanks and all(one == (3, True) for one in answers))


def test_five_levels_have_marks_out_of_a_hundred() -> None:
    """Two at 80 %, one of them right, and a blank: 96 − 64 of 300."""
    found = certainty([(4, True), (4, False)], 1, FIVE)

    assert found is not None
    assert (found.n, found.total, found.most) == (3, 32, 300)
