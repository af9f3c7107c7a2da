"""Quizzes become reviews: in lots, late ones too, and anew when other keys mark them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from quizapp.app import folding
from quizapp.app.folding import Folding
from quizapp.app.practising import Practice
from quizapp.app.regrading import Regrading
from quizapp.app.sitting import Sitting
from quizapp.bank import Bank, examine
from quizapp.practice import Card, Place
from quizapp.quiz import Rules
from quizapp.store import Store, reviews
from tests.examples import beside, changed, ferry
from tests.taking import BEGAN

DAY = timedelta(days=1)


def better() -> Bank:
    """The example with one key turned round."""
    text = changed(("        key: false", "        key: true"))
    found = examine(text.encode(), "bank.nt", beside, advise=False)
    assert found.bank is not None, found.problems
    return found.bank


def quiz(store: Store, id_: str, at: datetime, *, right: bool = True, closed: bool = False) -> None:
    """One answer to the question “whole”, handed in at this moment."""
    rules = Rules.pilot() if closed else Rules.practice()
    sitting = Sitting.begin(ferry(), rules, store, lambda: at, 7, id_, "me")
    sitting.answer("whole", ("false" if right else "true",), 2)
    sitting.submit()


def cards(store: Store) -> dict[Place, Card]:
    """What is due, as it is kept."""
    with store.read() as connection:
        return {card.place: card for card in reviews.cards(connection, "me")}


def again(store: Store) -> dict[Place, Card]:
    """The same, worked out from the log."""
    return Practice(store, "me", lambda: BEGAN, limit=20).rebuild()


def test_many_are_taken_in_by_lots_and_somebody_can_stop_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was taken in before the stop is kept; the rest comes the next time."""
    monkeypatch.setattr(folding, "LOT", 2)
    for n in range(5):
        quiz(store, f"a{n}", BEGAN + n * DAY)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        Folding(store, "me").fold(report=stop)

    assert told == [(2, 5), (4, 5)]
    assert Folding(store, "me").waiting() == ("a4",)
    assert Folding(store, "me").fold() == 1
    assert cards(store)["ferry", "whole"].reviews == 5
    assert cards(store) == again(store)


def test_only_the_oldest_are_taken_in_where_somebody_waits(store: Store) -> None:
    """The first ones, in their order, so that cards come out the same in the end."""
    for n in range(3):
        quiz(store, f"a{n}", BEGAN + n * DAY)

    assert Folding(store, "me").fold(2) == 2

    assert Folding(store, "me").waiting() == ("a2",)


def test_a_quiz_that_comes_late_is_put_where_it_belongs(store: Store) -> None:
    """An older attempt taken in after a newer one leaves the cards as the log has them."""
    quiz(store, "late", BEGAN, right=False)
    quiz(store, "new", BEGAN + 5 * DAY)
    with store.write() as connection:
        reviews.add(connection, "me", _of(store, "new"))
    again(store)

    Folding(store, "me").fold()

    card = cards(store)["ferry", "whole"]
    assert (card.reviews, card.lapses, card.last) == (2, 1, BEGAN + 5 * DAY)
    assert cards(store) == again(store)


def _of(store: Store, id_: str) -> list[reviews.Line]:
    attempt = Sitting.resume(id_, store, lambda: BEGAN).attempt
    return folding.lines_of(attempt, ferry())


def test_what_cannot_become_a_review_is_not_looked_at_each_time(store: Store) -> None:
    """A pilot at a closed article, and a quiz that was handed in empty."""
    quiz(store, "closed", BEGAN, closed=True)
    Sitting.begin(ferry(), Rules.practice(), store, lambda: BEGAN, 7, "empty", "me").submit()

    assert Folding(store, "me").waiting() == ()


def test_cards_follow_a_regrade_and_come_back_with_it(store: Store) -> None:
    """An answer that another key makes wrong is a lapse; undoing the regrade undoes it."""
    quiz(store, "a", BEGAN)
    quiz(store, "b", BEGAN + 3 * DAY)
    Folding(store, "me").fold()
    before = cards(store)
    assert before["ferry", "whole"].lapses == 0

    Regrading(store, "ferry", better()).apply(BEGAN + 4 * DAY)

    card = cards(store)["ferry", "whole"]
    assert (card.reviews, card.lapses) == (2, 2)
    assert cards(store) == again(store)
    assert Folding(store, "me").waiting() == ()
    Regrading(store, "ferry", None).apply(BEGAN + 5 * DAY)
    assert cards(store) == before == again(store)


def test_a_regrade_that_moves_nothing_leaves_the_log_alone(store: Store) -> None:
    """No line is added where every answer stays right or wrong."""
    quiz(store, "a", BEGAN)
    Folding(store, "me").fold()
    with store.read() as connection:
        before = reviews.log(connection, "me")
    Regrading(store, "ferry", replace(ferry(), title="Another title")).apply(BEGAN)

    with store.read() as connection:
        assert reviews.log(connection, "me") == before
