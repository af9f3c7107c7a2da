"""The calibration picture: how sure a reader was against how often they were right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from quizapp.drawing.calibration import Columns, calibration_height, paint_calibration
from quizapp.drawing.ink import Ink
from quizapp.i18n import _
from quizapp.quiz import BandFit
from quizapp.report import level_title, share_right, sure_spoken, sure_table
from quizapp.ui.widgets.picture import Picture


class CalibrationPicture(Picture):
    """Every level with its share right, its interval, its count, and what it claims."""

    def __init__(self, fits: Sequence[BandFit], parent: QWidget | None = None) -> None:
        super().__init__(_("Sure, and right"), sure_spoken(fits), sure_table(fits), parent)
        titles = [level_title(fit) for fit in fits]
        self._columns = Columns(tuple(fits), titles, [share_right(fit) for fit in fits])

    def height_in(self, ink: Ink) -> int:
        return calibration_height(ink)

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        paint_calibration(painter, rect, ink, self._columns)
