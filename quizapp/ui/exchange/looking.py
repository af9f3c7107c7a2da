"""What was understood of a file: its questions, each as the student sees it, and where they go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from quizapp.app.importing import Intake
from quizapp.i18n import _, n_
from quizapp.items import KINDS
from quizapp.ui.exchange.details import Details, remarks_card
from quizapp.ui.exchange.entries import EntryList
from quizapp.ui.widgets.bar import Foot
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.field import DropDown
from quizapp.ui.widgets.forms import Line
from quizapp.ui.widgets.label import Label

MOST_KINDS = 4


@dataclass(frozen=True, slots=True)
class Target:
    """A bank that questions can go into."""

    path: Path
    title: str


class Looking(QWidget):
    """Emits ``wanted(ids, target, title)``: ``target`` is ``None`` for a new bank of that title.

    With ``into`` the questions go where it says, and nothing is asked.
    """

    wanted = Signal(object, object, str)

    def __init__(
        self, targets: Sequence[Target], into: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._targets = targets
        self.list = EntryList()
        self.details = Details()
        self.list.chosen.connect(self._show)
        self.list.ticked.connect(self._count)
        self._summary = Label("", "body", weight=600, wrap=True)
        self._kinds = Label("", "small", tone="text2", wrap=True)
        self._whole = QVBoxLayout()
        self._bank = DropDown()
        self._bank.setAccessibleName(_("The bank they go into"))
        self._bank.addItem(_("A new bank"), None)
        for target in targets:
            self._bank.addItem(target.title, target)
        self._bank.currentIndexChanged.connect(lambda _n: self._name_shown())
        self._title = Line(_("Title of the new bank"))
        self._title.setPlaceholderText(_("Title of the new bank"))
        self.go = Button("", "primary")
        self.go.clicked.connect(self._take)
        self._into = into
        self._lay_out()

    def show_intake(self, intake: Intake) -> None:
        """Show a file; all that can be taken is chosen at first."""
        self._summary.setText(_summary(intake))
        self._kinds.setText(_kinds(intake))
        if intake.notes:
            self._whole.addWidget(remarks_card(intake.notes))
        self.details.show_intake(intake)
        self._title.setText(intake.bank.title)
        self.list.show_entries(intake.entries)
        self.list.tick(intake.entries, on=True)
        self._show(0)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 4)
        head.setSpacing(4)
        for part in (self._summary, self._kinds):
            head.addWidget(part)
        head.addLayout(self._whole)
        choose = QHBoxLayout()
        choose.setSpacing(12)
        for words, on in ((_("Choose all"), True), (_("Choose none"), False)):
            link = Link(words, "small")
            link.clicked.connect(lambda on=on: self.list.tick(self.list.rows(), on=on))
            choose.addWidget(link)
        choose.addStretch(1)
        head.addLayout(choose)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.details)
        split.setSizes([440, 560])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(split, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> Foot:
        foot = Foot()
        if self._into:
            foot.row.addWidget(Label(self._into, "small", tone="text2"), 1)
        else:
            foot.row.addWidget(Label(_("Into"), "body", tone="text2"))
            foot.row.addWidget(self._bank, 1)
            foot.row.addWidget(self._title, 2)
        foot.row.addWidget(self.go)
        return foot

    def _name_shown(self) -> None:
        self._title.setVisible(self._bank.currentData() is None and not self._into)

    def _show(self, row: int) -> None:
        rows = self.list.rows()
        self.details.show_entry(rows[row] if 0 <= row < len(rows) else None)

    def _count(self) -> None:
        n = len(self.list.wanted)
        self.go.set_text(n_("Bring in {n} question", "Bring in {n} questions", n).format(n=n))
        self.go.setEnabled(n > 0)

    def _take(self) -> None:
        target = self._bank.currentData()
        self.wanted.emit(frozenset(self.list.wanted), target, self._title.words())


def _summary(intake: Intake) -> str:
    """How many questions of which format, and how many could not be read."""
    n, refused = len(intake.bank.items), intake.count("refused")
    told = n_("{n} question, read as {format}", "{n} questions, read as {format}", n)
    words = told.format(n=n, format=intake.title)
    if refused:
        gone = n_("{n} could not be read", "{n} could not be read", refused).format(n=refused)
        return f"{words} · {gone}"
    return words


def _kinds(intake: Intake) -> str:
    """The most frequent kinds, and how many have remarks."""
    shown = [f"{_(KINDS[kind].title)} {n}" for kind, n in intake.kinds[:MOST_KINDS]]
    rest = len(intake.kinds) - MOST_KINDS
    if rest > 0:
        shown.append(n_("{n} other kind", "{n} other kinds", rest).format(n=rest))
    changed = intake.count("changed") + intake.count("lost")
    if changed:
        shown.append(n_("{n} with remarks", "{n} with remarks", changed).format(n=changed))
    return " · ".join(shown)
