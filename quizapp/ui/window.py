"""The window: home and settings beside the navigation, or one screen that fills it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from quizapp import settings as stored
from quizapp.app.cards import BankCard, BrokenCard
from quizapp.app.places import NOBODY, as_kept, settings_file
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.settings import Settings
from quizapp.ui import theme
from quizapp.ui.flows.classes import ClassesFlow
from quizapp.ui.flows.exam import ExamFlow
from quizapp.ui.flows.practice import PracticeFlow
from quizapp.ui.flows.progress import ProgressFlow
from quizapp.ui.flows.quiz import ATTEMPT, QuizFlow
from quizapp.ui.flows.readers import ReadersFlow
from quizapp.ui.flows.statistics import StatisticsFlow
from quizapp.ui.flows.studio import StudioFlow
from quizapp.ui.home.home import Home
from quizapp.ui.home.navigation import HOME, PLACES, Navigation
from quizapp.ui.tasks import Task
from quizapp.ui.widgets.label import Hairline

if TYPE_CHECKING:
    from quizapp.app.practising import Today
    from quizapp.ui.work import Work

    # the work, the cards of home, what comes back, and how many attempts are not taken in yet
    _Opened = tuple[Work, Sequence[BankCard | BrokenCard], Today, int]


class Window(QMainWindow):
    """What all flows share: the store, the settings, places beside the navigation, screens.

    ``painted`` comes with the first paint, ``usable`` once home shows the banks.
    """

    painted = Signal()
    usable = Signal()

    def __init__(self, folder: Path, settings: Settings) -> None:
        super().__init__()
        self.folder = folder
        self.settings = settings
        self.work: Work | None = None
        self._was_painted = False
        self._catching: Task | None = None
        self.quiz = QuizFlow(self)
        self.exam = ExamFlow(self)
        self.practice = PracticeFlow(self)
        self.studio = StudioFlow(self)
        self.classes, self.statistics = ClassesFlow(self), StatisticsFlow(self)
        self._openers: dict[str, Callable[[], None]] = {
            HOME: self.go_home,
            "progress": ProgressFlow(self).open,
            "statistics": self.statistics.open,
            "readers": ReadersFlow(self).open,
            "studio": self.studio.open,
            "classes": self.classes.open,
            "settings": self._show_settings,
        }
        self._home = Home()
        self.navigation = Navigation()
        self._places = QStackedWidget()
        self._places.addWidget(self._home)
        self._screens = QStackedWidget()
        self._screens.addWidget(self._home_frame())
        self.setCentralWidget(self._screens)
        self._entitle()
        self.setMinimumSize(760, 560)
        self.setAcceptDrops(True)
        self._restore()
        self._listen_to_home()

    def _listen_to_home(self) -> None:
        self._home.bank_chosen.connect(self.quiz.choose)
        self._home.resume_wanted.connect(self.quiz.resume)
        self._home.start_wanted.connect(self.quiz.start_first)
        self._home.first_dismissed.connect(self.dismiss_first)
        self._home.open_wanted.connect(self.quiz.ask_bank)
        self._home.details_wanted.connect(self.quiz.show_broken)
        self._home.practise_wanted.connect(self.practice.start)
        self._home.again_wanted.connect(self._open_again)

    # work

    def open_work(self, bank: Path | None) -> None:
        """Import and open what is heavy off the GUI thread, then fill home and open ``bank``."""
        folder, settings = self.folder, self.settings

        def work(_report: object) -> "_Opened":
            from quizapp.ui.work import Work

            opened = Work(folder, settings.reader)
            practice = opened.practice(settings)
            return opened, opened.cards(), practice.today(), practice.behind()

        def done(result: "_Opened") -> None:
            self.work, cards, today, behind = result
            self._show_cards(cards, today)
            self.usable.emit()
            if bank is not None:
                self.quiz.open_bank(bank)
            elif self.navigation.place != HOME:  # chosen before there was anything to show
                self.go_to(self.navigation.place)
            if behind:
                self._catch_up(self.work)

        self.run(work, done, self._failed)

    def _open_again(self) -> None:
        """Try to open the data once more."""
        self._home.show_loading()
        self.open_work(None)

    def _catch_up(self, work: "Work") -> None:
        """Let what an earlier version left come back too; home says so, if it is still shown."""
        settings = self.settings

        def done(_answers: int) -> None:
            if self._places.currentWidget() is self._home:
                self.attempt(self._fill_home)

        self._catching = self.run(
            lambda report: work.catch_up(settings, report), done, self.show_error
        )

    def run(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Task:
        """Do ``work(report)`` off the GUI thread; ``done`` or ``failed`` hears what came of it."""
        task = Task(work)
        task.done.connect(done)
        task.failed.connect(failed)
        task.start()
        return task

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do it, and say whether it was done; an error to act on is shown, the screen stays."""
        try:
            act()
        except QuizappError as error:
            self.show_error(error)
            return False
        return True

    def show_error(self, error: Exception) -> None:
        """Show an error in a box, whose parts are imported only now."""
        from quizapp.ui import errors

        errors.show(error, self)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, QuizappError):
            self._home.show_failure(str(error))
        else:
            self.show_error(error)
        self.usable.emit()

    # places and screens

    def go_home(self) -> None:
        """Back to home, with the cards as things stand now."""
        self._screens.setCurrentIndex(0)
        self.show_place(self._home)
        self.navigation.show_place(HOME)
        self._drop_screen()
        self.attempt(self._fill_home)

    def leave_screen(self) -> None:
        """Back to the place from which a screen was opened."""
        self._screens.setCurrentIndex(0)
        self._drop_screen()
        self._openers[self.navigation.place]()

    def go_to(self, place: str) -> None:
        """From a screen to a place."""
        self._screens.setCurrentIndex(0)
        self._drop_screen()
        self.navigation.show_place(place)
        self._openers[place]()

    @property
    def place_behind(self) -> str:
        """The title of the place from which a screen is opened."""
        return next(_(place.title) for place in PLACES if place.id == self.navigation.place)

    def show_screen(self, screen: QWidget) -> None:
        """Let one screen fill the window; the one before it is deleted."""
        self._drop_screen()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def screens(self) -> QWidget:
        """What holds the screens: a large one that is made in it is styled once, not twice."""
        return self._screens

    @property
    def screen_shown(self) -> QWidget | None:
        """What fills the window now."""
        return self._screens.currentWidget()

    def show_place(self, page: QWidget) -> None:
        """Show home, or a page in its place, beside the navigation."""
        if self.work is not None:
            self._offer(self.work)
        while (old := self._places.widget(1)) is not None:
            self._places.removeWidget(old)
            old.deleteLater()
        if page is not self._home:
            self._places.addWidget(page)
        self._places.setCurrentWidget(page)

    def _offer(self, work: "Work") -> None:
        """Show the way to places that there is something in."""
        self.navigation.offer("progress", work.has_finished())
        self.navigation.offer("statistics", work.has_class())

    def _drop_screen(self) -> None:
        while self._screens.count() > 1:
            if (old := self._screens.widget(1)) is not None:
                self._screens.removeWidget(old)
                old.deleteLater()

    def _fill_home(self) -> None:
        if self.work is not None:
            self._show_cards(self.work.cards(), self.work.practice(self.settings).today())

    def _show_cards(self, cards: Sequence[BankCard | BrokenCard], today: "Today") -> None:
        if self.work is not None:
            self._offer(self.work)
            first = not self.settings.first_start_done
            self._home.show_cards(cards, first=first, today=today)
            self._home.focus_first()

    def dismiss_first(self) -> None:
        """Show the card of the first start no more."""
        self._keep(replace(self.settings, first_start_done=True))
        self.attempt(self._fill_home)

    def _home_frame(self) -> QWidget:
        frame = QWidget()
        self.navigation.wanted.connect(lambda place: self._openers[place]())
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(Hairline(upright=True))
        row.addWidget(self._places, 1)
        return frame

    # look and settings

    def apply(self, settings: Settings) -> None:
        """Take over settings, show them, and keep them."""
        self._keep(settings)
        self._entitle()
        apply_look(settings)

    def _entitle(self) -> None:
        """Say in the title who reads, where somebody has said so."""
        reader = self.settings.reader
        named = _("quizapp – {reader}").format(reader=reader)
        self.setWindowTitle("quizapp" if reader == NOBODY else named)

    def follow_system(self) -> None:
        """Take over the system's look where the reader left it to the system."""
        if self.settings.theme == "system":
            apply_look(self.settings)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self.attempt(lambda: stored.save(settings_file(self.folder), as_kept(settings)))

    def _show_settings(self) -> None:
        from quizapp.ui.home.settings_page import SettingsPage

        page = SettingsPage(self.settings)
        page.changed.connect(self.apply)
        self.show_place(page)

    # Qt

    def _restore(self) -> None:
        geometry = QByteArray.fromBase64(self.settings.window.encode())
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        if geometry != self.settings.window:
            self._keep(replace(self.settings, window=geometry))
        self._drop_screen()
        self.studio.close()
        self.exam.close()
        self.classes.close()
        if self._catching is not None:
            self._catching.stop()
        if self.work is not None:
            self.work.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        back = [path for path in paths if path.suffix == ATTEMPT]
        if back:
            self.classes.collect(None, back)
        elif paths:
            self.quiz.open_bank(paths[0])


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
