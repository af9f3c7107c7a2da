"""Progress over several attempts, as data and in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.quiz import Missing, Verdict
from quizapp.report import progress, skill_table
from quizapp.report.progress import MOST_POINTS
from tests.report.banks import attempt, balanced, taken, unbalanced
from tests.taking import BEGAN


def test_nothing_taken_is_no_verdict_and_no_point() -> None:
    """The empty state has no figures that could be taken for some."""
    found = progress([], 0)

    assert isinstance(found.judged, Missing)
    assert found.sentence == "There is no verdict yet."
    assert (found.points, found.skills, found.sure) == ((), (), False)


def test_a_bank_out_of_balance_counts_for_skills_and_not_for_leaning() -> None:
    """The article bank shows how sure and how skilled, and says why it shows no more."""
    found = progress([(unbalanced(), attempt(unbalanced(), 1))], 1)

    assert found.pooled.n == 0
    assert "from sets that are not balanced" in found.rests_on
    assert found.sure
    assert [line.right for line in found.skills] == [line.asked for line in found.skills]


def test_points_begin_with_the_first_verdict_and_grow() -> None:
    """Pooled up to each day; below 20 + 20 there is none."""
    sat = taken(8)
    each = progress(sat[:1], 1).pooled
    first = -(-20 // min(each.confirmed, each.others))

    found = progress(sat, 8)

    assert isinstance(found.judged, Verdict)
    assert [p.judged.counted.n for p in found.points] == [each.n * k for k in range(first, 9)]
    assert found.points[-1].judged == found.judged
    assert found.points[-1].at == BEGAN + timedelta(days=7)
    assert found.sentence.startswith(f"You found {8 * each.confirmed} of {8 * each.confirmed}")


def test_of_many_points_the_last_is_kept() -> None:
    """A long course stays readable, and ends with what holds now."""
    found = progress(taken(60), 60)

    assert len(found.points) <= MOST_POINTS
    assert found.points[-1].judged == found.judged


def test_who_trusts_everything_is_told_so() -> None:
    """The words follow the counts."""
    found = progress(taken(8, wrong=True), 8)

    assert "You lean to trust" in found.rests_on


def test_skills_are_added_up_over_attempts() -> None:
    """Right and asked of two banks, with the interval of the share in the table."""
    one, two = progress(taken(1), 1).skills, progress(taken(2), 2).skills

    assert [(s.skill, 2 * s.right, 2 * s.asked) for s in one] == [
        (s.skill, s.right, s.asked) for s in two
    ]
    assert skill_table(two)[1][1:3] == (str(two[0].right), str(two[0].asked))


def test_levels_of_three_and_of_five_are_never_mixed() -> None:
    """The third of three is above 80 %, the third of five is 60 %."""
    one, other = balanced(), replace(balanced(), id="other")
    found = progress([(one, attempt(one, 1)), (other, attempt(other, 2, levels=5))], 2)

    n = found.fits[2].n
    assert n > 0
    assert [fit.n for fit in found.fits] == [0, 0, n]
    assert [fit.n for fit in found.five] == [0, 0, 0, 0, n]
    assert found.claims is not None
    assert found.claims.overconfidence == pytest.approx(-0.05)


def test_without_five_levels_there_is_no_score_of_chances() -> None:
    """Three levels claim ranges, and a range has no Brier score."""
    found = progress([(balanced(), attempt(balanced(), 1))], 1)

    assert (found.claims, found.sure, found.sure_in_five) == (None, True, False)
