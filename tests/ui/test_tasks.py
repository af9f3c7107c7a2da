"""Long work beside the window: it ends in one way, arrives where it was asked for, and can stop."""

import gc
import threading
import time

from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.errors import QuizappError
from quizapp.ui.tasks import Report, Task


def test_what_was_worked_out_arrives_on_the_thread_that_asked(qtbot: QtBot) -> None:
    """The window may be touched from what follows."""
    threads: dict[str, object] = {}
    task = Task(lambda _report: threads.setdefault("work", threading.get_ident()))
    task.done.connect(lambda _result: threads.setdefault("done", QThread.currentThread()))

    with qtbot.waitSignals([task.done, task.finished]):
        task.start()

    assert threads["work"] != threading.get_ident()
    assert threads["done"] is QThread.currentThread()


def test_what_went_wrong_is_handed_over_as_it_is(qtbot: QtBot) -> None:
    """An error is shown by the window, and no thread dies of it."""
    error = QuizappError("The disk is asleep. Wake it.")

    def work(_report: Report) -> None:
        raise error

    task = Task(work)
    said: list[object] = []
    task.failed.connect(said.append)
    with qtbot.assertNotEmitted(task.done), qtbot.waitSignal(task.finished):
        task.start()

    assert said == [error]


def test_progress_is_told_on_the_way(qtbot: QtBot) -> None:
    """Long work shows how far it has come."""
    told: list[tuple[int, int]] = []

    def work(report: Report) -> int:
        for n in range(3):
            report(n, 3)
        return 3

    task = Task(work)
    task.progress.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(task.done) as signal:
        task.start()

    assert told == [(0, 3), (1, 3), (2, 3)]
    assert signal.args == [3]


def test_work_that_is_cancelled_says_neither_done_nor_failed(qtbot: QtBot) -> None:
    """Whoever cancels gets the screen back, without a message."""
    began = threading.Event()

    def work(report: Report) -> None:
        began.set()
        while True:
            report(1, 2)
            time.sleep(0.001)

    task = Task(work)
    with (
        qtbot.assertNotEmitted(task.done),
        qtbot.assertNotEmitted(task.failed),
        qtbot.waitSignal(task.finished),
    ):
        task.start()
        assert began.wait(5)
        task.cancel()


def test_work_outlives_the_window_that_asked_for_it(qtbot: QtBot) -> None:
    """Closing a window in the middle crashes nothing, and what was begun ends."""
    go_on, ended = threading.Event(), threading.Event()

    def work(_report: Report) -> None:
        go_on.wait(5)
        ended.set()

    def open_and_close() -> None:
        window = QWidget()
        task = Task(work)
        task.done.connect(window.close)
        task.start()
        window.deleteLater()

    open_and_close()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    go_on.set()

    assert ended.wait(5)
    qtbot.waitUntil(lambda: not Task._running)


def test_work_can_be_waited_for_until_it_has_let_go(qtbot: QtBot) -> None:
    """Whoever closes the database stops what works on it first."""
    began, ended = threading.Event(), threading.Event()

    def work(report: Report) -> None:
        began.set()
        try:
            while True:
                report(1, 2)
                time.sleep(0.001)
        finally:
            ended.set()

    task = Task(work)
    with qtbot.waitSignal(task.finished):
        task.start()
        assert began.wait(5)
        task.stop()
        assert ended.is_set()
