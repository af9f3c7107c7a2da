"""The bar at the top of a screen, and the foot under a pane."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.ui.tokens import BAR_HEIGHT, FOOT_HEIGHT, current
from quizapp.ui.widgets.paint import line


class Strip(QWidget):
    """A row as wide as its pane with a hairline at one edge. Fill its ``row``."""

    def __init__(
        self,
        height: int,
        *,
        line_above: bool,
        paper: bool = False,
        sides: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tall, self._above, self._paper = height, line_above, paper
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(sides, 0, sides, 0)
        self.row.setSpacing(8)

    def set_sides(self, sides: int) -> None:
        """Change the room at both ends."""
        self.row.setContentsMargins(sides, 0, sides, 0)

    def sizeHint(self) -> QSize:
        theme = current()
        content = super().sizeHint()
        extra = round((theme.grow(36) - 36) * 0.6)
        return QSize(content.width(), max(self._tall + extra, theme.grow(36) + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.paper if self._paper else theme.window))
        y = 0 if self._above else self.height() - 1
        line(painter, 0, y, self.width(), y + 1, theme.line)
        painter.end()


class TopBar(Strip):
    """The bar: 52 high, its hairline below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(BAR_HEIGHT, line_above=False, parent=parent)


class Foot(Strip):
    """The foot: 64 high, its hairline above. Under the article it is ``paper``.

    ``ghost_first`` says that it begins with a ghost button, whose icon then stands at ``sides``.
    """

    def __init__(
        self,
        *,
        paper: bool = False,
        sides: int = 28,
        ghost_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._ghost_first = ghost_first
        super().__init__(FOOT_HEIGHT, line_above=True, paper=paper, sides=sides, parent=parent)
        self.set_sides(sides)

    def set_sides(self, sides: int) -> None:
        """Change the room at both ends; a ghost button begins ten pixels further out."""
        self.row.setContentsMargins(sides - 10 * self._ghost_first, 0, sides, 0)
