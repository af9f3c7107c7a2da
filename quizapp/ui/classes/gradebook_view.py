"""The gradebook as rows: a student, what was earned at each exam, and the share of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.classroom.book import Gradebook
from quizapp.i18n import _, n_
from quizapp.ui.studio.rows import RowList
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box, elided, line, write

SIDE, NAME, CELL, TOTAL, ROW = 20, 180, 130, 84, 36
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One student as the list shows it; ``attempts`` are those behind the cells, empty for none."""

    name: str
    cells: tuple[str, ...]
    total: str
    attempts: tuple[str, ...]
    titles: tuple[str, ...]

    def spoken(self) -> str:
        """The row in words."""
        told = [f"{t}: {c}" for t, c in zip(self.titles, self.cells, strict=True)]
        return ", ".join((self.name, *told, _("together {share}").format(share=self.total)))


def rows_of(book: Gradebook) -> tuple[GradeRow, ...]:
    """The rows of a gradebook, with the same numbers as its files."""
    titles = tuple(exam.heading for exam in book.exams)
    found = []
    for one in book.lines:
        cells = [book.cell(one, n) for n in range(len(book.exams))]
        total = book.total(one)
        found.append(
            GradeRow(
                one.student.label,
                tuple(f"{c.earned:.4g} / {c.possible:.4g}" if c else "–" for c in cells),
                "–" if total is None else f"{100 * total:.0f} %",
                tuple(c.attempt if c else "" for c in cells),
                titles,
            )
        )
    return tuple(found)


class GradebookView(QWidget):
    """As many exams as there is room for, the newest of them; ``list.entered_row`` opens a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = _Head(self)
        self.list: RowList[GradeRow] = RowList(
            _("Gradebook"), self._paint, lambda: current().grow(ROW), GradeRow.spoken
        )
        self._earlier = Label("", "small", tone="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self._earlier)
        self.setFocusProxy(self.list)

    def show_book(self, book: Gradebook) -> None:
        """Show a gradebook."""
        self.list.show_rows(rows_of(book), self.list.currentIndex().row())
        self._head.titles = tuple(exam.heading for exam in book.exams)
        self._tell()
        self._head.update()

    def fitting(self) -> int:
        """How many exams have room beside the names and the share of all."""
        theme = current()
        left = self.width() - 2 * SIDE - theme.grow(NAME) - theme.grow(TOTAL)
        return max(1, min(len(self._head.titles), left // theme.grow(CELL)))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._tell()

    def _tell(self) -> None:
        hidden = len(self._head.titles) - self.fitting() if self._head.titles else 0
        told = n_("{n} earlier exam is in the file", "{n} earlier exams are in the file", hidden)
        self._earlier.setText(told.format(n=hidden) if hidden > 0 else "")
        self._earlier.setVisible(hidden > 0)

    def _paint(
        self,
        painter: QPainter,
        rect: QRectF,
        row: GradeRow,
        chosen: bool,
        hover: bool,
        theme: Theme,
    ) -> None:
        if chosen or hover:
            box(painter, rect.adjusted(8, 1, -8, -1), theme.sunken, "", 0)
        else:
            low = rect.bottom()
            line(painter, rect.x() + SIDE, low - 1, rect.right() - SIDE, low, theme.line)
        shown = self.fitting()
        parts = (*row.cells[len(row.cells) - shown :], row.total) if row.cells else (row.total,)
        font = theme.font("body", 500)
        figures = theme.font("body", tabular=True)
        edge = places(theme, rect, len(parts) - 1)
        place = QRectF(rect.x() + SIDE, rect.y(), edge[0] - rect.x() - SIDE, rect.height())
        write(painter, elided(row.name, font, place.width() - 8), font, theme.text, place)
        for n, words in enumerate(parts):
            place = QRectF(edge[n], rect.y(), edge[n + 1] - edge[n], rect.height())
            ink = theme.text2 if words == "–" else theme.text
            write(painter, words, figures, ink, place, _RIGHT)


def places(theme: Theme, rect: QRectF, exams: int) -> list[float]:
    """Where the columns end, from the left: the names, each exam, the share of all."""
    right = rect.right() - SIDE
    total = right - theme.grow(TOTAL)
    return [total - (exams - n) * theme.grow(CELL) for n in range(exams)] + [total, right]


class _Head(QWidget):
    """The names of the columns."""

    def __init__(self, view: GradebookView) -> None:
        super().__init__()
        self._view = view
        self.titles: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current().line_height("small") + 12)

    def paintEvent(self, event: object) -> None:
        theme = current()
        painter = QPainter(self)
        rect, font = QRectF(self.rect()), theme.font("small")
        shown = self.titles[len(self.titles) - self._view.fitting() :] if self.titles else ()
        edge = places(theme, rect, len(shown))
        write(painter, _("Student"), font, theme.text2, QRectF(SIDE, 0, 200, rect.height()))
        for n, words in enumerate((*shown, _("Together"))):
            place = QRectF(edge[n] + 8, 0, edge[n + 1] - edge[n] - 8, rect.height())
            write(painter, elided(words, font, place.width()), font, theme.text2, place, _RIGHT)
        line(painter, SIDE, rect.height() - 1, rect.right() - SIDE, rect.height(), theme.line)
        painter.end()


def weights_told(weights: Sequence[tuple[str, float]]) -> str:
    """What each exam counts, where they do not all count the same."""
    if len({weight for _title, weight in weights}) < 2:
        return ""
    return " · ".join(f"{title} × {weight:g}" for title, weight in weights)
