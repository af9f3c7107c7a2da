"""The button that saves what a page shows: as a PDF, or as a table for other programs."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Button

PDF, CSV = "pdf", "csv"


class SaveButton(Button):
    """Opens a short menu, and emits ``wanted`` with ``pdf`` or ``csv``."""

    wanted = Signal(str)

    def __init__(self, kind: str = "icon", parent: QWidget | None = None) -> None:
        super().__init__(_("Save …"), kind, icon="download", parent=parent)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Save as PDF …"), partial(self.wanted.emit, PDF))
        menu.addAction(_("Save as CSV …"), partial(self.wanted.emit, CSV))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
