"""What is said about being sure, against the numbers that it is about."""

import re

import pytest

from quizapp.quiz import THREE, BandFit, Fit, bands, certainty
from quizapp.quiz.calibration import Calibration, calibrate
from quizapp.quiz.schemes import FIVE, Graded
from quizapp.report import (
    certainty_line,
    claims_sentence,
    claims_table,
    sure_sentence,
    sure_spoken,
    sure_table,
)


def fits(*counts: tuple[int, int]) -> tuple[BandFit, ...]:
    """Three levels, with so many right of so many answers each."""
    answers = [
        (level, k < right) for level, (right, n) in enumerate(counts, start=1) for k in range(n)
    ]
    return bands(THREE, answers)


def test_without_twenty_answers_in_a_level_there_is_no_verdict() -> None:
    """Nineteen right of nineteen is still too few."""
    found = fits((19, 19), (0, 3), (0, 0))

    assert sure_sentence(found) == "No level has the 20 answers that a verdict takes."


def test_each_level_with_enough_answers_has_its_sentence() -> None:
    """The three verdicts in words, each with its own counts."""
    assert sure_sentence(fits((24, 24), (15, 20), (10, 20))) == (
        "Below 67 %: 24 of 24 right, so you know more than you claim. "
        "67–80 %: 15 of 20 right, which fits. "
        "Above 80 %: 10 of 20 right, so you claim more than you know."
    )


@pytest.mark.parametrize("right", range(0, 21, 4))
def test_the_sentence_says_what_the_interval_says(right: int) -> None:
    """Whatever the count, the words follow the interval and the range."""
    found = fits((0, 0), (0, 0), (right, 20))
    last = found[-1]
    assert last.interval is not None

    said = sure_sentence(found)

    assert f"{right} of 20 right" in said
    assert ("claim more" in said) == (last.interval.high < last.low)
    assert ("which fits" in said) == (last.fit is Fit.FITS)
    assert "2 levels have fewer than 20 answers each" in said


def test_the_picture_is_told_with_every_interval() -> None:
    """Whoever hears it has the same numbers; a level without answers is left out."""
    said = sure_spoken(fits((4, 6), (0, 0), (20, 20)))

    assert said.startswith("Below 67 %: 4 of 6 right, 95 % interval 30 to 90 %. Above 80 %: 20 of")
    assert "67–80 %" not in said


def test_the_table_has_a_row_for_every_level() -> None:
    """Also for one that was never used."""
    table = sure_table(fits((4, 6), (0, 0), (10, 20)))

    assert table == (
        ("Level", "Right", "95 % interval", "Verdict"),
        ("Below 67 %", "4 of 6", "30 to 90 %", "too few"),
        ("67–80 %", "0 of 0", "–", "too few"),
        ("Above 80 %", "10 of 20", "30 to 70 %", "below"),
    )


def test_marks_below_nothing_have_a_real_minus() -> None:
    """Two sure errors and a blank: −12 of at most 9."""
    marks = certainty([(3, False), (3, False)], blanks=1)

    assert marks is not None
    assert certainty_line(marks) == "Certainty-based marks: −12 of at most 9."
    assert not re.search("-[0-9]", certainty_line(marks))


def claims(*answers: Graded) -> Calibration:
    """Five levels against what came of them."""
    found = calibrate(FIVE, answers)
    assert found is not None
    return found


def test_five_levels_are_named_by_the_chance_that_they_claim() -> None:
    """The table says 95 %, and not that it is the fifth."""
    rows = sure_table(bands(FIVE, [(5, True), (5, False)]))

    assert [row[0] for row in rows[1:]] == ["25 %", "40 %", "60 %", "80 %", "95 %"]
    assert rows[5][1] == "1 of 2"


def test_who_claims_too_much_is_told_by_how_much() -> None:
    """95 % claimed, half of it right: 45 points; Brier (.05² + .95²) ÷ 2 = .4525."""
    found = claims((5, True), (5, False))

    assert claims_sentence(found) == (
        "Brier score 0.453: 0 is best, and 0.25 is what always saying 50 % brings. "
        "On average you claimed 45 points more than came true."
    )


def test_who_claims_too_little_is_told_as_well() -> None:
    """25 % claimed, all of it right."""
    assert claims_sentence(claims((1, True))).endswith("claimed 75 points less than came true.")


def test_who_claims_what_comes_true_is_told_so() -> None:
    """Three of five at 60 %."""
    found = claims(*((3, n < 3) for n in range(5)))

    assert claims_sentence(found).endswith("On average you claimed as much as came true.")


def test_the_parts_of_the_brier_score_add_up_in_the_table() -> None:
    """What is shown is reliability − resolution + uncertainty, to the digits shown."""
    rows = claims_table(claims((5, True), (5, False), (2, False), (3, True)))
    value = {name: float(shown.replace("−", "-")) for name, shown in rows[1:]}

    parts = (
        value["Reliability, 0 is best"] - value["Resolution, more is better"] + value["Uncertainty"]
    )
    assert value["Brier score"] == pytest.approx(parts, abs=0.0016)
