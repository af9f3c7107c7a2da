"""The student's view of sorting considerations by side."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.claims import SIDES
from quizapp.i18n import _
from quizapp.items import SIDE_TITLES, Categorise, Response, joined, parted
from quizapp.ui.items.base import ItemView
from quizapp.ui.widgets.sorter import Part, Sorter


class CategoriseView(ItemView):
    """A row for each consideration, and the four sides to put it on."""

    def __init__(
        self, item: Categorise, order: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(item, parent)
        self._asked = len(item.texts)
        parts = tuple(Part(id_, text) for id_, text in item.ordered(order))
        sides = tuple(Part(side, _(SIDE_TITLES[side])) for side in SIDES)
        self._sorter = Sorter(parts, sides, self)
        self._sorter.placed.connect(self._report)
        self.column.addWidget(self._sorter)

    def show_response(self, response: Response) -> None:
        self._sorter.set_pairs(parted(response))

    def take_key(self, event: QKeyEvent) -> None:
        self._sorter.take_key(event)

    def complete(self, response: Response) -> bool:
        return len(response) == self._asked

    def missing(self) -> str:
        return _("Put every line on a side.")

    def _report(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self.answered.emit(joined(pairs))
