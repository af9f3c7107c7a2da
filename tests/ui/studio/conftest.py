"""The studio over a draft of its own, through the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.studio.studio import Studio
from quizapp.ui.window import Window
from tests.ui.conftest import Opener

ARTICLE = """The night ferry

By Ann Onym
12 March 2026

""" + (Path(__file__).parents[2] / "data" / "ferry" / "article.txt").read_text("utf-8")
Began = Callable[[], tuple[Window, Studio]]


def settled(qtbot: QtBot, studio: Studio) -> None:
    """Wait until everything that was done has been judged, which need not wait for a pause."""
    studio.judging.ask(studio.draft, at_once=True)
    qtbot.waitUntil(
        lambda: (
            not studio.judging.waiting
            and studio.judgement is not None
            and studio.judgement.draft == studio.draft
        ),
        timeout=10_000,
    )
    QApplication.processEvents()


@pytest.fixture
def began(qtbot: QtBot, open_window: Opener) -> Began:
    """Opens the window, and in it the studio on the example’s article, just pasted."""

    def begin() -> tuple[Window, Studio]:
        window = open_window()
        window.studio.begin(ARTICLE)
        studio = window.screen_shown
        assert isinstance(studio, Studio)
        settled(qtbot, studio)
        return window, studio

    return begin
