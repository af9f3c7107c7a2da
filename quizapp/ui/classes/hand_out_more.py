"""What else can be chosen before something is handed out; hidden until it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.app.printing import Form
from quizapp.app.student_package import system
from quizapp.classroom.keys import PublicKeys
from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.field import DropDown
from quizapp.ui.widgets.label import Label

NAMES, FIELDS = 150, 260


@dataclass(frozen=True, slots=True)
class More:
    """What was chosen. ``levels`` is 0 where nobody is asked how sure they are.

    ``second`` can open what comes back as well; ``package`` asks for a student package.
    """

    levels: int = 0
    closed: bool = False
    shuffle: bool = False
    form: Form = ""
    second: PublicKeys | None = None
    package: bool = False


class HandOutMore(QWidget):
    """Behind a link. Emits ``second_wanted`` to have the key of somebody else chosen.

    ``no_package`` says why there can be no student package, empty where there can.
    """

    second_wanted = Signal()

    def __init__(self, no_package: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second: PublicKeys | None = None
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
        self._add_note(_about_rules())
        self._add_second()
        self._add_package(no_package)
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
            second=self._second,
            package=self._package.currentData(),
        )

    def show_chosen(self, more: More) -> None:
        """Show what was chosen before."""
        for box, value in (
            (self._sure, more.levels),
            (self._article, more.closed),
            (self._order, more.shuffle),
            (self._form, more.form),
            (self._package, more.package),
        ):
            box.setCurrentIndex(box.findData(value))
        self.show_second("", more.second)

    def usual_levels(self, levels: int) -> None:
        """Ask how sure they are in so many levels, or not at all with 0, until it is chosen."""
        self._sure.setCurrentIndex(self._sure.findData(levels))

    def swap(self) -> None:
        """Show the choices, or hide them."""
        self._panel.setVisible(self._panel.isHidden())
        self._name()

    def _name(self) -> None:
        self._link.set_text(_("More choices") if self._panel.isHidden() else _("Fewer choices"))

    def _box(self, title: str, choices: Sequence[tuple[str, object]]) -> DropDown:
        box = DropDown()
        for words, value in choices:
            box.addItem(words, value)
        self._add_row(title, box)
        return box

    def _add_second(self) -> None:
        """Whose key opens what comes back as well."""
        self._choose = Button(_("Choose a key file …"), "secondary")
        self._choose.clicked.connect(self._on_second)
        self._add_row(_("Who else opens it"), self._choose)
        self._whose = self._add_note("")
        self.show_second("", None)

    def _on_second(self) -> None:
        if self._second is None:
            self.second_wanted.emit()
        else:
            self.show_second("", None)

    def show_second(self, file: str, keys: PublicKeys | None) -> None:
        """Show whose key was chosen, or that there is none."""
        self._second = keys
        told = _("Nobody. The school, for instance, can give you the public part of its key.")
        if keys is not None:
            told = f"{file}: {keys.fingerprint}" if file else keys.fingerprint
        self._whose.setText(told)
        name = _("Choose a key file …") if keys is None else _("Take it away")
        self._choose.set_text(name)

    def _add_package(self, no_package: str) -> None:
        """Whether computers on which nothing is installed get the program as well."""
        self._package = self._box(
            _("Without quizapp"),
            [(_("The file alone"), False), (_("A package as well"), True)],
        )
        self._package.setEnabled(not no_package)
        told = _(
            "A package has this program in it, for computers on which quizapp is not installed. It "
            "runs on computers like this one ({system}) and on no others."
        )
        self._add_note(no_package or told.format(system=system()))

    def _add_note(self, words: str) -> Label:
        note = Label(words, "small", tone="text2", wrap=True)
        self._grid.addWidget(note, self._grid.rowCount(), 0, 1, 2)
        return note

    def _add_row(self, title: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        field.setAccessibleName(title)
        field.setFixedWidth(current().px(FIELDS))
        self._grid.addWidget(Label(title, "body"), row, 0)
        self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)


def _about_rules() -> str:
    return _(
        "Forms A and B are made from the claims of the bank and share none of them: practise with "
        "one, and ask the other in the exam. With the article closed, feedback comes at the end."
    )
