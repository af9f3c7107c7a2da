"""The items of a result as rows: number, right or not, the words, and what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui import icons, standings
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.paint import Look, PaintedButton, box, elided, line, write

_VERDICTS = {True: "check", False: "x", None: ""}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One row. ``right`` is ``None`` for an item without an answer or a score.

    ``standing`` is the key of an item about a standing and ``answered`` what the reader chose;
    other items show the icon of their ``kind``. A ``quoted`` text is the article's: serif.
    """

    number: int
    text: str
    right: bool | None
    kind: str
    standing: str = ""
    answered: str = ""
    quoted: bool = False
    flagged: bool = False

    def spoken(self) -> str:
        """The row in words, for screen readers and tool tips."""
        verdicts = {
            True: _("{number}, right: {text}"),
            False: _("{number}, not right: {text}"),
            None: _("{number}, no mark: {text}"),
        }
        return verdicts[self.right].format(number=self.number, text=self.text)

    def outcome(self) -> str:
        """What was answered and what the key is, where the item is about a standing."""
        if not self.standing:
            return ""
        key = standings.word(self.standing)
        if not self.answered or self.answered == self.standing:
            return _("Key: {key}").format(key=key)
        answer = standings.word(self.answered)
        return _("You answered {answer}; the key is {key}").format(answer=answer, key=key)


class _RowFace:
    """Paints one row."""

    def __init__(self, row: ItemRow) -> None:
        self.row = row
        self.last = False

    def height(self, width: int) -> int:
        return current().grow(46)

    def width(self) -> int:
        return 340

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.rect
        inner = rect.adjusted(5, 5, -5, -5) if look.ring else rect
        fill = look.fill()
        if fill:
            edge = theme.accent if theme.high_contrast and look.chosen else ""
            box(painter, inner, fill, edge, theme.chosen)
        elif not self.last:
            line(painter, 12, rect.bottom() - 1, rect.right() - 12, rect.bottom(), theme.line)
        middle = rect.center().y()
        font = theme.font("small", tabular=True)
        number = QRectF(12, 0, theme.grow(24), rect.height())
        write(painter, str(self.row.number), font, theme.text2, number)
        x = 12.0 + theme.grow(24)
        size = theme.grow(16)
        if verdict := _VERDICTS[self.row.right]:
            stroke = 2.75 if verdict == "x" else 1.75
            icons.draw(painter, verdict, x, middle - size / 2, size, theme.text, stroke)
        x += size + 8
        end = self._paint_icons(painter, theme, rect.right() - 12, middle, size)
        font = theme.font("quote" if self.row.quoted else "body", 500 if look.chosen else 400)
        words = elided(self.row.text, font, end - x - 10)
        write(painter, words, font, theme.text, QRectF(x, 0, end - x, rect.height()))

    def _paint_icons(
        self, painter: QPainter, theme: Theme, right: float, middle: float, size: int
    ) -> float:
        """Draw the icons from the right edge; the left edge of the last one."""
        for name, color in reversed(self._icons(theme)):
            right -= size
            icons.draw(painter, name, right, middle - size / 2, size, color)
            right -= 6
        return right + 6

    def _icons(self, theme: Theme) -> list[tuple[str, str]]:
        row, found = self.row, list[tuple[str, str]]()
        if row.flagged:
            found.append(("flag", theme.text2))
        if not row.standing:
            return [*found, (icons.KIND_ICONS.get(row.kind, "info"), theme.text2)]
        if row.answered and row.answered != row.standing:
            found.append((standings.icon(row.answered), theme.standings[row.answered]))
            found.append(("arrow-right", theme.text2))
        return [*found, (standings.icon(row.standing), theme.standings[row.standing])]


class _Row(PaintedButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        owner = self.parent()
        if step and isinstance(owner, ItemRows):
            owner.move_focus(self, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ItemRows(QWidget):
    """A list of rows. A click, Enter or Space emits the index of the row."""

    activated = Signal(int)

    def __init__(self, rows: Sequence[ItemRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch()
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show other rows."""
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for index, row in enumerate(rows):
            face = _RowFace(row)
            face.last = index == len(rows) - 1
            button = _Row(face, row.spoken(), self)
            button.setCheckable(True)
            button.setAccessibleDescription(row.outcome())
            button.setToolTip("\n".join(filter(None, (row.text, row.outcome()))))
            button.clicked.connect(lambda _on, to=index: self._clicked(to))
            self._buttons.append(button)
            self._layout.insertWidget(index, button)

    def select(self, index: int) -> None:
        """Show a row as the one that is open, without a signal; -1 for none."""
        for n, button in enumerate(self._buttons):
            button.setChecked(n == index)

    def move_focus(self, button: QWidget, step: int) -> None:
        """Move the focus to the row above or below."""
        to = next(n for n, b in enumerate(self._buttons) if b is button) + step
        if 0 <= to < len(self._buttons):
            self._buttons[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, index: int) -> None:
        self.select(index)
        self.activated.emit(index)
