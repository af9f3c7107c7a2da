"""Find and replace in the article, with a preview of what would be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring.wording import found, replacing
from quizapp.claims import Span
from quizapp.i18n import _, n_
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.chips import Chip
from quizapp.ui.widgets.forms import Line
from quizapp.ui.widgets.label import Hairline, Label

AROUND = 24


class FindBar(QWidget):
    """``shown`` carries a place to be seen, ``replace_wanted`` the splices of a replacement."""

    shown = Signal(object)
    replace_wanted = Signal(tuple)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._places: tuple[Span, ...] = ()
        self._at = -1
        self._wanted, self._other = Line(_("Find")), Line(_("Replace by"))
        self._wanted.setPlaceholderText(_("Find"))
        self._other.setPlaceholderText(_("Replace by"))
        self._case, self._whole = Chip(_("Aa")), Chip(_("Whole words"))
        self._case.setToolTip(_("Mind capitals"))
        self._case.setAccessibleName(_("Mind capitals"))
        self._told = Label("", "small", tone="text2", wrap=True)
        self._one = Button(_("Replace"), "secondary")
        self._all = Button(_("Replace all"), "secondary")
        self._close = Button(_("Close"), "icon", icon="x")
        self._wanted.changed.connect(lambda _words: self._look())
        self._other.changed.connect(lambda _words: self._tell())
        self._wanted.done.connect(self._next)
        self._other.done.connect(self._replace_one)
        for chip in (self._case, self._whole):
            chip.toggled.connect(lambda _on: self._look())
        self._one.clicked.connect(self._replace_one)
        self._all.clicked.connect(lambda: self._replace(self._places))
        self._close.clicked.connect(self.close_bar)
        self._lay_out()
        self.hide()

    def open(self, words: str) -> None:
        """Show the bar, looking for these words, or for those of before."""
        self.show()
        if words:
            self._wanted.setText(words)
        self._look()
        self._wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._wanted.selectAll()

    def show_text(self, text: str) -> None:
        """Look in this text from now on."""
        if text != self._text:
            self._text = text
            if self.isVisible():
                self._look()

    def close_bar(self) -> None:
        """Put the bar away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        case, whole = self._case.isChecked(), self._whole.isChecked()
        self._places = found(self._text, self._wanted.text(), case=case, whole=whole)
        self._at = -1
        self._tell()

    def _tell(self) -> None:
        """How many places there are, and what the next one would read."""
        n = len(self._places)
        told = n_("{n} place", "{n} places", n).format(n=n) if self._wanted.text() else ""
        if n and self._other.text():
            place = self._places[max(0, self._at)]
            before = self._text[max(0, place.start - AROUND) : place.start]
            after = self._text[place.end : place.end + AROUND]
            reads = _("would read “…{before}{words}{after}…”")
            filled = reads.format(before=before, words=self._other.text(), after=after)
            told = f"{told}; {' '.join(filled.split())}"
        self._told.setText(told)
        self._one.setEnabled(n > 0)
        self._all.setEnabled(n > 0)

    def _next(self) -> None:
        if self._places:
            self._at = (self._at + 1) % len(self._places)
            self.shown.emit(self._places[self._at])
            self._tell()

    def _replace_one(self) -> None:
        if self._places:
            self._replace((self._places[max(0, self._at)],))

    def _replace(self, places: tuple[Span, ...]) -> None:
        if places:
            self.replace_wanted.emit(tuple(replacing(places, self._other.text())))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 10)
        column.setSpacing(8)
        column.addWidget(Hairline())
        first, second = QHBoxLayout(), QHBoxLayout()
        for part in (self._wanted, self._case, self._whole, self._close):
            first.addWidget(part)
        for part in (self._other, self._one, self._all):
            second.addWidget(part)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._told)
