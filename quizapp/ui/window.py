"""The window: home and settings beside the navigation, or one screen that fills it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from quizapp import settings as stored
from quizapp.app.cards import BankCard, BrokenCard
from quizapp.app.places import settings_file
from quizapp.errors import FileError, QuizappError
from quizapp.i18n import _
from quizapp.settings import Settings
from quizapp.ui import theme
from quizapp.ui.home.home import Home
from quizapp.ui.home.navigation import Navigation
from quizapp.ui.tasks import Task
from quizapp.ui.widgets.label import Hairline

if TYPE_CHECKING:
    from quizapp.app.sitting import Sitting
    from quizapp.bank import Bank
    from quizapp.quiz import Rules
    from quizapp.ui.player.player import Player
    from quizapp.ui.work import Work

FIRST_BANK = "battery-on-request"
FIRST_ITEMS = 3


class Window(QMainWindow):
    """``painted`` comes with the first paint, ``usable`` once home shows the banks."""

    painted = Signal()
    usable = Signal()

    def __init__(self, folder: Path, settings: Settings) -> None:
        super().__init__()
        self._folder = folder
        self._settings = settings
        self._work: Work | None = None
        self._was_painted = False
        self._home = Home()
        self._navigation = Navigation()
        self._places = QStackedWidget()
        self._places.addWidget(self._home)
        self._screens = QStackedWidget()
        self._screens.addWidget(self._home_frame())
        self.setCentralWidget(self._screens)
        self.setWindowTitle("quizapp")
        self.setMinimumSize(760, 560)
        self.setAcceptDrops(True)
        self._restore()
        self._home.bank_chosen.connect(self._choose)
        self._home.resume_wanted.connect(self._resume)
        self._home.start_wanted.connect(self._start_first)
        self._home.first_dismissed.connect(self._dismiss_first)
        self._home.open_wanted.connect(self._ask_bank)
        self._home.details_wanted.connect(self._show_broken)

    # opening

    def open_work(self, bank: Path | None) -> None:
        """Import and open what is heavy off the GUI thread, then fill home and open ``bank``."""
        folder, reader = self._folder, self._settings.reader

        def work(_report: object) -> tuple["Work", Sequence[BankCard | BrokenCard]]:
            from quizapp.ui.work import Work

            opened = Work(folder, reader)
            return opened, opened.cards()

        def done(result: tuple["Work", Sequence[BankCard | BrokenCard]]) -> None:
            self._work, cards = result
            self._navigation.offer_progress(self._work.has_finished())
            self._home.show_cards(cards, first=not self._settings.first_start_done)
            self._home.focus_first()
            self.usable.emit()
            if bank is not None:
                self.open_bank(bank)

        self._run(work, done, self._failed)

    def open_bank(self, path: Path) -> None:
        """Read a bank off the GUI thread and show its page, or the list of what is wrong."""
        work = self._work
        if work is None:
            return

        def failed(error: Exception) -> None:
            if isinstance(error, FileError):
                self._show_problems(path, error)
            else:
                show_error(error, self)

        self._run(lambda _report: work.open(path), self._show_start, failed)

    def _run(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        task = Task(work)
        task.done.connect(done)
        task.failed.connect(failed)
        task.start()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, QuizappError):
            self._home.show_failure(str(error))
        else:
            show_error(error, self)
        self.usable.emit()

    # screens

    def go_home(self) -> None:
        """Back to home, with the cards as things stand now."""
        self._screens.setCurrentIndex(0)
        self._show_place(self._home)
        self._navigation.show_home()
        self._drop_screen()
        if self._work is not None:
            self._try(self._fill_home)

    def _leave(self) -> None:
        """Back to the place from which a screen was opened: progress, or home."""
        if not self._navigation.at_progress:
            self.go_home()
            return
        self._screens.setCurrentIndex(0)
        self._drop_screen()
        self._show_progress()

    def _fill_home(self) -> None:
        if self._work is not None:
            cards = self._work.cards()
            self._navigation.offer_progress(self._work.has_finished())
            self._home.show_cards(cards, first=not self._settings.first_start_done)
            self._home.focus_first()

    def _show(self, screen: QWidget) -> None:
        self._drop_screen()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_screen(self) -> None:
        while self._screens.count() > 1:
            if (old := self._screens.widget(1)) is not None:
                self._screens.removeWidget(old)
                old.deleteLater()

    def _show_start(self, bank: "Bank") -> None:
        from quizapp.ui.home.start import StartPage

        if self._work is None:
            return
        card = self._work.card(bank)
        page = StartPage(bank, card, confidence=self._settings.confidence)
        page.begin_wanted.connect(lambda rules: self._begin(bank, rules))
        page.resume_wanted.connect(self._resume)
        page.result_wanted.connect(self._show_result_of)
        page.left.connect(self.go_home)
        self._show(page)

    def _show_problems(self, path: Path, error: FileError) -> None:
        from quizapp.ui.home.problems import ProblemsPage

        page = ProblemsPage(f"{path.parent.name}/{path.name}", error.problems)
        page.left.connect(self.go_home)
        page.again_wanted.connect(lambda: self.open_bank(path))
        self._show(page)

    def _show_player(self, sitting: "Sitting") -> None:
        from quizapp.ui.player.player import Player

        player = Player(sitting)
        player.left.connect(self.go_home)
        player.handed_in.connect(lambda: self._show_result(sitting))
        player.menu_wanted.connect(lambda at: self._show_menu(at, player))
        player.contest_wanted.connect(
            lambda item: self._show_contest(sitting, item, lambda: self._show_player(sitting))
        )
        self._show(player)

    def _show_result(self, sitting: "Sitting") -> None:
        from quizapp.ui.review.result_page import ResultPage

        back = _("Progress") if self._navigation.at_progress else ""
        page = ResultPage(sitting.result(), back)
        page.left.connect(self._leave)
        page.item_wanted.connect(lambda place: self._show_review(sitting, place))
        page.again_wanted.connect(lambda: self._begin(sitting.bank, sitting.attempt.rules))
        self._show(page)

    def _show_review(self, sitting: "Sitting", place: int) -> None:
        from quizapp.ui.review.review import Review

        review = Review(sitting, place)
        review.left.connect(lambda: self._show_result(sitting))
        review.contest_wanted.connect(lambda item: self._contest_from_review(sitting, item))
        self._show(review)

    def _contest_from_review(self, sitting: "Sitting", item: str) -> None:
        place = [one.id for one in sitting.counted].index(item)
        self._show_contest(sitting, item, lambda: self._show_review(sitting, place))

    def _show_contest(self, sitting: "Sitting", item: str, back: Callable[[], None]) -> None:
        from quizapp.ui.review.contesting import Contesting

        screen = Contesting(sitting, item)
        screen.left.connect(back)
        self._show(screen)

    # what the reader asks for

    def _choose(self, card: BankCard) -> None:
        if card.path is not None:
            self.open_bank(card.path)
        elif card.state == "open":
            self._resume(card.attempt)
        else:
            self._show_result_of(card.attempt)

    def _begin(self, bank: "Bank", rules: "Rules") -> None:
        work = self._work
        if work is not None:
            self._try(lambda: self._show_player(work.begin(bank, rules)))

    def _resume(self, attempt: str) -> None:
        work = self._work
        if work is not None:
            self._try(lambda: self._show_player(work.resume(attempt)))

    def _show_result_of(self, attempt: str) -> None:
        work = self._work
        if work is not None:
            self._try(lambda: self._show_result(work.resume(attempt)))

    def _start_first(self) -> None:
        from quizapp.app.library import shipped
        from quizapp.quiz import Rules

        work = self._work
        path = next((path for path in shipped() if path.name == FIRST_BANK), None)
        if work is None or path is None:
            return
        self._dismiss_first()
        rules = Rules(confidence=False, count=FIRST_ITEMS)
        self._try(lambda: self._show_player(work.begin(work.open(path), rules)))

    def _dismiss_first(self) -> None:
        self._keep(replace(self._settings, first_start_done=True))
        self._try(self._fill_home)

    def _ask_bank(self) -> None:
        pattern = _("Banks (*.nt)")
        dialog = QFileDialog(self, _("Open a bank"), "", pattern)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.open_bank(Path(name)))
        dialog.open()

    def _show_broken(self, card: BrokenCard) -> None:
        self._show_problems(card.path, FileError(card.name, list(card.problems)))

    def _try(self, act: Callable[[], object]) -> None:
        """Do it; an error that the reader can act on is shown, the screen stays."""
        try:
            act()
        except QuizappError as error:
            show_error(error, self)

    # look and settings

    def _show_menu(self, at: QWidget, player: "Player") -> None:
        from quizapp.ui.player.menu import quiz_menu

        menu = quiz_menu(self, player, self._settings)
        menu.settings_chosen.connect(self.apply)
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def apply(self, settings: Settings) -> None:
        """Take over settings, show them, and keep them."""
        self._keep(settings)
        apply_look(settings)

    def follow_system(self) -> None:
        """Take over the system's look where the reader left it to the system."""
        if self._settings.theme == "system":
            apply_look(self._settings)

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._try(lambda: stored.save(settings_file(self._folder), settings))

    def _home_frame(self) -> QWidget:
        frame = QWidget()
        self._navigation.home_wanted.connect(self.go_home)
        self._navigation.progress_wanted.connect(self._show_progress)
        self._navigation.settings_wanted.connect(self._show_settings)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(Hairline(upright=True))
        row.addWidget(self._places, 1)
        return frame

    def _show_place(self, page: QWidget) -> None:
        """Show home, or a page in its place, beside the navigation."""
        while (old := self._places.widget(1)) is not None:
            self._places.removeWidget(old)
            old.deleteLater()
        if page is not self._home:
            self._places.addWidget(page)
        self._places.setCurrentWidget(page)

    def _show_settings(self) -> None:
        from quizapp.ui.home.settings_page import SettingsPage

        page = SettingsPage(self._settings)
        page.changed.connect(self.apply)
        self._show_place(page)

    def _show_progress(self) -> None:
        from quizapp.ui.progress.opening import open_progress

        if self._work is not None:
            page = open_progress(self._work, self._run)
            page.left.connect(self.go_home)
            page.result_wanted.connect(self._show_result_of)
            self._show_place(page)

    # Qt

    def _restore(self) -> None:
        geometry = QByteArray.fromBase64(self._settings.window.encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        if geometry != self._settings.window:
            self._keep(replace(self._settings, window=geometry))
        self._drop_screen()
        if self._work is not None:
            self._work.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                self.open_bank(Path(url.toLocalFile()))


def show_error(error: Exception, parent: QWidget) -> None:
    """Show an error in a box, whose parts are imported only now."""
    from quizapp.ui import errors

    errors.show(error, parent)


def apply_look(settings: Settings) -> None:
    """Show the program as the settings say."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    name = theme.system_look(app) if settings.theme == "system" else settings.theme
    look = theme.Theme.of(
        name,
        settings.text_scale,
        dyslexic=settings.reading_font == "dyslexic",
        motion=not settings.reduced_motion,
    )
    theme.apply(app, look)
