"""The place where somebody says who they are, and what happens to what is kept of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from quizapp.errors import QuizappError
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.store.readers import Reader
    from quizapp.ui.home.readers_page import ReadersPage
    from quizapp.ui.window import Window


class ReadersFlow:
    """Readers in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    def open(self) -> None:
        """Show who there is."""
        from quizapp.ui.home.readers_page import ReadersPage

        window = self._window
        if window.work is None:
            return
        page = ReadersPage(window.work.everybody(), window.settings.reader)
        page.chosen.connect(lambda reader: self._choose(page, reader))
        page.add_wanted.connect(lambda name: self._add(page, name))
        page.rename_wanted.connect(lambda name: self._rename(page, name))
        page.export_wanted.connect(lambda: self._ask_file(page))
        page.delete_wanted.connect(lambda: self._ask_deletion(page))
        page.deletion_confirmed.connect(lambda: self._delete(page))
        window.show_place(page)

    def _current(self) -> "Reader":
        work = self._window.work
        assert work is not None
        reader = self._window.settings.reader
        return next(one for one in work.everybody() if one.id == reader)

    def _do(self, page: "ReadersPage", act: Callable[[], str]) -> None:
        """Do it and say what was done, or why not; then show how things stand."""
        try:
            words = act()
        except QuizappError as error:
            page.say(str(error))
            return
        work = self._window.work
        if work is not None:
            page.show_readers(work.everybody(), self._window.settings.reader)
        page.say(words)

    def _choose(self, page: "ReadersPage", reader: str) -> None:
        def act() -> str:
            self._switch(reader)
            return _("{name} reads now.").format(name=self._current().name)

        self._do(page, act)

    def _switch(self, reader: str) -> None:
        window = self._window
        window.apply(replace(window.settings, reader=reader))
        if window.work is not None:
            window.work.switch(reader)

    def _add(self, page: "ReadersPage", name: str) -> None:
        from quizapp.app import readers

        def act() -> str:
            work = self._window.work
            assert work is not None
            self._switch(readers.add(work.store, name, datetime.now(UTC)))
            return _("{name} is added, and reads now.").format(name=name)

        self._do(page, act)

    def _rename(self, page: "ReadersPage", name: str) -> None:
        from quizapp.app import readers

        def act() -> str:
            work = self._window.work
            assert work is not None
            readers.rename(work.store, self._current().id, name, datetime.now(UTC))
            return _("The new name is {name}.").format(name=name)

        self._do(page, act)

    def _ask_file(self, page: "ReadersPage") -> None:
        name = f"{self._current().name}.json".replace("/", "-")
        dialog = QFileDialog(self._window, _("Save everything as a file"), name, "JSON (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export(page, Path(path)))
        dialog.open()

    def export(self, page: "ReadersPage", path: Path) -> None:
        """Write everything that is kept of the current reader."""
        from quizapp.app import readers

        def act() -> str:
            work = self._window.work
            assert work is not None
            n = readers.export(work.store, self._current(), path, datetime.now(UTC))
            text = n_("{n} entry saved in {file}.", "{n} entries saved in {file}.", n)
            return text.format(n=n, file=path)

        self._do(page, act)

    def _ask_deletion(self, page: "ReadersPage") -> None:
        from quizapp.app import readers

        work = self._window.work
        if work is not None:
            page.ask_deletion(readers.count(work.store, self._current().id))

    def _delete(self, page: "ReadersPage") -> None:
        from quizapp.app import readers

        def act() -> str:
            work = self._window.work
            assert work is not None
            gone = self._current()
            n, copies = readers.delete(work.store, work.folder, gone.id)
            left = [one.id for one in work.everybody() if one.id != gone.id]
            self._switch(left[0] if left else readers.FIRST)
            text = n_("{n} entry of {name} deleted.", "{n} entries of {name} deleted.", n)
            said = [text.format(n=n, name=gone.name)]
            if copies:
                older = _("Older copies of the database may still hold some: {files}.")
                said.append(older.format(files=", ".join(path.name for path in copies)))
            return " ".join(said)

        self._do(page, act)
