"""A picture of figures: painted, told to screen readers, and with the same as a table."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.drawing.ink import Ink
from quizapp.report import Table
from quizapp.ui.tokens import Theme, current, mix


def ink_of(theme: Theme) -> Ink:
    """What pictures are drawn with in this look."""
    plain = theme.high_contrast
    return Ink(
        text=theme.text,
        text2=theme.text2,
        line=theme.line,
        line_strong=theme.line_strong,
        track=theme.track,
        accent=theme.accent,
        paper=theme.paper,
        band="" if plain else mix(theme.accent, theme.paper, theme.band_share),
        interval=mix(theme.accent, theme.paper, 0.42),
        small=theme.font("small"),
        strong=theme.font("small", 500),
        figures=theme.font("small", tabular=True),
        row=theme.line_height("small"),
    )


class Picture(QWidget):
    """A painted picture. ``said`` is the same in sentences, ``rows`` the same as a table."""

    def __init__(self, name: str, said: str, rows: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def table(self) -> Table:
        """The same as a table, with its heading row first."""
        return self._rows

    def height_in(self, ink: Ink) -> int:
        """How high the picture is."""
        raise NotImplementedError

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        """Paint the picture into ``rect``."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(300, self.height_in(ink_of(current())))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, QRectF(self.rect()), ink_of(current()))
        painter.end()
