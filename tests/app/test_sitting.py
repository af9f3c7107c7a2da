"""A sitting at a real database."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.sitting import Sitting, unfinished
from quizapp.bank import examine
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.store import Store, StoreError, attempts
from tests.databases import fill_disk, make_room
from tests.examples import TEXT, beside, ferry
from tests.taking import Clock, begun


def test_a_quiz_goes_on_where_it_was_left_with_the_same_order_of_options(store: Store) -> None:
    """Closing the lid in the middle changes nothing that the reader sees."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",), 3)
    sitting.go("how-far")
    sitting.flag("named", True)

    with closing(Store(store.home)) as opened:
        again = Sitting.resume("a1", opened, Clock())

    assert again.attempt == sitting.attempt
    assert again.current.id == "how-far"
    assert [again.order(i.id) for i in again.items] == [sitting.order(i.id) for i in sitting.items]


def test_the_options_are_drawn_anew_for_another_attempt(store: Store) -> None:
    """Whoever practises twice learns the answer, not its place."""
    orders = {
        Sitting.begin(ferry(), Rules.practice(), store, Clock(), n, f"a{n}", "me").order("sort")
        for n in range(12)
    }

    assert len(orders) > 3


def test_answering_puts_the_item_on_the_screen(store: Store) -> None:
    """After a crash the reader is where they last did something."""
    sitting = begun(store)

    sitting.answer("how-far", ("taken",))

    assert Sitting.resume("a1", store, Clock()).current.id == "how-far"


def test_a_full_disk_leaves_the_attempt_what_the_disk_holds(store: Store) -> None:
    """An answer that could not be saved does not show as given."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",))
    fill_disk(store)

    with pytest.raises(StoreError, match="full"):
        sitting.answer("named", ("x" * 100_000,))

    assert sitting.attempt.answers.keys() == {"who"}
    with store.read() as connection:
        found = attempts.load(connection, "a1")
    assert found is not None
    assert found[0] == sitting.attempt


def test_after_a_full_disk_the_quiz_goes_on_once_there_is_room(store: Store) -> None:
    """A refused answer can be given again, without starting the program anew."""
    sitting = begun(store)
    fill_disk(store)
    with pytest.raises(StoreError):
        sitting.answer("named", ("x" * 100_000,))
    make_room(store)

    sitting.answer("named", ("line", "union"))

    assert sitting.attempt.answers["named"].response == ("line", "union")


def test_a_bank_that_is_edited_or_gone_leaves_the_attempt_alone(
    store: Store, tmp_path: Path
) -> None:
    """A teacher may tidy up while somebody is in the middle of a quiz."""
    file = tmp_path / "bank.nt"
    file.write_text(TEXT, "utf-8")
    bank = examine(file.read_bytes(), "bank.nt", beside).bank
    assert bank is not None
    Sitting.begin(bank, Rules.practice(), store, Clock(), 7, "a1", "me")
    file.unlink()

    again = Sitting.resume("a1", store, Clock())
    again.answer("who", ("harbour",))

    assert again.bank == bank
    assert again.submit().score.right == 1


def test_feedback_comes_once_the_answer_stands(store: Store) -> None:
    """Nobody sees the key first and answers then."""
    sitting = begun(store)
    sitting.answer("who", ("line",))
    with pytest.raises(ValueError, match="does not stand"):
        sitting.feedback("who")

    told = sitting.check("who")

    assert not told.right
    assert told == sitting.feedback("who") == sitting.check("who")
    with pytest.raises(ValueError, match="feedback on who was shown"):
        sitting.answer("who", ("harbour",))


def test_a_test_keeps_its_feedback_for_the_end(store: Store) -> None:
    """In a test an answer can be changed until it is handed in."""
    sitting = begun(store, rules=Rules.test())
    sitting.answer("who", ("line",))
    with pytest.raises(ValueError, match="before handing in"):
        sitting.check("who")

    sitting.answer("who", ("harbour",))
    result = sitting.submit()

    assert result.score.right == 1
    assert sitting.feedback("who").right
    assert sitting.feedback("named").verdict == "Left blank"


def test_handing_in_names_the_blanks_first(store: Store) -> None:
    """Nobody hands in an empty page without being told."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",))
    sitting.answer("named", ("line",))
    sitting.clear("named")

    scored = [item.id for item in sitting.items if item.scored]

    assert sitting.blanks() == tuple(id_ for id_ in scored if id_ != "who")


def test_after_handing_in_nothing_changes(store: Store) -> None:
    """A result that was shown stays true."""
    sitting = begun(store)
    with pytest.raises(ValueError, match="no result"):
        sitting.result()
    sitting.submit()

    for act in (
        lambda: sitting.answer("who", ("harbour",)),
        lambda: sitting.clear("who"),
        sitting.submit,
    ):
        with pytest.raises(ValueError, match="handed in"):
            act()
    assert Sitting.resume("a1", store, Clock()).result() == sitting.result()


def test_a_text_to_read_takes_no_answer(store: Store) -> None:
    """A mistake in a screen never stores an answer to nothing."""
    with pytest.raises(ValueError, match="takes no answer"):
        begun(store).answer("welcome", ("a",))


def test_an_attempt_that_is_not_there_is_named(store: Store) -> None:
    """A mistyped id is answered with where to find the right one."""
    with pytest.raises(QuizappError, match="quizapp results"):
        Sitting.resume("nobody", store, Clock())


def test_a_bank_without_a_question_is_no_quiz(store: Store) -> None:
    """The reader hears what is missing, instead of seeing an empty screen."""
    bank = replace(ferry(), items=ferry().items[:1])
    assert [item.kind for item in bank.items] == ["info"]

    with pytest.raises(QuizappError, match="no question"):
        Sitting.begin(bank, Rules.practice(), store, Clock(), 1, "a1", "me")


def test_the_newest_open_attempt_at_a_bank_is_the_one_to_resume(store: Store) -> None:
    """Whoever began anew does not land in the older attempt."""
    clock = Clock()
    for id_ in ("a1", "a2", "a3"):
        begun(store, id_, clock=clock)
    Sitting.resume("a3", store, clock).submit()

    assert unfinished(store, "me") == {"ferry": "a2"}
    assert unfinished(store, "Ada") == {}


def test_going_where_one_is_writes_nothing(store: Store) -> None:
    """Turning pages back and forth is cheap."""
    sitting = begun(store)
    before = sitting.attempt

    sitting.go(before.at)

    assert sitting.attempt is before
