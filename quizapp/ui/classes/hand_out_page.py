"""What a class is given: an exam or practice, of which bank, how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.quiz import LEVELS, Rules
from quizapp.ui.classes.hand_out_more import HandOutMore, More
from quizapp.ui.widgets.busy import BusyBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.field import DropDown, Field, announce
from quizapp.ui.widgets.forms import labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList
from quizapp.ui.widgets.page import ColumnPage

MOST_MINUTES, MOST_QUESTIONS = 600, 999
EXAM, PRACTICE = "exam", "practice"
NOTHING_MORE = More()


@dataclass(frozen=True, slots=True)
class Handing:
    """What was chosen; 0 minutes and 0 questions mean no limit and all of them."""

    bank: Path
    minutes: int
    count: int
    teacher: str
    practice: bool = False
    at_once: bool = False
    more: More = NOTHING_MORE

    def rules(self) -> Rules:
        """What the class goes by."""
        more = self.more
        at_once = self.practice and self.at_once and not more.closed
        return Rules(
            feedback="at_once" if at_once else "after",
            confidence=more.levels > 0,
            levels=more.levels or LEVELS[0],
            shuffle_items=more.shuffle,
            count=self.count,
            time_limit=self.minutes * 60,
            closed=more.closed,
        )


class HandOutPage(ColumnPage):
    """Emits ``wanted`` with a ``Handing``.

    ``cautions`` has, for a bank, what to look at before it is asked in an exam; ``no_package`` says
    why there can be no student package. ``cancelled`` ends making one.
    """

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        name: str,
        banks: Sequence[tuple[Path, str]],
        teacher: str = "",
        cautions: Mapping[Path, str] | None = None,
        no_package: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("For {name}").format(name=name), name, parent)
        self._cautions = dict(cautions or {})
        self._modes = OptionList(
            (
                Choice(EXAM, _("An exam"), _("no keys in the file, marks after collecting")),
                Choice(PRACTICE, _("Practice"), _("with feedback, the keys are in the file")),
            )
        )
        self._modes.chosen.connect(lambda ids: self.choose(ids[0]))
        self._told = Label("", "body", tone="text2", wrap=True)
        self._caution = Label("", "body", tone="error", wrap=True)
        self._bank = _box(_("Bank"), banks)
        self._bank.currentIndexChanged.connect(lambda _n: self._show_caution())
        self._feedback = _box(
            _("Feedback"), ((True, _("After each answer")), (False, _("After handing in")))
        )
        self._minutes, self._count = Field(_("Minutes")), Field(_("Questions"))
        self._teacher = Field(_("Your name, for the class"))
        self._teacher.setText(teacher)
        _limit(self._minutes, _("no limit"), MOST_MINUTES)
        _limit(self._count, _("all of them"), MOST_QUESTIONS)
        self.more = HandOutMore(no_package)
        self._said = Label("", "body", tone="error", wrap=True)
        self._said.hide()
        self._ask(name)
        self.column.addWidget(self._said)
        self.column.addStretch(1)
        self.setFocusProxy(self._modes)
        self.choose(EXAM)

    def _ask(self, name: str) -> None:
        column = self.column
        column.setSpacing(12)
        title = _("What do you hand out to {name}?").format(name=name)
        column.addWidget(Label(title, "display", wrap=True))
        column.addWidget(self._modes)
        column.addWidget(self._told)
        column.addLayout(labelled(_("Bank"), self._bank))
        column.addWidget(self._caution)
        column.addLayout(self._numbers())
        column.addLayout(labelled(_("Your name, for the class"), self._teacher))
        column.addWidget(self.more)
        self.go = Button(_("Choose a folder for the files …"), "primary", icon="download")
        self.go.clicked.connect(self._go)
        column.addLayout(self._last_row())

    def _numbers(self) -> QHBoxLayout:
        """Minutes and questions, and when practice gives its feedback."""
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(labelled(_("Minutes"), self._minutes), 1)
        row.addLayout(labelled(_("Questions"), self._count), 1)
        self._with_feedback = QWidget()
        inside = QVBoxLayout(self._with_feedback)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(labelled(_("Feedback"), self._feedback))
        row.addWidget(self._with_feedback, 1)
        return row

    def _last_row(self) -> QHBoxLayout:
        """The button that goes on, and how far that is."""
        self.progress = BusyBar()
        self.progress.hide()
        self._cancel = Button(_("Cancel"), "secondary")
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.go)
        row.addWidget(self.progress, 1)
        row.addWidget(self._cancel)
        row.addStretch(1)
        return row

    @property
    def _practice(self) -> bool:
        return self._modes.chosen_ids() == (PRACTICE,)

    def choose(self, mode: str) -> None:
        """Hand out an exam, or practice: say what that means, and offer what it usually has."""
        self._modes.set_chosen((mode,))
        told = _(
            "What comes back is marked here. Ask questions that nobody has practised with: a bank "
            "that students can practise with has its keys."
        )
        if self._practice:
            told = _(
                "Students see what is right and why, and may practise again and again. Whoever "
                "opens the file can read the keys: never use its questions in an exam."
            )
        self._told.setText(told)
        self._with_feedback.setVisible(self._practice)
        self.more.usual_levels(LEVELS[0] if self._practice else 0)
        self._show_caution()

    def show_handing(self, handing: Handing) -> None:
        """Show what was chosen before."""
        self.choose(PRACTICE if handing.practice else EXAM)
        self._bank.setCurrentIndex(max(0, self._bank.findData(handing.bank)))
        self._feedback.setCurrentIndex(self._feedback.findData(handing.at_once))
        for field, number in ((self._minutes, handing.minutes), (self._count, handing.count)):
            field.setText(str(number) if number else "")
        self._teacher.setText(handing.teacher)
        self.more.show_chosen(handing.more)

    def _show_caution(self) -> None:
        caution = "" if self._practice else self._cautions.get(self._bank.currentData(), "")
        self._caution.setText(caution)
        self._caution.setVisible(bool(caution))

    def _go(self) -> None:
        minutes, count = (int(field.text() or 0) for field in (self._minutes, self._count))
        bank: Path = self._bank.currentData()
        handing = Handing(
            bank,
            minutes,
            count,
            self._teacher.words(),
            practice=self._practice,
            at_once=self._feedback.currentData(),
            more=self.more.chosen(),
        )
        self.wanted.emit(handing)

    def show_busy(self, *, on: bool, package: bool = False) -> None:
        """The files are being made, or not any more; a package can be cancelled."""
        self.go.setEnabled(not on)
        self.progress.setVisible(on)
        self._cancel.setVisible(on and package)
        self.progress.show_progress(0, 0)
        self._said.hide()

    def say(self, words: str) -> None:
        """Say why something was not done; nothing where there are no words."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self, words)


def _limit(field: Field, none: str, most: int) -> None:
    """Take a number up to ``most``; without one, ``none`` is what holds."""
    field.setPlaceholderText(none)
    field.setValidator(QIntValidator(0, most, field))


def _box(name: str, choices: Sequence[tuple[object, str]]) -> DropDown:
    box = DropDown()
    box.setAccessibleName(name)
    for value, words in choices:
        box.addItem(words, value)
    return box
