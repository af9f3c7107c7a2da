"""A teacher’s key in the window: made or restored, its sheet proved, opened when it is needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from quizapp.errors import QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.classroom.keys import TeacherKeys
    from quizapp.ui.classes.key_page import KeyPage
    from quizapp.ui.tasks import Task
    from quizapp.ui.window import Window


class KeyFlow:
    """The key stays open as long as the window does. ``back`` leads to the classes."""

    def __init__(self, window: "Window", back: Callable[[], None]) -> None:
        self._window, self._back = window, back
        self._keys: TeacherKeys | None = None

    @property
    def file(self) -> Path:
        """Where the key lies."""
        from quizapp.app.teacher_key import FILE

        return self._window.folder / FILE

    def _show(self, page: QWidget) -> None:
        page.left.connect(self._back)  # type: ignore[attr-defined]  # both pages have it
        self._window.show_screen(page)

    def make(self) -> None:
        """Make a key, or restore one, and have its sheet proved."""
        from quizapp.ui.classes.key_page import KeyPage

        page = KeyPage()
        page.make_wanted.connect(lambda phrase, paper: self._keep_key(page, phrase, paper))
        page.proved.connect(self._back)
        self._show(page)

    def _keep_key(self, page: "KeyPage", phrase: str, paper: str) -> None:
        """Make or restore it off the GUI thread: Argon2id takes a second on purpose."""
        from quizapp.app import teacher_key

        path = self.file

        def work(_report: object) -> "TeacherKeys":
            if paper:
                return teacher_key.from_paper(path, paper, phrase)
            return teacher_key.made(path, phrase)

        def done(keys: "TeacherKeys") -> None:
            self._keys = keys
            if paper:
                self._back()
                return
            groups = teacher_key.groups(keys)
            page.sheet_wanted.connect(lambda: self._save_sheet(keys))
            page.show_sheet(groups, teacher_key.asked(), keys.public.fingerprint)

        run(self._window, page, work, done, lambda error: page.say(str(error)))

    def _save_sheet(self, keys: "TeacherKeys") -> None:
        from quizapp.app.files import write
        from quizapp.app.teacher_key import groups
        from quizapp.ui.flows.saving import ask_where

        head = _("Recovery sheet of the key {words}").format(words=keys.public.fingerprint)
        data = "\n".join([head, "", *groups(keys), ""]).encode()

        def chosen(path: Path) -> None:
            self._window.attempt(lambda: write(path, data))

        ask_where(self._window, "recovery-sheet.txt", _("Text (*.txt)"), chosen)

    def with_keys(self, why: str, then: "Callable[[TeacherKeys], None]") -> None:
        """Go on with the key; where it is not open yet, ask for its passphrase first."""
        from quizapp.app.teacher_key import opened
        from quizapp.ui.classes.passphrase_page import PassphrasePage

        if self._keys is not None:
            then(self._keys)
            return
        if not self.file.exists():
            self.make()
            return
        page, path = PassphrasePage(why), self.file

        def done(keys: "TeacherKeys") -> None:
            self._keys = keys
            then(keys)

        page.given.connect(
            lambda phrase: run(
                self._window,
                page,
                lambda _r: opened(path, phrase),
                done,
                lambda error: page.say(str(error)),
            )
        )
        self._show(page)


def run(
    window: "Window",
    page: QWidget,
    work: Callable[[Any], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> "Task":
    """Work off the GUI thread; what comes after the page is gone is dropped."""

    def told(error: Exception) -> None:
        if not isinstance(error, QuizappError):
            raise error
        if isValid(page):
            failed(error)

    return window.run(work, lambda result: done(result) if isValid(page) else None, told)
