"""The last page before handing in: what is still blank, what is flagged."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _, n_
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.tag import IconLabel

MOST = 40


class HandInPage(QWidget):
    """Names the blanks and the flags, each with a way to it. ``wanted`` carries an index."""

    wanted = Signal(int)

    def __init__(
        self,
        texts: Sequence[str],
        blanks: Sequence[int],
        flagged: Sequence[int],
        sides: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(sides, 24, sides, 16)
        column.setSpacing(16)
        column.addWidget(Label(_("Hand in?"), "title"))
        column.addWidget(Label(self._sentence(blanks), "body", wrap=True))
        if blanks:
            column.addWidget(self._list("circle-dashed", _("Still blank"), blanks))
        if flagged:
            column.addWidget(self._list("flag", _("Flagged"), flagged))
        column.addStretch(1)

    @staticmethod
    def _sentence(blanks: Sequence[int]) -> str:
        if not blanks:
            return _("Every question has an answer. After handing in, answers stand as they are.")
        text = n_(
            "{n} question is still blank. A blank earns nothing; a guess may.",
            "{n} questions are still blank. A blank earns nothing; a guess may.",
            len(blanks),
        )
        return text.format(n=len(blanks))

    def _list(self, icon: str, title: str, places: Sequence[int]) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(icon))
        head.addWidget(Label(title, "body", weight=600), 1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, place in enumerate(places[:MOST]):
            link = Link(_("Question {number}").format(number=place + 1))
            link.clicked.connect(lambda _on=False, to=place: self.wanted.emit(to))
            grid.addWidget(link, row, 0)
            grid.addWidget(Label(self._texts[place], "small", tone="text2"), row, 1)
        column.addLayout(grid)
        if len(places) > MOST:
            more = _("and {n} more").format(n=len(places) - MOST)
            column.addWidget(Label(more, "small", tone="text2"))
        return card
