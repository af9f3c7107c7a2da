"""The clock of a quiz with a time limit: it counts down, can be hidden, and says when it ends."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.app.sitting import Sitting
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.report import clock
from quizapp.ui.widgets.buttons import Button

EVERY_MS, KEEP_EVERY = 250, 40


class Clock(Button):
    """A click, or T, hides the time or shows it. ``over`` comes when there is none left.

    The work is counted by the sitting, on a monotonic clock; this only shows it, and has it kept
    every ten seconds, also where there is no limit, so that a kill loses little of it.
    """

    over = Signal()

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__("", "ghost", icon="clock", parent=parent)
        self._sitting = sitting
        self._hidden = False
        self._beats = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.beat)
        self.clicked.connect(self.toggle)
        self.setVisible(sitting.left_ms is not None)
        self._timer.start()
        self._show()

    def toggle(self) -> None:
        """Hide the time, or show it again."""
        self._hidden = not self._hidden
        self._show()

    def beat(self) -> None:
        """Show what is left; now and then keep it; at the end say so once."""
        self._beats += 1
        self._show()
        if self._sitting.submitted:
            self._timer.stop()
        elif self._sitting.over:
            self._timer.stop()
            self.over.emit()
        elif self._beats % KEEP_EVERY == 0:
            try:
                self._sitting.tick()
            except QuizappError:
                return  # the next answer says what is wrong; the clock itself goes on

    def _show(self) -> None:
        left = self._sitting.left_ms
        if left is None:
            return
        time = clock(left)
        self.set_text("" if self._hidden else time)
        name = _("{time} left; press T to show it") if self._hidden else _("{time} left")
        self.setAccessibleName(name.format(time=time))
        self.setToolTip(_("Show the time") if self._hidden else _("Hide the time"))
