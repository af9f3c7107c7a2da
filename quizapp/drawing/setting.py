"""Setting type: words, tables and pictures as rows, which pages are made of.

All sizes are pixels, 96 to an inch. A row knows whether it belongs to the row before it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from quizapp.drawing.ink import LEFT, RIGHT, level_line, width_of, write
from quizapp.drawing.paginate import Measure
from quizapp.drawing.print_look import LINE, TEXT, TEXT2, Style, font, style
from quizapp.report import Table

WIDTH = 642.0  # of what is set; pages have margins round it
GUTTER = 14.0


@dataclass(frozen=True, slots=True)
class Row:
    """Something of a height that ``paint`` draws with its upper left corner at a point.

    ``above`` is the space before it, and ``joined`` that it stays on the page of the row before.
    """

    height: float
    paint: Callable[[QPainter, float, float], None]
    above: float = 0.0
    joined: bool = False

    @property
    def measure(self) -> Measure:
        """What deciding on pages takes."""
        return Measure(self.height, self.above, self.joined)


Rows = tuple[Row, ...]


def words(
    text: str, look: Style, *, left: float = 0.0, width: float = 0.0, above: float = 0.0
) -> Rows:
    """Text that wraps in ``width``, or in all that is left of the page; a row for each line.

    Two lines at least stand on either side of a break between pages.
    """
    room = width or WIDTH - left
    found = [row for part in text.split("\n") for row in _lines(part, look, left, room)]
    last = len(found) - 1
    return tuple(
        replace(row, above=above if n == 0 else 0.0, joined=n == 1 or (n == last and n > 0))
        for n, row in enumerate(found)
    )


def labelled(label: str, look: Style, rows: Rows, left: float = 0.0) -> Rows:
    """The rows with a word before the first of them, which hangs in the margin."""
    first = rows[0]

    def paint(painter: QPainter, x: float, y: float) -> None:
        place = QRectF(x + left, y, WIDTH, first.height)
        write(painter, label, look.font, look.color, place)
        first.paint(painter, x, y)

    return (replace(first, paint=paint), *rows[1:])


def together(*parts: Rows) -> Rows:
    """The parts as one that is not broken over pages where a page has room for it."""
    every = [row for part in parts for row in part]
    return tuple(replace(row, joined=n > 0) for n, row in enumerate(every))


def before(head: Rows, rows: Rows) -> Rows:
    """A heading and what it stands over: it is never the last thing on a page."""
    if not rows:
        return head
    return (*together(head), replace(rows[0], joined=True), *rows[1:])


def heading(title: str, note: str = "", above: float = 24.0) -> Rows:
    """A heading with a hairline over it and a note at its right."""
    look, small = style("head"), style("small", TEXT2)

    def paint(painter: QPainter, x: float, y: float) -> None:
        level_line(painter, x, x + WIDTH, y, LINE)
        place = QRectF(x, y + 8, WIDTH, look.line)
        write(painter, title, look.font, TEXT, place)
        write(painter, note, small.font, TEXT2, place, RIGHT)

    return (Row(look.line + 14, paint, above),)


def picture(height: float, paint: Callable[[QPainter, QRectF], None], width: float) -> Rows:
    """A picture, as one row."""
    return (Row(height, lambda p, x, y: paint(p, QRectF(x, y, width, height)), above=4.0),)


def beside(left: Rows, right: Rows, gap: float) -> Rows:
    """Two parts beside each other as one row; the right one begins ``gap`` from the left."""
    heights = [sum(row.height + row.above for row in part) for part in (left, right)]

    def paint(painter: QPainter, x: float, y: float) -> None:
        for part, at in ((left, x), (right, x + gap)):
            top = y
            for row in part:
                row.paint(painter, at, top + row.above)
                top += row.above + row.height

    return (Row(max(heights), paint, above=4.0),)


def table(rows: Table, width: float = WIDTH, *, above: float = 10.0) -> Rows:
    """A table with its heading row first; the first column is words, the others are figures."""
    sides = _columns(rows, width)
    return tuple(
        Row(20.0, _table_row(row, sides, width, head=n == 0), above if n == 0 else 0.0, n > 0)
        for n, row in enumerate(rows)
    )


def _columns(rows: Table, width: float) -> Sequence[tuple[float, float]]:
    """Left and right end of each column: as wide as their words, the rest for the first."""
    strong = font("small_strong")
    widths = [
        max(width_of(cell, strong) for cell in column) + 1 for column in zip(*rows, strict=True)
    ]
    others = sum(widths[1:]) + GUTTER * (len(widths) - 1)
    spread = max(0.0, min(width - others - widths[0], 40.0 * (len(widths) - 1)))
    extra = spread / max(1, len(widths) - 1)
    ends: list[tuple[float, float]] = []
    at = max(40.0, min(widths[0], width - others))
    ends.append((0.0, at))
    for one in widths[1:]:
        ends.append((at, at + GUTTER + extra + one))
        at = ends[-1][1]
    return ends


def _table_row(
    row: Sequence[str], ends: Sequence[tuple[float, float]], width: float, *, head: bool
) -> Callable[[QPainter, float, float], None]:
    plain, strong = font("small"), font("small_strong")

    def paint(painter: QPainter, x: float, y: float) -> None:
        level_line(painter, x, x + min(width, ends[-1][1]), y + 19, LINE)
        for n, (cell, (left, right)) in enumerate(zip(row, ends, strict=True)):
            used = strong if head else plain
            color = TEXT2 if head else TEXT
            place = QRectF(x + left, y + 1, right - left, 18)
            write(painter, cell, used, color, place, RIGHT if n else LEFT)

    return paint


def _lines(text: str, look: Style, left: float, width: float) -> Iterable[Row]:
    if not text:
        return (Row(look.line, lambda _p, _x, _y: None),)
    layout = QTextLayout(text, look.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return tuple(Row(look.line, _drawn(layout, n, look, left)) for n in range(count))


def _drawn(
    layout: QTextLayout, number: int, look: Style, left: float
) -> Callable[[QPainter, float, float], None]:
    def paint(painter: QPainter, x: float, y: float) -> None:
        line = layout.lineAt(number)
        lift = (look.line - line.ascent() - line.descent()) / 2
        painter.setPen(QColor(look.color))
        line.draw(painter, QPointF(x + left, y + lift - line.y()))

    return paint
