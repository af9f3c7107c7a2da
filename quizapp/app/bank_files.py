"""Banks as files: where they are, and reading them from the disk."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp import resources
from quizapp.bank import Bank, Reading, examine
from quizapp.errors import FileError, Problem, QuizappError
from quizapp.i18n import _

FILE = "bank.nt"
BANKS = "banks"  # in the data folder
UNREADABLE = ("no-file", "no-bank", "no-permission")


def find(name: str) -> Path:
    """The path that was typed; or the shipped bank of that name, where there is no such path."""
    path = Path(name)
    known = {folder.name: folder for folder in shipped()}
    return known[name] if name in known and not path.exists() else path


def is_unreadable(error: FileError) -> bool:
    """Whether there was no file to be read at all, rather than one with mistakes in it."""
    return any(problem.code in UNREADABLE for problem in error.problems)


def shipped() -> tuple[Path, ...]:
    """The folders of the banks that come with the program, by name."""
    return tuple(sorted(file.parent for file in resources.path("questions").glob(f"*/{FILE}")))


def own_banks(folder: Path) -> tuple[Path, ...]:
    """The folders of the banks that were made or brought in here, in a data folder, by name."""
    return tuple(sorted(file.parent for file in (folder / BANKS).glob(f"*/{FILE}")))


def examine_path(path: Path, *, advise: bool = True) -> Reading:
    """The bank at ``path``, a folder or its ``bank.nt``, and all that is to be said about it.

    Without ``advise`` the advice on its wording, which takes time, is left out.

    Raises:
        FileError: there is no such file, or it may not be read.
    """
    file = path
    try:
        file = path / FILE if path.is_dir() else path
        if file.is_dir() or (file.exists() and not file.is_file()):
            raise FileError(str(path), [_no_file(path, file)])
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise FileError(str(path), [_no_file(path, file)]) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        what = _("The file cannot be read ({reason}).").format(reason=reason)
        remedy = _("Check its name, and that you may read it.")
        problem = Problem(0, 0, "no-permission", what, remedy, file=str(file))
        raise FileError(str(path), [problem]) from error
    with no_collecting():
        fetch = lambda name: (file.parent / name).read_bytes()  # noqa: E731
        return examine(data, str(file), fetch, advise=advise)


def open_bank(path: Path) -> Bank:
    """The bank at ``path``, a folder or its ``bank.nt``.

    Raises:
        FileError: with every error found in it.
    """
    reading = examine_path(path, advise=False)
    if reading.bank is None:
        raise FileError(str(path), [p for p in reading.problems if p.severity == "error"])
    return reading.bank


def refuse_comments(path: Path) -> None:
    """Stop before a bank's file is written anew whose comments would be lost.

    Raises:
        QuizappError: the file has comments.
    """
    file = path / FILE if path.is_dir() else path
    if any(line.lstrip().startswith("#") for line in file.read_text("utf-8").splitlines()):
        told = _("{file} has comments, which would be lost. Take them out, or add by hand.")
        raise QuizappError(told.format(file=file))


@contextmanager
def no_collecting() -> Iterator[None]:
    """Leave garbage until later: reading makes many small objects that all stay.

    Looking through them again and again meanwhile takes as long as the reading itself.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _no_file(path: Path, file: Path) -> Problem:
    if path.is_dir():
        what = _("There is no {file} in this folder.").format(file=FILE)
        remedy = _("Give the folder of a bank, or its {file}.").format(file=FILE)
        return Problem(0, 0, "no-bank", what, remedy, file=str(path))
    what = _("There is no such file.")
    remedy = _("Check the name; a bank is a folder with {file} in it.").format(file=FILE)
    return Problem(0, 0, "no-file", what, remedy, file=str(file))
