"""One figure on a scale, with its interval: telling apart, leaning."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from quizapp.drawing.ink import RIGHT, Ink, point, width_of, write
from quizapp.report import Strip

TRACK = 8
ROOM = 22


def strip_height(ink: Ink) -> int:
    """A line of words, the track, and the words of its ends."""
    return 2 * ink.row + ROOM


def paint_strip(painter: QPainter, rect: QRectF, ink: Ink, strip: Strip) -> None:
    """Paint the picture into ``rect``. What lies outside the scale is drawn at its end."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    figures = width_of(strip.figures, ink.figures) + 2
    top = QRectF(rect.left(), rect.top(), rect.width(), ink.row)
    write(painter, strip.figures, ink.figures, ink.text2, top, RIGHT)
    write(painter, strip.name, ink.small, ink.text, top.adjusted(0, 0, -figures - 8, 0))
    track = QRectF(rect.left(), top.bottom() + (ROOM - TRACK) / 2, rect.width(), TRACK)
    painter.setPen(Qt.PenStyle.NoPen if ink.band else QPen(QColor(ink.line_strong), 1))
    painter.setBrush(QColor(ink.track))
    painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
    _paint_scale(painter, track, ink, strip)
    half = rect.width() / 2
    ends = QRectF(rect.left(), top.bottom() + ROOM, half - 4, ink.row)
    write(painter, strip.left, ink.small, ink.text2, ends)
    ends.translate(half + 4, 0)
    write(painter, strip.right, ink.small, ink.text2, ends, RIGHT)


def _paint_scale(painter: QPainter, track: QRectF, ink: Ink, strip: Strip) -> None:
    """The tick at 0, the interval with its caps, and the point."""

    def x(value: float) -> float:
        share = (value - strip.least) / (strip.most - strip.least)
        return track.left() + 7 + (track.width() - 14) * min(1.0, max(0.0, share))

    middle = track.center().y()
    low, high = x(strip.low), x(strip.high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.interval))
    painter.drawRect(QRectF(low, track.top(), high - low, TRACK))
    painter.setBrush(QColor(ink.accent))
    for cap in (low, high):
        painter.drawRect(QRectF(cap - 1, middle - 7, 2, 14))
    painter.setBrush(QColor(ink.line_strong))
    painter.drawRect(QRectF(x(0.0) - 1, middle - 11, 2, 22))
    point(painter, QPointF(x(strip.value), middle), ink, 14)
