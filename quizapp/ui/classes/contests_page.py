"""The contests of a class: what a student reads otherwise and why, and a decision for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.class_contests import ClassContest
from quizapp.i18n import _
from quizapp.ui.dates import local_day
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.forms import TextBox
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage
from quizapp.ui.widgets.tag import StandingTag


class ClassContestsPage(ColumnPage):
    """``decided`` carries the contest, ``accepted`` or ``declined``, and the answer.

    After one was accepted, ``key_wanted`` asks for its question in the studio and ``again_wanted``
    for marking its exam again. ``can_correct`` are the ids of banks that the studio can change.
    """

    decided = Signal(object, str, str)
    key_wanted = Signal(object)
    again_wanted = Signal(object)

    def __init__(
        self,
        name: str,
        contests: Sequence[ClassContest],
        can_correct: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Contests"), name, parent)
        self._can_correct = frozenset(can_correct)
        self._cards: dict[str, ContestCard] = {}
        self.column.addWidget(Label(_("Contests"), "display", wrap=True))
        told = _(
            "A decision stands, and its words are in the student’s letter. It moves no mark by "
            "itself: where a key was wrong, correct it in the studio, then mark the exam again."
        )
        self.column.addWidget(Label(told, "body", tone="text2", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        for one in contests:
            card = self._cards[one.contest.id] = self._made(one)
            self._list.addWidget(card)
        if not contests:
            line = _("To file one for a student, open their attempt, and go to the question.")
            self._list.addWidget(StateCard(_("Nobody has contested a key"), line))

    def go_to(self, contest_id: str) -> None:
        """Show a contest, and begin to answer it if it is to be decided."""
        card = self._cards.get(contest_id)
        if card is not None:
            QTimer.singleShot(0, card, lambda: self._reveal(card))

    def show_contest(self, one: ClassContest) -> None:
        """Show a contest as it is now; what was typed for the others stays."""
        old, new = self._cards[one.contest.id], self._made(one)
        self._cards[one.contest.id] = new
        self._list.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.take_focus()

    def refuse(self, contest_id: str, words: str) -> None:
        """Say why a decision was not kept."""
        self._cards[contest_id].refuse(words)

    def _made(self, one: ClassContest) -> "ContestCard":
        card = ContestCard(one, can_correct=one.exam.bank_id in self._can_correct)
        card.decided.connect(lambda state, words: self.decided.emit(one, state, words))
        card.key_wanted.connect(lambda: self.key_wanted.emit(one))
        card.again_wanted.connect(lambda: self.again_wanted.emit(one))
        return card

    def _reveal(self, card: "ContestCard") -> None:
        self.scrolled.ensureWidgetVisible(card, 0, 24)
        card.take_focus()


class ContestCard(Card):
    """One contest, with what is asked about it or what became of it."""

    decided = Signal(str, str)
    key_wanted = Signal()
    again_wanted = Signal()

    def __init__(
        self, one: ClassContest, *, can_correct: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        about = " · ".join((one.who, one.exam.heading, local_day(one.contest.at)))
        self.setAccessibleName(f"{about}: {one.question}")
        column.addWidget(Label(about, "small", tone="text2", wrap=True))
        column.addWidget(Label(one.question, "quote", wrap=True))
        column.addWidget(Label(_said(one), "small", tone="text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(_("Read as"), "small", tone="text2"))
        row.addWidget(StandingTag(one.contest.standing.value))
        row.addStretch(1)
        column.addLayout(row)
        quoted = _("Points at: “{words}”").format(words=one.words) if one.words else ""
        column.addWidget(
            Label(quoted or _("Holds that nothing in the article shows it."), "body", wrap=True)
        )
        because = _("Because: {reason}").format(reason=one.contest.reason)
        column.addWidget(Label(because, "body", wrap=True))
        self._first: QWidget = self
        self._refused = Label("", "small", tone="error", wrap=True)
        self._refused.hide()
        if one.open:
            self._ask(column)
        else:
            self._tell(column, one, can_correct=can_correct)

    def take_focus(self) -> None:
        """Be where the next thing is done."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say why a decision was not kept."""
        self._refused.setText(words)
        self._refused.show()
        announce(self, words)
        self.take_focus()

    def _ask(self, column: QVBoxLayout) -> None:
        answer = TextBox(_("Answer to the student"), rows=2, lines=True)
        answer.setPlaceholderText(_("Say why, so that the student can learn from it."))
        answer.changed.connect(lambda _words: self._refused.hide())
        self._first = answer
        column.addWidget(answer)
        column.addWidget(self._refused)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for name, state in ((_("Decline"), "declined"), (_("Accept"), "accepted")):
            button = Button(name, "secondary")
            button.clicked.connect(
                lambda _on=False, state=state: self.decided.emit(state, answer.toPlainText())
            )
            row.addWidget(button)
        column.addLayout(row)

    def _tell(self, column: QVBoxLayout, one: ClassContest, *, can_correct: bool) -> None:
        states = {"accepted": _("Accepted: {answer}"), "declined": _("Declined: {answer}")}
        told = states[one.contest.state].format(answer=one.contest.answer)
        column.addWidget(Label(told, "body", wrap=True, weight=600))
        if one.contest.state != "accepted":
            return
        column.addWidget(Label(_next(can_correct=can_correct), "small", tone="text2", wrap=True))
        row = FlowLayout(spacing=8)
        if can_correct:
            key = Button(_("Correct the key …"), "secondary", icon="pencil-ruler")
            key.clicked.connect(self.key_wanted)
            row.addWidget(key)
            self._first = key
        again = Button(_("Mark again …"), "secondary", icon="repeat-2")
        again.clicked.connect(self.again_wanted)
        row.addWidget(again)
        self._first = self._first if can_correct else again
        column.addLayout(row)


def _said(one: ClassContest) -> str:
    """The key beside what was answered."""
    key = _("Key: {key}").format(key=one.key)
    given = _("Answered: {answer}").format(answer=one.answer) if one.answer else _("Not answered")
    return f"{key} · {given}"


def _next(*, can_correct: bool) -> str:
    """What is done after a contest was accepted."""
    if can_correct:
        return _(
            "No mark has moved yet. Correct the key in the studio and save the bank; then mark the "
            "exam again, which shows what would change before it does."
        )
    return _(
        "No mark has moved yet. The bank is not among those that you made here, so its key cannot "
        "be corrected in the studio; once a newer version of it is kept, mark the exam again."
    )
