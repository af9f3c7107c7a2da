"""Keeps the judgement of a draft up to date without holding up whoever types."""

import gc

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.gate import Fitness, fitness
from quizapp.app.authoring.judgement import Judgement, judge
from quizapp.claims import suggest
from quizapp.ui.studio.suggesting import Proposed, proposed_in
from quizapp.ui.tasks import Report, Task

Worked = tuple[Judgement, tuple[Proposed, Fitness] | None]
PAUSE = 400  # milliseconds without a change before anything is worked out


class Judging(QObject):
    """Judges the draft that it was given last, on another thread, once nothing changes for a while.

    A change stops what is being worked out. ``judged`` carries a ``Judgement``, ``suggested`` the
    suggestions for a text and what it is worth as a choice, ``failed`` an error that is ours.
    """

    judged = Signal(object)
    suggested = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._read = ""
        self._settled = False
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._start)

    def ask(self, draft: Draft, *, at_once: bool = False) -> None:
        """Judge this draft from now on."""
        self._draft = draft
        self.stop()
        if at_once:
            self._start()
        else:
            self._timer.start()

    def rest(self) -> None:
        """Stop, and look for garbage everywhere again: nobody types any more."""
        self.stop()
        gc.unfreeze()
        self._settled = False

    def stop(self) -> None:
        """Let go of what is being worked out."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @property
    def waiting(self) -> bool:
        """Whether the judgement is not yet that of the draft that was given last."""
        return self._timer.isActive() or self._task is not None

    def _start(self) -> None:
        self._timer.stop()
        draft = self._draft
        if draft is None:
            return
        anew = draft.text != self._read

        def work(report: Report) -> Worked:
            if not anew:
                return judge(draft, report), None
            found = suggest(draft.text)
            seen = proposed_in(draft.text, found), fitness(draft.text, found)
            return judge(draft, report), seen

        task = Task(work)
        task.done.connect(lambda result: self._done(task, draft, result))
        task.failed.connect(lambda error: self._fail(task, error))
        self._task = task
        task.start()

    def _done(self, task: Task, draft: Draft, result: Worked) -> None:
        if task is not self._task:
            return
        self._task = None
        judgement, found = result
        if found is not None:
            self._read = draft.text
            self.suggested.emit(*found)
        self.judged.emit(judgement)
        if not self._settled:
            # Most of what there is by now stays; to go through it again takes 40 ms in mid-word.
            self._settled = True
            gc.collect()
            gc.freeze()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)
