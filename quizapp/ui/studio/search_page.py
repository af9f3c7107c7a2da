"""Items of other banks, found by words and copied into the draft."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring.searching import FoundItem
from quizapp.i18n import _, n_
from quizapp.ui.icons import KIND_ICONS
from quizapp.ui.studio.sheet import Sheet, empty
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.forms import Line
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.tag import IconLabel

PAUSE, MOST = 250, 40


Act = Callable[[FoundItem], bool]


class SearchPage(Sheet):
    """``find`` gives the items that have the words; ``copy`` and ``move`` say whether they did."""

    def __init__(
        self,
        find: Callable[[str], Sequence[FoundItem]],
        copy: Act,
        move: Act,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Items of all banks"), parent)
        self._find, self._copy, self._move = find, copy, move
        self.words = Line(_("Search all banks"))
        self.words.setPlaceholderText(_("Search all banks"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)
        self.words.changed.connect(lambda _words: self._timer.start())
        self.words.done.connect(self._look)
        self._count = Label("", "small", tone="text2")
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self.column.addWidget(self.words)
        self.column.addWidget(self._count)
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self.setFocusProxy(self.words)

    def _look(self) -> None:
        self._timer.stop()
        empty(self._body)
        words = self.words.words()
        found = self._find(words) if words else ()
        n = len(found)
        self._count.setText(n_("{n} item", "{n} items", n).format(n=n) if words else "")
        if words and not found:
            told = _("Try fewer words, or a part of one.")
            self._body.addWidget(StateCard(_("No item has these words"), told))
        for one in found[:MOST]:
            self._body.addWidget(self._card(one))

    def _card(self, one: FoundItem) -> Card:
        card = Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(KIND_ICONS[one.item.kind]))
        words = QVBoxLayout()
        words.setSpacing(0)
        subject = " ".join((one.item.subject or _(one.item.prompt)).split())
        words.addWidget(Label(subject, "body", weight=500))
        words.addWidget(Label(f"{one.title} · {_(one.item.title)}", "small", tone="text2"))
        row.addLayout(words, 1)
        copy = Link(_("Copy into this bank"), "small")
        copy.setAccessibleName(_("Copy “{words}” into this bank").format(words=subject))
        move = Link(_("Move into this bank"), "small")
        move.setAccessibleName(_("Move “{words}” into this bank").format(words=subject))
        acts = QVBoxLayout()
        acts.setSpacing(6)
        for link in (copy, move):
            acts.addWidget(link, 0, Qt.AlignmentFlag.AlignRight)
        move.setVisible(one.movable)
        row.addLayout(acts)
        copy.clicked.connect(lambda: self._did(copy, self._copy(one), _("Copied"), copy))
        move.clicked.connect(lambda: self._did(move, self._move(one), _("Moved"), copy, move))
        return card

    def _did(self, link: Link, done: bool, words: str, *over: Link) -> None:
        """What was copied can still be moved; what was moved is gone from there."""
        if not done:
            return
        link.set_text(words)
        for one in over:
            one.setEnabled(False)
