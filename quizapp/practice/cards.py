"""Cards: when an item is due again, worked out from the log of its reviews.

A card is never more than what its reviews say; it can be thrown away and rebuilt. The spacing is
that of FSRS, through the ``fsrs`` library, which has its home here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from quizapp.quiz import THREE

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.9
REST = timedelta(days=7)
SURE = 2 / 3  # the chance from which a right answer counts as known, and not as half known
CONFIDENT = 4 / 5  # the chance from which a wrong answer is a confident error
Place = tuple[str, str]  # the bank's id and the item's


class Grade(IntEnum):
    """How a review went, in FSRS's own numbers; *easy* is never given by itself."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


@dataclass(frozen=True, slots=True)
class Review:
    """One answer to an item that comes back.

    ``place`` is the card that it counts for. ``shown`` is the item that was answered: the same, or
    its parallel in another article. ``sure`` is the least chance that the reader claimed, 0 to 1,
    ``None`` where they were not asked.
    """

    place: Place
    shown: Place
    right: bool
    sure: float | None
    at: datetime

    @property
    def confident_error(self) -> bool:
        """Whether somebody was surely right and was not."""
        return not self.right and self.sure is not None and self.sure >= CONFIDENT


@dataclass(frozen=True, slots=True)
class Card:
    """When an item is due. ``stability`` is in days, ``difficulty`` from 1 to 10, both FSRS's.

    ``rests_until`` is set after a confident error: the queue shows the item no sooner, so that it
    is not the feedback that is remembered.
    """

    place: Place
    due: datetime
    stability: float
    difficulty: float
    last: datetime
    reviews: int
    lapses: int
    rests_until: datetime | None = None

    @property
    def shown_from(self) -> datetime:
        """When the queue may show it: when it is due, or when its rest is over."""
        return self.due if self.rests_until is None else max(self.due, self.rests_until)


@cache
def claimed(level: int | None) -> float | None:
    """The least chance of being right that one of the three levels claims; ``None`` for none."""
    if level is None:
        return None
    return float(THREE.stretches()[level - 1].low)


def grade(review: Review) -> Grade:
    """Wrong is *again*; right is *hard* where the reader claimed less than 2 in 3, else *good*.

    A right answer whose reader was not asked how sure they were is *good*.
    """
    if not review.right:
        return Grade.AGAIN
    return Grade.HARD if review.sure is not None and review.sure < SURE else Grade.GOOD


def after(card: Card | None, review: Review, retention: float = RETENTION) -> Card:
    """The card after one more review; ``card`` is ``None`` where it is the first.

    ``retention`` is the share that should still be right when an item comes back, 0.7 to 0.97. The
    library's steps of minutes are left out: an item comes back the next day at the earliest.

    Source: Ye, Su & Cao (2022), A stochastic shortest path algorithm for optimizing spaced
    repetition scheduling, KDD ’22; FSRS-6 as in the library ``fsrs``.
    """
    from fsrs import Card as Known
    from fsrs import Rating, State

    if card is None:
        known = Known(card_id=1, due=review.at)
    else:
        known = Known(
            card_id=1,
            state=State.Review,
            step=None,
            stability=card.stability,
            difficulty=card.difficulty,
            due=card.due,
            last_review=card.last,
        )
    rating = grade(review)
    new, _log = _scheduler(retention).review_card(known, Rating(int(rating)), review.at)
    return Card(
        place=review.place,
        due=new.due,
        stability=float(new.stability or 0.0),
        difficulty=float(new.difficulty or 0.0),
        last=review.at,
        reviews=1 if card is None else card.reviews + 1,
        lapses=(0 if card is None else card.lapses) + (rating is Grade.AGAIN),
        rests_until=review.at + REST if review.confident_error else None,
    )


def rebuilt(reviews: Iterable[Review], retention: float = RETENTION) -> dict[Place, Card]:
    """Every card from the log, in the order of the reviews."""
    cards: dict[Place, Card] = {}
    for review in reviews:
        cards[review.place] = after(cards.get(review.place), review, retention)
    return cards


@cache
def _scheduler(retention: float) -> "Scheduler":
    """The library's scheduler; it holds nothing but its parameters."""
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )
