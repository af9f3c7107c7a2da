"""Icons are there, take the colour asked for, and are drawn sharp."""

import re

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from quizapp import resources
from quizapp.ui import icons, standings


def _inks(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_takes_the_colour_it_is_asked_for(qapp: QApplication) -> None:
    """Icons follow the look."""
    assert _inks(icons.pixmap("ban", "#B3261E", 48)) == {"#b3261e"}


def test_an_icon_has_as_many_pixels_as_the_screen(qapp: QApplication) -> None:
    """On a dense screen an icon is as large and twice as sharp."""
    sharp = icons.pixmap("check", "#000000", 18, ratio=2.0)

    assert (sharp.width(), sharp.devicePixelRatio()) == (36, 2.0)


@pytest.mark.parametrize("name", [*icons.STANDING_ICONS.values(), *icons.KIND_ICONS.values()])
def test_every_standing_and_kind_has_its_icon(qapp: QApplication, name: str) -> None:
    """No empty place where an icon should be."""
    assert _inks(icons.pixmap(name, "#000000", 48)) == {"#000000"}


def test_every_standing_has_an_icon_of_its_own() -> None:
    """The icon alone tells the standing."""
    assert len({standings.icon(s) for s in standings.ORDER}) == len(standings.ORDER) == 7


def test_the_program_has_an_icon(qapp: QApplication) -> None:
    """The window list shows more than a blank square."""
    assert len(icons.app_icon().availableSizes()) == 5


def test_each_icon_can_be_coloured() -> None:
    """No icon came with a colour of its own, but the program's and the arrows of fields."""
    for path in resources.path("assets/icons").glob("*.svg"):
        if path.stem != "quizapp" and not re.match(r"arrow-(light|dark|high)", path.stem):
            assert "currentColor" in path.read_text("utf-8"), path.name
