"""The end of a day's practice: what was done, what waits, and what the next days bring."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.app.practising import Today
from quizapp.i18n import _, n_
from quizapp.ui.practice.forecast import forecast_card
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class DonePage(ColumnPage):
    """Says that enough is done for today. ``undo_wanted`` takes the last answer back."""

    undo_wanted = Signal()

    def __init__(
        self,
        today: Today,
        forecast: tuple[int, ...],
        *,
        can_undo: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Practice"), _("Home"), parent)
        self.column.addWidget(Label(_("Done for today"), "display", wrap=True))
        self.column.addWidget(Label(_told(today), "body", tone="text2", wrap=True))
        self.column.addLayout(self._buttons(can_undo))
        self.column.addSpacing(8)
        self.column.addWidget(forecast_card(forecast))
        self.column.addStretch(1)

    def _buttons(self, can_undo: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.home = Button(_("Home"), "primary")
        self.home.clicked.connect(self.left)
        undo = Button(_("Take the last answer back"), "ghost", icon="undo-2")
        undo.clicked.connect(self.undo_wanted)
        undo.setVisible(can_undo)
        row.addWidget(self.home)
        row.addWidget(undo)
        row.addStretch(1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _told(today: Today) -> str:
    done = n_("You answered {n} question.", "You answered {n} questions.", today.done)
    told = [done.format(n=today.done)]
    if today.waiting:
        waits = n_(
            "{n} more is due, beyond the limit of the day, and is first tomorrow.",
            "{n} more are due, beyond the limit of the day, and are first tomorrow.",
            today.waiting,
        )
        told.append(waits.format(n=today.waiting))
    return " ".join(told)
