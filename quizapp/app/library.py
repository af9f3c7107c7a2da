"""The banks that are at hand, and how far a reader has come in each."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from quizapp.app.bank_files import examine_path, open_bank, shipped
from quizapp.app.card_cache import CardCache
from quizapp.app.cards import BankCard, BarSegment, BrokenCard, State
from quizapp.app.markings import marked_by
from quizapp.bank import STANDING_KINDS, Bank, canonical, version
from quizapp.claims import Standing
from quizapp.errors import FileError, Problem, QuizappError
from quizapp.i18n import _
from quizapp.quiz import Attempt, counted, mark
from quizapp.report.result import SKILL_TITLES
from quizapp.store import Connection, Store, attempts, banks

SECONDS_AN_ITEM = 45
__all__ = [
    "BankCard",
    "BarSegment",
    "BrokenCard",
    "Library",
    "examine_path",
    "open_bank",
    "shipped",
]


class Library:
    """The banks in the given folders. A file is parsed once, and again when it has changed.

    With a ``cache`` a bank is not even parsed where it and the reader's attempt are as before.
    ``more`` names the folders of banks that come and go while the program runs.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        cache: CardCache | None = None,
        more: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        self._given = tuple(folders)
        self._more = more
        self._cache = cache
        self._read: dict[Path, tuple[tuple[int, ...], Bank | BrokenCard, str]] = {}

    @property
    def _folders(self) -> tuple[Path, ...]:
        return (*self._more(), *self._given)

    def cards(self, store: Store, reader: str) -> tuple[BankCard | BrokenCard, ...]:
        """A card for each bank, and for each bank of which only this reader's attempts are left."""
        found: list[BankCard | BrokenCard] = []
        place = Path(store.place)
        with store.read() as connection:
            last = attempts.latest(connection, reader)
            for folder in self._folders:
                found += self._found(connection, place, folder, last)
            for attempt in last.values():
                asked = _kept(connection, place, attempt)
                found.append(
                    asked if isinstance(asked, BrokenCard) else _card(None, *asked, attempt)
                )
        if self._cache is not None:
            self._cache.save()
        return tuple(found)

    def banks(self) -> tuple[Bank, ...]:
        """The banks in the folders that can be used."""
        found = (self._bank(folder, _stamp(folder))[0] for folder in self._folders)
        return tuple(bank for bank in found if isinstance(bank, Bank))

    def _found(
        self, connection: Connection, database: Path, folder: Path, last: dict[str, Attempt]
    ) -> list[BankCard | BrokenCard]:
        """The card of a folder; its bank's attempt is taken out of ``last``.

        Where what was kept of the attempt is damaged, a card says so, and the bank is as new.
        """
        stamp = _stamp(folder)
        if self._cache is not None and (known := self._cache.bank_id(folder, stamp)):
            card = self._cache.get(folder, stamp, last.get(known))
            if card is not None:
                last.pop(known, None)
                return [card]
        bank, sha256 = self._bank(folder, stamp)
        if isinstance(bank, BrokenCard):
            return [bank]
        attempt, asked = last.pop(bank.id, None), bank
        if attempt is not None:
            same = bank if attempt.bank_version == sha256 else None
            kept = _kept(connection, database, attempt, same)
            if isinstance(kept, BrokenCard):
                return [kept, _card(folder, bank, bank, None)]
            asked = kept[1]
        card = _card(folder, bank, asked, attempt)
        if self._cache is not None:
            self._cache.put(folder, stamp, attempt, card)
        return [card]

    def _bank(self, folder: Path, stamp: tuple[int, ...]) -> tuple[Bank | BrokenCard, str]:
        known = self._read.get(folder)
        if known is None or known[0] != stamp:
            try:
                bank: Bank | BrokenCard = open_bank(folder)
            except FileError as error:
                bank = BrokenCard(folder, folder.name, error.problems)
            sha256 = version(canonical(bank)) if isinstance(bank, Bank) else ""
            known = self._read[folder] = (stamp, bank, sha256)
        return known[1], known[2]


def _kept(
    connection: Connection, database: Path, attempt: Attempt, same: Bank | None = None
) -> tuple[Bank, Bank] | BrokenCard:
    """The version of the bank that the attempt has, and the one that marks it."""
    try:
        bank = same or banks.load(connection, attempt.bank_version)
        return bank, marked_by(connection, attempt, bank).bank
    except QuizappError as error:
        return _damaged(database, attempt, error)


def _stamp(folder: Path) -> tuple[int, ...]:
    """Times and sizes of the files directly in the folder, so that an edit of any is noticed."""
    place = folder if folder.is_dir() else folder.parent
    try:
        found = sorted((f.name, f.stat()) for f in place.iterdir() if f.is_file())
    except OSError:
        return ()
    return tuple(n for _name, stat in found for n in (stat.st_mtime_ns, stat.st_size))


def _damaged(path: Path, attempt: Attempt, error: QuizappError) -> BrokenCard:
    """What home shows of a bank of which the database holds a damaged copy and nothing else."""
    problem = Problem(0, 0, "damaged", str(error), "", file=str(path))
    return BrokenCard(path, attempt.bank_id, (problem,))


def _card(path: Path | None, bank: Bank, asked: Bank, attempt: Attempt | None) -> BankCard:
    """``asked`` is the bank as the attempt asked it, with the keys that it is marked by."""
    scored = list(counted(asked, attempt)) if attempt else [i for i in bank.usable if i.scored]
    given = attempt.answers if attempt else {}
    stands = (attempt.checked if attempt.submitted is None else given.keys()) if attempt else ()
    levels = attempt.rules.levels if attempt else 3
    right = {i.id for i in scored if i.id in stands and mark(i, given.get(i.id), levels).right}
    answered = {i.id for i in scored if i.id in given}
    all_scored = [item for item in bank.usable if item.scored]
    return BankCard(
        path=path,
        id=bank.id,
        title=bank.title,
        publisher_line=" ".join(bank.article.cites.split()),
        items=len(all_scored),
        minutes=_minutes(bank, len(all_scored)),
        trains=tuple(_(SKILL_TITLES.get(skill, skill)) for skill in bank.skills),
        state=_state(attempt),
        answered=len(answered),
        right=len(right),
        posed=len(scored),
        date=(attempt.submitted or attempt.started) if attempt else None,
        bar=_bar(asked, [(i.id, i.claims, i.kind) for i in scored], right, answered),
        attempt=attempt.id if attempt else "",
    )


def _state(attempt: Attempt | None) -> State:
    if attempt is None:
        return "new"
    return "open" if attempt.submitted is None else "done"


def _minutes(bank: Bank, items: int) -> int:
    """Reading the article once, and three quarters of a minute for each item."""
    return max(1, math.ceil(bank.article.minutes + items * SECONDS_AN_ITEM / 60))


def _bar(
    bank: Bank,
    items: Sequence[tuple[str, tuple[str, ...], str]],
    right: set[str],
    answered: set[str],
) -> tuple[BarSegment, ...]:
    """The standing items by the standing of their claim, in the order of every list."""
    keyed: dict[Standing, list[str]] = {standing: [] for standing in Standing}
    for id_, claims, kind in items:
        if kind in STANDING_KINDS:
            keyed[bank.map.claim[claims[0]].standing].append(id_)
    return tuple(
        BarSegment(standing.value, len(ids), len(right & set(ids)), len(answered & set(ids)))
        for standing, ids in keyed.items()
        if ids
    )
