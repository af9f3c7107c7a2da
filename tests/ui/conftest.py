"""Windows, stores and sittings for the tests of the screens; real ones, each in its own folder."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.places import data_folder, database
from quizapp.app.sitting import Sitting
from quizapp.quiz import Rules
from quizapp.settings import Settings
from quizapp.store import Store
from quizapp.ui import theme
from quizapp.ui.theme import Theme
from quizapp.ui.window import Window
from tests.taking import begun

Opener = Callable[..., Window]


@pytest.fixture
def calm(qapp: QApplication) -> Iterator[None]:
    """The light look in which nothing moves; the usual one again afterwards."""
    look = Theme.of("light", motion=False)
    if theme.current() != look or not qapp.styleSheet():
        theme.apply(qapp, look)
    yield
    if theme.current() != look:
        theme.apply(qapp, look)


@pytest.fixture
def folder(data_folder: Path) -> Path:
    """The user's data folder, made and writable."""
    return use(data_folder)


def use(path: Path) -> Path:
    """The data folder as the program finds it at its start."""
    return data_folder({"QUIZAPP_DATA": str(path)})


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """The database in the data folder."""
    opened = Store(database(folder), busy_ms=200)
    yield opened
    opened.close()


@pytest.fixture
def practice(store: Store) -> Sitting:
    """A fresh attempt at the example bank, with feedback at once."""
    return begun(store)


@pytest.fixture
def exam(store: Store) -> Sitting:
    """A fresh attempt at the example bank, with feedback after handing in."""
    return begun(store, rules=Rules.test())


@pytest.fixture
def open_window(qtbot: QtBot, calm: None, folder: Path) -> Iterator[Opener]:
    """Opens the window as the program does, and waits until home can be used."""
    opened: list[Window] = []

    def open_(*, bank: Path | None = None, **settings: object) -> Window:
        given = Settings(first_start_done=True)
        window = Window(folder, replace(given, **settings))  # type: ignore[arg-type]  # by name
        opened.append(window)
        with qtbot.waitSignal(window.usable):
            window.show()
            window.activateWindow()
            window.open_work(bank)
        qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()
        return window

    yield open_
    for window in opened:
        window.close()
        window.deleteLater()
