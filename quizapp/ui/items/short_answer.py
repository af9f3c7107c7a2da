"""The student's view of typing a word or a few."""

from PySide6.QtWidgets import QWidget

from quizapp.i18n import _
from quizapp.items import Response, ShortAnswer
from quizapp.items.typed import bare
from quizapp.ui.items.typed import TypedView


class ShortAnswerView(TypedView):
    """A field as wide as the pane."""

    def __init__(
        self, item: ShortAnswer, order: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(item, parent=parent)

    def complete(self, response: Response) -> bool:
        return bool(response and bare(response[0]))

    def missing(self) -> str:
        return _("Type a word or a few.")
