"""What a teacher may want to look at: clocks that jumped, and answers that are the same.

Each is a fact about files. None says why it is so, and none is an accusation: a clock is put right,
a machine sleeps, and two who learnt from one page may miss the same questions in the same way.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import Literal

from quizapp.i18n import _, n_

Kind = Literal["clock_back", "clock_gap", "same_answers", "broken_log"]
BACK = 5.0  # seconds that a clock may be put right by, as the network does, without a word
GAP = 300.0
OTHERS = 10  # answers of others below which nothing is said about chance


@dataclass(frozen=True, slots=True)
class Flag:
    """One fact: whom it is about, as the roster calls them, and in words."""

    kind: Kind
    who: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Moment:
    """When an entry was written: by the clock on the wall, and by work; both in seconds.

    ``worked`` is ``None`` where the entry does not say.
    """

    n: int
    wall: float
    worked: float | None


def clock_flags(who: str, moments: Sequence[Moment]) -> tuple[Flag, ...]:
    """Where the clock on the wall and the work part ways, between one entry and the next."""
    found = []
    for one, other in pairwise(moments):
        wall = other.wall - one.wall
        known = one.worked is not None and other.worked is not None
        beyond = wall - ((other.worked or 0.0) - (one.worked or 0.0) if known else 0.0)
        if min(wall, beyond) < -BACK:
            text = _("Between entries {n} and {m} the computer’s clock went back by {time}.")
            found.append(_told("clock_back", who, text, one, other, -min(wall, beyond)))
        elif known and beyond >= GAP:
            text = _(
                "Between entries {n} and {m} the clock went on by {time} without work: the "
                "program was closed, the computer slept, or its clock was put forward."
            )
            found.append(_told("clock_gap", who, text, one, other, beyond))
    return tuple(found)


def _told(kind: Kind, who: str, text: str, one: Moment, other: Moment, seconds: float) -> Flag:
    return Flag(kind, (who,), text.format(n=one.n, m=other.n, time=_time(seconds)))


def _time(seconds: float) -> str:
    if seconds < 120:
        return n_("{n} second", "{n} seconds", round(seconds)).format(n=round(seconds))
    return n_("{n} minute", "{n} minutes", round(seconds / 60)).format(n=round(seconds / 60))


@dataclass(frozen=True, slots=True)
class Given:
    """Somebody’s answers: by item the response, and which of them earned full credit."""

    who: str
    answers: Mapping[str, tuple[str, ...]]
    right: frozenset[str]

    @property
    def wrong(self) -> tuple[str, ...]:
        """The items that were answered and not rightly, by id."""
        return tuple(sorted(self.answers.keys() - self.right))


def same_flags(given: Sequence[Given]) -> tuple[Flag, ...]:
    """Those whose answers are all the same, where there is a wrong one among them.

    Answers that are all right are the same for everybody who knows, so nothing is said of them.
    """
    alike: dict[frozenset[tuple[str, tuple[str, ...]]], list[Given]] = defaultdict(list)
    for one in given:
        alike[frozenset(one.answers.items())].append(one)
    return tuple(
        Flag("same_answers", tuple(sorted(one.who for one in group)), _same(group, given))
        for group in alike.values()
        if len({one.who for one in group}) > 1 and group[0].wrong
    )


def _same(group: Sequence[Given], given: Sequence[Given]) -> str:
    first = group[0]
    text = n_(
        "The same wrong answer to the one question that they answered.",
        "The same answers to all {n} questions that they answered, {wrong} of them wrong.",
        len(first.answers),
    )
    told = text.format(n=len(first.answers), wrong=len(first.wrong))
    chance = by_chance(first, [one for one in given if one not in group])
    if chance is None:
        return told + " " + _("Too few others answered these wrongly to say how likely that is.")
    text = _(
        "Of two others who answer these wrongly, the same wrong answers come about 1 time in {n}."
    )
    return told + " " + text.format(n=f"{max(1, round(1 / chance)):,}")


def by_chance(one: Given, others: Sequence[Given]) -> float | None:
    """How often two who answer the wrong ones wrongly would agree in all of them, 0 to 1.

    For an item it is the sum of the squared shares of its wrong answers among ``others``, to which
    the answer in question is added once, so that it is never 0; items are taken as independent.
    ``None`` where fewer than 10 of the others' wrong answers are known for the items together.
    """
    shares, known = [], 0
    for item in one.wrong:
        wrong = Counter(
            o.answers[item] for o in others if item in o.answers and item not in o.right
        )
        known += wrong.total()
        wrong[one.answers[item]] += 1
        shares.append(sum((n / wrong.total()) ** 2 for n in wrong.values()))
    return prod(shares) if known >= OTHERS else None
