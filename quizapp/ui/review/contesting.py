"""The screen on which a reader contests a key: the article to mark in, and what is proposed."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.app.readers import of_class
from quizapp.app.sitting import Sitting
from quizapp.claims import Standing
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.items import Response
from quizapp.ui.player.contest import ContestPane
from quizapp.ui.player.feet import ArticleFoot
from quizapp.ui.player.reading import ReadingScreen
from quizapp.ui.widgets.buttons import Button


class Contesting(ReadingScreen):
    """Keeps one contest, emits ``filed`` and leaves; or leaves without."""

    filed = Signal()

    def __init__(self, sitting: Sitting, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(sitting.bank.title, sitting.bank.article, parent)
        self.set_back_text(_("Back"))
        self._sitting = sitting
        self._item = sitting.bank.item[item_id]
        self._foot = ArticleFoot(self, sitting.bank.article)
        student = of_class(sitting.attempt.reader)
        self._pane = ContestPane(self._item, self.sides, for_student=student)
        self._pane.marks_wanted.connect(self._show_marks)
        self.article.marks_changed.connect(self._on_marks)
        self.article.set_markable(True)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.left)
        words = _("File the contest") if student else _("Contest the key")
        self._keep = Button(words, "primary")
        self._keep.clicked.connect(self.keep)
        row = self.question_foot.row
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._keep)
        self.rearranged.connect(self._rearrange)
        self.set_page(self._pane)
        self._count()

    def keep(self) -> None:
        """Keep the contest and go back, or say what is still wanted."""
        if missing := self._pane.missing():
            self._say(missing)
            return
        sentences, standing, reason = self._pane.given
        try:
            self._sitting.contest(
                self._item.id, sentences, Standing(standing), reason, uuid.uuid4().hex
            )
        except QuizappError as error:
            self._say(str(error))
            return
        self.filed.emit()
        self.left.emit()

    def _on_marks(self, marks: Response) -> None:
        self._pane.set_marks(marks)
        self._count()

    def _show_marks(self, marks: Response) -> None:
        self.article.set_marks(marks)
        self._count()

    def _count(self) -> None:
        self._foot.show_marking(len(self.article.marks()), "sentences")

    def _rearrange(self) -> None:
        self._foot.set_narrow(self.compact or self.tabbed)
        self._pane.arrange(sides=self.sides)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_E:
            self.show_article()
        elif event.key() == Qt.Key.Key_Q:
            self._to_question()
        else:
            self._pane.take_key(event)
            if not event.isAccepted():
                super().keyPressEvent(event)

    def _to_question(self) -> None:
        self.show_question()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        """Leave; but never take a reason away that was typed."""
        if not self._pane.given[2]:
            self.left.emit()
            return
        self._to_question()
        self._say(_("Press Cancel to leave without keeping what you wrote."))

    def _say(self, words: str) -> None:
        """Say something below the reason, and scroll to it."""
        self.show_question()
        self._pane.hint(words)
        self.show_end()
