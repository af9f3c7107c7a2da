from fractions import Fraction
from itertools import pairwise
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.calibration import Calibration, calibrate, mean_distance
from quizapp.quiz.intervals import wilson
from quizapp.quiz.schemes import FIVE, THREE, Graded, quadratic

CLAIMED = (0.25, 0.40, 0.60, 0.80, 0.95)
ANSWERS = st.lists(st.tuples(st.integers(1, 5), st.booleans()), min_size=1, max_size=80)


def calibration(*answers: Graded) -> Calibration:
    """The calibration of some answers on the scheme of five levels."""
    found = calibrate(FIVE, answers)
    assert found is not None
    return found


def test_four_answers_worked_by_hand() -> None:
    """Two at .80, one of them right, and two at .40, none right."""
    found = calibration((4, True), (4, False), (2, False), (2, False))

    assert found.brier == pytest.approx((0.04 + 0.64 + 0.16 + 0.16) / 4)
    assert found.reliability == pytest.approx((2 * 0.3**2 + 2 * 0.4**2) / 4)
    assert found.resolution == pytest.approx((2 * 0.25**2 + 2 * 0.25**2) / 4)
    assert found.uncertainty == pytest.approx(0.25 * 0.75)
    assert found.ece == pytest.approx((2 * 0.3 + 2 * 0.4) / 4)
    assert found.overconfidence == pytest.approx(0.6 - 0.25)


def test_the_levels_that_were_used_are_listed() -> None:
    """Each with its claim, its share right and the interval of that; unused ones are not there."""
    found = calibration((4, True), (4, False), (2, False))

    assert [(one.level, one.claimed, one.right, one.n, one.share) for one in found.levels] == [
        (2, 0.4, 0, 1, 0.0), (4, 0.8, 1, 2, 0.5),
    ]  # fmt: skip
    assert [one.interval for one in found.levels] == [wilson(0, 1), wilson(1, 2)]


@given(ANSWERS)
def test_the_brier_score_is_the_sum_of_its_parts(answers: list[Graded]) -> None:
    """Murphy (1973): reliability − resolution + uncertainty, and the mean of (p − x)²."""
    found = calibration(*answers)
    parts = found.reliability - found.resolution + found.uncertainty
    direct = sum((CLAIMED[level - 1] - right) ** 2 for level, right in answers) / len(answers)

    assert found.brier == pytest.approx(parts, abs=1e-12)
    assert found.brier == pytest.approx(direct, abs=1e-12)


@given(ANSWERS)
def test_every_part_stays_within_its_bounds(answers: list[Graded]) -> None:
    """Nobody resolves more than there is to resolve, or is further off than 1."""
    found = calibration(*answers)

    assert found.n == len(answers)
    assert 0 <= found.resolution <= found.uncertainty + 1e-12
    assert 0 <= found.reliability <= found.ece <= 1
    assert abs(found.overconfidence) <= found.ece + 1e-12


@given(ANSWERS, st.integers(0, 79))
def test_being_wrong_with_more_confidence_costs_more(answers: list[Graded], place: int) -> None:
    """One error made one level surer raises the Brier score and the over-confidence."""
    place %= len(answers)
    unsure, sure = list(answers), list(answers)
    unsure[place], sure[place] = (3, False), (4, False)

    assert calibration(*sure).brier > calibration(*unsure).brier
    assert calibration(*sure).overconfidence > calibration(*unsure).overconfidence


def test_claims_that_come_true_exactly_are_perfectly_reliable() -> None:
    """Sixteen of twenty at .80, twelve of twenty at .60."""
    found = calibration(*[(4, n < 16) for n in range(20)], *[(3, n < 12) for n in range(20)])

    assert (found.reliability, found.ece) == (0.0, 0.0)
    assert found.overconfidence == 0.0
    assert found.resolution == pytest.approx(0.1**2)


def test_no_answers_have_no_calibration() -> None:
    """There is nothing to compare."""
    assert calibrate(FIVE, ()) is None


def test_three_levels_claim_no_single_chance() -> None:
    """They have bands instead, and a Brier score would make their claims up."""
    with pytest.raises(ValueError, match="claims no single chance"):
        calibrate(THREE, [(3, True)])


@pytest.mark.parametrize("level", [0, 6])
def test_a_level_that_is_not_there_is_refused(level: int) -> None:
    """An answer of another scheme is not counted as something else."""
    with pytest.raises(ValueError, match=f"levels are 1 to 5, not {level}"):
        calibrate(FIVE, [(level, True)])


@given(st.integers(1, 60), st.fractions("1/50", "49/50", max_denominator=50))
def test_the_mean_distance_is_that_of_all_outcomes(n: int, p: Fraction) -> None:
    """The closed formula gives what summing over 0 to n right answers gives."""
    chance = [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    direct = sum(abs(k - n * p) * each for k, each in enumerate(chance))

    assert mean_distance(n, float(p)) == pytest.approx(float(direct), rel=1e-9)


def perfect(counts: tuple[int, ...], random: Random) -> list[Graded]:
    """The answers of a reader whose every claim is exactly true."""
    return [
        (level, random.random() < CLAIMED[level - 1])
        for level, n in enumerate(counts, start=1)
        for _ in range(n)
    ]


@pytest.mark.parametrize(
    ("counts", "documented"),
    [((4, 4, 4, 4, 4), 0.164), ((0, 2, 4, 6, 8), 0.136), ((20,) * 5, 0.071)],
)
def test_a_perfect_reader_shows_an_error_that_the_documentation_names(
    counts: tuple[int, ...], documented: float
) -> None:
    """Simulated over 2,000 readers: with few answers the error is far from 0 by chance alone."""
    random = Random("perfect")
    shown = [calibration(*perfect(counts, random)).ece for _ in range(2000)]
    by_chance = calibration(*perfect(counts, random)).ece_by_chance

    assert by_chance == pytest.approx(documented, abs=5e-4)
    assert sum(shown) / len(shown) == pytest.approx(by_chance, rel=0.03)


def test_the_more_answers_the_smaller_the_error_by_chance() -> None:
    """So an error that is news after 200 answers is none after 20."""
    sizes = [calibration(*[(k, True) for k in range(1, 6)] * n).ece_by_chance for n in (1, 4, 40)]

    assert all(more < fewer for fewer, more in pairwise(sizes))


def test_other_levels_can_be_claimed() -> None:
    """The decomposition is not bound to the five: half and three quarters do as well."""
    found = calibrate(quadratic((Fraction(1, 2), Fraction(3, 4))), [(1, True), (2, True)])

    assert found is not None
    assert found.brier == pytest.approx((0.25 + 0.0625) / 2)
