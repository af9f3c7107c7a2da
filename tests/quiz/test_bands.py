import pytest

from quizapp.quiz.bands import BandFit, Fit, bands
from quizapp.quiz.intervals import wilson
from quizapp.quiz.schemes import FIVE, THREE, Level, Scheme


def band(level: int, right: int, n: int) -> BandFit:
    """One of the three bands, with so many right of so many answers."""
    return bands(THREE, [(level, k < right) for k in range(n)])[level - 1]


def test_each_band_has_the_range_that_its_marks_reward() -> None:
    """0 to 2/3, to 4/5, to 1; with five levels the switch points of theirs."""
    assert [(b.level, b.low, b.high) for b in bands(THREE, ())] == [
        (1, 0.0, 2 / 3), (2, 2 / 3, 4 / 5), (3, 4 / 5, 1.0),
    ]  # fmt: skip
    assert [b.high for b in bands(FIVE, ())] == [1 / 3, 1 / 2, 7 / 10, 13 / 15, 1.0]


def test_answers_are_counted_in_their_own_band() -> None:
    """Two of three right at level 3, none of one at level 1, nothing at level 2."""
    found = bands(THREE, [(3, True), (1, False), (3, True), (3, False)])

    assert [(b.right, b.n) for b in found] == [(0, 1), (0, 0), (2, 3)]
    assert [b.share for b in found] == [0.0, None, 2 / 3]
    assert [b.interval for b in found] == [wilson(0, 1), None, wilson(2, 3)]


@pytest.mark.parametrize(
    ("level", "right", "n", "fit"),
    [
        (3, 19, 20, Fit.FITS),
        (3, 10, 20, Fit.BELOW),
        (3, 13, 20, Fit.FITS),
        (1, 20, 20, Fit.ABOVE),
        (1, 10, 20, Fit.FITS),
        (1, 0, 20, Fit.FITS),
        (2, 30, 40, Fit.FITS),
        (2, 40, 40, Fit.ABOVE),
        (2, 15, 40, Fit.BELOW),
        (3, 0, 19, Fit.TOO_FEW),
        (2, 0, 0, Fit.TOO_FEW),
    ],
)
def test_a_band_fits_unless_its_interval_misses_the_range(
    level: int, right: int, n: int, fit: Fit
) -> None:
    """13 of 20 is .43 to .82, which reaches 4/5; 10 of 20 is .30 to .70, which does not."""
    assert band(level, right, n).fit is fit


def test_answers_of_other_bands_do_not_help_a_band_to_a_verdict() -> None:
    """A hundred sure answers say nothing about the unsure ones."""
    found = bands(THREE, [*[(3, True)] * 100, *[(1, True)] * 19])

    assert [b.fit for b in found] == [Fit.TOO_FEW, Fit.TOO_FEW, Fit.FITS]


def test_a_level_that_never_pays_has_no_band() -> None:
    """There is no range to hold it to."""
    useless = Scheme((Level(1, 0), Level(2, -8), Level(3, -6)))

    assert [b.level for b in bands(useless, ())] == [1, 3]
