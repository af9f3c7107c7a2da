"""A small window or large text: article and question become two tabs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.ui import theme
from quizapp.ui.player.player import Player
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.review.review import Review
from quizapp.ui.theme import Theme
from quizapp.ui.widgets.article_text import Place
from quizapp.ui.widgets.progress import ProgressStrip
from tests.ui.hands import Key, press, seen, words

SMALL = (1024, 640)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Text at 200 %, and the usual text again afterwards."""
    theme.apply(qapp, Theme.of("light", 2.0, motion=False))
    yield
    theme.apply(qapp, Theme.of("light", motion=False))


def shown(qtbot: QtBot, sitting: Sitting, item: str, size: tuple[int, int] = SMALL) -> Player:
    """The quiz at an item, in a window of that size."""
    sitting.go(item)
    player = Player(sitting)
    qtbot.addWidget(player)
    player.resize(*size)
    player.show()
    player.activateWindow()
    qtbot.waitUntil(player.isActiveWindow)
    QApplication.processEvents()
    return player


def sides(screen: Player | Review) -> tuple[bool, bool]:
    """Whether the article and the question can be seen."""
    return screen.article.isVisible(), any(p.isVisible() for p in seen(screen, QuestionPane))


def tabs(screen: Player | Review) -> list[str]:
    """The names of the tabs that are shown."""
    names = [b.accessibleName() for b in seen(screen, QAbstractButton)]
    return [name for name in names if name in ("Article", "Question")]


def test_at_usual_size_both_are_there(qtbot: QtBot, calm: None, practice: Sitting) -> None:
    """Where there is room nobody has to turn a page."""
    player = shown(qtbot, practice, "how-permit")

    assert sides(player) == (True, True)
    assert tabs(player) == []


@pytest.mark.parametrize(("size", "scale"), [((1024, 640), 2.0), ((880, 700), 1.0)])
def test_where_there_is_no_room_e_and_q_turn_the_page(
    qtbot: QtBot, qapp: QApplication, calm: None, practice: Sitting, size: tuple[int, int],
    scale: float,
) -> None:  # fmt: skip
    """One key to the article, one back."""
    theme.apply(qapp, Theme.of("light", scale, motion=False))
    player = shown(qtbot, practice, "how-permit", size)
    at_first = sides(player)

    press(player, Key.Key_E)
    reading = sides(player)
    press(player, Key.Key_Q)

    assert tabs(player) == ["Article", "Question"]
    assert (at_first, reading, sides(player)) == ((False, True), (True, False), (False, True))


def test_marks_are_made_and_kept_across_the_tabs(
    qtbot: QtBot, large: None, practice: Sitting
) -> None:
    """Marking works as it does beside the question."""
    player = shown(qtbot, practice, "how-date")

    press(player, Key.Key_5, Key.Key_E, Key.Key_Home, Key.Key_Down, Key.Key_Space, Key.Key_Q)
    press(player, Key.Key_C, Key.Key_1, Key.Key_Return)
    told = words(player)
    press(player, Key.Key_E)

    assert practice.attempt.answers["how-date"].response == ("standing:unknown", "p1s2")
    assert "The standing is right, the words are not" in told
    assert player.article.isVisible()
    assert player.article._shown.highlights


def test_the_words_that_show_it_are_one_key_away(
    qtbot: QtBot, large: None, practice: Sitting
) -> None:
    """The link in the feedback turns to the article, and shows the place."""
    player = shown(qtbot, practice, "how-date")
    press(player, Key.Key_5, Key.Key_N, Key.Key_C, Key.Key_1, Key.Key_Return)
    links = [
        b for b in seen(player, QAbstractButton) if b.accessibleName() == "Show in the article"
    ]

    links[0].setFocus()
    press(player, Key.Key_Space)

    assert sides(player) == (True, False)


def test_a_wider_window_brings_both_back(qtbot: QtBot, calm: None, practice: Sitting) -> None:
    """Tabs come and go with the room, and nothing that was answered goes with them."""
    player = shown(qtbot, practice, "how-permit", (800, 640))
    press(player, Key.Key_1)
    narrow = sides(player)

    player.resize(1280, 800)
    QApplication.processEvents()

    assert (narrow, sides(player)) == ((False, True), (True, True))
    assert not tabs(player)
    assert seen(player, ProgressStrip)
    assert practice.attempt.answers["how-permit"].response == ("confirmed",)


def test_larger_text_makes_tabs_at_once(
    qtbot: QtBot, qapp: QApplication, calm: None, practice: Sitting
) -> None:
    """The look changes in the middle of a quiz, and the screen with it."""
    player = shown(qtbot, practice, "how-permit")
    before = tabs(player)

    theme.apply(qapp, Theme.of("light", 2.0, motion=False))
    QApplication.processEvents()

    assert before == []
    assert tabs(player) == ["Article", "Question"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("item", ["how-permit", "how-rudder", "who", "show-jobs"])
def test_a_question_fits_a_small_window_without_scrolling(
    qtbot: QtBot, qapp: QApplication, calm: None, practice: Sitting, item: str, scale: float
) -> None:
    """All that can be chosen can be seen at 1024 × 640."""
    theme.apply(qapp, Theme.of("light", scale, motion=False))

    player = shown(qtbot, practice, item)

    areas = [a for a in seen(player, QScrollArea) if isinstance(a.widget(), QuestionPane)]
    assert [a.verticalScrollBar().maximum() for a in areas] == [0]


def in_view(player: Player, part: QWidget) -> bool:
    """Whether a part of the question can be seen without scrolling."""
    area = next(a for a in seen(player, QScrollArea) if isinstance(a.widget(), QuestionPane))
    top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + part.height() <= area.viewport().height()


def focus() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_has_the_keyboard_is_always_in_view(
    qtbot: QtBot, qapp: QApplication, calm: None, practice: Sitting, scale: float
) -> None:
    """Arrows, digits and C scroll along, on a small screen with large text too."""
    theme.apply(qapp, Theme.of("light", scale, motion=False))
    player = shown(qtbot, practice, "sort", (1024, 560))
    found = []

    for key in (Key.Key_Down, *[Key.Key_1] * 5, Key.Key_C, Key.Key_2):
        press(player, key)
        found.append(in_view(player, focus()))

    assert len(practice.attempt.answers["sort"].response) == 4
    assert practice.attempt.answers["sort"].confidence == 2
    assert all(found)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((Key.Key_1, Key.Key_Return), "Put every line on a side."),
        ((*[Key.Key_1] * 4, Key.Key_Return), "Say how sure you are"),
    ],
)
def test_what_is_missing_is_said_in_view(
    qtbot: QtBot, calm: None, practice: Sitting, keys: tuple[Qt.Key, ...], said: str
) -> None:
    """A hint below the edge of the window would be no hint."""
    player = shown(qtbot, practice, "sort", (1024, 560))

    press(player, *keys)
    QApplication.processEvents()

    hints = [label for label in seen(player, QLabel) if label.text().startswith(said)]
    assert [in_view(player, hint) for hint in hints] == [True]


def test_the_review_has_the_same_tabs(qtbot: QtBot, large: None, exam: Sitting) -> None:
    """Looking back works in a small window too."""
    exam.submit()
    review = Review(exam, 3)
    qtbot.addWidget(review)
    review.resize(*SMALL)
    review.show()
    review.activateWindow()
    qtbot.waitUntil(review.isActiveWindow)

    press(review, Key.Key_E)
    reading = sides(review)
    press(review, Key.Key_Q, Key.Key_Right)

    assert reading == (True, False)
    assert sides(review) == (False, True)
    assert "5 of 13" in words(review)


@pytest.mark.usefixtures("large")
def test_the_article_opens_at_the_words_that_show_it(qtbot: QtBot, practice: Sitting) -> None:
    """Behind its tab the article has no size yet; the words are in view all the same."""
    practice.answer("how-permit", ("confirmed",), None)
    practice.check("how-permit")
    player = shown(qtbot, practice, "how-permit")

    press(player, Key.Key_E)
    QApplication.processEvents()

    pane = player.article
    found = pane._shown.highlights[0]
    place = Place(found.paragraph, found.start, found.end)
    assert pane._rects(place)
    assert pane._target(place) is None  # nothing is left to scroll
