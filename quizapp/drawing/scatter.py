"""Facility against discrimination: a disc for each item, a cross of intervals on the chosen one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from quizapp.drawing.ink import CENTRE, LEFT, RIGHT, WHISKER, Ink, level_line, width_of, write
from quizapp.i18n import _
from quizapp.quiz.intervals import Interval

DISC, ICON, ROW = 26.0, 16, 16  # for a line of small text that is 16 high
PLOT = 250
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)

DrawIcon = Callable[[QPainter, str, float, float, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """One item: its place, the icon on it, and its name where it is to be named."""

    facility: float
    discrimination: float
    icon: str
    color: str
    name: str
    named: bool
    across: Interval | None = None
    upright: Interval | None = None


class Scatter:
    """One painting of the items: where they are, and the picture itself."""

    def __init__(self, rect: QRectF, ink: Ink, discs: Sequence[Disc], chosen: int) -> None:
        self._ink, self._discs, self._chosen = ink, discs, chosen
        values = [disc.discrimination for disc in discs]
        if 0 <= chosen < len(discs) and (one := discs[chosen].upright) is not None:
            values += [one.low, one.high]
        self._size = DISC * ink.row / ROW
        self._low = min(-0.2, floor(5 * min(values, default=0.0)) / 5)
        self._high = max(0.6, ceil(5 * max(values, default=0.0)) / 5)
        left = max(width_of(_decimal(t), ink.figures) for t in self._ticks()) + 10
        self._plot = rect.adjusted(left, ink.row + 8, -self._size / 2, -2 * ink.row - 8)
        self._rect = rect

    def at(self, n: int) -> QPointF:
        """The middle of a disc."""
        disc = self._discs[n]
        return QPointF(self._x(disc.facility), self._y(disc.discrimination))

    def nearest(self, point: QPointF) -> int:
        """The item whose disc lies under a point; −1 where none does."""
        away = [((self.at(n) - point).manhattanLength(), n) for n in range(len(self._discs))]
        near = min(away, default=(self._size, -1))
        return near[1] if near[0] <= self._size else -1

    def paint(self, painter: QPainter, draw_icon: DrawIcon) -> None:
        """All of it, the chosen item last."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_zone(painter)
        self._paint_axes(painter)
        for n in range(len(self._discs)):
            if n != self._chosen:
                self._paint_disc(painter, n, draw_icon)
        if 0 <= self._chosen < len(self._discs):
            self._paint_cross(painter, self._discs[self._chosen])
            self._paint_disc(painter, self._chosen, draw_icon)
        self._paint_names(painter)

    def _paint_zone(self, painter: QPainter) -> None:
        """What lies below 0, and what that means."""
        ink, zero = self._ink, self._y(0)
        zone = QRectF(self._plot.left(), zero, self._plot.width(), self._plot.bottom() - zero)
        painter.fillRect(zone, QColor(ink.track))
        place = QRectF(zone.left() + 8, zone.bottom() - ink.row - 4, zone.width() - 16, ink.row)
        below = [disc.facility for disc in self._discs if disc.discrimination < 0]
        side = RIGHT if sum(x > 0.5 for x in below) * 2 <= len(below) else LEFT
        write(painter, _("below 0: the better readers miss it"), ink.small, ink.text2, place, side)

    def _paint_axes(self, painter: QPainter) -> None:
        ink, plot = self._ink, self._plot
        head = QRectF(self._rect.left(), self._rect.top(), self._rect.width(), ink.row)
        write(painter, _("Discrimination"), ink.small, ink.text2, head)
        for tick in self._ticks():
            y = self._y(tick)
            level_line(painter, plot.left(), plot.right(), y, ink.line)
            place = QRectF(self._rect.left(), y - ink.row / 2, plot.left() - 8, ink.row)
            write(painter, _decimal(tick), ink.figures, ink.text2, place, RIGHT)
        level_line(painter, plot.left(), plot.right(), plot.bottom(), ink.line_strong)
        for tick in _TICKS:
            place = QRectF(self._x(tick) - 30, plot.bottom() + 4, 60, ink.row)
            write(painter, _decimal(tick), ink.figures, ink.text2, place, CENTRE)
        below = QRectF(plot.left(), plot.bottom() + 6 + ink.row, plot.width(), ink.row)
        write(painter, _("Facility: share of what could be earned"), ink.small, ink.text2, below,
              CENTRE)  # fmt: skip

    def _paint_cross(self, painter: QPainter, disc: Disc) -> None:
        """The intervals of both figures, with caps."""
        pen = QPen(QColor(self._ink.accent), WHISKER)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x, y = self._x(disc.facility), self._y(disc.discrimination)
        if disc.across is not None:
            ends = [self._x(disc.across.low), self._x(disc.across.high)]
            painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
            for end in ends:
                painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4))
        if disc.upright is not None:
            ends = [self._y(disc.upright.low), self._y(disc.upright.high)]
            painter.drawLine(QPointF(x, ends[0]), QPointF(x, ends[1]))
            for end in ends:
                painter.drawLine(QPointF(x - 4, end), QPointF(x + 4, end))

    def _paint_disc(self, painter: QPainter, n: int, draw_icon: DrawIcon) -> None:
        ink, disc, at = self._ink, self._discs[n], self.at(n)
        chosen = n == self._chosen
        painter.setPen(QPen(QColor(ink.accent if chosen else ink.line), 2 if chosen else 1))
        painter.setBrush(QColor(ink.paper))
        painter.drawEllipse(at, self._size / 2, self._size / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        icon = round(ICON * ink.row / ROW)
        draw_icon(painter, disc.icon, at.x() - icon / 2, at.y() - icon / 2, icon, disc.color)

    def _paint_names(self, painter: QPainter) -> None:
        """The chosen item and the flagged ones, each on the side that has room."""
        ink = self._ink
        for n, disc in enumerate(self._discs):
            if not (disc.named or n == self._chosen):
                continue
            at, width = self.at(n), width_of(disc.name, ink.strong) + 2
            right = at.x() + self._size / 2 + 4
            x = (
                right
                if right + width <= self._rect.right()
                else at.x() - self._size / 2 - 4 - width
            )
            y = at.y() - ink.row * (1.05 if n == self._chosen else 0.5)
            place = QRectF(x, y, width, ink.row)
            if disc.discrimination >= 0:  # other discs may lie below the words
                painter.fillRect(place, QColor(ink.paper))
            write(painter, disc.name, ink.strong, ink.text, place, LEFT)

    def _ticks(self) -> list[float]:
        steps = round((self._high - self._low) / 0.2)
        return [self._low + 0.2 * k for k in range(steps + 1)]

    def _x(self, facility: float) -> float:
        return self._plot.left() + facility * self._plot.width()

    def _y(self, value: float) -> float:
        share = (value - self._low) / (self._high - self._low)
        return self._plot.bottom() - share * self._plot.height()


def scatter_height(ink: Ink) -> int:
    """How high the picture is."""
    return ink.row + 8 + max(PLOT, 11 * ink.row) + 2 * ink.row + 8


def _decimal(value: float) -> str:
    """0.25 as .25, as statistics are printed."""
    text = f"{abs(value):.2f}".rstrip("0").rstrip(".")
    text = text.removeprefix("0") or "0"
    return f"−{text}" if value < -0.001 else text
