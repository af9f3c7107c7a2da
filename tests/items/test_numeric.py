"""Typing numbers: tolerance, units, and what is near."""

from decimal import Decimal
from typing import Any

import pytest

from quizapp.items import Numeric, ResponseError


def number(answer: str, **own: Any) -> Numeric:
    """An item with this answer."""
    return Numeric(id="q", stem="How many?", answer=Decimal(answer), **own)


KM = number("1.5", tolerance=Decimal("0.1"), unit="km", units=("kilometres",))


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        ("1.5", 1.0),
        ("1,5 km", 1.0),
        ("1.5KM", 1.0),
        ("1.50 Kilometres", 1.0),
        ("1.4", 1.0),  # on the edge of what is tolerated
        ("1.6 km", 1.0),
        ("1.61", 0.0),
        ("1.39", 0.0),
        ("1.5 m", 0.0),
        ("-1.5", 0.0),
        ("1500 m", 0.0),
        ("one and a half", 0.0),
    ],
)
def test_a_number_is_right_within_its_tolerance_and_in_its_unit(typed: str, credit: float) -> None:
    """A unit may be left out; another one is wrong."""
    assert KM.credit((typed,)) == credit
    assert KM.credit((typed, typed)) == 0.0


def test_a_number_with_two_readings_is_right_in_either() -> None:
    """1,234 may be a thousand or one and a bit; the reader is given the benefit."""
    assert number("1234").credit(("1,234",)) == 1.0
    assert number("1.234").credit(("1,234",)) == 1.0
    assert number("12.34").credit(("1,234",)) == 0.0


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("1.5 m", "The number is right; its unit is not."),
        ("15", "The digits are right; the size of the number is not."),
        ("1500", "The digits are right; the size of the number is not."),
        ("1500 m", "The digits are right; the size of the number and its unit are not."),
        ("−1.5 km", "The number is right but for its sign."),
        ("1.5 km", ""),
        ("2.5", ""),
        ("many", ""),
    ],
)
def test_a_near_miss_is_named(typed: str, near: str) -> None:
    """What was right about it is said; it earns nothing for that."""
    assert KM.near((typed,)) == near


def test_a_number_without_a_unit_takes_none() -> None:
    """Twelve per cent is not twelve."""
    item = number("12")

    assert item.credit(("12 %",)) == 0.0
    assert item.near(("12 %",)) == "The number is right; nothing else belongs to it."
    with pytest.raises(ResponseError, match="without a unit"):
        item.parse("12 %", ())


def test_zero_has_no_size_to_miss() -> None:
    """Ten times nothing is nothing."""
    assert number("0").credit(("0",)) == 1.0
    assert number("0").near(("10",)) == ""


@pytest.mark.parametrize("unit", ["", "km", "%", "°C", "m²", "€", "km/h", "cases per 100 000"])
def test_the_key_earns_full_credit_in_every_unit(unit: str) -> None:
    """What is shown as the key can be typed."""
    item = number("-1200000.25", unit=unit)

    assert item.credit(item.key()) == 1.0
    assert list(item.problems()) == []


@pytest.mark.parametrize(
    ("unit", "units", "path"),
    [("3", (), ("unit",)), (",5 km", (), ("unit",)), ("km", ("k", "10 m"), ("units", 1))],
)
def test_a_unit_that_runs_into_the_number_is_refused(
    unit: str, units: tuple[str, ...], path: tuple[str | int, ...]
) -> None:
    """Nobody could type such a key."""
    problems = list(number("5", unit=unit, units=units).problems())

    assert [(problem.code, problem.path) for problem in problems] == [("bad-unit", path)]


def test_the_unit_stands_behind_the_place_for_the_number() -> None:
    """The terminal shows in what the answer is counted."""
    assert KM.plain(()) == "How many?\n  ____ km"
    assert number("5").plain(()) == "How many?"


@pytest.mark.parametrize("typed", ["", "x", "5–10"])
def test_what_is_no_number_gets_a_hint(typed: str) -> None:
    """The terminal asks again."""
    with pytest.raises(ResponseError, match=r"such as 12 or 1\.5"):
        KM.parse(typed, ())


def test_an_item_whose_answer_is_missing_does_no_harm() -> None:
    """While a bank is being checked, the number may not be there."""
    item = Numeric(id="q", stem="How many?", answer=None)

    assert (item.key(), item.credit(("0",)), item.near(("0",)), item.own()) == ((), 0.0, "", {})
