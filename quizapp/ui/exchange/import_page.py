"""Questions of other programs: given, looked at, chosen, brought in, and taken back if need be."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.app.importing import Intake
from quizapp.i18n import _, n_
from quizapp.ui.exchange.asking import Asking
from quizapp.ui.exchange.looking import Looking, Target
from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.busy import BusyBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import WIDTH


class ImportPage(QWidget):
    """One state after the other: asking, busy, looking, done.

    ``cancelled`` asks to stop what is being worked out; ``undo_wanted``, ``take_wanted`` and
    ``edit_wanted`` come after questions were brought in.
    """

    cancelled = Signal()
    undo_wanted = Signal()
    take_wanted = Signal()
    edit_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        titles: Sequence[str],
        targets: Sequence[Target],
        back: str,
        into: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.asking = Asking(titles)
        self.looking = Looking(targets, into)
        self._busy, self._told, self._bar_shown = QWidget(), Label("", "body"), BusyBar()
        self._done = QWidget()
        self._states = QStackedWidget()
        for state in (self.asking, self._make_busy(), self.looking, self._make_done()):
            self._states.addWidget(state)
        bar = TopBar()
        button = Button(back, "icon", icon="arrow-left")
        button.clicked.connect(self.left)
        bar.row.addWidget(button)
        bar.row.addWidget(Label(_("Bring in questions"), "body", weight=600), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._states, 1)
        self.setFocusProxy(self.asking)

    def show_busy(self, words: str) -> None:
        """Something is being worked out."""
        self._told.setText(words)
        self._bar_shown.show_progress(0, 0)
        self._go(self._busy)

    def show_progress(self, done: int, total: int) -> None:
        """How far it is."""
        self._bar_shown.show_progress(done, total)

    def show_asking(self) -> None:
        """Ask for a file again."""
        self._go(self.asking)

    def show_failed(self, title: str, line: str, *, columns: bool = False) -> None:
        """What was given cannot be used; something else may be."""
        self._go(self.asking)
        self.asking.show_failed(title, line, columns=columns)
        announce(self, f"{title}. {line}")

    def show_intake(self, intake: Intake) -> None:
        """What was understood."""
        self.looking.show_intake(intake)
        self._go(self.looking)

    def show_looking(self) -> None:
        """Back to what was understood, where bringing it in was stopped or failed."""
        self._go(self.looking)

    def show_done(self, n: int, title: str) -> None:
        """The questions are in a bank."""
        told = n_("{n} question is in “{title}”", "{n} questions are in “{title}”", n)
        self._headline.setText(told.format(n=n, title=title))
        self._hint.setText(
            _(
                "They ask nothing about claims yet: in the studio you can give them an article, "
                "and say which claims they ask about."
            )
        )
        for button in (self.undo, self.take, self.edit):
            button.show()
        announce(self, self._headline.text())
        self._go(self._done)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_undone(self) -> None:
        """They were taken out again."""
        self._headline.setText(_("Taken out again"))
        self._hint.setText(_("Everything is as it was before. The file itself was not touched."))
        for button in (self.undo, self.take, self.edit):
            button.hide()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, state: QWidget) -> None:
        self._states.setCurrentWidget(state)
        state.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_busy(self) -> QWidget:
        column = _middle(self._busy)
        column.addWidget(self._told)
        column.addWidget(self._bar_shown)
        stop = Button(_("Cancel"), "secondary")
        stop.clicked.connect(self.cancelled)
        self._busy.setFocusProxy(stop)
        row = QHBoxLayout()
        row.addWidget(stop)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return self._busy

    def _make_done(self) -> QWidget:
        column = _middle(self._done)
        self._headline = Label("", "display", wrap=True)
        self._hint = Label("", "body", tone="text2", wrap=True)
        row = FlowLayout(spacing=8)
        self.take = Button(_("Take the quiz"), "primary", trailing="arrow-right")
        self.edit = Button(_("Open in the studio"), "secondary", icon="pencil-ruler")
        self.undo = Button(_("Undo"), "secondary", icon="undo-2")
        self.back = Button(_("Bring in more"), "secondary")
        for button, signal in (
            (self.take, self.take_wanted),
            (self.edit, self.edit_wanted),
            (self.undo, self.undo_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        self.back.clicked.connect(self.show_asking)
        row.addWidget(self.back)
        column.addWidget(self._headline)
        column.addWidget(self._hint)
        column.addLayout(row)
        column.addStretch(1)
        return self._done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._at_asking:
            self.asking.take_copied()
        else:
            super().keyPressEvent(event)

    @property
    def _at_asking(self) -> bool:
        return self._states.currentWidget() is self.asking


def _middle(page: QWidget) -> QVBoxLayout:
    """A column of reading width in the middle of a page."""
    middle = QWidget()
    middle.setMaximumWidth(current().px(WIDTH))
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    beside = QHBoxLayout(page)
    beside.setContentsMargins(32, 28, 32, 28)
    beside.addWidget(middle)
    return column
