"""A teacher’s key: a passphrase, the recovery sheet, and the proof that it is on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.app.teacher_key import same_group
from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.forms import TextBox, labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage

COLUMNS = 3


class KeyPage(ColumnPage):
    """Emits ``make_wanted(passphrase, paper)``, the paper empty for a new key; then ``proved``."""

    make_wanted = Signal(str, str)
    sheet_wanted = Signal()
    proved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Your key"), _("Classes"), parent)
        self._said = Label("", "body", tone="error", wrap=True)
        self._said.hide()
        self._first, self._second = _secret(_("Passphrase")), _secret(_("The same once more"))
        self._paper = TextBox(_("The groups of the recovery sheet"), rows=4, lines=True)
        self._asking = self._ask()
        self._sheet = QWidget()
        self.column.addWidget(self._asking)
        self.column.addWidget(self._sheet)
        self.column.addWidget(self._said)
        self.column.addStretch(1)
        self._sheet.hide()
        self.setFocusProxy(self._first)

    def _ask(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(_("Make your key"), "display", wrap=True))
        told = _(
            "The key lies on this computer under a passphrase. Without the passphrase, and without "
            "the recovery sheet that you get next, nobody can open what your classes hand in: not "
            "you, and not the makers of this program."
        )
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        column.addLayout(labelled(_("Passphrase"), self._first))
        column.addLayout(labelled(_("The same once more"), self._second))
        column.addLayout(
            labelled(_("Only if you have a recovery sheet already: its groups"), self._paper)
        )
        self.make = Button(_("Make the key"), "primary")
        self.make.clicked.connect(self._make)
        self._first.returnPressed.connect(self._second.setFocus)
        self._second.returnPressed.connect(self._make)
        row = QHBoxLayout()
        row.addWidget(self.make)
        row.addStretch(1)
        column.addLayout(row)
        return page

    def _make(self) -> None:
        if self._first.text() != self._second.text():
            self.say(_("The two passphrases are not the same. Type them again."))
            self._second.setFocus()
            return
        self.make.setEnabled(False)
        self.say("")
        self.make_wanted.emit(self._first.text(), self._paper.toPlainText().strip())

    def say(self, words: str) -> None:
        """Say what is wrong; with no words, nothing is."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            self.make.setEnabled(True)
            announce(self, words)

    def show_sheet(self, groups: Sequence[str], asked: Sequence[int], words: str) -> None:
        """Show the recovery sheet, and ask for some of its groups."""
        self._asking.hide()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(_("Put this on paper"), "display", wrap=True))
        told = _(
            "Print it, or write it down, and keep it where you keep what you cannot lose. The two "
            "letters at the end of each group find a mistyped one."
        )
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        column.addWidget(_grid(groups))
        save = Button(_("Save the sheet to print it …"), "secondary", icon="download")
        save.clicked.connect(self.sheet_wanted)
        row = QHBoxLayout()
        row.addWidget(save)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Label(_("The words of your key: {words}").format(words=words), "quote",
                               wrap=True))  # fmt: skip
        column.addWidget(self._proof(groups, asked))
        self._sheet.show()
        self._typed[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _proof(self, groups: Sequence[str], asked: Sequence[int]) -> Card:
        box = Card(soft=True)
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(_("Now from the paper"), "card_title"))
        told = _("Type these groups from your paper, so that you know that it can be read back.")
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        self._groups, self._asked = tuple(groups), tuple(asked)
        self._typed = [Field(_("Group {n}").format(n=n + 1)) for n in asked]
        for n, field in zip(asked, self._typed, strict=True):
            column.addLayout(labelled(_("Group {n}").format(n=n + 1), field))
            field.returnPressed.connect(self._prove)
        self.done = Button(_("It is on paper"), "primary")
        self.done.clicked.connect(self._prove)
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _prove(self) -> None:
        wrong = [
            field
            for n, field in zip(self._asked, self._typed, strict=True)
            if not same_group(field.text(), self._groups[n])
        ]
        for field in self._typed:
            field.set_error(field in wrong)
        if wrong:
            self.say(_("That is not what the sheet has. Look at it again."))
            wrong[0].setFocus()
        else:
            self.proved.emit()


def _secret(name: str) -> Field:
    field = Field(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _grid(groups: Sequence[str]) -> Card:
    box = Card()
    grid = QGridLayout(box)
    grid.setContentsMargins(20, 14, 20, 14)
    grid.setHorizontalSpacing(24)
    for n, group in enumerate(groups):
        grid.addWidget(Label(group, "body", weight=500, tabular=True), n // COLUMNS, n % COLUMNS)
    return box
