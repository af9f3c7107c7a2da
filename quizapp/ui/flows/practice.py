"""Practice that comes back: from home through what is due today, to the end of the day."""

from typing import TYPE_CHECKING

from quizapp.ui.home.navigation import HOME

if TYPE_CHECKING:
    from quizapp.app.practising import Practice, Turn
    from quizapp.ui.window import Window


class PracticeFlow:
    """Practising in the window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._practice: Practice | None = None

    def start(self) -> None:
        """Ask what is due today, the longest waiting first."""
        work, settings = self._window.work, self._window.settings
        if work is not None:
            self._practice = work.practice(settings)
            self._window.navigation.show_place(HOME)
            self._next()

    def _next(self) -> None:
        if self._practice is not None:
            practice = self._practice
            self._window.attempt(lambda: self._show(practice, practice.turn()))

    def _undo(self) -> None:
        if self._practice is not None:
            practice = self._practice
            self._window.attempt(lambda: self._show(practice, practice.undo()))

    def _show(self, practice: "Practice", turn: "Turn | None") -> None:
        today = practice.today()
        if turn is None:
            from quizapp.ui.practice.done_page import DonePage

            done = DonePage(today, practice.forecast(), can_undo=practice.can_undo)
            done.left.connect(self._window.go_home)
            done.undo_wanted.connect(self._undo)
            self._window.show_screen(done)
            return
        from quizapp.ui.practice.practice_screen import PracticeScreen

        confidence = self._window.settings.confidence
        screen = PracticeScreen(practice, turn, today, confidence=confidence)
        screen.left.connect(self._window.go_home)
        screen.next_wanted.connect(self._next)
        screen.undo_wanted.connect(self._undo)
        self._window.show_screen(screen)
