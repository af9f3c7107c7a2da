"""Items of all banks at hand, found by words, to be copied."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quizapp.app.authoring.asking import remove, taken_over
from quizapp.app.authoring.drafts import follow
from quizapp.app.authoring.session import Authoring
from quizapp.app.bank_files import open_bank
from quizapp.app.banking import save
from quizapp.bank import Bank
from quizapp.errors import FileError, QuizappError
from quizapp.i18n import N_
from quizapp.items import Item
from quizapp.store import Store
from quizapp.text import fold

MOST = 200


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item, the bank that it is in, and the file of its picture, if it has one.

    ``movable``: the bank is the author's own and has other items, so that this one can leave it.
    """

    bank: str
    title: str
    item: Item
    folder: Path
    picture: bytes | None = None
    movable: bool = False


class Finder:
    """Looks through the banks in these folders; each is read once. A broken one is left out.

    Items of the banks in ``own`` can be moved out of them.
    """

    def __init__(self, folders: Iterable[Path], own: Iterable[Path] = ()) -> None:
        self._folders, self._own = tuple(folders), frozenset(own)
        self._known: dict[Path, Bank | None] = {}

    def find(self, words: str) -> tuple[FoundItem, ...]:
        """The items in which every one of the words stands, in any order; at most 200 of them."""
        wanted = fold(words).split()
        found = (one for one in self._items() if _fits(one.item, wanted))
        return tuple(one for one, _n in zip(found, range(MOST), strict=False))

    def _items(self) -> Iterator[FoundItem]:
        for folder in self._folders:
            if folder not in self._known:
                self._known[folder] = _read(folder)
            bank = self._known[folder]
            if bank is not None:
                movable = folder in self._own and len(bank.items) > 1
                yield from (
                    FoundItem(bank.id, bank.title, item, folder, bank.picture(item), movable)
                    for item in bank.items
                )


def copy_item(session: Authoring, found: FoundItem) -> str:
    """Copy an item into a draft, its picture along with it; the copy's id.

    Raises:
        QuizappError: the draft cannot be written.
    """
    item = found.item
    if item.picture is not None and found.picture:
        name = session.pictures.add(found.picture)
        item = replace(item, picture=replace(item.picture, file=name))
    after, (id_,) = taken_over(session.draft, (item,))
    session.do(N_("Copy an item"), after)
    return id_


def move_item(session: Authoring, found: FoundItem, data: Path, store: Store, now: datetime) -> str:
    """Copy an item into a draft and take it out of its own bank, which is saved; the copy's id.

    The bank keeps the version that it was. A draft of it in the data folder ``data`` follows.

    Raises:
        FileError: the bank cannot be read any more, or is none without the item.
        QuizappError: the draft or the bank cannot be written.
    """
    bank = open_bank(found.folder)
    left = replace(bank, items=tuple(item for item in bank.items if item.id != found.item.id))
    id_ = copy_item(session, found)
    try:
        saved = save(left, found.folder, store, now)
    except QuizappError:
        session.undo()
        raise
    follow(data, found.folder, saved.sha256, lambda draft: remove(draft, found.item.id))
    return id_


def _fits(item: Item, wanted: list[str]) -> bool:
    said = fold(" ".join((item.plain(()), item.feedback, *item.tags, *item.skills)))
    return bool(wanted) and all(word in said for word in wanted)


def _read(folder: Path) -> Bank | None:
    try:
        return open_bank(folder)
    except FileError:
        return None
