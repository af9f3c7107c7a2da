"""The banks that are at hand, and how far a reader has come in each."""

import math
from collections.abc import Sequence
from pathlib import Path

from quizapp.app.bank_files import examine_path, open_bank, shipped
from quizapp.app.cards import BankCard, BarSegment, BrokenCard, State
from quizapp.bank import STANDING_KINDS, Bank, canonical, version
from quizapp.claims import Standing
from quizapp.errors import FileError, Problem, QuizappError
from quizapp.i18n import _
from quizapp.quiz import Attempt, mark
from quizapp.report.result import SKILL_TITLES
from quizapp.store import Store, attempts, banks

WORDS_A_MINUTE = 230
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
    """The banks in the given folders. A file is parsed once, and again when it has changed."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[Path, tuple[tuple[int, ...], Bank | BrokenCard, str]] = {}

    def cards(self, store: Store, reader: str) -> tuple[BankCard | BrokenCard, ...]:
        """A card for each bank, and for each bank of which only this reader's attempts are left."""
        found: list[BankCard | BrokenCard] = []
        with store.read() as connection:

            def kept(attempt: Attempt) -> Bank | BrokenCard:
                try:
                    return banks.load(connection, attempt.bank_version)
                except QuizappError as error:
                    return _damaged(store.path, attempt, error)

            last = _last(attempts.finished(connection, reader))
            last |= _last(attempts.unfinished(connection, reader))
            for folder in self._folders:
                bank, sha256 = self._bank(folder)
                if isinstance(bank, BrokenCard):
                    found.append(bank)
                    continue
                attempt = last.pop(bank.id, None)
                other = attempt is not None and attempt.bank_version != sha256
                asked = kept(attempt) if attempt and other else bank
                if isinstance(asked, BrokenCard):
                    found.append(asked)
                    asked, attempt = bank, None
                found.append(_card(folder, bank, asked, attempt))
            for attempt in last.values():
                asked = kept(attempt)
                if isinstance(asked, Bank):
                    found.append(_card(None, asked, asked, attempt))
                else:
                    found.append(asked)
        return tuple(found)

    def _bank(self, folder: Path) -> tuple[Bank | BrokenCard, str]:
        stamp = _stamp(folder)
        known = self._read.get(folder)
        if known is None or known[0] != stamp:
            try:
                bank: Bank | BrokenCard = open_bank(folder)
            except FileError as error:
                bank = BrokenCard(folder, folder.name, error.problems)
            sha256 = version(canonical(bank)) if isinstance(bank, Bank) else ""
            known = self._read[folder] = (stamp, bank, sha256)
        return known[1], known[2]


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


def _last(newest_first: Sequence[Attempt]) -> dict[str, Attempt]:
    """The newest attempt at each bank."""
    return {attempt.bank_id: attempt for attempt in reversed(newest_first)}


def _card(path: Path | None, bank: Bank, asked: Bank, attempt: Attempt | None) -> BankCard:
    """``asked`` is the version of the bank that the attempt is pinned to."""
    posed = [asked.item[p.item] for p in attempt.posed] if attempt else list(bank.usable)
    scored = [item for item in posed if item.scored]
    given = attempt.answers if attempt else {}
    stands = (attempt.checked if attempt.submitted is None else given.keys()) if attempt else ()
    right = {i.id for i in scored if i.id in stands and mark(i, given.get(i.id)).right}
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
    reading = len(bank.article.text.split()) / WORDS_A_MINUTE
    return max(1, math.ceil(reading + items * SECONDS_AN_ITEM / 60))


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
