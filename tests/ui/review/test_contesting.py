"""A reader disagrees with a key, in the window."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from quizapp.app import contests
from quizapp.app.sitting import Sitting
from quizapp.claims import Standing
from quizapp.store import Store
from quizapp.ui.player.player import Player
from quizapp.ui.review.contesting import Contesting
from quizapp.ui.review.review import Review
from tests.taking import Clock
from tests.ui.hands import Key, press, push, words

pytestmark = pytest.mark.usefixtures("calm")


@pytest.fixture
def screen(qtbot: QtBot, practice: Sitting) -> Contesting:
    """The screen on which the answer to “how-permit”, whose feedback was seen, is contested."""
    practice.answer("how-permit", ("asserted",), 3)
    practice.check("how-permit")
    shown = Contesting(practice, "how-permit")
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    return shown


def reason(screen: Contesting) -> QPlainTextEdit:
    """The field for the reason."""
    (field,) = screen.findChildren(QPlainTextEdit)
    return field


def test_words_a_standing_and_a_reason_are_kept(
    qtbot: QtBot, screen: Contesting, practice: Sitting, store: Store
) -> None:
    """Whoever decides gets the three things that a contest rests on, as the reader gave them."""
    press(screen, Key.Key_2)
    screen.show_article()
    press(screen, Key.Key_Home)
    press(screen, Key.Key_Space)
    reason(screen).setPlainText("It is only said.")
    with qtbot.waitSignal(screen.left):
        push(screen, "Contest the key")

    (kept,) = contests.of_attempt(store, practice.attempt.id)
    assert (kept.item, kept.standing, kept.sentences) == ("how-permit", "asserted", ("p1s1",))
    assert kept.reason == "It is only said."


def test_enter_says_what_is_missing_and_then_keeps(
    qtbot: QtBot, screen: Contesting, practice: Sitting, store: Store
) -> None:
    """Enter is the next step here as on every screen."""
    press(screen, Key.Key_2, Key.Key_Return)
    told = words(screen)
    press(screen, Key.Key_N)
    reason(screen).setPlainText("It is only said.")
    with qtbot.waitSignal(screen.left):
        press(screen, Key.Key_Return)

    assert "Mark the sentences that show it" in told
    assert len(contests.of_attempt(store, practice.attempt.id)) == 1


@pytest.mark.parametrize(
    ("standing", "mark", "because", "wanted"),
    [
        (False, True, "Because.", "Choose how it stands"),
        (True, False, "Because.", "Mark the sentences that show it"),
        (True, True, "  ", "Give your reason"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_kept(
    screen: Contesting, practice: Sitting, store: Store, standing: bool, mark: bool, because: str,
    wanted: str,
) -> None:  # fmt: skip
    """Half a contest helps nobody; the reader learns what is wanted."""
    if standing:
        press(screen, Key.Key_2)
    if mark:
        press(screen, Key.Key_N)
    reason(screen).setPlainText(because)
    push(screen, "Contest the key")

    assert wanted in words(screen)
    assert contests.of_attempt(store, practice.attempt.id) == ()


def test_escape_takes_no_reason_away(qtbot: QtBot, screen: Contesting) -> None:
    """A slip of a finger costs no words; with nothing written it leads back."""
    reason(screen).setPlainText("It is only said.")
    with qtbot.assertNotEmitted(screen.left):
        press(screen, Key.Key_Escape)
    assert reason(screen).toPlainText() == "It is only said."

    reason(screen).clear()
    with qtbot.waitSignal(screen.left):
        press(screen, Key.Key_Escape)


def test_a_contest_and_its_answer_stand_over_the_feedback(
    qtbot: QtBot, practice: Sitting, store: Store
) -> None:
    """The reader sees what became of it, and cannot file it twice."""
    practice.answer("how-permit", ("asserted",), 3)
    practice.check("how-permit")
    practice.contest("how-permit", ("p1s1",), Standing.ASSERTED, "Only said.", "c1")
    practice.submit()
    contests.decide(store, practice.bank.id, "c1", "declined", "Look who speaks.", Clock()())
    place = [item.id for item in practice.counted].index("how-permit")
    after = Review(practice, place)
    qtbot.addWidget(after)
    after.show()

    assert "Your contest was declined.\n" in words(after)
    assert "Look who speaks." in words(after)
    assert after._contest.isHidden()


def test_the_quiz_leads_to_a_contest_only_once_feedback_is_there(
    qtbot: QtBot, practice: Sitting
) -> None:
    """Nobody contests a key that they have not seen."""
    practice.answer("how-permit", ("asserted",), 3)
    player = Player(practice)
    qtbot.addWidget(player)
    player.show()
    assert player._contest.isHidden()
    player.proceed()

    with qtbot.waitSignal(player.contest_wanted) as wanted:
        player._contest.click()
    assert wanted.args == ["how-permit"]
