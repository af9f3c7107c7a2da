"""Cards of figures: a heading, a picture, and the table behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.quiz import BandFit, Verdict
from quizapp.quiz.calibration import Calibration
from quizapp.report import (
    Table,
    claims_sentence,
    claims_table,
    reading_table,
    strips,
    sure_sentence,
)
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.calibration import CalibrationPicture
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.strip import StripPicture


class _Cell(Label):
    """A cell, which may end in an ellipsis so that a table with many columns has room."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), current().px(22)), least.height())


class FigureTable(QWidget):
    """A picture's numbers as a table, hidden until it is asked for, and only then built."""

    def __init__(self, rows: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self.hide()

    def setVisible(self, visible: bool) -> None:  # noqa: N802
        if visible and not self._grid.count():
            self._fill()
        super().setVisible(visible)

    def _fill(self) -> None:
        for y, row in enumerate(self._rows):
            for x, cell in enumerate(row):
                strong = 600 if not (x and y) else 0
                side = Qt.AlignmentFlag.AlignRight if x else Qt.AlignmentFlag.AlignLeft
                words = _Cell(cell, "small", weight=strong, align=side, tabular=bool(x and y))
                self._grid.addWidget(words, y, x)


def figure_card(parent: QWidget | None = None) -> tuple[Card, QVBoxLayout]:
    """A card and the column of what is on it."""
    card = Card(parent)
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(12)
    return card, column


def heading(
    title: str, note: str, picture: QWidget | None = None, table: QWidget | None = None
) -> QHBoxLayout:
    """A title, a note, and where there are both a picture and a table the link between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label(title, "body", weight=600))
    row.addWidget(Label(note, "small", tone="text2"), 1)
    if picture is not None and table is not None:
        row.addWidget(_swap(title, picture, table))
    return row


def _swap(title: str, picture: QWidget, table: QWidget) -> Link:
    """Shows one and hides the other. Its name says which picture it is about."""
    link = Link("", "small")

    def tell(as_table: bool) -> None:
        link.set_text(_("Show the picture") if as_table else _("Show the table"))
        name = _("Show the picture: {title}") if as_table else _("Show the table: {title}")
        link.setAccessibleName(name.format(title=title))

    def swap() -> None:
        as_table = table.isHidden()
        table.setVisible(as_table)
        picture.setVisible(not as_table)
        tell(as_table)

    tell(False)
    link.clicked.connect(swap)
    return link


def pictured(column: QVBoxLayout, title: str, note: str, picture: QWidget, rows: Table) -> None:
    """Add a heading, a picture and the table behind it to a card's column."""
    table = FigureTable(rows)
    column.addLayout(heading(title, note, picture, table))
    column.addWidget(picture)
    column.addWidget(table)


def add_calibration(column: QVBoxLayout, fits: Sequence[BandFit], title: str = "") -> None:
    """Add the calibration picture, its table, and what it shows in words."""
    picture = CalibrationPicture(fits)
    note = _("95 % intervals")
    pictured(column, title or _("Sure, and right"), note, picture, picture.table())
    column.addWidget(Label(sure_sentence(fits), "small", wrap=True))


def add_claims(column: QVBoxLayout, claims: Calibration) -> None:
    """Add what the chances that five levels claim came to, and the figures it is made of."""
    table = FigureTable(claims_table(claims))
    column.addLayout(heading(_("Chances claimed"), ""))
    column.addWidget(Label(claims_sentence(claims), "small", wrap=True))
    column.addWidget(table)
    table.show()


def add_strips(column: QVBoxLayout, title: str, verdict: Verdict) -> None:
    """Add telling apart and leaning as two strips, with one table behind both."""
    holder = QWidget()
    both = QVBoxLayout(holder)
    both.setContentsMargins(0, 0, 0, 0)
    both.setSpacing(12)
    for strip in strips(verdict):
        both.addWidget(StripPicture(strip))
    pictured(column, title, _("with intervals"), holder, reading_table(verdict))
