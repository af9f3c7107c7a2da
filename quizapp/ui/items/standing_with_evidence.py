"""The student's view of how a claim stands, with the words that show it."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.i18n import _
from quizapp.items import NOTHING, PREFIX, Item, Response, split
from quizapp.ui.items.base import ItemView
from quizapp.ui.items.marks import MarksBox
from quizapp.ui.widgets.option_list import OptionList, standing_choices


class StandingWithEvidenceView(ItemView):
    """The seven standings, and below them what is marked in the article."""

    select = "sentences"

    def __init__(self, item: Item, order: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        self._options = OptionList(standing_choices(), parent=self)
        self._options.setAccessibleName(item.subject)
        self._box = MarksBox("sentences", self)
        self._options.chosen.connect(self._report)
        self._box.changed.connect(self._report)
        self._box.marks_wanted.connect(self.marks_wanted)
        self.column.addWidget(self._options)
        self.column.addWidget(self._box)

    def show_response(self, response: Response) -> None:
        standing, marks = split(response)
        self._options.set_chosen((standing,) if standing else ())
        self._box.show_marks(marks)
        self.marks_wanted.emit(() if marks == (NOTHING,) else marks)

    def set_marks(self, marks: Response) -> None:
        self._box.take_marks(marks)

    def set_compact(self, on: bool) -> None:
        self._options.set_compact(on)
        self._box.set_compact(on)

    def set_columns(self, columns: int) -> None:
        self._options.set_columns(columns)
        self._options.set_companion(None)
        self._box.set_beside(self._options if columns > 1 else None)

    def take_key(self, event: QKeyEvent) -> None:
        self._options.key(event)
        if not event.isAccepted():
            self._box.take_key(event)

    def complete(self, response: Response) -> bool:
        standing, marks = split(response)
        return bool(standing and marks)

    def missing(self) -> str:
        if self._options.chosen_ids():
            return _("Mark the words that show it as well, or say that nothing shows it.")
        return _("Say how the claim stands as well.")

    def _report(self) -> None:
        standings = tuple(PREFIX + id_ for id_ in self._options.chosen_ids())
        self.answered.emit((*standings, *self._box.marks()))
