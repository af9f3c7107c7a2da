"""How long somebody worked on an attempt: spells of work, pauses between and within them.

A spell is what one run of the program saw of an attempt. Work is counted on a monotonic clock,
which cannot be set and stands still while the machine sleeps; the clock on the wall says when. So a
pause is where the wall went on and the work did not: the program was closed, or the machine slept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

SHORTEST = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Spell:
    """One run: when it began and was last seen (aware UTC), and the work in it, milliseconds."""

    begun: datetime
    ended: datetime
    worked_ms: int

    @property
    def slept(self) -> timedelta:
        """How much longer the run took by the clock on the wall; below 0 where that was set back.

        A wall clock that is put forward looks like sleep; which of the two it was, nobody knows.
        """
        return self.ended - self.begun - timedelta(milliseconds=self.worked_ms)


@dataclass(frozen=True, slots=True)
class Pause:
    """Time that does not count: after which moment, how long, and what is known of it."""

    at: datetime
    length: timedelta
    what: Literal["closed", "asleep"]


@dataclass(frozen=True, slots=True)
class Timing:
    """The spells of an attempt, in their order."""

    spells: tuple[Spell, ...] = ()

    @property
    def worked_ms(self) -> int:
        """The work in all of them, milliseconds."""
        return sum(spell.worked_ms for spell in self.spells)

    def pauses(self) -> tuple[Pause, ...]:
        """The pauses of five seconds or more, in their order."""
        within = [Pause(spell.ended, spell.slept, "asleep") for spell in self.spells]
        between = [
            Pause(one.ended, other.begun - one.ended, "closed")
            for one, other in pairwise(self.spells)
        ]
        found = [pause for pause in (*within, *between) if pause.length >= SHORTEST]
        return tuple(sorted(found, key=lambda pause: pause.at))

    def left_ms(self, limit: int) -> int:
        """What is left of a limit in seconds, milliseconds; 0 where it is used up."""
        return max(0, limit * 1000 - self.worked_ms)


def grown(before: Sequence[Spell], now: Spell) -> Timing:
    """The timing with the spell that is going on."""
    return Timing((*before, now))
