"""The place of a teacher’s classes: the classes, and the key without which none can be examined."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.classroom.book import Classroom
from quizapp.i18n import _, n_
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.page import WIDTH
from quizapp.ui.widgets.scroll import PageScroll


@dataclass(frozen=True, slots=True)
class ClassCard:
    """A class as the list shows it.

    ``packs`` is how many exams and practices it was given, ``open`` how many of its files are to be
    looked at, ``contests`` how many contests are to be decided.
    """

    classroom: Classroom
    packs: int
    files: int
    open: int
    contests: int = 0


class ClassesPlace(QWidget):
    """``words`` are those of the teacher’s key, empty where there is none yet."""

    key_wanted = Signal()
    new_wanted = Signal()
    chosen = Signal(object)
    collect_wanted = Signal()

    def __init__(
        self, cards: Sequence[ClassCard], words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        page, middle = QWidget(), QWidget()
        page.setObjectName("page")
        middle.setMaximumWidth(current().px(WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        beside = QHBoxLayout(page)
        beside.setContentsMargins(32, 28, 32, 28)
        beside.addWidget(middle, 100)
        beside.addStretch(1)
        column.addWidget(Label(_("Classes"), "display"))
        column.addWidget(self._key(words))
        column.addWidget(self._begin(cards, words))
        if cards:
            column.addWidget(self._list(cards))
        column.addStretch(1)
        scroll = PageScroll()
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.first)

    def _key(self, words: str) -> Card:
        box = Card()
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(6)
        column.addWidget(Label(_("Your key"), "body", weight=600))
        told = _(
            "An exam is signed with your key, and only your key opens what comes back. Say these "
            "words to your class: they see the same ones when they begin."
        )
        if words:
            column.addWidget(Label(words, "quote", wrap=True))
        else:
            told = _(
                "An exam is signed with your key, and only your key opens what comes back. Make it "
                "once, and keep its recovery sheet on paper."
            )
        column.addWidget(Label(told, "small", tone="text2", wrap=True))
        self.first = Button(_("Make your key"), "primary")
        self.first.clicked.connect(self.key_wanted)
        if not words:
            row = QHBoxLayout()
            row.addWidget(self.first)
            row.addStretch(1)
            column.addLayout(row)
        return box

    def _begin(self, cards: Sequence[ClassCard], words: str) -> Card:
        box = Card(soft=True)
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        title = _("What you can do") if cards else _("There is no class yet")
        column.addWidget(Label(title, "card_title", wrap=True))
        told = _(
            "Type, paste or open the names of a class, hand it a bank as an exam or for practice, "
            "collect what comes back, and see the marks. No network is needed, and names stay here."
        )
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        row = FlowLayout(spacing=8)
        new = Button(_("New class"), "primary" if words and not cards else "secondary", icon="plus")
        new.clicked.connect(self.new_wanted)
        row.addWidget(new)
        collect = Button(_("Collect files …"), "secondary", icon="package-open")
        collect.clicked.connect(self.collect_wanted)
        collect.setVisible(bool(words and any(card.packs for card in cards)))
        row.addWidget(collect)
        column.addLayout(row)
        if words:
            self.first = new
        return box

    def _list(self, cards: Sequence[ClassCard]) -> Card:
        box = Card()
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(10)
        for n, card in enumerate(cards):
            if n:
                column.addWidget(Hairline())
            column.addLayout(self._row(card))
        return box

    def _row(self, card: ClassCard) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(8)
        words.setSpacing(0)
        words.addWidget(Label(card.classroom.name, "body", weight=500))
        words.addWidget(Label(told_of(card), "small", tone="text2", wrap=True))
        row.addLayout(words, 1)
        go = Button(_("Open"), "secondary")
        go.setAccessibleName(_("Open the class {name}").format(name=card.classroom.name))
        go.clicked.connect(lambda: self.chosen.emit(card.classroom))
        row.addWidget(go)
        return row


def told_of(card: ClassCard) -> str:
    """How many are in a class, what it was given, and what is to be looked at."""
    n = len(card.classroom.students)
    parts = [n_("{n} student", "{n} students", n).format(n=n)]
    if card.packs:
        words = n_("{n} pack handed out", "{n} packs handed out", card.packs)
        parts.append(words.format(n=card.packs))
        parts.append(
            n_("{n} file came back", "{n} files came back", card.files).format(n=card.files)
        )
    if card.open:
        parts.append(n_("{n} to decide", "{n} to decide", card.open).format(n=card.open))
    if card.contests:
        words = n_("{n} contest to decide", "{n} contests to decide", card.contests)
        parts.append(words.format(n=card.contests))
    return " · ".join(parts)
