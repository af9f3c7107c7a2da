"""The student's view of how a claim stands."""

from PySide6.QtWidgets import QWidget

from quizapp.items import Item
from quizapp.ui.items.options import OptionsView
from quizapp.ui.widgets.option_list import standing_choices


class StandingView(OptionsView):
    """The seven standings, each with its icon and gloss."""

    def __init__(self, item: Item, order: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(item, standing_choices(), parent=parent)

    def set_columns(self, columns: int) -> None:
        self.options.set_columns(columns)
