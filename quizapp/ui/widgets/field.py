"""Fields to type in and to choose in: every change is told, and typing stays in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from quizapp.i18n import _
from quizapp.items.typed import MOST_TYPED
from quizapp.ui.tokens import current

_SIDES = 26


def announce(widget: QWidget, words: str) -> None:
    """Say something to a screen reader that no change of focus says."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Field(QLineEdit):
    """One line to type in. ``changed`` carries its words after each change by the reader."""

    changed = Signal(str)

    def __init__(self, name: str, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setAccessibleName(name)
        self.setMaxLength(MOST_TYPED)
        self.setFont(current().font(role))
        self.textEdited.connect(lambda _text: self.changed.emit(self.words()))

    def words(self) -> str:
        """What was typed, with single spaces."""
        return " ".join(self.text().split())

    def set_words(self, words: str) -> None:
        """Show these words, without a signal; what the reader is just typing stays as it is."""
        if self.words() != words:
            self.setText(words)

    def set_error(self, on: bool) -> None:
        """Show by the border that the words are no answer."""
        if bool(self.property("error")) != on:
            self.setProperty("error", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def width_for(self, words: Sequence[str]) -> int:
        """How wide the field is to be for the longest of these words."""
        widths = (QFontMetrics(self.font()).horizontalAdvance(text) for text in words)
        return max(widths, default=0) + _SIDES

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Space):
            event.accept()  # with nothing to delete they would be keys of the screen

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(current().font(self._role))
            self.updateGeometry()


class DropDown(QComboBox):
    """A list of choices that the wheel leaves alone: the page is to scroll, no choice to change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Choices(DropDown):
    """A field whose words are chosen from a list. ``changed`` carries them; empty for none yet."""

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[str],
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self.options = role, tuple(options)
        self.setAccessibleName(name)
        self.addItem(_("Choose"))
        self.addItems(list(options))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(current().font(role))
        self.activated.connect(lambda _index: self.changed.emit(self.words()))

    def words(self) -> str:
        """What is chosen, or nothing."""
        return self.options[self.currentIndex() - 1] if self.currentIndex() > 0 else ""

    def set_words(self, words: str) -> None:
        """Show these words as chosen, without a signal."""
        known = words in self.options
        self.setCurrentIndex(self.options.index(words) + 1 if known else 0)

    def width_for(self, words: Sequence[str]) -> int:
        """How wide the field is to be for the longest of these words."""
        metrics = QFontMetrics(self.font())
        widths = (metrics.horizontalAdvance(text) for text in (*words, self.itemText(0)))
        return max(widths, default=0) + _SIDES + current().grow(28)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self.options), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            event.accept()
            if self.currentIndex() > 0:
                self.setCurrentIndex(0)
                self.changed.emit("")
            return
        number = int(event.text()) if event.text().isdecimal() and event.text().isascii() else 0
        if 0 < number <= len(self.options):
            event.accept()
            self.setCurrentIndex(number)
            self.changed.emit(self.words())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(current().font(self._role))
            self.updateGeometry()
