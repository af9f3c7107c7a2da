"""Sure, and right: each level of confidence against the share right, with its interval.

The dashed bracket of a level is what it claims, the range on which its marks pay best; of five
levels each claims one chance, a dashed line. A level
whose interval reaches into its bracket was right as often as it claims.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from quizapp.drawing.ink import (
    CENTRE,
    RIGHT,
    WHISKER,
    Ink,
    band,
    course,
    dashed,
    level_line,
    point,
    whisker,
    width_of,
    write,
)
from quizapp.i18n import _
from quizapp.quiz import BandFit

PLACE = 0.27
PLOT = 232
_TICKS = (0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Columns:
    """The levels, with the word of each and how many of its answers were right."""

    fits: Sequence[BandFit]
    titles: Sequence[str]
    counts: Sequence[str]


def calibration_height(ink: Ink) -> int:
    """How high the picture is: the plot, the words under it, the key."""
    return ink.row + 6 + max(PLOT, 9 * ink.row) + 6 + 2 * ink.row + 10 + 2 * ink.row


def paint_calibration(painter: QPainter, rect: QRectF, ink: Ink, columns: Columns) -> None:
    """Paint the picture into ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Picture(painter, rect, ink, columns).paint()


class _Picture:
    """One painting: where things are, and the things."""

    def __init__(self, painter: QPainter, rect: QRectF, ink: Ink, columns: Columns) -> None:
        self._painter = painter
        self._ink = ink
        self._columns = columns
        left = max(width_of(_percent(t), ink.figures) for t in _TICKS) + 8
        below = 6 + 2 * ink.row + 10 + 2 * ink.row
        self._plot = rect.adjusted(left, ink.row + 6, 0, -below)
        self._rect = rect
        self._wide = self._plot.width() / max(1, len(columns.fits))
        self._at = [self._x(n) for n in range(len(columns.fits))]

    def paint(self) -> None:
        """All of it, what lies below first."""
        shown = [n for n, fit in enumerate(self._columns.fits) if fit.interval is not None]
        upper = [QPointF(self._at[n], self._y(self._high(n))) for n in shown]
        lower = [QPointF(self._at[n], self._y(self._low(n))) for n in shown]
        if len(shown) > 1:
            band(self._painter, upper, lower, self._ink)
        self._paint_grid()
        for n in range(len(self._columns.fits)):
            self._paint_claim(n)
            self._paint_words(n)
        points = [QPointF(self._at[n], self._y(self._share(n))) for n in shown]
        if len(points) > 1:
            course(self._painter, points, self._ink.accent)
        for n, (high, at, low) in zip(shown, zip(upper, points, lower, strict=True), strict=True):
            whisker(self._painter, at.x(), high.y(), low.y(), self._ink.accent)
            point(self._painter, at, self._ink)
            self._paint_count(n, at, points)
        self._paint_key()

    def _paint_grid(self) -> None:
        ink, plot = self._ink, self._plot
        for tick in _TICKS:
            y = self._y(tick)
            color = ink.line_strong if tick == 0 else ink.line
            level_line(self._painter, plot.left(), plot.right(), y, color)
            left = self._rect.left()
            place = QRectF(left, y - ink.row / 2, plot.left() - left - 8, ink.row)
            write(self._painter, _percent(tick), ink.figures, ink.text2, place, RIGHT)

    def _paint_claim(self, n: int) -> None:
        """The bracket of what the level claims: its two ends, and the side that joins them."""
        fit = self._columns.fits[n]
        left = self._plot.left() + n * self._wide
        x1, x2 = left + 5, left + self._wide - 5
        if fit.claimed is not None:
            y = self._y(fit.claimed)
            dashed(self._painter, QPointF(x1, y), QPointF(x2, y), self._ink.text2)
            return
        ends = [self._y(fit.high), self._y(fit.low)]
        for y in ends:
            dashed(self._painter, QPointF(x1, y), QPointF(x2, y), self._ink.text2)
        dashed(self._painter, QPointF(x1, ends[0]), QPointF(x1, ends[1]), self._ink.text2)

    def _paint_words(self, n: int) -> None:
        """The level, and below it how many were right where that has no room at the point."""
        ink = self._ink
        place = QRectF(
            self._plot.left() + n * self._wide, self._plot.bottom() + 6, self._wide, ink.row
        )
        write(self._painter, self._columns.titles[n], ink.small, ink.text2, place, CENTRE)
        if not (self._fits(n) and self._columns.fits[n].n):
            place.translate(0, ink.row)
            write(self._painter, self._columns.counts[n], ink.small, ink.text, place, CENTRE)

    def _paint_count(self, n: int, at: QPointF, points: Sequence[QPointF]) -> None:
        """“4 of 6” beside its point, on the side that the line to the next one leaves free."""
        if not self._fits(n):
            return
        ink, text = self._ink, self._columns.counts[n]
        after = next((p for p in points if p.x() > at.x()), at)
        sign = 1 if after.y() <= at.y() + 1 else -1
        tries = [at.y() + sign * ink.row * far for far in (0.8, 1.3, 1.8)]
        lines = [self._y(t) for t in (*_TICKS, *self._claims(n))]
        top, bottom = self._rect.top() + ink.row / 2, self._plot.bottom() - ink.row / 2
        inside = [y for y in tries if top <= y <= bottom]
        free = [y for y in inside if all(abs(y - one) > ink.row * 0.45 for one in lines)]
        middle = next(iter([*free, *inside, *tries]))
        width = width_of(text, ink.strong) + 2
        place = QRectF(at.x() + 9, middle - ink.row / 2, width, ink.row)
        write(self._painter, text, ink.strong, ink.text, place)

    def _paint_key(self) -> None:
        """What dashes and whiskers mean."""
        ink = self._ink
        y = self._rect.bottom() - 2 * ink.row
        x, middle = self._plot.left(), y + ink.row / 2
        dashed(self._painter, QPointF(x, middle), QPointF(x + 22, middle), ink.text2)
        place = QRectF(x + 30, y, self._rect.right() - x - 30, ink.row)
        write(self._painter, _("sure as right: what the level claims"), ink.small, ink.text2, place)
        middle += ink.row
        whisker(self._painter, x + 11, middle - 6, middle + 6, ink.accent)
        place.translate(0, ink.row)
        write(self._painter, _("share right, 95 % interval"), ink.small, ink.text2, place)

    def _fits(self, n: int) -> bool:
        """Whether the count has room to the right of its point."""
        room = self._wide * (1 - PLACE) - 9 - WHISKER
        return width_of(self._columns.counts[n], self._ink.strong) <= room

    def _claims(self, n: int) -> tuple[float, float]:
        fit = self._columns.fits[n]
        return (fit.low, fit.high) if fit.claimed is None else (fit.claimed, fit.claimed)

    def _x(self, n: int) -> float:
        return self._plot.left() + (n + PLACE) * self._wide

    def _y(self, share: float) -> float:
        return self._plot.bottom() - share * self._plot.height()

    def _share(self, n: int) -> float:
        return self._columns.fits[n].share or 0.0

    def _low(self, n: int) -> float:
        found = self._columns.fits[n].interval
        return found.low if found else 0.0

    def _high(self, n: int) -> float:
        found = self._columns.fits[n].interval
        return found.high if found else 0.0


def _percent(share: float) -> str:
    return _("{n} %").format(n=round(100 * share))
