from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.detection import Detection, corrected, criterion, detect, sensitivity
from tests.quiz.readers import counts

RATES = st.floats(0.001, 0.999)


def found(*reader: int, level: float = 0.92, seed: int = 1) -> Detection:
    """What is made of counts that have answers of both sorts."""
    detection = detect(counts(*reader), level, seed)
    assert detection is not None
    return detection


def test_the_rates_are_corrected_log_linearly() -> None:
    """None of 20 is 0.5 of 21, so that a perfect reader gets a number and not infinity."""
    assert (corrected(0, 20), corrected(20, 20)) == (0.5 / 21, 20.5 / 21)
    assert corrected(34, 49) == 0.69


def test_sensitivity_and_criterion_follow_the_table_of_the_normal_distribution() -> None:
    """From z(.84) = .994, z(.80) = .842, z(.40) = −.253 and z(.69) = .496."""
    assert sensitivity(0.84, 0.16) == pytest.approx(1.989, abs=1e-3)
    assert sensitivity(0.80, 0.40) == pytest.approx(0.842 + 0.253, abs=1e-3)
    assert criterion(0.80, 0.40) == pytest.approx(-(0.842 - 0.253) / 2, abs=1e-3)
    assert found(34, 49, 15, 49).d_prime == pytest.approx(2 * 0.496, abs=1e-3)


def test_a_reader_with_all_right_has_the_d_prime_of_the_corrected_rates() -> None:
    """z(20.5 / 21) is 1.981: twice that, and no leaning in the criterion."""
    perfect = found(20, 20, 0, 20)

    assert (perfect.hit_rate, perfect.false_alarm_rate) == (20.5 / 21, 0.5 / 21)
    assert perfect.d_prime == pytest.approx(3.962, abs=1e-3)
    assert perfect.c == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("said", [0, 7, 20])
def test_who_says_confirmed_of_both_sorts_alike_tells_nothing_apart(said: int) -> None:
    """With H = F d′ is 0, be it never, at times or always."""
    seen = found(said, 20, said, 20)

    assert seen.d_prime == 0.0
    assert 0 in seen.d_prime_interval


@pytest.mark.parametrize("reader", [(0, 0, 3, 20), (3, 20, 0, 0), (0, 0, 0, 0)])
def test_without_both_sorts_nothing_can_be_told_apart(reader: tuple[int, ...]) -> None:
    """No number is made up for a set that has no confirmed claims, or nothing else."""
    assert detect(counts(*reader)) is None


@given(RATES, RATES)
def test_exchanging_the_rates_turns_the_sign_of_d_prime_and_keeps_c(h: float, f: float) -> None:
    """Whoever calls everything by the other's name is as far from chance, the wrong way."""
    assert sensitivity(f, h) == -sensitivity(h, f)
    assert criterion(f, h) == pytest.approx(criterion(h, f))


@given(RATES, RATES)
def test_answering_the_other_way_round_turns_the_sign_of_c(h: float, f: float) -> None:
    """A reader who says "confirmed" rarely has a c above 0, and their mirror image one below."""
    assert criterion(1 - h, 1 - f) == pytest.approx(-criterion(h, f), abs=1e-9)
    assert sensitivity(1 - h, 1 - f) == pytest.approx(-sensitivity(h, f), abs=1e-9)


def test_c_says_how_often_confirmed_is_said() -> None:
    """Above 0 for the doubter, below 0 for the trusting, about 1 for one who picks blindly."""
    assert found(10, 40, 1, 40).c > 0 > found(39, 40, 30, 40).c
    assert criterion(1 / 7, 1 / 7) == pytest.approx(1.068, abs=1e-3)


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_the_intervals_hold_what_they_are_about(
    confirmed: int, others: int, data: st.DataObject
) -> None:
    """The point of a picture lies within its whiskers, at whatever counts."""
    reader = (data.draw(st.integers(0, confirmed)), confirmed)
    seen = found(*reader, data.draw(st.integers(0, others)), others)

    assert seen.d_prime in seen.d_prime_interval
    assert seen.c in seen.c_interval


def test_the_same_counts_and_seed_give_the_same_interval() -> None:
    """A result that is opened again shows the numbers that it showed."""
    assert found(30, 40, 10, 40) == found(30, 40, 10, 40)
    assert found(30, 40, 10, 40, seed=2) != found(30, 40, 10, 40)


def test_more_answers_make_the_interval_narrower_and_a_higher_level_wider() -> None:
    """Ten times the answers, about a third of the width."""

    def width(scale: int, level: float) -> float:
        interval = found(30 * scale, 40 * scale, 10 * scale, 40 * scale, level=level)
        return interval.d_prime_interval.high - interval.d_prime_interval.low

    assert width(10, 0.92) == pytest.approx(width(1, 0.92) / 10**0.5, rel=0.1)
    assert width(1, 0.92) < width(1, 0.99)


def test_the_bootstrap_has_the_spread_that_can_be_worked_out_exactly() -> None:
    """At 1 of 2 and 1 of 2 all nine outcomes can be listed; the drawn quartiles are theirs."""
    chance = [comb(2, k) / 4 for k in range(3)]
    outcomes = sorted(
        (sensitivity(corrected(h, 2), corrected(f, 2)), chance[h] * chance[f])
        for h, f in product(range(3), repeat=2)
    )
    reached, total = [], 0.0
    for value, weight in outcomes:
        total += weight
        reached.append((value, total))
    low = next(value for value, total in reached if total > 0.25)

    seen = found(1, 2, 1, 2, level=0.5)

    assert seen.d_prime_interval.low == pytest.approx(low)
    assert seen.d_prime_interval.high == pytest.approx(-low)


def test_twenty_and_twenty_leave_c_wide_open() -> None:
    """What the documentation says: at 20 + 20 the interval of c reaches about 0.35 either way."""
    seen = found(15, 20, 5, 20)

    assert seen.c_interval.high - seen.c_interval.low == pytest.approx(0.70, abs=0.07)
