"""A bank on paper, from its page in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from quizapp.ui.home.paper_button import PaperButton
from quizapp.ui.home.start import StartPage
from tests.drawing.pages import texts
from tests.examples import FERRY
from tests.ui.conftest import Opener
from tests.ui.hands import words

pytestmark = pytest.mark.usefixtures("calm")


@pytest.mark.parametrize(
    ("entry", "first"),
    [("Test as PDF …", "The ferry that stayed Name"), ("Key to form A …", "Key The ferry")],
)
def test_a_test_or_its_key_is_saved_from_the_page_of_the_bank(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, entry: str, first: str
) -> None:
    """The menu names what there is, and a quiet line says where it went."""
    window = open_window(bank=FERRY)
    qtbot.waitUntil(lambda: isinstance(window.screen_shown, StartPage))
    page = window.screen_shown
    assert isinstance(page, StartPage)
    button = page.findChild(PaperButton)
    assert isinstance(button, PaperButton)
    button.click()
    (menu,) = button.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == entry).trigger()
    menu.close()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)

    dialog.fileSelected.emit(str(tmp_path / "paper.pdf"))
    dialog.close()

    qtbot.waitUntil(lambda: "Saved as paper.pdf" in words(page))
    assert texts((tmp_path / "paper.pdf").read_bytes())[0].startswith(first)
