"""The statistics screen: scatter and options beside the table of items, then the whole class."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.app.statistics import BankStatistics
from quizapp.app.taking_part import Group, labelled
from quizapp.i18n import _, n_
from quizapp.report.class_statistics import NOTES, between, number
from quizapp.ui import standings
from quizapp.ui.statistics.item_table import ItemTable
from quizapp.ui.statistics.options_view import OptionsView
from quizapp.ui.statistics.rows import Row, bars_of, counts_of, rows_of, unchosen
from quizapp.ui.statistics.scatter_view import ScatterView
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.field import Choices
from quizapp.ui.widgets.figures import FigureTable, figure_card, heading, pictured
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.matrix import StandingMatrix

STACKED = 940
TOO_FEW = "too_few"  # then nothing is worked out that the other notes could be about
MOST = 6  # misreadings that are told


class StatisticsPage(QWidget):
    """Emits ``group_wanted(group)``, ``export_wanted()``; ``left`` where there is nothing yet."""

    group_wanted = Signal(object)
    export_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide: list[QBoxLayout] = []
        self.found: BankStatistics | None = None
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._say(StateCard(_("Working out the figures of the class"), _("One moment.")))

    def show_failure(self, words: str) -> None:
        """Nothing can be shown, and why."""
        self._say(StateCard(_("The statistics could not be worked out"), words))

    def show_nothing(self) -> None:
        """Nobody has handed anything in."""
        words = _("Once a quiz is handed in, this page shows what its questions are worth.")
        card = StateCard(_("Nothing is handed in yet"), words, _("Choose a quiz"))
        card.activated.connect(self.left)
        self._say(card)

    def show_statistics(self, found: BankStatistics, group: Group, groups: Sequence[Group]) -> None:
        """Show the figures of one group among those that there are."""
        self.found = found
        self._rows = rows_of(found)
        column = self._fresh()
        column.addLayout(self._header(found, group, groups))
        notes = found.figures.notes if found.figures.enough else (TOO_FEW,)
        for code in notes:
            words = _(NOTES[code]).format(n=found.figures.test.n)
            column.addWidget(Label(words, "small", tone="text2", wrap=True))
        self._beside = QVBoxLayout()
        self._beside.setSpacing(16)
        self._scatter = self._scatter_card() if found.figures.enough else None
        self._options_card, self._options = figure_card()
        self._beside.addWidget(self._options_card)
        self._beside.addStretch(1)
        self._pair(column, self._beside, self._table_card(found))
        class_ = [*self._matrix_cards(found)]
        if class_:
            self._pair(column, *class_)
        column.addStretch(1)
        self._choose(0)
        self._arrange()

    def _header(self, found: BankStatistics, group: Group, groups: Sequence[Group]) -> QVBoxLayout:
        """The title, how many readers, the way to a file; below it whose quiz is shown."""
        both = QVBoxLayout()
        both.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(_("Statistics"), "title"))
        text = _("{title} · first attempts").format(title=group.label)
        row.addWidget(Label(text, "small", tone="text2"), 1)
        n = found.figures.test.n
        words = n_("{n} reader", "{n} readers", n).format(n=n)
        row.addWidget(Label(words, "small", tone="text2"))
        export = Button(_("Export …"), "secondary", icon="download")
        export.clicked.connect(self.export_wanted)
        row.addWidget(export)
        both.addLayout(row)
        if len(groups) > 1:
            both.addLayout(self._choice(group, groups))
        return both

    def _choice(self, group: Group, groups: Sequence[Group]) -> QHBoxLayout:
        """Whose quizzes were handed in, to look at others."""
        by_label = labelled(groups)
        choice = Choices(_("Which quiz, and whose"), list(by_label))
        choice.set_words(next(words for words, one in by_label.items() if one == group))
        choice.setMinimumWidth(120)
        choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        choice.changed.connect(
            lambda words: self.group_wanted.emit(by_label[words]) if words else None
        )
        row = QHBoxLayout()
        row.addWidget(choice, 1)
        row.addStretch()
        return row

    def _scatter_card(self) -> ScatterView | None:
        shown = ScatterView(self._rows)
        card, column = figure_card()
        title = _("Facility and discrimination")
        note = _("the cross: 95 % intervals")
        pictured(column, title, note, shown, shown.table())
        shown.chosen.connect(self._choose)
        self._beside.addWidget(card)
        return shown

    def _table_card(self, found: BankStatistics) -> Card:
        card, column = figure_card()
        test = found.figures.test
        alpha = f"alpha {number(test.alpha)}{between(test.alpha_interval)}"
        enough = found.figures.enough and test.alpha is not None
        head = heading(_("Items"), str(len(self._rows)))
        if enough:
            head.addWidget(Label(alpha, "small", tone="text2", tabular=True))
        column.addLayout(head)
        self._table = ItemTable(self._rows)
        self._table.chosen.connect(self._choose)
        column.addWidget(self._table, 1)
        return card

    def _matrix_cards(self, found: BankStatistics) -> list[Card]:
        """How the class reads: its standing matrix, and what it found that is not there."""
        counts = found.answers.matrix()
        if not counts:
            return []
        card, column = figure_card()
        matrix = StandingMatrix(counts, whose="class")
        pictured(column, _("How claims stand"), _("all readers"), matrix, matrix.table())
        column.addStretch(1)
        other, list_ = figure_card()
        list_.addLayout(heading(_("What this class found that is not there"), _("most common")))
        misread = found.answers.misreadings()[:MOST]
        if not misread:
            list_.addWidget(Label(_("Nothing: every answer was right."), "body", wrap=True))
        for one in misread:
            said = Label(f"“{one.claim}”", "quote", wrap=True)
            text = _("{count} of {n} said {said}; in the article: {key}").format(
                count=one.count,
                n=one.n,
                said=standings.word(one.said),
                key=standings.word(one.key),
            )
            list_.addWidget(said)
            list_.addWidget(Label(text, "small", tone="text2", wrap=True))
        list_.addStretch(1)
        return [card, other]

    def _choose(self, n: int) -> None:
        """Show one item in the table, on the scatter, and with its options."""
        if not self._rows or self.found is None:
            return
        self._table.choose(n)
        if self._scatter is not None:
            self._scatter.choose(n)
        _clear(self._options)
        row = self._rows[n]
        title = _("Item {number}, options").format(number=row.number)
        bars = bars_of(self.found, row, current()) if self.found.figures.enough else ()
        if bars:
            view = OptionsView(bars)
            table = FigureTable(view.table())
            self._options.addLayout(heading(title, unchosen(self.found, row), view, table))
            self._subject(row)
            self._options.addWidget(view)
            self._options.addWidget(table)
        else:
            self._options.addLayout(heading(title, ""))
            self._subject(row)
            counted = counts_of(self.found, row)
            if counted:
                table = FigureTable(counted)
                self._options.addWidget(table)
                table.show()
            else:
                words = unchosen(self.found, row)
                self._options.addWidget(Label(words, "small", tone="text2", wrap=True))
        for words in row.told():
            self._options.addWidget(Label(words, "small", tone="warning", wrap=True))

    def _subject(self, row: Row) -> None:
        quoted = row.item.quotes_a_claim
        words = f"“{row.item.subject}”" if quoted else row.item.subject
        self._options.addWidget(Label(words, "quote" if quoted else "body", wrap=True))

    def _say(self, card: StateCard) -> None:
        column = self._fresh()
        column.addWidget(Label(_("Statistics"), "title"))
        column.addWidget(card)
        column.addStretch(1)

    def _fresh(self) -> QVBoxLayout:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(14)
        self._wide.clear()
        self._scroll.setWidget(page)
        return column

    def _pair(self, column: QVBoxLayout, *parts: QWidget | QVBoxLayout) -> None:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        for part in parts:
            if isinstance(part, QWidget):
                row.addWidget(part, 1)
            else:
                row.addLayout(part, 1)
        self._wide.append(row)
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """Cards stand below each other where a table would have no room beside a picture."""
        stacked = self.width() < STACKED * (1 + 0.8 * (current().scale - 1))
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        for row in self._wide:
            row.setDirection(way)


def _clear(column: QVBoxLayout) -> None:
    """Take away what a card shows."""
    while (part := column.takeAt(0)) is not None:
        if (widget := part.widget()) is not None:
            widget.deleteLater()
            widget.hide()
        elif (layout := part.layout()) is not None:
            while (inner := layout.takeAt(0)) is not None:
                if (one := inner.widget()) is not None:
                    one.deleteLater()
                    one.hide()
