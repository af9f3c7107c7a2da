"""Handing out to a class: what is asked, where its files go, and what each is for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from quizapp.app.cards import BankCard
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.ui.dates import local_day
from quizapp.ui.flows.saving import ask_folder
from quizapp.ui.flows.teacher_key import run

if TYPE_CHECKING:
    from quizapp.app.classes import Classes
    from quizapp.app.student_package import Package
    from quizapp.bank import Bank
    from quizapp.classroom.book import Classroom
    from quizapp.classroom.keys import PublicKeys, TeacherKeys
    from quizapp.ui.classes.hand_out_page import Handing, HandOutPage
    from quizapp.ui.flows.classes import ClassesFlow
    from quizapp.ui.tasks import Task
    from quizapp.ui.window import Window

Names = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is handed to whom, and where its files go."""

    one: "Classroom"
    handing: "Handing"
    folder: Path


class HandOutFlow:
    """From a class that ``flow`` shows to the files that it is given."""

    def __init__(self, window: "Window", flow: "ClassesFlow") -> None:
        self._window = window
        self._flow = flow
        self._task: Task | None = None

    def open(self, one: "Classroom") -> None:
        """Ask what is handed out."""
        from quizapp.ui.classes.hand_out_page import HandOutPage

        work = self._window.work
        if work is None:
            return
        banks, cautions = work.banks_at_hand(), self._cautions(one)
        page = HandOutPage(one.name, banks, cautions=cautions, no_package=_no_package())
        page.wanted.connect(lambda handing: self._ask_where(page, one, handing))
        page.more.second_wanted.connect(lambda: self._ask_second(page))
        page.left.connect(lambda: self._flow.show_class(one))
        self._window.show_screen(page)

    def _cautions(self, one: "Classroom") -> dict[Path, str]:
        """For each bank that the class practised with, what to look at before an exam of it."""
        from quizapp.app.classes import practised_told

        work, classes = self._window.work, self._flow.at_hand()
        if work is None or classes is None:
            return {}
        last = {exam.bank_id: exam.at for exam in classes.exams(one) if exam.practice}
        return {
            card.path: practised_told(one.name, local_day(last[card.id]))
            for card in work.cards()
            if isinstance(card, BankCard) and card.path is not None and card.id in last
        }

    def _ask_second(self, page: "HandOutPage") -> None:
        dialog = QFileDialog(
            self._window, _("The key of somebody else"), "", _("Public keys (*.quizkeypub)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.second(page, Path(name)))
        dialog.open()

    def second(self, page: "HandOutPage", file: Path) -> None:
        """Let somebody else open what comes back as well, by the public part of their key."""
        try:
            page.more.show_second(file.name, self._public(file))
            page.say("")
        except QuizappError as error:
            page.say(str(error))

    def _public(self, file: Path) -> "PublicKeys":
        from quizapp.app.files import read
        from quizapp.app.teacher_key import public
        from quizapp.classroom.keys import public_part

        found = public_part(read(file))
        if found == public(self._flow.key.file):
            text = _("This is your own key, which opens everything already. Choose another’s.")
            raise QuizappError(text)
        return found

    def _ask_where(self, page: "HandOutPage", one: "Classroom", handing: "Handing") -> None:
        ask_folder(
            self._window,
            _("A folder for the files"),
            lambda folder: self.hand_out(page, one, handing, folder),
        )

    def hand_out(
        self, page: "HandOutPage", one: "Classroom", handing: "Handing", folder: Path
    ) -> None:
        """Make what is handed out, and write its files into a folder."""
        from quizapp.ui.classes.hand_out_page import HandOutPage

        why = _("The file is signed with your key, so that the class can tell that it is yours.")

        def then(keys: "TeacherKeys") -> None:
            if self._window.screen_shown is not page:  # the passphrase was asked for meanwhile
                self.open(one)
            shown = self._window.screen_shown
            assert isinstance(shown, HandOutPage)
            shown.show_handing(handing)
            self._write(shown, Wanted(one, handing, folder), keys)

        self._flow.key.with_keys(why, then)

    def _write(self, page: "HandOutPage", wanted: Wanted, keys: "TeacherKeys") -> None:
        work, classes = self._window.work, self._flow.at_hand()
        if work is None or classes is None:
            return

        def done(names: Any) -> None:
            if wanted.handing.more.package:
                self._pack(page, wanted, names)
            else:
                self._show_done(wanted, names)

        def failed(error: Exception) -> None:
            page.show_busy(on=False)
            page.say(str(error))

        page.show_busy(on=True)
        bank = wanted.handing.bank
        run(
            self._window,
            page,
            lambda _report: _made(work.open(bank), classes, wanted, keys),
            done,
            failed,
        )

    def _pack(self, page: "HandOutPage", wanted: Wanted, names: Names) -> None:
        """Make the student package, which takes a while; without it the rest is there already."""

        def work(report: Callable[[int, int], None]) -> "Package":
            from quizapp.app.files import read
            from quizapp.app.student_package import SUFFIX, make_package, program_folder

            stem = names[0].rpartition(".")[0]
            target, pack = wanted.folder / f"{stem}{SUFFIX}", read(wanted.folder / names[0])
            return make_package(pack, stem, target, program_folder(), report)

        def done(made: Any) -> None:
            self._show_done(wanted, names, package=(made.archive.name, made.launcher.name))

        def failed(error: Exception) -> None:
            self._show_done(wanted, names, no_package=str(error))

        def cancel() -> None:
            task.cancel()
            self._show_done(wanted, names, no_package=_("The package was not made."))

        page.show_busy(on=True, package=True)
        self._task = task = run(self._window, page, work, done, failed)
        task.progress.connect(
            lambda k, of: page.progress.show_progress(k, of) if isValid(page) else None
        )
        page.cancelled.connect(cancel)
        page.left.connect(task.cancel)

    def _show_done(self, wanted: Wanted, names: Names, **more: Any) -> None:
        from quizapp.ui.classes.handed_out_page import HandedOutPage

        one, practice = wanted.one, wanted.handing.practice
        ready = HandedOutPage(one.name, wanted.folder, names, practice=practice, **more)
        ready.left.connect(lambda: self._flow.show_class(one))
        self._window.show_screen(ready)


def _no_package() -> str:
    """Why no student package can be made here; empty where one can."""
    from quizapp.app.student_package import program_folder

    try:
        program_folder()
    except QuizappError as error:
        return str(error)
    return ""


def _made(bank: "Bank", classes: "Classes", wanted: Wanted, keys: "TeacherKeys") -> Names:
    """Make what is handed out, off the GUI thread; the names of its files."""
    from quizapp.app.printing import of_form
    from quizapp.app.student_package import package_names
    from quizapp.app.teaching import file_name, hand_out_files

    handing = wanted.handing
    practice, form = handing.practice, handing.more.form
    asked = of_form(bank, form)
    name = file_name(asked, practice=practice)
    return hand_out_files(
        wanted.folder,
        name,
        lambda: classes.hand_out(
            wanted.one,
            asked,
            handing.rules(),
            keys,
            handing.teacher or _("your teacher"),
            handing.more.second,
            practice=practice,
            whole=bank if form else None,
        ),
        package_names(name) if handing.more.package else (),
    )
