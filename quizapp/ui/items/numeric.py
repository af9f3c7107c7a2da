"""The student's view of typing a number."""

from PySide6.QtWidgets import QWidget

from quizapp.items import Numeric, Response
from quizapp.ui.items.typed import TypedView
from quizapp.ui.tokens import current


class NumericView(TypedView):
    """A short field with the unit behind it; what is no number is said before it is checked."""

    def __init__(
        self, item: Numeric, order: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(item, item.unit, parent)
        self._asked = item
        self.field.setMaximumWidth(current().px(200))
        self.row.addStretch(1)

    def complete(self, response: Response) -> bool:
        return bool(response) and not self._asked.unreadable(response[0])

    def missing(self) -> str:
        return self._asked.unreadable(self.field.words())
