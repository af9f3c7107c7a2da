"""A figure with its interval on a strip: telling apart, leaning."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from quizapp.drawing.ink import Ink
from quizapp.drawing.strip import paint_strip, strip_height
from quizapp.report import Strip
from quizapp.ui.widgets.picture import Picture


class StripPicture(Picture):
    """One figure on its scale. The table behind it belongs to both strips of a card."""

    def __init__(self, strip: Strip, parent: QWidget | None = None) -> None:
        super().__init__(strip.name, strip.spoken(), ((strip.name, strip.figures),), parent)
        self._strip = strip

    def height_in(self, ink: Ink) -> int:
        return strip_height(ink)

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        paint_strip(painter, rect, ink, self._strip)
