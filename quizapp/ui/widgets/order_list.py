"""Lines to put in order: by dragging, by picking up and placing, or by the number of a place."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.paint import Look, PaintedButton, Words, box, write
from quizapp.ui.widgets.sorter import Part

_CIRCLE = 22


class _LineFace:
    """Paints one line: handle, place, words."""

    def __init__(self, text: str) -> None:
        self.text, self.place, self.compact = text, 0, False

    def height(self, width: int) -> int:
        theme = current()
        room = 16 if self.compact else 24
        least = theme.grow(36 if self.compact else 44)
        return max(
            least, self._words(theme).height(max(40, width - self._text_at(theme) - 16)) + room
        )

    def width(self) -> int:
        theme = current()
        natural = self._words(theme).natural_width() + self._text_at(theme) + 20
        return round(min(natural, 464))

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.inner()
        edge, thick = look.edge(theme.line)
        box(painter, rect, look.fill(theme.paper), edge, thick)
        middle = rect.center().y()
        self._handle(painter, theme, rect.x() + 14, middle)
        side = theme.grow(_CIRCLE)
        circle = QRectF(rect.x() + 32, middle - side / 2, side, side)
        on = look.chosen
        rim = theme.accent if on else theme.line_strong
        box(painter, circle, theme.accent if on else "", rim, max(1.25, theme.border), side / 2)
        ink = theme.on_accent if on else theme.text2
        font = theme.font("small", 600 if on else 500, tabular=True)
        font.setPixelSize(min(font.pixelSize(), round(side * 0.62)))
        write(painter, str(self.place), font, ink, circle, Qt.AlignmentFlag.AlignHCenter)
        x = rect.x() + self._text_at(theme)
        width = rect.right() - x - 16
        words = self._words(theme)
        words.draw(painter, x, middle - words.height(width) / 2, width, theme.text)

    def _handle(self, painter: QPainter, theme: Theme, x: float, middle: float) -> None:
        """Six dots, which say that the line can be dragged."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line_strong))
        for column in range(2):
            for row in (-1, 0, 1):
                painter.drawEllipse(QRectF(x + 5 * column, middle + 5 * row - 1.25, 2.5, 2.5))

    def _words(self, theme: Theme) -> Words:
        return Words(self.text, theme.font("body"), theme.line_height("body"))

    def _text_at(self, theme: Theme) -> int:
        return 32 + theme.grow(_CIRCLE) + 12


class _Line(PaintedButton):
    """One line. It is checked while it is picked up."""

    def __init__(self, part: Part, owner: "OrderList") -> None:
        self.line = _LineFace(part.text)
        super().__init__(self.line, part.text, owner, wraps=True)
        self.id, self._owner = part.id, owner
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self._owner.key(self, event)
        if not event.isAccepted() and event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._owner.leave(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.globalPosition().toPoint(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed is None:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._dragging:
            self._dragging = True
            self._owner.pick_up(self)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self._owner.drag_to(self, self._owner.mapFromGlobal(at).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._dragging:
            self._owner.drop()
        elif self.rect().contains(event.position().toPoint()):
            self._owner.take_click(self)


class OrderList(QWidget):
    """The lines in the order shown. ``ordered`` carries their ids after each change.

    Space picks a line up and drops it, arrows move it in between, Escape puts it back; a digit
    puts the line that has the focus at that place. A click picks up, a second one places.
    """

    ordered = Signal(tuple)

    def __init__(self, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lines = [_Line(part, self) for part in parts]
        self._lifted: _Line | None = None
        self._before: tuple[str, ...] = ()
        for line in self._lines:
            self._column.addWidget(line)
        self._number()

    def ids(self) -> tuple[str, ...]:
        """The ids from top to bottom."""
        return tuple(line.id for line in self._lines)

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show the lines in this order, without a signal; those not named come last."""
        places = {id_: n for n, id_ in enumerate(ids)}
        self._lines.sort(key=lambda line: places.get(line.id, len(places)))
        for n, line in enumerate(self._lines):
            self._column.removeWidget(line)
            self._column.insertWidget(n, line)
        self._number()

    def set_compact(self, on: bool) -> None:
        """Take less height, for a low window."""
        for line in self._lines:
            line.line.compact = on
            line.updateGeometry()
            line.update()

    def focus(self, place: int) -> None:
        """Put the focus on the line at a place, counted from 0."""
        if 0 <= place < len(self._lines):
            self._lines[place].setFocus(Qt.FocusReason.TabFocusReason)

    # picking up, moving, dropping

    def pick_up(self, line: _Line) -> None:
        """Take a line up, so that it can be moved."""
        self._lifted, self._before = line, self.ids()
        for other in self._lines:
            other.setChecked(other is line)
        self._announce(line, _("Picked up: {line}. Place {n} of {of}."))

    def move(self, line: _Line, to: int) -> None:  # type: ignore[override]  # of a line, not of us
        """Put a line at another place, counted from 0."""
        at, to = self._lines.index(line), max(0, min(to, len(self._lines) - 1))
        if at == to:
            return
        self._lines.insert(to, self._lines.pop(at))
        self._column.removeWidget(line)
        self._column.insertWidget(to, line)
        self._number()

    def drop(self) -> None:
        """Leave the line where it is now."""
        line, self._lifted = self._lifted, None
        if line is not None:
            line.setChecked(False)
            self._announce(line, _("Dropped: {line}. Place {n} of {of}."))
            self.ordered.emit(self.ids())

    def drag_to(self, line: _Line, y: int) -> None:
        """Let a line follow the pointer: it passes another one at that one's middle."""
        at = self._lines.index(line)
        above = self._lines[at - 1] if at > 0 else None
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if above is not None and y < above.geometry().center().y():
            self.move(line, at - 1)
        elif below is not None and y > below.geometry().center().y():
            self.move(line, at + 1)
        else:
            return
        self._column.activate()

    def take_click(self, line: _Line) -> None:
        """The first click picks a line up, the second says where it goes."""
        if self._lifted is None:
            self.pick_up(line)
            return
        if self._lifted is not line:
            self.move(self._lifted, self._lines.index(line))
        self.drop()

    def leave(self, line: _Line) -> None:
        """The focus goes elsewhere: a line that was moved by the keyboard stays where it is."""
        if self._lifted is line and self.ids() != self._before:
            self.drop()

    def key(self, line: _Line, event: QKeyEvent) -> None:
        """Handle a key on a line; accepts the event where it is one of ours."""
        key, at = Qt.Key(event.key()), self._lines.index(line)
        lifted = self._lifted is line
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        event.accept()
        if key == Qt.Key.Key_Space or (lifted and enter):
            self.take_click(line)
        elif step and lifted:
            self.move(line, at + step)
            self._announce(line, _("Place {n} of {of}."))
        elif step:
            self.focus(at + step)
        elif lifted and key == Qt.Key.Key_Escape:
            self._put_back()
        else:
            self._digit(line, event)

    def _digit(self, line: _Line, event: QKeyEvent) -> None:
        text = event.text()
        number = int(text) if text.isdecimal() and text.isascii() else 0
        event.setAccepted(0 < number <= len(self._lines))
        if event.isAccepted():
            if self._lifted is not line:
                self.pick_up(line)
            self.move(line, number - 1)
            self.drop()

    def _put_back(self) -> None:
        line, self._lifted = self._lifted, None
        if line is not None:
            line.setChecked(False)
            self.set_ids(self._before)
            self._announce(line, _("Put back: {line}. Place {n} of {of}."))

    def _announce(self, line: _Line, words: str) -> None:
        n, of = self._lines.index(line) + 1, len(self._lines)
        announce(line, words.format(line=line.line.text, n=n, of=of))

    def _number(self) -> None:
        """Show and tell each line its place, and let Tab go from top to bottom."""
        for n, line in enumerate(self._lines):
            line.line.place = n + 1
            place = _("Place {n} of {of}").format(n=n + 1, of=len(self._lines))
            line.setAccessibleDescription(place)
            line.update()
        for one, other in zip(self._lines, self._lines[1:], strict=False):
            QWidget.setTabOrder(one, other)
