from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz import (
    LABELS,
    RIGHT,
    WRONG,
    Answer,
    Attempt,
    Rules,
    assemble,
    begin,
    blanks,
    certainty_mark,
    mark,
    score,
    switch_points,
)
from tests.examples import ferry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def attempt(**answers: tuple[str, ...]) -> Attempt:
    """An attempt at the example with these answers, ``_`` for ``-`` in the ids."""
    rules = Rules()
    made = begin("t1", "ada", "ferry", "0" * 64, rules, 1, assemble(ferry(), rules, 1), NOON)
    for item, response in answers.items():
        made = made.answer(item.replace("_", "-"), Answer(response, NOON, 3))
    return made


def test_a_mark_says_what_an_answer_earned() -> None:
    """Credit, weight and chance stand side by side."""
    found = mark(ferry().item["who"], Answer(("harbour",), NOON, 2))

    assert (found.credit, found.weight, found.certainty, found.right) == (
        1.0,
        Decimal("1.5"),
        2,
        True,
    )
    assert found.guess == pytest.approx(1 / 3)
    assert found.answered
    assert found.parts == {}


def test_a_blank_earns_nothing_and_costs_nothing() -> None:
    """Not answering is never punished."""
    found = mark(ferry().item["who"], None)

    assert (found.answered, found.credit, found.certainty, found.right) == (False, 0.0, 0, False)


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        (("standing:disputed", "p3s1", "p3s2"), "right"),
        (("standing:disputed", "p1s1"), "partly"),
        (("standing:asserted", "p3s1", "p3s2"), "partly"),
        (("p3s1", "p3s2"), "partly"),
        (("standing:asserted", "p1s1"), "wrong"),
    ],
)
def test_a_whole_part_of_a_joint_answer_is_told_from_none(
    response: tuple[str, ...], outcome: str
) -> None:
    """Right words under another standing are not the same as nothing right, nor as a blank."""
    assert mark(ferry().item["how-rudder"], Answer(response, NOON)).outcome == outcome
    assert mark(ferry().item["how-rudder"], None).outcome == "blank"


def test_partly_right_is_not_right_when_certainty_counts() -> None:
    """Right means full credit: three of four considerations placed are still a miss."""
    three = ("slow for", "life against", "fuel no_side", "jobs for")

    found = mark(ferry().item["sort"], Answer(three, NOON, 3))

    assert (found.credit, found.right, found.certainty) == (0.75, False, -6)


def test_a_joint_item_shows_its_parts() -> None:
    """The reader learns which half was missed."""
    found = mark(ferry().item["how-date"], Answer(("standing:unknown", "p1s1"), NOON))

    assert found.credit == 0.0
    assert found.parts == {"standing": 1.0, "evidence": 0.0}


def test_a_score_is_credit_times_weight() -> None:
    """1.5 for the weighty one, 0.75 for the sorted three of four: 2.25 of 13.5."""
    total = score(
        ferry(),
        attempt(
            who=("harbour",),
            sort=("slow for", "life against", "fuel no_side", "jobs for"),
            whole=("true",),
        ),
    )

    assert (total.earned, total.possible, total.right) == (2.25, 13.5, 1)
    assert len(total.marks) == 13


def test_texts_to_read_are_neither_marked_nor_missed() -> None:
    """Only what asks for an answer can be blank."""
    made = attempt(who=("line",))

    assert "welcome" not in {m.item for m in score(ferry(), made).marks}
    assert "welcome" not in blanks(ferry(), made)


def test_blanks_are_named_in_the_order_posed() -> None:
    """Handing in shows what is still open, in the order of the quiz."""
    posed = [p.item for p in attempt().posed]

    open_ = blanks(ferry(), attempt(named=("line",), sort=("slow for",)))

    assert list(open_) == [id_ for id_ in posed if id_ not in ("welcome", "named", "sort")]


def test_the_table_of_marks_is_the_published_one() -> None:
    """1, 2, 3 when right; 0, −2, −6 when wrong (Gardner-Medwin & Gahan 2003)."""
    assert [certainty_mark(level, right=True) for level in (1, 2, 3)] == [1, 2, 3]
    assert [certainty_mark(level, right=False) for level in (1, 2, 3)] == [0, -2, -6]
    assert [certainty_mark(None, right) for right in (True, False)] == [0, 0]


def test_the_switch_points_follow_from_the_table() -> None:
    """Two levels pay the same at p = 2p − 2(1 − p), and at 2p − 2(1 − p) = 3p − 6(1 − p)."""
    assert switch_points() == pytest.approx((2 / 3, 4 / 5))


@given(st.floats(0, 1))
def test_each_level_pays_best_on_its_own_range(p: float) -> None:
    """Honesty pays: whoever is right with chance p does best to say so."""
    expected = {level: p * RIGHT[level] + (1 - p) * WRONG[level] for level in RIGHT}

    honest = 1 if p < 2 / 3 else 2 if p < 4 / 5 else 3

    assert expected[honest] == pytest.approx(max(expected.values()))


def test_the_labels_name_the_ranges_between_the_switch_points() -> None:
    """The screen asks in percent, and the percentages are those of the table."""
    low, high = (round(100 * point) for point in switch_points())

    assert list(LABELS.values()) == [f"Below {low} %", f"{low}–{high} %", f"Above {high} %"]


def test_five_levels_pay_by_the_chance_that_they_claim() -> None:
    """44 64 84 96 100 when right, −6 −16 −36 −64 −90 when wrong."""
    right, wrong = (
        [mark(ferry().item["who"], Answer((said,), NOON, n), 5).certainty for n in range(1, 6)]
        for said in ("harbour", "line")
    )

    assert right == [44, 64, 84, 96, 100]
    assert wrong == [-6, -16, -36, -64, -90]


def test_a_level_belongs_to_the_scheme_of_the_attempt() -> None:
    """A fifth level in an attempt of three would be read as something it is not."""
    with pytest.raises(ValueError, match="1 to 3, not 4"):
        attempt().answer("who", Answer(("harbour",), NOON, 4))
