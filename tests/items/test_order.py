"""Putting in order, against counts of pairs made by hand."""

from collections import Counter
from itertools import permutations
from random import Random

import pytest

from quizapp.items import Option, Order, ResponseError


def order(ids: str = "abcd") -> Order:
    """Lines that are right in the order of the alphabet."""
    return Order(id="q", stem="Order.", options=tuple(Option(id_, f"Line {id_}") for id_ in ids))


@pytest.mark.parametrize(
    ("given", "credit"),
    [
        ("abcd", 1.0),
        ("bacd", 5 / 6),  # one of six pairs the wrong way round
        ("badc", 4 / 6),
        ("bcda", 3 / 6),  # a comes after three
        ("dbca", 1 / 6),  # only b before c is right
        ("dcba", 0.0),
        ("abc", 0.0),  # one is missing
        ("abcc", 0.0),
        ("abcde", 0.0),
    ],
)
def test_credit_is_the_share_of_pairs_the_right_way_round(given: str, credit: float) -> None:
    """One slip costs little, the opposite order everything (Kendall's tau, rescaled)."""
    assert order().credit(tuple(given)) == pytest.approx(credit)


def test_a_blind_order_is_worth_one_half() -> None:
    """The mean over all twenty-four orders."""
    item = order()

    mean = sum(item.credit(given) for given in permutations("abcd")) / 24

    assert mean == pytest.approx(0.5) == item.guess()


def test_the_order_shown_says_nothing_about_the_right_one() -> None:
    """With two lines, keeping what is shown is right as often as turning it."""
    shown = Counter(order("ab").drawn(Random(seed)) for seed in range(400))

    assert set(shown) == {("a", "b"), ("b", "a")}
    assert min(shown.values()) > 150


def test_an_order_is_typed_by_the_numbers_shown() -> None:
    """The terminal asks for all the lines, once each."""
    assert order("abc").parse("2 3,1", ("c", "a", "b")) == ("a", "b", "c")


@pytest.mark.parametrize("typed", ["1 2", "1 2 2", "1 2 3 1", "3"])
def test_an_order_with_a_gap_gets_an_example(typed: str) -> None:
    """The hint shows how it is typed."""
    with pytest.raises(ResponseError, match="such as 3 2 1"):
        order("abc").parse(typed, ())


def test_an_order_is_described_from_first_to_last() -> None:
    """What is not in the list is left out."""
    assert order("ab").describe(("b", "x", "a")) == "Line b → Line a"


@pytest.mark.parametrize(("strict", "swapped", "guess"), [(False, 2 / 3, 0.5), (True, 0.0, 1 / 6)])
def test_an_order_earns_by_its_pairs_or_as_a_whole(
    strict: bool, swapped: float, guess: float
) -> None:
    """Two lines swapped cost a third, or everything where the item says so."""
    options = tuple(Option(id_, f"Line {id_}") for id_ in "abc")
    item = Order(id="q", stem="In which order?", options=options, all_or_nothing=strict)

    assert item.credit(("a", "b", "c")) == 1.0
    assert item.credit(("b", "a", "c")) == pytest.approx(swapped)
    assert item.guess() == pytest.approx(guess)
    assert ("scoring" in item.own()) == strict
