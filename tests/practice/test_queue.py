"""The queue: who waits longest comes first, articles take turns, and days are counted."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.bank_files import open_bank, shipped
from quizapp.bank import Bank
from quizapp.practice import Card, Due, forecast, line_up, parallel

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def card(bank: str, item: str, days: float, rests: float | None = None) -> Card:
    """A card that is due so many days from noon."""
    until = None if rests is None else NOON + rests * DAY
    return Card((bank, item), NOON + days * DAY, 2.0, 5.0, NOON - DAY, 1, 0, until)


def names(line: tuple[Due, ...]) -> list[str]:
    """The line as short names."""
    return [f"{bank}{item}" for bank, item in (due.place for due in line)]


def test_banks_take_turns_and_the_longest_wait_comes_first() -> None:
    """After each question the article changes, as long as there is another."""
    cards = [card("a", "1", -5), card("a", "2", -4), card("a", "3", -3), card("b", "1", -2)]

    assert names(line_up(cards, NOON, 10)) == ["a1", "b1", "a2", "a3"]


def test_the_limit_takes_those_that_wait_longest() -> None:
    """What is left waits for tomorrow, and is not lost."""
    cards = [card("a", "1", -1), card("b", "1", -3), card("a", "2", -2)]

    assert names(line_up(cards, NOON, 2)) == ["b1", "a2"]
    assert line_up(cards, NOON, 0) == ()


def test_what_rests_is_not_shown_and_comes_elsewhere_afterwards() -> None:
    """A confident error waits out its week and asks for another article."""
    resting = [card("a", "1", -1, rests=3)]

    assert line_up(resting, NOON + DAY, 9) == ()
    assert line_up(resting, NOON + 4 * DAY, 9) == (Due(("a", "1"), elsewhere=True),)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 30), st.integers(-9, 9))))
def test_everything_due_stands_in_line_once(drawn: list[tuple[str, int, int]]) -> None:
    """Nothing is forgotten, nothing asked twice, nothing asked too soon."""
    cards = {(b, str(i)): card(b, str(i), days) for b, i, days in drawn}

    line = line_up(cards.values(), NOON, len(cards))

    due = {place for place, one in cards.items() if one.due < NOON}
    assert {one.place for one in line} == due
    assert len(line) == len(due)


def test_the_forecast_counts_what_waits_for_the_first_day() -> None:
    """Overdue cards are work for today; what lies beyond the last day is left out."""
    cards = [card("a", "1", -9), card("a", "2", 0.2), card("a", "3", 1.2), card("a", "4", 30)]
    days = [NOON + n * DAY for n in range(1, 4)]

    assert forecast(cards, days) == (2, 1, 0)


@pytest.fixture(scope="module")
def banks() -> list[Bank]:
    """The banks that come with the program."""
    return [open_bank(path) for path in shipped()]


def test_a_parallel_asks_the_same_of_another_article(banks: list[Bank]) -> None:
    """Same kind, same skill, same standing; other claims, never seen."""
    first = banks[0]
    item = next(one for one in first.usable if one.kind == "standing")

    found = parallel(item, first, banks, set())

    assert found is not None
    other = next(bank for bank in banks if bank.id == found[0])
    assert other.id != first.id
    assert (other.item[found[1]].kind, other.item[found[1]].key()) == (item.kind, item.key())


def test_a_claim_that_was_seen_is_no_parallel(banks: list[Bank]) -> None:
    """Where everything was seen the reader meets the item itself again."""
    first = banks[0]
    item = next(one for one in first.usable if one.kind == "standing")
    seen = {(bank.id, claim.id) for bank in banks for claim in bank.map.claims}

    assert parallel(item, first, banks, seen) is None
    assert parallel(item, first, [first], set()) is None
