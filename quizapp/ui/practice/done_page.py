"""The end of a day's practice: what was done, what waits, and what the next days bring."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.practising import Today
from quizapp.i18n import _, n_
from quizapp.ui.practice.forecast import forecast_card
from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll

WIDTH = 720


class DonePage(QWidget):
    """Says that enough is done for today. ``undo_wanted`` takes the last answer back."""

    left = Signal()
    undo_wanted = Signal()

    def __init__(
        self,
        today: Today,
        forecast: tuple[int, ...],
        *,
        can_undo: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = QWidget()
        middle.setMaximumWidth(current().px(WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(_("Done for today"), "display", wrap=True))
        column.addWidget(Label(_told(today), "body", tone="text2", wrap=True))
        column.addLayout(self._buttons(can_undo))
        column.addSpacing(8)
        column.addWidget(forecast_card(forecast))
        column.addStretch(1)
        page = QWidget()
        page.setObjectName("page")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(32, 28, 32, 16)
        outer.addWidget(middle)
        self._frame(page)

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

    def _frame(self, page: QWidget) -> None:
        bar = TopBar()
        back = Button(_("Home"), "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        bar.row.addWidget(back)
        bar.row.addWidget(Label(_("Practice"), "body", weight=600), 1)
        scroll = PageScroll()
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(scroll, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Backspace,
        ):
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
