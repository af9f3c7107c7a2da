"""The place where a reader sees how they read, and the results that it leads to."""

from typing import TYPE_CHECKING

from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.ui.progress.progress_page import ProgressPage
    from quizapp.ui.window import Window


class ProgressFlow:
    """Progress in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    def open(self) -> None:
        """Show the page; what it shows is worked out off the GUI thread."""
        from quizapp.ui.progress.opening import open_progress

        window = self._window
        if window.work is not None:
            page = open_progress(window.work, window.run)
            page.left.connect(window.go_home)
            page.result_wanted.connect(window.quiz.show_result_of)
            page.save_wanted.connect(lambda kind: self._save(page, kind))
            window.show_place(page)

    def _save(self, page: "ProgressPage", kind: str) -> None:
        """Keep all progress as a file."""
        from quizapp.ui.flows.saving import ask_and_save

        work = self._window.work
        if work is not None:
            make = {"pdf": work.progress_pdf, "csv": work.progress_csv}[kind]
            ask_and_save(self._window, page, _("progress"), kind, make)
