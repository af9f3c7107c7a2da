"""One question that came back, beside its article: answer, feedback, and on to the next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.app.practising import Practice, Today, Turn
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.items import Response
from quizapp.report import Feedback, Shown
from quizapp.ui.player.feet import ArticleFoot, show_evidence
from quizapp.ui.player.keys import practice_keys, show_keys
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.player.reading import ReadingScreen
from quizapp.ui.player.saved import SavedMark
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label


class PracticeScreen(ReadingScreen):
    """Asks one turn of a practice. The answer is kept when it is checked, and then stands.

    ``next_wanted`` asks for the next turn; ``undo_wanted`` takes the last answer back, which is the
    one on this screen once it was checked, else the one before.
    """

    next_wanted = Signal()
    undo_wanted = Signal()

    def __init__(
        self,
        practice: Practice,
        turn: Turn,
        today: Today,
        *,
        confidence: bool,
        parent: QWidget | None = None,
    ) -> None:
        closed = not turn.bank.article.text
        super().__init__(turn.bank.title, turn.bank.article, parent, closed=closed)
        self._practice = practice
        self._turn = turn
        self._response: Response = ()
        self._asked_confidence = False
        self.feedback: Feedback | None = None
        self.pane = QuestionPane(turn.item, turn.order, confidence=confidence)
        self.pane.show_picture(turn.bank.picture(turn.item))
        self._saved = SavedMark()
        self._saved.again.connect(self.proceed)
        self._foot = ArticleFoot(self, turn.bank.article)
        self._undo = Button(_("Take the last answer back"), "ghost", icon="undo-2")
        self._next = Button(_("Check"), "primary", trailing="arrow-right")
        self._lay_out(today)
        self.pane.answered.connect(self._on_answered)
        self.pane.marks_wanted.connect(self._show_marks)
        self.pane.evidence_wanted.connect(self._show_words)
        self.article.marks_changed.connect(self._on_marks)
        self.rearranged.connect(self._rearrange)
        select = self.pane.view.select
        self.article.set_markable(bool(select), select or "sentences")
        self._count_marks()
        self.set_page(self.pane)
        self._rearrange()

    def _lay_out(self, today: Today) -> None:
        self._count = Label("", "small", tone="text2", tabular=True)
        self._show_count(today)
        self.middle.addWidget(self._count)
        self.end.addWidget(self._saved)
        row = self.question_foot.row
        self._undo.clicked.connect(self.undo_wanted)
        self._undo.setVisible(self._practice.can_undo)
        self._next.clicked.connect(self.proceed)
        row.addWidget(self._undo)
        row.addStretch(1)
        row.addWidget(self._next)
        if self._turn.elsewhere:
            words = _(
                "In place of a question of another article, of which you were sure and not right."
            )
            self.pane.note(words)

    def _show_count(self, today: Today) -> None:
        words = _("{due} left today · {done} done").format(due=today.due, done=today.done)
        self._count.setText(words)

    # what the reader does

    def proceed(self) -> None:
        """Check the answer; once it is checked, go on."""
        if self.feedback is not None:
            self.next_wanted.emit()
        elif self._complete():
            self._check()

    def _complete(self) -> bool:
        """Whether there is an answer to be checked; if not, what is missing is said."""
        if not self._response:
            self.pane.hint(_("Give an answer first; if you do not know, guess and say so."))
            self.show_end()
            return False
        if not self.pane.view.complete(self._response):
            words = self.pane.view.missing()
            self.pane.hint("" if self.pane.view.warn(words) else words)
            return False
        if self.pane.confidence is not None and not self.pane.level and not self._asked_confidence:
            self._asked_confidence = True
            self.pane.confidence.focus_first()
            self.pane.hint(_("Say how sure you are, or press Check again to go without."))
            return False
        return True

    def _check(self) -> None:
        try:
            feedback = self._practice.answer(self._turn, self._response, self.pane.level or None)
        except QuizappError as error:
            self._saved.failed(str(error))
            self.pane.hint(str(error))
            self.show_end()
            return
        self.feedback = feedback
        self._saved.saved()
        self._show_count(self._practice.today())
        self.pane.show_feedback(feedback)
        show_evidence(self, self._foot, feedback)
        self.show_top()
        self._next.set_text(_("Next"))
        self._undo.show()
        self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_answered(self, response: Response, _level: int) -> None:
        self._response = response

    # marks and evidence

    def _on_marks(self, marks: Response) -> None:
        if self.feedback is None:
            self.pane.view.set_marks(marks)
        self._count_marks()

    def _show_marks(self, marks: Response) -> None:
        self.article.set_marks(marks)
        self._count_marks()

    def _count_marks(self) -> None:
        if select := self.pane.view.select:
            self._foot.show_marking(len(self.article.marks()), select)
        else:
            self._foot.show_reading()

    def _show_words(self, shown: Shown) -> None:
        self.show_article()
        self.article.scroll_to(shown.paragraph, shown.start, shown.end)

    # the look of things, and keys

    def _rearrange(self) -> None:
        self._foot.set_narrow(self.compact or self.tabbed)
        self.pane.arrange(compact=self.compact, columns=self.columns, sides=self.sides)

    def _take_keyboard(self) -> None:
        """Give the keyboard to the field that is to be typed in, else to the screen."""
        field = None if self.feedback is not None else self.pane.view.first()
        (field or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:  # the screen has just come up
            self._take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is not None:
            event.accept()
            act()
            return
        event.ignore()
        if self.feedback is None:
            self.pane.view.take_key(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        return {
            Qt.Key.Key_Return: self.proceed,
            Qt.Key.Key_Enter: self.proceed,
            Qt.Key.Key_U: self._undo.click if self._undo.isVisible() else None,
            Qt.Key.Key_E: self.show_article,
            Qt.Key.Key_Q: self._to_question,
            Qt.Key.Key_Escape: lambda: self.setFocus(Qt.FocusReason.ShortcutFocusReason),
            Qt.Key.Key_C: self._to_confidence,
            Qt.Key.Key_F1: lambda: show_keys(practice_keys(), self),
        }.get(Qt.Key(event.key()))

    def _to_question(self) -> None:
        self.show_question()
        self._take_keyboard()

    def _to_confidence(self) -> None:
        if self.pane.confidence is not None and self.feedback is None:
            self.show_question()
            self.pane.confidence.focus_first()
