"""The standing matrix: how claims stand in the article against what the reader answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from quizapp.claims import TITLES, Standing
from quizapp.drawing import icons
from quizapp.drawing.ink import CENTRE, RIGHT, Ink, width_of, write
from quizapp.i18n import _

GAP, RADIUS = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What a matrix is drawn with, beside its ink.

    ``heat`` has a fill and the colour of the number on it for each of five steps; where all are
    alike, ``rimmed`` cells show that they hold something. ``edge`` is the width of the frame of a
    cell where both agree. Sizes are pixels: an icon, a cell's height, the room for the sums, and
    how wide a cell becomes and has to be.
    """

    ink: Ink
    words: QFont
    counts: QFont
    sums: QFont
    colors: Mapping[str, str]
    heat: Sequence[tuple[str, str]]
    empty: str
    rimmed: bool
    edge: float
    icon: int
    cell: int
    side: int
    widest: float
    narrow: int

    def step(self, n: int, largest: int) -> tuple[str, str]:
        """Fill and ink of a count: one of five steps by its share of the largest."""
        return self.heat[min(4, (5 * n - 1) // max(1, largest))]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts by (standing in the article, standing answered), and the order of both.

    They are one reader’s, or ``of_class``.
    """

    counts: Mapping[tuple[str, str], int]
    order: Sequence[str]
    of_class: bool = False

    def of(self, standing: str) -> int:
        """How many claims that stand so were asked about."""
        return sum(n for (row, _column), n in self.counts.items() if row == standing)


def word(standing: str) -> str:
    """The name of a standing."""
    return _(TITLES[Standing(standing)])


def matrix_height(grid: Grid, order: Sequence[str]) -> int:
    """The heads over a row for each standing."""
    return _top(grid) + len(order) * (grid.cell + GAP)


def matrix_width(grid: Grid, order: Sequence[str]) -> int:
    """The least width in which the rows have words beside their icons."""
    cells = len(order) * grid.narrow + grid.side
    return round(grid.icon + 32 + _widest(grid, order) + cells)


def matrix_cell(rect: QRectF, grid: Grid, order: Sequence[str], row: int, column: int) -> QRectF:
    """Where a cell is drawn in a picture that fills ``rect``."""
    left = _left(rect, grid, order)
    each = min((rect.width() - left - grid.side) / max(1, len(order)), grid.widest)
    top = rect.top() + _top(grid) + row * (grid.cell + GAP)
    return QRectF(rect.left() + left + column * each, top, each - GAP, grid.cell)


def paint_matrix(painter: QPainter, rect: QRectF, grid: Grid, matrix: Matrix) -> None:
    """Paint the picture into ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_heads(painter, rect, grid, matrix)
    for row, standing in enumerate(matrix.order):
        _paint_row_head(painter, rect, grid, matrix, row)
        for column, said in enumerate(matrix.order):
            cell = matrix_cell(rect, grid, matrix.order, row, column)
            n = matrix.counts.get((standing, said), 0)
            _paint_cell(painter, cell, grid, matrix, n, agrees=row == column)


def _paint_heads(painter: QPainter, rect: QRectF, grid: Grid, matrix: Matrix) -> None:
    ink, left = grid.ink, _left(rect, grid, matrix.order)
    line = QRectF(rect.left(), rect.top(), rect.width(), ink.row)
    if _worded(rect, grid, matrix.order):
        place = QRectF(rect.left(), rect.top(), left, ink.row)
        write(painter, _("In the article"), ink.small, ink.text2, place)
    head = _("The class answered") if matrix.of_class else _("You answered")
    write(painter, head, ink.small, ink.text2, line.adjusted(left, 0, 0, 0))
    size, y = grid.icon, rect.top() + ink.row + 6
    for column, standing in enumerate(matrix.order):
        x = matrix_cell(rect, grid, matrix.order, 0, column).center().x() - size / 2
        icons.draw(painter, icons.STANDING_ICONS[standing], x, y, size, grid.colors[standing])
    place = QRectF(rect.left(), y, rect.width() - 4, size)
    write(painter, _("n"), ink.small, ink.text2, place, RIGHT)


def _paint_row_head(painter: QPainter, rect: QRectF, grid: Grid, matrix: Matrix, row: int) -> None:
    ink, standing = grid.ink, matrix.order[row]
    cell, size = matrix_cell(rect, grid, matrix.order, row, 0), grid.icon
    y = cell.center().y() - size / 2
    color = grid.colors[standing]
    icons.draw(painter, icons.STANDING_ICONS[standing], rect.left(), y, size, color)
    if _worded(rect, grid, matrix.order):
        left = rect.left() + size + 8
        place = QRectF(left, cell.y(), cell.x() - left, cell.height())
        write(painter, word(standing), grid.words, ink.text, place)
    place = QRectF(rect.left(), cell.y(), rect.width() - 4, cell.height())
    write(painter, str(matrix.of(standing)), grid.sums, ink.text2, place, RIGHT)


def _paint_cell(
    painter: QPainter, cell: QRectF, grid: Grid, matrix: Matrix, n: int, *, agrees: bool
) -> None:
    fill, number = grid.step(n, max(matrix.counts.values(), default=1)) if n else (grid.empty, "")
    edge, width = "", 0.0
    if agrees:
        edge, width = (grid.ink.text if n else grid.ink.line_strong), grid.edge
    elif grid.rimmed and n:
        edge, width = grid.ink.line, 1.0
    half = width / 2
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(cell.adjusted(half, half, -half, -half), RADIUS, RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if n:
        write(painter, str(n), grid.counts, number, cell, CENTRE)


def _widest(grid: Grid, order: Sequence[str]) -> float:
    return max((width_of(word(standing), grid.words) for standing in order), default=0.0)


def _worded(rect: QRectF, grid: Grid, order: Sequence[str]) -> bool:
    """Whether there is room for the words of the rows beside their icons."""
    return rect.width() >= matrix_width(grid, order)


def _left(rect: QRectF, grid: Grid, order: Sequence[str]) -> float:
    words = 8 + _widest(grid, order) if _worded(rect, grid, order) else 0
    return grid.icon + 24 + words


def _top(grid: Grid) -> int:
    return grid.ink.row + 6 + grid.icon + 10
