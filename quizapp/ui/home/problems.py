"""A bank that cannot be opened: the same list that the command line prints."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.errors import Problem
from quizapp.i18n import _, n_
from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.scroll import PageScroll
from quizapp.ui.widgets.tag import IconLabel

MOST = 200


class ProblemsPage(QWidget):
    """Each problem with its place, what is wrong and what to do. Nothing of the bank is loaded."""

    left = Signal()
    again_wanted = Signal()

    def __init__(
        self, name: str, problems: Sequence[Problem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        n = len(problems)
        title = n_("{n} problem keeps this bank closed", "{n} problems keep this bank closed", n)
        column.addWidget(Label(title.format(n=n), "display", wrap=True))
        words = _(
            "Nothing of it was loaded. Mend the places below in a text editor, then try again."
        )
        column.addWidget(Label(words, "body", tone="text2", wrap=True))
        column.addWidget(_listed(problems[:MOST]))
        if n > MOST:
            more = _("and {n} more").format(n=n - MOST)
            column.addWidget(Label(more, "small", tone="text2"))
        column.addStretch(1)
        scroll = PageScroll()
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar(name))
        outer.addWidget(scroll, 1)

    def _bar(self, name: str) -> TopBar:
        bar = TopBar()
        back = Button(_("Home"), "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        again = Button(_("Try again"), "primary", icon="repeat-2")
        again.clicked.connect(self.again_wanted)
        bar.row.addWidget(back)
        bar.row.addWidget(Label(name, "body", weight=600), 1)
        bar.row.addWidget(again)
        return bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _listed(problems: Sequence[Problem]) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 12, 20, 12)
    column.setSpacing(10)
    for n, problem in enumerate(problems):
        if n:
            column.addWidget(Hairline())
        column.addLayout(_row(problem))
    return card


def _row(problem: Problem) -> QHBoxLayout:
    row, words = QHBoxLayout(), QVBoxLayout()
    row.setSpacing(12)
    words.setSpacing(2)
    name = "octagon-alert" if problem.severity == "error" else "triangle-alert"
    tone = "error" if problem.severity == "error" else "warning"
    icon = QVBoxLayout()
    icon.setContentsMargins(0, (current().line_height("body") - current().grow(16)) // 2, 0, 0)
    icon.addWidget(IconLabel(name, 16, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(icon)
    words.addWidget(Label(problem.what, "body", weight=500, wrap=True))
    words.addWidget(Label(problem.remedy, "body", tone="text2", wrap=True))
    row.addLayout(words, 1)
    place = f"{Path(problem.file).name}:{problem.line}:{problem.column}"
    if not problem.line:
        place = Path(problem.file).name
    label = Label(place, "small", tone="text2", tabular=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    return row
