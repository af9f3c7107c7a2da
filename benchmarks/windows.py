"""The real window on a folder, without a display, for figures of what a reader waits for."""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.settings import Settings
from quizapp.ui import theme
from quizapp.ui.window import Window, apply_look

PATIENCE_S, TICK_MS = 60.0, 50


def application() -> QApplication:
    """The application as the program makes it, drawing into memory."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return theme.application("quizapp")


def opened(folder: Path) -> Window:
    """A window of 1280 by 800 in which home can be used."""
    settings = Settings(theme="light", reduced_motion=True, first_start_done=True)
    apply_look(settings)
    window, usable = Window(folder, settings), []
    window.usable.connect(lambda: usable.append(True))
    window.resize(1280, 800)
    window.show()
    window.open_work(None)
    until(lambda: bool(usable))
    gc.freeze()  # as the program does once home can be used
    QApplication.processEvents()
    return window


def milliseconds(act: Callable[[], object], kind: type[QWidget]) -> float:
    """From the act until a widget of that kind, and all that is with it, has been painted.

    What an event shows is painted before ``processEvents`` returns. A filter that watched for it
    would cost more than the painting.
    """
    before = set(shown(kind))
    begun = time.perf_counter_ns()
    act()
    until(lambda: any(one not in before for one in shown(kind)))
    QApplication.processEvents()
    return (time.perf_counter_ns() - begun) / 1e6


def shown(kind: type[QWidget]) -> list[QWidget]:
    """The widgets of a kind that can be seen."""
    tops = QApplication.topLevelWidgets()
    return [one for top in tops for one in top.findChildren(kind) if one.isVisible()]


def until(done: Callable[[], bool]) -> None:
    """Let the program work until it is done. Raises ``TimeoutError`` after a minute.

    It sleeps between events, as the program does, so that work off the GUI thread is not held up.
    """
    end = time.monotonic() + PATIENCE_S
    tick = QTimer()
    tick.start(TICK_MS)
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to it within a minute")
    tick.stop()
