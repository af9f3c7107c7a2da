"""A figure over time: how it stood after each attempt that added to it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from quizapp.drawing.course import course_height, course_of, paint_course
from quizapp.drawing.ink import Ink
from quizapp.report import Point, strips
from quizapp.report.over_time import course_said, course_table
from quizapp.ui.dates import local_day
from quizapp.ui.widgets.picture import Picture


class CoursePicture(Picture):
    """One of the two figures over time: ``which`` is 0 for telling apart, 1 for leaning."""

    def __init__(self, points: Sequence[Point], which: int, parent: QWidget | None = None) -> None:
        shown = [strips(point.judged)[which] for point in points]
        days = [local_day(point.at) for point in points]
        rows = course_table(points, shown, days)
        super().__init__(shown[0].name, course_said(shown, days), rows, parent)
        self._course = course_of(shown, days, which)

    def height_in(self, ink: Ink) -> int:
        return course_height(ink)

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        paint_course(painter, rect, ink, self._course)
