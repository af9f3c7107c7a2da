"""Two raters: agreement by published figures, and what becomes of claims where they differ."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Bank, Rater, examine, write
from quizapp.bank.agreement import (
    agreement,
    alpha,
    differences,
    reconciled,
    with_rater,
    without_rater,
)
from quizapp.claims import Standing
from quizapp.errors import QuizappError
from tests.examples import ARTICLE, ferry, with_text


def units(*raters: str) -> list[tuple[str | None, ...]]:
    """The units of a table with one line for each rater; a point where one gave nothing."""
    rows = ([None if value == "." else value for value in rater.split()] for rater in raters)
    return list(zip(*rows, strict=True))


@pytest.mark.parametrize(
    ("raters", "published"),
    [
        # Krippendorff (2011), section C: four observers, twelve units, values missing.
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            "0.743",
        ),
        # The same, section B: two observers, twelve units, five categories.
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), "0.692"),
        # The same, section A: two observers, ten units, two values.
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), "0.095"),
    ],
)
def test_alpha_is_what_was_published(raters: Sequence[str], published: str) -> None:
    """A figure in a paper and one from here can be compared."""
    found = alpha(units(*raters))

    assert found is not None
    assert f"{float(found):.3f}" == published


def test_alpha_by_hand() -> None:
    """Two units, one disagreement: n = 4, o = 2, expected 6 pairs: 1 − 3 · 2 / 6 = 0."""
    assert alpha([("a", "b"), ("a", "a")]) == Fraction(0)
    assert alpha([("a", "b"), ("b", "a")]) == Fraction(-1, 2)
    assert alpha([("a", "a"), ("b", "b")]) == 1


@pytest.mark.parametrize(
    "table", [[], [("a",)], [("a", None), (None, "b")], [("a", "a")], [("a", "a"), ("a", "a")]]
)
def test_alpha_is_not_defined_where_nothing_varies_or_pairs(
    table: list[tuple[str | None, ...]],
) -> None:
    """Where a figure would be made up there is none."""
    assert alpha(table) is None


@given(
    st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", None])] * 3), max_size=12),
    st.randoms(use_true_random=False),
)
def test_alpha_does_not_depend_on_the_order_of_units_or_raters(
    table: list[tuple[str | None, ...]], random: object
) -> None:
    """It never matters who is called the first rater."""
    turned = [tuple(reversed(unit)) for unit in reversed(table)]
    found = alpha(table)

    assert alpha(turned) == found
    assert found is None or found <= 1


def keyed(**standings: str) -> Bank:
    """The example with one second key."""
    return replace(ferry(), raters=(Rater("Bo", tuple(sorted(standings.items()))),))


def test_agreement_counts_each_standing_by_rater_and_together() -> None:
    """One sees at which standing two readers part, not only that they do."""
    bank = keyed(permit="confirmed", faults="asserted", sold="asserted", date="unknown")
    found = agreement(bank)
    by = {one.standing: (one.counts, one.either, one.both) for one in found.standings}

    assert (found.raters, found.n, found.same) == (("the bank’s own key", "Bo"), 4, 3)
    assert by[Standing.CONFIRMED] == ((2, 1), 2, 1)
    assert by[Standing.ASSERTED] == ((1, 2), 2, 1)
    assert by[Standing.UNKNOWN] == ((1, 1), 1, 1)
    assert by[Standing.OPINION] == ((0, 0), 0, 0)
    assert found.alpha == 1 - Fraction(7 * 2, 64 - 9 - 9 - 4)


def test_without_a_second_key_the_way_to_one_is_said() -> None:
    """No agreement is made up from one reader."""
    for ask in (agreement, differences):
        with pytest.raises(QuizappError, match="--rater"):
            ask(replace(ferry(), raters=()))


def test_a_claim_with_two_keys_accepts_both_and_is_for_practice_only() -> None:
    """Where two careful readers differ no student is marked wrong."""
    bank = reconciled(keyed(faults="asserted", permit="confirmed"))

    assert bank.map.claim["faults"].accepted == (Standing.CONFIRMED, Standing.ASSERTED)
    assert bank.map.claim["faults"].practice_only
    assert bank.item["how-faults"].credit(("asserted",)) == 1.0
    assert differences(bank) == ()
    assert reconciled(bank) == bank
    assert examine(write(bank), "bank.nt", lambda name: with_text(name, ARTICLE)).bank == bank


def test_a_claim_with_three_keys_is_left_to_a_person() -> None:
    """The program does not choose between readers."""
    bank = with_rater(keyed(faults="asserted"), "Cy", {"faults": Standing.DISPUTED})
    (difference,) = differences(bank)

    assert difference.open
    assert difference.standings == (Standing.CONFIRMED, Standing.ASSERTED, Standing.DISPUTED)
    assert [name for name, _standing in difference.keys] == ["the bank’s own key", "Bo", "Cy"]
    assert reconciled(bank) == bank


def test_a_claim_that_accepts_two_already_takes_no_third() -> None:
    """What was settled before is not settled anew by overwriting it."""
    assert differences(keyed(patience="opinion")) == ()
    (difference,) = differences(keyed(patience="denied"))
    assert difference.open


def test_a_key_can_be_added_once_and_taken_away() -> None:
    """Nobody's key is overwritten by a namesake's."""
    bank = with_rater(ferry(), "Bo", {"sold": Standing.DENIED})

    assert bank.raters[-1] == Rater("Bo", (("sold", "denied"),))
    assert without_rater(bank, "Bo") == ferry()
    with pytest.raises(QuizappError, match="already"):
        with_rater(bank, "bo", {})
    with pytest.raises(QuizappError, match="Give the rater a name"):
        with_rater(bank, " ", {})


def test_a_key_to_claims_that_are_gone_is_refused() -> None:
    """A rater hears that the bank moved on, instead of leaving a file that cannot be read."""
    with pytest.raises(QuizappError, match="no longer has the claims gone"):
        with_rater(ferry(), "Bo", {"gone": Standing.DENIED})


def test_taking_away_a_key_that_is_not_there_names_those_that_are() -> None:
    """A mistyped name is answered with the right one."""
    with pytest.raises(QuizappError, match="Did you mean “second reader”"):
        without_rater(ferry(), "second raeder")
