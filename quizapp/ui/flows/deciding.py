"""What a teacher decides about keys: contests of a class, and marking an exam again."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from shiboken6 import isValid

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.ui.flows.teacher_key import run

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.app.class_contests import ClassContest
    from quizapp.app.remarking import Again
    from quizapp.app.sitting import Sitting
    from quizapp.classroom.book import Classroom, HandedOut
    from quizapp.ui.classes.again_page import AgainPage
    from quizapp.ui.classes.contests_page import ClassContestsPage
    from quizapp.ui.flows.classes import ClassesFlow
    from quizapp.ui.flows.result import ResultFlow
    from quizapp.ui.tasks import Task
    from quizapp.ui.window import Window
    from quizapp.ui.work import Work


class DecidingFlow:
    """Contests and regrades of the class that ``flow`` shows."""

    def __init__(self, window: "Window", flow: "ClassesFlow") -> None:
        self._window = window
        self._flow = flow
        self._task: Task | None = None
        self._result: ResultFlow | None = None  # a signal alone would not keep it

    def to_decide(self) -> Counter[str]:
        """How many contests each class has that are to be decided, by the class’s id."""
        from quizapp.app.class_contests import to_decide

        work = self._window.work
        return Counter() if work is None else to_decide(work.store)

    def close(self) -> None:
        """Let go of the database, before it is closed."""
        if self._task is not None:
            self._task.stop()

    def open_attempt(self, one: "Classroom", attempt: str) -> None:
        """Show what a student handed in, with the keys; from there a contest can be filed."""
        work = self._window.work
        if work is not None:
            self._window.attempt(lambda: self._open(one, work.resume(attempt), work))

    def _open(self, one: "Classroom", sitting: "Sitting", work: "Work") -> None:
        from quizapp.ui.flows.result import ResultFlow

        self._result = ResultFlow(
            self._window,
            sitting,
            left=lambda: self._flow.show_class(one),
            again=None,
            back=one.name,
            whose=work.whose(sitting),
        )
        self._result.show()

    # contests

    def show_contests(self, one: "Classroom", at: str = "") -> None:
        """Show the contests of a class, and go to one of them."""
        from quizapp.app.class_contests import of_class
        from quizapp.ui.classes.contests_page import ClassContestsPage

        work = self._window.work
        if work is None:
            return
        page = ClassContestsPage(one.name, of_class(work.store, one), tuple(self._own()))
        page.decided.connect(
            lambda contest, state, words: self._decide(page, one, contest, state, words)
        )
        page.key_wanted.connect(self._correct)
        page.again_wanted.connect(lambda contest: self.mark_again(one, contest.exam))
        page.left.connect(lambda: self._back_to(one))
        self._window.show_screen(page)
        page.go_to(at)

    def _back_to(self, one: "Classroom") -> None:
        from quizapp.ui.classes.class_page import ClassPage

        self._flow.show_class(one)
        page = self._window.screen_shown
        if isinstance(page, ClassPage):
            page.go_to_contests()

    def _decide(
        self,
        page: "ClassContestsPage",
        one: "Classroom",
        contest: "ClassContest",
        state: "Any",
        words: str,
    ) -> None:
        from quizapp.app.class_contests import decide, of_class

        work, id_ = self._window.work, contest.contest.id
        if work is None:
            return
        try:
            decide(work.store, contest, state, words, datetime.now(UTC))
        except QuizappError as error:
            page.refuse(id_, str(error))
            return
        now = {each.contest.id: each for each in of_class(work.store, one)}
        page.show_contest(now[id_])

    def _own(self) -> "dict[str, Path]":
        """The banks that were made here, by their ids, whose keys the studio can correct."""
        from quizapp.app.cards import BankCard

        work = self._window.work
        if work is None:
            return {}
        own = {path for path, _title in work.own_banks()}
        cards = (card for card in work.cards() if isinstance(card, BankCard))
        return {card.id: card.path for card in cards if card.path is not None and card.path in own}

    def _correct(self, contest: "ClassContest") -> None:
        """The studio at the question."""
        from quizapp.ui.studio.studio import Studio

        path = self._own().get(contest.exam.bank_id)
        if path is None:
            return
        self._window.studio.edit(path)
        if isinstance(self._window.screen_shown, Studio):
            self._window.screen_shown.item = contest.contest.item

    # marking again

    def mark_again(self, one: "Classroom", exam: "HandedOut") -> None:
        """Show what marking an exam by the newest version of its bank would change."""
        from quizapp.ui.classes.again_page import NEWEST, AgainPage

        page = AgainPage(one.name, exam.heading)
        page.by_chosen.connect(lambda by: self._look(page, exam, by))
        page.wanted.connect(lambda by: self._apply(page, exam, by))
        page.left.connect(lambda: self._flow.show_class(one))
        self._window.show_screen(page)
        self._look(page, exam, NEWEST)

    def _look(self, page: "AgainPage", exam: "HandedOut", by: str) -> None:
        from quizapp.app.remarking import look
        from quizapp.ui.classes.again_page import OWN

        work = self._window.work
        if work is not None:
            page.show_busy(_("Looking at what would change …"))
            self._run(page, lambda _r: look(work.store, exam, own=by == OWN), page.show_again)

    def _apply(self, page: "AgainPage", exam: "HandedOut", by: str) -> None:
        from quizapp.app.remarking import apply
        from quizapp.ui.classes.again_page import OWN

        work, retention = self._window.work, self._window.settings.retention
        if work is None:
            return
        page.show_busy(_("Marking again …"))

        def act(report: Callable[[int, int], None]) -> "Again":
            now = datetime.now(UTC)
            return apply(work.store, exam, now, own=by == OWN, retention=retention, report=report)

        self._run(page, act, page.show_done)

    def _run(
        self,
        page: "AgainPage",
        act: Callable[[Callable[[int, int], None]], "Again"],
        done: Callable[["Again"], None],
    ) -> None:
        """Off the GUI thread; what was looked at before is dropped."""

        def told(again: Any) -> None:
            if self._task is task:
                done(again)

        def failed(error: Exception) -> None:
            page.show_failure()
            self._window.show_error(error)

        task = self._task = run(self._window, page, act, told, failed)
        task.progress.connect(
            lambda k, of: page.progress.show_progress(k, of) if isValid(page) else None
        )
