"""What a class chose at one item: two bars for each option, the better readers and the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from quizapp.drawing.ink import RIGHT, Ink, width_of, write
from quizapp.i18n import _

BAR, ICON = 7.0, 16
DrawIcon = Callable[[QPainter, str, float, float, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionBars:
    """One option: shares of the two groups from 0 to 1, and its count and share in words."""

    text: str
    key: bool
    upper: float
    lower: float
    count: str
    icon: str = ""
    color: str = ""
    flagged: bool = False


def options_height(ink: Ink, n: int) -> int:
    """How high the picture of ``n`` options is."""
    return ink.row + 10 + n * row_height(ink)


def row_height(ink: Ink) -> int:
    """How high one option is."""
    return max(34, 2 * ink.row)


def paint_options(
    painter: QPainter,
    rect: QRectF,
    ink: Ink,
    options: Sequence[OptionBars],
    muted: str,
    draw_icon: DrawIcon,
) -> None:
    """Paint the picture into ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icon = round(ICON * ink.row / 16)
    side = icon + 8 if any(one.icon for one in options) else 0
    words = max((width_of(one.text, ink.strong) for one in options), default=0.0)
    left = min(side + words + icon + 14, rect.width() * 0.4)
    right = max((width_of(one.count, ink.figures) for one in options), default=0.0) + 12
    track = QRectF(rect.left() + left, 0, max(40.0, rect.width() - left - right), BAR)
    _paint_key(painter, rect, ink, track.left(), muted)
    y = rect.top() + ink.row + 10
    for one in options:
        middle = y + row_height(ink) / 2
        if one.icon:
            draw_icon(painter, one.icon, rect.left(), middle - icon / 2, icon, one.color)
        font = ink.strong if one.key else ink.small
        place = QRectF(rect.left() + side, middle - ink.row / 2, left - side - icon - 10, ink.row)
        write(painter, one.text, font, ink.text, place)
        if one.key or one.flagged:
            name = "check" if one.key else "triangle-alert"
            x = place.left() + min(width_of(one.text, font), place.width()) + 6
            draw_icon(painter, name, x, middle - icon / 2, icon, ink.text)
        for share, color, top in ((one.upper, ink.accent, -BAR - 1), (one.lower, muted, 1.0)):
            _bar(painter, track.translated(0, middle + top), share, color, ink.track)
        place = QRectF(track.right(), middle - ink.row / 2, right, ink.row)
        write(painter, one.count, ink.figures, ink.text, place, RIGHT)
        y += row_height(ink)


def _paint_key(painter: QPainter, rect: QRectF, ink: Ink, x: float, muted: str) -> None:
    """Which bar is whose."""
    for text, color in ((_("upper 27 %"), ink.accent), (_("lower 27 %"), muted)):
        _bar(painter, QRectF(x, rect.top() + ink.row / 2 - BAR / 2, 18, BAR), 1, color, color)
        width = width_of(text, ink.small) + 2
        write(painter, text, ink.small, ink.text2, QRectF(x + 24, rect.top(), width, ink.row))
        x += 24 + width + 18


def _bar(painter: QPainter, rect: QRectF, share: float, color: str, track: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for width, fill in ((rect.width(), track), (rect.width() * share, color)):
        if width > 0:
            painter.setBrush(QColor(fill))
            inside = QRectF(rect.left(), rect.top(), max(width, 3.0), rect.height())
            painter.drawRoundedRect(inside, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
