"""Handing out to a class: what is asked, where its files go, and what each is for."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.app.cards import BankCard
from quizapp.i18n import _
from quizapp.ui.dates import local_day
from quizapp.ui.flows.saving import ask_folder
from quizapp.ui.flows.teacher_key import run

if TYPE_CHECKING:
    from quizapp.app.classes import Classes
    from quizapp.bank import Bank
    from quizapp.classroom.book import Classroom
    from quizapp.classroom.keys import TeacherKeys
    from quizapp.ui.classes.hand_out_page import Handing, HandOutPage
    from quizapp.ui.flows.classes import ClassesFlow
    from quizapp.ui.window import Window


class HandOutFlow:
    """From a class that ``flow`` shows to the files that it is given."""

    def __init__(self, window: "Window", flow: "ClassesFlow") -> None:
        self._window = window
        self._flow = flow

    def open(self, one: "Classroom") -> None:
        """Ask what is handed out."""
        from quizapp.ui.classes.hand_out_page import HandOutPage

        work = self._window.work
        if work is None:
            return
        page = HandOutPage(one.name, work.banks_at_hand(), cautions=self._cautions(one))
        page.wanted.connect(lambda handing: self._ask_where(page, one, handing))
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
            self._write(shown, one, handing, folder, keys)

        self._flow.key.with_keys(why, then)

    def _write(
        self,
        page: "HandOutPage",
        one: "Classroom",
        handing: "Handing",
        folder: Path,
        keys: "TeacherKeys",
    ) -> None:
        window_work, classes = self._window.work, self._flow.at_hand()
        if window_work is None or classes is None:
            return

        def work(_report: object) -> tuple[str, str, str]:
            return _made(window_work.open(handing.bank), classes, one, handing, folder, keys)

        def done(names: Any) -> None:
            from quizapp.ui.classes.handed_out_page import HandedOutPage

            ready = HandedOutPage(one.name, folder, names, practice=handing.practice)
            ready.left.connect(lambda: self._flow.show_class(one))
            self._window.show_screen(ready)

        def failed(error: Exception) -> None:
            page.show_busy(on=False)
            page.say(str(error))

        page.show_busy(on=True)
        run(self._window, page, work, done, failed)


def _made(
    bank: "Bank",
    classes: "Classes",
    one: "Classroom",
    handing: "Handing",
    folder: Path,
    keys: "TeacherKeys",
) -> tuple[str, str, str]:
    """Make what is handed out, off the GUI thread; the names of its files."""
    from quizapp.app.printing import of_form
    from quizapp.app.teaching import file_name, hand_out_files

    practice, form = handing.practice, handing.more.form
    asked = of_form(bank, form)
    return hand_out_files(
        folder,
        file_name(asked, practice=practice),
        lambda: classes.hand_out(
            one,
            asked,
            handing.rules(),
            keys,
            handing.teacher or _("your teacher"),
            practice=practice,
            whole=bank if form else None,
        ),
    )
