"""Who is in a class: typed, pasted, or from a list; what was understood stands beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.classroom.roster import names_in, numbered
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.forms import TextBox, labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage

MOST_SHOWN = 12


class RosterPage(ColumnPage):
    """Emits ``keep_wanted(name, names)``; ``list_wanted`` asks for a file with names."""

    keep_wanted = Signal(str, tuple)
    list_wanted = Signal()

    def __init__(
        self, name: str = "", names: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        title = _("The class {name}").format(name=name) if name else _("A new class")
        super().__init__(title, _("Classes"), parent)
        self.column.addWidget(Label(title, "display", wrap=True))
        self._name = Field(_("Name of the class"))
        self._name.setPlaceholderText(_("such as 9b"))
        self._name.setText(name)
        self.column.addLayout(labelled(_("Name of the class"), self._name))
        self._list = TextBox(_("Names, one on each line"), rows=10, lines=True)
        self._list.set_words("\n".join(names))
        self._list.changed.connect(lambda _words: self._look())
        self.column.addLayout(
            labelled(_("Names, one on each line, or pasted from a spreadsheet"), self._list)
        )
        self._told = Label("", "small", tone="text2", wrap=True)
        self.column.addWidget(self._told)
        self._said = Label("", "body", tone="error", wrap=True)
        self._said.hide()
        self.column.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep = Button(_("Keep the class"), "primary")
        self.keep.clicked.connect(self._keep)
        opened = Button(_("Open a list …"), "secondary", icon="file-text")
        opened.clicked.connect(self.list_wanted)
        row.addWidget(self.keep)
        row.addWidget(opened)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self._list if name else self._name)
        self._look()

    def show_list(self, text: str) -> None:
        """Put the text of a list into the field."""
        self._list.set_words(text)
        self._look()

    def say(self, words: str) -> None:
        """Say what is wrong."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        announce(self, words)

    def _names(self) -> tuple[str, ...]:
        return names_in(self._list.toPlainText())

    def _look(self) -> None:
        """How many names were understood, the first of them, and who has a twin."""
        self.say("")
        if not self._list.toPlainText().strip():
            self._told.setText(_("Two students of the same name get a number."))
            return
        try:
            students = numbered(self._names())
        except QuizappError as error:
            self._told.setText(str(error))
            return
        n, twins = len(students), [one.label for one in students if one.number > 1]
        told = n_("{n} name: {names}", "{n} names: {names}", n)
        named = ", ".join(one.label for one in students[:MOST_SHOWN])
        words = told.format(n=n, names=named + (" …" if n > MOST_SHOWN else ""))
        if twins:
            words += " " + _("Of the same name as another: {names}.").format(names=", ".join(twins))
        self._told.setText(words)

    def _keep(self) -> None:
        try:
            names = self._names()
        except QuizappError as error:
            self.say(str(error))
            self._list.setFocus()
            return
        self.keep_wanted.emit(self._name.words(), names)
