"""The student's view of a text to read: the stem says it all."""

from PySide6.QtWidgets import QWidget

from quizapp.items import Item
from quizapp.ui.items.base import ItemView


class InfoView(ItemView):
    """Nothing to answer."""

    def __init__(self, item: Item, order: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
