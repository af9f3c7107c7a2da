"""A bank for another program: which format, and what that does not carry, before it is written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.exchange import Target
from quizapp.formats import Loss
from quizapp.i18n import _, n_
from quizapp.ui.studio.sheet import empty
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import DropDown
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage

MOST_NAMED = 12


class ExportPage(ColumnPage):
    """Emits ``chosen`` with a format to be tried, and ``save_wanted`` for the one that is shown."""

    chosen = Signal(object)
    save_wanted = Signal(object)

    def __init__(
        self, title: str, back: str, targets: Sequence[Target], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, back, parent)
        self.column.addWidget(Label(_("For another program"), "display", wrap=True))
        told = _("Choose what the other program reads. What it cannot hold is named before.")
        self.column.addWidget(Label(told, "body", tone="text2", wrap=True))
        self._format = DropDown()
        self._format.setAccessibleName(_("Format"))
        for target in targets:
            self._format.addItem(target.title, target)
        self._format.currentIndexChanged.connect(lambda _n: self._try())
        self.column.addWidget(self._format)
        self._told = Label("", "body", weight=600, wrap=True)
        self.column.addWidget(self._told)
        self._losses = QVBoxLayout()
        self._losses.setSpacing(10)
        self.column.addLayout(self._losses)
        self.save = Button(_("Save as …"), "primary", icon="download")
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.target))
        self._saved = Label("", "small", tone="text2")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.save)
        row.addWidget(self._saved, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self._format)

    @property
    def target(self) -> Target:
        """The format that is chosen."""
        target: Target = self._format.currentData()
        return target

    def show_losses(self, written: int, losses: Sequence[Loss]) -> None:
        """How many questions the file would have, and what each of the others lacks."""
        empty(self._losses)
        told = n_("{n} question goes out", "{n} questions go out", written).format(n=written)
        alike: dict[str, list[str]] = {}
        for loss in losses:
            alike.setdefault(loss.what, []).append(loss.item)
        self._told.setText(told if alike else f"{told}. {_('Nothing is lost.')}")
        for what, items in alike.items():
            self._losses.addWidget(_lost(what, [item for item in items if item]))
        self.save.setEnabled(written > 0)
        self.say_saved("")

    def show_working(self) -> None:
        """The bank is being written in the format, to see what is lost."""
        empty(self._losses)
        self._told.setText(_("One moment."))
        self.save.setEnabled(False)

    def say_saved(self, words: str) -> None:
        """Say what became of the file."""
        self._saved.setText(words)

    def _try(self) -> None:
        self.show_working()
        self.chosen.emit(self.target)


def _lost(what: str, items: Sequence[str]) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 10, 16, 10)
    column.setSpacing(2)
    column.addWidget(Label(what, "body", wrap=True))
    if items:
        named = ", ".join(items[:MOST_NAMED])
        more = len(items) - MOST_NAMED
        if more > 0:
            named = _("{named} and {n} more").format(named=named, n=more)
        column.addWidget(Label(named, "small", tone="text2", wrap=True))
    return card
