"""One window on one data folder: a lock that the system lets go of when the program ends."""

import os
import sys
from pathlib import Path

from quizapp.errors import QuizappError
from quizapp.i18n import _

FILE = "window.lock"


class Instance:
    """Holds the lock of a data folder until it is released, or the program ends in any way.

    Raises:
        QuizappError: another window has it.
    """

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except (BlockingIOError, PermissionError) as error:
            os.close(self._handle)
            raise QuizappError(
                _(
                    "quizapp is already open with the data in {folder}. Go on in its window, or "
                    "close it first. To take a quiz beside it, use “quizapp take” in a terminal."
                ).format(folder=folder)
            ) from error
        except OSError:
            pass  # a file system without locks; the answer log notices two at one attempt

    def release(self) -> None:
        """Let another window open."""
        os.close(self._handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
