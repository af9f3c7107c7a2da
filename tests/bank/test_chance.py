"""Counts against chance, held to sums that can be done by hand and to published tables."""

from itertools import product
from math import comb, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.chance import least_advantage, sums, tail, uneven

RATES = st.lists(st.sampled_from([0.0, 0.2, 0.25, 1 / 3, 0.5, 0.9, 1.0]), max_size=8)


@given(RATES)
def test_unequal_coins_add_up_as_every_way_to_throw_them_does(rates: list[float]) -> None:
    """The recursion agrees with the sum over all outcomes."""
    by_hand = [0.0] * (len(rates) + 1)
    for thrown in product((0, 1), repeat=len(rates)):
        chance = prod(rate if hit else 1 - rate for rate, hit in zip(rates, thrown, strict=True))
        by_hand[sum(thrown)] += chance

    assert sums(rates) == pytest.approx(by_hand, abs=1e-12)


def test_the_tail_counts_the_result_itself() -> None:
    """Four of four coins: one in sixteen. None or more: certain."""
    assert tail([0.5] * 4, 4) == pytest.approx(1 / 16)
    assert tail([0.5] * 4, 0) == 1.0
    assert tail([1 / 3] * 10, 8) == pytest.approx(
        sum(comb(10, k) * 2 ** (10 - k) for k in (8, 9, 10)) / 3**10
    )


def test_a_thousand_items_are_no_trouble() -> None:
    """No number underflows, and half of the chance lies above the mean."""
    rates = [1 / 3] * 500 + [0.25] * 500

    assert sum(sums(rates)) == pytest.approx(1.0)
    assert 0.45 < tail(rates, 292) < 0.55


def test_a_cue_shows_sooner_in_more_items() -> None:
    """Three items can show nothing; the more there are, the smaller a cue is found."""
    shares = [least_advantage([1 / 3] * n) for n in (3, 10, 30, 100, 1000)]

    found = [share for share in shares if share is not None]
    assert shares == [None, *found]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 4


def test_the_least_advantage_is_the_one_that_shows_four_times_in_five() -> None:
    """With that share known, a tail below 0.01 comes with a chance of 0.8, and hardly sooner."""
    share, rates = least_advantage([0.5] * 40), [0.5] * 40
    assert share is not None
    critical = next(k for k in range(41) if tail(rates, k) < 0.01)

    assert tail([0.5 + share / 2] * 40, critical) >= 0.8
    assert tail([0.5 + (share - 0.01) / 2] * 40, critical) < 0.8


@pytest.mark.parametrize(
    ("counts", "chance"),
    [
        ((5, 5), 1.0),
        ((10, 0), 2 / 1024),
        ((7, 0, 0), 3 / 3**7),
        ((1, 1, 1), 1.0),
        ((), 1.0),
        ((9,), 1.0),
        ((0, 0, 0), 1.0),
    ],
)
def test_a_small_spread_is_judged_exactly(counts: tuple[int, ...], chance: float) -> None:
    """Every spread that is as unlikely counts, and no other."""
    assert uneven(counts) == pytest.approx(chance)


@pytest.mark.parametrize(
    ("counts", "chi_square", "chance"),
    [
        ((5000, 5100), 0.990099, 0.3197),
        ((1000, 1030, 1090), 4.038462, 0.13276),
        ((500, 520, 540, 600), 10.37037, 0.01567),
        ((300, 300, 300, 300, 400), 25.0, 5.03e-5),
    ],
)
def test_a_large_spread_is_judged_by_chi_square(
    counts: tuple[int, ...], chi_square: float, chance: float
) -> None:
    """The statistic by hand, its tail from tables of chi-square."""
    mean = sum(counts) / len(counts)
    assert sum((n - mean) ** 2 / mean for n in counts) == pytest.approx(chi_square, rel=1e-4)

    assert uneven(counts) == pytest.approx(chance, rel=2e-3)
