"""Attempts in the database, and the log behind them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import update
from sqlalchemy.exc import StatementError

from quizapp.app.sitting import Sitting
from quizapp.quiz import Answer, Attempt
from quizapp.store import Chain, Head, Store, StoreError, attempts, banks
from quizapp.store.tables import AttemptRow
from tests.databases import spoil
from tests.examples import ferry
from tests.taking import BEGAN, Clock, begun

ACTS: dict[str, Callable[[Sitting], object]] = {
    "begin": lambda _s: None,
    "answer": lambda s: s.answer("who", ("line",), 3),
    "answer again": lambda s: s.answer("who", ("harbour",)),
    "answer another": lambda s: s.answer("sort", ("jobs for", "life against"), 1),
    "clear": lambda s: s.clear("who"),
    "clear a blank": lambda s: s.clear("whole"),
    "check": lambda s: s.check("sort"),
    "go": lambda s: s.go("how-far"),
    "flag": lambda s: s.flag("named", True),
    "take the flag away": lambda s: s.flag("named", False),
    "submit": lambda s: s.submit(),
}


def stored(store: Store, id_: str = "a1") -> tuple[Attempt, Head]:
    """The attempt as the database has it."""
    with store.read() as connection:
        found = attempts.load(connection, id_)
    assert found is not None
    return found


def verified(store: Store, id_: str = "a1") -> Chain:
    """What a look at the attempt's log finds."""
    with store.read() as connection:
        return attempts.verify(connection, id_)


def test_after_every_act_the_disk_holds_what_the_sitting_shows(store: Store) -> None:
    """At whatever moment the power goes, what was on the screen comes back."""
    sitting = begun(store)

    for name, act in ACTS.items():
        act(sitting)

        assert stored(store)[0] == sitting.attempt, name
        assert verified(store).sound, name


def test_an_attempt_that_is_not_there_is_none(store: Store) -> None:
    """Asking for an unknown attempt is no accident."""
    with store.read() as connection:
        assert attempts.load(connection, "nobody") is None
        assert attempts.verify(connection, "nobody").fault == "there is no such attempt"


@pytest.mark.parametrize("act", ["answer", "clear", "check", "go", "flag", "submit"])
def test_two_programs_do_not_write_the_same_attempt(store: Store, act: str) -> None:
    """Whoever comes second is told, and the first one's answers stand."""
    first = begun(store)
    second = Sitting.resume("a1", store, Clock())
    second.answer("who", ("harbour",), 2)

    with pytest.raises(StoreError, match="another window") as caught:
        ACTS[act](first)

    assert caught.value.reason == "elsewhere"
    assert stored(store)[0] == second.attempt
    assert first.attempt.answers == {}


def test_open_and_finished_attempts_are_told_apart_newest_first(store: Store) -> None:
    """Home shows the attempt that was last left, and results begin with the last."""
    clock = Clock()
    made = {id_: begun(store, id_, clock=clock) for id_ in ("a", "b", "c", "d")}
    begun(store, "other", reader="Ada", clock=clock)
    made["c"].submit()
    made["a"].submit()

    with store.read() as connection:
        assert [a.id for a in attempts.unfinished(connection, "me")] == ["d", "b"]
        assert [a.id for a in attempts.finished(connection, "me")] == ["a", "c"]
        assert [a.id for a in attempts.finished(connection, "me", "ferry")] == ["a", "c"]
        assert attempts.finished(connection, "me", "another bank") == ()
        assert [a.id for a in attempts.finished(connection, None)] == ["a", "c"]
        assert attempts.every_id(connection) == ("a", "b", "c", "d", "other")


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE answer SET response = '[\"line\"]'", "the answers differ from the log"),
        ("DELETE FROM answer", "the answers differ from the log"),
        (
            "UPDATE entry SET payload = replace(payload, 'harbour', 'line') WHERE n = 2",
            "entry 2 was changed",
        ),
        ("UPDATE entry SET at = '2020-01-01 00:00:00' WHERE n = 1", "entry 1 was changed"),
        ("DELETE FROM entry WHERE n = 2", "entry 2 is missing"),
        ("DELETE FROM entry WHERE n = 3", "3 entries were written, 2 are there"),
        ("UPDATE attempt SET head_hash = 'x'", "the last entry is not the one that was written"),
    ],
)
def test_a_change_behind_our_back_is_noticed(store: Store, statement: str, fault: str) -> None:
    """A teacher can believe an attempt whose log holds together."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",), 2)
    sitting.check("who")

    spoil(store, statement)

    assert verified(store).fault == fault


def test_a_regrade_is_logged_and_can_be_undone(store: Store) -> None:
    """What a teacher did to a mark stays in the log, also after it was taken back."""
    sitting = begun(store)
    sitting.submit()
    own = sitting.attempt.bank_version
    with store.write() as connection:
        other = banks.keep(connection, replace(ferry(), title="Another"), BEGAN)
        head = attempts.save_regrade(connection, "a1", other, BEGAN, stored(store)[1])

    assert (stored(store)[0].marked_by, verified(store).sound) == (other, True)
    with store.write() as connection:
        attempts.save_regrade(connection, "a1", own, BEGAN, head)
    assert stored(store)[0] == sitting.attempt
    assert (verified(store).sound_entries, verified(store).sound) == (4, True)


@pytest.mark.parametrize(
    "statement", ["DELETE FROM marked", "UPDATE marked SET bank_version = (SELECT min(sha256) FROM"
                  " bank_version WHERE sha256 <> marked.bank_version)"],
)  # fmt: skip
def test_a_regrade_behind_our_back_is_noticed(store: Store, statement: str) -> None:
    """Nobody marks by another key without a trace."""
    begun(store).submit()
    with store.write() as connection:
        other = banks.keep(connection, replace(ferry(), title="Another"), BEGAN)
        attempts.save_regrade(connection, "a1", other, BEGAN, stored(store)[1])

    spoil(store, statement)

    assert verified(store).fault == "the version it is marked by is not logged"


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    """No attempt ever seems to have been taken hours before or after it was."""
    begun(store)
    naive = datetime(2026, 3, 1, 9, 0)  # noqa: DTZ001  (that is the point)

    with pytest.raises(StatementError, match="without a zone"), store.write() as connection:
        connection.execute(update(AttemptRow).values(submitted=naive))


def test_a_time_of_another_zone_comes_back_as_the_same_moment(store: Store) -> None:
    """A laptop that travels keeps its history in order."""
    sitting = begun(store)
    there = BEGAN.astimezone(timezone(timedelta(hours=5)))

    with store.write() as connection:
        attempts.save_answer(connection, "a1", "who", Answer(("harbour",), there), stored(store)[1])

    kept = stored(store)[0].answers["who"].at
    assert kept == BEGAN
    assert kept.utcoffset() == timedelta(0)
    assert sitting.attempt.answers == {}
