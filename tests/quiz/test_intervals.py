import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.intervals import Interval, deviate, wilson


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_the_published_one(
    count: int, n: int, low: float, high: float
) -> None:
    """The four cases of Newcombe (1998), Statistics in Medicine 17, 857–872, table I."""
    found = wilson(count, n)

    assert found is not None
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


def test_all_of_ten_is_not_surely_all() -> None:
    """At 10 of 10 the lower end is n / (n + z²), by hand."""
    found = wilson(10, 10)

    assert found is not None
    assert found.low == pytest.approx(10 / (10 + 1.959964**2))
    assert found.high == 1.0


def test_none_of_none_has_no_interval() -> None:
    """Where nothing was asked, nothing is said."""
    assert wilson(0, 0) is None


@pytest.mark.parametrize("count", [-1, 3])
def test_more_than_there_are_is_refused(count: int) -> None:
    """Three of two is a mistake and no share."""
    with pytest.raises(ValueError, match="no share"):
        wilson(count, 2)


@given(st.integers(1, 400), st.data())
def test_the_interval_holds_its_share_and_stays_within_bounds(n: int, data: st.DataObject) -> None:
    """No screen ever shows a share below 0 % or above 100 %."""
    count = data.draw(st.integers(0, n))

    narrow, wide = wilson(count, n, 0.9), wilson(count, n, 0.99)

    assert narrow is not None
    assert wide is not None
    assert count / n in narrow
    assert 0 <= wide.low <= narrow.low < narrow.high <= wide.high <= 1


def test_an_interval_includes_its_ends() -> None:
    """Zero at the end of an interval is not ruled out."""
    assert [value in Interval(0.0, 0.5, 0.95) for value in (-0.1, 0.0, 0.5, 0.6)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_ninety_five_percent_lie_within_two_deviations() -> None:
    """1.96, as every table has it."""
    assert deviate(0.95) == pytest.approx(1.95996, abs=1e-5)
