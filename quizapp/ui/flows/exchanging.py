"""Questions of other programs on their way into a bank, and a bank on its way to other programs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from quizapp.errors import FileError, QuizappError
from quizapp.i18n import N_, _

if TYPE_CHECKING:
    from quizapp.app.authoring.session import Authoring
    from quizapp.app.exchange import Target
    from quizapp.app.importing import Brought, Intake
    from quizapp.bank import Bank
    from quizapp.ui.exchange.export_page import ExportPage
    from quizapp.ui.exchange.import_page import ImportPage
    from quizapp.ui.tasks import Task
    from quizapp.ui.window import Window

PASTED = N_("Pasted questions")
COLUMNS = "columns"  # the code of the problem that the columns of a table cannot be told
Report = Callable[[int, int], None]


class ImportFlow:
    """Brings questions into a new bank, one of one’s own, or, with ``session``, into its draft."""

    def __init__(
        self,
        window: "Window",
        back: Callable[[], None],
        back_to: str,
        session: "Authoring | None" = None,
    ) -> None:
        self._window, self._back, self._back_to = window, back, back_to
        self._session = session
        self._page: ImportPage | None = None
        self._task: Task | None = None
        self._again: Callable[[str], None] = lambda _columns: None  # reads the same once more
        self._intake: Intake | None = None
        self._brought: Brought | None = None

    def open(self, path: Path | None = None) -> None:
        """Ask for questions, or look through the file at ``path`` at once."""
        from quizapp.app.exchange import readable
        from quizapp.ui.exchange.import_page import ImportPage
        from quizapp.ui.exchange.looking import Target as Bank

        work = self._window.work
        if work is None:
            return
        titles = [title for title, _endings in readable()]
        banks = [Bank(place, title) for place, title in work.own_banks()]
        into = ""
        if self._session is not None:
            title = self._session.draft.title
            into = _("They go into “{title}”, as one step that can be undone.").format(title=title)
        page = ImportPage(titles, banks, self._back_to, into)
        page.asking.file_wanted.connect(self._ask_file)
        page.asking.pasted.connect(self.take_text)
        page.asking.columns_given.connect(self._with_columns)
        page.looking.wanted.connect(self._bring)
        page.cancelled.connect(self._cancel)
        page.undo_wanted.connect(self._undo)
        page.take_wanted.connect(lambda: self._open_brought(self._window.quiz.open_bank))
        page.edit_wanted.connect(lambda: self._open_brought(self._window.studio.edit))
        page.left.connect(self._leave)
        self._page = page
        self._window.show_screen(page)
        if path is not None:
            self.take_file(path)

    def _with_columns(self, columns: str) -> None:
        """Read what was given last once more, with these columns."""
        self._again(columns)

    def take_file(self, path: Path, columns: str = "") -> None:
        """Look through a file."""
        from quizapp.app.importing import look

        self._again = lambda told: self.take_file(path, told)
        words = _("Reading {name} …").format(name=path.name)
        self._run(words, lambda report: look(path, report, columns), self._looked, self._refused)

    def take_text(self, text: str, columns: str = "") -> None:
        """Look through pasted text."""
        from quizapp.app.importing import look_at

        self._again = lambda told: self.take_text(text, told)
        name, data = _(PASTED), text.encode("utf-8", "replace")
        words = _("Reading what was pasted …")
        self._run(
            words, lambda report: look_at(data, name, report, columns), self._looked, self._refused
        )

    def _ask_file(self) -> None:
        from quizapp.app.exchange import readable

        known = readable()
        ends = " ".join(dict.fromkeys(f"*{end}" for _title, all_ in known for end in all_))
        patterns = [_("Questions ({endings})").format(endings=ends)]
        patterns += [f"{title} ({' '.join(f'*{end}' for end in all_)})" for title, all_ in known]
        patterns.append(_("All files (*)"))
        dialog = QFileDialog(self._window, _("Open questions"), "", ";;".join(patterns))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _run(
        self,
        words: str,
        work: Callable[[Report], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do long work while the page says so; what comes after the page is gone is dropped."""
        page = self._page
        assert page is not None
        page.show_busy(words)

        def if_there(act: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda result: act(result) if isValid(page) else None

        self._task = self._window.run(work, if_there(done), if_there(failed))
        self._task.progress.connect(
            lambda n, of: page.show_progress(n, of) if isValid(page) else None
        )

    def _looked(self, intake: "Intake") -> None:
        page = self._page
        assert page is not None
        if not intake.entries:
            page.show_failed(_("There are no questions in it"), _("Choose another file."))
            return
        self._intake = intake
        page.show_intake(intake)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, QuizappError):
            raise error
        page = self._page
        assert page is not None
        title, line, codes = _("It could not be read"), str(error), set[str]()
        if isinstance(error, FileError):
            line = " ".join(f"{problem.what} {problem.remedy}" for problem in error.problems[:3])
            codes = {problem.code for problem in error.problems}
            if "unknown" in codes:
                line = _("This is no file of questions that this program knows.")
            elif COLUMNS in codes:
                line = error.problems[0].what
        page.show_failed(title, line, columns=COLUMNS in codes)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._page is not None:
            (self._page.show_looking if self._intake else self._page.show_asking)()

    def _bring(self, ids: frozenset[str], target: Any, title: str) -> None:
        from quizapp.app.importing import bring_into, bring_new

        window, intake, session = self._window, self._intake, self._session
        work, page = window.work, self._page
        assert intake is not None
        assert page is not None
        if work is None:
            return
        if session is not None:
            self._bring_into_draft(intake, ids, session)
            return
        act = (
            partial(bring_new, intake, ids, title, window.folder)
            if target is None
            else partial(bring_into, intake, ids, target.path)
        )

        def make(_report: Report) -> "Brought":
            brought = work.bring(act)
            work.cards()  # reads the new bank here, so that home need not wait for it
            return brought

        def failed(error: Exception) -> None:
            page.show_looking()
            window.show_error(error)

        self._run(_("Keeping the questions …"), make, self._kept, failed)

    def _bring_into_draft(
        self, intake: "Intake", ids: frozenset[str], session: "Authoring"
    ) -> None:
        from quizapp.app.importing import bring_into_draft

        if self._window.attempt(lambda: bring_into_draft(intake, ids, session)):
            self._back()

    def _kept(self, brought: "Brought") -> None:
        assert self._page is not None
        self._brought, self._intake = brought, None
        self._page.show_done(len(brought.ids), brought.bank.title)

    def _undo(self) -> None:
        from quizapp.app.importing import take_back

        brought, work = self._brought, self._window.work
        if brought is None or work is None or self._page is None:
            return
        if self._window.attempt(lambda: work.bring(partial(take_back, brought))):
            self._page.show_undone()

    def _open_brought(self, opened: Callable[[Path], None]) -> None:
        if self._brought is not None:
            opened(self._brought.path)

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._back()


class ExportFlow:
    """Writes a bank in the format of another program; ``back`` shows what was there before."""

    def __init__(self, window: "Window", back: Callable[[], None], back_to: str) -> None:
        self._window, self._back, self._back_to = window, back, back_to
        self._data = b""

    def open(self, bank: "Bank") -> None:
        """Show the formats."""
        from quizapp.app.exchange import targets
        from quizapp.ui.exchange.export_page import ExportPage

        page = ExportPage(bank.title, self._back_to, targets())
        page.chosen.connect(lambda target: self._try(page, bank, target))
        page.save_wanted.connect(lambda target: self._save(page, bank, target))
        page.left.connect(self._back)
        self._window.show_screen(page)
        self._try(page, bank, page.target)

    def _try(self, page: "ExportPage", bank: "Bank", target: "Target") -> None:
        """Write it in memory, to see what is lost."""
        from quizapp.app.exchange import written

        page.show_working()

        def done(result: Any) -> None:
            if isValid(page) and page.target == target:
                self._data, losses = result
                gone = {loss.item for loss in losses if loss.code in ("no-kind", "too-long")}
                page.show_losses(len(bank.items) - len(gone), losses)

        def failed(error: Exception) -> None:
            self._window.show_error(error)

        self._window.run(lambda _report: written(bank, target.id, {}), done, failed)

    def _save(self, page: "ExportPage", bank: "Bank", target: "Target") -> None:
        from quizapp.ui.flows.saving import ask_where, save

        data = self._data
        pattern = f"{target.title} (*{target.suffix})"

        def chosen(path: Path) -> None:
            save(self._window, page, path, lambda: data)

        ask_where(self._window, f"{bank.id}{target.suffix}", pattern, chosen)
