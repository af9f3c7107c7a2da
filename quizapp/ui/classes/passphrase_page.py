"""The passphrase of a teacher’s key, asked once while the window is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.forms import labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class PassphrasePage(ColumnPage):
    """Emits ``given`` with what was typed."""

    given = Signal(str)

    def __init__(self, why: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Your key"), _("Classes"), parent)
        self.column.addWidget(Label(_("Open your key"), "display", wrap=True))
        self.column.addWidget(Label(why, "body", tone="text2", wrap=True))
        self._field = Field(_("Passphrase"))
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.returnPressed.connect(self._give)
        self.column.addLayout(labelled(_("Passphrase"), self._field))
        self._said = Label("", "body", tone="error", wrap=True)
        self._said.hide()
        self.column.addWidget(self._said)
        self.go = Button(_("Open"), "primary")
        self.go.clicked.connect(self._give)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self._field)

    def say(self, words: str) -> None:
        """Say why it was not opened."""
        self._said.setText(words)
        self._said.show()
        self.go.setEnabled(True)
        self._field.selectAll()
        self._field.setFocus()
        announce(self, words)

    def _give(self) -> None:
        if self._field.text():
            self.go.setEnabled(False)
            self.given.emit(self._field.text())
