"""Items of all banks at hand, found by words, to be copied."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.app.authoring.asking import taken_over
from quizapp.app.authoring.session import Authoring
from quizapp.app.bank_files import open_bank
from quizapp.bank import Bank
from quizapp.errors import FileError
from quizapp.i18n import N_
from quizapp.items import Item
from quizapp.text import fold

MOST = 200


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item, the bank that it is in, and the file of its picture, if it has one."""

    bank: str
    title: str
    item: Item
    picture: bytes | None = None


class Finder:
    """Looks through the banks in these folders; each is read once. A broken one is left out."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
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
                yield from (
                    FoundItem(bank.id, bank.title, item, bank.picture(item)) for item in bank.items
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


def _fits(item: Item, wanted: list[str]) -> bool:
    said = fold(" ".join((item.plain(()), item.feedback, *item.tags, *item.skills)))
    return bool(wanted) and all(word in said for word in wanted)


def _read(folder: Path) -> Bank | None:
    try:
        return open_bank(folder)
    except FileError:
        return None
