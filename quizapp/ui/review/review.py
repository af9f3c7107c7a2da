"""Every item of a finished attempt, beside the article, with its feedback."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.app.sitting import Sitting
from quizapp.i18n import _
from quizapp.items import NOTHING, Response, split
from quizapp.report import Shown
from quizapp.ui.player.feet import ArticleFoot, show_evidence
from quizapp.ui.player.keys import review_keys, show_keys
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.player.reading import ReadingScreen
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.progress import ProgressStrip


class Review(ReadingScreen):
    """Shows the scored items of a finished attempt one by one; nothing can be changed.

    ``contest_wanted`` carries the id of an item that the reader reads otherwise.
    """

    contest_wanted = Signal(str)

    def __init__(self, sitting: Sitting, place: int = 0, parent: QWidget | None = None) -> None:
        closed = not sitting.bank.article.text
        super().__init__(sitting.bank.title, sitting.bank.article, parent, closed=closed)
        self.set_back_text(_("Result"))
        self._sitting = sitting
        self._items = sitting.counted
        self._place = place
        self._pane: QuestionPane | None = None
        self._count = Label("", "small", tone="text2", tabular=True)
        self._strip = ProgressStrip()
        self._strip.activated.connect(self.go)
        self._foot = ArticleFoot(self, sitting.bank.article)
        self._back_button = Button(_("Back"))
        self._next = Button(_("Next"), "primary", trailing="arrow-right")
        self._back_button.clicked.connect(lambda: self.go(self._place - 1))
        self._next.clicked.connect(self._onwards)
        self.middle.addWidget(self._count)
        self.middle.addWidget(self._strip)
        row = self.question_foot.row
        self._contest = Button(_("Contest"), "ghost", icon="message-square-warning")
        self._contest.clicked.connect(lambda: self.contest_wanted.emit(self._items[self._place].id))
        row.addWidget(self._contest)
        row.addStretch(1)
        row.addWidget(self._back_button)
        row.addWidget(self._next)
        self.rearranged.connect(self._rearrange)
        self.go(place)

    def go(self, place: int) -> None:
        """Show the item at ``place``, counted from 0 among those with a score."""
        if not 0 <= place < len(self._items):
            return
        self._place = place
        item = self._items[place]
        answer = self._sitting.attempt.answers.get(item.id)
        pane = QuestionPane(item, self._sitting.order(item.id), confidence=False)
        pane.show_picture(self._sitting.bank.picture(item))
        self._pane = pane
        pane.evidence_wanted.connect(self._show_words)
        self.article.set_marks(_marks(answer.response) if answer else ())
        if answer:
            pane.show_answer(answer.response, 0)
        feedback = self._sitting.feedback(item.id)
        contest = self._sitting.contest_on(item.id)
        pane.show_feedback(feedback, contest)
        self._contest.setVisible(contest is None)
        pane.arrange(compact=self.compact, columns=self.columns, sides=self.sides)
        self.set_page(pane)
        show_evidence(self, self._foot, feedback)
        self._show_place()
        self.show_question()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self) -> None:
        n = len(self._items)
        self._count.setText(_("{now} of {n}").format(now=self._place + 1, n=n))
        answers, flags = self._sitting.attempt.answers, self._sitting.attempt.flags
        done = [k for k, item in enumerate(self._items) if item.id in answers]
        flagged = [k for k, item in enumerate(self._items) if item.id in flags]
        self._strip.show_state(n, self._place, done, flagged)
        self._back_button.setEnabled(self._place > 0)
        self._next.set_text(_("To the result") if self._place == n - 1 else _("Next"))

    def _onwards(self) -> None:
        if self._place == len(self._items) - 1:
            self.left.emit()
        else:
            self.go(self._place + 1)

    def _to_question(self) -> None:
        self.show_question()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self, shown: Shown) -> None:
        self.show_article()
        self.article.scroll_to(shown.paragraph, shown.start, shown.end)

    def _rearrange(self) -> None:
        self._strip.setVisible(not self.tabbed)
        self._foot.set_narrow(self.compact or self.tabbed)
        if self._pane is not None:
            self._pane.arrange(compact=self.compact, columns=self.columns, sides=self.sides)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act(self, key: Qt.Key) -> Callable[[], object] | None:
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Return: self._onwards,
            Qt.Key.Key_Enter: self._onwards,
            Qt.Key.Key_Right: self._onwards,
            Qt.Key.Key_Left: lambda: self.go(self._place - 1),
            Qt.Key.Key_Backspace: lambda: self.go(self._place - 1),
            Qt.Key.Key_E: self.show_article,
            Qt.Key.Key_Q: self._to_question,
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_F1: lambda: show_keys(review_keys(), self),
        }
        return acts.get(key)


def _marks(response: Response) -> Response:
    """The places in the article that a response marks."""
    return tuple(id_ for id_ in split(response)[1] if id_.startswith("p") and id_ != NOTHING)
