"""The student's view of giving claims to their sources."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.i18n import _
from quizapp.items import Match, Response, joined, parted
from quizapp.ui.items.base import ItemView
from quizapp.ui.widgets.matcher import Matcher
from quizapp.ui.widgets.sorter import Part


class MatchView(ItemView):
    """The sources above, and below them a row for each claim."""

    def __init__(self, item: Match, order: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        self._asked = len(item.texts)
        rows = tuple(Part(id_, text) for id_, text in item.ordered(order))
        names = tuple(Part(id_, name) for id_, name in item.names)
        self._matcher = Matcher(rows, names, self)
        self._matcher.setAccessibleName(item.subject)
        self._matcher.placed.connect(self._report)
        self.column.addWidget(self._matcher)

    def show_response(self, response: Response) -> None:
        self._matcher.set_pairs(parted(response))

    def set_compact(self, on: bool) -> None:
        self._matcher.set_compact(on)

    def take_key(self, event: QKeyEvent) -> None:
        self._matcher.take_key(event)

    def complete(self, response: Response) -> bool:
        return len(response) == self._asked

    def missing(self) -> str:
        return _("Give every claim a source.")

    def _report(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self.answered.emit(joined(pairs))
