"""A picture beside a question, as large as there is room; its words where it cannot be shown."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.drawing.images import decoded
from quizapp.i18n import _
from quizapp.items import Picture
from quizapp.ui.tokens import current
from quizapp.ui.widgets.label import Label

TALLEST = 280


class ShownPicture(QWidget):
    """``data`` is the file, PNG or JPEG. Screen readers hear the words that stand for it."""

    def __init__(self, picture: Picture, data: bytes | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = decoded(data) if data else QImage()
        self.setAccessibleName(_("Picture"))
        self.setAccessibleDescription(picture.alternative)
        self.setToolTip(picture.alternative)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if self._image.isNull():
            words = _("[Picture: {words}]").format(words=picture.alternative)
            column.addWidget(Label(words, "body", tone="text2", wrap=True))

    @property
    def shows(self) -> bool:
        """Whether the picture itself is there, and not its words alone."""
        return not self._image.isNull()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.shows:
            self.setFixedHeight(round(self._size(self.width()).height()))

    def sizeHint(self) -> QSize:
        if not self.shows:
            return super().sizeHint()
        size = self._size(min(self._image.width(), 400))
        return QSize(round(size.width()), round(size.height()))

    def _size(self, width: float) -> QRectF:
        """The picture’s own size, or as much of it as fits."""
        tall, wide = self._image.height(), self._image.width()
        scale = min(1.0, width / wide, current().px(TALLEST) / tall)
        return QRectF(0, 0, wide * scale, tall * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.shows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._size(self.width()), self._image)
        painter.end()
