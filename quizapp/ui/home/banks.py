"""The page of home once the store is open: where you left off, the banks, the standings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.app.cards import BankCard, BrokenCard
from quizapp.i18n import _
from quizapp.text import fold
from quizapp.ui import icons
from quizapp.ui.home.cards import (
    DUE_WIDTH,
    BankCardView,
    BrokenCardView,
    ContinueCard,
    DueCard,
    FirstCard,
    HomeCard,
    StandingsCard,
)
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import StateCard
from quizapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from quizapp.app.practising import Today

WIDE_CARD = 300


class Banks(QWidget):
    """Shows cards and reports what the reader wants."""

    resume_wanted = Signal(str)
    bank_chosen = Signal(object)
    start_wanted = Signal()
    first_dismissed = Signal()
    open_wanted = Signal()
    details_wanted = Signal(object)
    practise_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: Sequence[BankCard | BrokenCard] = ()
        self._first = False
        self._today: Today | None = None
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(16)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._standings = StandingsCard()
        column.addLayout(self._top)
        column.addWidget(self._make_head())
        column.addLayout(self._grid)
        column.addSpacing(8)
        column.addWidget(self._standings)
        column.addStretch(1)

    def show_cards(
        self,
        cards: Sequence[BankCard | BrokenCard],
        *,
        first: bool,
        today: "Today | None" = None,
    ) -> None:
        """Show these banks, and what is due; ``first`` adds the card of the first start."""
        self._today = today
        begun = any(isinstance(card, BankCard) and card.state != "new" for card in cards)
        self._cards, self._first = cards, first and not begun
        self._fill_top()
        self._fill_grid()

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(10)
        self._count = Label("", "body", tone="text2")
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search banks"))
        self._search.setAccessibleName(_("Search banks"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            icons.icon("search", current().text2), QLineEdit.ActionPosition.LeadingPosition
        )
        self._search.setMinimumWidth(120)
        self._search.textChanged.connect(self._fill_grid)
        open_ = Button(_("Open a bank …"), icon="package-open")
        open_.clicked.connect(self.open_wanted)
        row.addWidget(Label(_("Banks"), "title"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._search, 100)
        row.addWidget(open_)
        return head

    def _fill_top(self) -> None:
        _empty(self._top)
        left = next((c for c in self._cards if isinstance(c, BankCard) and c.state == "open"), None)
        if left is not None:
            card = ContinueCard(left)
            card.button.setProperty("next", True)
            card.resume_wanted.connect(self.resume_wanted)
            self._top.addWidget(card, 1)
        if self._today is not None and self._today.due:
            today = self._today
            due = DueCard(today.due, today.waiting, today.done, alone=left is None)
            due.practise_wanted.connect(self.practise_wanted)
            if left is None:
                due.button.setProperty("next", True)
            self._top.addWidget(due, 0 if left is not None else 1)
        self._arrange_top()

    def _arrange_top(self) -> None:
        """What is due stands beside where one left off, or below it where there is no room."""
        narrow = self.width() - 64 < 2 * current().grow(DUE_WIDTH)
        way = QBoxLayout.Direction
        self._top.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        both = self._top.count() == 2
        if both and (entry := self._top.itemAt(1)) is not None and (due := entry.widget()):
            due.setFixedWidth(current().grow(DUE_WIDTH)) if not narrow else due.setMaximumWidth(
                16_777_215
            )

    def _fill_grid(self) -> None:
        _empty(self._grid)
        shown = self._found()
        self._count.setText(str(len(shown)))
        views: list[QWidget] = [self._view(card) for card in shown]
        if self._first and not self._search.text():
            views.insert(0, self._first_card())
        if not views:
            views = [StateCard(_("No bank is called that"), _("Try a word of its title."))]
        columns = self._columns = self._fitting()
        for n, view in enumerate(views):
            self._grid.addWidget(view, n // columns, n % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _found(self) -> list[BankCard | BrokenCard]:
        wanted = fold(self._search.text())
        return [card for card in self._cards if wanted in fold(_searched(card))]

    def _view(self, card: BankCard | BrokenCard) -> HomeCard:
        if isinstance(card, BrokenCard):
            broken = BrokenCardView(card)
            broken.details_wanted.connect(self.details_wanted)
            return broken
        view = BankCardView(card)
        view.chosen.connect(self.bank_chosen)
        return view

    def _first_card(self) -> FirstCard:
        card = FirstCard()
        card.button.setProperty("next", True)
        card.start_wanted.connect(self.start_wanted)
        card.dismissed.connect(self.first_dismissed)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self._cards and self._fitting() != self._columns:
            self._fill_grid()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
            if self._cards:
                self._fill_top()
                self._fill_grid()

    def _arrange(self) -> None:
        """Fit what does not scroll sideways to the width and to the size of the text."""
        self._arrange_top()
        self._standings.arrange(self.width() - 64)
        self._search.setMaximumWidth(current().grow(220))

    def _fitting(self) -> int:
        """How many cards fit beside each other."""
        return max(1, min(3, (self.width() - 64 + 16) // (current().grow(WIDE_CARD) + 16)))


def _searched(card: BankCard | BrokenCard) -> str:
    return card.name if isinstance(card, BrokenCard) else f"{card.title} {card.publisher_line}"


def _empty(layout: QBoxLayout | QGridLayout) -> None:
    while (entry := layout.takeAt(0)) is not None:
        if widget := entry.widget():
            widget.hide()
            widget.deleteLater()
