"""Nothing cut and nothing overlapping in the kinds that are typed, placed and put in order."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.ui import theme
from quizapp.ui.player.player import Player
from quizapp.ui.theme import Theme
from tests.ui.test_layout import LOOKS, SIZES, faults

ITEMS = ("who-what", "chain", "of-whom", "how-many", "gaps", "too-far")
WRONG = {
    "who-what": ("slow line", "permit report"),
    "chain": ("asked-again", "asked", "told", "withdrawn"),
    "of-whom": ("a dekhand",),
    "how-many": ("1100 ships",),
    "gaps": ("who=the chair of the council",),
    "too-far": ("deckhand",),
}


@pytest.fixture
def wear(qapp: QApplication) -> Iterator[Callable[[str, float], None]]:
    """Puts a look on the program, and the usual one back."""
    yield lambda name, scale: theme.apply(qapp, Theme.of(name, scale, motion=False))
    theme.apply(qapp, Theme.of("light", motion=False))


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize(("look", "scale", "size"), LOOKS)
def test_nothing_is_cut_and_nothing_overlaps(
    qtbot: QtBot,
    sitting: Sitting,
    wear: Callable[[str, float], None],
    item: str,
    checked: bool,
    look: str,
    scale: float,
    size: str,
) -> None:
    """Question and feedback can be read, on a small screen with large text too."""
    wear(look, scale)
    sitting.answer(item, WRONG[item], 3)
    if checked:
        sitting.check(item)
    sitting.go(item)
    player = Player(sitting)
    qtbot.addWidget(player)
    player.resize(*SIZES[size])
    player.show()
    for _times in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()

    assert faults(player) == {}
