"""Items of all banks at hand, found by words, to be copied."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizapp.app.bank_files import open_bank
from quizapp.bank import Bank
from quizapp.errors import FileError
from quizapp.items import Item
from quizapp.text import fold

MOST = 200


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item, and the bank that it is in."""

    bank: str
    title: str
    item: Item


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
                yield from (FoundItem(bank.id, bank.title, item) for item in bank.items)


def _fits(item: Item, wanted: list[str]) -> bool:
    said = fold(" ".join((item.plain(()), item.feedback, *item.tags, *item.skills)))
    return bool(wanted) and all(word in said for word in wanted)


def _read(folder: Path) -> Bank | None:
    try:
        return open_bank(folder)
    except FileError:
        return None
