"""Several people on one computer: who there is, what is kept of each, and how it is deleted."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from quizapp import disk
from quizapp.app.card_cache import FILE as CARDS
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.store import Connection, Store, readers
from quizapp.store.readers import Reader
from quizapp.text import fold

LONGEST = 60
FIRST = "me"


def everybody(store: Store, current: str) -> tuple[Reader, ...]:
    """Everybody who reads here, the current reader among them, by name."""
    with store.read() as connection:
        found = readers.every(connection)
    if all(one.id != current for one in found):
        found = (Reader(current, current, 0), *found)
    named = (Reader(one.id, shown(one), one.attempts) for one in found)
    return tuple(sorted(named, key=lambda one: (one.name.casefold(), one.id)))


def shown(reader: Reader) -> str:
    """The name that a reader is shown under; who never gave one is called so."""
    return _("Me") if reader.name == FIRST else reader.name


def of_class(reader_id: str) -> bool:
    """Whether it is somebody of a class, whose attempt came back in a file."""
    return reader_id.startswith(readers.CLASS)


def add(store: Store, name: str, now: datetime) -> str:
    """Add somebody; their id, which is the name as it was first given.

    Raises:
        QuizappError: there is no name, it is too long, or somebody is called that.
    """
    with store.write() as connection:
        words = _checked(connection, name)
        readers.name(connection, words, words, now)
    return words


def rename(store: Store, reader_id: str, name: str, now: datetime) -> None:
    """Show somebody under another name.

    Raises:
        QuizappError: as ``add``.
    """
    with store.write() as connection:
        words = _checked(connection, name, but=reader_id)
        readers.name(connection, reader_id, words, now)


def find(store: Store, word: str, current: str) -> Reader:
    """Whom a word means: an id, or a name.

    Raises:
        QuizappError: nobody is called that.
    """
    known = everybody(store, current)
    for one in known:
        if word in (one.id, one.name):
            return one
    text = _("Nobody is called “{word}” here. There are: {names}.")
    raise QuizappError(text.format(word=word, names=", ".join(one.name for one in known)))


def export(store: Store, reader: Reader, path: Path, now: datetime) -> int:
    """Write everything that is kept of a reader as JSON; how many rows that is.

    Raises:
        QuizappError: the file could not be written.
    """
    with store.read() as connection:
        kept = readers.kept(connection, reader.id)
    whole = {"reader": reader.id, "name": reader.name, "exported": now.isoformat(), "kept": kept}
    data = json.dumps(whole, ensure_ascii=False, indent=2, default=_plain).encode()
    try:
        disk.replace(path, data + b"\n")
    except OSError as error:
        text = _("The file {path} could not be written ({reason}). Choose another place.")
        raise QuizappError(text.format(path=path, reason=error.strerror)) from error
    return sum(len(rows) for rows in kept.values())


def count(store: Store, reader_id: str) -> int:
    """How many rows are kept of a reader."""
    with store.read() as connection:
        return sum(len(rows) for rows in readers.kept(connection, reader_id).values())


def delete(store: Store, folder: Path, reader_id: str) -> tuple[int, tuple[Path, ...]]:
    """Delete everything of a reader, for good.

    Returns:
        How many rows there were, and older copies of the database that may still hold them.
    """
    with store.write() as connection:
        removed = readers.remove(connection, reader_id)
    store.vacuum()
    (folder / CARDS).unlink(missing_ok=True)
    if store.shared:
        return removed, ()  # the copies of a server are its keeper's
    return removed, tuple(sorted(store.path.parent.glob(f"{store.path.name}.*backup")))


def _checked(connection: Connection, name: str, but: str = "") -> str:
    words = " ".join(name.split())
    if not words:
        raise QuizappError(_("Give a name or a code."))
    if len(words) > LONGEST:
        text = _("A name has at most {n} letters.")
        raise QuizappError(text.format(n=LONGEST))
    others = [one for one in readers.every(connection) if one.id != but]
    if any(fold(words) in (fold(one.name), fold(one.id)) for one in others):
        text = _("Somebody is called “{name}” already. Add a letter or a number.")
        raise QuizappError(text.format(name=words))
    return words


def _plain(value: Any) -> str:
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, datetime) else str(value)
