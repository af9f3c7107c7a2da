"""How far a quiz has come, and how a bank went, as painted strips."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quizapp.i18n import _
from quizapp.ui import icons, standings
from quizapp.ui.style import draw_ring
from quizapp.ui.tokens import Theme, current, mix
from quizapp.ui.widgets.paint import box

_GAP = 2
_FLAG = 12


class ProgressStrip(QWidget):
    """A segment for each item: done, current, rest, with flags above.

    A click on a segment emits its index; so do the arrows and Enter, when ``clickable``.
    """

    activated = Signal(int)

    def __init__(
        self, count: int = 0, *, clickable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._count, self._current = count, 0
        self._done: frozenset[int] = frozenset()
        self._flags: frozenset[int] = frozenset()
        self._at = 0
        self._clickable = clickable
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setMouseTracking(True)
        self.show_state(count, 0, (), ())

    def show_state(
        self, count: int, now: int, done: Sequence[int], flagged: Sequence[int] = ()
    ) -> None:
        """Show ``count`` items of which ``now`` is open; indexes start at 0."""
        self._count, self._current, self._at = count, now, now
        self._done, self._flags = frozenset(done), frozenset(flagged)
        self.setAccessibleName(_("Progress"))
        self.setAccessibleDescription(
            _("Question {now} of {count}, {done} answered, {flagged} flagged").format(
                now=now + 1, count=count, done=len(self._done), flagged=len(self._flags)
            )
        )
        self.updateGeometry()
        self.update()

    def segment(self, index: int) -> QRectF:
        """Where a segment is drawn."""
        each = (self.width() + _GAP) / max(1, self._count)
        thick = 6
        return QRectF(index * each, self._top(), max(1.0, each - _GAP), thick)

    def sizeHint(self) -> QSize:
        return QSize(min(400, max(216, 11 * self._count)), 34)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        for index in range(self._count):
            rect = self.segment(index)
            fill, edge = self._colors(theme, index)
            box(painter, rect, fill, edge, 1, min(3.0, rect.width() / 2))
            if index in self._flags:
                x = rect.center().x() - 5
                icons.draw(painter, "flag", x, rect.y() - _FLAG - 1, _FLAG, theme.text, 2)
        if self.hasFocus():
            draw_ring(painter, self.segment(self._at).adjusted(-5, -5, 5, 5), theme, 6)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().x())
        if self._clickable and index is not None:
            self.activated.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position().x())
        if index is not None:
            where = event.globalPosition().toPoint()
            QToolTip.showText(where, self._words(index), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self._at = min(self._count - 1, max(0, self._at + steps[key]))
            self.setAccessibleDescription(self._words(self._at))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit(self._at)
        else:
            super().keyPressEvent(event)

    def _top(self) -> float:
        return (self.height() - 6) / 2

    def _index_at(self, x: float) -> int | None:
        if not self._count:
            return None
        return min(self._count - 1, max(0, int(x / (self.width() / self._count))))

    def _words(self, index: int) -> str:
        if index in self._flags:
            return _("Question {n}, flagged").format(n=index + 1)
        if index in self._done:
            return _("Question {n}, answered").format(n=index + 1)
        return _("Question {n}").format(n=index + 1)

    def _colors(self, theme: Theme, index: int) -> tuple[str, str]:
        if index == self._current:
            return theme.accent, ""
        if index in self._done:
            return theme.muted, ""
        return theme.track, theme.line_strong if theme.high_contrast else ""


@dataclass(frozen=True, slots=True)
class StandingCount:
    """Of the items with one standing: how many there are, and how many went right."""

    standing: str
    items: int
    right: int = 0


class StandingBar(QWidget):
    """A bank at a glance: widths are items, filled is right, pale is not, icons below."""

    def __init__(self, counts: Sequence[StandingCount] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[StandingCount, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts(counts)

    def set_counts(self, counts: Sequence[StandingCount]) -> None:
        """Show other counts; standings without an item are left out."""
        self._counts = tuple(count for count in counts if count.items)
        parts = [
            _("{standing}: {right} of {items}").format(
                standing=standings.word(c.standing), right=c.right, items=c.items
            )
            for c in self._counts
        ]
        self.setAccessibleName(_("Right answers by standing"))
        self.setAccessibleDescription("; ".join(parts))
        self.setToolTip("\n".join(parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 8 + 8 + current().grow(12) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        for count, x, width in self._places():
            color = theme.standings[count.standing]
            pale = mix(color, theme.paper, 0.28 if theme.name == "light" else 0.36)
            edge = color if theme.high_contrast else ""
            box(painter, QRectF(x, 0, width, 8), "" if edge else pale, edge, 1, 1.5)
            filled = width * count.right / count.items
            if filled:
                box(painter, QRectF(x, 0, filled, 8), color, "", 0, 1.5)
            size = theme.grow(12)
            name = standings.icon(count.standing)
            icons.draw(painter, name, x + 1, 16, size, theme.text2, 1.75)
        painter.end()

    def _places(self) -> list[tuple[StandingCount, float, float]]:
        """Each count with where it starts and how wide it is; never narrower than its icon."""
        least = current().grow(12) + 3.0
        gaps = 1.5 * max(0, len(self._counts) - 1)
        room = max(1.0, self.width() - gaps)
        total = sum(count.items for count in self._counts) or 1
        widths = [max(least, room * count.items / total) for count in self._counts]
        spare = sum(width - least for width in widths) or 1.0
        over = sum(widths) - room
        widths = [width - over * (width - least) / spare for width in widths]
        places, x = [], 0.0
        for count, width in zip(self._counts, widths, strict=True):
            places.append((count, x, width))
            x += width + 1.5
        return places
