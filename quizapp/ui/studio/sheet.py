"""A screen that is opened from the studio and leads back to it: a bar, and a page that scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll


class Sheet(QWidget):
    """Fill its ``column``. Escape, or the arrow, is ``left``."""

    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = TopBar()
        back = Button(_("Studio"), "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        self.bar.row.addWidget(back)
        self.bar.row.addWidget(Label(title, "body", weight=600), 1)
        page = QWidget()
        page.setObjectName("page")
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(32, 20, 32, 28)
        self.column.setSpacing(16)
        scroll = PageScroll()
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(scroll, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout."""
    while (taken := layout.takeAt(0)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
