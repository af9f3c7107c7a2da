"""What else can be chosen before a quiz: how many questions, how long, how sure, which draw."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from quizapp.i18n import _, n_
from quizapp.quiz import Rules
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.field import DropDown
from quizapp.ui.widgets.label import Label

COUNTS = (5, 10, 15, 20, 30)
MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)
LARGEST = 2_147_483_647
USUAL = -1


class MoreChoices(QWidget):
    """Hidden behind a link until they are asked for. ``changed`` follows each choice."""

    changed = Signal()

    def __init__(self, items: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = Link("")
        self._link.clicked.connect(self.swap)
        self._panel = self._make_panel(items)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._panel)
        self._panel.hide()
        self._name()

    def _make_panel(self, items: int) -> QWidget:
        panel = QWidget()
        grid = QGridLayout(panel)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, current().px(150))
        grid.setColumnStretch(1, 1)
        counts = [(_("All {n}").format(n=items), 0)]
        counts += [(str(n), n) for n in COUNTS if n < items]
        minutes = [(n_("{n} minute", "{n} minutes", n).format(n=n), n) for n in MINUTES]
        self._count = self._box(grid, _("Questions"), counts)
        self._time = self._box(grid, _("Time"), [(_("No limit"), 0), *minutes])
        sure = [(_("As usual"), USUAL), (_("Not asked"), 0)]
        sure += [(_("In three levels"), 3), (_("In five levels"), 5)]
        self._sure = self._box(grid, _("How sure you are"), sure)
        articles = [(_("Beside the questions"), 0), (_("Closed until the end"), 1)]
        self._article = self._box(grid, _("Article"), articles)
        self._seed = QLineEdit()
        self._seed.setValidator(QIntValidator(0, LARGEST, self))
        self._seed.setPlaceholderText(_("by chance"))
        self._seed.textEdited.connect(self.changed)
        self._row(grid, _("Number of the draw"), self._seed)
        words = _(
            "The same number draws the same questions in the same order. With the article closed "
            "the result shows what can be answered without reading; feedback comes at the end, and "
            "nothing counts towards how you read."
        )
        grid.addWidget(Label(words, "small", tone="text2", wrap=True), grid.rowCount(), 0, 1, 2)
        return panel

    def rules(self, usual: Rules) -> Rules:
        """The usual rules of practice or a test, with what was chosen here."""
        count, minutes = self._count.currentData(), self._time.currentData()
        chosen = replace(usual, count=count, time_limit=minutes * 60)
        if self._article.currentData():
            chosen = replace(chosen, feedback="after", confidence=False, closed=True)
        return _asking(chosen, self._sure.currentData())

    @property
    def seed(self) -> int | None:
        """What draws the questions; ``None`` for chance."""
        typed = self._seed.text().strip()
        return int(typed) if typed else None

    def _box(self, grid: QGridLayout, title: str, choices: list[tuple[str, int]]) -> DropDown:
        box = DropDown()
        for words, value in choices:
            box.addItem(words, value)
        box.activated.connect(lambda _n: self.changed.emit())
        self._row(grid, title, box)
        return box

    def _row(self, grid: QGridLayout, title: str, field: QWidget) -> None:
        row = grid.rowCount()
        field.setAccessibleName(title)
        field.setFixedWidth(current().px(260))
        grid.addWidget(Label(title, "body"), row, 0)
        grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)

    def swap(self) -> None:
        """Show the choices, or hide them."""
        self._panel.setVisible(self._panel.isHidden())
        self._name()

    def _name(self) -> None:
        self._link.set_text(_("More choices") if self._panel.isHidden() else _("Fewer choices"))


def _asking(rules: Rules, levels: int) -> Rules:
    """The rules with confidence asked in so many levels, not at all with 0, or as they are."""
    if levels == USUAL:
        return rules
    return replace(rules, confidence=levels > 0, levels=levels or rules.levels)
