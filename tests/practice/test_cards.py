"""Cards: what a review does to the day on which an item comes back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.practice import Grade, Review, after, grade, rebuilt
from quizapp.practice.cards import claimed

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HERE = ("ferry", "who")


def review(*, right: bool = True, level: int | None = None, at: datetime = NOON) -> Review:
    """An answer to one item."""
    return Review(HERE, HERE, right, claimed(level), at)


@pytest.mark.parametrize(
    ("right", "level", "expected"),
    [
        (False, None, Grade.AGAIN),
        (False, 1, Grade.AGAIN),
        (False, 3, Grade.AGAIN),
        (True, 1, Grade.HARD),
        (True, 2, Grade.GOOD),
        (True, 3, Grade.GOOD),
        (True, None, Grade.GOOD),
    ],
)
def test_an_answer_and_its_confidence_give_the_grade(
    right: bool, level: int | None, expected: Grade
) -> None:
    """Half known comes back sooner than known, and *easy* is never given by itself."""
    assert grade(review(right=right, level=level)) is expected


@pytest.mark.parametrize(
    ("right", "level", "days", "stability"),
    [(True, None, 2, 2.3065), (True, 1, 1, 1.2931), (False, None, 1, 0.212)],
)
def test_the_first_interval_is_the_published_stability(
    right: bool, level: int | None, days: int, stability: float
) -> None:
    """With 90 % wanted the interval is the stability itself: FSRS's first parameters, in days."""
    card = after(None, review(right=right, level=level))

    assert card.stability == pytest.approx(stability)
    assert card.due - NOON == days * DAY
    assert (card.reviews, card.lapses) == (1, 0 if right else 1)


def test_who_wants_to_remember_more_sees_it_sooner() -> None:
    """The target of retention moves the days and nothing else."""
    known = after(None, review())
    again = review(at=known.due)

    strict, usual, lax = (after(known, again, retention).due for retention in (0.95, 0.9, 0.8))

    assert strict < usual < lax


def test_a_confident_error_rests_for_a_week() -> None:
    """It is due tomorrow like any other, and shown after seven days."""
    sure, unsure = review(right=False, level=3), review(right=False, level=2)

    assert sure.confident_error
    assert not unsure.confident_error
    assert after(None, sure).due - NOON == DAY
    assert after(None, sure).shown_from - NOON == 7 * DAY
    assert after(None, unsure).shown_from - NOON == DAY


def test_the_rest_ends_with_the_next_answer() -> None:
    """Once it was answered again it is a card like any other."""
    wrong = after(None, review(right=False, level=3))

    assert after(wrong, review(at=NOON + 8 * DAY)).rests_until is None


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([None, 1, 2, 3])), max_size=12))
def test_cards_are_what_their_reviews_say(answers: list[tuple[bool, int | None]]) -> None:
    """Answer by answer or all at once, the card is the same; and it never comes back today."""
    log, card = [], None
    at = NOON
    for right, level in answers:
        log.append(review(right=right, level=level, at=at))
        card = after(card, log[-1])
        assert card.due - at >= DAY
        at = card.shown_from

    assert rebuilt(log) == ({HERE: card} if card else {})
