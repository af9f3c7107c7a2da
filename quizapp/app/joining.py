"""A bank without its article, and the reader’s own copy of that: together a bank like any other."""

from datetime import datetime
from pathlib import Path

from quizapp.app.bank_files import BANKS, FILE, open_bank
from quizapp.app.banking import save
from quizapp.bank.bare import MOST_BYTES, Bare, Joined, joined, opened
from quizapp.errors import QuizappError
from quizapp.formats.articles import read_article
from quizapp.i18n import _
from quizapp.store import Store


def open_bare(path: Path) -> Bare:
    """The bank in a file.

    Raises:
        QuizappError: it cannot be read, or is no bank without its article.
    """
    return opened(_read(path, MOST_BYTES))


def text_of(path: Path) -> str:
    """The text of the reader’s copy: plain text, Markdown, a web page, DOCX or PDF.

    Raises:
        FileError: there is no text in it.
        QuizappError: it cannot be read.
    """
    return read_article(_read(path, 30 * 10**6), path.name).text


def join(bare: Bare, copy: str, folder: Path, store: Store, now: datetime) -> tuple[Path, Joined]:
    """Put both together, and keep the bank in a data folder; where it is, and what was found.

    Raises:
        OtherArticleError: the copy is of another article.
        QuizappError: another bank has the same name here, or nothing can be written.
    """
    found = joined(bare, copy)
    path = folder / BANKS / found.bank.id
    if (path / FILE).exists():
        known = open_bank(path)
        if (known.id, known.title) != (found.bank.id, found.bank.title):
            text = _("You have another bank under the name “{id}”: “{title}”. Move it first.")
            raise QuizappError(text.format(id=known.id, title=known.title))
    keep(found, path, store, now)
    return path, found


def keep(found: Joined, path: Path, store: Store, now: datetime) -> None:
    """Write the bank into its folder, which is made where there is none.

    Raises:
        QuizappError: it cannot be written.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = _("The bank cannot be saved in {folder} ({reason}). Allow writing there.")
        raise QuizappError(text.format(folder=path, reason=error.strerror)) from error
    save(found.bank, path, store, now)


def _read(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            text = _("{path} is too large to be read.")
            raise QuizappError(text.format(path=path))
        return path.read_bytes()
    except OSError as error:
        text = _("{path} cannot be read ({reason}).")
        raise QuizappError(text.format(path=path, reason=error.strerror or error)) from error
