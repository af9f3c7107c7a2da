"""A sitting on the screen."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.ui.player.player import Player

Shower = Callable[..., Player]


@pytest.fixture
def show(qtbot: QtBot, calm: None) -> Shower:
    """Shows a sitting, at one of its items if asked, and gives it the keyboard."""

    def show_(sitting: Sitting, item: str = "", width: int = 1280, height: int = 800) -> Player:
        if item:
            sitting.go(item)
        player = Player(sitting)
        qtbot.addWidget(player)
        player.resize(width, height)
        player.show()
        player.activateWindow()
        qtbot.waitUntil(player.isActiveWindow)
        player.setFocus()
        return player

    return show_
