"""Before an exam or practice: whose it is, what its rules are, and who sits it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.classroom.pack import Pack
from quizapp.i18n import _, n_
from quizapp.quiz import Rules
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage
from quizapp.ui.widgets.tag import IconLabel

FIELD = 320


class EntryPage(ColumnPage):
    """Emits ``begin_wanted(code, name)``; whoever begins calls ``refuse`` where that fails.

    ``caution`` is what speaks against the pack, if anything.
    """

    begin_wanted = Signal(str, str)

    def __init__(self, pack: Pack, caution: str = "", parent: QWidget | None = None) -> None:
        super().__init__(pack.title, _("Home"), parent)
        self._coded = bool(pack.codes)
        self.column.addWidget(Label(pack.title, "display", wrap=True))
        told = QVBoxLayout()
        told.setSpacing(8)
        for icon, words in _told(pack.rules, practice=pack.practice):
            told.addLayout(_line(icon, words))
        self.column.addLayout(told)
        self.column.addWidget(_teacher(pack, caution))
        self._code = Field(_("Start code"))
        self._name = Field(_("Your name"))
        self._said = Label("", "body", tone="error", wrap=True)
        self._said.hide()
        for field in (self._code, self._name):
            field.setMaximumWidth(current().px(FIELD))
            field.returnPressed.connect(self._begin)
        if self._coded:
            self._ask(_("Start code"), _("It is on the slip from your teacher."), self._code)
        else:
            self._ask(_("Your name"), _("Your teacher finds your answers by it."), self._name)
        row = QHBoxLayout()
        self.button = Button(_("Begin"), "primary", trailing="arrow-right")
        self.button.clicked.connect(self._begin)
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self._code if self._coded else self._name)

    def refuse(self, words: str) -> None:
        """Say why it cannot begin; what was typed stays."""
        self._said.setText(words)
        self._said.show()
        announce(self, words)
        field = self._code if self._coded else self._name
        field.set_error(on=True)
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, title: str, why: str, field: Field) -> None:
        part = QVBoxLayout()
        part.setSpacing(6)
        part.addWidget(Label(title, "body", weight=600))
        part.addWidget(Label(why, "small", tone="text2", wrap=True))
        part.addWidget(self._said)
        part.addWidget(field)
        field.changed.connect(lambda _words: field.set_error(on=False))
        self.column.addLayout(part)

    def _begin(self) -> None:
        code, name = self._code.words(), self._name.words()
        if self._coded and not code:
            self.refuse(_("Type your start code first."))
        elif not self._coded and not name:
            self.refuse(_("Type your name first."))
        else:
            self._said.hide()
            self.begin_wanted.emit(code, name)


def _told(rules: Rules, *, practice: bool) -> list[tuple[str, str]]:
    """What a student has to know before they begin, each with an icon."""
    minutes = max(1, rules.time_limit // 60)
    limit = n_("You have {n} minute. Then it is handed in by itself.",
               "You have {n} minutes. Then it is handed in by itself.", minutes)  # fmt: skip
    found = [("clock", limit.format(n=minutes))] if rules.time_limit else []
    if rules.closed:
        found.append(("book-open", _("The article is not shown.")))
    end = ("info", _("There are no marks at the end. Your teacher marks what you hand in."))
    if practice:
        shown = _("This is practice: what is right, and why, is shown after each answer.")
        if rules.feedback != "at_once":
            shown = _("This is practice: what is right, and why, is shown when you hand in.")
        found.insert(0, ("graduation-cap", shown))
        end = ("repeat-2", _("You can practise again as often as you like. Your teacher sees what "
                             "you hand in."))  # fmt: skip
    return [
        *found,
        ("check", _("Every answer is saved as you give it. If the computer stops, begin again "
                    "with the same code: all your answers are there.")),
        end,
    ]  # fmt: skip


def _line(icon: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconLabel(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "body", wrap=True), 1)
    return row


def _teacher(pack: Pack, caution: str) -> Card:
    """Whose key the pack is signed with, in words that a class can compare."""
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(6)
    name = pack.teacher_name
    title = _("From {teacher}").format(teacher=name) if name else _("From your teacher")
    column.addWidget(Label(title, "body", weight=600))
    column.addWidget(Label(pack.teacher.fingerprint, "quote", wrap=True))
    why = _(
        "Six words stand for your teacher’s key. Compare them with those that your teacher says."
    )
    column.addWidget(Label(why, "small", tone="text2", wrap=True))
    if caution:
        column.addWidget(Label(caution, "body", tone="error", wrap=True))
    return card
