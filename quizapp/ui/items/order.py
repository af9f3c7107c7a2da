"""The student's view of putting lines in order."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.i18n import _
from quizapp.items import Order, Response
from quizapp.ui.items.base import ItemView
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList
from quizapp.ui.widgets.order_list import OrderList
from quizapp.ui.widgets.sorter import Part

KEPT = "kept"


class OrderView(ItemView):
    """The lines, and a box that is ticked once they stand as the reader wants them.

    Moving a line ticks the box; taking the tick away takes the answer back.
    """

    def __init__(self, item: Order, order: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        self._how = Label("", "small", tone="text2", wrap=True)
        self._how.setText(
            _("Drag a line; or press Space to pick it up, arrows to move it, Space to drop it.")
        )
        parts = tuple(Part(option.id, option.text) for option in item.ordered(order))
        self._lines = OrderList(parts, self)
        self._lines.setAccessibleName(item.subject)
        self._lines.ordered.connect(self._moved)
        self._kept = OptionList((Choice(KEPT, _("This is my order"), key="K"),), multiple=True)
        self._kept.chosen.connect(self._report)
        self.column.addWidget(self._how)
        self.column.addWidget(self._lines)
        self.column.addWidget(self._kept)

    def show_response(self, response: Response) -> None:
        self._kept.set_chosen((KEPT,) if response else ())
        if response:
            self._lines.set_ids(response)

    def set_compact(self, on: bool) -> None:
        self._lines.set_compact(on)
        self._kept.set_compact(on)

    def take_key(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._lines.focus(0)
            event.accept()
        elif event.key() == Qt.Key.Key_K:
            event.setAccepted(self._kept.choose_number(1))
        elif text.isdecimal() and text.isascii() and text != "0":
            self._lines.focus(int(text) - 1)
            event.accept()

    def missing(self) -> str:
        return _("Put the lines in order, or say that this is your order.")

    def _moved(self, _ids: Response) -> None:
        self._kept.set_chosen((KEPT,))
        self._report()

    def _report(self) -> None:
        self.answered.emit(self._lines.ids() if self._kept.chosen_ids() else ())
