"""A reader disagrees with a key: words pointed at, a standing proposed, and a reason."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.app.readers import of_class
from quizapp.i18n import _
from quizapp.items import Item, Response
from quizapp.quiz import Contest
from quizapp.ui import standings
from quizapp.ui.items.marks import MarksBox
from quizapp.ui.tokens import current
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import OptionList, standing_choices


class ContestPane(QWidget):
    """Asks for the three things that a contest needs. It keeps nothing itself.

    ``marks_wanted`` asks the article to show other marks. ``for_student`` says that a teacher files
    it for somebody of a class.
    """

    marks_wanted = Signal(tuple)

    def __init__(
        self, item: Item, sides: int, parent: QWidget | None = None, *, for_student: bool = False
    ) -> None:
        super().__init__(parent)
        self._for_student = for_student
        self._options = OptionList(standing_choices())
        self._options.setAccessibleName(self._how())
        self._options.set_compact(True)
        self._options.set_columns(2)
        self._box = MarksBox("sentences")
        self._box.marks_wanted.connect(self.marks_wanted)
        self._reason = QPlainTextEdit()
        self._reason.setObjectName("reason")
        self._reason.setTabChangesFocus(True)
        self._reason.setAccessibleName(_("The reason") if for_student else _("Your reason"))
        self._reason.setPlaceholderText(_("Why do these words decide it?"))
        self._reason.setFixedHeight(current().grow(96))
        self._hint = Label("", "small", tone="error", wrap=True)
        self._hint.hide()
        self._options.chosen.connect(lambda _ids: self.hint(""))
        self._box.changed.connect(lambda _marks: self.hint(""))
        self._reason.textChanged.connect(lambda: self.hint(""))
        self._lay_out(item, sides)

    @property
    def given(self) -> tuple[Response, str, str]:
        """The sentences marked, the standing chosen (or nothing), and the reason."""
        chosen = self._options.chosen_ids()
        return self._box.marks(), chosen[0] if chosen else "", self._reason.toPlainText().strip()

    def set_marks(self, marks: Response) -> None:
        """Take over what the reader marked in the article."""
        self._box.take_marks(marks)

    def arrange(self, *, sides: int) -> None:
        """Fit the pane to the window."""
        self._column.setContentsMargins(sides, 24, sides, 16)

    def take_key(self, event: QKeyEvent) -> None:
        """A digit chooses a standing, N says that nothing shows it."""
        event.ignore()
        self._options.key(event)
        if not event.isAccepted():
            self._box.take_key(event)

    def hint(self, words: str) -> None:
        """Say what is missing."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def missing(self) -> str:
        """What is still wanted, or nothing."""
        marks, standing, reason = self.given
        if not standing:
            if self._for_student:
                return _("Choose how it stands, as the student reads it.")
            return _("Choose how it stands, as you read it.")
        if not marks:
            return _("Mark the sentences that show it, or say that nothing shows it.")
        if not reason and self._for_student:
            return _("Give the student’s reason in a sentence or two.")
        return "" if reason else _("Give your reason in a sentence or two.")

    def _how(self) -> str:
        if self._for_student:
            return _("How it stands, as the student reads it")
        return _("How it stands, as you read it")

    def _lay_out(self, item: Item, sides: int) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(12)
        self.arrange(sides=sides)
        subject = f"“{item.subject}”" if item.quotes_a_claim else item.subject
        title, words = (
            _("You read it otherwise?"),
            _("Whoever decides sees the words that you mark, and your reason."),
        )
        if self._for_student:
            title, words = (
                _("The student reads it otherwise?"),
                _(
                    "You file it for the student: mark the words that they mean, and write down "
                    "why. It stands with the class until you decide it, and moves no mark."
                ),
            )
        column.addWidget(Label(title, "title", wrap=True))
        column.addWidget(Label(subject, "quote", wrap=True))
        column.addWidget(Label(words, "small", tone="text2", wrap=True))
        column.addWidget(self._options)
        column.addWidget(self._box)
        column.addWidget(self._reason)
        column.addWidget(self._hint)
        column.addStretch(1)


class ContestNote(Card):
    """What became of a contest: open, accepted or declined, with the answer."""

    def __init__(self, contest: Contest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(4)
        student = of_class(contest.reader)
        states = {
            "open": _("You contested this; nobody has decided yet."),
            "accepted": _("Your contest was accepted."),
            "declined": _("Your contest was declined."),
        }
        if student:
            states = {
                "open": _("This is contested for the student, and not decided yet."),
                "accepted": _("The student’s contest was accepted."),
                "declined": _("The student’s contest was declined."),
            }
        column.addWidget(Label(states[contest.state], "body", weight=600, wrap=True))
        text = (
            _("Read as {standing}: {reason}")
            if student
            else _("You read it as {standing}: {reason}")
        )
        yours = text.format(
            standing=standings.word(contest.standing.value).lower(), reason=contest.reason
        )
        column.addWidget(Label(yours, "small", tone="text2", wrap=True))
        if contest.answer:
            column.addWidget(Label(contest.answer, "body", wrap=True))
