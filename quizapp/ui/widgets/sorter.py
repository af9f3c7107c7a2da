"""Sorting considerations: each is a row, and its category is chosen from a painted row of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import Look, PaintedRadio, box, check, width_of, write


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to sort, or one category to put it in."""

    id: str
    text: str


class _SegmentFace:
    """Paints one category of one row."""

    def __init__(self, text: str, key: int) -> None:
        self.text, self.key = text, key

    def height(self, width: int) -> int:
        return current().grow(30)

    def width(self) -> int:
        theme = current()
        return round(width_of(self.text, self._font(theme, 600)) + theme.px(12) + 26)

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.rect
        if look.ring:
            rect = rect.adjusted(4, 4, -4, -4)
        edge, thick = look.edge(theme.line_strong)
        box(painter, rect, look.fill(theme.paper), edge, thick)
        ink = theme.text if look.enabled else theme.disabled
        font = self._font(theme, 600 if look.chosen else 400)
        digit = theme.font("small", 500, tabular=True)
        used = width_of(self.text, font) + 6 + width_of(str(self.key), digit)
        x = rect.x() + max(4.0, (rect.width() - used) / 2)
        place = QRectF(x, rect.y(), used, rect.height())
        write(painter, str(self.key), digit, theme.text2 if look.enabled else ink, place)
        place.setLeft(x + 6 + width_of(str(self.key), digit))
        place.setRight(rect.right())
        write(painter, self.text, font, ink, place)

    def _font(self, theme: Theme, weight: int) -> QFont:
        return theme.font("small", weight)


class _Segment(PaintedRadio):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        owner = self.parent()
        if isinstance(owner, _Row):
            owner.key(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class _Row(QWidget):
    """One consideration with its categories."""

    placed = Signal(str)
    stepped = Signal(int, int)
    done = Signal()

    def __init__(self, part: Part, categories: Sequence[Part], parent: QWidget) -> None:
        super().__init__(parent)
        self._categories = tuple(categories)
        self._buttons: list[_Segment] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(Label(part.text, "quote", wrap=True))
        layout.addLayout(self._grid)
        self.setAccessibleName(part.text)
        for number, category in enumerate(categories, start=1):
            button = _Segment(_SegmentFace(category.text, number), category.text, self)
            button.setAccessibleDescription(part.text)
            button.clicked.connect(lambda _on, to=category.id: self._clicked(to))
            self._buttons.append(button)
        self._place(1)

    def category(self) -> str:
        """The category chosen, or nothing."""
        pairs = zip(self._buttons, self._categories, strict=True)
        return next((c.id for button, c in pairs if button.isChecked()), "")

    def set_category(self, category: str) -> None:
        """Show a category as chosen, without a signal."""
        check(self._buttons, [known.id == category for known in self._categories], one=True)

    def focus(self, column: int) -> None:
        """Put the focus on one of the categories."""
        button = self._buttons[min(column, len(self._buttons) - 1)]
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def set_lines(self, lines: int) -> None:
        """Spread the categories over so many lines."""
        self._place(lines)

    def lines_for(self, width: int) -> int:
        """How many lines the categories take in ``width``."""
        widths = [button.sizeHint().width() + 6 for button in self._buttons]
        across = width - 28
        if sum(widths) <= across:
            return 1
        half = -(-len(widths) // 2)
        return 2 if max(widths, default=0) * half <= across else max(1, len(widths))

    def key(self, button: QWidget, event: QKeyEvent) -> None:
        """Digits choose, left and right move here, up and down go to another row."""
        at = next(n for n, b in enumerate(self._buttons) if b is button)
        side = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if side and 0 <= at + side < len(self._buttons):
            self.focus(at + side)
        elif step:
            self.stepped.emit(step, at)
        elif not side:
            self.take_digit(event)
            return
        event.accept()

    def take_digit(self, event: QKeyEvent) -> None:
        """Choose the category with this digit; accepts the event where there is one."""
        digit = int(event.text()) if event.text().isdecimal() else 0
        event.setAccepted(0 < digit <= len(self._buttons))
        if event.isAccepted():
            self.focus(digit - 1)
            self._buttons[digit - 1].click()
            self.done.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme.paper, theme.line, theme.border)
        painter.end()

    def _place(self, lines: int) -> None:
        across = -(-len(self._buttons) // lines)
        for n, button in enumerate(self._buttons):
            self._grid.addWidget(button, n // across, n % across)
        for column, button in enumerate(self._buttons):
            share = button.sizeHint().width() if lines == 1 else 1
            self._grid.setColumnStretch(column, share if column < across else 0)

    def _clicked(self, category: str) -> None:
        self.set_category(category)
        self.placed.emit(category)


class Sorter(QWidget):
    """Rows to sort into categories. Emits all pairs (part, category) that are placed so far.

    Keys: a digit places the row that has the focus and leads to the next one; left and right move
    among the categories, up and down among the rows.
    """

    placed = Signal(tuple)

    def __init__(
        self, parts: Sequence[Part], categories: Sequence[Part], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._lines = 1
        self._rows = [_Row(part, categories, self) for part in parts]
        self.setAccessibleName(_("Sort each consideration into a category"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for index, row in enumerate(self._rows):
            row.placed.connect(lambda _category: self.placed.emit(self.pairs()))
            row.stepped.connect(lambda step, column, at=index: self._step(at + step, column))
            row.done.connect(lambda at=index: self._onwards(at))
            layout.addWidget(row)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (part, category) placed so far, in the order of the rows."""
        zipped = zip(self._parts, self._rows, strict=True)
        return tuple((part.id, row.category()) for part, row in zipped if row.category())

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these as placed, without a signal."""
        found = dict(pairs)
        for part, row in zip(self._parts, self._rows, strict=True):
            row.set_category(found.get(part.id, ""))

    def take_key(self, event: QKeyEvent) -> None:
        """Handle a key on behalf of the screen, in the first row that is not yet sorted."""
        row = next((row for row in self._rows if not row.category()), self._rows[0])
        arrows = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)
        if event.key() in arrows:
            row.focus(0)
            event.accept()
        else:
            row.take_digit(event)

    def resizeEvent(self, event: object) -> None:
        if self._rows:
            lines = self._rows[0].lines_for(self.width())
            if lines != self._lines:
                self._lines = lines
                for row in self._rows:
                    row.set_lines(lines)

    def _onwards(self, at: int) -> None:
        """After a digit the next row that is not yet sorted has the focus, as in pairing."""
        waiting = (n for n, row in enumerate(self._rows) if n > at and not row.category())
        if (to := next(waiting, None)) is not None:
            self._rows[to].focus(0)

    def _step(self, to: int, column: int) -> None:
        if 0 <= to < len(self._rows):
            self._rows[to].focus(column)
