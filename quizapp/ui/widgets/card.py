"""Cards: paper with a hairline, and the card that says how things stand and what comes next."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box


class Card(QFrame):
    """Paper with a hairline round it. ``soft`` is the tinted one for the first start."""

    def __init__(self, parent: QWidget | None = None, *, soft: bool = False) -> None:
        super().__init__(parent)
        self._soft = soft
        self.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        fill = theme.accent_soft if self._soft else theme.paper
        edge = theme.accent_line if self._soft else theme.line
        box(painter, QRectF(self.rect()), fill, edge, theme.border)
        painter.end()


class StateCard(Card):
    """Empty, loading, failed or done: what is so, one line, and the next thing as a link."""

    activated = Signal()

    def __init__(
        self, title: str, line: str = "", link_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, "body", weight=600, wrap=True)
        self._line = Label(line, "small", tone="text2", wrap=True)
        self._link = Link(link_text)
        self._link.clicked.connect(self.activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 12)
        layout.setSpacing(6)
        for part in (self._title, self._line, self._link):
            layout.addWidget(part)
        layout.addStretch()
        self.set_state(title, line, link_text)

    def set_state(self, title: str, line: str = "", link_text: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._link.set_text(link_text)
        self._link.setVisible(bool(link_text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
