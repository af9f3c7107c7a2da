"""Where questions come from: a file, or what was copied; and what is wrong with what was given."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.forms import Line
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll

WIDEST = 720
EXAMPLE = "question=A, options=B:E, correct=F"


class Asking(PageScroll):
    """Emits ``file_wanted``, ``pasted`` with a text, or ``columns_given`` for the same table."""

    file_wanted = Signal()
    pasted = Signal(str)
    columns_given = Signal(str)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page, middle = QWidget(), QWidget()
        page.setObjectName("page")
        middle.setMaximumWidth(current().px(WIDEST))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        beside = QHBoxLayout(page)
        beside.setContentsMargins(32, 28, 32, 28)
        beside.addWidget(middle)
        self._failed = StateCard("")
        self._failed.hide()
        self._columns = self._columns_card()
        self._columns.hide()
        for part in (self._ask(titles), self._failed, self._columns):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self.open)

    def _ask(self, titles: Sequence[str]) -> Card:
        box = Card(soft=True)
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(_("Questions that you have already"), "card_title", wrap=True))
        told = _(
            "Open a file, drop one here, or copy questions as text and paste them. What it is, is "
            "told from its content: {formats}. Nothing is kept before you have looked at it."
        ).format(formats=", ".join(titles))
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        row = FlowLayout(spacing=8)
        self.open = Button(_("Open a file …"), "primary", icon="file-text")
        self.open.clicked.connect(self.file_wanted)
        self.paste = Button(_("Paste questions"), "secondary", icon="copy")
        self.paste.clicked.connect(self.take_copied)
        row.addWidget(self.open)
        row.addWidget(self.paste)
        column.addSpacing(4)
        column.addLayout(row)
        return box

    def _columns_card(self) -> Card:
        box = Card()
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(_("Which column holds what?"), "body", weight=600, wrap=True))
        told = _(
            "Name a column by its letter, its number or its heading. Beside these there are "
            "points, feedback, tags and type; “header=no” says that the first row is a question."
        )
        column.addWidget(Label(told, "small", tone="text2", wrap=True))
        self._map = Line(_("Which column holds what?"))
        self._map.setPlaceholderText(EXAMPLE)
        read = Button(_("Read it so"), "secondary")
        read.clicked.connect(self._give_columns)
        self._map.done.connect(self._give_columns)
        column.addWidget(self._map)
        row = QHBoxLayout()
        row.addWidget(read)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _give_columns(self) -> None:
        if words := self._map.words():
            self.columns_given.emit(words)

    def take_copied(self) -> None:
        """Take what was copied, if it is text."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.pasted.emit(text)
        else:
            self.show_failed(_("There is no text to paste"), _("Copy the questions first."))

    def show_failed(self, title: str, line: str, *, columns: bool = False) -> None:
        """Say what is wrong; with ``columns``, ask what the columns of the table hold."""
        self._failed.set_state(title, line)
        self._failed.show()
        self._columns.setVisible(columns)
        if columns:
            self._map.setFocus()
