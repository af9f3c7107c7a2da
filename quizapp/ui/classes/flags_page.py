"""What stands out in the exams of a class: facts about files, each with what else it may be."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.app.flagging import ExamFlags
from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class FlagsPage(ColumnPage):
    """The facts of each exam, in the order in which the exams were handed out."""

    def __init__(
        self, name: str, found: Sequence[ExamFlags], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("What stands out"), name, parent)
        self.column.addWidget(Label(_("What stands out"), "display", wrap=True))
        told = _(
            "These are facts about files. They do not say why something is so: a clock may have "
            "been put right, a computer may have slept, and two may have worked together. Ask "
            "before you decide."
        )
        self.column.addWidget(Label(told, "body", tone="text2", wrap=True))
        for each in found:
            self._show(each)
        back = Button(_("Back to the marks"), "secondary")
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.addWidget(back)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(back)

    def _show(self, each: ExamFlags) -> None:
        self.column.addSpacing(8)
        self.column.addWidget(Label(each.exam.title, "title", wrap=True))
        for flag in each.flags:
            who = Label(", ".join(flag.who), "body", wrap=True, weight=600)
            self.column.addWidget(who)
            self.column.addWidget(Label(flag.words, "body", wrap=True))
        if not each.flags:
            self.column.addWidget(Label(_("Nothing stands out."), "body", tone="text2", wrap=True))
