"""Telling apart and leaning as they are shown."""

import pytest

from quizapp.quiz import Discernment, Verdict, judge
from quizapp.report import lacking, reading_table, strips
from tests.quiz.readers import counts


def verdict(seen: Discernment) -> Verdict:
    """The verdict on counts that are enough for one."""
    found = judge([seen])
    assert isinstance(found, Verdict)
    return found


def test_the_figures_are_those_of_the_verdict() -> None:
    """34 of 40 found, 6 of 40 others called confirmed: H = .841, F = .159, d′ = 2.0, no lean."""
    judged = verdict(counts(34, 40, 6, 40))

    apart, leaning = strips(judged)

    assert apart.figures.startswith("2.0 (1.")
    assert apart.value == judged.detection.d_prime
    assert leaning.figures.startswith("0 (−")
    assert (leaning.low, leaning.high) == (
        judged.leaning.interval.low,
        judged.leaning.interval.high,
    )


@pytest.mark.parametrize(
    ("seen", "sign"), [(counts(39, 40, 30, 40), "+"), (counts(10, 40, 0, 40), "−")]
)
def test_the_sign_of_a_lean_is_printed(seen: Discernment, sign: str) -> None:
    """To trust is to the right and above 0, to doubt to the left and below it."""
    leaning = strips(verdict(seen))[1]

    assert leaning.figures.startswith(sign)
    assert (leaning.left, leaning.right) == ("leans to doubt", "leans to trust")
    assert leaning.spoken().startswith(f"Leaning, in percentage points: {sign}")


def test_the_table_has_the_counts_and_c() -> None:
    """The criterion is in the table alone: blind picking has one above 0, so it is no verdict."""
    table = {row[0]: row[1] for row in reading_table(verdict(counts(3, 21, 3, 21)))}

    assert table["Confirmed, found"] == "3 of 21"
    assert table["Others, called so"] == "3 of 21"
    assert table["c, 92 %"] == "1.0"


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (counts(5, 9, 0, 11), "here you answered 9 and 11"),
        (counts(20, 20, 0, 20, balanced=False), "Not from this bank"),
        (counts(20, 70, 0, 20), "70 confirmed claims and 20 others are out of balance"),
    ],
)
def test_what_is_missing_is_said_with_its_numbers(seen: Discernment, words: str) -> None:
    """Too few answers, the wrong bank, or answers out of balance."""
    assert words in lacking(seen)
