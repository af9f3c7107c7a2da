"""The student's view of a statement that is true of the article or not."""

from PySide6.QtWidgets import QWidget

from quizapp.i18n import _
from quizapp.items import ANSWERS, Item
from quizapp.ui.items.options import OptionsView
from quizapp.ui.widgets.option_list import Choice


class TrueFalseView(OptionsView):
    """The two answers, always in the same order."""

    def __init__(self, item: Item, order: tuple[str, ...], parent: QWidget | None = None) -> None:
        choices = tuple(Choice(id_, _(text)) for id_, text in ANSWERS.items())
        super().__init__(item, choices, parent=parent)
