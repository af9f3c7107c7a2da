"""Starts the window: the frame of home is painted first, the store is imported after that."""

import gc
import json
import os
import sys
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from quizapp import __version__, settings
from quizapp.app.instance import Instance
from quizapp.app.places import as_read, data_folder, settings_file
from quizapp.errors import QuizappError
from quizapp.ui import icons, theme
from quizapp.ui.window import Window, apply_look


def run_window(bank: Path | None, quit_after_start: bool, start_times: bool) -> int:
    """Run the window until it is closed.

    Args:
        bank: the bank to open, or ``None`` for home.
        quit_after_start: close again as soon as home can be used.
        start_times: print the moments of the first paint and of a usable home, as JSON, in
            nanoseconds of CLOCK_MONOTONIC.

    Returns:
        Exit status: 0 well, 2 where the data cannot be used or the program is open already.
    """
    app = theme.application(sys.argv[0])
    app.setApplicationName("quizapp")
    app.setApplicationVersion(__version__)
    sys.excepthook = _show_bug
    try:
        folder = data_folder(os.environ)
        instance = Instance(folder)
    except QuizappError as error:
        return _refuse(app, error, quit_after_start)
    loaded = settings.load(settings_file(folder))
    apply_look(loaded.settings)
    window = Window(folder, as_read(loaded.settings, os.environ))
    moments: dict[str, int] = {}
    window.painted.connect(lambda: moments.setdefault("first_paint", time.monotonic_ns()))
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: window.open_work(bank)))
    window.usable.connect(lambda: _usable(app, window, moments, quit_after_start, start_times))
    window.show()
    app.styleHints().colorSchemeChanged.connect(window.follow_system)
    QTimer.singleShot(0, lambda: app.setWindowIcon(icons.app_icon()))
    if loaded.warning:
        from quizapp.ui import errors

        errors.show(QuizappError(loaded.warning), window)
    status = app.exec()
    QThreadPool.globalInstance().waitForDone()  # a bank may still be read; Qt must outlive that
    instance.release()
    return status


def _usable(
    app: QApplication,
    window: Window,
    moments: dict[str, int],
    quit_after_start: bool,
    start_times: bool,
) -> None:
    moments["home_usable"] = time.monotonic_ns()
    gc.freeze()  # what a start imports stays, and need not be looked through ever again
    gc.enable()
    if start_times:
        print(json.dumps(moments), flush=True)
    if quit_after_start:
        window.close()
        app.quit()


def _refuse(app: QApplication, error: QuizappError, quit_after_start: bool) -> int:
    """Say why there is no window: on standard error, and in a box where somebody may look."""
    gc.enable()
    print(f"quizapp: {error}", file=sys.stderr)
    if not quit_after_start:
        from quizapp.ui import errors

        box = errors.show(error)
        box.finished.connect(app.quit)
        app.exec()
    return 2


def _show_bug(
    _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    from quizapp.ui import errors

    errors.show(error, QApplication.activeWindow())
