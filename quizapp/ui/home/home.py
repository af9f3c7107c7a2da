"""Home: a frame that can be painted at once, and the banks once they are known."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.app.cards import BankCard, BrokenCard
from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import StateCard
from quizapp.ui.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from quizapp.app.practising import Today
    from quizapp.ui.home.banks import Banks


class Home(QWidget):
    """Reports what the reader wants. It opens nothing itself."""

    resume_wanted = Signal(str)
    bank_chosen = Signal(object)
    start_wanted = Signal()
    first_dismissed = Signal()
    open_wanted = Signal()
    details_wanted = Signal(object)
    practise_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banks: Banks | None = None
        self._scroll = PageScroll()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.show_loading()

    def show_loading(self) -> None:
        """The banks are being read."""
        self._say(_("Opening your banks"), _("One moment."))

    def show_failure(self, words: str) -> None:
        """Nothing can be shown, and why; a disk or a server may be back in a moment."""
        self._say(_("Your data could not be opened"), words, _("Try again"))

    def show_cards(
        self,
        cards: Sequence[BankCard | BrokenCard],
        *,
        first: bool,
        today: "Today | None" = None,
    ) -> None:
        """Show these banks, and what is due; ``first`` adds the card of the first start."""
        if self._banks is None:
            self._banks = self._opened()
            self._scroll.setWidget(self._banks)
        self._banks.show_cards(cards, first=first, today=today)

    def focus_first(self) -> None:
        """Give the keyboard to the next thing to do."""
        for button in reversed(self.findChildren(Button)):  # the first may just be going
            if button.property("next"):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _opened(self) -> "Banks":
        """The page of the banks, whose parts are imported after the first paint."""
        from quizapp.ui.home.banks import Banks

        banks = Banks()
        banks.setObjectName("page")
        banks.resume_wanted.connect(self.resume_wanted)
        banks.bank_chosen.connect(self.bank_chosen)
        banks.start_wanted.connect(self.start_wanted)
        banks.first_dismissed.connect(self.first_dismissed)
        banks.open_wanted.connect(self.open_wanted)
        banks.details_wanted.connect(self.details_wanted)
        banks.practise_wanted.connect(self.practise_wanted)
        return banks

    def _say(self, title: str, line: str, link: str = "") -> None:
        """One card in place of the banks."""
        self._banks = None
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 28, 32, 28)
        card = StateCard(title, line, link)
        card.activated.connect(self.again_wanted)
        column.addWidget(card)
        column.addStretch(1)
        self._scroll.setWidget(page)
