"""A teacher’s classes: from the key to the roster, the exam, what comes back, and the marks."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.ui.flows.class_marks import MarksFlow
from quizapp.ui.flows.deciding import DecidingFlow
from quizapp.ui.flows.handing_out import HandOutFlow
from quizapp.ui.flows.saving import ask_folder
from quizapp.ui.flows.teacher_key import KeyFlow, run

if TYPE_CHECKING:
    from quizapp.app.classes import Classes
    from quizapp.classroom.book import Classroom, Received
    from quizapp.classroom.keys import TeacherKeys
    from quizapp.ui.classes.class_page import ClassPage
    from quizapp.ui.classes.roster_page import RosterPage
    from quizapp.ui.tasks import Task
    from quizapp.ui.window import Window


class ClassesFlow:
    """Classes in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self.key = KeyFlow(window, self._back)
        self.marks = MarksFlow(window, self)
        self.deciding = DecidingFlow(window, self)
        self.out = HandOutFlow(window, self)
        self._task: Task | None = None
        self._filling: Task | None = None

    def open(self) -> None:
        """Show the classes."""
        from quizapp.app.teacher_key import public
        from quizapp.ui.classes.place import ClassCard, ClassesPlace

        classes = self.at_hand()
        if classes is None:
            return
        words = ""
        try:
            key = public(self.key.file)
            words = key.fingerprint if key else ""
        except QuizappError as error:
            self._window.show_error(error)
        cards, contests = [], self.deciding.to_decide()
        for one in classes.every():
            files = classes.files(one, whole=False)
            open_ = sum(file.open for file in files)
            packs = len(classes.exams(one))
            cards.append(ClassCard(one, packs, len(files), open_, contests[one.id]))
        page = ClassesPlace(cards, words)
        page.key_wanted.connect(self.key.make)
        page.new_wanted.connect(lambda: self._edit(None))
        page.chosen.connect(self.show_class)
        page.collect_wanted.connect(lambda: self._ask_folder(None))
        self._window.show_place(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Let go of the database, before it is closed."""
        self.deciding.close()
        for task in (self._task, self._filling):
            if task is not None:
                task.stop()

    def at_hand(self) -> "Classes | None":
        from quizapp.app.classes import Classes

        work = self._window.work
        return None if work is None else Classes(work.store, lambda: datetime.now(UTC))

    def _show(self, page: QWidget) -> None:
        page.left.connect(self._back)  # type: ignore[attr-defined]  # every page here has it
        self._window.show_screen(page)

    def _back(self) -> None:
        self._window.go_to("classes")

    # who is in a class

    def _edit(self, one: "Classroom | None") -> None:
        from quizapp.ui.classes.roster_page import RosterPage

        names = tuple(who.name for who in one.students) if one else ()
        page = RosterPage(one.name if one else "", names)
        page.list_wanted.connect(lambda: self._ask_list(page))
        page.keep_wanted.connect(lambda name, names: self._keep(page, one, name, names))
        self._show(page)

    def _ask_list(self, page: "RosterPage") -> None:
        from quizapp.app.files import read

        dialog = QFileDialog(self._window, _("Open a list of names"), "", _("Lists (*.csv *.txt)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(
            lambda name: self._window.attempt(
                lambda: page.show_list(read(Path(name)).decode("utf-8-sig", "replace"))
            )
        )
        dialog.open()

    def _keep(
        self, page: "RosterPage", one: "Classroom | None", name: str, names: tuple[str, ...]
    ) -> None:
        classes = self.at_hand()
        if classes is None:
            return
        try:
            kept = classes.change(one, names, name) if one else classes.add(name, names)
        except QuizappError as error:
            page.say(str(error))
            return
        self.show_class(kept)

    # one class

    def show_class(self, one: "Classroom") -> None:
        """Show the marks of a class and what came back."""
        from quizapp.ui.classes.class_page import ClassPage

        page = ClassPage(one)
        page.hand_out_wanted.connect(lambda: self.out.open(one))
        page.collect_wanted.connect(lambda: self._ask_folder(one))
        page.roster_wanted.connect(lambda: self._edit(one))
        page.weights_wanted.connect(lambda: self.marks.weigh(one))
        page.remove_wanted.connect(lambda: self._ask_removal(one))
        page.which_chosen.connect(lambda _which: self.fill(page, one))
        page.files.decided.connect(lambda sha, counts: self._decide(page, one, sha, counts))
        page.save_wanted.connect(lambda kind: self.marks.save(page, one, kind))
        page.letters_wanted.connect(lambda: self.marks.ask_letters(page, one))
        page.certificates_wanted.connect(lambda: self.marks.ask_share(page, one))
        page.flags_wanted.connect(lambda: self.marks.show_flags(page, one))
        page.statistics_wanted.connect(lambda: self._window.statistics.open_class(one.id))
        for view in (page, page.files):
            view.attempt_chosen.connect(lambda id_: self.deciding.open_attempt(one, id_))
        page.contest_wanted.connect(lambda id_: self.deciding.show_contests(one, id_))
        page.again_wanted.connect(lambda exam: self.deciding.mark_again(one, exam))
        page.cancelled.connect(self._cancel)
        self.fill(page, one)
        self._show(page)

    def fill(
        self, page: "ClassPage", one: "Classroom", then: Callable[[], None] | None = None
    ) -> None:
        """Work the marks out off the GUI thread, show them, and go on with ``then``.

        What was asked for before is dropped, so that the newest answer is the one that stays.
        """
        classes, which, work_ = self.at_hand(), page.which, self._window.work
        if classes is None or work_ is None:
            return
        if self._filling is not None:
            self._filling.cancel()

        def work(report: Callable[[int, int], None]) -> Any:
            from quizapp.app.class_contests import of_class
            from quizapp.app.remarking import waiting

            report(0, 3)
            book = classes.gradebook(one, which)  # type: ignore[arg-type]
            report(1, 3)
            came = classes.came(one)
            report(2, 3)
            return book, came, of_class(work_.store, one), waiting(work_.store, one)

        def done(found: Any) -> None:
            if self._filling is task:
                book, came, contests, exams = found
                page.show_book(book, came)
                page.show_contests(contests)
                page.again.show_exams(exams)
                if then is not None:
                    then()

        def failed(error: Exception) -> None:
            if self._filling is task:
                page.end_wait()
                self._window.show_error(error)

        page.await_book()
        task = self._filling = run(self._window, page, work, done, failed)

    def _decide(self, page: "ClassPage", one: "Classroom", sha256: str, counts: bool) -> None:
        classes = self.at_hand()
        if classes is not None:
            self._window.attempt(lambda: classes.decide(sha256, counts=counts))
            self.fill(page, one)

    def work_on(
        self,
        page: "ClassPage",
        one: "Classroom",
        work: Callable[[Callable[[int, int], None]], Any],
        done: Callable[[Any], None],
    ) -> None:
        """Work that the page shows the progress of, and that its button cancels."""

        def ended(result: Any) -> None:
            page.end_busy()
            done(result)

        def failed(error: Exception) -> None:
            page.end_busy()
            self.fill(page, one)
            self._window.show_error(error)

        self._task = run(self._window, page, work, ended, failed)
        self._task.progress.connect(
            lambda k, of: page.progress.show_progress(k, of) if isValid(page) else None
        )

    def _ask_removal(self, one: "Classroom") -> None:
        from quizapp.ui.classes.weights_page import RemovePage

        classes = self.at_hand()
        if classes is None:
            return
        page = RemovePage(one.name, len(classes.files(one, whole=False)), len(classes.exams(one)))

        def remove() -> None:
            classes.remove(one)
            self._back()

        page.confirmed.connect(lambda: self._window.attempt(remove))
        page.left.connect(lambda: self.show_class(one))
        self._window.show_screen(page)

    # back

    def _ask_folder(self, one: "Classroom | None") -> None:
        ask_folder(
            self._window,
            _("The folder with the files that came back"),
            lambda folder: self.collect_folder(one, folder),
        )

    def collect_folder(self, one: "Classroom | None", folder: Path) -> None:
        """Collect every attempt file in a folder."""
        from quizapp.classroom.attempt_file import SUFFIX

        paths = sorted(folder.glob(f"*{SUFFIX}"))
        if not paths:
            text = _("There is no {suffix} file in {folder}. Choose another folder.")
            self._window.show_error(QuizappError(text.format(suffix=SUFFIX, folder=folder)))
            return
        self.collect(one, paths)

    def collect(self, one: "Classroom | None", paths: "list[Path]") -> None:
        """Collect these files: open, check and mark each, and show the class afterwards."""
        why = _("What came back is sealed to your key: only your key opens it.")
        self.key.with_keys(why, lambda keys: self._collect(one, paths, keys))

    def _collect(self, one: "Classroom | None", paths: "list[Path]", keys: "TeacherKeys") -> None:
        classes = self.at_hand()
        if classes is None:
            return
        shown = one or next((c for c in classes.every() if classes.exams(c)), None)
        if shown is None:
            text = _("No class has been handed an exam yet, so nothing can have come back.")
            self._window.show_error(QuizappError(text))
            return
        self.show_class(shown)
        page = self._class_page()
        n = len(paths)
        page.show_busy(n_("Opening {n} file …", "Opening {n} files …", n).format(n=n))

        def work(report: Callable[[int, int], None]) -> Any:
            from quizapp.app.files import read

            return classes.collect(((path.name, read(path)) for path in paths), keys, report)

        def done(told: Any) -> None:
            self._collected(shown, one is None, told)

        self.work_on(page, shown, work, done)

    def _collected(self, shown: "Classroom", loose: bool, told: "Sequence[Received]") -> None:
        """Show the class that the files are of; loose ones may be of another than the one shown."""
        classes = self.at_hand()
        assert classes is not None
        pack = next((file.pack for file in told if file.pack), "")
        room = classes.of_pack(pack) if loose else None
        if room is not None and room.id != shown.id:
            self.show_class(room)
            shown = room
        page, counted = self._class_page(), sum(file.counts for file in told)
        words = n_("{n} file read, {k} count", "{n} files read, {k} count", len(told))
        said = words.format(n=len(told), k=counted)
        self.fill(page, shown, lambda: page.say_saved(said))

    def _class_page(self) -> "ClassPage":
        from quizapp.ui.classes.class_page import ClassPage

        page = self._window.screen_shown
        assert isinstance(page, ClassPage)
        return page

    def _cancel(self) -> None:
        """Stop after the lot that is being taken in; what was kept stays."""
        if self._task is not None:
            self._task.cancel()
        from quizapp.ui.classes.class_page import ClassPage

        page = self._window.screen_shown
        if isinstance(page, ClassPage):
            page.end_busy()
            self.fill(page, page.classroom)
