"""The student's view of headlines, one of which goes further than the article."""

from PySide6.QtWidgets import QWidget

from quizapp.items import ChoiceItem
from quizapp.ui.items.options import OptionsView
from quizapp.ui.widgets.option_list import Choice


class OverstatementView(OptionsView):
    """Headlines in the article's typeface, of which one can be chosen."""

    def __init__(
        self, item: ChoiceItem, order: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        choices = tuple(Choice(option.id, option.text) for option in item.ordered(order))
        super().__init__(item, choices, serif=True, parent=parent)
