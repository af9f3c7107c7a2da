"""What the views share that ask for marks in the article."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import _, n_
from quizapp.items import NOTHING, Response
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList


class MarksBox(QWidget):
    """Says how much is marked, and lets the reader say that nothing in the article shows it.

    ``changed`` carries the marks as they stand: ids, or "none" alone.
    """

    changed = Signal(tuple)
    marks_wanted = Signal(tuple)

    def __init__(self, select: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._select = select
        self._marks: Response = ()
        self._compact = self._beside = False
        self._count = Label("", "small", tone="text2", wrap=True)
        self._nothing = OptionList(
            (Choice(NOTHING, _("Nothing in the article shows it"), key="N"),), multiple=True
        )
        self._nothing.chosen.connect(self._on_nothing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._count)
        self._column.addWidget(self._nothing)
        self._say()

    def marks(self) -> Response:
        """The marks as they stand."""
        return self._marks

    def show_marks(self, marks: Response) -> None:
        """Show saved marks, without a signal."""
        self._marks = marks
        self._nothing.set_chosen(marks if marks == (NOTHING,) else ())
        self._say()

    def take_marks(self, marks: Response) -> None:
        """Take over what was marked in the article; a mark takes "nothing shows it" back."""
        if marks or self._marks != (NOTHING,):
            self.show_marks(marks)
            self.changed.emit(self._marks)

    def set_compact(self, on: bool) -> None:
        """Take less height: the foot of the article counts the marks as well."""
        self._nothing.set_compact(on)
        self._compact = on
        self._count.setVisible(not (on or self._beside))

    def set_beside(self, options: OptionList | None) -> None:
        """Move "nothing shows it" beside the last of ``options``, or back below the count."""
        if options is not None:
            options.set_companion(self._nothing)
        elif self._column.indexOf(self._nothing) < 0:
            self._column.addWidget(self._nothing)
        self._beside = options is not None
        self._count.setVisible(not (self._compact or self._beside))

    def take_key(self, event: QKeyEvent) -> None:
        """N, or 0, says that nothing shows it."""
        if event.key() in (Qt.Key.Key_N, Qt.Key.Key_0):
            self._nothing.choose_number(1)
            event.accept()
        else:
            event.ignore()

    def _on_nothing(self, chosen: Response) -> None:
        self._marks = chosen
        self._say()
        self.marks_wanted.emit(())
        self.changed.emit(self._marks)

    def _say(self) -> None:
        n = len([mark for mark in self._marks if mark != NOTHING])
        if not n:
            self._count.setText(
                _("Mark it in the article: click a sentence, or press E, then Space.")
            )
        elif self._select == "words":
            self._count.setText(n_("{n} place is marked.", "{n} places are marked.", n).format(n=n))
        else:
            self._count.setText(
                n_("{n} sentence is marked.", "{n} sentences are marked.", n).format(n=n)
            )
