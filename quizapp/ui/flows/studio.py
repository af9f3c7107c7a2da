"""From the place in which banks are made to the studio, and from there to a saved bank."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from quizapp.errors import FileError, QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.app.authoring.drafts import DraftCard
    from quizapp.app.authoring.session import Authoring
    from quizapp.ui.flows.reviewing import ReviewFlow
    from quizapp.ui.studio.studio import Studio
    from quizapp.ui.window import Window


class StudioFlow:
    """Making banks in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._session: Authoring | None = None
        self._review: ReviewFlow | None = None  # a signal alone would not keep it

    def open(self) -> None:
        """Show what there is to work at."""
        from quizapp.ui.studio.place import OwnBank, StudioPlace

        self.close()
        work = self._window.work
        if work is None:
            return
        banks = [OwnBank(path, title) for path, title in work.own_banks()]
        page = StudioPlace(work.drafts(), banks)
        page.paste_wanted.connect(self.begin)
        page.file_wanted.connect(self._ask_file)
        page.draft_wanted.connect(self._go_on)
        page.bank_wanted.connect(self.edit)
        page.discard_wanted.connect(self._discard)
        page.import_wanted.connect(self._window.quiz.bring_in)
        page.left.connect(self._window.go_home)
        self._window.show_place(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, text: str) -> None:
        """A new draft for pasted text."""
        from quizapp.app.authoring.drafts import begin

        self._start(lambda: begin(self._window.folder, text)[0])

    def begin_from(self, path: Path) -> None:
        """A new draft for the article in a file, which is read off the GUI thread."""
        folder = self._window.folder

        def work(_report: object) -> "Authoring":
            from quizapp.app.authoring.drafts import begin_from_file

            return begin_from_file(folder, path)[0]

        self._window.run(work, self._show, self._window.show_error)

    def edit(self, path: Path) -> None:
        """Go on with a bank."""
        from quizapp.app.authoring.drafts import edit_bank

        self._start(lambda: edit_bank(self._window.folder, path))

    def close(self) -> None:
        """Let go of the draft; it is on the disk."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _go_on(self, card: "DraftCard") -> None:
        from quizapp.app.authoring.session import Authoring

        self._start(lambda: Authoring.resume(card.folder))

    def _discard(self, card: "DraftCard") -> None:
        from quizapp.app.authoring.drafts import discard

        self._window.attempt(lambda: discard(card.folder))
        self.open()

    def _ask_file(self) -> None:
        from quizapp.formats.articles import SUFFIXES

        pattern = _("Articles ({suffixes})").format(suffixes=" ".join(f"*{s}" for s in SUFFIXES))
        dialog = QFileDialog(self._window, _("Open an article"), "", pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.begin_from(Path(name)))
        dialog.open()

    def _start(self, act: "Callable[[], Authoring]") -> None:
        self._window.attempt(lambda: self._show(act()))

    def _show(self, session: "Authoring") -> None:
        self.close()
        self._session = session
        self._show_studio(session)

    def _show_studio(self, session: "Authoring") -> None:
        from quizapp.ui.flows.reviewing import ReviewFlow
        from quizapp.ui.studio.studio import Studio

        studio = Studio(session)
        self._review = ReviewFlow(self._window, session, lambda: self._show_studio(session))
        studio.more_wanted.connect(self._review.offer)
        studio.place_wanted.connect(self._window.go_to)
        studio.save_wanted.connect(lambda: self._save(studio))
        studio.failed.connect(self._window.show_error)
        self._window.show_screen(studio)

    def _save(self, studio: "Studio") -> None:
        """Save the bank; where it has errors, go to the first of them."""
        work = self._window.work
        if work is None:
            return
        try:
            work.save_draft(studio.session)
        except FileError:
            studio.show_errors()
        except QuizappError as error:
            self._window.show_error(error)
        else:
            studio.show_saved()
