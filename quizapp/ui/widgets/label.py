"""Text on the screen, with the fonts and line heights of the look."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from quizapp.ui.tokens import current
from quizapp.ui.widgets.paint import NO_LIMIT, Words, elided, write


class Label(QLabel):
    """Plain text in a role (``small``, ``body``, ``title``, ``claim`` …) and a colour.

    It wraps when ``wrap`` is set; otherwise it is one line, which ends in an ellipsis where the
    room is too small and then shows the whole as its tool tip.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        tone: str = "text",
        weight: int = 0,
        wrap: bool = False,
        tabular: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._tone, self._weight = role, tone, weight
        self._wrap, self._tabular, self._align = wrap, tabular, align
        self._heights: dict[tuple[str, str, float, bool, int], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        across = QSizePolicy.Policy.Preferred
        upright = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, upright)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_role(self, role: str, *, weight: int = 0) -> None:
        """Take the fonts of another role, such as ``claim_compact``."""
        self._role, self._weight = role, weight
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Take another colour, such as ``error``."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        words = self._words()
        width = round(words.natural_width() + 1.5)
        if self._wrap:
            width = min(width, current().px(480))
            return QSize(width, words.height(width))
        return QSize(width, round(words.height(NO_LIMIT)) or current().line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        line = current().line_height(self._role)
        return QSize(min(self.sizeHint().width(), current().px(40)), line)

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return -1
        # A layout asks for the same few widths again and again, and breaking lines takes long.
        theme = current()
        seen = (self.text(), self._role, theme.scale, theme.dyslexic, width)
        if seen not in self._heights:
            self._heights[seen] = self._words().height(width)
        return self._heights[seen]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        color = theme.color(self._tone if self.isEnabled() else "disabled").name()
        painter = QPainter(self)
        if self._wrap:
            self._words().draw(painter, 0, 0, self.width(), color)
        else:
            shown = elided(self.text(), self._font(), self.width() + 0.5)
            self.setToolTip(self.text() if shown != self.text() else "")
            write(painter, shown, self._font(), color, QRectF(self.rect()), self._align)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _font(self) -> QFont:
        return current().font(self._role, self._weight, tabular=self._tabular)

    def _words(self) -> Words:
        return Words(self.text(), self._font(), current().line_height(self._role))


class Hairline(QFrame):
    """A line of one pixel between parts; ``upright`` stands."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("hairline")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
