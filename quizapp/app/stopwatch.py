"""Counts the work on one attempt while this program has it open."""

import time
from collections.abc import Callable
from datetime import datetime

from quizapp.quiz.timing import Spell, Timing, grown

Ticks = Callable[[], int]


def monotonic_ms() -> int:
    """The monotonic clock of this machine, milliseconds; on Linux it stands still in sleep."""
    return time.monotonic_ns() // 1_000_000


class Stopwatch:
    """Runs from when it is made. ``before`` are the spells of earlier runs."""

    def __init__(self, before: Timing, now: datetime, ticks: Ticks) -> None:
        self._before = before
        self._begun = now
        self._ticks = ticks
        self._start = ticks()

    @property
    def n(self) -> int:
        """The number of the spell that is going on, counted from 1."""
        return len(self._before.spells) + 1

    def spell(self, now: datetime) -> Spell:
        """The spell as it is by now."""
        return Spell(self._begun, now, max(0, self._ticks() - self._start))

    def timing(self, now: datetime) -> Timing:
        """All spells, with the one that is going on."""
        return grown(self._before.spells, self.spell(now))
