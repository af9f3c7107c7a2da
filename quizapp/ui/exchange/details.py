"""One question of a file: as the student will see it, and what was done with it on the way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.importing import Entry, Intake
from quizapp.formats import Note
from quizapp.i18n import N_, _
from quizapp.ui.exchange.entries import MARKS, TONES
from quizapp.ui.studio.preview import Preview
from quizapp.ui.studio.sheet import empty
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll
from quizapp.ui.widgets.tag import IconLabel

WORDS = {
    "refused": N_("Could not be read"),
    "lost": N_("Left out"),
    "changed": N_("Changed"),
    "info": N_("Note"),
}
MOST_NOTES = 40


class Details(PageScroll):
    """Shows an entry; ``show_intake`` says first whose pictures it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 16, 24, 20)
        self._column.setSpacing(10)
        self._heading = Label(_("As the student sees it"), "small", tone="text2", weight=500)
        self._preview = Preview()
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(8)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._preview)
        self._column.addLayout(self._remarks)
        self._column.addStretch(1)
        self.setWidget(page)

    def show_intake(self, intake: Intake) -> None:
        """Take pictures from this file."""
        self._preview.pictures = dict(intake.bank.pictures).get

    def show_entry(self, entry: Entry | None) -> None:
        """Show a question, or that there is none."""
        item = entry.item if entry is not None else None
        self._heading.setVisible(item is not None)
        self._preview.setVisible(item is not None)
        self._preview.show_item(item)
        empty(self._remarks)
        if entry is None:
            return
        if item is None:
            self._remarks.addWidget(Label(entry.question.name, "card_title", wrap=True))
        if entry.remarks:
            self._remarks.addWidget(remarks_card(entry.remarks))
        self.verticalScrollBar().setValue(0)


def remarks_card(notes: Sequence[Note]) -> Card:
    """What was done, each with an icon, a word and its line; the first forty of them."""
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    for note in notes[:MOST_NOTES]:
        row = QHBoxLayout()
        row.setSpacing(10)
        icon = IconLabel(MARKS.get(note.effect, "info"), tone=TONES.get(note.effect, "text2"))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        where = _("line {n}").format(n=note.line) if note.line else ""
        head = " · ".join(filter(None, (_(WORDS[note.effect]), where)))
        words.addWidget(Label(head, "small", tone="text2", weight=500))
        words.addWidget(Label(note.what, "body", wrap=True))
        row.addLayout(words, 1)
        column.addLayout(row)
    if len(notes) > MOST_NOTES:
        more = _("and {n} more").format(n=len(notes) - MOST_NOTES)
        column.addWidget(Label(more, "small", tone="text2"))
    return card
