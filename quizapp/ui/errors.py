"""Errors on the screen: what happened, where, and what to do."""

import logging
import traceback

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.ui import icons
from quizapp.ui.tokens import current

ICON = 28

log = logging.getLogger("quizapp")


def show(error: BaseException, parent: QWidget | None = None) -> QMessageBox:
    """Say what happened. An error that is ours to fix is logged, and its details are offered."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("quizapp")
    if isinstance(error, QuizappError):
        icon, tone = "triangle-alert", "warning"
        box.setText(str(error))
    else:
        log.error("unexpected", exc_info=error)
        icon, tone = "octagon-alert", "error"
        box.setText(_("Something went wrong in the program. Every answer that was saved is kept."))
        box.setDetailedText("".join(traceback.format_exception(error)))
    box.setIconPixmap(icons.pixmap(icon, current().color(tone).name(), current().grow(ICON)))
    # Holds the box until it is closed; without a parent it would vanish with its last name.
    box.finished.connect(lambda _button: box.deleteLater())
    box.open()
    return box
