"""What was handed out: each file, and whom it is for."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.student_package import system
from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.field import announce
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.page import ColumnPage


class HandedOutPage(ColumnPage):
    """``names`` are those of the files: for the class, start codes, for the teacher.

    ``package`` names the archive and the script of a student package, if there is one, and
    ``no_package`` says why one that was asked for is not there.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        names: tuple[str, str, str],
        *,
        practice: bool = False,
        package: tuple[str, str] | None = None,
        no_package: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("For {name}").format(name=name), name, parent)
        ready = _("The practice is ready") if practice else _("The exam is ready")
        self.column.setSpacing(12)
        self.column.addWidget(Label(ready, "display", wrap=True))
        where = _("in {folder}").format(folder=folder)
        self.column.addWidget(Label(where, "body", tone="text2", wrap=True))
        for file, why in zip(names, _for_whom(), strict=True):
            self.column.addWidget(_step(file, why))
        if package is not None:
            self.column.addWidget(_step(" · ".join(package), _about_package()))
        if no_package:
            self.column.addWidget(Label(no_package, "body", tone="error", wrap=True))
        self.column.addWidget(Label(_told(practice=practice), "body", wrap=True))
        home = Button(_("Back to the class"), "primary")
        home.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(home)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.setFocusProxy(home)
        announce(self, ready)


def _for_whom() -> tuple[str, str, str]:
    """What each file is for."""
    return (
        _("For every student: on a stick, on a share, by mail."),
        _("A start code for each student. Give each only their own line."),
        _("For you: a second copy of the keys, sealed. Keep it; nobody else needs it."),
    )


def _about_package() -> str:
    words = _(
        "For computers without quizapp: hand out both together with the file for the class; "
        "students start the script. It runs on computers like this one ({system}) and on no others."
    )
    return words.format(system=system())


def _told(*, practice: bool) -> str:
    """What comes next."""
    if practice:
        return _(
            "When files come back, collect them here. Each attempt is marked, and practice weighs "
            "nothing among the marks until you give it a weight. The keys are in the first file: "
            "never use its questions in an exam."
        )
    return _("When files come back, collect them here. What counts is marked at once.")


def _step(name: str, why: str) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 12, 20, 12)
    column.setSpacing(4)
    column.addWidget(Label(name, "body", weight=600, wrap=True))
    column.addWidget(Label(why, "small", tone="text2", wrap=True))
    return card
