"""Item and test statistics, against values worked out by hand."""

from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from quizapp.analysis.classical import (
    alpha_interval,
    correlation_interval,
    item_statistics,
    kurtosis,
    quick,
    share_interval,
    skewness,
    whole_test,
)
from quizapp.analysis.groups import option_statistics, thirds
from quizapp.analysis.scores import covariance, scores, totals
from quizapp.quiz import wilson

NAN = float("nan")
SMALL = [[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 1], [1, 0, 0]]  # totals 3, 2, 1, 1, 1


def test_a_small_class_is_as_worked_out_by_hand() -> None:
    """Five readers, three items: each figure can be followed with a pencil."""
    test = whole_test(scores(SMALL))
    first, second, third = item_statistics(scores(SMALL))

    assert (test.mean, test.median) == (1.6, 1.0)
    assert test.alpha == pytest.approx(3 / 2 * (1 - (0.2 + 0.3 + 0.3) / 0.8))
    assert (first.facility, second.facility, third.facility) == (0.8, 0.4, 0.4)
    assert first.sd == pytest.approx(sqrt(0.2))
    # Rests of item 2 are 2, 1, 1, 1, 1: covariance 0.15, variances 0.3 and 0.2.
    assert second.discrimination == pytest.approx(0.15 / sqrt(0.3 * 0.2))
    assert second.discriminative_efficiency == pytest.approx(0.15 / 0.15)
    assert first.intended_weight == pytest.approx(1 / 3)


def test_effective_weights_are_shares_of_roots_of_covariances() -> None:
    """Covariances with the total are 0.15, 0.45 and 0.2 in the small class."""
    found = [item.effective_weight for item in item_statistics(scores(SMALL))]
    roots = [sqrt(0.15), sqrt(0.45), sqrt(0.2)]

    assert found == pytest.approx([root / sum(roots) for root in roots])


def test_an_item_against_the_total_leaves_the_sum_of_effective_weights() -> None:
    """It is said to have a negative covariance, and the others still make up the whole."""
    rows = [[1, 1, 1, 0], [1, 1, 0, 0], [0, 1, 0, 1], [0, 0, 0, 1], [1, 1, 1, 0]]
    found = item_statistics(scores(rows))

    assert [item.negative_covariance for item in found] == [False, False, False, True]
    assert found[3].effective_weight is None
    assert sum(item.effective_weight or 0 for item in found) == pytest.approx(1)


def test_k_statistics_are_fishers() -> None:
    """Skewness and kurtosis of 1, 2, 3, 4, 10, as any table of k-statistics gives them."""
    values = np.array([1.0, 2, 3, 4, 10])

    # Deviations −3 −2 −1 0 6: sums of powers 50, 180, 1394; k₂ 12.5, k₃ 75, k₄ as below.
    assert skewness(values) == pytest.approx(75 / 12.5**1.5)
    k4 = 25 * (6 * 1394 / 5 - 3 * 4 * 100) / (4 * 3 * 2)
    assert kurtosis(values) == pytest.approx(k4 / 12.5**2)


def test_readers_tied_at_a_cut_share_its_places() -> None:
    """Of ten readers three are in each group; four tied at the cut share what is left."""
    split = thirds(np.array([9.0, 8, 7, 7, 7, 7, 3, 2, 1, 1]))

    assert split is not None
    assert split.size == 3
    assert split.upper == pytest.approx([1, 1, 0.25, 0.25, 0.25, 0.25, 0, 0, 0, 0])
    assert split.lower == pytest.approx([0, 0, 0, 0, 0, 0, 0, 1, 1, 1])


def test_nothing_is_made_of_what_does_not_vary() -> None:
    """An item that all got right, items worth nothing, one item, two readers: undefined, not 0."""
    same = item_statistics(scores([[1, 1, 0], [1, 0, 1], [1, 1, 1], [1, 0, 0]]))[0]
    worth_nothing = item_statistics(scores([[0, 1], [0, 0], [0, 1]], maxima=[0, 1]))[0]

    assert (same.discrimination, same.discriminative_efficiency) == (None, None)
    assert same.facility == 1
    assert (worth_nothing.facility, worth_nothing.sd, worth_nothing.upper_lower_d) == (None,) * 3
    assert worth_nothing.intended_weight == 0
    assert whole_test(scores([[1], [0], [1]])).alpha is None
    assert whole_test(scores([[1, 0], [0, 0]])).alpha is None
    assert whole_test(scores([[1, 0], [0, 1], [1, 0]])).alpha is None  # totals do not vary


def test_a_class_of_nobody_has_no_figures() -> None:
    """Before anybody handed in, everything is undefined and nothing fails."""
    empty = scores(np.zeros((0, 2)))
    test = whole_test(empty)

    assert (test.n, test.mean, test.alpha, test.skewness) == (0, None, None, None)
    assert [item.facility for item in item_statistics(empty)] == [None, None]


def test_what_was_not_presented_is_not_zero() -> None:
    """Facility is of those who saw the item, and totals are shares of what was presented."""
    of = scores([[1, NAN], [0, 1], [1, 0], [1, NAN]])
    first, second = item_statistics(of)

    assert (first.n, first.facility) == (4, 0.75)
    assert (second.n, second.facility) == (2, 0.5)
    assert totals(of).whole == pytest.approx([2, 1, 1, 2])


def test_gaps_change_no_formula() -> None:
    """A gap in a row that is all gap leaves every other figure as it was."""
    whole = scores(SMALL)
    gaps = scores([*SMALL, [NAN, NAN, NAN]])

    assert covariance(gaps) == pytest.approx(covariance(whole))
    assert whole_test(gaps).alpha == pytest.approx(whole_test(whole).alpha)
    for one, other in zip(item_statistics(whole), item_statistics(gaps), strict=True):
        assert one.discrimination == pytest.approx(other.discrimination)
        assert one.upper_lower_d == pytest.approx(other.upper_lower_d)


CLASSES = arrays.arrays(
    np.float64,
    st.tuples(st.integers(5, 12), st.integers(2, 5)),
    elements=st.sampled_from([0, 0.5, 1]),
)


def alike(one: float | None, other: float | None) -> bool:
    """Whether both are undefined, or the same but for rounding."""
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


@given(CLASSES, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(marks: np.ndarray, random: object) -> None:
    """A sorted spreadsheet gives the same figures as an unsorted one."""
    rows = np.argsort(marks @ np.arange(1, marks.shape[1] + 1), kind="stable")
    one, other = scores(marks), scores(marks[rows][:, ::-1])
    pairs = zip(item_statistics(one), item_statistics(other)[::-1], strict=True)

    assert alike(whole_test(one).alpha, whole_test(other).alpha)
    assert alike(whole_test(one).kurtosis, whole_test(other).kurtosis)
    for a, b in pairs:
        assert alike(a.discrimination, b.discrimination)
        assert alike(a.upper_lower_d, b.upper_lower_d)
        assert alike(a.effective_weight, b.effective_weight)


@given(CLASSES)
def test_marks_in_other_units_give_the_same_shares(marks: np.ndarray) -> None:
    """A test marked out of 300 is as good as one marked out of 3."""
    p = marks.shape[1]
    one, other = scores(marks), scores(marks * 100, maxima=[100.0] * p)

    assert alike(whole_test(one).alpha, whole_test(other).alpha)
    assert alike(whole_test(one).skewness, whole_test(other).skewness)
    for a, b in zip(item_statistics(one), item_statistics(other), strict=True):
        assert alike(a.facility, b.facility)
        assert alike(a.discrimination, b.discrimination)
        assert alike(a.discriminative_efficiency, b.discriminative_efficiency)


@given(CLASSES)
def test_the_quick_way_gives_the_same_figures(marks: np.ndarray) -> None:
    """What is worked out for a million answers is what is worked out for thirty."""
    facility, discrimination, alpha = quick(marks)
    slow = item_statistics(scores(marks))

    assert alike(alpha, whole_test(scores(marks)).alpha)
    for k, item in enumerate(slow):
        found = float(discrimination[k])
        assert alike(float(facility[k]), item.facility)
        assert alike(None if np.isnan(found) else found, item.discrimination)


def test_intervals_are_those_of_their_sources() -> None:
    """Wilson’s for shares, Fisher’s for correlations, Bonett’s for alpha."""
    share, fisher, bonett = (
        share_interval(0.3, 20),
        correlation_interval(0.5, 28),
        alpha_interval(0.7, 30, 10),
    )
    known = wilson(6, 20)

    assert share is not None
    assert fisher is not None
    assert bonett is not None
    assert known is not None
    assert (share.low, share.high) == pytest.approx((known.low, known.high))
    assert (fisher.low, fisher.high) == pytest.approx((0.15603, 0.73582), abs=1e-5)
    assert (bonett.low, bonett.high) == pytest.approx((0.4786, 0.8274), abs=1e-3)


def test_options_are_counted_by_whole_lower_and_upper_group() -> None:
    """Ten readers: who chose what, omits included, and what looks wrong with the key."""
    chosen = np.array(
        [[1, 0], [0, 1], [0, 1], [0, 1], [0, 1], [0, 1], [0, 1], [0, 1], [0, 1], [0, 0]], dtype=bool
    )
    total = np.arange(10, 0, -1).astype(float)
    key, other, blank = option_statistics(
        chosen, ("a", "b"), frozenset({"a"}), chosen[:, 0], total, total - chosen[:, 0]
    )

    assert (key.count, key.share, key.flags) == (1, 0.1, ("rare_key",))
    assert (other.count, other.flags) == (8, ("mis_key",))
    assert other.wrong_share == pytest.approx(8 / 9)
    assert [key.upper, key.lower] == pytest.approx([1 / 3, 0])
    assert (blank.id, blank.count, blank.flags) == ("", 1, ())
    assert blank.lower == pytest.approx(1 / 3)
    assert key.rest_correlation is not None
