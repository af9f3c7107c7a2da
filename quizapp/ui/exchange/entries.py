"""The questions of a file as a list in which one ticks those that are wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from quizapp.app.importing import Entry
from quizapp.i18n import _, n_
from quizapp.items import KINDS
from quizapp.ui import icons
from quizapp.ui.icons import KIND_ICONS
from quizapp.ui.studio.rows import RowList
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.paint import box, elided, line, write

ROW, SIDE = 54, 20
MARKS = {"refused": "octagon-alert", "lost": "triangle-alert", "changed": "repeat-2"}
TONES = {"refused": "error", "lost": "warning", "changed": "text2"}


class EntryList(RowList[Entry]):
    """Up and Down go, Space ticks, Ctrl+A ticks all; ``ticked`` comes when the choice changed.

    A question that could not be read stands in the list and cannot be ticked.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Questions in the file"),
            self._paint,
            lambda: current().grow(ROW),
            self._spoken,
            parent,
        )
        self.wanted: set[str] = set()

    def show_entries(self, entries: Sequence[Entry], at: int = 0) -> None:
        """Show these questions; what is ticked stays so."""
        self.show_rows(entries, min(at, len(entries) - 1))

    def tick(self, entries: Sequence[Entry], *, on: bool) -> None:
        """Choose these questions, or leave them out."""
        ids = {entry.item.id for entry in entries if entry.item is not None}
        self.wanted = self.wanted | ids if on else self.wanted - ids
        self.viewport().update()
        self.ticked.emit()

    def toggle(self, row: int) -> None:
        """Choose a question, or leave it out."""
        entry = self.rows()[row]
        if entry.item is None:
            announce(self, _("This question could not be read."))
            return
        self.tick([entry], on=entry.item.id not in self.wanted)
        announce(self, self._spoken(entry))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex().row())
        elif control and event.key() == Qt.Key.Key_A:
            self.tick(self.rows(), on=True)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < SIDE + current().grow(18) + 10:
            self.toggle(index.row())

    def _spoken(self, entry: Entry) -> str:
        chosen = entry.item is not None and entry.item.id in self.wanted
        state = _("chosen") if chosen else _("not chosen")
        state = _("could not be read") if entry.item is None else state
        return ", ".join((entry.question.name, about(entry), state))

    def _paint(
        self,
        painter: QPainter,
        rect: QRectF,
        entry: Entry,
        chosen: bool,
        hover: bool,
        theme: Theme,
    ) -> None:
        if chosen or hover:
            box(painter, rect.adjusted(8, 2, -8, -2), theme.sunken, "", 0)
        else:
            low = rect.bottom()
            line(painter, rect.x() + SIDE, low - 1, rect.right() - SIDE, low, theme.line)
        size, middle = theme.grow(18), rect.center().y()
        if entry.item is not None:
            place = QRectF(rect.x() + SIDE, middle - size / 2, size, size)
            _tick_box(painter, place, theme, on=entry.item.id in self.wanted)
        left, right = rect.x() + SIDE + size + 12, rect.right() - SIDE
        if entry.worst:
            small = theme.grow(16)
            right -= small
            tone = theme.color(TONES[entry.worst]).name()
            icons.draw(painter, MARKS[entry.worst], right, middle - small / 2, small, tone)
            right -= 10
        _words(painter, QRectF(left, rect.y(), right - left, rect.height()), entry, theme)


def _words(painter: QPainter, rect: QRectF, entry: Entry, theme: Theme) -> None:
    """The name over what kind it is and where it stands."""
    top, below = theme.line_height("body"), theme.line_height("small")
    y = rect.center().y() - (top + below) / 2
    font = theme.font("body", 500)
    ink = theme.text if entry.item is not None else theme.text2
    name = elided(entry.question.name, font, rect.width())
    write(painter, name, font, ink, QRectF(rect.x(), y, rect.width(), top))
    small, x = theme.grow(14), rect.x()
    y += top
    if entry.item is not None:
        icon = KIND_ICONS[entry.item.kind]
        icons.draw(painter, icon, x, y + (below - small) / 2, small, theme.text2)
        x += small + 6
    font = theme.font("small")
    words = elided(about(entry), font, rect.right() - x)
    write(painter, words, font, theme.text2, QRectF(x, y, rect.right() - x, below))


def _tick_box(painter: QPainter, place: QRectF, theme: Theme, *, on: bool) -> None:
    fill, edge = (theme.accent, theme.accent) if on else (theme.paper, theme.line_strong)
    box(painter, place, fill, edge, max(1.5, theme.border), 4)
    if on:
        inner = place.adjusted(3, 3, -3, -3)
        side = round(inner.width())
        icons.draw(painter, "check", inner.x(), inner.y(), side, theme.on_accent, 3)


def about(entry: Entry) -> str:
    """What a question is, where it stands, and how much there is to say of it."""
    item, question = entry.item, entry.question
    kind = _(KINDS[item.kind].title) if item is not None else _("not read")
    where = _("line {n}").format(n=question.line) if question.line else ""
    remarks = len(entry.remarks)
    told = n_("{n} remark", "{n} remarks", remarks).format(n=remarks) if remarks else ""
    return " · ".join(filter(None, (kind, where, told)))
