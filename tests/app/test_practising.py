"""Practice through the real store: what is due, the limit, taking back, and a month of it."""

from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.practising import Practice, Turn, day_end, day_start
from quizapp.app.progress import Records
from quizapp.app.sitting import Sitting
from quizapp.bank import Bank
from quizapp.quiz import Rules
from quizapp.store import Store, reviews
from tests.taking import BEGAN

BANKS = [open_bank(path) for path in shipped()]
DAY = timedelta(days=1)


class Calendar:
    """A clock that is set by hand and goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.time = BEGAN

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


def practice(store: Store, clock: Calendar, limit: int = 20, banks: int = len(BANKS)) -> Practice:
    """Practice among the first banks that come with the program."""
    return Practice(store, "me", clock, limit=limit, at_hand=lambda: BANKS[:banks])


def quiz(store: Store, clock: Calendar, bank: Bank, answers: int, level: int | None = 2) -> None:
    """Hand in a quiz with so many right answers."""
    id_ = f"{bank.id}-{clock().timestamp()}"
    sitting = Sitting.begin(bank, Rules.practice(), store, clock, 7, id_, "me")
    for item in [one for one in sitting.items if one.scored][:answers]:
        sitting.answer(item.id, item.key(), level)
    sitting.submit()


def wrong(turn: Turn) -> tuple[str, ...]:
    """An answer that earns nothing."""
    standing = "denied" if "opinion" in turn.item.key()[0] else "opinion"
    of_kind = {
        "standing": (standing,),
        "standing_with_evidence": (f"standing:{standing}", "none"),
        "numeric": ("0",),
    }
    return of_kind.get(turn.item.kind, ("nonsense",))


def test_what_was_handed_in_comes_back(store: Store) -> None:
    """Two days after a right answer the item is due, once, with nothing to be done for it."""
    clock = Calendar()
    quiz(store, clock, BANKS[0], 3)
    ours = practice(store, clock)

    assert ours.fold() == 3
    assert ours.fold() == 0
    assert (ours.today().due, ours.today().started) == (0, True)
    clock.time += 2 * DAY
    assert ours.today().due == 3
    assert ours.forecast()[:2] == (3, 0)


def test_an_answer_is_kept_and_its_card_moves_on(store: Store) -> None:
    """The feedback is that of a quiz; the item is gone for today, also after a restart."""
    clock = Calendar()
    quiz(store, clock, BANKS[0], 2)
    ours = practice(store, clock)
    ours.fold()
    clock.time += 3 * DAY
    turn = ours.turn()
    assert turn is not None

    feedback = ours.answer(turn, turn.item.key(), 3)

    assert feedback.right
    again = practice(store, clock)
    assert (again.today().due, again.today().done) == (1, 1)
    following = again.turn()
    assert following is not None
    assert following.card != turn.card


def test_the_daily_limit_ends_the_day(store: Store) -> None:
    """Enough is enough; the rest is there tomorrow."""
    clock = Calendar()
    quiz(store, clock, BANKS[0], 5)
    ours = practice(store, clock, limit=2)
    ours.fold()
    clock.time += 3 * DAY
    assert (ours.today().due, ours.today().waiting) == (2, 3)
    for _n in range(2):
        turn = ours.turn()
        assert turn is not None
        ours.answer(turn, turn.item.key(), None)

    assert ours.turn() is None
    assert (ours.today().due, ours.today().waiting, ours.today().done) == (0, 3, 2)
    clock.time += DAY
    assert ours.turn() is not None


def test_the_last_answer_can_be_taken_back(store: Store) -> None:
    """A slip of the finger costs nothing: the card is as it was, and the log remembers both."""
    clock = Calendar()
    quiz(store, clock, BANKS[0], 1)
    ours = practice(store, clock)
    ours.fold()
    clock.time += 3 * DAY
    turn = ours.turn()
    assert turn is not None
    with store.read() as connection:
        before = reviews.cards(connection, "me")
    ours.answer(turn, wrong(turn), 3)

    asked = ours.undo()

    assert asked is not None
    assert (asked.card, asked.item) == (turn.card, turn.item)
    with store.read() as connection:
        assert reviews.cards(connection, "me") == before
        assert connection.scalar(text("SELECT count(*) FROM review")) == 3
    assert (ours.today().due, ours.today().done) == (1, 0)
    assert ours.undo() is None


def test_the_log_of_reviews_only_grows(store: Store) -> None:
    """What was answered is not rewritten behind the program’s back."""
    clock = Calendar()
    quiz(store, clock, BANKS[0], 1)
    practice(store, clock).fold()

    for act in ("UPDATE review SET level = 0", "DELETE FROM review"):
        with pytest.raises(DBAPIError, match="only grows"), store.write() as connection:
            connection.execute(text(act))


def test_a_question_of_another_article_is_a_first_sight_there(store: Store) -> None:
    """What practice shows of a bank is known when that bank is taken later."""
    clock = Calendar()
    ours = practice(store, clock)
    _confident_error(store, clock)
    ours.fold()
    clock.time += 8 * DAY
    turn = ours.turn()
    assert turn is not None
    assert turn.elsewhere
    ours.answer(turn, turn.item.key(), 2)
    clock.time += DAY
    other = next(bank for bank in BANKS if bank.id == turn.bank.id)
    asked = {item.id for item in other.usable if item.scored}

    quiz(store, clock, other, len(asked))

    with store.read() as connection:
        shown = Records(store, "me")._reading.practised(connection, "me")
    assert {bank for bank, _claim in shown} == {other.id}


def _confident_error(store: Store, clock: Calendar) -> None:
    """One standing item of the first bank, answered wrongly and surely."""
    sitting = Sitting.begin(BANKS[0], Rules.practice(), store, clock, 7, "sure", "me")
    item = next(one for one in sitting.items if one.kind == "standing")
    answer = "opinion" if item.key() != ("opinion",) else "denied"
    sitting.answer(item.id, (answer,), 3)
    sitting.submit()


def test_a_confident_error_comes_back_in_another_article_after_a_week(store: Store) -> None:
    """Not sooner, and not in the same words: what is trained is reading, not remembering."""
    clock = Calendar()
    _confident_error(store, clock)
    ours = practice(store, clock)
    ours.fold()
    for _day in range(6):
        clock.time += DAY
        assert ours.turn() is None

    clock.time += 2 * DAY
    turn = ours.turn()

    assert turn is not None
    assert turn.bank.id != BANKS[0].id
    assert turn.item.kind == "standing"


def test_without_another_article_the_item_itself_comes_back(store: Store) -> None:
    """A reader with a single bank loses nothing."""
    clock = Calendar()
    _confident_error(store, clock)
    ours = practice(store, clock, banks=1)
    ours.fold()
    clock.time += 8 * DAY

    turn = ours.turn()

    assert turn is not None
    assert not turn.elsewhere


def test_a_day_ends_at_midnight_by_the_clock_on_the_wall() -> None:
    """Due today means today here, not in Greenwich."""
    end = day_end(BEGAN)

    assert day_start(BEGAN) <= BEGAN < end
    assert (end.hour, end.minute) == (0, 0)
    assert day_end(BEGAN, 1) - end in (timedelta(hours=23), DAY, timedelta(hours=25))


def test_a_month_of_practice(store: Store) -> None:
    """Thirty days of a reader who errs: limits hold, articles change, and the log tells all."""
    clock, chance = Calendar(), Random(4)
    for bank in BANKS[:3]:
        quiz(store, clock, bank, 12)
    answered: list[tuple[datetime, Turn, bool, int]] = []
    changes = 0
    for _day in range(30):
        ours = practice(store, clock, limit=8)  # the program is started anew each day
        ours.fold()
        asked, before = 0, ""
        while turn := ours.turn():
            right, level = chance.random() < 0.7, chance.choice([1, 2, 3])
            ours.answer(turn, turn.item.key() if right else wrong(turn), level)
            answered.append((clock.time, turn, right, level))
            changes += before not in ("", turn.card[0])
            asked, before = asked + 1, turn.card[0]
        assert asked <= 8
        clock.time += DAY

    assert len(answered) > 100
    assert changes > len(answered) / 2
    _rests_were_kept(answered)
    with store.read() as connection:
        kept = {card.place: card for card in reviews.cards(connection, "me")}
    assert practice(store, clock).rebuild() == kept


def _rests_were_kept(answered: list[tuple[datetime, Turn, bool, int]]) -> None:
    """After each confident error the card was not asked for a week."""
    errors = 0
    for n, (at, turn, right, level) in enumerate(answered):
        later = [when for when, other, _r, _l in answered[n + 1 :] if other.card == turn.card]
        if not right and level == 3 and later:
            errors += 1
            assert min(later) - at >= 7 * DAY
    assert errors > 3
