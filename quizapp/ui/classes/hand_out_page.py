"""An exam for a class: which bank, how many questions, how long; then what goes to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.forms import labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage

MOST_MINUTES = 600


@dataclass(frozen=True, slots=True)
class Handing:
    """What was chosen; 0 minutes and 0 questions mean no limit and all of them."""

    bank: Path
    minutes: int
    count: int
    teacher: str


class HandOutPage(ColumnPage):
    """Emits ``wanted`` with a ``Handing``; ``show_done`` says where the files are."""

    wanted = Signal(object)

    def __init__(
        self,
        name: str,
        banks: Sequence[tuple[Path, str]],
        teacher: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("An exam for {name}").format(name=name), name, parent)
        self._asking = QWidget()
        self._bank = QComboBox()
        self._bank.setAccessibleName(_("Bank"))
        for path, title in banks:
            self._bank.addItem(title, path)
        self._minutes, self._count = Field(_("Minutes")), Field(_("Questions"))
        self._teacher = Field(_("Your name, for the class"))
        self._teacher.setText(teacher)
        for field, none, most in (
            (self._minutes, _("no limit"), MOST_MINUTES),
            (self._count, _("all of them"), 999),
        ):
            field.setPlaceholderText(none)
            field.setValidator(QIntValidator(0, most, field))
        self._ask(name)
        self.column.addWidget(self._asking)
        self._files = QVBoxLayout()
        self._files.setSpacing(12)
        self.column.addLayout(self._files)
        self._said = Label("", "body", tone="error", wrap=True)
        self._said.hide()
        self.column.addWidget(self._said)
        self.column.addStretch(1)
        self.setFocusProxy(self._bank)

    def _ask(self, name: str) -> None:
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title = _("An exam for {name}").format(name=name)
        column.addWidget(Label(title, "display", wrap=True))
        told = _(
            "The file for the class has no keys, and what comes back is marked here. A bank that "
            "students can practise with has its keys: take other questions for an exam."
        )
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        column.addLayout(labelled(_("Bank"), self._bank))
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(labelled(_("Minutes"), self._minutes))
        both.addLayout(labelled(_("Questions"), self._count))
        column.addLayout(both)
        column.addLayout(labelled(_("Your name, for the class"), self._teacher))
        self.go = Button(_("Choose a folder for the files …"), "primary", icon="download")
        self.go.clicked.connect(self._go)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch(1)
        column.addLayout(row)

    def _go(self) -> None:
        minutes, count = (int(field.text() or 0) for field in (self._minutes, self._count))
        bank: Path = self._bank.currentData()
        self.wanted.emit(Handing(bank, minutes, count, self._teacher.words()))

    def say(self, words: str) -> None:
        """Say why it was not done."""
        self._said.setText(words)
        self._said.show()
        announce(self, words)

    def show_done(self, folder: Path, pack: str, codes: str, kept: str) -> None:
        """Say what each file is for."""
        self._asking.hide()
        self._said.hide()
        head = Label(_("The exam is ready"), "display", wrap=True)
        where = Label(_("in {folder}").format(folder=folder), "body", tone="text2", wrap=True)
        steps = (
            (pack, _("For every student: on a stick, on a share, by mail.")),
            (codes, _("A start code for each student. Give each only their own line.")),
            (kept, _("For you: a second copy of the keys, sealed. Keep it; nobody else needs it.")),
        )
        for part in (head, where, *(_step(name, why) for name, why in steps)):
            self._files.addWidget(part)
        told = _("When files come back, collect them here. What counts is marked at once.")
        self._files.addWidget(Label(told, "body", wrap=True))
        home = Button(_("Back to the class"), "primary")
        home.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(home)
        row.addStretch(1)
        self._files.addLayout(row)
        home.setFocus()
        announce(self, head.text())


def _step(name: str, why: str) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 12, 20, 12)
    column.setSpacing(4)
    column.addWidget(Label(name, "body", weight=600, wrap=True))
    column.addWidget(Label(why, "small", tone="text2", wrap=True))
    return card
