"""The result of an attempt: a sentence, what it rests on, pictures, the items, the map."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.i18n import _
from quizapp.quiz import Verdict
from quizapp.report import ItemLine, Result, certainty_line, lacking, skill_table
from quizapp.ui.dates import local_day, local_time
from quizapp.ui.review.map_view import MapCard
from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.figures import (
    add_calibration,
    add_claims,
    add_strips,
    figure_card,
    heading,
    pictured,
)
from quizapp.ui.widgets.item_rows import ItemRow, ItemRows
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.matrix import StandingMatrix
from quizapp.ui.widgets.save_button import SaveButton
from quizapp.ui.widgets.skill_bars import SkillBars, SkillCount
from quizapp.ui.widgets.tag import IconLabel

STACKED = 1060


class ResultPage(QWidget):
    """Emits ``item_wanted(index)`` for an item to review, ``again_wanted`` for a new attempt.

    ``parallel_wanted`` asks for other questions on the same article, ``save_wanted("pdf")`` or
    ``("csv")`` for a file of it.

    ``back`` names the place that the page leads back to, home where it is empty.
    """

    item_wanted = Signal(int)
    again_wanted = Signal()
    parallel_wanted = Signal()
    save_wanted = Signal(str)
    left = Signal()

    def __init__(self, result: Result, back: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result = result
        self._back = back or _("Home")
        self._fill(self._scrolled())

    def _scrolled(self) -> QWidget:
        """The page below the bar, empty and in its place.

        Each time that a widget moves to another parent, all that is in it is styled anew. So what
        holds others is put where it belongs before it is filled.
        """
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        bar, scroll, page = TopBar(self), _scroll(self), QWidget()
        page.setObjectName("page")
        scroll.setWidget(page)
        outer.addWidget(bar)
        outer.addWidget(scroll, 1)
        self._fill_bar(bar)
        return page

    def _fill(self, page: QWidget) -> None:
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addLayout(self._head())
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._standings(page), 418)
        self._cards.addWidget(self._skills(page), 340)
        self._cards.addWidget(self._items(page), 425)
        column.addLayout(self._cards)
        column.addWidget(MapCard(self._result.map, page))

    def _head(self) -> QVBoxLayout:
        """The sentence, what it rests on, and how the attempt was taken."""
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(self._result.sentence, "display", wrap=True))
        head.addWidget(Label(self._result.rests_on, "body", tone="text2", wrap=True))
        if self._result.taken:
            words = " ".join(self._result.taken)
            head.addWidget(Label(words, "small", tone="text2", wrap=True))
        return head

    def _fill_bar(self, bar: TopBar) -> None:
        attempt = self._result.attempt
        back = Button(self._back, "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        bar.row.addWidget(back)
        self._title = Label(self._result.title, "body", weight=600)
        bar.row.addWidget(self._title)
        if attempt.submitted is not None:
            when = _("handed in {day}, {time}").format(
                day=local_day(attempt.submitted), time=local_time(attempt.submitted)
            )
            bar.row.addWidget(Label(when, "small", tone="text2"))
        bar.row.addStretch(1)
        bar.row.addWidget(IconLabel("check"))
        self._saved = Label(_("Saved"), "small", tone="text2")
        bar.row.addWidget(self._saved)
        save = SaveButton()
        save.wanted.connect(self.save_wanted)
        bar.row.addWidget(save)
        bar.row.addSpacing(4)
        self._again = Button(_("Take it again"), "secondary", icon="repeat-2")
        self._again.clicked.connect(self.again_wanted)
        self._parallel = Button(_("New questions"), "primary", trailing="arrow-right")
        self._parallel.setToolTip(
            _("Other questions on this article, about claims not seen if there are")
        )
        self._parallel.clicked.connect(self.parallel_wanted)
        bar.row.addWidget(self._again)
        bar.row.addSpacing(8)
        bar.row.addWidget(self._parallel)

    def offer_no_parallel(self) -> None:
        """There are no other questions on the article here."""
        self._parallel.hide()

    def say_whose(self, who: str) -> None:
        """It is the attempt of a student, which nobody takes again here."""
        self._title.setText(f"{who} · {self._result.title}")
        self._again.hide()

    def say_saved(self, words: str) -> None:
        """Say in the bar what became of saving a file."""
        self._saved.setText(words)

    def _standings(self, page: QWidget) -> Card:
        card, column = figure_card(page)
        seen = self._result.discernment
        matrix = StandingMatrix(seen.matrix)
        matrix.setMaximumWidth(current().px(480))
        note = _("counts; stronger is more")
        pictured(column, _("How claims stand"), note, matrix, matrix.table())
        right = _("{right} of {n} standings as the article has them").format(
            right=seen.as_keyed, n=seen.n
        )
        column.addWidget(Label(right, "small", tone="text2"))
        if self._result.joint[1]:
            column.addWidget(Hairline())
            column.addWidget(self._joint(card))
        if seen.n:
            column.addWidget(Hairline())
            self._add_reading(column)
        column.addStretch(1)
        return card

    def _add_reading(self, column: QVBoxLayout) -> None:
        """Telling apart, and leaning: two strips where there is a verdict, else what is missing."""
        judged = self._result.judged
        title = _("Telling apart, and leaning")
        if self._result.closed:
            column.addLayout(heading(title, ""))
            words = _("Not from answers that were given without the article.")
            column.addWidget(Label(words, "small", tone="text2", wrap=True))
        elif isinstance(judged, Verdict):
            add_strips(column, title, judged)
        else:
            column.addLayout(heading(title, ""))
            words = lacking(self._result.discernment)
            column.addWidget(Label(words, "small", tone="text2", wrap=True))

    def _joint(self, card: Card) -> QWidget:
        """The joint score: standing and words both right."""
        right, n = self._result.joint
        holder = QWidget(card)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(_("Standing and words"), "body", weight=600))
        column.addWidget(SkillBars([SkillCount(_("Both right at once"), right, n)]))
        return holder

    def _skills(self, page: QWidget) -> Card:
        card, column = figure_card(page)
        result = self._result
        self._add_sure(column)
        column.addWidget(Hairline())
        bars = SkillBars([SkillCount(s.title, s.right, s.asked) for s in result.skills])
        pictured(column, _("By skill"), _("right of asked"), bars, skill_table(result.skills))
        column.addWidget(Hairline())
        right, n = result.score.right, len(result.score.marks)
        whole = _("Full credit for {right} of {n} items").format(right=right, n=n)
        column.addWidget(Label(whole, "body", weight=600))
        column.addWidget(Label(self._earned(), "small", tone="text2", wrap=True))
        column.addStretch(1)
        return card

    def _add_sure(self, column: QVBoxLayout) -> None:
        """Each level of confidence as a picture, and the marks for being sure."""
        marks, fits = self._result.certainty, self._result.fits
        if marks is None:
            column.addLayout(heading(_("Sure, and right"), ""))
            words = _("How sure you were was not asked, so there is nothing to compare.")
            column.addWidget(Label(words, "small", tone="text2", wrap=True))
            return
        add_calibration(column, fits)
        if self._result.claims is not None:
            add_claims(column, self._result.claims)
        column.addWidget(Label(certainty_line(marks), "small", tone="text2", wrap=True))

    def _earned(self) -> str:
        score = self._result.score
        points = _("{earned} of {possible} points, parts of an answer counted.").format(
            earned=_short(score.earned), possible=_short(score.possible)
        )
        blind = sum(m.guess * float(m.weight) for m in score.marks)
        chance = _("Answers without reading would earn about {points}.").format(
            points=_short(blind)
        )
        return f"{points} {chance}"

    def _items(self, page: QWidget) -> Card:
        card, column = figure_card(page)
        column.addLayout(heading(_("Every item"), _("open one to see why")))
        scroll, rows = _scroll(card), ItemRows()
        rows.setObjectName("page")
        scroll.setWidget(rows)
        rows.set_rows([_row(line) for line in self._result.lines])
        rows.activated.connect(self.item_wanted)
        scroll.setMinimumHeight(current().grow(320))
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(scroll, 1)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < STACKED * (1 + 0.8 * (current().scale - 1))
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.item_wanted.emit(0)
        else:
            super().keyPressEvent(event)


def _scroll(parent: QWidget) -> QScrollArea:
    scroll = QScrollArea(parent)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def _short(points: float) -> str:
    """Points to a tenth; a whole number as such."""
    return f"{points:.1f}".removesuffix(".0")


def _row(line: ItemLine) -> ItemRow:
    return ItemRow(
        number=line.number,
        text=line.text,
        right=None if line.outcome == "blank" else line.outcome == "right",
        kind=line.kind,
        standing=line.standing,
        answered=line.said,
        quoted=line.quoted,
    )
