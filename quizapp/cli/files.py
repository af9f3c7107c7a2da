"""Files and passphrases as the commands of a class take them."""

import getpass
import os
import sys
from pathlib import Path

from quizapp import disk
from quizapp.errors import QuizappError
from quizapp.i18n import _

VARIABLE = "QUIZAPP_PASSPHRASE"


def write(path: Path, data: bytes, *, anew: bool = False) -> None:
    """Write a file, whole or not at all.

    Raises:
        QuizappError: it cannot be written, or is ``anew`` to be made and there is one.
    """
    if anew:
        refuse(path)
    try:
        disk.replace(path, data)
    except OSError as error:
        text = _("{file} cannot be written ({reason}).")
        raise QuizappError(text.format(file=path, reason=error.strerror)) from error


def passphrase() -> str:
    """From the environment, else typed unseen, else the next line of a pipe.

    Raises:
        QuizappError: it is empty.
    """
    given = os.environ.get(VARIABLE, "")
    if not given and sys.stdin.isatty():
        given = getpass.getpass(_("Passphrase of your key: "))
    given = given or sys.stdin.readline()
    if not given.strip():
        raise QuizappError(
            _("Your key needs a passphrase. Type one, or set {variable}.").format(variable=VARIABLE)
        )
    return given.strip()


def refuse(path: Path) -> None:
    """Let nothing be overwritten.

    Raises:
        QuizappError: there is such a file.
    """
    if path.exists():
        text = _("There is a file {file} already. Move it away, or choose another name.")
        raise QuizappError(text.format(file=path))


def folder(path: Path) -> None:
    """Make a folder, if it is missing.

    Raises:
        QuizappError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = _("The folder {file} cannot be made ({reason}).")
        raise QuizappError(text.format(file=path, reason=error.strerror)) from error
