import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.leaning import Leaning, lean
from tests.quiz.readers import counts


def leaning(*reader: int, level: float = 0.99) -> Leaning:
    """What is made of counts that hold an answer."""
    found = lean(counts(*reader), level)
    assert found is not None
    return found


def test_the_leaning_is_the_share_said_minus_the_share_keyed() -> None:
    """62 of 80 were called confirmed and 40 are: 22 of 80 too many."""
    found = leaning(38, 40, 24, 40)

    assert (found.said, found.keyed, found.n) == (62, 40, 80)
    assert found.value == 22 / 80


def test_who_errs_as_often_either_way_does_not_lean() -> None:
    """Three missed and three wrongly called are no leaning, in a set of any mix."""
    assert leaning(17, 20, 3, 30).value == 0.0


@pytest.mark.parametrize(
    ("called", "missed", "low", "high"),
    [(9, 3, 0.1705, 0.8090), (10, 0, 0.6075, 1.0)],
)
def test_the_interval_is_the_published_one(
    called: int, missed: int, low: float, high: float
) -> None:
    """9/10 − 3/10 and 10/10 − 0/10 of Newcombe (1998), method 10, table II; halved, as 10 of 20."""
    found = leaning(10 - missed, 10, called, 10, level=0.95)

    assert 2 * found.interval.low == pytest.approx(low, abs=5e-5)
    assert 2 * found.interval.high == pytest.approx(high, abs=5e-5)


def test_nothing_answered_has_no_leaning() -> None:
    """There is no share of no answers."""
    assert lean(counts(0, 0, 0, 0)) is None


def test_one_sort_alone_still_has_a_leaning() -> None:
    """Of five confirmed claims two were missed: said 60 %, keyed 100 %."""
    found = leaning(3, 5, 0, 0)

    assert found.value == pytest.approx(-0.4)
    assert found.interval.high < 0.1


@given(st.integers(0, 50), st.integers(0, 50), st.data())
def test_the_interval_holds_the_leaning_and_turns_with_it(
    confirmed: int, others: int, data: st.DataObject
) -> None:
    """Missing claims and calling others confirmed are opposite and weigh the same."""
    missed = data.draw(st.integers(0, confirmed))
    called = data.draw(st.integers(0, others))
    there = lean(counts(confirmed - missed, confirmed, called, others))
    back = lean(counts(others - called, others, missed, confirmed))

    if there is None or back is None:
        assert there is back
        assert confirmed + others == 0
        return
    assert there.value in there.interval
    assert -1 <= there.value <= 1
    assert back.interval.low == pytest.approx(-there.interval.high)
    assert back.value == pytest.approx(-there.value)
