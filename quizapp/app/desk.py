"""What one user has open: the data folder, the settings, the store."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quizapp.app.places import as_read, chosen, data_folder, settings_file
from quizapp.settings import Settings, load
from quizapp.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """``warning`` is a sentence for the user where some settings could not be used."""

    folder: Path
    settings: Settings
    warning: str
    store: Store


@contextmanager
def open_desk(environ: Mapping[str, str]) -> Iterator[Desk]:
    """The user's data, opened, and closed again at the end.

    Raises:
        QuizappError: the folder or the database cannot be used.
    """
    folder = data_folder(environ)
    loaded = load(settings_file(folder))
    store = Store(chosen(folder, environ))
    try:
        yield Desk(folder, as_read(loaded.settings, environ), loaded.warning, store)
    finally:
        store.close()
