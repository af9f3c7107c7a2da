"""What else can be chosen before something is handed out; hidden until it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from quizapp.app.printing import Form
from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label

NAMES, FIELDS = 150, 260


@dataclass(frozen=True, slots=True)
class More:
    """What was chosen. ``levels`` is 0 where nobody is asked how sure they are."""

    levels: int = 0
    closed: bool = False
    shuffle: bool = False
    form: Form = ""


class HandOutMore(QWidget):
    """Behind a link. ``changed`` follows each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = Link("")
        self._link.clicked.connect(self.swap)
        self._panel = QWidget()
        self._grid = grid = QGridLayout(self._panel)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, current().px(NAMES))
        grid.setColumnStretch(1, 1)
        self._add_rules()
        words = _(
            "Forms A and B are made from the claims of the bank and share none of them: practise "
            "with one, and ask the other in the exam. With the article closed, feedback comes at "
            "the end."
        )
        grid.addWidget(Label(words, "small", tone="text2", wrap=True), grid.rowCount(), 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._panel)
        self._panel.hide()
        self._name()

    def _add_rules(self) -> None:
        """One list for each rule."""
        self._form = self._box(
            _("Which questions"),
            [
                (_("Those of the bank"), ""),
                (_("Form A"), "A"),
                (_("Form B"), "B"),
            ],
        )
        self._order = self._box(
            _("Their order"),
            [(_("The same for everybody"), False), (_("Another for each student"), True)],
        )
        self._sure = self._box(
            _("How sure they are"),
            [(_("Not asked"), 0), (_("In three levels"), 3), (_("In five levels"), 5)],
        )
        self._article = self._box(
            _("Article"),
            [(_("Beside the questions"), False), (_("Closed until the end"), True)],
        )

    def chosen(self) -> More:
        """What is chosen now."""
        return More(
            levels=self._sure.currentData(),
            closed=self._article.currentData(),
            shuffle=self._order.currentData(),
            form=self._form.currentData(),
        )

    def usual_levels(self, levels: int) -> None:
        """Ask how sure they are in so many levels, or not at all with 0, until it is chosen."""
        self._sure.setCurrentIndex(self._sure.findData(levels))

    def swap(self) -> None:
        """Show the choices, or hide them."""
        self._panel.setVisible(self._panel.isHidden())
        self._name()

    def _name(self) -> None:
        self._link.set_text(_("More choices") if self._panel.isHidden() else _("Fewer choices"))

    def _box(self, title: str, choices: Sequence[tuple[str, object]]) -> QComboBox:
        box = QComboBox()
        for words, value in choices:
            box.addItem(words, value)
        box.activated.connect(lambda _n: self.changed.emit())
        self.add_row(title, box)
        return box

    def add_row(self, title: str, field: QWidget) -> None:
        """One more choice, under the others."""
        row = self._grid.rowCount()
        field.setAccessibleName(title)
        field.setFixedWidth(current().px(FIELDS))
        self._grid.addWidget(Label(title, "body"), row, 0)
        self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
