"""The place in which banks are made: a new one from an article, one’s drafts and one’s banks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring.drafts import DraftCard
from quizapp.i18n import _, n_
from quizapp.ui.dates import local_day
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll


@dataclass(frozen=True, slots=True)
class OwnBank:
    """A bank of one’s own in the list."""

    path: Path
    title: str


class StudioPlace(QWidget):
    """Asks for what to work at."""

    paste_wanted = Signal(str)
    file_wanted = Signal()
    draft_wanted = Signal(object)
    bank_wanted = Signal(object)
    discard_wanted = Signal(object)
    import_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        drafts: Sequence[DraftCard],
        banks: Sequence[OwnBank],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(32, 28, 32, 28)
        self._column.setSpacing(12)
        self._column.addWidget(Label(_("Studio"), "display"))
        self._begin()
        if drafts:
            self._list(_("Drafts"), [self._draft(card) for card in drafts])
        if banks:
            self._list(_("Your banks"), [self._bank(bank) for bank in banks])
        self._column.addStretch(1)
        scroll = PageScroll()
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.paste)

    def _begin(self) -> None:
        box = Card(soft=True)
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(Label(_("A bank from an article"), "card_title"))
        told = _(
            "Copy an article, or open a file with one: text, a web page, Markdown, DOCX or PDF. "
            "Then mark who says what, and the items write themselves."
        )
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        row = FlowLayout(spacing=8)
        self.paste = Button(_("Paste an article"), "primary", icon="newspaper")
        self.paste.clicked.connect(self._paste)
        opened = Button(_("Open a file …"), "secondary", icon="file-text")
        opened.clicked.connect(self.file_wanted)
        bring = Button(_("Bring in questions …"), "ghost", icon="package-open")
        bring.clicked.connect(self.import_wanted)
        row.addWidget(self.paste)
        row.addWidget(opened)
        row.addWidget(bring)
        column.addLayout(row)
        self._column.addWidget(box)

    def _list(self, title: str, rows: list[QHBoxLayout]) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(Label(title, "body", weight=600))
        box = Card()
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(10)
        for row in rows:
            column.addLayout(row)
        self._column.addWidget(box)

    def _draft(self, card: DraftCard) -> QHBoxLayout:
        claims = n_("{n} claim", "{n} claims", card.claims).format(n=card.claims)
        count = n_("{n} word", "{n} words", card.words).format(n=card.words)
        when = local_day(datetime.fromtimestamp(card.at, UTC)) if card.at else ""
        about = card.broken or " · ".join(filter(None, (claims, count, when)))
        row = _row(card.title, about)
        gone = Button(
            _("Delete the draft “{title}”").format(title=card.title), "icon", icon="trash-2"
        )
        gone.clicked.connect(lambda: self.discard_wanted.emit(card))
        row.addWidget(gone)
        if not card.broken:
            go = Button(_("Go on"), "secondary")
            go.setAccessibleName(_("Go on with “{title}”").format(title=card.title))
            go.clicked.connect(lambda: self.draft_wanted.emit(card))
            row.addWidget(go)
        return row

    def _bank(self, bank: OwnBank) -> QHBoxLayout:
        row = _row(bank.title, str(bank.path))
        go = Button(_("Edit"), "secondary")
        go.setAccessibleName(_("Edit “{title}”").format(title=bank.title))
        go.clicked.connect(lambda: self.bank_wanted.emit(bank.path))
        row.addWidget(go)
        return row

    def _paste(self) -> None:
        self.paste_wanted.emit(QGuiApplication.clipboard().text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _row(title: str, about: str) -> QHBoxLayout:
    row, words = QHBoxLayout(), QVBoxLayout()
    row.setSpacing(8)
    words.setSpacing(0)
    words.addWidget(Label(title, "body", weight=500))
    words.addWidget(Label(about, "small", tone="text2"))
    row.addLayout(words, 1)
    return row
