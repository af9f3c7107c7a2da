"""Sittings at the example bank, with a clock that tests can read off."""

from datetime import UTC, datetime, timedelta

from quizapp.app.sitting import Sitting
from quizapp.quiz import Rules
from quizapp.store import Store
from tests.examples import TEXT, ferry

BEGAN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that is one second later each time it is read."""

    def __init__(self, start: datetime = BEGAN) -> None:
        self.time = start

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


def begun(
    store: Store,
    attempt_id: str = "a1",
    rules: Rules | None = None,
    reader: str = "me",
    clock: Clock | None = None,
) -> Sitting:
    """A fresh attempt at the example bank."""
    return Sitting.begin(
        ferry(), rules or Rules.practice(), store, clock or Clock(), 7, attempt_id, reader
    )


def edited(old: str, new: str) -> str:
    """The text of the example bank with its one ``old`` made ``new``."""
    assert TEXT.count(old) == 1, f"{TEXT.count(old)} times in the example: {old!r}"
    return TEXT.replace(old, new)
