"""From a teacher’s pack through the exam, or practice, to the file that goes back."""

from contextlib import ExitStack
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Entered:
    """A pack that somebody begins: its bytes, what they typed, and the folder that it lies in."""

    data: bytes
    code: str
    name: str
    beside: Path


class ExamFlow:
    """Sitting an exam in the window, or practising for a teacher."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._open = ExitStack()  # what the exam that is sat holds open
        self._result: object = None  # signals alone would not keep it

    def open(self, path: Path) -> None:
        """Read a pack off the GUI thread, and ask who sits it."""

        def work(_report: object) -> "tuple[Pack, bytes, str]":
            from quizapp.app.examining import pack_to_take
            from quizapp.app.files import read
            from quizapp.app.trusting import warning

            data = read(path)
            pack = pack_to_take(data)
            return pack, data, warning(pack, self._window.folder)

        def show(found: "tuple[Pack, bytes, str]") -> None:
            from quizapp.ui.exam.entry_page import EntryPage

            pack, data, caution = found
            page, beside = EntryPage(pack, caution), path.absolute().parent
            page.left.connect(self._window.go_home)
            page.begin_wanted.connect(
                lambda code, name: self._enter(page, Entered(data, code, name, beside))
            )
            self._window.show_screen(page)

        self._window.run(work, show, self._window.show_error)

    def close(self) -> None:
        """Let go of the exam; everything in it is saved."""
        self._open.close()

    def _enter(self, page: "EntryPage", by: Entered) -> None:
        try:
            self._begin(by)
        except QuizappError as error:
            page.refuse(str(error))

    def _begin(self, by: Entered, *, anew: bool = False) -> None:
        from quizapp.app.examining import sit
        from quizapp.ui.work import now

        self.close()
        opened = sit(by.data, by.code, by.name, self._window.folder, now, anew=anew)
        exam = self._open.enter_context(opened)
        if exam.sitting.over and not exam.sitting.submitted:
            self._window.attempt(exam.sitting.hand_in)
        if exam.sitting.submitted:
            self._show_handed(exam, by)
        else:
            self._show_player(exam, by)

    def _show_player(self, exam: "Exam", by: Entered) -> None:
        from quizapp.ui.flows.result import show_contest
        from quizapp.ui.player.player import Player

        player = Player(exam.sitting)
        player.left.connect(self._leave)
        player.handed_in.connect(lambda: self._show_handed(exam, by))
        player.menu_wanted.connect(lambda at: self._show_menu(at, player))
        player.contest_wanted.connect(
            lambda item: show_contest(
                self._window, exam.sitting, item, lambda: self._show_player(exam, by)
            )
        )
        self._window.show_screen(player)

    def _show_menu(self, at: QWidget, player: "Player") -> None:
        from quizapp.ui.player.menu import quiz_menu

        menu = quiz_menu(self._window, player, self._window.settings)
        menu.settings_chosen.connect(self._window.apply)
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def _show_handed(self, exam: "Exam", by: Entered) -> None:
        from quizapp.ui.exam.done_page import HandedPage

        told = _earned(exam) if exam.pack.practice else ""
        page = HandedPage(exam.pack.title, exam.handed().short_code, told)
        page.left.connect(self._leave)
        page.file_wanted.connect(lambda: self._ask_where(exam, page))
        page.result_wanted.connect(lambda: self._show_result(exam, by))
        page.again_wanted.connect(lambda: self._again(by))
        self._write(exam, page, by.beside)
        self._window.show_screen(page)

    def _show_result(self, exam: "Exam", by: Entered) -> None:
        from quizapp.ui.flows.result import ResultFlow

        flow = ResultFlow(
            self._window,
            exam.sitting,
            left=lambda: self._show_handed(exam, by),
            again=lambda: self._again(by),
            back=_("The file"),
            filed=lambda: self._window.attempt(lambda: exam.write(by.beside)),
        )
        self._result = flow
        flow.show()

    def _again(self, by: Entered) -> None:
        """Practise once more under the same code."""
        self._window.attempt(lambda: self._begin(by, anew=True))

    def _ask_where(self, exam: "Exam", page: "HandedPage") -> None:
        dialog = QFileDialog(self._window, _("Where to save the file"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._write(exam, page, Path(name)))
        dialog.open()

    @staticmethod
    def _write(exam: "Exam", page: "HandedPage", folder: Path) -> None:
        try:
            page.say_file(exam.write(folder), len(exam.handed().contests))
        except QuizappError as error:
            page.say_no_file(str(error))

    def _leave(self) -> None:
        self._window.go_home()
        self.close()


def _earned(exam: "Exam") -> str:
    score = exam.sitting.result().score
    text = _("{right} of {n} questions are right in full.")
    return text.format(right=score.right, n=len(score.marks))
