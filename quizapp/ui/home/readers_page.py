"""Who reads on this computer: choose somebody, add, rename, take their data along, delete it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _, n_
from quizapp.store.readers import Reader
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.option_list import Choice, OptionList
from quizapp.ui.widgets.scroll import PageScroll

WIDTH = 720


class ReadersPage(QWidget):
    """Emits what is wanted; whoever does it calls ``show_readers`` or ``say`` afterwards."""

    chosen = Signal(str)
    add_wanted = Signal(str)
    rename_wanted = Signal(str)
    export_wanted = Signal()
    delete_wanted = Signal()
    deletion_confirmed = Signal()

    def __init__(
        self, readers: Sequence[Reader], reader: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list = QVBoxLayout()
        self._new, self._name = Field(_("Name or code of somebody new")), Field(_("New name"))
        self._said = Label("", "small", tone="text2", wrap=True)
        middle = QWidget()
        middle.setMaximumWidth(current().px(WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(_("Readers"), "title"))
        words = _(
            "Each reader has quizzes, progress and practice of their own. There are no passwords: "
            "whoever can open these data can choose anybody."
        )
        column.addWidget(Label(words, "body", tone="text2", wrap=True))
        column.addWidget(self._who())
        column.addWidget(self._theirs())
        column.addWidget(self._said)
        column.addStretch(1)
        self._frame(middle)
        self.show_readers(readers, reader)

    def show_readers(self, readers: Sequence[Reader], reader: str) -> None:
        """Show who there is, and who reads now."""
        while (entry := self._list.takeAt(0)) is not None:
            if old := entry.widget():
                old.deleteLater()
        choices = [
            Choice(
                one.id,
                one.name,
                n_("{n} quiz begun", "{n} quizzes begun", one.attempts).format(n=one.attempts),
            )
            for one in readers
        ]
        options = OptionList(choices)
        options.setAccessibleName(_("Who reads"))
        options.set_chosen((reader,))
        options.chosen.connect(lambda ids: self.chosen.emit(ids[0]))
        self._list.addWidget(options)
        name = next((one.name for one in readers if one.id == reader), reader)
        self._title.setText(_("What is kept of {name}").format(name=name))
        self._name.setPlaceholderText(name)
        self._name.clear()
        self._new.clear()
        self._ask(deleting=False)

    def say(self, words: str) -> None:
        """Say what was done, or why not."""
        self._said.setText(words)
        announce(self, words)

    def ask_deletion(self, entries: int) -> None:
        """Say what would be gone, and ask once more; there is no way back."""
        text = n_(
            "{n} entry would be deleted: of quizzes, answers, practice, contests. It cannot be "
            "undone.",
            "{n} entries would be deleted: of quizzes, answers, practice, contests. It cannot be "
            "undone.",
            entries,
        )
        self._warning.setText(text.format(n=entries))
        self._ask(deleting=True)
        self._for_good.setFocus(Qt.FocusReason.TabFocusReason)

    def _who(self) -> Card:
        card, column = _card()
        column.addWidget(Label(_("Who reads"), "body", weight=600))
        column.addLayout(self._list)
        column.addSpacing(4)
        add = Button(_("Add"))
        add.clicked.connect(lambda: self.add_wanted.emit(self._new.words()))
        self._new.returnPressed.connect(add.click)
        self._new.setPlaceholderText(_("Name or code of somebody new"))
        column.addLayout(_row(self._new, add))
        return card

    def _theirs(self) -> Card:
        card, column = _card()
        self._title = Label("", "body", weight=600)
        column.addWidget(self._title)
        rename = Button(_("Rename"))
        rename.clicked.connect(lambda: self.rename_wanted.emit(self._name.words()))
        self._name.returnPressed.connect(rename.click)
        column.addLayout(_row(self._name, rename))
        column.addWidget(Hairline())
        export, delete = (
            Button(_("Save everything as a file …"), icon="download"),
            Button(_("Delete …")),
        )
        export.clicked.connect(self.export_wanted)
        delete.clicked.connect(self.delete_wanted)
        self._warning = Label("", "body", wrap=True)
        self._for_good, keep = Button(_("Delete for good")), Button(_("Keep everything"), "ghost")
        self._for_good.clicked.connect(self.deletion_confirmed)
        keep.clicked.connect(lambda: self._ask(deleting=False))
        self._safe, self._danger = (export, delete), (self._warning, self._for_good, keep)
        column.addWidget(self._warning)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (export, delete, self._for_good, keep):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _ask(self, *, deleting: bool) -> None:
        for part in self._danger:
            part.setVisible(deleting)
        for part in self._safe:
            part.setVisible(not deleting)

    def _frame(self, middle: QWidget) -> None:
        page = QWidget()
        page.setObjectName("page")
        inner = QHBoxLayout(page)
        inner.setContentsMargins(32, 28, 32, 28)
        inner.addWidget(middle, 10)
        inner.addStretch(1)
        scroll = PageScroll()
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)


def _card() -> tuple[Card, QVBoxLayout]:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 20)
    column.setSpacing(10)
    return card, column


def _row(field: Field, button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
