"""A standing as a small chip: its colour, its icon and its word, always together."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui import icons, standings
from quizapp.ui.tokens import CHIP_RADIUS, current
from quizapp.ui.widgets.paint import box, width_of, write


class StandingTag(QWidget):
    """The chip of one standing."""

    def __init__(self, standing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = standing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_standing(standing)

    def set_standing(self, standing: str) -> None:
        """Show another standing."""
        self._standing = standing
        self.setAccessibleName(standings.word(standing))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        words = width_of(standings.word(self._standing), theme.font("body", 500))
        return QSize(round(words + theme.grow(16) + 26), theme.grow(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        color = theme.standings[self._standing]
        rect, size = QRectF(self.rect()), theme.grow(16)
        painter = QPainter(self)
        edge = color if theme.high_contrast else ""
        box(painter, rect, theme.tag(self._standing), edge, 1, CHIP_RADIUS)
        icons.draw(
            painter, standings.icon(self._standing), 8, (rect.height() - size) / 2, size, color
        )
        place = rect.adjusted(size + 14, 0, 0, 0)
        word = standings.word(self._standing)
        write(painter, word, theme.font("body", 500), theme.text, place)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class IconLabel(QWidget):
    """One icon in one of the look's colours, such as the seal in front of a rule."""

    def __init__(
        self, icon: str, size: int = 16, *, tone: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stroke = 1.75 if icon == "check" and tone == "text2" else 0.0
        self._icon, self._size, self._tone = icon, size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: str = "") -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        side = current().grow(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        side = theme.grow(self._size)
        y = (self.height() - side) / 2
        icons.draw(painter, self._icon, 0, y, side, theme.color(self._tone).name(), self._stroke)
        painter.end()
