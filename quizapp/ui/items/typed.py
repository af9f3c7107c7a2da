"""What the views share in which a reader types one answer."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.items import Item, Response
from quizapp.ui.items.base import ItemView
from quizapp.ui.widgets.field import Field
from quizapp.ui.widgets.label import Label


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

    def first(self) -> QWidget | None:
        return self.field

    def show_response(self, response: Response) -> None:
        self.field.set_words(response[0] if response else "")
        self.field.set_error(False)

    def take_key(self, event: QKeyEvent) -> None:
        """What is typed outside the field, and is no key of the screen, goes into it."""
        if event.text().isdecimal():
            self.field.setFocus()
            self.field.insert(event.text())
            self._report(self.field.words())
            event.accept()

    def _report(self, words: str) -> None:
        self.field.set_error(False)
        self.answered.emit((words,) if words else ())
