"""A screen of one column under a bar that leads back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.scroll import PageScroll

WIDTH = 720
RING = 6  # a ring of focus goes so far beyond its button


class ColumnPage(QWidget):
    """Fill its ``column``; call ``column.addStretch(1)`` at the end. Escape leads back, too."""

    left = Signal()

    def __init__(self, title: str, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page, middle = QWidget(), QWidget()
        page.setObjectName("page")
        middle.setMaximumWidth(current().px(WIDTH) + 2 * RING)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(RING, 0, RING, RING)
        self.column.setSpacing(16)
        beside = QHBoxLayout(page)
        beside.setContentsMargins(32 - RING, 28, 32 - RING, 16 - RING)
        beside.addWidget(middle)
        self.bar = TopBar()
        button = Button(back, "icon", icon="arrow-left")
        button.clicked.connect(self.left)
        self.bar.row.addWidget(button)
        self.bar.row.addWidget(Label(title, "body", weight=600), 1)
        self.scrolled = PageScroll()
        self.scrolled.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.scrolled, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
        else:
            super().keyPressEvent(event)
