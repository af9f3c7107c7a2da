"""From a bank to its start page, through the quiz, to the result and what it leads to."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.app.cards import BankCard, BrokenCard
from quizapp.errors import FileError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.app.printing import Form
    from quizapp.app.sitting import Sitting
    from quizapp.bank import Bank
    from quizapp.quiz import Rules
    from quizapp.ui.flows.joining import JoinFlow
    from quizapp.ui.home.start import StartPage
    from quizapp.ui.player.player import Player
    from quizapp.ui.window import Window

FIRST_BANK = "battery-on-request"
FIRST_ITEMS = 3
PACK = ".quizpack"  # what ``classroom.pack`` writes; it is imported when there is one
ATTEMPT = ".quizattempt"  # what comes back of an exam
BARE = ".quizbare"  # and so for ``bank.bare``


class QuizFlow:
    """Taking quizzes in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._joining: JoinFlow | None = None  # a signal alone would not keep it
        self._exchange: object = None  # nor this
        self._result: object = None

    # to a bank

    def choose(self, card: BankCard) -> None:
        """What a card leads to: its bank, or, where only attempts are left, the last of them."""
        if card.path is not None:
            self.open_bank(card.path)
        elif card.state == "open":
            self.resume(card.attempt)
        else:
            self.show_result_of(card.attempt)

    def ask_bank(self) -> None:
        """Ask for the file of a bank or of an exam, and open it."""
        pattern = _("Banks, exams, and questions of other programs (*)")
        dialog = QFileDialog(self._window, _("Open a bank"), "", pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.open_bank(Path(name)))
        dialog.open()

    def open_bank(self, path: Path) -> None:
        """Read a bank off the GUI thread and show its page, or the list of what is wrong.

        A teacher’s pack leads to its exam, and for a bank without its article the reader’s copy is
        asked for first.
        """
        work = self._window.work
        if work is None:
            return
        if path.suffix == PACK:
            self._window.exam.open(path)
            return
        if path.suffix == BARE:
            from quizapp.ui.flows.joining import JoinFlow

            self._joining = JoinFlow(self._window, self.open_bank)
            self._joining.open(path)
            return
        if path.suffix == ATTEMPT:
            self._window.classes.collect(None, [path])
            return
        if path.is_file() and path.suffix != ".nt":
            self.bring_in(path)
            return

        def failed(error: Exception) -> None:
            if isinstance(error, FileError):
                self._show_problems(path, error)
            else:
                self._window.show_error(error)

        def show(bank: "Bank") -> None:
            self._show_start(bank, path)

        self._window.run(lambda _report: work.open(path), show, failed)

    def show_broken(self, card: BrokenCard) -> None:
        """Show what is wrong with a bank at hand."""
        self._show_problems(card.path, FileError(card.name, list(card.problems)))

    def _show_problems(self, path: Path, error: FileError) -> None:
        from quizapp.ui.home.problems import ProblemsPage

        page = ProblemsPage(f"{path.parent.name}/{path.name}", error.problems)
        page.left.connect(self._window.go_home)
        page.again_wanted.connect(lambda: self.open_bank(path))
        self._window.show_screen(page)

    def _show_start(self, bank: "Bank", path: Path) -> None:
        from quizapp.ui.home.start import StartPage

        work = self._window.work
        if work is None:
            return
        usual = self._window.settings
        card = work.card(bank)
        page = StartPage(bank, card, confidence=usual.confidence, levels=usual.levels)
        page.begin_wanted.connect(lambda rules, seed: self.begin(bank, rules, seed))
        page.resume_wanted.connect(self.resume)
        page.result_wanted.connect(self.show_result_of)
        page.edit_wanted.connect(lambda: self._window.studio.edit(path))
        page.print_wanted.connect(lambda what, form: self._hand_out(page, path, bank, what, form))
        page.left.connect(self._window.go_home)
        self._window.show_screen(page)

    def _hand_out(
        self, page: "StartPage", path: Path, bank: "Bank", what: str, form: "Form"
    ) -> None:
        """Keep a bank as a test on paper, the key to it, or as another program has it."""
        if what == "export":
            self._export(bank, path)
            return
        from quizapp.ui.flows.saving import ask_and_save

        work = self._window.work
        if work is not None:
            make = {"test": work.test_pdf, "key": work.key_pdf}[what]
            name = "-".join(part for part in (bank.id, form.lower(), what) if part)
            ask_and_save(self._window, page, name, "pdf", lambda: make(bank, form))

    def _export(self, bank: "Bank", path: Path) -> None:
        from quizapp.ui.flows.exchanging import ExportFlow

        flow = ExportFlow(self._window, lambda: self._show_start(bank, path), _("Back to the bank"))
        self._exchange = flow
        flow.open(bank)

    def bring_in(self, path: Path | None = None) -> None:
        """Bring in questions of another program: ask for them, or take the file at ``path``."""
        from quizapp.ui.flows.exchanging import ImportFlow

        flow = ImportFlow(self._window, self._window.go_home, _("Home"))
        self._exchange = flow
        flow.open(path)

    # through the quiz

    def start_first(self) -> None:
        """The first quiz of a new reader: a few questions, feedback at once."""
        from quizapp.app.library import shipped
        from quizapp.quiz import Rules

        work = self._window.work
        path = next((path for path in shipped() if path.name == FIRST_BANK), None)
        if work is None or path is None:
            return
        self._window.dismiss_first()
        rules = Rules(confidence=False, count=FIRST_ITEMS)
        self._window.attempt(lambda: self._show_player(work.begin(work.open(path), rules)))

    def begin(self, bank: "Bank", rules: "Rules", seed: int | None = None) -> None:
        """Begin an attempt, drawn anew or from a seed."""
        work = self._window.work
        if work is not None:
            self._window.attempt(lambda: self._show_player(work.begin(bank, rules, seed)))

    def _begin_parallel(self, sitting: "Sitting") -> None:
        """Ask other questions on the article of an attempt."""
        work = self._window.work
        if work is not None:
            self._window.attempt(lambda: self._show_player(work.begin_parallel(sitting)))

    def resume(self, attempt: str) -> None:
        """Go on with an attempt."""
        work = self._window.work
        if work is not None:
            self._window.attempt(lambda: self._show_player(work.resume(attempt)))

    def _show_player(self, sitting: "Sitting") -> None:
        from quizapp.ui.flows.result import show_contest
        from quizapp.ui.player.player import Player

        if sitting.over:  # it ran out while nobody looked
            sitting.submit()
            self._show_result(sitting)
            return
        player = Player(sitting)
        player.left.connect(self._window.go_home)
        player.handed_in.connect(lambda: self._show_result(sitting))
        player.menu_wanted.connect(lambda at: self._show_menu(at, player))
        player.contest_wanted.connect(
            lambda item: show_contest(
                self._window, sitting, item, lambda: self._show_player(sitting)
            )
        )
        self._window.show_screen(player)

    def _show_menu(self, at: QWidget, player: "Player") -> None:
        from quizapp.ui.player.menu import quiz_menu

        menu = quiz_menu(self._window, player, self._window.settings)
        menu.settings_chosen.connect(self._window.apply)
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    # to the result, and from there

    def show_result_of(self, attempt: str) -> None:
        """Show the result of an attempt."""
        work = self._window.work
        if work is not None:
            self._window.attempt(lambda: self._show_result(work.resume(attempt)))

    def _show_result(self, sitting: "Sitting") -> None:
        from quizapp.ui.flows.result import ResultFlow

        flow = ResultFlow(
            self._window,
            sitting,
            left=self._window.leave_screen,
            again=lambda: self.begin(sitting.bank, sitting.attempt.rules),
            parallel=lambda: self._begin_parallel(sitting),
            back=self._window.place_behind,
        )
        self._result = flow
        flow.show()
