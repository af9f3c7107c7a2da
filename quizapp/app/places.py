"""Where this user's data lie."""

import contextlib
import errno
import getpass
import os
import platform
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.settings import FILE, Settings, platform_folder

if TYPE_CHECKING:
    from quizapp.store import Address

DATABASE = "quizapp.db"
VARIABLE = "QUIZAPP_DATA"
SERVER = "QUIZAPP_DATABASE"
NOBODY = Settings().reader


def data_folder(environ: Mapping[str, str]) -> Path:
    """The folder for this user's data, made if it is missing, and found to be writable.

    Raises:
        QuizappError: it cannot be made or written; the message says what to do.
    """
    given = environ.get(VARIABLE, "").strip()
    folder = Path(given).expanduser() if given else platform_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _try(folder)
    except OSError as error:
        raise QuizappError(_refusal(folder, error)) from error
    return folder


def database(folder: Path) -> Path:
    """The database in a data folder."""
    return folder / DATABASE


def chosen(folder: Path, environ: Mapping[str, str]) -> "Path | Address":
    """The database: on a server where ``QUIZAPP_DATABASE`` names one, else in the data folder.

    Raises:
        QuizappError: what the variable holds names no database.
    """
    given = environ.get(SERVER, "").strip()
    if not given:
        return database(folder)
    from quizapp.store import address

    return address(SERVER, given)


def as_read(settings: Settings, environ: Mapping[str, str]) -> Settings:
    """The settings as they hold with this database.

    On a server “me” would be everybody, so who gave no name is called after login and computer.
    """
    if not environ.get(SERVER, "").strip() or settings.reader != NOBODY:
        return settings
    return replace(settings, reader=_here())


def as_kept(settings: Settings) -> Settings:
    """The settings as the file has them: without a name that nobody gave."""
    return replace(settings, reader=NOBODY) if settings.reader == _here() else settings


def _here() -> str:
    try:
        login = getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in a container
        login = "somebody"
    return f"{login}@{platform.node() or 'computer'}"


def settings_file(folder: Path) -> Path:
    """The settings in a data folder."""
    return folder / FILE


def _try(folder: Path) -> None:
    """Write a few bytes and take them away again; only that shows that a folder can be written."""
    handle, name = tempfile.mkstemp(prefix=".try-", dir=folder)
    try:
        os.write(handle, b"quizapp")
    finally:
        os.close(handle)
        with contextlib.suppress(OSError):
            Path(name).unlink()


def _refusal(folder: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        text = _(
            "The disk that holds your data in {folder} is full. "
            "Free some space, or set {variable} to a folder on another disk."
        )
    elif isinstance(error, FileExistsError | NotADirectoryError):
        text = _(
            "Your data should lie in {folder}, but there is a file where a folder is needed. "
            "Move that file away, or set {variable} to another folder."
        )
    else:
        text = _(
            "Your data cannot be kept in {folder} ({reason}). "
            "Allow writing there, or set {variable} to a folder where you may write."
        )
    return text.format(folder=folder, variable=VARIABLE, reason=error.strerror)
