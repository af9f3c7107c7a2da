"""One figure over time: a point for each attempt that added to it, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from quizapp.drawing.ink import (
    CENTRE,
    LEFT,
    RIGHT,
    Ink,
    band,
    course,
    level_line,
    point,
    whisker,
    width_of,
    write,
)
from quizapp.report import Strip

PLOT = 150
TICKS = (
    tuple((float(n), str(n)) for n in range(5)),
    ((-0.5, "−50"), (0.0, "0"), (0.5, "+50")),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """The figure at one moment, and the ends of its interval. ``label`` is the day."""

    label: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Course:
    """The stops in order, and the scale: its ends, and the values that have a line and a word.

    ``upper`` and ``lower`` say what the ends of the scale mean.
    """

    stops: Sequence[Stop]
    least: float
    most: float
    ticks: Sequence[tuple[float, str]]
    upper: str
    lower: str


def course_of(shown: Sequence[Strip], days: Sequence[str], which: int) -> Course:
    """The figures of some days; ``which`` is 0 for telling apart, 1 for leaning."""
    stops = [Stop(day, one.value, one.low, one.high) for day, one in zip(days, shown, strict=True)]
    scale = shown[0]
    return Course(stops, scale.least, scale.most, TICKS[which], scale.right, scale.left)


def course_height(ink: Ink) -> int:
    """The plot between the words of its ends, and the days."""
    return max(PLOT, 6 * ink.row) + 3 * ink.row + 12


def paint_course(painter: QPainter, rect: QRectF, ink: Ink, shown: Course) -> None:
    """Paint the picture into ``rect``. What lies outside the scale is drawn at its end."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = max(width_of(word, ink.figures) for _value, word in shown.ticks) + 8
    plot = rect.adjusted(left, ink.row + 4, -8, -2 * ink.row - 8)
    _paint_grid(painter, rect, plot, ink, shown)
    count = len(shown.stops)

    def x(n: int) -> float:
        inset = min(24.0, plot.width() / 8)
        room = plot.width() - 2 * inset
        return plot.left() + inset + (room * n / (count - 1) if count > 1 else room / 2)

    def y(value: float) -> float:
        return _y(plot, shown, value)

    upper = [QPointF(x(n), y(stop.high)) for n, stop in enumerate(shown.stops)]
    lower = [QPointF(x(n), y(stop.low)) for n, stop in enumerate(shown.stops)]
    points = [QPointF(x(n), y(stop.value)) for n, stop in enumerate(shown.stops)]
    if count > 1:
        band(painter, upper, lower, ink)
        _paint_lines(painter, plot, ink, shown)
        course(painter, points, ink.accent)
    for high, at, low in zip(upper, points, lower, strict=True):
        whisker(painter, at.x(), high.y(), low.y(), ink.accent)
        point(painter, at, ink, 9)
    _paint_days(painter, plot, ink, shown)


def _paint_grid(painter: QPainter, rect: QRectF, plot: QRectF, ink: Ink, shown: Course) -> None:
    _paint_lines(painter, plot, ink, shown)
    for value, word in shown.ticks:
        middle = _y(plot, shown, value)
        place = QRectF(rect.left(), middle - ink.row / 2, plot.left() - rect.left() - 8, ink.row)
        write(painter, word, ink.figures, ink.text2, place, RIGHT)
    place = QRectF(plot.left(), rect.top(), plot.width(), ink.row)
    write(painter, shown.upper, ink.small, ink.text2, place)
    place.moveTop(plot.bottom() + 4)
    write(painter, shown.lower, ink.small, ink.text2, place)


def _paint_lines(painter: QPainter, plot: QRectF, ink: Ink, shown: Course) -> None:
    for value, _word in shown.ticks:
        color = ink.line if value else ink.line_strong
        level_line(painter, plot.left(), plot.right(), _y(plot, shown, value), color)


def _paint_days(painter: QPainter, plot: QRectF, ink: Ink, shown: Course) -> None:
    """The first day and the last; the one day alone in the middle."""
    place = QRectF(plot.left(), plot.bottom() + 4 + ink.row, plot.width(), ink.row)
    first, last = shown.stops[0].label, shown.stops[-1].label
    if first == last:
        write(painter, first, ink.small, ink.text2, place, CENTRE)
        return
    half = place.width() / 2 - 4
    write(painter, first, ink.small, ink.text2, place.adjusted(0, 0, -half - 8, 0), LEFT)
    write(painter, last, ink.small, ink.text2, place.adjusted(half + 8, 0, 0, 0), RIGHT)


def _y(plot: QRectF, shown: Course, value: float) -> float:
    share = (value - shown.least) / (shown.most - shown.least)
    return plot.bottom() - plot.height() * min(1.0, max(0.0, share))
