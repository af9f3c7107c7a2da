"""Files that the user asked for, at the place that they chose."""

import contextlib
from pathlib import Path

from quizapp import disk
from quizapp.errors import QuizappError
from quizapp.i18n import _


def write(path: Path, data: bytes) -> None:
    """Write a file whole, or leave what was there.

    Raises:
        QuizappError: it cannot be written there; the message says why.
    """
    try:
        disk.replace(path, data)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError, ValueError):
            path.with_name(f".{path.name}.new").unlink(missing_ok=True)
        text = _("“{path}” could not be written ({reason}). Choose another name or folder.")
        reason = getattr(error, "strerror", None) or error
        raise QuizappError(text.format(path=path, reason=reason)) from error


def read(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        QuizappError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        text = _("{file} cannot be read ({reason}).")
        raise QuizappError(text.format(file=path, reason=error.strerror)) from error
