"""What the views share in which a reader types one answer."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.items import Item, Response
from quizapp.ui.items.base import ItemView
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.tag import IconLabel


class TypedView(ItemView):
    """One field, with a unit behind it where there is one. Every change of its words is told."""

    def __init__(self, item: Item, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        name = f"{item.subject} ({unit})" if unit else item.subject
        self.field = Field(name, parent=self)
        self.field.changed.connect(self._report)
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addWidget(self.field)
        if unit:
            self.row.addWidget(Label(unit, "body", tone="text2"))
        self.column.addLayout(self.row)
        self._wrong, self._words = QWidget(), Label("", "small", tone="error", wrap=True)
        line = QHBoxLayout(self._wrong)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel("circle-alert", tone="error"))
        line.addWidget(self._words, 1)
        self.column.addWidget(self._wrong)
        self._wrong.hide()

    def first(self) -> QWidget | None:
        return self.field

    def show_response(self, response: Response) -> None:
        self.field.set_words(response[0] if response else "")
        self.warn("")

    def warn(self, words: str) -> bool:
        self.field.set_error(bool(words))
        self.field.setAccessibleDescription(words)
        self._words.setText(words)
        self._wrong.setVisible(bool(words))
        return True

    def take_key(self, event: QKeyEvent) -> None:
        """A digit typed outside the field, where it is no key of the screen, goes into it."""
        if event.text().isdecimal():
            self.field.setFocus()
            self.field.insert(event.text())
            self._report(self.field.words())
            event.accept()

    def _report(self, words: str) -> None:
        self.warn("")
        self.answered.emit((words,) if words else ())
