"""Opens the progress screen: what it shows is worked out off the GUI thread."""

from collections.abc import Callable
from typing import Any

from shiboken6 import isValid

from quizapp.app.progress import Entry
from quizapp.errors import QuizappError
from quizapp.report import Progress
from quizapp.ui.progress.progress_page import ProgressPage
from quizapp.ui.work import Work

Run = Callable[
    [Callable[[Any], Any], Callable[[Any], None], Callable[[Exception], None]],
    object,
]


def open_progress(work: Work, run: Run) -> ProgressPage:
    """The page, which says at first that it is being worked out; ``run`` does the work."""
    page = ProgressPage()

    def failed(error: Exception) -> None:
        if not isinstance(error, QuizappError):
            raise error
        if isValid(page):
            page.show_failure(str(error))

    def show(found: tuple[Progress, tuple[Entry, ...]]) -> None:
        if isValid(page):  # the reader may have gone elsewhere
            page.show_progress(*found)

    def add(entries: tuple[Entry, ...]) -> None:
        if isValid(page):
            page.add_history(entries)

    def more(skip: int) -> None:
        run(lambda _report: work.history(skip), add, failed)

    page.more_wanted.connect(more)
    run(lambda _report: work.progress(), show, failed)
    return page
