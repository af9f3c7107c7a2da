"""What is made of the marks of a class: files, letters, weights, and what stands out."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.errors import QuizappError
from quizapp.i18n import _, n_
from quizapp.ui.flows.saving import ask_folder

if TYPE_CHECKING:
    from quizapp.app.flagging import ExamFlags
    from quizapp.classroom.book import Classroom, Gradebook, Which
    from quizapp.store import Store
    from quizapp.ui.classes.class_page import ClassPage
    from quizapp.ui.flows.classes import ClassesFlow
    from quizapp.ui.window import Window


def _certificates(
    store: "Store",
    book: "Gradebook",
    share: float,
    folder: Path,
    report: Callable[[int, int], None],
) -> tuple[int, int, list[str]]:
    """How many were written, how many attempts did not reach the share, and what was refused."""
    from quizapp.app import files
    from quizapp.app.certificates import award, unwritten
    from quizapp.drawing.certificate import certificate_pdf, lacking

    found, refused = award(store, book, share), list[str]()
    for n, one in enumerate(found.certificates):
        report(n, len(found.certificates))
        if missing := lacking(one.texts):
            refused.append(unwritten(one, missing))
        else:
            files.write(folder / f"{one.name}.pdf", certificate_pdf(one))
    return len(found.certificates) - len(refused), found.short, refused


class MarksFlow:
    """The marks of the class that ``flow`` shows."""

    def __init__(self, window: "Window", flow: "ClassesFlow") -> None:
        self._window = window
        self._flow = flow

    def save(self, page: "ClassPage", one: "Classroom", kind: str) -> None:
        """The marks as a file, with the numbers of the screen."""
        from quizapp.report.cells import csv_bytes
        from quizapp.report.gradebook import gradebook_cells
        from quizapp.ui.flows.saving import ask_where, save

        classes = self._flow.at_hand()
        if classes is None:
            return
        which: Any = page.which

        def make() -> bytes:
            cells = gradebook_cells(classes.gradebook(one, which))
            if kind == "csv":
                return csv_bytes(cells, bom=True)
            from quizapp.formats.table_xlsx import workbook

            return workbook(one.name, cells)

        patterns = {"csv": _("CSV table (*.csv)"), "xlsx": _("Workbook (*.xlsx)")}
        name = f"{one.name}.{kind}".replace("/", "-")
        ask_where(
            self._window, name, patterns[kind], lambda path: save(self._window, page, path, make)
        )

    def ask_letters(self, page: "ClassPage", one: "Classroom") -> None:
        ask_folder(
            self._window,
            _("A folder for the letters"),
            lambda folder: self.write_letters(page, one, folder),
        )

    def write_letters(self, page: "ClassPage", one: "Classroom", folder: Path) -> None:
        """Write a letter about each attempt that counts, as PDF."""
        work, classes = self._window.work, self._flow.at_hand()
        if work is None or classes is None:
            return
        which: Any = page.which
        page.show_busy(_("Writing the letters …"))

        def write(report: Callable[[int, int], None]) -> int:
            from quizapp.app import files
            from quizapp.app.letters import expected, letters
            from quizapp.drawing.result_pages import result_pdf

            book = classes.gradebook(one, which)
            n = expected(book)
            for k, one_ in enumerate(letters(work.store, book, lambda: datetime.now(UTC))):
                report(k, n)
                data = result_pdf(one_.result, one_.answers, one_.reasons)
                files.write(folder / f"{one_.name}.pdf", data)
            return n

        def done(written: Any) -> None:
            self._flow.fill(page, one)
            words = n_("{n} letter in {folder}", "{n} letters in {folder}", written)
            page.say_saved(words.format(n=written, folder=folder.name))

        self._flow.work_on(page, one, write, done)

    def ask_share(self, page: "ClassPage", one: "Classroom") -> None:
        """Ask from which share on there is a certificate, and for a folder."""
        from quizapp.ui.classes.certificates_page import CertificatesPage

        book = page.shown_book
        if book is None:
            return
        which = book.which
        asking = CertificatesPage(one.name, book)
        asking.wanted.connect(
            lambda share: ask_folder(
                self._window,
                _("A folder for the certificates"),
                lambda folder: self.write_certificates(one, which, share, folder),
            )
        )
        asking.left.connect(lambda: self._flow.show_class(one))
        self._window.show_screen(asking)

    def write_certificates(
        self, one: "Classroom", which: "Which", share: float, folder: Path
    ) -> None:
        """Write a certificate for each attempt that reaches a share, as PDF, at the marks again."""
        from quizapp.ui.classes.class_page import ClassPage

        work, classes = self._window.work, self._flow.at_hand()
        if work is None or classes is None:
            return
        self._flow.show_class(one)
        page = self._window.screen_shown
        assert isinstance(page, ClassPage)
        page.show_busy(_("Writing the certificates …"))

        def write(report: Callable[[int, int], None]) -> Any:
            return _certificates(work.store, classes.gradebook(one, which), share, folder, report)

        def done(found: Any) -> None:
            written, short, refused = found
            words = n_("{n} certificate in {folder}", "{n} certificates in {folder}", written)
            said = words.format(n=written, folder=folder.name)
            if short:
                less = n_("{n} did not reach {share} %", "{n} did not reach {share} %", short)
                said = f"{said} · {less.format(n=short, share=f'{share:g}')}"
            page.say_saved(said)
            if refused:
                self._window.show_error(QuizappError("\n".join(refused)))

        self._flow.work_on(page, one, write, done)

    def weigh(self, one: "Classroom") -> None:
        from quizapp.ui.classes.weights_page import WeightsPage

        classes = self._flow.at_hand()
        if classes is None:
            return
        exams = classes.exams(one)
        page = WeightsPage(one.name, exams)

        def keep(weights: tuple[float, ...]) -> None:
            for exam, weight in zip(exams, weights, strict=True):
                classes.weigh(exam, weight)
            self._flow.show_class(one)

        page.kept.connect(lambda weights: self._window.attempt(lambda: keep(weights)))
        page.left.connect(lambda: self._flow.show_class(one))
        self._window.show_screen(page)

    def show_flags(self, page: "ClassPage", one: "Classroom") -> None:
        """Look for what stands out in the exams of a class, and show it."""
        work = self._window.work
        if work is None:
            return
        page.show_busy(_("Looking at what came back …"))

        def look(report: Callable[[int, int], None]) -> Any:
            from quizapp.app.flagging import class_flags

            found = class_flags(work.store, one)
            report(1, 1)  # ends here where it was cancelled meanwhile
            return found

        def done(found: "tuple[ExamFlags, ...]") -> None:
            from quizapp.ui.classes.flags_page import FlagsPage

            if self._window.screen_shown is not page:
                return
            shown = FlagsPage(one.name, found)
            shown.left.connect(lambda: self._flow.show_class(one))
            self._window.show_screen(shown)

        self._flow.work_on(page, one, look, done)
