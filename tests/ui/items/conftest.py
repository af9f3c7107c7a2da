"""The quiz at an item that is typed, placed or put in order."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.quiz import Rules
from quizapp.store import Store
from quizapp.ui.player.player import Player
from tests.kinds import kinds
from tests.taking import Clock

Opens = Callable[[str], Player]


@pytest.fixture
def sitting(store: Store) -> Sitting:
    """A fresh attempt at the bank of these kinds."""
    return Sitting.begin(kinds(), Rules.practice(), store, Clock(), 7, "a1", "me")


@pytest.fixture
def quiz(qtbot: QtBot, calm: None, sitting: Sitting) -> Opens:
    """Opens the quiz at an item, as the reader comes to it."""

    def open_(item: str) -> Player:
        sitting.go(item)
        player = Player(sitting)
        qtbot.addWidget(player)
        player.resize(1280, 800)
        player.show()
        player.activateWindow()
        qtbot.waitUntil(player.isActiveWindow)
        player.show_item()
        QApplication.processEvents()
        return player

    return open_


def answered(sitting: Sitting, item: str) -> tuple[str, ...]:
    """What is saved as the answer to an item; empty where there is none."""
    answer = sitting.attempt.answers.get(item)
    return answer.response if answer else ()
