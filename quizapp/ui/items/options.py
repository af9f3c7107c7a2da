"""Views of the kinds in which a reader picks from a list."""

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.items import Item, Response
from quizapp.ui.items.base import ItemView
from quizapp.ui.widgets.option_list import Choice, OptionList


class OptionsView(ItemView):
    """One list of options; what is chosen in it is the response."""

    def __init__(
        self,
        item: Item,
        choices: Sequence[Choice],
        *,
        multiple: bool = False,
        serif: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(item, parent)
        self.options = OptionList(choices, multiple=multiple, serif=serif, parent=self)
        self.options.setAccessibleName(item.subject)
        self.options.chosen.connect(self.answered)
        self.column.addWidget(self.options)

    def show_response(self, response: Response) -> None:
        self.options.set_chosen(response)

    def set_compact(self, on: bool) -> None:
        self.options.set_compact(on)

    def take_key(self, event: QKeyEvent) -> None:
        self.options.key(event)
