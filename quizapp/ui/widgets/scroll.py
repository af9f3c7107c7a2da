"""A page that scrolls up and down, whose bar takes no room from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class PageScroll(QScrollArea):
    """Shows a page as wide as itself. The bar lies over the page's margin.

    So nothing on the page moves or breaks its lines anew when the bar comes or goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._reach_under)

    def _reach_under(self, _least: int, most: int) -> None:
        """Let the page reach under the bar as long as there is something to scroll to."""
        under = self.verticalScrollBar().sizeHint().width() if most else 0
        self.setViewportMargins(0, 0, -under, 0)
