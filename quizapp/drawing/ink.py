"""What every picture is drawn with: colours, fonts, and a few strokes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

POINT = 11.0
WHISKER = 1.5
LEFT, RIGHT, CENTRE = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignHCenter,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Colours as ``#RRGGBB``, fonts, and the height of a line of small text.

    ``band`` fills intervals; without one, in high contrast, their edges are lines.
    """

    text: str
    text2: str
    line: str
    line_strong: str
    track: str
    accent: str
    paper: str
    band: str
    interval: str
    small: QFont
    strong: QFont
    figures: QFont
    row: int


def width_of(text: str, font: QFont) -> float:
    """How wide ``text`` is on one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def write(
    painter: QPainter,
    text: str,
    font: QFont,
    color: str,
    rect: QRectF,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text, centred upright in ``rect``; it ends in an ellipsis where it must."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    room = rect.width() + 0.5
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), shown)


def level_line(painter: QPainter, x1: float, x2: float, y: float, color: str) -> None:
    """A hairline from left to right, sharp."""
    painter.fillRect(QRectF(x1, round(y), x2 - x1, 1), QColor(color))


def dashed(painter: QPainter, start: QPointF, end: QPointF, color: str) -> None:
    """A dashed line."""
    pen = QPen(QColor(color), WHISKER)
    pen.setDashPattern([3, 2.4])
    painter.setPen(pen)
    painter.drawLine(start, end)


def whisker(painter: QPainter, x: float, top: float, bottom: float, color: str) -> None:
    """An interval that stands, with caps at both ends."""
    pen = QPen(QColor(color), WHISKER)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    for y in (top, bottom):
        painter.drawLine(QPointF(x - 4, y), QPointF(x + 4, y))


def point(painter: QPainter, at: QPointF, ink: Ink, size: float = POINT) -> None:
    """A point ringed by paper, so that it stands out from lines and bands."""
    painter.setPen(Qt.PenStyle.NoPen)
    for color, radius in ((ink.paper, size / 2 + 2), (ink.accent, size / 2)):
        painter.setBrush(QColor(color))
        painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def band(painter: QPainter, upper: Sequence[QPointF], lower: Sequence[QPointF], ink: Ink) -> None:
    """What lies between two courses: a fill, or in high contrast their lines."""
    painter.setPen(Qt.PenStyle.NoPen if ink.band else QPen(QColor(ink.accent), 1))
    if ink.band:
        painter.setBrush(QBrush(QColor(ink.band)))
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.drawPolyline(list(upper))
        painter.drawPolyline(list(lower))


def course(painter: QPainter, points: Sequence[QPointF], color: str) -> None:
    """The line that joins points."""
    painter.setPen(QPen(QColor(color), 2))
    painter.drawPolyline(list(points))
