"""The place where a class is looked at, and the file that its figures can be taken along in."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from quizapp.errors import QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.app.statistics import BankStatistics
    from quizapp.app.taking_part import Group
    from quizapp.ui.statistics.page import StatisticsPage
    from quizapp.ui.window import Window

Found = tuple["tuple[BankStatistics, Group] | None", "tuple[Group, ...]"]


class StatisticsFlow:
    """Statistics in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._class = ""  # the id of the one that is asked for next

    def open_class(self, class_id: str) -> None:
        """Show the place with the figures of a class that has handed in."""
        self._class = class_id
        self._window.go_to("statistics")

    def open(self, chosen: "Group | None" = None) -> None:
        """Show who handed in, those at the bank that most have taken; worked out elsewhere."""
        from quizapp.ui.statistics.page import StatisticsPage

        window, work = self._window, self._window.work
        class_id, self._class = self._class, ""
        if work is None:
            return
        page = StatisticsPage()
        page.left.connect(window.go_home)
        page.group_wanted.connect(self.open)
        page.export_wanted.connect(lambda: self._ask_file(page))

        def figures(_report: object) -> Found:
            groups = work.groups()
            if not groups:
                return None, groups
            of_class = (one for one in groups if class_id and one.class_id == class_id)
            group = chosen or next(of_class, groups[0])
            return (work.statistics(group), group), groups

        def show(found: Found) -> None:
            if not isValid(page):  # somebody may have gone elsewhere
                return
            if found[0] is None:
                page.show_nothing()
            else:
                page.show_statistics(*found[0], found[1])

        def failed(error: Exception) -> None:
            if not isinstance(error, QuizappError):
                raise error
            if isValid(page):
                page.show_failure(str(error))

        window.show_place(page)
        window.run(figures, show, failed)

    def _ask_file(self, page: "StatisticsPage") -> None:
        dialog = QFileDialog(self._window, _("Export the figures"), "", _("Tables (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export(page, Path(name)))
        dialog.open()

    def export(self, page: "StatisticsPage", path: Path) -> None:
        """Write what the page shows."""
        from quizapp.app.statistics import export

        found = page.found
        if found is not None:
            self._window.attempt(lambda: export(found.figures, path))
