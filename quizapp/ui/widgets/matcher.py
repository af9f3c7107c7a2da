"""Giving each row one of several names: by number, by a click on both, or by dragging."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.style import OWN_RING
from quizapp.ui.tokens import RADIUS, Theme, current
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.paint import NO_LIMIT, Look, PaintedButton, Words, box, width_of, write
from quizapp.ui.widgets.sorter import Part


class _Name:
    """How a name is drawn, in the tray and in a row: its number and its words in a box."""

    def __init__(self, text: str, number: int) -> None:
        self.text, self.number = text, number

    def size(self, theme: Theme, most: float) -> tuple[float, float]:
        """Width and height in at most ``most``."""
        words, lead = self._words(theme), self._lead(theme)
        width = min(words.natural_width() + 2 + lead + 12, most)
        height = words.height(max(20.0, width - lead - 12))
        return width, max(float(theme.grow(30)), height + 10.0)

    def draw(self, painter: QPainter, look: Look, rect: QRectF, fill: str, edge: str) -> None:
        """Draw it into ``rect``."""
        theme = look.theme
        box(painter, rect, fill, edge, theme.border)
        lead, digit = self._lead(theme), theme.font("small", 500, tabular=True)
        place = QRectF(rect.x() + 10, rect.y(), lead, rect.height())
        write(painter, self._digit(), digit, theme.text2, place)
        words, width = self._words(theme), rect.width() - lead - 12 + 2
        y = rect.center().y() - words.height(width) / 2
        words.draw(painter, rect.x() + lead, y, width, theme.text)

    def _digit(self) -> str:
        return str(self.number) if self.number <= 9 else ""

    def _lead(self, theme: Theme) -> float:
        digit = width_of("0", theme.font("small", 500, tabular=True))
        return 18.0 + digit if self._digit() else 12.0

    def _words(self, theme: Theme) -> Words:
        return Words(self.text, theme.font("body"), theme.line_height("body"))


class _ChipFace:
    """Paints a name of the tray."""

    def __init__(self, name: _Name) -> None:
        self._name = name

    def height(self, width: int) -> int:
        return round(self._name.size(current(), width)[1])

    def width(self) -> int:
        return round(self._name.size(current(), NO_LIMIT)[0] + 0.5)

    def paint(self, painter: QPainter, look: Look) -> None:
        fill = look.fill(look.theme.paper)
        self._name.draw(painter, look, look.rect, fill, look.theme.line_strong)


class _RowFace:
    """Paints a row: its words, below them the name that it was given.

    In a low window a name that finds room beside the words stands there.
    """

    def __init__(self, text: str) -> None:
        self._text, self.name, self.compact = text, _Name("", 0), False

    def height(self, width: int) -> int:
        words, slot = self._places(current(), width)
        return round(max(words.bottom(), slot.bottom())) + self._pad()

    def width(self) -> int:
        return current().px(300)

    def paint(self, painter: QPainter, look: Look) -> None:
        theme = look.theme
        edge, thick = look.edge(theme.line)
        box(painter, look.inner(), look.fill(theme.paper), edge, thick)
        words, slot = self._places(theme, look.rect.width())
        self._words(theme).draw(painter, words.x(), words.y(), words.width(), theme.text)
        if self.name.text:
            self.name.draw(painter, look, slot, theme.paper, theme.line_strong)
            return
        painter.setPen(QPen(QColor(theme.line_strong), theme.border, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(slot.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        inside = slot.adjusted(10, 0, -10, 0)
        write(painter, _("Choose a source"), theme.font("small"), theme.text2, inside)

    def _places(self, theme: Theme, width: float) -> tuple[QRectF, QRectF]:
        """Where the words and the name stand in a row of this width."""
        pad, room, words = self._pad(), width - 28, self._words(theme)
        across, high = self._slot(theme, room)
        natural = words.natural_width() + 1
        if self.compact and natural + 14 + across <= room:
            line = words.height(natural)
            tall = max(line, high)
            slot = QRectF(width - 14 - across, pad + (tall - high) / 2, across, high)
            return QRectF(14, pad + (tall - line) / 2, natural, line), slot
        line = words.height(room)
        return QRectF(14, pad, room, line), QRectF(14, pad + line + 6, across, high)

    def _slot(self, theme: Theme, width: float) -> tuple[float, float]:
        if self.name.text:
            return self.name.size(theme, width)
        empty = width_of(_("Choose a source"), theme.font("small"))
        least = 0 if self.compact else theme.px(150)
        return min(width, max(empty + 22, least)), float(theme.grow(30))

    def _pad(self) -> int:
        return 8 if self.compact else 12

    def _words(self, theme: Theme) -> Words:
        return Words(self._text, theme.font("quote"), theme.line_height("quote"))


class _Chip(PaintedButton):
    """A name of the tray: a click or Space gives it to the row that is next, dragging to any."""

    def __init__(self, part: Part, number: int, owner: "Matcher") -> None:
        self.name = _Name(part.text, number)
        super().__init__(_ChipFace(self.name), part.text, owner, wraps=True)
        self.setProperty(OWN_RING, False)
        self.id, self._owner = part.id, owner
        self._pressed: QPoint | None = None
        self._ghost: _Ghost | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self._owner.chip_key(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and self._ghost is None:
            self._ghost = _Ghost(self.name, self._owner)
            self.setDown(False)
        if self._ghost is not None:
            self._ghost.follow(self._owner.mapFromGlobal(at))
            self._owner.hover(self._owner.mapFromGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._ghost is None:
            super().mouseReleaseEvent(event)
            return
        self._ghost.hide()
        self._ghost.deleteLater()
        self._ghost = None
        at = self._owner.mapFromGlobal(event.globalPosition().toPoint())
        self._owner.drop(self.id, at)


class _Ghost(QWidget):
    """The name that is being dragged."""

    def __init__(self, name: _Name, owner: QWidget) -> None:
        super().__init__(owner)
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        width, height = name.size(current(), owner.width())
        self.resize(round(width + 0.5), round(height))
        self.show()
        self.raise_()

    def follow(self, at: QPoint) -> None:
        """Stay under the pointer."""
        self.move(at - QPoint(20, self.height() // 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = current(), QRectF(self.rect())
        painter = QPainter(self)
        look = Look(theme, rect, False, False, False, False, True)
        self._name.draw(painter, look, rect, theme.paper, theme.accent)
        painter.end()


class _Row(PaintedButton):
    """A row to give a name to. The one that is next is checked."""

    def __init__(self, part: Part, owner: "Matcher") -> None:
        self.row = _RowFace(part.text)
        super().__init__(self.row, part.text, owner, wraps=True)
        self.id, self._owner, self.given = part.id, owner, ""
        self.setCheckable(True)
        self.clicked.connect(lambda _on: owner.go_to(self))
        self.give("", _Name("", 0))

    def give(self, id_: str, name: _Name) -> None:
        """Show a name as given to this row, or none."""
        self.given, self.row.name = id_, name
        said = _("Source: {name}").format(name=name.text)
        self.setAccessibleDescription(said if id_ else _("No source yet"))
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._owner.go_to(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self._owner.row_key(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class Matcher(QWidget):
    """The names in a tray, and the rows below. Emits all pairs (row, name) given so far.

    One row is next: a digit, or a click on a name, gives it that name, and the next empty row
    follows. Arrows move among the rows, Delete takes a name back. Names can be dragged as well.
    """

    placed = Signal(tuple)

    def __init__(
        self, rows: Sequence[Part], names: Sequence[Part], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chips = [_Chip(name, n, self) for n, name in enumerate(names, start=1)]
        self._rows = [_Row(row, self) for row in rows]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        tray = FlowLayout(spacing=10)
        for chip in self._chips:
            tray.addWidget(chip)
            chip.clicked.connect(lambda _on, to=chip.id: self._place(to))
        self._column.addLayout(tray)
        self._column.addSpacing(4)
        for row in self._rows:
            self._column.addWidget(row)
        self._next = self._rows[0] if self._rows else None
        self._mark()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (row, name) given so far, in the order of the rows."""
        return tuple((row.id, row.given) for row in self._rows if row.given)

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these as given, without a signal."""
        found = dict(pairs)
        for row in self._rows:
            self._give(row, found.get(row.id, ""))
        self._next = self._empty_after(-1) or self._next
        self._mark()

    def set_compact(self, on: bool) -> None:
        """Take less height, for a low window."""
        for row in self._rows:
            row.row.compact = on
            row.updateGeometry()
            row.update()

    def go_to(self, row: _Row) -> None:
        """Make a row the next one to be given a name."""
        self._next = row
        self._mark()

    def take_key(self, event: QKeyEvent) -> None:
        """Handle a key on behalf of the screen, in the row that is next."""
        if self._next is None:
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._next.setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()
        else:
            self._digit(event)

    def row_key(self, row: _Row, event: QKeyEvent) -> None:
        """Handle a key on a row; accepts the event where it is one of ours."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            to = self._rows.index(row) + step
            if 0 <= to < len(self._rows):
                self._rows[to].setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()
        elif event.key() == Qt.Key.Key_Delete or event.text() == "0":
            self._take_back(row)
            event.accept()
        else:
            self._digit(event)

    def chip_key(self, chip: _Chip, event: QKeyEvent) -> None:
        """Arrows move among the names, Down from the last one to the rows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        to = self._chips.index(chip) + step
        if step:
            if 0 <= to < len(self._chips):
                self._chips[to].setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()
        else:
            self.take_key(event)

    def hover(self, at: QPoint) -> None:
        """Show where a name that is dragged would go."""
        row = self._row_at(at)
        if row is not None:
            self.go_to(row)

    def drop(self, name: str, at: QPoint) -> None:
        """Give a dragged name to the row below the pointer, if there is one."""
        row = self._row_at(at)
        if row is not None:
            self.go_to(row)
            self._place(name)

    def _row_at(self, at: QPoint) -> _Row | None:
        return next((row for row in self._rows if row.geometry().contains(at)), None)

    def _digit(self, event: QKeyEvent) -> None:
        text = event.text()
        number = int(text) if text.isdecimal() and text.isascii() else 0
        event.setAccepted(0 < number <= len(self._chips))
        if event.isAccepted():
            self._place(self._chips[number - 1].id)
            if self._next is not None:
                self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self, name: str) -> None:
        """Give a name to the row that is next; after an empty one the next empty one follows."""
        row = self._next
        if row is None:
            return
        was_empty = not row.given
        self._give(row, name)
        announce(row, _("{name}: {row}").format(name=row.row.name.text, row=row.accessibleName()))
        following = self._empty_after(self._rows.index(row)) if was_empty else None
        if following is not None:
            self.go_to(following)
        self.placed.emit(self.pairs())

    def _take_back(self, row: _Row) -> None:
        if row.given:
            self._give(row, "")
            self.placed.emit(self.pairs())

    def _give(self, row: _Row, name: str) -> None:
        chip = next((chip for chip in self._chips if chip.id == name), None)
        row.give(chip.id if chip else "", chip.name if chip else _Name("", 0))

    def _empty_after(self, place: int) -> _Row | None:
        """The first empty row below a place, else from the top."""
        rows = (*self._rows[place + 1 :], *self._rows[: place + 1])
        return next((row for row in rows if not row.given), None)

    def _mark(self) -> None:
        for row in self._rows:
            row.setChecked(row is self._next)
