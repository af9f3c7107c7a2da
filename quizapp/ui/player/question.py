"""The question pane: what is asked, the options, how sure the reader is; later the feedback."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.items import Item, Response
from quizapp.quiz import Contest
from quizapp.report import Feedback
from quizapp.ui.icons import KIND_ICONS
from quizapp.ui.items import view_for
from quizapp.ui.player.contest import ContestNote
from quizapp.ui.player.feedback_view import FeedbackView
from quizapp.ui.widgets.confidence import ConfidenceBar
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.shown_picture import ShownPicture
from quizapp.ui.widgets.tag import IconLabel


class QuestionPane(QWidget):
    """One item. Emits ``answered(response, level)``; level 0 where none was chosen."""

    answered = Signal(tuple, int)
    marks_wanted = Signal(tuple)
    evidence_wanted = Signal(object)

    def __init__(
        self,
        item: Item,
        order: tuple[str, ...],
        *,
        confidence: bool,
        levels: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self.response: Response = ()
        self.view = view_for(item, order)
        self.view.answered.connect(self._on_response)
        self.view.marks_wanted.connect(self.marks_wanted)
        self.confidence = ConfidenceBar(levels) if confidence and item.scored else None
        self._hint = Label("", "small", tone="text2", wrap=True)
        self._hint.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._head()
        self._column.addWidget(self.view)
        if self.confidence is not None:
            self.confidence.chosen.connect(self._on_level)
            self._column.addWidget(self.confidence)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)

    @property
    def level(self) -> int:
        """How sure the reader is, from 1; 0 where they have not said so."""
        return self.confidence.level() if self.confidence is not None else 0

    def show_picture(self, data: bytes | None) -> None:
        """Show the picture of the question, if it has one; its words where there is no ``data``."""
        if self.item.picture is not None:
            self._column.insertWidget(1, ShownPicture(self.item.picture, data))

    def show_answer(self, response: Response, level: int) -> None:
        """Show a saved answer, without a signal."""
        self.response = response
        self.view.show_response(response)
        if self.confidence is not None:
            self.confidence.set_level(level)

    def show_feedback(self, feedback: Feedback, contest: Contest | None = None) -> None:
        """Put the feedback where the options were, under what became of a contest, if any."""
        if contest is not None:
            self._column.insertWidget(1, ContestNote(contest))
        shown = FeedbackView(feedback, self.item, self.response)
        shown.evidence_wanted.connect(self.evidence_wanted)
        self._column.replaceWidget(self.view, shown)
        self.view.hide()
        self._hint.hide()
        if self.confidence is not None:
            self.confidence.hide()

    def note(self, words: str) -> None:
        """Say something above the question that is not part of it."""
        self._column.insertWidget(0, Label(words, "small", tone="text2", wrap=True))

    def hint(self, words: str) -> None:
        """Say what is missing."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def arrange(self, *, compact: bool, columns: int, sides: int) -> None:
        """Fit the pane to the window."""
        top, bottom = (16, 4) if compact else (24, 16)
        self._column.setContentsMargins(sides, top, sides, bottom)
        self._column.setSpacing(12 if compact else 16)
        self.view.set_compact(compact)
        self.view.set_columns(columns)
        if self.item.quotes_a_claim:
            self._subject.set_role("claim_compact" if compact else "claim")
        if self.confidence is not None:
            self.confidence.set_compact(compact)

    def _head(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        icon, prompt = KIND_ICONS[self.item.kind], _(self.item.prompt)
        kind = prompt if prompt != self.item.subject else ""
        row.addWidget(IconLabel(icon))
        row.addWidget(Label(kind or _(self.item.title), "small", tone="text2", wrap=True), 1)
        column.addLayout(row)
        self._subject = self._words()
        column.addWidget(self._subject)
        self._column.addLayout(column)

    def _words(self) -> Label:
        if self.item.quotes_a_claim:
            return Label(f"“{self.item.subject}”", "claim", wrap=True)
        return Label(self.item.subject, "title" if self.item.scored else "body", wrap=True)

    def _on_response(self, response: Response) -> None:
        self.response = response
        self._hint.hide()
        self.answered.emit(response, self.level)

    def _on_level(self, level: int) -> None:
        self._hint.hide()
        self.answered.emit(self.response, level)
