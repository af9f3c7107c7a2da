from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz import RIGHT, WRONG, Answer, Rules, assemble, begin, score, switch_points
from quizapp.quiz.mark import graded
from quizapp.quiz.schemes import (
    FIVE,
    THREE,
    Level,
    Scheme,
    Stretch,
    quadratic,
    range_of,
    scheme_of,
)
from tests.examples import ferry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHANCES = st.fractions(0, 1, max_denominator=1000)


def scheme(*paid: tuple[int, int]) -> Scheme:
    """A scheme from what each level pays when right and when wrong."""
    return Scheme(tuple(Level(right, wrong) for right, wrong in paid))


def test_the_scheme_of_three_levels_is_the_one_that_is_used() -> None:
    """What is proved here holds for the marks that readers get."""
    assert [(paid.right, paid.wrong) for paid in THREE.levels] == [
        (RIGHT[level], WRONG[level]) for level in (1, 2, 3)
    ]
    assert THREE.switch_points == (Fraction(2, 3), Fraction(4, 5))
    assert tuple(map(float, THREE.switch_points)) == pytest.approx(switch_points())


def test_the_scheme_of_five_levels_pays_what_its_formula_says() -> None:
    """100 · (x − (p − x)²), rounded, at .25 .40 .60 .80 .95."""
    assert [paid.right for paid in FIVE.levels] == [44, 64, 84, 96, 100]
    assert [paid.wrong for paid in FIVE.levels] == [-6, -16, -36, -64, -90]


def test_the_five_levels_switch_where_the_marks_say() -> None:
    """Δw / (Δw + Δr): 10/30, 20/40, 28/40 and 26/30."""
    assert FIVE.switch_points == (
        Fraction(1, 3), Fraction(1, 2), Fraction(7, 10), Fraction(13, 15),
    )  # fmt: skip


def test_both_schemes_reward_honesty() -> None:
    """Whoever says how sure they are, neither more nor less, earns most."""
    assert (THREE.proper, FIVE.proper) == (True, True)


@pytest.mark.parametrize(
    ("paid", "stretches", "proper"),
    [
        (((1, 0), (3, -1)), [(1, 0, "1/3"), (2, "1/3", 1)], True),
        (((1, 0), (2, 0)), [(2, 0, 1)], False),
        (((3, -6), (1, 0)), [(2, 0, "3/4"), (1, "3/4", 1)], False),
        (((1, 0), (2, -8), (3, -6)), [(1, 0, "3/4"), (3, "3/4", 1)], False),
        (((1, 0), (1, 0)), [(1, 0, 1)], False),
        (((1, 0), (2, -2), (3, -4)), [(1, 0, "2/3"), (3, "2/3", 1)], False),
    ],
)
def test_a_level_pays_best_on_its_own_range_or_nowhere(
    paid: tuple[tuple[int, int], ...],
    stretches: list[tuple[int, str | int, str | int]],
    proper: bool,
) -> None:
    """A sound pair; and a free lunch, the wrong way round, one below the others, twins, a tie."""
    expected = [Stretch(n, Fraction(low), Fraction(high)) for n, low, high in stretches]

    assert list(scheme(*paid).stretches()) == expected
    assert scheme(*paid).proper is proper


def test_a_level_must_claim_a_chance_in_its_range() -> None:
    """Two levels that switch at 1/2 may claim .3 and .7, and not .6 and .7."""

    def claiming(low: str) -> Scheme:
        return Scheme((Level(1, 0, Fraction(low)), Level(2, -1, Fraction("0.7"))))

    assert [claiming(low).proper for low in ("0.3", "0.5", "0.6")] == [True, True, False]


def test_rounding_can_spoil_a_scheme() -> None:
    """Levels closer than the marks can tell are no levels: .50 and .502 pay the same."""
    assert not quadratic((Fraction("0.5"), Fraction("0.502"))).proper


@pytest.mark.parametrize("each", [THREE, FIVE], ids=["three", "five"])
@given(p=CHANCES)
def test_honesty_pays_at_every_chance(each: Scheme, p: Fraction) -> None:
    """At any chance of being right no level pays more than the one whose range it lies in."""
    own = [stretch.level for stretch in each.stretches() if stretch.low <= p <= stretch.high]
    pays = [level.expected(p) for level in each.levels]

    assert {pays[level - 1] for level in own} == {max(pays)}


@pytest.mark.parametrize("each", [THREE, FIVE], ids=["three", "five"])
def test_surer_levels_win_more_and_lose_more(each: Scheme) -> None:
    """Otherwise a level would be of no use to anybody."""
    right = [level.right for level in each.levels]
    wrong = [level.wrong for level in each.levels]

    assert right == sorted(set(right))
    assert wrong == sorted(set(wrong), reverse=True)


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=1, max_size=5))
def test_the_envelope_covers_every_chance_once_and_is_the_highest(
    paid: list[tuple[int, int]],
) -> None:
    """For any scheme, sensible or not."""
    made = scheme(*paid)
    stretches = made.stretches()

    assert [stretches[0].low, stretches[-1].high] == [Fraction(0), Fraction(1)]
    assert [a.high for a in stretches[:-1]] == [b.low for b in stretches[1:]]
    for stretch in stretches:
        for p in (stretch.low, (stretch.low + stretch.high) / 2, stretch.high):
            best = max(level.expected(p) for level in made.levels)
            assert made.levels[stretch.level - 1].expected(p) == best


def test_marks_are_summed() -> None:
    """A sure hit, a sure miss and an unsure hit: 3 − 6 + 1."""
    answers = ((3, True), (3, False), (1, True))

    assert THREE.total(answers) == -2
    assert FIVE.total(answers) == 84 - 36 + 44
    assert THREE.total(()) == 0


@pytest.mark.parametrize("level", [0, 4])
def test_a_level_that_is_not_there_has_no_mark(level: int) -> None:
    """A level of the other scheme is not marked by this one."""
    with pytest.raises(ValueError, match=f"levels are 1 to 3, not {level}"):
        THREE.mark(level, right=True)


def test_a_scheme_has_levels() -> None:
    """Nothing to choose is no scheme."""
    with pytest.raises(ValueError, match="at least one level"):
        Scheme(())


def test_answers_are_graded_by_level_and_by_full_credit() -> None:
    """Blanks and answers without a level are not in it, and partly right is not right."""
    rules = Rules()
    made = begin("t", "ada", "ferry", "0" * 64, rules, 1, assemble(ferry(), rules, 1), NOON)
    three_of_four = ("slow for", "life against", "fuel no_side", "jobs for")
    for item, response, level in (
        ("who", ("harbour",), 3), ("sort", three_of_four, 2), ("how-permit", ("confirmed",), None),
    ):  # fmt: skip
        made = made.answer(item, Answer(response, NOON, level))

    assert graded(made, score(ferry(), made)) == ((3, True), (2, False))


def test_each_of_five_levels_lies_in_one_range_of_the_three() -> None:
    """What comes back, and when, is judged by ranges; 25, 40 and 60 % are all below 2 in 3."""
    assert [range_of(level, 5) for level in (1, 2, 3, 4, 5)] == [1, 1, 1, 2, 3]
    assert [range_of(level, 3) for level in (1, 2, 3)] == [1, 2, 3]
    assert range_of(None, 5) is None


def test_a_scheme_has_three_levels_or_five() -> None:
    """A number from a file that was changed by hand is named."""
    assert (scheme_of(3), scheme_of(5)) == (THREE, FIVE)
    with pytest.raises(ValueError, match="3 or 5 levels, not 4"):
        scheme_of(4)
