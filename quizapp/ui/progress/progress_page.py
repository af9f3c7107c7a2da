"""The progress screen: a sentence, what it rests on, pictures over all banks, the history."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.app.progress import Entry
from quizapp.i18n import _
from quizapp.quiz import Missing, Verdict
from quizapp.report import Progress, skill_table
from quizapp.report.progress_text import counted_line
from quizapp.ui.progress.history import History
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.course import CoursePicture
from quizapp.ui.widgets.figures import (
    add_calibration,
    add_claims,
    add_strips,
    figure_card,
    heading,
    pictured,
)
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.matrix import StandingMatrix
from quizapp.ui.widgets.save_button import SaveButton
from quizapp.ui.widgets.skill_bars import SkillBars, SkillCount

STACKED = 860


class ProgressPage(QWidget):
    """Emits ``result_wanted(attempt)``, ``more_wanted(skip)`` for older attempts, ``left``.

    ``save_wanted("pdf")`` or ``("csv")`` asks for a file of it all.
    """

    result_wanted = Signal(str)
    more_wanted = Signal(int)
    save_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QBoxLayout] = []
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._say(StateCard(_("Adding up what you have answered"), _("One moment.")))

    def show_failure(self, words: str) -> None:
        """Nothing can be shown, and why."""
        self._say(StateCard(_("Your progress could not be worked out"), words))

    def show_progress(self, progress: Progress, entries: Sequence[Entry]) -> None:
        """Show what all attempts together say, and the newest of them."""
        if not progress.attempts:
            words = _("Once a quiz is handed in, this page shows how you read.")
            card = StateCard(_("Nothing is handed in yet"), words, _("Choose a quiz"))
            card.activated.connect(self.left)
            self._say(card)
            return
        column = self._fresh()
        self._offer_saving()
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(Label(progress.sentence, "display", wrap=True))
        head.addWidget(Label(progress.rests_on, "body", tone="text2", wrap=True))
        head.addWidget(Label(counted_line(progress), "small", tone="text2", wrap=True))
        column.addLayout(head)
        self._pair(column, _reading(progress), _sure(progress))
        if progress.points:
            self._pair(column, *(_over_time(progress, which) for which in (0, 1)))
        past = self._past(progress, entries)
        self._pair(column, *([_standings(progress), past] if progress.pooled.n else [past]))
        column.addStretch(1)
        self._arrange()

    def add_history(self, entries: Sequence[Entry]) -> None:
        """Add older attempts to the list."""
        self._history.add(entries)
        self._older.setVisible(self._history.count < self._attempts)

    def _past(self, progress: Progress, entries: Sequence[Entry]) -> Card:
        card, column = figure_card()
        column.addLayout(heading(_("What you handed in"), _("open one to see its result")))
        self._history = History()
        self._history.chosen.connect(self.result_wanted)
        column.addWidget(self._history)
        self._older = Button(_("Show older"), "secondary", icon="chevron-down")
        self._older.clicked.connect(lambda: self.more_wanted.emit(self._history.count))
        column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._attempts = progress.attempts
        self.add_history(entries)
        return card

    def _say(self, card: StateCard) -> None:
        column = self._fresh()
        column.addWidget(card)
        column.addStretch(1)

    def _fresh(self) -> QVBoxLayout:
        """A new page with nothing on it but its title."""
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(Label(_("Progress"), "title"), 1)
        column.addLayout(self._top)
        self._rows.clear()
        self._scroll.setWidget(page)
        return column

    def _offer_saving(self) -> None:
        self._saved = Label("", "small", tone="text2")
        save = SaveButton("secondary")
        save.wanted.connect(self.save_wanted)
        self._top.addWidget(self._saved)
        self._top.addWidget(save)

    def say_saved(self, words: str) -> None:
        """Say beside the title what became of saving a file."""
        self._saved.setText(words)

    def _pair(self, column: QVBoxLayout, *cards: Card) -> None:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        for card in cards:
            row.addWidget(card, 1)
        self._rows.append(row)
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """Cards stand below each other where a picture would have no room beside another."""
        stacked = self.width() < STACKED * (1 + 0.8 * (current().scale - 1))
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(way)


def _reading(progress: Progress) -> Card:
    """Telling apart and leaning, or what they still take; below them the skills."""
    card, column = figure_card()
    title = _("Telling apart, and leaning")
    if isinstance(progress.judged, Verdict):
        add_strips(column, title, progress.judged)
        words = _("Neither end of the leaning is the good one: the middle is.")
    else:
        column.addLayout(heading(title, _("answered of needed")))
        column.addWidget(SkillBars(_needed(progress.judged), title))
        words = _("With enough answers, both are drawn here, and how they change over time.")
    column.addWidget(Label(words, "small", tone="text2", wrap=True))
    column.addWidget(Hairline())
    bars = SkillBars([SkillCount(s.title, s.right, s.asked) for s in progress.skills])
    pictured(column, _("By skill"), _("right of asked"), bars, skill_table(progress.skills))
    column.addStretch(1)
    return card


def _needed(lacking: Missing) -> list[SkillCount]:
    """What was answered of what a verdict takes."""
    confirmed = lacking.confirmed + lacking.more_confirmed
    others = lacking.others + lacking.more_others
    return [
        SkillCount(_("Confirmed claims"), lacking.confirmed, confirmed),
        SkillCount(_("Other claims"), lacking.others, others),
    ]


def _sure(progress: Progress) -> Card:
    card, column = figure_card()
    if progress.sure:
        add_calibration(column, progress.fits)
    if progress.sure and progress.sure_in_five:
        column.addWidget(Hairline())
    if progress.claims is not None:
        title = _("Sure in five levels") if progress.sure else ""
        add_calibration(column, progress.five, title)
        add_claims(column, progress.claims)
    elif not progress.sure:
        column.addLayout(heading(_("Sure, and right"), ""))
        words = _("How sure you were was not asked, so there is nothing to compare.")
        column.addWidget(Label(words, "small", tone="text2", wrap=True))
    column.addStretch(1)
    return card


def _over_time(progress: Progress, which: int) -> Card:
    card, column = figure_card()
    title = (_("Telling apart over time"), _("Leaning over time"))[which]
    note = (_("d′, 92 % intervals"), _("points, 99 % intervals"))[which]
    picture = CoursePicture(progress.points, which)
    pictured(column, title, note, picture, picture.table())
    column.addStretch(1)
    return card


def _standings(progress: Progress) -> Card:
    card, column = figure_card()
    matrix = StandingMatrix(progress.pooled.matrix)
    matrix.setMaximumWidth(current().px(480))
    note = _("balanced banks only")
    pictured(column, _("How claims stand"), note, matrix, matrix.table())
    column.addStretch(1)
    return card
