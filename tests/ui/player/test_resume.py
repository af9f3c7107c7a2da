"""Going on where one stopped: the window is closed in the middle and opened again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.store import Store
from quizapp.ui.player.feedback_view import FeedbackView
from quizapp.ui.player.player import Player
from quizapp.ui.widgets.confidence import ConfidenceBar
from quizapp.ui.widgets.option_list import OptionList
from quizapp.ui.widgets.progress import ProgressStrip
from quizapp.ui.widgets.sorter import Sorter
from tests.taking import Clock
from tests.ui.conftest import Opener
from tests.ui.hands import Key, options, press, push, seen, words
from tests.ui.player.conftest import Shower


def again(show: Shower, player: Player, store: Store) -> Player:
    """The same attempt on a new screen, from what the file holds."""
    player.close()
    return show(Sitting.resume("a1", store, Clock()))


def chosen(player: Player) -> list[str]:
    """The words of every option that is shown as chosen."""
    buttons = [b for one in seen(player, OptionList) for b in seen(one, QAbstractButton)]
    return [b.accessibleName() for b in buttons if b.isChecked()]


def test_the_same_question_is_on_the_screen_with_the_same_order_and_choice(
    show: Shower, practice: Sitting, store: Store
) -> None:
    """After a power cut nothing looks different."""
    player = show(practice, "named")
    press(player, Key.Key_1, Key.Key_3, Key.Key_C, Key.Key_2)
    before = (options(player), chosen(player))

    player = again(show, player, store)

    assert (options(player), chosen(player)) == before
    assert len(before[1]) == 2
    assert "Which of these speak about the rudder?" in words(player)
    assert seen(player, ConfidenceBar)[0].level() == 2


@pytest.mark.parametrize("seed", range(4))
def test_options_keep_the_order_that_was_drawn(
    show: Shower, practice: Sitting, store: Store, seed: int
) -> None:
    """Whatever was drawn for the attempt stays, item after item."""
    player = show(practice, ("who", "named", "how-far", "sort")[seed])
    item = practice.current
    before = options(player) or [s.accessibleName() for s in seen(player, Sorter)]

    player = again(show, player, store)

    assert practice.order(item.id)
    assert (options(player) or [s.accessibleName() for s in seen(player, Sorter)]) == before


def test_marks_in_the_article_are_there_again(
    show: Shower, practice: Sitting, store: Store
) -> None:
    """What was marked by sentence is marked still, and counts on."""
    player = show(practice, "how-date")
    press(player, Key.Key_5, Key.Key_E, Key.Key_End, Key.Key_Space, Key.Key_Up, Key.Key_Space)
    marks = player.article.marks()

    player = again(show, player, store)
    shown = player.article.marks()
    press(player, Key.Key_E, Key.Key_Home, Key.Key_Space)

    assert shown == marks
    assert len(marks) == 2
    assert player.article.marks() == ("p1s1", *marks)


def test_words_marked_in_the_article_are_there_again(
    show: Shower, practice: Sitting, store: Store
) -> None:
    """The same for marks by words."""
    player = show(practice, "show-sold")
    press(player, Key.Key_E, Key.Key_Home, Key.Key_Right, Key.Key_Space)
    marks = player.article.marks()

    player = again(show, player, store)

    assert marks == ("p1:4-9",)
    assert player.article.marks() == marks


def test_nothing_shows_it_stays_chosen(show: Shower, practice: Sitting, store: Store) -> None:
    """An answer that is not a mark comes back too."""
    player = show(practice, "show-jobs")
    press(player, Key.Key_N)

    player = again(show, player, store)

    assert chosen(player) == ["Nothing in the article shows it"]
    assert player.article.marks() == ()


def test_sides_stay_where_they_were_put(show: Shower, practice: Sitting, store: Store) -> None:
    """Half a sorting is kept as well."""
    player = show(practice, "sort")
    press(player, Key.Key_Down, Key.Key_2, Key.Key_Down, Key.Key_4)
    before = seen(player, Sorter)[0].pairs()

    player = again(show, player, store)

    assert len(before) == 2
    assert seen(player, Sorter)[0].pairs() == before


def test_feedback_that_was_shown_is_shown_again_and_the_answer_stands(
    show: Shower, practice: Sitting, store: Store
) -> None:
    """Closing the window is no way to a second try."""
    player = show(practice, "how-permit")
    press(player, Key.Key_2, Key.Key_C, Key.Key_1, Key.Key_Return)
    told = words(seen(player, FeedbackView)[0])

    player = again(show, player, store)
    press(player, Key.Key_1)

    assert words(seen(player, FeedbackView)[0]) == told
    assert player._sitting.attempt.answers["how-permit"].response == ("asserted",)


def test_flags_and_progress_are_there_again(show: Shower, practice: Sitting, store: Store) -> None:
    """The strip in the bar says the same as before."""
    player = show(practice, "who")
    press(player, Key.Key_F, Key.Key_1)
    said = seen(player, ProgressStrip)[0].accessibleDescription()

    player = again(show, player, store)

    assert seen(player, ProgressStrip)[0].accessibleDescription() == said
    assert "1 answered, 1 flagged" in said
    assert "Flagged" in [b.accessibleName() for b in seen(player, QAbstractButton)]


def test_home_leads_back_to_where_one_left_off(
    qtbot: QtBot, open_window: Opener, folder: Path
) -> None:
    """Close the window, open it again, press one key: the same question."""
    window = open_window(first_start_done=False)
    push(window, "Start")
    press(window, Key.Key_1)
    before = words(seen(window, Player)[0])
    window.close()

    window = open_window()
    said = words(window)
    press(window, Key.Key_Return)

    assert "Where you left off" in said
    player = seen(window, Player)[0]
    assert words(player) == before.replace("\nSaved", "")
