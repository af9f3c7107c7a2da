"""Counts as bars that stand beside each other, such as the days of a fortnight."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from quizapp.drawing.ink import CENTRE, LEFT, RIGHT, Ink, level_line, width_of, write

PLOT, WIDEST, RADIUS = 96, 28, 3


def bars_height(ink: Ink) -> int:
    """The plot, the numbers above the bars, and the words below them."""
    return max(PLOT, 5 * ink.row) + 2 * ink.row + 8


def paint_bars(
    painter: QPainter, rect: QRectF, ink: Ink, counts: Sequence[int], labels: Sequence[str]
) -> None:
    """Paint a bar for each count, its number above it.

    Args:
        painter: what paints.
        rect: where.
        ink: with what.
        counts: at least one; a count of 0 is a line without a number.
        labels: for the first bar, the one in the middle, and the last.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot = rect.adjusted(0, ink.row + 2, 0, -ink.row - 6)
    step = plot.width() / len(counts)
    width = min(WIDEST, step * 0.62)
    most = max(*counts, 1)
    numbers = max(width_of(str(n), ink.figures) for n in counts) <= step
    painter.setPen(Qt.PenStyle.NoPen)
    for n, count in enumerate(counts):
        middle = plot.left() + step * (n + 0.5)
        height = plot.height() * count / most
        if not count:
            continue
        bar = QRectF(middle - width / 2, plot.bottom() - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.accent))
        painter.drawRoundedRect(bar, RADIUS, RADIUS)
        if numbers:
            place = QRectF(middle - step, bar.top() - ink.row - 1, 2 * step, ink.row)
            write(painter, str(count), ink.figures, ink.text2, place, CENTRE)
    level_line(painter, plot.left(), plot.right(), plot.bottom(), ink.line_strong)
    place = QRectF(plot.left(), plot.bottom() + 5, plot.width(), ink.row)
    for text, side in zip(labels, (LEFT, CENTRE, RIGHT), strict=True):
        write(painter, text, ink.small, ink.text2, place, side)
