"""From a teacher’s pack through the exam to the file that goes back."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.errors import QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.app.examining import Exam
    from quizapp.classroom.pack import Pack
    from quizapp.ui.exam.done_page import HandedPage
    from quizapp.ui.exam.entry_page import EntryPage
    from quizapp.ui.player.player import Player
    from quizapp.ui.window import Window


class ExamFlow:
    """Sitting an exam in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._open = ExitStack()  # what the exam that is sat holds open

    def open(self, path: Path) -> None:
        """Read a pack off the GUI thread, and ask who sits it."""

        def work(_report: object) -> "tuple[Pack, bytes, str]":
            from quizapp.app.examining import exam_pack
            from quizapp.app.files import read
            from quizapp.app.trusting import warning

            data = read(path)
            pack = exam_pack(data)
            return pack, data, warning(pack, self._window.folder)

        def show(found: "tuple[Pack, bytes, str]") -> None:
            from quizapp.ui.exam.entry_page import EntryPage

            pack, data, caution = found
            page = EntryPage(pack, caution)
            page.left.connect(self._window.go_home)
            page.begin_wanted.connect(
                lambda code, name: self._begin(page, data, code, name, path.absolute().parent)
            )
            self._window.show_screen(page)

        self._window.run(work, show, self._window.show_error)

    def close(self) -> None:
        """Let go of the exam; everything in it is saved."""
        self._open.close()

    def _begin(self, page: "EntryPage", data: bytes, code: str, name: str, beside: Path) -> None:
        from quizapp.app.examining import sit
        from quizapp.ui.work import now

        self.close()
        try:
            exam = self._open.enter_context(sit(data, code, name, self._window.folder, now))
        except QuizappError as error:
            page.refuse(str(error))
            return
        if exam.sitting.over and not exam.sitting.submitted:
            self._window.attempt(exam.sitting.hand_in)
        if exam.sitting.submitted:
            self._show_handed(exam, beside)
        else:
            self._show_player(exam, beside)

    def _show_player(self, exam: "Exam", beside: Path) -> None:
        from quizapp.ui.player.player import Player

        player = Player(exam.sitting)
        player.left.connect(self._leave)
        player.handed_in.connect(lambda: self._show_handed(exam, beside))
        player.menu_wanted.connect(lambda at: self._show_menu(at, player))
        self._window.show_screen(player)

    def _show_menu(self, at: QWidget, player: "Player") -> None:
        from quizapp.ui.player.menu import quiz_menu

        menu = quiz_menu(self._window, player, self._window.settings)
        menu.settings_chosen.connect(self._window.apply)
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def _show_handed(self, exam: "Exam", beside: Path) -> None:
        from quizapp.ui.exam.done_page import HandedPage

        page = HandedPage(exam.pack.title, exam.handed().short_code)
        page.left.connect(self._leave)
        page.file_wanted.connect(lambda: self._ask_where(exam, page))
        self._write(exam, page, beside)
        self._window.show_screen(page)

    def _ask_where(self, exam: "Exam", page: "HandedPage") -> None:
        dialog = QFileDialog(self._window, _("Where to save the file"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._write(exam, page, Path(name)))
        dialog.open()

    @staticmethod
    def _write(exam: "Exam", page: "HandedPage", folder: Path) -> None:
        try:
            page.say_file(exam.write(folder))
        except QuizappError as error:
            page.say_no_file(str(error))

    def _leave(self) -> None:
        self._window.go_home()
        self.close()
