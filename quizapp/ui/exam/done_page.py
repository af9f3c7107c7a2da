"""After an exam or practice: the file that goes back, and the code for the list on paper."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import _, n_
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class HandedPage(ColumnPage):
    """Emits ``file_wanted()`` to have the file in another place too.

    ``told`` is a sentence about the result of practice; after an exam there is none. After practice
    it emits ``result_wanted()`` and ``again_wanted()`` as well.
    """

    file_wanted = Signal()
    result_wanted = Signal()
    again_wanted = Signal()

    def __init__(
        self, title: str, short_code: str, told: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, _("Home"), parent)
        self.column.addWidget(Label(_("Handed in"), "display", wrap=True))
        words = _("Your answers are saved, and your teacher marks them. Two things are left to do.")
        if told:
            self.column.addWidget(Label(told, "body", wrap=True))
            words = _("Your answers are saved. See what was right and why, and give back the file.")
        self.column.addWidget(Label(words, "body", tone="text2", wrap=True))
        self._file = Label("", "quote", wrap=True)
        self._where = Label("", "small", tone="text2", wrap=True)
        why = _("Give this file to your teacher, as they told you.")
        self.column.addWidget(_step(_("The file"), why, self._file, self._where))
        code = Label(short_code, "display", tabular=True)
        code.setAccessibleName(" ".join(short_code))
        why = _("Write it on the list on paper. It shows later that nothing was changed.")
        self.column.addWidget(_step(_("The short code"), why, code))
        self._first = self._result_button() if told else self._home_button()
        save = Button(_("Save the file elsewhere …"), "secondary", icon="download")
        save.clicked.connect(self.file_wanted)
        row = FlowLayout(spacing=12)
        row.addWidget(self._first)
        if told:
            row.addWidget(self._again_button())
        row.addWidget(save)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(save)

    def _home_button(self) -> Button:
        home = Button(_("Home"), "primary")
        home.clicked.connect(self.left)
        return home

    def _result_button(self) -> Button:
        result = Button(_("See the result"), "primary", trailing="arrow-right")
        result.clicked.connect(self.result_wanted)
        return result

    def _again_button(self) -> Button:
        again = Button(_("Practise again"), "secondary", icon="repeat-2")
        again.clicked.connect(self.again_wanted)
        return again

    def say_file(self, file: Path, contests: int = 0) -> None:
        """Say where the file lies, and how many contests of keys it has with it."""
        self._file.setText(file.name)
        where = _("in {folder}").format(folder=file.parent)
        if contests:
            told = n_("with your contest of a key", "with your {n} contests of keys", contests)
            where = f"{where}, {told.format(n=contests)}"
        self._where.setText(where)
        self.setFocusProxy(self._first)
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
