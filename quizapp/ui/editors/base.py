"""What a teacher’s editor of a kind is: it shows the kind’s own fields, and says what they are now.

A form holds fields as a bank’s file has them, so that whatever is typed, finished or not, can be
kept, and every problem is found by the one who reads a bank.
"""

from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.claims import ClaimMap
from quizapp.items import Item


class ItemForm(QWidget):
    """``changed`` comes after each change by the author.

    ``record`` has the kind’s own fields that are named in ``SHOWS``, and ``common`` those of every
    kind that this form changes. What is not shown stays as it was, such as what an imported
    question has and no author writes.
    """

    SHOWS: ClassVar[frozenset[str]] = frozenset()
    changed = Signal()

    def __init__(self, item: Item, claims: ClaimMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.claims = claims
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.build()

    def build(self) -> None:
        """Lay out the fields; called once."""

    def fields(self) -> dict[str, Any]:
        """All of the kind’s own fields: those that are shown as they stand, the rest as it was."""
        rest = {name: value for name, value in self.item.own().items() if name not in self.SHOWS}
        return {**rest, **self.record()}

    def record(self) -> dict[str, Any]:
        """The fields that are shown, as they stand."""
        return {}

    def common(self) -> dict[str, Any]:
        """Fields of every kind that this form has changed."""
        return {}

    def focus_place(self, place: str) -> bool:
        """Go to the field of this name; false where the form has none."""
        return False
