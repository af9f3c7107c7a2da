"""From which share on there is a certificate; how many reach it is said as one types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.app.certificates import USUAL, least_share, reaching
from quizapp.classroom.book import Gradebook
from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.field import Field, announce
from quizapp.ui.widgets.forms import labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class CertificatesPage(ColumnPage):
    """Emits ``wanted`` with a share in per cent."""

    wanted = Signal(float)

    def __init__(self, name: str, book: Gradebook, parent: QWidget | None = None) -> None:
        super().__init__(_("Certificates"), name, parent)
        self._book = book
        self.column.addWidget(Label(_("Certificates"), "display", wrap=True))
        told = _(
            "A page for each student and exam, to print and sign: the name, the exam, its day, "
            "what was reached and what was asked. The numbers are those of the marks."
        )
        self.column.addWidget(Label(told, "body", tone="text2", wrap=True))
        title = _("From which share on, in per cent")
        self._field = Field(title)
        self._field.setText(f"{USUAL:g}")
        self._field.changed.connect(lambda _words: self._tell())
        self.column.addLayout(labelled(title, self._field))
        self._said = Label("", "body", wrap=True)
        self.column.addWidget(self._said)
        self._go = Button(_("Write them …"), "primary")
        self._go.clicked.connect(self._want)
        row = QHBoxLayout()
        row.setContentsMargins(6, 6, 6, 6)  # the ring of focus needs its place
        row.addWidget(self._go)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self._field.returnPressed.connect(self._want)
        self.setFocusProxy(self._field)
        self._tell()

    def _share(self) -> float | None:
        """What was typed; ``None`` where it is no share, which is then said."""
        try:
            found = least_share(self._field.words())
        except QuizappError as error:
            self._field.set_error(True)
            self._said.set_tone("error")
            self._said.setText(str(error))
            return None
        self._field.set_error(False)
        self._said.set_tone("text")
        return found

    def _tell(self) -> None:
        share = self._share()
        if share is not None:
            self._said.setText(told_of(*reaching(self._book, share), share))

    def _want(self) -> None:
        share = self._share()
        if share is None:
            self._field.setFocus()
            announce(self, self._said.text())
        elif reaching(self._book, share)[0]:
            self.wanted.emit(share)


def told_of(reach: int, short: int, share: float) -> str:
    """How many reach a share, and how many do not."""
    some = n_("{n} attempt reaches {share} %", "{n} attempts reach {share} %", reach)
    told = some.format(n=reach, share=f"{share:g}")
    none = n_("{n} does not and gets none", "{n} do not and get none", short).format(n=short)
    return f"{told}; {none}." if short else f"{told}."
