"""A quiet line over the marks: a newer version of an exam’s bank may move them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.classroom.book import HandedOut
from quizapp.i18n import _
from quizapp.ui.dates import local_day
from quizapp.ui.studio.sheet import empty
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Hairline, Label


class AgainNotice(QWidget):
    """A line for each exam; hidden where there is none. ``wanted`` carries the exam."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 8, 20, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_exams(self, exams: Sequence[HandedOut]) -> None:
        """Name these exams, the newest first."""
        empty(self._column)
        for exam in reversed(exams):
            self._column.addWidget(self._line(exam))
        if exams:
            self._column.addWidget(Hairline())
        self.setVisible(bool(exams))

    def _line(self, exam: HandedOut) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        text = _("“{title}” of {day}: a newer version of its bank may change marks.")
        words = text.format(title=exam.heading, day=local_day(exam.at))
        across.addWidget(Label(words, "small", wrap=True), 1)
        link = Link(_("Mark again …"), "small")
        link.setAccessibleDescription(words)
        link.clicked.connect(lambda: self.wanted.emit(exam))
        across.addWidget(link)
        return row
