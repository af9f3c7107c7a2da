"""A bar that says how far long work is, and that it goes on where nobody knows how far."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.paint import box

THICK = 8


class BusyBar(QWidget):
    """Call ``show_progress`` with what is done, of how much; a total of 0 means not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._done, self._total = done, total
        self.setAccessibleName(_("Progress"))
        told = _("{done} of {total}").format(done=done, total=total) if total else _("One moment.")
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, THICK)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        edge = theme.line_strong if theme.high_contrast else ""
        box(painter, rect, theme.track, edge, 1, THICK / 2)
        share = self._done / self._total if self._total else 0.08
        if share:
            filled = QRectF(0, 0, max(THICK, rect.width() * min(1.0, share)), rect.height())
            box(painter, filled, theme.accent, "", 0, THICK / 2)
        painter.end()
