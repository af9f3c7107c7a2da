"""Settings: chosen by keyboard, in force at once, and still there after a restart."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.library import shipped
from quizapp.app.places import settings_file
from quizapp.settings import Settings, load
from quizapp.ui import theme
from quizapp.ui.home.navigation import PLACES
from quizapp.ui.home.settings_page import SettingsPage
from quizapp.ui.home.start import StartPage
from quizapp.ui.tokens import Theme
from quizapp.ui.widgets.confidence import ConfidenceBar
from quizapp.ui.window import Window, apply_look
from tests.ui.conftest import Opener
from tests.ui.hands import Key, button, press, push, seen

pytestmark = pytest.mark.usefixtures("calm")


def settings_of(window: Window) -> SettingsPage:
    """The settings, opened by keyboard from home."""
    button(window, "Home").setFocus()
    for _place in PLACES:
        press(window, Key.Key_Down)
        if seen(window, SettingsPage):
            break
    return seen(window, SettingsPage)[0]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("Dark", Settings(theme="dark")),
        ("High contrast", Settings(theme="high_contrast")),
        ("150 %", Settings(text_scale=1.5)),
        ("OpenDyslexic", Settings(reading_font="dyslexic")),
        ("Ask in five levels", Settings(levels=5)),
        ("Do not ask", Settings(confidence=False)),
        ("Nothing moves", Settings(reduced_motion=True)),
    ],
)
def test_a_choice_is_reported_as_settings(qtbot: QtBot, choice: str, expected: Settings) -> None:
    """One key changes one thing."""
    page = SettingsPage(Settings())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()

    with qtbot.waitSignal(page.changed) as signal:
        push(page, choice)

    assert signal.args == [expected]


@pytest.mark.parametrize(
    ("choice", "look"),
    [
        ("Dark", Theme.of("dark")),
        ("High contrast", Theme.of("high_contrast")),
        ("200 %", Theme.of("light", 2.0)),
        ("OpenDyslexic", Theme.of("light", dyslexic=True)),
        ("Nothing moves", Theme.of("light", motion=False)),
    ],
)
def test_a_choice_is_seen_at_once_and_after_a_restart(
    open_window: Opener, folder: Path, choice: str, look: Theme
) -> None:
    """The whole window changes with the key, and opens the same way next time."""
    window = open_window(theme="light")
    page = settings_of(window)

    push(page, choice)
    at_once = theme.current()
    window.close()
    apply_look(Settings(theme="light"))
    apply_look(load(settings_file(folder)).settings)

    assert at_once == look
    assert theme.current() == look


def test_a_dark_look_is_dark_in_the_palette_too(open_window: Opener) -> None:
    """Boxes and dialogs of the system follow."""
    window = open_window(theme="light")

    push(settings_of(window), "Dark")

    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    assert ground.lightness() < 60


def test_what_is_set_is_shown_as_chosen(open_window: Opener) -> None:
    """The page says how things are, before and after a change."""
    window = open_window(theme="dark", text_scale=1.25)
    page = settings_of(window)
    before = [
        name for name in ("Dark", "Light", "125 %", "100 %") if button(page, name).isChecked()
    ]

    push(page, "Light")

    assert before == ["Dark", "125 %"]
    assert button(page, "Light").isChecked()
    assert not button(page, "Dark").isChecked()


def test_practice_asks_how_sure_one_is_only_where_that_is_set(
    qtbot: QtBot, open_window: Opener
) -> None:
    """The setting reaches the next quiz."""
    window = open_window()
    push(settings_of(window), "Do not ask")
    window.quiz.open_bank(shipped()[0])
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))

    press(window, Key.Key_Return, Key.Key_Return)

    assert not window.findChildren(ConfidenceBar)
