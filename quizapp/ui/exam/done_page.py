"""After an exam: the file that goes back, and the code for the list on paper."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class HandedPage(ColumnPage):
    """Emits ``file_wanted()`` to have the file in another place too."""

    file_wanted = Signal()

    def __init__(self, title: str, short_code: str, parent: QWidget | None = None) -> None:
        super().__init__(title, _("Home"), parent)
        self.column.addWidget(Label(_("Handed in"), "display", wrap=True))
        words = _("Your answers are saved, and your teacher marks them. Two things are left to do.")
        self.column.addWidget(Label(words, "body", tone="text2", wrap=True))
        self._file = Label("", "quote", wrap=True)
        self._where = Label("", "small", tone="text2", wrap=True)
        why = _("Give this file to your teacher, as they told you.")
        self.column.addWidget(_step(_("The file"), why, self._file, self._where))
        code = Label(short_code, "display", tabular=True)
        code.setAccessibleName(" ".join(short_code))
        why = _("Write it on the list on paper. It shows later that nothing was changed.")
        self.column.addWidget(_step(_("The short code"), why, code))
        row = QHBoxLayout()
        row.setSpacing(12)
        home = Button(_("Home"), "primary")
        home.clicked.connect(self.left)
        again = Button(_("Save the file elsewhere …"), "secondary", icon="download")
        again.clicked.connect(self.file_wanted)
        row.addWidget(home)
        row.addWidget(again)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(again)
        self._home = home

    def say_file(self, file: Path) -> None:
        """Say where the file lies."""
        self._file.setText(file.name)
        self._where.setText(_("in {folder}").format(folder=file.parent))
        self.setFocusProxy(self._home)
        announce(self, _("Saved as {file}").format(file=file.name))

    def say_no_file(self, why: str) -> None:
        """Say that there is no file yet, and why."""
        self._file.setText(_("There is no file yet"))
        self._where.setText(why)
        announce(self, why)


def _step(title: str, why: str, *shown: QWidget) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(6)
    column.addWidget(Label(title, "body", weight=600))
    for one in shown:
        column.addWidget(one)
    column.addWidget(Label(why, "small", tone="text2", wrap=True))
    return card
