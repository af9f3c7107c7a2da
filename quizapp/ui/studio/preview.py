"""An item as the student sees it, with its key ticked; nothing in it can be pressed."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.items import Item
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.tokens import current
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box

PAUSE = 250  # milliseconds after the last letter
TWO_COLUMNS = 360


class Preview(QWidget):
    """The student’s own view on a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: Item | None = None
        self.pictures: Callable[[str], bytes | None] = lambda _name: None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._build)
        self._pane: QuestionPane | None = None
        self._quotes = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._none = Label(_("Its items appear here."), "small", tone="text2", wrap=True)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.addWidget(self._none)

    def show_item(self, item: Item | None) -> None:
        """Show this item, or that there is none; another version of the same one after a pause."""
        if item == self._wanted:
            return
        again = item is not None and self._wanted is not None and item.id == self._wanted.id
        self._wanted = item
        if again:
            self._timer.start()
        else:
            self._build()

    def _build(self) -> None:
        item = self._wanted
        if self._pane is not None:
            self._column.removeWidget(self._pane)
            self._pane.hide()
            self._pane.deleteLater()
            self._pane = None
        self._none.setVisible(item is None)
        sides, upright = (14, 12) if item is None else (2, 2)
        self._column.setContentsMargins(sides, upright, sides, upright)
        if item is None:
            self.setAccessibleName(_("No item"))
            return
        pane = QuestionPane(item, (), confidence=False)
        if item.picture is not None:
            pane.show_picture(self.pictures(item.picture.file))
        self._quotes = item.quotes_a_claim
        self._arrange(pane)
        if item.scored and (key := item.key()):
            pane.show_answer(key, 0)
        pane.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for child in pane.findChildren(QWidget):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pane = pane
        self._column.addWidget(pane)
        self.setAccessibleName(_("As the student sees it: {words}").format(words=item.subject))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pane is not None:
            self._arrange(self._pane)

    def _arrange(self, pane: QuestionPane) -> None:
        """Two columns of standings where a word has room in them."""
        wide = self.width() >= current().px(TWO_COLUMNS)
        pane.arrange(compact=True, columns=2 if wide and self._quotes else 1, sides=14)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme.window, theme.line, theme.border)
        painter.end()
