import re
from fractions import Fraction
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.quiz.verdict import (
    TITLES,
    Missing,
    Name,
    Pool,
    Verdict,
    judge,
    missing,
    pool,
)
from tests.quiz.readers import counts, simulated

READERS = {
    "expert": (0.95, 0.05, Name.TELLS_APART),
    "naive": (0.95, 0.60, Name.LEANS_TO_TRUST),
    "cynic": (0.30, 0.02, Name.LEANS_TO_DOUBT),
    "random": (0.50, 0.50, Name.CANNOT_TELL),
    "one of seven": (1 / 7, 1 / 7, Name.CANNOT_TELL),
    "always": (1.0, 1.0, Name.LEANS_TO_TRUST),
    "never": (0.0, 0.0, Name.LEANS_TO_DOUBT),
}


@cache
def verdict(*reader: int) -> Verdict:
    """The verdict on counts that suffice for one."""
    found = judge([counts(*reader)])
    assert isinstance(found, Verdict)
    return found


def lacking(*reader: int) -> Missing:
    """What is missing where there is no verdict."""
    found = judge([counts(*reader)])
    assert isinstance(found, Missing)
    return found


def numbers(sentence: str) -> list[int]:
    """The whole numbers in a sentence, with their signs."""
    return [int(n.replace("−", "-")) for n in re.findall(r"[+−]?\d+", sentence)]


@pytest.mark.parametrize("reader", READERS)
def test_synthetic_readers_are_named_for_what_they_are(reader: str) -> None:
    """Of 2,000 readers with 40 + 40 answers at least 95 in 100 get the name they deserve."""
    hit, alarm, name = READERS[reader]
    random = Random(reader)

    names = []
    for _ in range(2000):
        found, called = simulated(hit, alarm, random)
        names.append(verdict(found, 40, called, 40).name)

    assert names.count(name) >= 0.95 * 2000


@pytest.mark.parametrize("each", [20, 40])
def test_a_reader_with_all_right_is_named_from_the_first_verdict_on(each: int) -> None:
    """Twenty of each suffice to praise somebody who missed none."""
    assert verdict(each, each, 0, each).name is Name.TELLS_APART


@pytest.mark.parametrize(
    ("confirmed", "others", "more"),
    [
        (0, 0, (20, 20)),
        (12, 9, (8, 11)),
        (19, 20, (1, 0)),
        (20, 19, (0, 1)),
        (20, 40, (2, 0)),
        (37, 20, (0, 5)),
        (6, 60, (27, 0)),
    ],
)
def test_below_the_floor_the_reader_learns_what_is_missing(
    confirmed: int, others: int, more: tuple[int, int]
) -> None:
    """Twenty of each sort, and neither sort more than the balance bears."""
    found = lacking(0, confirmed, 0, others)

    assert (found.confirmed, found.others) == (confirmed, others)
    assert (found.more_confirmed, found.more_others) == more


@given(st.integers(0, 90), st.integers(0, 90))
def test_what_is_missing_is_enough_once_it_is_there(confirmed: int, others: int) -> None:
    """Nobody who does what the screen asks for is asked for more."""
    found = missing(Pool(counts(0, confirmed, 0, others), 0))

    if found is not None:
        confirmed, others = confirmed + found.more_confirmed, others + found.more_others
    assert missing(Pool(counts(0, confirmed, 0, others), 0)) is None
    assert min(confirmed, others) >= 20
    assert Fraction(7, 20) <= Fraction(confirmed, confirmed + others) <= Fraction(3, 5)


def test_balanced_sets_are_added_up_and_the_others_stay_out() -> None:
    """Small banks carry a verdict together; a bank of unconfirmed claims never does."""
    found = pool([counts(3, 5, 1, 6), counts(2, 4, 0, 5), counts(1, 2, 2, 9, balanced=False)])

    assert (found.counted.found, found.counted.confirmed) == (5, 9)
    assert (found.counted.false_alarms, found.counted.others) == (1, 11)
    assert found.left_out == 11


def test_no_sets_are_no_answers() -> None:
    """A reader who never took a quiz is told what it takes."""
    assert judge([]) == Missing(0, 0, 20, 20, 0)


def test_many_answers_from_unbalanced_sets_are_no_verdict() -> None:
    """However often somebody reads the one bank that cannot show it."""
    found = judge([counts(10, 20, 10, 100, balanced=False)] * 3)

    assert found == Missing(0, 0, 20, 20, 360)


@pytest.mark.parametrize("left_out", [0, 1, 11])
def test_what_is_missing_is_said_with_its_numbers(left_out: int) -> None:
    """The sentence has the floor, what was answered, what is missing and what was left out."""
    text = Missing(12, 9, 8, 11, left_out).sentence()

    assert numbers(text) == [20, 20, 12, 9, 8, 11, *([left_out] if left_out else [])]
    assert ("does not count" in text, "do not count" in text) == (left_out == 1, left_out == 11)


SAYS = {
    Name.TELLS_APART: "No lean shows",
    Name.LEANS_TO_TRUST: "You lean to trust",
    Name.LEANS_TO_DOUBT: "You lean to doubt",
    Name.CANNOT_TELL: "blindly could do the same",
}


@given(st.integers(0, 25), st.integers(0, 25))
def test_the_sentence_says_what_the_numbers_show(found: int, called: int) -> None:
    """Every number is that of the counts, and the words are those of the name and the intervals."""
    seen = verdict(found, 25, called, 25)
    text = seen.sentence()

    shares = (seen.leaning.value, seen.leaning.interval.low, seen.leaning.interval.high)
    points = [round(100 * share) for share in shares]
    assert numbers(text) == [found, 25, called, 25, found + called, 50, 25, *points]
    assert [name for name, words in SAYS.items() if words in text] == [seen.name]
    interval = seen.detection.d_prime_interval
    assert ("You tell the two apart" in text) == (interval.low > 0)
    assert ("the one for the other" in text) == (interval.high < 0)


@given(st.integers(0, 25), st.integers(0, 25))
def test_a_name_never_says_more_than_the_intervals(found: int, called: int) -> None:
    """A lean is named only where its interval leaves out 0, and telling apart where d′ is above."""
    seen = verdict(found, 25, called, 25)

    if seen.name is Name.LEANS_TO_TRUST:
        assert seen.leaning.interval.low > 0
    elif seen.name is Name.LEANS_TO_DOUBT:
        assert seen.leaning.interval.high < 0
    else:
        assert seen.tells_apart == (seen.name is Name.TELLS_APART)


def test_a_lean_that_guessing_explains_is_no_lean() -> None:
    """Six of 80 said and 40 keyed leave 0 out; but is it doubt? From 2 of 80 on it must be."""
    unsure, sure = verdict(4, 40, 2, 40), verdict(1, 40, 1, 40)

    assert unsure.leaning.interval.high < 0
    assert (unsure.name, sure.name) == (Name.CANNOT_TELL, Name.LEANS_TO_DOUBT)


def test_tossing_a_coin_is_no_trust_where_fewer_claims_are_confirmed() -> None:
    """At 40 confirmed of 100, half called confirmed is ten too many, and yet no leaning."""
    assert verdict(20, 40, 30, 60).name is Name.CANNOT_TELL
    assert verdict(200, 400, 300, 600).leaning.interval.low > 0
    assert verdict(200, 400, 300, 600).name is Name.CANNOT_TELL


def test_every_name_has_a_title() -> None:
    """A name without words could not be shown."""
    assert TITLES.keys() == set(Name)
