"""Progress from the store: first sights only, whatever the order, and the list of attempts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.app.past import past
from quizapp.app.progress import Records, has_finished
from quizapp.app.sitting import Sitting
from quizapp.bank import Bank
from quizapp.errors import QuizappError
from quizapp.quiz import Rules, first_sights
from quizapp.report import progress
from quizapp.store import Store
from tests.examples import ferry
from tests.report.banks import balanced
from tests.taking import Clock, begun


def take(
    store: Store, id_: str, bank: Bank, clock: Clock, *, rules: Rules | None = None, upto: int = 99
) -> Sitting:
    """An attempt with its first answers right, not handed in."""
    drawn = rules or Rules()
    sitting = Sitting.begin(bank, drawn, store, clock, len(id_), id_, "me")
    for item in [item for item in sitting.items if item.scored][:upto]:
        sitting.answer(item.id, item.key(), 1 + len(item.id) % 3)
    return sitting


def test_nothing_taken_is_nothing_finished(store: Store) -> None:
    """The way to progress is not offered yet."""
    records = Records(store, "me")

    assert not has_finished(store, "me")
    assert records.progress().attempts == 0
    assert records.history() == ()


def test_a_second_look_at_a_bank_changes_no_measure(store: Store) -> None:
    """It is handed in and listed, and counts for nothing else."""
    clock = Clock()
    take(store, "one", ferry(), clock, upto=6).submit()
    before = Records(store, "me").progress()

    take(store, "again", ferry(), clock).submit()

    after = Records(store, "me").progress()
    assert after == replace(before, attempts=2)
    assert (before.counted, before.attempts) == (1, 1)
    assert has_finished(store, "me")


def test_what_is_passed_over_would_not_have_counted(store: Store) -> None:
    """The quick way and the plain way agree, with draws, open attempts, and banks in turns."""
    clock = Clock()
    other = replace(balanced(), id="other")
    for n, bank in enumerate([ferry(), other, ferry(), other, ferry(), ferry(), other]):
        rules = Rules(count=4 if n < 4 else 0, shuffle_items=True)
        sitting = take(store, f"a{'x' * n}", bank, clock, rules=rules, upto=3 + n)
        if n != 2:
            sitting.submit()

    sat = [(one.marking.bank, one.attempt) for one in past(store, "me")]
    kept = [one for one in first_sights(sat) if one[1].submitted is not None]

    assert Records(store, "me").progress() == progress(kept, 6)


def test_an_open_attempt_is_not_progress_and_its_claims_are_known(store: Store) -> None:
    """What was answered there is no first sight later on."""
    clock = Clock()
    take(store, "open", ferry(), clock)
    take(store, "done", ferry(), clock).submit()

    found = Records(store, "me").progress()

    assert (found.attempts, found.sure, found.pooled.n) == (1, False, 0)


def test_the_history_is_newest_first_with_counts(store: Store) -> None:
    """A day, a bank, right of items; open attempts and other readers are not in it."""
    clock = Clock()
    take(store, "first", ferry(), clock, upto=3).submit()
    clock.time += timedelta(days=1)
    take(store, "second", balanced(), clock, upto=0).submit()
    take(store, "open", ferry(), clock)
    begun(store, "others", reader="somebody", clock=clock).submit()

    found = Records(store, "me").history()

    items = [sum(item.scored for item in bank.usable) for bank in (balanced(), ferry())]
    assert [(e.attempt, e.right, e.items) for e in found] == [
        ("second", 0, items[0]),
        ("first", 3, items[1]),
    ]
    assert [entry.title for entry in found] == [balanced().title, ferry().title]
    assert found[0].at - found[1].at > timedelta(days=1)


def test_older_attempts_come_after_the_newer_ones(store: Store) -> None:
    """Page by page each attempt is listed once."""
    clock = Clock()
    for n in range(9):
        take(store, f"a{n}", ferry(), clock, upto=1).submit()
    records = Records(store, "me")

    pages = [records.history(skip, 4) for skip in (0, 4, 8, 12)]

    assert [[e.attempt for e in page] for page in pages] == [
        ["a8", "a7", "a6", "a5"],
        ["a4", "a3", "a2", "a1"],
        ["a0"],
        [],
    ]


def test_a_damaged_bank_is_a_message(store: Store) -> None:
    """It says what to do, and is no traceback."""
    take(store, "one", ferry(), Clock()).submit()
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE bank_version SET canonical = substr(canonical, 2)")

    with pytest.raises(QuizappError, match="no longer whole"):
        Records(store, "me").progress()
