"""Models of item responses, against what others have published."""

from itertools import combinations
from math import exp, log, prod

import numpy as np
import pytest

from quizapp.analysis.conditional import conditional
from quizapp.analysis.fit import Estimator, Fit, Model
from quizapp.analysis.marginal import Grid, estimate, evaluate, gathered
from quizapp.analysis.models import FitError, fit
from quizapp.analysis.scores import Scores, scores
from tests.analysis.published import (
    LSAT6,
    LSAT7,
    ONE_B,
    ONE_B_ERRORS,
    ONE_SLOPE,
    ONE_SLOPE_ERROR,
    SEVEN_A,
    SEVEN_D,
    TWO_A,
    TWO_B,
    class_of,
)


def of(found: Fit, name: str) -> list[float]:
    """One parameter of all items."""
    return [getattr(item, name) for item in found.items]


@pytest.mark.parametrize(
    ("counts", "model", "published"),
    [(LSAT6, "rasch", -2466.938), (LSAT6, "1pl", -2466.938), (LSAT6, "2pl", -2466.653),
     (LSAT7, "2pl", -2658.805)],
)  # fmt: skip
def test_log_likelihoods_are_the_published_ones(
    counts: tuple[int, ...], model: Model, published: float
) -> None:
    """What a teacher reads here is what ltm and mirt print for the same answers."""
    found = fit(class_of(counts), model)

    assert found.converged
    assert found.log_likelihood == pytest.approx(published, abs=0.0006)


def test_one_slope_for_all_items_is_the_published_one() -> None:
    """Difficulties, the slope and all standard errors agree with ltm’s."""
    found = fit(class_of(LSAT6), "1pl")

    assert of(found, "a") == pytest.approx([ONE_SLOPE] * 5, abs=0.0005)
    assert of(found, "se_a") == pytest.approx([ONE_SLOPE_ERROR] * 5, abs=0.0005)
    assert of(found, "b") == pytest.approx(ONE_B, abs=0.0005)
    assert of(found, "se_b") == pytest.approx(ONE_B_ERRORS, abs=0.0005)


def test_rasch_is_the_same_model_on_the_scale_of_logits() -> None:
    """The spread of abilities takes the place of the slope."""
    found = fit(class_of(LSAT6), "rasch")

    assert found.ability_sd == pytest.approx(ONE_SLOPE, abs=0.0005)
    assert found.se_ability_sd == pytest.approx(ONE_SLOPE_ERROR, abs=0.0005)
    assert of(found, "b") == pytest.approx([b * ONE_SLOPE for b in ONE_B], abs=0.001)


def test_a_slope_for_each_item_is_the_published_one() -> None:
    """Discriminations and difficulties of both sections agree to 0.002."""
    six, seven = fit(class_of(LSAT6), "2pl"), fit(class_of(LSAT7), "2pl")
    intercepts = [-item.a * item.b for item in seven.items if item.a and item.b]

    assert of(six, "a") == pytest.approx(TWO_A, abs=0.002)
    assert of(six, "b") == pytest.approx(TWO_B, abs=0.0032)
    assert of(seven, "a") == pytest.approx(SEVEN_A, abs=0.002)
    assert intercepts == pytest.approx(SEVEN_D, abs=0.002)


def test_published_estimates_are_not_more_probable_than_ours() -> None:
    """Where a digit differs from ltm’s, ours is nearer to the maximum."""
    data, _place = gathered(class_of(LSAT6).marks)
    found = estimate(data, common=False)
    a, b = np.array(TWO_A), np.array(TWO_B)

    assert evaluate(data, found.grid, a, -a * b).log_likelihood < found.state.log_likelihood


def test_twice_as_many_points_change_nothing_that_is_shown() -> None:
    """The grid is fine enough: no parameter moves in its fourth digit."""
    data, _place = gathered(class_of(LSAT7).marks)
    once = estimate(data, common=False, nodes=61, most_nodes=61)
    twice = estimate(data, common=False, nodes=121, most_nodes=121)

    assert once.state.log_likelihood == pytest.approx(twice.state.log_likelihood, abs=1e-6)
    assert once.state.a == pytest.approx(twice.state.a, abs=1e-5)
    assert once.state.d == pytest.approx(twice.state.d, abs=1e-5)


def test_standard_errors_are_those_of_the_observed_information() -> None:
    """The exact Hessian equals the one that differences of the log-likelihood give."""
    data, _place = gathered(class_of(LSAT7).marks)
    found = estimate(data, common=False)
    at, h = np.concatenate([found.state.a, found.state.d]), 1e-3

    def value(move: np.ndarray) -> float:
        moved = at + move
        return evaluate(data, found.grid, moved[:5], moved[5:]).log_likelihood

    e = np.eye(10) * h
    hessian = [
        [
            (value(i + j) - value(i - j) - value(j - i) + value(-i - j)) / (4 * h * h)
            for j in e
        ]
        for i in e
    ]  # fmt: skip

    assert found.covariance == pytest.approx(np.linalg.inv(-np.array(hessian)), rel=2e-3, abs=1e-5)


def enumerated(marks: np.ndarray, b: np.ndarray) -> float:
    """The conditional log-likelihood, with every denominator added up one by one."""
    value = 0.0
    for row in marks:
        r = int(row.sum())
        ways = sum(prod(exp(-b[k]) for k in chosen) for chosen in combinations(range(len(b)), r))
        value += -float(row @ b) - log(ways)
    return value


def test_the_conditional_likelihood_is_the_enumerated_one() -> None:
    """Symmetric functions are exact, and the estimate is the maximum."""
    marks = class_of(LSAT6).marks[::7]
    found = conditional(marks)

    assert found.converged
    assert found.log_likelihood == pytest.approx(enumerated(marks, found.b), abs=1e-8)
    for k in range(5):
        moved = found.b + 0.01 * (np.arange(5) == k)
        assert enumerated(marks, moved) < found.log_likelihood


def test_two_items_have_their_conditional_estimate_in_closed_form() -> None:
    """The difference of difficulties is the log of a ratio: how often each alone was right."""
    rows = [[1, 0]] * 30 + [[0, 1]] * 10 + [[1, 1]] * 5 + [[0, 0]] * 5
    found = fit(scores(rows), "rasch", "cml")
    first, second = (item.b for item in found.items)

    assert first is not None
    assert second is not None
    assert second - first == pytest.approx(log(3), abs=1e-9)
    assert found.items[0].se_b == pytest.approx((1 / 30 + 1 / 10) ** 0.5 / 2, abs=1e-9)


def test_conditional_and_marginal_difficulties_agree_where_abilities_are_normal() -> None:
    """Both estimators tell one story about the items of section 6."""
    marginal = np.array(of(fit(class_of(LSAT6), "rasch"), "b"))
    found = of(fit(class_of(LSAT6), "rasch", "cml"), "b")

    assert found == pytest.approx(marginal - marginal.mean(), abs=0.002)


def half() -> Scores:
    """A class in which a random half of the readers did not see the last two items of section 7."""
    whole = class_of(LSAT7)
    marks = whole.marks.copy()
    marks[np.random.default_rng(3).random(1000) < 0.5, 3:] = np.nan
    return scores(marks)


@pytest.mark.parametrize(
    ("model", "estimator"), [("2pl", "mml"), ("rasch", "mml"), ("rasch", "cml")]
)
def test_what_was_not_presented_is_not_wrong(model: Model, estimator: Estimator) -> None:
    """Readers who saw other items move no difficulty by more than chance does."""
    whole, found = (fit(one, model, estimator) for one in (class_of(LSAT7), half()))
    apart = [abs(a - b) for a, b in zip(of(found, "b"), of(whole, "b"), strict=True)]

    assert found.converged
    assert all(d < 3 * se for d, se in zip(apart, of(found, "se_b"), strict=True))


def test_the_hessian_with_gaps_agrees_with_differences() -> None:
    """Standard errors hold also where not everybody saw every item."""
    data, _place = gathered(half().marks)
    found = estimate(data, common=True)
    a, d, h = found.state.a, found.state.d, 1e-3
    grid = Grid.of(len(found.grid.points))
    up, at, down = (evaluate(data, grid, a + k, d).log_likelihood for k in (h, 0.0, -h))

    assert np.linalg.inv(found.covariance)[0, 0] == pytest.approx(
        -(up - 2 * at + down) / h**2, rel=1e-3
    )


@pytest.mark.parametrize("estimator", ["mml", "cml"])
def test_the_order_of_readers_and_items_does_not_matter(estimator: Estimator) -> None:
    """A sorted spreadsheet gives the same difficulties as an unsorted one."""
    marks = class_of(LSAT7).marks[::3]
    rows = np.random.default_rng(1).permutation(len(marks))
    one = fit(scores(marks), "rasch", estimator)
    other = fit(scores(marks[rows][:, ::-1]), "rasch", estimator)

    assert of(other, "b")[::-1] == pytest.approx(of(one, "b"), abs=1e-6)
    assert other.log_likelihood == pytest.approx(one.log_likelihood, abs=1e-7)


def test_an_item_that_everybody_got_right_is_left_out() -> None:
    """It has no finite difficulty, adds nothing to the likelihood, and is said to be left out."""
    marks = class_of(LSAT6).marks
    found = fit(scores(np.hstack([marks, np.ones((1000, 1))])), "2pl")

    assert found.items[5].b is None
    assert "left_out" in found.notes
    assert found.log_likelihood == pytest.approx(-2466.653, abs=0.001)


def test_abilities_rise_with_right_answers() -> None:
    """Who got more right stands higher, also with none or all of them right."""
    both: tuple[Estimator, ...] = ("mml", "cml")
    for estimator in both:
        found = fit(class_of(LSAT6), "rasch", estimator)
        values = [one.ability for one in found.abilities if one.ability is not None]

        assert len(values) == 1000
        assert values[0] == min(values)
        assert values[-1] == max(values)


@pytest.mark.parametrize(
    ("rows", "model", "estimator", "code"),
    [
        ([[1, 1], [1, 0]], "rasch", "mml", "items"),
        ([[1, 0.5], [0, 1]], "rasch", "cml", "fractional"),
        ([[1, 0], [0, 1]], "2pl", "cml", "model"),
        ([[1, -1], [0, 1]], "rasch", "mml", "outside"),
    ],
)
def test_what_cannot_be_fitted_says_why(
    rows: list[list[float]], model: Model, estimator: Estimator, code: str
) -> None:
    """No model is better than a wrong one."""
    with pytest.raises(FitError) as caught:
        fit(scores(rows), model, estimator)

    assert caught.value.code == code


def test_a_search_without_an_end_is_said_to_be_one() -> None:
    """Items that are never compared have no common scale, and no figures that look as if."""
    nan = float("nan")
    rows = [[1, 0, nan, nan], [0, 1, nan, nan], [nan, nan, 1, 0], [nan, nan, 0, 1]] * 10

    assert not fit(scores(rows), "rasch", "cml").converged
