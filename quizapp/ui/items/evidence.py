"""The student's view of marking the words that show a claim."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.i18n import _
from quizapp.items import NOTHING, EvidenceItem, Response
from quizapp.ui.items.base import ItemView
from quizapp.ui.items.marks import MarksBox


class EvidenceView(ItemView):
    """The marking itself happens in the article; the view counts, and offers "nothing shows it"."""

    def __init__(
        self, item: EvidenceItem, order: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(item, parent)
        self.select = item.select
        self._box = MarksBox(item.select, self)
        self._box.changed.connect(self.answered)
        self._box.marks_wanted.connect(self.marks_wanted)
        self.column.addWidget(self._box)

    def show_response(self, response: Response) -> None:
        self._box.show_marks(response)
        self.marks_wanted.emit(() if response == (NOTHING,) else response)

    def set_marks(self, marks: Response) -> None:
        self._box.take_marks(marks)

    def set_compact(self, on: bool) -> None:
        self._box.set_compact(on)

    def take_key(self, event: QKeyEvent) -> None:
        self._box.take_key(event)

    def missing(self) -> str:
        return _("Mark at least one sentence, or say that nothing shows it.")
