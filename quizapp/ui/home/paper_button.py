"""The button that puts a bank on paper: the test, a form of it, or the key."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button

TEST, KEY, EXPORT = "test", "key", "export"


class PaperButton(Button):
    """Opens a short menu, and emits ``wanted(what, form)``: test or key; A, B, or all of it.

    ``export`` is the bank for another program.
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Hand out"), "ghost", icon="file-text", parent=parent)
        self.setAccessibleName(_("Print, save as PDF, or for another program"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, what, form in (
            (_("Test as PDF …"), TEST, ""),
            (_("Its key …"), KEY, ""),
            (_("Parallel form A as PDF …"), TEST, "A"),
            (_("Key to form A …"), KEY, "A"),
            (_("Parallel form B as PDF …"), TEST, "B"),
            (_("Key to form B …"), KEY, "B"),
        ):
            menu.addAction(words, partial(self.wanted.emit, what, form))
            if what == KEY and form != "B":
                menu.addSeparator()
        menu.addSeparator()
        menu.addAction(_("For another program …"), partial(self.wanted.emit, EXPORT, ""))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
