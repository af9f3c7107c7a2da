"""What the students of a class contest, a row each; each leads to where it is decided."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.class_contests import STATES, ClassContest
from quizapp.i18n import _
from quizapp.ui import icons, standings
from quizapp.ui.studio.rows import RowList
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box, elided, line, write

ROW, SIDE = 40, 20
ICONS = {
    "open": ("message-square-warning", "warning"),
    "accepted": ("check", "accent"),
    "declined": ("x", "text2"),
}


class ContestsView(QWidget):
    """Emits ``wanted`` with the id of a contest. Those that are to be decided come first."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list: RowList[ClassContest] = RowList(
            _("Contests"), _paint, lambda: current().grow(ROW), spoken
        )
        self.list.chosen.connect(lambda _n: self._offer())
        self.list.entered_row.connect(lambda _n: self._open())
        self.list.doubleClicked.connect(lambda _index: self._open())
        nobody = _(
            "Nobody has contested a key. To file a contest for a student, open their attempt, go "
            "to the question, and choose “Contest”."
        )
        self._nobody = Label(nobody, "small", tone="text2", wrap=True)
        self._told = Label("", "small", tone="text2")
        self._look = Link("", "small")
        self._look.clicked.connect(self._open)
        acts = QHBoxLayout()
        acts.setContentsMargins(SIDE, 6, SIDE, 10)
        acts.setSpacing(14)
        acts.addWidget(self._nobody, 1)
        acts.addWidget(self._told, 1)
        acts.addWidget(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        self._offer()

    def show_contests(self, contests: Sequence[ClassContest]) -> None:
        """Show these contests, at the same place of the list as before."""
        at = self.list.currentIndex().row()
        self.list.show_rows(tuple(contests), min(max(at, 0), len(contests) - 1))
        self._offer()

    def _at(self) -> ClassContest | None:
        n, rows = self.list.currentIndex().row(), self.list.rows()
        return rows[n] if 0 <= n < len(rows) else None

    def _offer(self) -> None:
        one = self._at()
        self._told.setText(_summed(one) if one else "")
        self._told.setVisible(one is not None)
        self._nobody.setVisible(one is None)
        self._look.setVisible(one is not None)
        self._look.set_text(_("Decide …") if one and one.open else _("Look …"))

    def _open(self) -> None:
        one = self._at()
        if one is not None:
            self.wanted.emit(one.contest.id)


def _summed(one: ClassContest) -> str:
    """Which exam it is at, and what is held of it."""
    standing = standings.word(one.contest.standing.value).lower()
    text = _("{exam} · read as {standing}: {reason}")
    return text.format(exam=one.exam.heading, standing=standing, reason=one.contest.reason)


def spoken(one: ClassContest) -> str:
    """The row in words."""
    text = _("{who}, {exam}: {question} Read as {standing}. {state}")
    return text.format(
        who=one.who,
        exam=one.exam.heading,
        question=one.question,
        standing=standings.word(one.contest.standing.value),
        state=_(STATES[one.contest.state]),
    )


def _paint(
    painter: QPainter, rect: QRectF, one: ClassContest, chosen: bool, hover: bool, theme: Theme
) -> None:
    if chosen or hover:
        box(painter, rect.adjusted(8, 1, -8, -1), theme.sunken, "", 0)
    else:
        low = rect.bottom()
        line(painter, rect.x() + SIDE, low - 1, rect.right() - SIDE, low, theme.line)
    size, middle = theme.grow(16), rect.center().y()
    name, tone = ICONS[one.contest.state]
    icons.draw(painter, name, rect.x() + SIDE, middle - size / 2, size, theme.color(tone).name())
    left, right = rect.x() + SIDE + size + 10, rect.right() - SIDE
    state_wide = theme.grow(96)
    who_wide = min(theme.grow(180), (right - left) * 0.3)
    font, body, small = theme.font("body", 500), theme.font("body"), theme.font("small")
    place = QRectF(left, rect.y(), who_wide, rect.height())
    write(painter, elided(one.who, font, who_wide - 12), font, theme.text, place)
    wide = right - left - who_wide - state_wide
    place = QRectF(left + who_wide, rect.y(), wide, rect.height())
    write(painter, elided(one.question, body, wide - 12), body, theme.text, place)
    place = QRectF(right - state_wide, rect.y(), state_wide, rect.height())
    state = elided(_(STATES[one.contest.state]), small, state_wide)
    write(painter, state, small, theme.text2, place)
