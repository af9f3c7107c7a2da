"""A bank that comes without its article: the reader is asked for their own copy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.bank.bare import Bare, Joined
from quizapp.i18n import _, n_
from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll

WIDEST = 820


class JoinPage(QWidget):
    """Emits ``text_given`` with a pasted copy, ``file_wanted``, and ``start_wanted`` when found."""

    text_given = Signal(str)
    file_wanted = Signal()
    start_wanted = Signal()
    left = Signal()

    def __init__(self, bare: Bare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = False
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(32, 28, 32, 28)
        self._column.setSpacing(16)
        self._column.addWidget(Label(bare.title, "display", wrap=True))
        self._column.addWidget(self._asking(bare))
        self._state = StateCard("")
        self._state.setAccessibleName("")
        self._state.hide()
        self._column.addWidget(self._state)
        self.go = Button(_("Go on to the quiz"), "primary", trailing="arrow-right")
        self.go.clicked.connect(self.start_wanted)
        self.go.hide()
        last = QHBoxLayout()
        last.addWidget(self.go)
        last.addStretch(1)
        self._column.addLayout(last)
        self._column.addStretch(1)
        self._lay_out(page)
        self.setFocusProxy(self.paste)

    def show_looking(self) -> None:
        """The copy is being looked through."""
        self._say(_("Looking for the article"), _("One moment."))

    def show_refused(self, words: str) -> None:
        """It is not the copy that is wanted, or cannot be read; another one may be given."""
        self._say(_("This is not the article that the bank asks about"), words)

    def show_failed(self, words: str) -> None:
        """The copy could not be read."""
        self._say(_("Your copy could not be used"), words)

    def show_found(self, found: Joined) -> None:
        """The article was recognised; the quiz can begin."""
        self._ready = True
        whole, asked = len(found.bank.items), len(found.bank.usable)
        told = _("{share} % of the article are in your copy.").format(
            share=round(100 * found.share)
        )
        if asked < whole:
            withheld = n_(
                "{n} question is withheld, since your copy has other words for it.",
                "{n} questions are withheld, since your copy has other words for them.",
                whole - asked,
            )
            told = f"{told} {withheld.format(n=whole - asked)}"
        self._say(_("The article was recognised"), told)
        self.open.hide()
        self.paste.hide()
        self.go.show()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, title: str, line: str) -> None:
        self._state.set_state(title, line)
        self._state.show()

    def _lay_out(self, page: QWidget) -> None:
        narrow = QWidget()
        narrow.setObjectName("page")
        sides = QHBoxLayout(narrow)
        sides.setContentsMargins(0, 0, 0, 0)
        page.setMaximumWidth(current().px(WIDEST))
        sides.addWidget(page, 1)
        sides.addStretch(0)
        scroll = PageScroll()
        scroll.setWidget(narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(scroll, 1)

    def _asking(self, bare: Bare) -> Card:
        box = Card(soft=True)
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        title = _("This bank comes without its article: open your copy")
        column.addWidget(Label(title, "card_title", wrap=True))
        column.addWidget(Label(f"“{bare.article}”", "body", weight=500, wrap=True))
        column.addWidget(Label(bare.cites, "small", tone="text2", wrap=True))
        told = _(
            "Find the article, and open it as text, web page, DOCX or PDF, or copy all of its text "
            "and paste it here. It may look different from the author’s copy, and have more "
            "around it. Your copy stays on this computer."
        )
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        row = FlowLayout(spacing=8)
        self.open = Button(_("Open a file …"), "primary", icon="file-text")
        self.open.clicked.connect(self.file_wanted)
        self.paste = Button(_("Paste the article"), "secondary", icon="newspaper")
        self.paste.clicked.connect(self._paste)
        for button in (self.open, self.paste):
            row.addWidget(button)
        column.addSpacing(4)
        column.addLayout(row)
        return box

    def _bar(self) -> TopBar:
        bar = TopBar()
        back = Button(_("Home"), "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        bar.row.addWidget(back)
        bar.row.addWidget(Label(_("A bank without its article"), "body", weight=600), 1)
        return bar

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.text_given.emit(text)
        else:
            self.show_failed(_("There is no text to paste. Copy the article first."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and not self._ready:
            self._paste()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
