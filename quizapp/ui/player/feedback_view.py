"""What is said about one answer: verdict, answer, key, words, why, rule, evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.items import Item, Response
from quizapp.report import Feedback, Placed, Shown, placed, signed
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.tag import IconLabel, StandingTag

MOST_QUOTES = 4

OUTCOME_ICONS = {
    "right": "check",
    "partly": "git-compare",
    "wrong": "x",
    "blank": "circle-dashed",
}


class FeedbackView(QWidget):
    """The verdict and what stands behind it. ``evidence_wanted`` asks to see words."""

    evidence_wanted = Signal(object)

    def __init__(
        self, feedback: Feedback, item: Item, response: Response, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(_verdict_card(feedback, item, response))
        if feedback.why:
            self._say("info", _("Why"), feedback.why)
        if feedback.rule:
            self._say("scale", feedback.rule_title, feedback.rule)
        if feedback.evidence:
            self._quote(feedback.evidence)
        if feedback.nearly:
            self._say("git-compare", _("Nearly"), feedback.nearly)

    def _say(self, icon: str, title: str, words: str) -> None:
        self._part(icon, title).addWidget(Label(words, "body", wrap=True))

    def _part(self, icon: str, title: str) -> QVBoxLayout:
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(12)
        column.setSpacing(2)
        column.addWidget(Label(title, "small", tone="text2", weight=500))
        row.addWidget(IconLabel(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._column.addLayout(row)
        return column

    def _quote(self, evidence: tuple[Shown, ...]) -> None:
        numbers = list(dict.fromkeys(shown.paragraph for shown in evidence))
        places = ", ".join(map(str, numbers))
        one = _("Evidence · paragraph {number}").format(number=places)
        many = _("Evidence · paragraphs {numbers}").format(numbers=places)
        column = self._part("quote", one if len(numbers) == 1 else many)
        for shown in evidence[:MOST_QUOTES]:
            column.addWidget(Label(quoted(shown.text), "quote", wrap=True))
        if len(evidence) > MOST_QUOTES:
            more = _("and {n} more, marked in the article").format(n=len(evidence) - MOST_QUOTES)
            column.addWidget(Label(more, "small", tone="text2"))
        link = Link(_("Show in the article"))
        link.clicked.connect(lambda: self.evidence_wanted.emit(evidence[0]))
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch()
        column.addLayout(row)


def quoted(words: str) -> str:
    """Words of the article in quotation marks, which they may have of their own."""
    return words if words[:1] == "“" and words[-1:] == "”" else f"“{words}”"


def _verdict_card(feedback: Feedback, item: Item, response: Response) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(10)
    head = QHBoxLayout()
    head.addWidget(IconLabel(OUTCOME_ICONS[feedback.outcome], 20, tone="text"))
    head.addWidget(Label(feedback.verdict, "title", wrap=True), 1)
    if feedback.certainty is not None:
        marks = _("{marks} marks").format(marks=signed(feedback.certainty))
        head.addWidget(Label(marks, "body", tone="text2"))
    column.addLayout(head)
    if parts := placed(item, response):
        column.addLayout(_placements(parts))
    else:
        column.addLayout(_rows(feedback))
    return card


def _rows(feedback: Feedback) -> QGridLayout:
    """Your answer, the key, the words: a label and what it says, a row each."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    sure = _("{level} sure").format(level=feedback.sure) if feedback.sure else ""
    if feedback.said:
        _row(grid, _("Your answer"), _tagged(feedback.said, sure))
    elif feedback.yours:
        _row(grid, _("Your answer"), Label(feedback.yours, "body", wrap=True))
        if sure:
            _row(grid, "", Label(sure, "small", tone="text2"))
    if feedback.said or not feedback.words:
        if feedback.standing and feedback.said:
            _row(grid, _("Key"), _tagged(feedback.standing, ""))
        elif not feedback.right or not feedback.yours:
            _row(grid, _("Key"), Label(feedback.key, "body", weight=500, wrap=True))
    if feedback.words:
        _row(grid, _("Your words"), Label(feedback.words, "body", wrap=True))
    return grid


def _row(grid: QGridLayout, title: str, content: QWidget) -> None:
    n = grid.rowCount()
    label = Label(title, "small", tone="text2")
    if isinstance(content, Label):  # beside its first line, however many there are
        first = QVBoxLayout()
        first.setContentsMargins(0, 2, 0, 0)
        first.addWidget(label)
        first.addStretch(1)
        grid.addLayout(first, n, 0)
    else:
        grid.addWidget(label, n, 0)
    grid.addWidget(content, n, 1)


def _tagged(standing: str, note: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(StandingTag(standing))
    row.addWidget(Label(note, "small", tone="text2"))
    row.addStretch()
    return holder


def _placements(parts: Sequence[Placed]) -> QVBoxLayout:
    """Each part of the answer: whether it was right, its words, and where it belongs."""
    column = QVBoxLayout()
    column.setSpacing(8)
    for n, part in enumerate(parts):
        if n:
            column.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(10)
        mark = IconLabel("check" if part.right else "x", 16, tone="text")
        mark.setAccessibleName(_("Right") if part.right else _("Not right"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(part.text, "quote" if part.quoted else "body", wrap=True))
        words.addWidget(Label(part.note, "small", tone="text2", wrap=True))
        row.addLayout(words, 1)
        column.addLayout(row)
    return column
