"""The standing matrix: how claims stand in the article against what was answered.

It speaks to one reader about their answers, or about a whole class (``whose="class"``).
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quizapp.drawing.matrix import (
    Grid,
    Matrix,
    matrix_cell,
    matrix_height,
    matrix_width,
    paint_matrix,
)
from quizapp.i18n import _, n_
from quizapp.report.matrix import matrix_spoken, matrix_table
from quizapp.ui import standings
from quizapp.ui.tokens import Theme, current, ink_on, mix
from quizapp.ui.widgets.picture import ink_of

Whose = Literal["you", "class"]


def grid_of(theme: Theme) -> Grid:
    """What a matrix is drawn with in this look."""
    plain = theme.high_contrast
    fills = [theme.heat_fill(step, 5) for step in range(1, 6)]
    return Grid(
        ink=ink_of(theme),
        words=theme.font("body", 500),
        counts=theme.font("body", 600, tabular=True),
        sums=theme.font("body", tabular=True),
        colors=theme.standings,
        heat=[(fill, ink_on(fill)) for fill in fills],
        empty=theme.paper if plain else mix(theme.sunken, theme.paper, 0.6),
        rimmed=plain,
        edge=1.5 * theme.border,
        icon=theme.grow(18),
        cell=theme.grow(34),
        side=theme.grow(36),
        widest=1.4 * theme.grow(36),
        narrow=theme.grow(28),
    )


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
        self._matrix = Matrix({}, self._order)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts(counts)

    def set_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show other counts."""
        shown = {pair: n for pair, n in counts.items() if n}
        self._matrix = Matrix(shown, self._order, of_class=self._of_class)
        yours = _("How claims stand: the article against your answers")
        theirs = _("How claims stand: the article against the answers of the class")
        self.setAccessibleName(theirs if self._of_class else yours)
        self.setAccessibleDescription(self.as_text())
        self.update()

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same as a table of words and numbers, with its heading row first."""
        return matrix_table(self._matrix.counts, self._order)

    def as_text(self) -> str:
        """The same in sentences, for screen readers."""
        return matrix_spoken(self._matrix.counts, self._order)

    def sizeHint(self) -> QSize:
        grid = grid_of(current())
        return QSize(matrix_width(grid, self._order), matrix_height(grid, self._order))

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
        return matrix_cell(QRectF(self.rect()), grid_of(current()), self._order, row, column)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_matrix(painter, QRectF(self.rect()), grid_of(current()), self._matrix)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def _tip(self, at: QPoint) -> str:
        for row, standing in enumerate(self._order):
            for column, answer in enumerate(self._order):
                if self.cell(row, column).contains(at):
                    n = self._matrix.counts.get((standing, answer), 0)
                    if self._of_class:
                        return _class_tip(n, standing, answer)
                    return n_(
                        "{n} claim is {standing} in the article; you answered {answer}.",
                        "{n} claims are {standing} in the article; you answered {answer}.",
                        n,
                    ).format(n=n, standing=standings.word(standing), answer=standings.word(answer))
        return ""


def _class_tip(n: int, standing: str, answer: str) -> str:
    text = n_(
        "{n} answer said {answer} of a claim that is {standing} in the article.",
        "{n} answers said {answer} of claims that are {standing} in the article.",
        n,
    )
    return text.format(n=n, standing=standings.word(standing), answer=standings.word(answer))
