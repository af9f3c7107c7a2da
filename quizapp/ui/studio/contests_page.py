"""What students contested at a bank: what they read, why, and a decision for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.quiz import Contest
from quizapp.ui import standings
from quizapp.ui.dates import local_day
from quizapp.ui.studio.sheet import Sheet, empty
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.forms import TextBox
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.tag import StandingTag


@dataclass(frozen=True, slots=True)
class Filed:
    """A contest, whose it is, the question that it is about, and the words that it points at."""

    contest: Contest
    who: str
    question: str
    words: str


class ContestsPage(Sheet):
    """``decided`` carries the contest, ``accepted`` or ``declined``, and the answer.

    ``item_wanted`` asks for the question in the studio.
    """

    decided = Signal(object, str, str)
    item_wanted = Signal(str)

    def __init__(self, get: Callable[[], Sequence[Filed]], parent: QWidget | None = None) -> None:
        super().__init__(_("Contests"), parent)
        self._get = get
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self.show_contests()

    def show_contests(self) -> None:
        """Show what is filed now, the open ones first."""
        empty(self._body)
        filed = sorted(self._get(), key=lambda one: one.contest.state != "open")
        if not filed:
            told = _("Students can contest a key when they see what is said about their answer.")
            self._body.addWidget(StateCard(_("Nobody has contested a key"), told))
        for one in filed:
            self._body.addWidget(self._card(one))

    def _card(self, one: Filed) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        about = f"{one.who} · {local_day(one.contest.at)}"
        head.addWidget(Label(about, "small", tone="text2"), 1)
        look = Link(_("Look at the question"), "small")
        look.clicked.connect(lambda: self.item_wanted.emit(one.contest.item))
        head.addWidget(look)
        column.addLayout(head)
        column.addWidget(Label(one.question, "quote", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(_("Read as"), "small", tone="text2"))
        row.addWidget(StandingTag(one.contest.standing.value))
        row.addWidget(Label(f"“{one.words}”" if one.words else _("nothing shows it"), "small"), 1)
        column.addLayout(row)
        column.addWidget(Label(one.contest.reason, "body", wrap=True))
        if one.contest.state == "open":
            self._ask(column, one.contest)
        else:
            states = {"accepted": _("Accepted: {answer}"), "declined": _("Declined: {answer}")}
            told = states[one.contest.state].format(answer=one.contest.answer)
            column.addWidget(Label(told, "small", tone="text2", wrap=True))
        card.setAccessibleName(f"{about}: {standings.word(one.contest.standing.value)}")
        return card

    def _ask(self, column: QVBoxLayout, contest: Contest) -> None:
        answer = TextBox(_("Answer to the student"), rows=2, lines=True)
        answer.setPlaceholderText(_("Say why, so that the student can learn from it."))
        column.addWidget(answer)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for name, state in ((_("Decline"), "declined"), (_("Accept"), "accepted")):
            button = Button(name, "secondary")
            button.clicked.connect(
                lambda _on=False, state=state: self.decided.emit(
                    contest, state, answer.toPlainText()
                )
            )
            row.addWidget(button)
        column.addLayout(row)
