"""The place where a reader sees how they read, and the results that it leads to."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
            window.show_place(page)
