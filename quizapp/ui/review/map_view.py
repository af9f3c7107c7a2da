"""The article's map on paper: confirmed by, still open, said by, argued by."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.report import ArticleMap, MapLine, MapTradeOff, side_title
from quizapp.ui import standings
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.tag import IconLabel

SOME = 6


class MapCard(Card):
    """The answer to the whole quiz, in columns; below them the trade-offs, side by side."""

    def __init__(self, article_map: ArticleMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label(_("How everything stands in the article"), "body", weight=600))
        if article_map.as_of:
            as_of = _("as of {date}").format(date=article_map.as_of)
            head.addWidget(Label(as_of, "small", tone="text2"))
        head.addStretch(1)
        column.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(_group("confirmed", _("Confirmed by"), article_map.confirmed, 1), 1)
        columns.addLayout(_group("unknown", _("Still open"), article_map.open, 2), 2)
        column.addLayout(columns)
        if article_map.said:
            column.addWidget(Hairline())
            title = _("Said by, no more than that")
            column.addLayout(_group("asserted", title, article_map.said, 3))
        for trade_off in article_map.argued:
            column.addWidget(Hairline())
            column.addLayout(_trade_off(trade_off))


def _group(icon: str, title: str, lines: Sequence[MapLine], columns: int) -> QVBoxLayout:
    """A heading with its icon over the lines, in so many columns; the rest behind a link."""
    column = QVBoxLayout()
    column.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(IconLabel(standings.icon(icon), 16, tone=icon))
    head.addWidget(Label(title, "small", tone="text2", weight=600), 1)
    column.addLayout(head)
    if not lines:
        column.addWidget(Label(_("nothing in this article"), "small", tone="text2"))
    column.addLayout(_spread(lines[:SOME], columns))
    if len(lines) > SOME:
        _add_rest(column, lines[SOME:], columns)
    column.addStretch(1)
    return column


def _spread(lines: Sequence[MapLine], columns: int) -> QHBoxLayout:
    """The lines in columns, read from above to below."""
    row = QHBoxLayout()
    row.setSpacing(32)
    each = -(-len(lines) // columns)
    for n in range(columns):
        column = QVBoxLayout()
        column.setSpacing(8)
        for line in lines[n * each : (n + 1) * each]:
            column.addLayout(_line(line))
        column.addStretch(1)
        row.addLayout(column, 1)
    return row


def _add_rest(column: QVBoxLayout, lines: Sequence[MapLine], columns: int) -> None:
    rest, spread = QWidget(), _spread(lines, columns)
    spread.setContentsMargins(0, 0, 0, 0)
    rest.setLayout(spread)
    rest.hide()
    link = Link(_("Show {n} more").format(n=len(lines)), "small")

    def show() -> None:
        rest.show()
        link.hide()

    link.clicked.connect(show)
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch(1)
    column.addWidget(rest)
    column.addLayout(row)


def _line(line: MapLine) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(line.text, "quote", wrap=True))
    column.addWidget(Label(line.by, "small", tone="text2", wrap=True))
    return column


def _trade_off(trade_off: MapTradeOff) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(IconLabel("columns-3"))
    head.addWidget(Label(trade_off.question, "body", weight=600, wrap=True), 1)
    column.addLayout(head)
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(4)
    for n, side in enumerate(trade_off.sides):
        title = Label(side_title(side.side), "small", tone="text2", weight=600)
        grid.addWidget(title, 0, n)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        if not side.lines:
            lines.addWidget(Label(_("not argued here"), "small", tone="text2"))
        for line in side.lines:
            lines.addLayout(_line(line))
        lines.addStretch(1)
        grid.addLayout(lines, 1, n, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(n, 1)
    column.addLayout(grid)
    return column
