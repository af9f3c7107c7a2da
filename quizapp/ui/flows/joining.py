"""From a bank without its article, by way of the reader’s own copy, to its quiz."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from quizapp.errors import FileError, QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.bank.bare import Bare, Joined
    from quizapp.ui.home.join_page import JoinPage
    from quizapp.ui.window import Window


class JoinFlow:
    """Asks for the copy. ``open_bank`` opens what both make together."""

    def __init__(self, window: "Window", open_bank: Callable[[Path], None]) -> None:
        self._window = window
        self._open_bank = open_bank
        self._page: JoinPage | None = None

    def open(self, path: Path) -> None:
        """Show what is asked for."""
        from quizapp.app.joining import open_bare

        self._window.attempt(lambda: self._ask(open_bare(path)))

    def _ask(self, bare: "Bare") -> None:
        from quizapp.ui.home.join_page import JoinPage

        page = JoinPage(bare)
        page.text_given.connect(lambda text: self._try(bare, lambda: text))
        page.file_wanted.connect(lambda: self._ask_file(bare))
        page.left.connect(self._window.go_home)
        self._page = page
        self._window.show_screen(page)

    def _ask_file(self, bare: "Bare") -> None:
        from quizapp.formats.articles import SUFFIXES

        pattern = _("Articles ({suffixes})").format(suffixes=" ".join(f"*{s}" for s in SUFFIXES))
        dialog = QFileDialog(self._window, _("Open your copy of the article"), "", pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(bare, Path(name)))
        dialog.open()

    def take_file(self, bare: "Bare", path: Path) -> None:
        """Try the copy in a file."""
        from quizapp.app.joining import text_of

        self._try(bare, lambda: text_of(path))

    def _try(self, bare: "Bare", text: Callable[[], str]) -> None:
        """Look through the copy off the GUI thread, and say what came of it."""
        work, page = self._window.work, self._page
        if work is None or page is None:
            return
        page.show_looking()

        def done(result: "tuple[Path, Joined]") -> None:
            if isValid(page):
                path, found = result
                page.start_wanted.connect(lambda: self._open_bank(path))
                page.show_found(found)

        def failed(error: Exception) -> None:
            if not isinstance(error, QuizappError):
                raise error
            if isValid(page):
                _tell(page, error)

        self._window.run(lambda _report: work.join(bare, text()), done, failed)


def _tell(page: "JoinPage", error: QuizappError) -> None:
    from quizapp.bank.bare import OtherArticleError

    if isinstance(error, OtherArticleError):
        page.show_refused(str(error))
    elif isinstance(error, FileError):
        page.show_failed(" ".join(f"{p.what} {p.remedy}" for p in error.problems))
    else:
        page.show_failed(str(error))
