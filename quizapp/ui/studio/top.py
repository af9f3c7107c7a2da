"""The bar of the studio: what is made, undo and redo, whether it is saved, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from quizapp.app.authoring.session import Authoring
from quizapp.i18n import _
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.tag import IconLabel


class StudioBar(TopBar):
    """Says how things stand, and asks for what its buttons say."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    save_wanted = Signal()
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", "body", weight=600)
        self._undo = Button(_("Undo"), "icon", icon="undo-2")
        self._redo = Button(_("Redo"), "icon", icon="redo-2")
        self._mark = IconLabel("check")
        self._saved = Label(_("Draft saved"), "small", tone="text2")
        self._more = Button(_("Review"), "ghost", icon="git-compare", trailing="chevron-down")
        self._more.setToolTip(_("Versions, other banks, a second reader, contests"))
        self.save = Button(_("Save the bank"), "primary")
        self._undo.clicked.connect(self.undo_wanted)
        self._redo.clicked.connect(self.redo_wanted)
        self._more.clicked.connect(lambda: self.more_wanted.emit(self._more))
        self.save.clicked.connect(self.save_wanted)
        self.row.addWidget(self._title)
        self.row.addSpacing(8)
        self.row.addWidget(self._undo)
        self.row.addWidget(self._redo)
        self.row.addStretch(1)
        for part in (self._mark, self._saved, self._more, self.save):
            self.row.addWidget(part)

    def show_session(self, session: Authoring) -> None:
        """Show the title, and what can be undone and done again."""
        self._title.setText(session.draft.title)
        told = (
            (self._undo, _("Undo"), session.undoable),
            (self._redo, _("Redo"), session.redoable),
        )
        for button, word, what in told:
            button.setEnabled(bool(what))
            name = _("{word}: {what}").format(word=word, what=_(what)) if what else word
            button.setToolTip(name)
            button.setAccessibleName(name)

    def show_saved(self, *, failed: bool = False) -> None:
        """Say that the last change is on the disk, or that it is not."""
        self._mark.set_icon("octagon-alert" if failed else "check", "error" if failed else "text2")
        self._saved.setText(_("Not saved") if failed else _("Draft saved"))
        self._saved.set_tone("error" if failed else "text2")

    def show_errors(self) -> None:
        """Say why the bank is not saved."""
        self._mark.set_icon("octagon-alert", "error")
        self._saved.setText(_("Not a bank yet: see the problems"))
        self._saved.set_tone("error")

    def show_bank_saved(self) -> None:
        """Say that the bank is saved."""
        self.say_saved(_("Bank saved, on home"))

    def say_saved(self, words: str) -> None:
        """Say in a few words what was done."""
        self._mark.set_icon("check", "text2")
        self._saved.setText(words)
        self._saved.set_tone("text2")

    def set_compact(self, on: bool) -> None:
        """Leave out what a narrow window has no room for."""
        self._saved.setVisible(not on)
