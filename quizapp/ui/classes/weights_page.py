"""What each exam of a class counts among the others; and the last question before a class goes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.classroom.book import HandedOut
from quizapp.i18n import _, n_
from quizapp.ui.dates import local_day
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.forms import labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class WeightsPage(ColumnPage):
    """Emits ``kept`` with a weight for each exam, in their order."""

    kept = Signal(tuple)

    def __init__(
        self, name: str, exams: Sequence[HandedOut], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("What each exam counts"), name, parent)
        self.column.addWidget(Label(_("What each exam counts"), "display", wrap=True))
        told = _(
            "A number from 0 to 100, set against those of the others; 0 is not at all. Practice "
            "begins with 0."
        )
        self.column.addWidget(Label(told, "body", tone="text2", wrap=True))
        self._fields = []
        for exam in exams:
            title = f"{exam.heading} · {local_day(exam.at)}"
            field = Field(title)
            field.setText(f"{exam.weight:g}")
            self._fields.append(field)
            self.column.addLayout(labelled(title, field))
        self._said = Label("", "body", tone="error", wrap=True)
        self._said.hide()
        self.column.addWidget(self._said)
        keep = Button(_("Keep"), "primary")
        keep.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.addWidget(keep)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(self._fields[0] if self._fields else keep)

    def _keep(self) -> None:
        weights = []
        for field in self._fields:
            try:
                weight = float(field.words().replace(",", "."))
            except ValueError:
                weight = -1.0
            if not 0 <= weight <= 100:
                field.set_error(True)
                field.setFocus()
                self._said.setText(_("A weight is a number from 0 to 100."))
                self._said.show()
                announce(self, self._said.text())
                return
            weights.append(weight)
        self.kept.emit(tuple(weights))


class RemovePage(ColumnPage):
    """Asks once more, with what goes. Emits ``confirmed``."""

    confirmed = Signal()

    def __init__(self, name: str, files: int, packs: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Delete the class"), name, parent)
        title = _("Delete {name} for good?").format(name=name)
        self.column.addWidget(Label(title, "display", wrap=True))
        parts = [
            n_("{n} pack", "{n} packs", packs).format(n=packs),
            n_("{n} file that came back", "{n} files that came back", files).format(n=files),
        ]
        told = _("Its names go, {parts}, and the marks of its attempts. It cannot be undone.")
        words = told.format(parts=_(" and ").join(parts))
        self.column.addWidget(Label(words, "body", tone="text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        stay = Button(_("Keep the class"), "primary")
        stay.clicked.connect(self.left)
        go = Button(_("Delete it"), "secondary", icon="trash-2")
        go.clicked.connect(self.confirmed)
        row.addWidget(stay)
        row.addWidget(go)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(stay)
