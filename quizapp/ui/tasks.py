"""Long work off the GUI thread, with progress, and cancelled when asked."""

import sys
from collections.abc import Callable
from threading import Event
from typing import Any, ClassVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Report = Callable[[int, int], None]
# Seconds. Each call into Qt gives the interpreter up, and the window waits so long to have it back
# while a task works; with Python's 5 ms a page of a hundred calls takes half a second to paint.
SWITCH = 0.0001
LET_GO = 10.0  # seconds that are waited at most for a task to stop


class CancelledError(Exception):
    """The work was cancelled by whoever started it."""


class _Runnable(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        self._run()


class Task(QObject):
    """Does ``work(report)`` on another thread; its signals come on the thread that made it.

    What works needs to know nothing of Qt: it calls ``report(done, total)`` now and then, which
    ends it with ``CancelledError`` after ``cancel()``.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    finished = Signal()
    _running: ClassVar[set["Task"]] = set()  # else Python may delete it, and its signals with it

    def __init__(self, work: Callable[[Report], Any]) -> None:
        super().__init__()  # without a parent, since a window may be closed first
        self._work = work
        self._cancel = Event()
        self._ended = Event()
        self.finished.connect(self._forget)

    def start(self) -> None:
        """Begin, on the program's pool of threads."""
        sys.setswitchinterval(SWITCH)
        self._running.add(self)
        QThreadPool.globalInstance().start(_Runnable(self._run))

    def cancel(self) -> None:
        """Stop at the next report; ``done`` and ``failed`` are then not sent."""
        self._cancel.set()

    def stop(self) -> None:
        """Cancel it, and wait until it has let go of what it works on."""
        self.cancel()
        self._ended.wait(LET_GO)

    def _forget(self) -> None:
        self._running.discard(self)

    def _report(self, done: int, total: int) -> None:
        if self._cancel.is_set():
            raise CancelledError
        self.progress.emit(done, total)

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except CancelledError:
            pass
        except Exception as error:  # noqa: BLE001  (the one thread boundary)
            self.failed.emit(error)
        else:
            self.done.emit(result)
        self._ended.set()
        self.finished.emit()
