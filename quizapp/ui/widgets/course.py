"""A figure over time: how it stood after each attempt that added to it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from quizapp.drawing import Course, Ink, Stop, course_height, paint_course
from quizapp.i18n import _, n_
from quizapp.report import Point, Strip, Table, strips
from quizapp.ui.dates import local_day
from quizapp.ui.widgets.picture import Picture

TICKS = (
    tuple((float(n), str(n)) for n in range(5)),
    ((-0.5, "−50"), (0.0, "0"), (0.5, "+50")),
)


class CoursePicture(Picture):
    """One of the two figures over time: ``which`` is 0 for telling apart, 1 for leaning."""

    def __init__(self, points: Sequence[Point], which: int, parent: QWidget | None = None) -> None:
        shown = [strips(point.judged)[which] for point in points]
        days = [local_day(point.at) for point in points]
        said = _said(shown, days)
        super().__init__(shown[0].name, said, _table(points, shown, days), parent)
        stops = [
            Stop(day, one.value, one.low, one.high) for day, one in zip(days, shown, strict=True)
        ]
        scale = shown[0]
        self._course = Course(stops, scale.least, scale.most, TICKS[which], scale.right, scale.left)

    def height_in(self, ink: Ink) -> int:
        return course_height(ink)

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        paint_course(painter, rect, ink, self._course)


def _said(shown: Sequence[Strip], days: Sequence[str]) -> str:
    """The first figure and the last, and how many there are."""
    if len(shown) == 1:
        text = _("{name}: {figures} on {day}. There is one point so far.")
        return text.format(name=shown[0].name, figures=shown[0].figures, day=days[0])
    text = n_(
        "{name}: {first} on {day}, and {last} on {last_day}; {n} point.",
        "{name}: {first} on {day}, and {last} on {last_day}; {n} points.",
        len(shown),
    )
    return text.format(
        name=shown[0].name,
        first=shown[0].figures,
        day=days[0],
        last=shown[-1].figures,
        last_day=days[-1],
        n=len(shown),
    )


def _table(points: Sequence[Point], shown: Sequence[Strip], days: Sequence[str]) -> Table:
    head = (_("Day"), _("Value, with its interval"), _("Answers"))
    rows = (
        (day, one.figures, str(point.judged.counted.n))
        for point, one, day in zip(points, shown, days, strict=True)
    )
    return (head, *rows)
