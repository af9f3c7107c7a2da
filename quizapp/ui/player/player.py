"""The quiz: one question at a time beside the article. Every answer is saved as it is given."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.app.sitting import Sitting
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.items import Item, Response
from quizapp.report import Feedback, Shown
from quizapp.ui.player.clock import Clock
from quizapp.ui.player.feet import ArticleFoot, show_evidence
from quizapp.ui.player.hand_in import HandInPage
from quizapp.ui.player.keys import quiz_keys, show_keys
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.player.reading import ReadingScreen
from quizapp.ui.player.saved import SavedMark
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.progress import ProgressStrip


class Player(ReadingScreen):
    """Shows the items of a sitting and hands every answer to it.

    ``progressed(answered, posed)`` follows each save, ``handed_in`` the end, ``menu_wanted`` a
    click on the menu.
    """

    progressed = Signal(int, int)
    handed_in = Signal()
    menu_wanted = Signal(object)
    contest_wanted = Signal(str)

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        closed = sitting.attempt.rules.closed or not sitting.bank.article.text
        super().__init__(sitting.bank.title, sitting.bank.article, parent, closed=closed)
        self._sitting = sitting
        self._pane: QuestionPane | None = None
        self._failed: Callable[[], object] | None = None
        self._unsaved: Callable[[], object] | None = None  # an answer that is not on disk yet
        self._asked_confidence = False
        self._saved = SavedMark()
        self._saved.again.connect(self._try_again)
        self._count = Label("", "small", tone="text2", tabular=True)
        self._strip = ProgressStrip()
        self._strip.activated.connect(self.go)
        self._clock = Clock(sitting)
        self._clock.over.connect(self._time_is_up)
        self._menu = Button(_("Menu"), "icon", icon="menu")
        self._menu.clicked.connect(lambda: self.menu_wanted.emit(self._menu))
        self._foot = ArticleFoot(self, sitting.bank.article)
        self._flag = Button(_("Flag"), "ghost", icon="flag")
        self._contest = Button(_("Contest"), "ghost", icon="message-square-warning")
        self._back_button = Button(_("Back"))
        self._next = Button(_("Continue"), "primary", trailing="arrow-right")
        self._lay_out()
        self.article.marks_changed.connect(self._on_marks)
        self.rearranged.connect(self._rearrange)
        self.show_item()

    def _lay_out(self) -> None:
        self.middle.addWidget(self._count)
        self.middle.addWidget(self._strip)
        self.end.addWidget(self._clock)
        self.end.addWidget(self._saved)
        self.end.addWidget(self._menu)
        row = self.question_foot.row
        self._flag.setCheckable(True)
        self._flag.clicked.connect(self.toggle_flag)
        self._back_button.clicked.connect(self.back)
        self._next.clicked.connect(self.proceed)
        self._contest.clicked.connect(lambda: self.contest_wanted.emit(self._sitting.attempt.at))
        self._contest.hide()
        row.addWidget(self._flag)
        row.addWidget(self._contest)
        row.addStretch(1)
        row.addWidget(self._back_button)
        row.addWidget(self._next)

    # what the reader does

    def go(self, place: int) -> None:
        """Put the item at ``place`` (from 0) on the screen."""
        item = self._sitting.attempt.posed[place].item
        if self._save(lambda: self._sitting.go(item), announce=False):
            self.show_item()

    def back(self) -> None:
        """Go to the item before, or from the last page back to the questions."""
        if self._pane is None:
            self.show_item()
        elif self._place > 0:
            self.go(self._place - 1)

    def proceed(self) -> None:
        """Check the answer where feedback comes at once, else go on; one not saved goes first."""
        if self._pane is None:
            self._hand_in()
        elif self._unsaved is not None:
            self._try_again()
        elif not self._wants_check() or self._check():
            self._advance()

    def leave(self) -> None:
        """Stop here; an answer that was not saved is tried once more."""
        if self._unsaved is not None:
            self._save(self._unsaved)
        super().leave()

    def toggle_flag(self) -> None:
        """Flag the item, or take the flag back."""
        item = self._sitting.attempt.at
        on = item not in self._sitting.attempt.flags
        self._save(lambda: self._sitting.flag(item, on), announce=False)
        self._show_progress()

    def ask_hand_in(self) -> None:
        """Show what is blank and flagged before the attempt is handed in."""
        attempt, items = self._sitting.attempt, self._sitting.items
        blanks = set(self._sitting.blanks())
        page = HandInPage(
            [item.subject for item in items],
            [n for n, item in enumerate(items) if item.id in blanks],
            [n for n, item in enumerate(items) if item.id in attempt.flags],
            self.sides,
        )
        page.wanted.connect(self.go)
        self._pane = None
        self.set_page(page)
        self.article.set_markable(False)
        self.article.clear_evidence()
        self.article.set_marks(())
        self._foot.show_reading()
        self._flag.hide()
        self._contest.hide()
        self._back_button.setEnabled(True)
        self._next.set_text(_("Hand in"))
        self.show_question()
        self._next.setFocus(Qt.FocusReason.TabFocusReason)

    # what the screen shows

    def show_item(self) -> None:
        """Show the item that the attempt says is on the screen, as it was left."""
        attempt, item = self._sitting.attempt, self._sitting.current
        reading = self._in_article()  # before the old page goes, which may pass the focus on
        rules = attempt.rules
        order = self._sitting.order(item.id)
        pane = QuestionPane(item, order, confidence=rules.confidence, levels=rules.levels)
        pane.show_picture(self._sitting.bank.picture(item))
        self._pane, self._asked_confidence = pane, False
        pane.answered.connect(self._on_answered)
        pane.marks_wanted.connect(self._show_marks)
        pane.evidence_wanted.connect(self._show_words)
        self.article.clear_evidence()
        self.article.set_marks(())
        self.article.set_markable(bool(pane.view.select), pane.view.select or "sentences")
        pane.arrange(compact=self.compact, columns=self.columns, sides=self.sides)
        self.set_page(pane)
        self._contest.hide()
        self._count_marks()
        if answer := attempt.answers.get(item.id):
            pane.show_answer(answer.response, answer.confidence or 0)
        if item.id in attempt.checked:
            self._show_feedback(self._sitting.feedback(item.id), item)
        self._flag.show()
        self._back_button.setEnabled(self._place > 0)
        self._name_next()
        self._show_progress()
        self.show_question()
        if not reading:
            self._take_keyboard()

    @property
    def _place(self) -> int:
        return self._sitting.attempt.place

    @property
    def _last(self) -> bool:
        return self._place == len(self._sitting.attempt.posed) - 1

    def _wants_check(self) -> bool:
        attempt, item = self._sitting.attempt, self._sitting.current
        return (
            attempt.rules.feedback == "at_once"
            and item.id in attempt.answers
            and item.id not in attempt.checked
        )

    def _check(self) -> bool:
        """Show the feedback; true where there is nothing to show and the quiz goes on."""
        pane = self._pane
        if pane is None:
            return True
        if not pane.view.complete(pane.response):
            words = pane.view.missing()
            self._hint("" if pane.view.warn(words) else words)
            return False
        if pane.confidence is not None and not pane.level and not self._asked_confidence:
            self._asked_confidence = True
            pane.confidence.focus_first()
            self._hint(_("Say how sure you are, or press Check again to go without."))
            return False
        item = self._sitting.current
        if self._save(lambda: self._sitting.check(item.id), announce=False):
            self._show_feedback(self._sitting.feedback(item.id), item)
            self.show_top()
            self._name_next()
            self._show_progress()
            self._next.setFocus(Qt.FocusReason.TabFocusReason)
        return False

    def _advance(self) -> None:
        if not self._last:
            self.go(self._place + 1)
        elif self._sitting.blanks() or self._sitting.attempt.rules.feedback != "at_once":
            self.ask_hand_in()
        else:
            self._hand_in()

    def _time_is_up(self) -> None:
        """Hand in what is saved; the page says why if that does not work."""
        self._unsaved = None
        self._hand_in()

    def _hand_in(self) -> None:
        if self._save(self._sitting.hand_in, announce=False):
            self.handed_in.emit()

    def _on_answered(self, response: Response, level: int) -> None:
        item = self._sitting.current
        if response:
            done = self._save(lambda: self._sitting.answer(item.id, response, level or None))
        elif item.id in self._sitting.attempt.answers:
            done = self._save(lambda: self._sitting.clear(item.id))
        else:
            return
        if done:
            self._asked_confidence = False
            self._name_next()
            self._show_progress()
            attempt = self._sitting.attempt
            self.progressed.emit(len(attempt.answers), len(attempt.posed))

    def _save(self, act: Callable[[], object], *, announce: bool = True) -> bool:
        """Do what writes; say that it is saved, or that it is not and what to do.

        An answer that could not be saved goes first, unless ``announce`` says that another one
        takes its place.
        """
        try:
            if self._unsaved is not None and not announce:
                self._unsaved()
                self._unsaved = None
            act()
        except QuizappError as error:
            self._failed = act
            self._unsaved = act if announce else self._unsaved
            self._saved.failed(str(error))
            self._hint(str(error))
            return False
        self._failed = self._unsaved = None
        if announce or self._saved.text:
            self._saved.saved()
        return True

    def _hint(self, words: str) -> None:
        """Say something below the question, and scroll to it."""
        if self._pane is not None:
            self._pane.hint(words)
            if words:
                self.show_end()

    def _try_again(self) -> None:
        failed, answer = self._failed, self._failed is self._unsaved
        if failed is None or not self._save(failed, announce=answer):
            return
        if self._sitting.submitted:
            self.handed_in.emit()
        elif self._pane is not None or not answer:
            self.show_item()

    # marks and evidence

    def _on_marks(self, marks: Response) -> None:
        if self._pane is not None:
            self._pane.view.set_marks(marks)
        self._count_marks()

    def _show_marks(self, marks: Response) -> None:
        self.article.set_marks(marks)
        self._count_marks()

    def _count_marks(self) -> None:
        select = self._pane.view.select if self._pane is not None else ""
        if select:
            self._foot.show_marking(len(self.article.marks()), select)
        else:
            self._foot.show_reading()

    def _show_feedback(self, feedback: Feedback, item: Item) -> None:
        if self._pane is None:
            return
        contest = self._sitting.contest_on(item.id)
        self._pane.show_feedback(feedback, contest)
        self._contest.setVisible(contest is None)
        show_evidence(self, self._foot, feedback)

    def _show_words(self, shown: Shown) -> None:
        self.show_article()
        self.article.scroll_to(shown.paragraph, shown.start, shown.end)

    # the look of things

    def _name_next(self) -> None:
        last = self._last and not self._wants_check()
        text = _("Check") if self._wants_check() else _("Hand in") if last else _("Continue")
        self._next.set_text(text)

    def _show_progress(self) -> None:
        attempt = self._sitting.attempt
        ids = [posed.item for posed in attempt.posed]
        done = [n for n, id_ in enumerate(ids) if id_ in attempt.answers]
        flagged = [n for n, id_ in enumerate(ids) if id_ in attempt.flags]
        self._strip.show_state(len(ids), self._place, done, flagged)
        for now in (len(ids), self._place + 1):  # room for the widest, so that the strip stays
            self._count.setText(_("{now} of {n}").format(now=now, n=len(ids)))
            width = max(self._count.minimumWidth(), self._count.sizeHint().width())
            self._count.setMinimumWidth(width)
        answered = n_("{n} answer saved", "{n} answers saved", len(attempt.answers))
        self._count.setToolTip(answered.format(n=len(attempt.answers)))
        flag = attempt.at in attempt.flags
        self._flag.setChecked(flag)
        self._flag.set_text(_("Flagged") if flag else _("Flag"))

    def _rearrange(self) -> None:
        self._strip.setVisible(not self.tabbed)
        self._foot.set_narrow(self.compact or self.tabbed)
        if self._pane is not None:
            self._pane.arrange(compact=self.compact, columns=self.columns, sides=self.sides)

    def _in_article(self) -> bool:
        return self.article.hasFocus() and self.article_in_front

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is not None:
            event.accept()
            act()
            return
        event.ignore()
        if self._pane is not None and not self._locked():
            self._pane.view.take_key(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _locked(self) -> bool:
        return self._sitting.attempt.at in self._sitting.attempt.checked

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does on this screen, if anything."""
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.ask_hand_in if control and self._pane is not None else self.proceed
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        return {
            Qt.Key.Key_Backspace: self.back,
            Qt.Key.Key_F: self.toggle_flag,
            Qt.Key.Key_T: self._clock.toggle,
            Qt.Key.Key_E: self.show_article,
            Qt.Key.Key_Q: self._to_question,
            # out of a field, so that letters are keys again
            Qt.Key.Key_Escape: lambda: self.setFocus(Qt.FocusReason.ShortcutFocusReason),
            Qt.Key.Key_C: self._to_confidence,
            Qt.Key.Key_F1: lambda: show_keys(quiz_keys(), self),
        }.get(Qt.Key(key))

    def _to_question(self) -> None:
        self.show_question()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """Give the keyboard to the field that is to be typed in, else to the screen."""
        field = None if self._pane is None or self._locked() else self._pane.view.first()
        (field or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:  # the screen has just come up
            self._take_keyboard()

    def _to_confidence(self) -> None:
        if self._pane is not None and self._pane.confidence is not None and not self._locked():
            self.show_question()
            self._pane.confidence.focus_first()
