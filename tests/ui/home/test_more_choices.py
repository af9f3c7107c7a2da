"""What can be chosen before a quiz, beyond practice and test."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.quiz import Rules
from quizapp.ui.home.more_choices import MoreChoices
from quizapp.ui.home.start import StartPage
from tests.examples import ferry
from tests.ui.hands import Key, button, press, push, seen

pytestmark = pytest.mark.usefixtures("calm")


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    """The page of the example bank."""
    shown = StartPage(ferry(), None, confidence=True)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    return shown


def choose(page: StartPage, name: str, words: str) -> None:
    """Choose an entry of a list."""
    (box,) = (one for one in seen(page, QComboBox) if one.accessibleName() == name)
    box.setCurrentIndex(box.findText(words))
    assert box.currentText() == words


def test_the_usual_rules_need_no_look_behind_the_link(qtbot: QtBot, page: StartPage) -> None:
    """Enter begins a practice, as before."""
    with qtbot.waitSignal(page.begin_wanted) as begun:
        press(page, Key.Key_Return)

    assert begun.args == [Rules(confidence=True), None]
    assert seen(page, QComboBox) == []


def test_a_test_with_a_limit_of_a_known_draw(qtbot: QtBot, page: StartPage) -> None:
    """A teacher gives everybody the same number, and so the same questions."""
    press(page, Key.Key_2)
    push(page, "More choices")
    choose(page, "Questions", "5")
    choose(page, "Time", "20 minutes")
    (seed,) = seen(page, QLineEdit)
    seed.setText("417")

    with qtbot.waitSignal(page.begin_wanted) as begun:
        button(page, "Start").click()

    assert begun.args == [
        Rules(feedback="after", confidence=False, count=5, time_limit=1200),
        417,
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("In five levels", Rules(levels=5)),
        ("In three levels", Rules()),
        ("Not asked", Rules(confidence=False)),
    ],
)
def test_how_sure_can_be_asked_otherwise_for_once(
    qtbot: QtBot, page: StartPage, words: str, expected: Rules
) -> None:
    """The settings stay as they are."""
    push(page, "More choices")
    choose(page, "How sure you are", words)

    with qtbot.waitSignal(page.begin_wanted) as begun:
        button(page, "Start").click()

    assert begun.args == [expected, None]


def test_a_closed_article_gives_feedback_at_the_end(qtbot: QtBot, page: StartPage) -> None:
    """What shows the article cannot come before it is opened."""
    push(page, "More choices")
    choose(page, "Article", "Closed until the end")

    with qtbot.waitSignal(page.begin_wanted) as begun:
        button(page, "Start").click()

    assert begun.args == [Rules.pilot(), None]


def test_a_draw_is_a_number(qtbot: QtBot) -> None:
    """Letters are not taken."""
    more = MoreChoices(12)
    qtbot.addWidget(more)
    for key in (Key.Key_4, Key.Key_X, Key.Key_2):
        QTest.keyClick(more._seed, key)

    assert more.seed == 42
