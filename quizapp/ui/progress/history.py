"""What was handed in, newest first: the day, the bank, how many of the items were right."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.app.progress import Entry
from quizapp.i18n import _
from quizapp.ui import icons
from quizapp.ui.dates import local_day
from quizapp.ui.tokens import current
from quizapp.ui.widgets.paint import Look, PaintedButton, box, elided, line, width_of, write

SIDE = 12


class _EntryFace:
    """Paints one attempt as a row: two lines where the text is large."""

    def __init__(self, entry: Entry) -> None:
        self.day, self.title = local_day(entry.at), entry.title
        self.counts = _("{right} of {items} right").format(right=entry.right, items=entry.items)

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.rect
        inner = look.inner()
        if fill := look.fill():
            box(painter, inner, fill, "", 0)
        line(painter, SIDE, rect.bottom() - 1, rect.right() - SIDE, rect.bottom(), theme.line)
        size = theme.grow(16)
        end = rect.right() - SIDE - size
        icons.draw(painter, "chevron-right", end, rect.center().y() - size / 2, size, theme.text2)
        end -= 10
        font, small = theme.font("body"), theme.font("small", tabular=True)
        upper = theme.line_height("body")
        top = rect.center().y() - (upper + theme.line_height("small")) / 2
        title = elided(self.title, font, end - SIDE)
        write(painter, title, font, theme.text, QRectF(SIDE, top, end - SIDE, upper))
        below = QRectF(SIDE, top + upper, end - SIDE, theme.line_height("small"))
        write(painter, self.day, theme.font("small"), theme.text2, below)
        write(painter, self.counts, small, theme.text2, below, Qt.AlignmentFlag.AlignRight)

    def height(self, width: int) -> int:
        theme = current()
        return theme.line_height("body") + theme.line_height("small") + theme.grow(16)

    def width(self) -> int:
        return round(width_of(self.title, current().font("body"))) + 60

    def spoken(self) -> str:
        """The row in words, for screen readers."""
        text = _("{title}, {day}: {counts}")
        return text.format(title=self.title, day=self.day, counts=self.counts)


class History(QWidget):
    """The attempts as rows. A click, Enter or Space emits ``chosen`` with the id of one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._count = 0

    def add(self, entries: Sequence[Entry]) -> None:
        """Add older attempts below; the keyboard goes to the first of them if others were there."""
        first: QWidget | None = None
        for entry in entries:
            face = _EntryFace(entry)
            row = PaintedButton(face, face.spoken(), self)
            row.clicked.connect(lambda _on=False, to=entry.attempt: self.chosen.emit(to))
            self._column.addWidget(row)
            first = first or row
        if self._count and first is not None:
            first.show()  # the layout would show it later, and the keyboard goes to it now
            first.setFocus(Qt.FocusReason.TabFocusReason)
        self._count += len(entries)

    @property
    def count(self) -> int:
        """How many are shown."""
        return self._count
