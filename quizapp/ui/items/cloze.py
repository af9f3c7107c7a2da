"""The student's view of a text with gaps."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from quizapp.i18n import _
from quizapp.items import Cloze, Gap, Response, filled
from quizapp.ui.items.base import ItemView
from quizapp.ui.widgets.gap_text import GapText, Hole


class ClozeView(ItemView):
    """The text, with a field or a list where each gap is."""

    def __init__(self, item: Cloze, order: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        self._asked = [gap.id for gap in item.gaps]
        self._text = GapText(tuple(_holes(item)), self)
        self._text.filled.connect(self._report)
        self.column.addWidget(self._text)

    def first(self) -> QWidget | None:
        return self._text.first()

    def show_response(self, response: Response) -> None:
        self._text.set_words(filled(response))

    def complete(self, response: Response) -> bool:
        return len(response) == len(self._asked)

    def missing(self) -> str:
        return _("Fill every gap.")

    def _report(self, words: dict[str, str]) -> None:
        self.answered.emit(tuple(f"{id_}={words[id_]}" for id_ in self._asked if id_ in words))


def _holes(item: Cloze) -> Iterator[str | Hole]:
    for piece in item.pieces():
        if isinstance(piece, Gap):
            yield Hole(piece.id, max(piece.accepted, key=len, default=""), piece.options)
        else:
            yield piece
