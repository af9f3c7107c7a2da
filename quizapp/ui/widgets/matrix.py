"""The standing matrix: how claims stand in the article against what was answered.

It speaks to one reader about their answers, or about a whole class (``whose="class"``).
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quizapp.i18n import _, n_
from quizapp.ui import icons, standings
from quizapp.ui.tokens import CHIP_RADIUS, Theme, current, ink_on, mix
from quizapp.ui.widgets.paint import box, width_of, write

Whose = Literal["you", "class"]

_GAP = 3
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


class StandingMatrix(QWidget):
    """Counts by (standing in the article, standing answered), one heat step a cell."""

    def __init__(
        self,
        counts: Mapping[tuple[str, str], int],
        order: Sequence[str] = standings.ORDER,
        parent: QWidget | None = None,
        *,
        whose: Whose = "you",
    ) -> None:
        super().__init__(parent)
        self._of_class = whose == "class"
        self._order = tuple(order)
        self._counts: dict[tuple[str, str], int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts(counts)

    def set_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show other counts."""
        self._counts = {pair: n for pair, n in counts.items() if n}
        yours = _("How claims stand: the article against your answers")
        theirs = _("How claims stand: the article against the answers of the class")
        self.setAccessibleName(theirs if self._of_class else yours)
        self.setAccessibleDescription(self.as_text())
        self.update()

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same as a table of words and numbers, with its heading row first."""
        words = [standings.word(s) for s in self._order]
        head = (_("In the article"), *words, _("All"))
        rows = [
            (standings.word(row), *(str(self._n(row, c)) for c in self._order), str(self._of(row)))
            for row in self._order
        ]
        return (head, *rows)

    def as_text(self) -> str:
        """The same in sentences, for screen readers."""
        parts = []
        for row in self._order:
            answered = [
                _("{n} answered {standing}").format(n=n, standing=standings.word(column))
                for column in self._order
                if (n := self._n(row, column))
            ]
            if answered:
                parts.append(f"{standings.word(row)}: {', '.join(answered)}.")
        return " ".join(parts)

    def sizeHint(self) -> QSize:
        theme = current()
        rows = len(self._order) * (self._cell_height(theme) + _GAP)
        return QSize(self._full(theme), self._top(theme) + rows)

    def minimumSizeHint(self) -> QSize:
        theme = current()
        cells = len(self._order) * (theme.grow(18) + 6) + theme.grow(36)
        return QSize(theme.grow(18) + 24 + cells, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        theme = current()
        left, room = self._left(theme), self.width() - self._left(theme) - theme.grow(36)
        each = min(room / max(1, len(self._order)), 1.4 * theme.grow(36))
        height = self._cell_height(theme)
        y = self._top(theme) + row * (height + _GAP)
        return QRectF(left + column * each, y, each - _GAP, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        self._paint_heads(painter, theme)
        for row, standing in enumerate(self._order):
            self._paint_row_head(painter, theme, row, standing)
            for column in range(len(self._order)):
                self._paint_cell(painter, theme, row, column)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def _paint_heads(self, painter: QPainter, theme: Theme) -> None:
        small, line = theme.font("small"), theme.line_height("small")
        left = self._left(theme)
        if self._worded(theme):
            write(painter, _("In the article"), small, theme.text2, QRectF(0, 0, left, line))
        place = QRectF(left, 0, self.width() - left, line)
        head = _("The class answered") if self._of_class else _("You answered")
        write(painter, head, small, theme.text2, place)
        size, y = theme.grow(18), line + 6
        for column, standing in enumerate(self._order):
            x = self.cell(0, column).center().x() - size / 2
            color = theme.standings[standing]
            icons.draw(painter, standings.icon(standing), x, y, size, color)
        place = QRectF(0, y, self.width() - 4, size)
        write(painter, _("n"), small, theme.text2, place, _RIGHT)

    def _paint_row_head(self, painter: QPainter, theme: Theme, row: int, standing: str) -> None:
        rect = self.cell(row, 0)
        size = theme.grow(18)
        color = theme.standings[standing]
        icons.draw(painter, standings.icon(standing), 0, rect.center().y() - size / 2, size, color)
        place = QRectF(size + 8, rect.y(), rect.x() - size, rect.height())
        if self._worded(theme):
            write(painter, standings.word(standing), theme.font("body", 500), theme.text, place)
        place = QRectF(0, rect.y(), self.width() - 4, rect.height())
        font = theme.font("body", tabular=True)
        write(painter, str(self._of(standing)), font, theme.text2, place, _RIGHT)

    def _paint_cell(self, painter: QPainter, theme: Theme, row: int, column: int) -> None:
        n = self._n(self._order[row], self._order[column])
        largest = max(self._counts.values(), default=1)
        empty = theme.paper if theme.high_contrast else mix(theme.sunken, theme.paper, 0.6)
        fill = theme.heat_fill(n, largest) if n else empty
        edge, thick = "", 0.0
        if row == column:
            edge, thick = (theme.text if n else theme.line_strong), 1.5 * theme.border
        elif theme.high_contrast and n:
            edge, thick = theme.line, 1.0
        rect = self.cell(row, column)
        box(painter, rect, fill, edge, thick, CHIP_RADIUS)
        if n:
            font = theme.font("body", 600, tabular=True)
            write(painter, str(n), font, ink_on(fill), rect, _CENTRE)

    def _tip(self, at: QPoint) -> str:
        for row, standing in enumerate(self._order):
            for column, answer in enumerate(self._order):
                if self.cell(row, column).contains(at):
                    n = self._n(standing, answer)
                    if self._of_class:
                        return _class_tip(n, standing, answer)
                    return n_(
                        "{n} claim is {standing} in the article; you answered {answer}.",
                        "{n} claims are {standing} in the article; you answered {answer}.",
                        n,
                    ).format(n=n, standing=standings.word(standing), answer=standings.word(answer))
        return ""

    def _n(self, standing: str, answer: str) -> int:
        return self._counts.get((standing, answer), 0)

    def _of(self, standing: str) -> int:
        return sum(n for (row, _column), n in self._counts.items() if row == standing)

    def _cell_height(self, theme: Theme) -> int:
        return theme.grow(34)

    def _left(self, theme: Theme) -> float:
        font = theme.font("body", 500)
        widest = max((width_of(standings.word(s), font) for s in self._order), default=0.0)
        return theme.grow(18) + 24 + (8 + widest if self._worded(theme) else 0)

    def _full(self, theme: Theme) -> int:
        font = theme.font("body", 500)
        widest = max((width_of(standings.word(s), font) for s in self._order), default=0.0)
        cells = len(self._order) * theme.grow(28) + theme.grow(36)
        return round(theme.grow(18) + 32 + widest + cells)

    def _worded(self, theme: Theme) -> bool:
        """Whether there is room for the words of the rows beside their icons."""
        return self.width() >= self._full(theme)

    def _top(self, theme: Theme) -> int:
        return theme.line_height("small") + 6 + theme.grow(18) + 10


def _class_tip(n: int, standing: str, answer: str) -> str:
    text = n_(
        "{n} answer said {answer} of a claim that is {standing} in the article.",
        "{n} answers said {answer} of claims that are {standing} in the article.",
        n,
    )
    return text.format(n=n, standing=standings.word(standing), answer=standings.word(answer))
