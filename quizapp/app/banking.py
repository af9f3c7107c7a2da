"""Banks that change: saved to their folder, kept as versions, compared, brought back."""

import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from quizapp import disk
from quizapp.app.bank_files import FILE, open_bank
from quizapp.bank import Bank, canonical, examine_tree, read, version
from quizapp.bank.versions import Change, compare
from quizapp.bank.write import as_file, tree
from quizapp.errors import FileError, QuizappError
from quizapp.i18n import _
from quizapp.store import Store, banks

FEWEST_DIGITS = 4
BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")  # what no bank’s file may have


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: the version that the folder holds now, and whether it is a new one."""

    sha256: str
    new: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One save of a bank: when, how many items, and what changed since the save before.

    ``current`` says that the folder holds this version now.
    """

    n: int
    sha256: str
    at: datetime
    items: int
    changes: tuple[Change, ...]
    current: bool = False


def save(bank: Bank, path: Path, store: Store, now: datetime) -> Saved:
    """Write the bank into its folder and keep it as a version, if its content is another.

    The version that the folder held is kept first, so that nothing is lost. Files that make no
    bank, and so no version, are set aside under other names.

    Raises:
        FileError: the bank has errors, so that it could not be read again; nothing was written.
        QuizappError: the folder cannot be written.
    """
    file = path if path.is_file() else path / FILE
    article = file.with_name(bank.article.file or "article.txt")
    records = tree(bank)
    data, text = as_file(records), bank.article.text.encode()
    beside = {**dict(bank.pictures), article.name: text}
    written = _as_read(bank, records, data) or read(
        data, str(file), lambda name: beside.get(name) or file.with_name(name).read_bytes()
    )
    held = _held(file)
    if held is not None:
        keep(held, store, now)
    try:
        if held is None:
            _set_aside(file)
        if text and (held is None or held.article.text != written.article.text):
            if held is None:
                _set_aside(article)
            disk.replace(article, text)
        _write_pictures(bank, held, file.parent)
        if held is None or canonical(held) != canonical(written):
            disk.replace(file, data)
    except OSError as error:
        words = _("The bank cannot be saved in {folder} ({reason}). Allow writing there.")
        raise QuizappError(words.format(folder=file.parent, reason=error.strerror)) from error
    return Saved(*keep(written, store, now))


def _as_read(bank: Bank, records: dict[str, Any], data: bytes) -> Bank | None:
    """The bank as it will be read from its file; ``None`` where only reading that tells.

    What is looked at are the records that were written: reading the file itself takes as long as
    all the rest. Where they have errors, reading it names their lines.
    """
    if BINARY.search(data) or "\\r" in repr(records) or any(item.picture for item in bank.items):
        return None
    return examine_tree(records, bank.article.text).bank


def keep(bank: Bank, store: Store, now: datetime) -> tuple[str, bool]:
    """Keep the bank as its newest version; its SHA-256, and whether the newest was another."""
    with store.write() as connection:
        return banks.save(connection, bank, now)


def versions(store: Store, bank_id: str, held: Bank | None = None) -> tuple[Version, ...]:
    """Every save of the bank, oldest first; ``held`` is what its folder holds now.

    Raises:
        QuizappError: a version is damaged.
    """
    found: list[Version] = []
    now = version(canonical(held)) if held else ""
    with store.read() as connection:
        history = banks.history(connection, bank_id)
        before: Bank | None = None
        last = {save.sha256: save.n for save in history}.get(now)
        for one in history:
            bank = banks.load(connection, one.sha256)
            changes = compare(before, bank) if before else ()
            current = one.n == last
            found.append(Version(one.n, one.sha256, one.at, len(bank.items), changes, current))
            before = bank
    return tuple(found)


def find_version(store: Store, bank_id: str, typed: str) -> tuple[str, Bank]:
    """The kept version whose SHA-256 begins as was typed, with its name.

    Raises:
        QuizappError: no version begins so, or several do, or it is damaged.
    """
    wanted = typed.strip().casefold()
    with store.read() as connection:
        known = {save.sha256 for save in banks.history(connection, bank_id)}
        fitting = [sha256 for sha256 in sorted(known) if sha256.startswith(wanted)]
        if len(wanted) >= FEWEST_DIGITS and len(fitting) == 1:
            return fitting[0], banks.load(connection, fitting[0])
    if len(wanted) < FEWEST_DIGITS or not fitting:
        text = _(
            "There is no version “{typed}” of this bank. Give the first {n} digits or more of one "
            "that “quizapp versions” lists."
        )
        raise QuizappError(text.format(typed=typed, n=FEWEST_DIGITS))
    text = _("{n} versions of this bank begin with “{typed}”. Give more digits.")
    raise QuizappError(text.format(n=len(fitting), typed=typed))


def restore(typed: str, path: Path, store: Store, now: datetime) -> Saved:
    """Write a kept version back into the folder, as the newest; every other version stays.

    Raises:
        QuizappError: there is no such version, or the folder cannot be written.
    """
    _sha256, bank = find_version(store, bank_id(path, store), typed)
    return save(bank, path, store, now)


def bank_id(path: Path, store: Store) -> str:
    """The id of the bank at ``path``; of one that cannot be read, the folder's name.

    Raises:
        FileError: it cannot be read, and no version of a bank of that name is kept.
    """
    try:
        return open_bank(path).id
    except FileError:
        name = (path.parent if path.name == FILE else path).absolute().name
        with store.read() as connection:
            if not banks.newest(connection, name):
                raise
        return name


def _write_pictures(bank: Bank, held: Bank | None, folder: Path) -> None:
    """Put the pictures beside the bank; one that was another before is kept with that version."""
    before = dict(held.pictures) if held else {}
    for name, data in bank.pictures:
        file = folder / name
        if before.get(name) == data:
            continue
        if name not in before:
            _set_aside(file)
        disk.replace(file, data)


def _held(file: Path) -> Bank | None:
    """The bank in the file; ``None`` where there is none, or none that can be read."""
    try:
        return open_bank(file)
    except FileError:
        return None


def _set_aside(file: Path) -> None:
    """Copy a file that is about to be replaced and cannot be kept as a version."""
    if file.exists():
        taken = {path.name for path in file.parent.iterdir()}
        names = (f"{file.name}.replaced-{n}" for n in range(1, len(taken) + 2))
        shutil.copyfile(file, file.with_name(next(name for name in names if name not in taken)))
