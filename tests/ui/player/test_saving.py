"""What the word in the bar promises, and what happens where the disk does not keep up."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from quizapp.app.sitting import Sitting
from quizapp.quiz import Attempt
from quizapp.store import Store, attempts
from quizapp.ui.player.player import Player
from quizapp.ui.player.saved import SavedMark
from quizapp.ui.widgets.label import Label
from tests.taking import Clock
from tests.ui.hands import Key, button, press, push, words
from tests.ui.player.conftest import Shower


def on_disk(store: Store, attempt: str = "a1") -> Attempt:
    """The attempt as somebody else finds it in the file."""
    with closing(Store(store.path)) as other, other.read() as connection:
        found = attempts.load(connection, attempt)
    assert found is not None
    return found[0]


class Witness(QObject):
    """Looks into the file at the moment when a word comes onto the screen."""

    def __init__(self, word: Label, store: Store) -> None:
        super().__init__()
        self.word, self.store = word, store
        self.saw: list[tuple[str, dict[str, tuple[str, ...]]]] = []
        word.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show:
            answers = on_disk(self.store).answers
            given = {id_: answer.response for id_, answer in answers.items()}
            self.saw.append((self.word.text(), given))
        return False


def test_an_answer_is_in_the_file_before_the_word_saved_is_shown(
    show: Shower, practice: Sitting, store: Store
) -> None:
    """Closing the lid as soon as "Saved" appears loses nothing."""
    player = show(practice, "whole")
    before = words(player)
    witness = Witness(saved_word(player), store)

    press(player, Key.Key_2)

    assert "Saved" not in before
    assert witness.saw == [("Saved", {"whole": ("false",)})]


def test_an_answer_that_is_taken_back_is_gone_from_the_file_too(
    show: Shower, practice: Sitting, store: Store
) -> None:
    """Leaving a question blank after all is an answer as well."""
    player = show(practice, "named")
    press(player, Key.Key_1)
    before = on_disk(store).answers

    press(player, Key.Key_1)

    assert "named" in before
    assert on_disk(store).answers == {}
    assert button(player, "Continue").isEnabled()


def test_how_sure_one_is_alone_is_no_answer(show: Shower, practice: Sitting, store: Store) -> None:
    """It is kept with the answer, once there is one."""
    player = show(practice, "whole")

    press(player, Key.Key_C, Key.Key_3)
    alone = on_disk(store).answers
    player.setFocus()
    press(player, Key.Key_2)

    assert alone == {}
    assert on_disk(store).answers["whole"].confidence == 3


def saved_word(player: Player) -> Label:
    """The label that says whether the last answer is on disk."""
    mark = player.findChildren(SavedMark)[0]
    return mark.findChildren(Label)[-1]


@pytest.fixture
def full(practice: Sitting, store: Store) -> Iterator[Store]:
    """A store on a disk without room for anything more."""
    with store.read() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count={pages}"))
    yield store
    free(store)


def free(store: Store) -> None:
    """Make room on the disk."""
    with store.read() as connection:
        connection.execute(text("PRAGMA max_page_count=1000000"))


def fill(player: Player) -> None:
    """Change the answer until the disk has no room for another entry."""
    for _times in range(100):
        press(player, Key.Key_1)
        if "Not saved" in words(player):
            return
        press(player, Key.Key_2)
        if "Not saved" in words(player):
            return
    raise AssertionError("the disk was not filled")


def test_a_full_disk_is_said_and_the_attempt_stays_what_the_disk_holds(
    show: Shower, practice: Sitting, full: Store
) -> None:
    """The screen never claims more than is kept, and says what to do about it."""
    player = show(practice, "whole")

    fill(player)

    assert on_disk(full).answers == practice.attempt.answers
    assert "Free some space" in words(player)
    assert "Saved" not in words(player).split("\n")
    assert button(player, "Try again").isEnabled()


def test_after_room_was_made_one_key_saves_what_was_not_saved(
    show: Shower, practice: Sitting, full: Store
) -> None:
    """The answer that did not fit is not lost: it is the one that is saved then."""
    player = show(practice, "whole")
    fill(player)
    kept = practice.attempt.answers["whole"].response
    free(full)

    push(player, "Try again")

    assert on_disk(full).answers["whole"].response == other(kept)
    assert practice.attempt.answers == on_disk(full).answers
    assert "Saved" in words(player).split("\n")
    assert "Free some space" not in words(player)


def other(response: tuple[str, ...]) -> tuple[str, ...]:
    """The other of the two answers."""
    return ("false",) if response == ("true",) else ("true",)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Backspace, Key.Key_F])
def test_whatever_comes_next_an_answer_that_was_not_saved_goes_first(
    show: Shower, practice: Sitting, full: Store, key: Key
) -> None:
    """Going on without a look at the bar does not leave the older answer standing."""
    player = show(practice, "whole")
    fill(player)
    kept = practice.attempt.answers["whole"].response
    free(full)

    press(player, key)

    assert on_disk(full).answers["whole"].response == other(kept)
    assert "Saved" in words(player).split("\n")


def test_a_hand_in_that_failed_leads_to_the_result_once_there_is_room(
    qtbot: QtBot, show: Shower, practice: Sitting, full: Store
) -> None:
    """Trying again does what was asked, and not only half of it."""
    player = show(practice, "whole")
    fill(player)
    press(player, Key.Key_Return, control=True)
    press(player, Key.Key_Return)
    before, page = practice.submitted, words(player)
    free(full)

    with qtbot.waitSignal(player.handed_in):
        push(player, "Try again")

    assert not before
    assert "Not saved" in page
    assert on_disk(full).submitted is not None
    assert on_disk(full).answers == practice.attempt.answers


def test_an_attempt_that_went_on_elsewhere_is_not_overwritten(
    show: Shower, practice: Sitting, store: Store
) -> None:
    """Two windows at one attempt never mix their answers; the older one says what to do."""
    player = show(practice, "whole")
    elsewhere = Sitting.resume("a1", store, Clock())
    elsewhere.answer("whole", ("false",), 2)

    press(player, Key.Key_1)

    assert "continued in another window" in words(player)
    assert on_disk(store).answers["whole"].response == ("false",)
    assert practice.attempt.answers == {}


def test_leaving_with_an_answer_that_was_not_saved_saves_it_where_it_can(
    qtbot: QtBot, show: Shower, practice: Sitting, full: Store
) -> None:
    """The way home is one more try."""
    player = show(practice, "whole")
    fill(player)
    kept = practice.attempt.answers["whole"].response
    free(full)

    with qtbot.waitSignal(player.left):
        push(player, "Home")

    assert on_disk(full).answers["whole"].response == other(kept)
