"""Parts of the editors: text that is kept as it is typed, and labels over fields."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui.tokens import current
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.label import Label

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextBox(QPlainTextEdit):
    """Some lines to type in. ``changed`` carries the text after each change by the author.

    Enter is ``done`` where the text is one proposition; where it may have ``lines`` it makes one.
    """

    changed = Signal(str)
    done = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        role: str = "body",
        *,
        rows: int = 2,
        lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._rows, self._lines = role, rows, lines
        self.setObjectName("reason")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self._fit()
        self.textChanged.connect(lambda: self.changed.emit(self.toPlainText()))

    def set_words(self, words: str) -> None:
        """Show these words, without a signal; the caret stays where it is."""
        if words == self.toPlainText():
            return
        at = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(words)
        cursor = self.textCursor()
        cursor.setPosition(min(at, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTERS and not self._lines and not event.modifiers():
            self.done.emit()
        elif is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        theme = current()
        self.setFont(theme.font(self._role))
        self.setFixedHeight(self._rows * theme.line_height(self._role) + 26)


class Line(Field):
    """One line to type in, completed from a list of names where one is given.

    ``done`` comes with Enter, ``left`` when the author goes elsewhere.
    """

    done = Signal()
    left = Signal()

    def __init__(self, name: str, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(name, role, parent)
        self._names = QStringListModel(self)
        self._completer: QCompleter | None = None
        self.setMaxLength(2000)

    def complete_from(self, names: Sequence[str]) -> None:
        """Offer these names while one types; one that is taken is a change."""
        if self._completer is None:
            self._completer = completer = QCompleter(self._names, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated[str].connect(self.changed)  # type: ignore[index]  # its words
            self.setCompleter(completer)
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTERS:
            event.accept()
            self._take_first()
            self.done.emit()
        elif is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _take_first(self) -> None:
        """Enter takes the name that is lit in the list."""
        popup = self._completer.popup() if self._completer is not None else None
        if popup is None or not popup.isVisible():
            return
        index = popup.currentIndex()
        popup.hide()
        if index.isValid():
            self.setText(str(index.data()))
            self.changed.emit(self.words())


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key is for the draft as a whole: undo, redo and save are the screen's."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_S)


def labelled(name: str, widget: QWidget, note: QWidget | None = None) -> QVBoxLayout:
    """A field under its name, with a note at the right end of that line."""
    head = QHBoxLayout()
    head.setContentsMargins(0, 0, 0, 0)
    head.addWidget(Label(name, "small", tone="text2", weight=500), 1)
    if note is not None:
        head.addWidget(note)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(head)
    column.addWidget(widget)
    return column
