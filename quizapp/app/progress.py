"""How a reader reads over all they have taken, and the list of it, from the store."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.bank import Bank
from quizapp.quiz import Attempt, Sat, first_sights, marking, score
from quizapp.report import Progress
from quizapp.report import progress as progress_of
from quizapp.report.progress_text import Line
from quizapp.store import Connection, Store, attempts, banks, reviews
from quizapp.store.overview import Sketch, any_finished, sketches

FIRST, MORE = 6, 20


@dataclass(frozen=True, slots=True)
class Entry(Line):
    """One finished attempt in the list, which its id leads to."""

    attempt: str


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that progress stands on, to be kept as a file.

    ``taken`` are all finished attempts, newest first, and ``history`` the same at a glance;
    ``sights`` is what counts of them. Each attempt comes with the bank that marks it.
    """

    progress: Progress
    history: tuple[Entry, ...]
    taken: tuple[Sat, ...]
    sights: tuple[Sat, ...]


def has_finished(store: Store, reader: str) -> bool:
    """Whether the reader has handed in anything that progress could be about."""
    with store.read() as connection:
        return any_finished(connection, reader)


class Records:
    """What one reader has taken, read from the store as it is asked for.

    Banks are kept once they are read, so ask the same one again for more of the history.
    Every method raises ``QuizappError`` where a bank that was taken is damaged in the database.
    """

    def __init__(self, store: Store, reader: str) -> None:
        self._store = store
        self._reader = reader
        self._reading = _Reading()

    def progress(self) -> Progress:
        """What all of the reader's attempts together show."""
        with self._store.read() as connection:
            known = sketches(connection, self._reader)
            sights = self._sights(connection, known)
        return progress_of(sights, sum(one.submitted is not None for one in known))

    def account(self) -> Account:
        """What all attempts together show, with every attempt."""
        with self._store.read() as connection:
            known = sketches(connection, self._reader)
            sights = self._sights(connection, known)
            done = _newest(known)
            found = attempts.several(connection, [one.id for one in done])
            taken = tuple((self._reading.bank(connection, one), one) for one in found)
        entries = (_entry(one, *sat) for one, sat in zip(done, taken, strict=True))
        return Account(progress_of(sights, len(done)), tuple(entries), taken, sights)

    def _sights(self, connection: Connection, known: Sequence[Sketch]) -> tuple[Sat, ...]:
        """What counts of the finished attempts."""
        sat = self._reading.telling(connection, known)
        practised = self._reading.practised(connection, self._reader)
        seen = first_sights(sat, practised)
        return tuple(one for one in seen if one[1].submitted is not None)

    def history(self, skip: int = 0, count: int = FIRST) -> tuple[Entry, ...]:
        """The finished attempts, newest first, ``count`` of them after the first ``skip``."""
        with self._store.read() as connection:
            wanted = _newest(sketches(connection, self._reader))[skip : skip + count]
            found = attempts.several(connection, [one.id for one in wanted])
            return tuple(
                _entry(one, self._reading.bank(connection, attempt), attempt)
                for one, attempt in zip(wanted, found, strict=True)
            )


def _newest(known: Sequence[Sketch]) -> list[Sketch]:
    """The finished ones, newest first."""
    done = [one for one in known if one.submitted is not None]
    return sorted(done, key=lambda one: (one.submitted or one.started, one.id), reverse=True)


def _entry(one: Sketch, bank: Bank, attempt: Attempt) -> Entry:
    marks = score(bank, attempt)
    at = one.submitted or one.started
    return Entry(one.title, at, marks.right, len(marks.marks), one.id)


class _Reading:
    """Banks as attempts are marked by them, each read once, and attempts that show new claims."""

    def __init__(self) -> None:
        self._versions: dict[str, Bank] = {}
        self._marking: dict[tuple[str, str], Bank] = {}
        self._askable: dict[tuple[str, str], set[str]] = {}

    def bank(self, connection: Connection, one: Attempt | Sketch) -> Bank:
        """The bank with the words that were seen and the keys that count."""
        place = (one.bank_version, one.marked_by)
        if place not in self._marking:
            seen = self._version(connection, one.bank_version)
            by = (
                marking(seen, self._version(connection, one.marked_by)).bank
                if one.marked_by
                else seen
            )
            self._marking[place] = by
        return self._marking[place]

    def telling(self, connection: Connection, known: Sequence[Sketch]) -> list[Sat]:
        """The attempts that can show a claim for the first time; all others are not even read.

        Banks have no claims in common, so the oldest attempt left at each of them is looked at in
        one go. Once every claim that a version can ask about was shown, its attempts are passed.
        """
        waiting: dict[str, deque[Sketch]] = defaultdict(deque)
        for one in known:
            waiting[one.bank_id].append(one)
        shown: dict[str, set[str]] = defaultdict(set)
        found: list[Sat] = []
        while waiting:
            for bank_id, queue in list(waiting.items()):
                while queue and self._asked(connection, queue[0]) <= shown[bank_id]:
                    queue.popleft()
                if not queue:
                    del waiting[bank_id]
            ids = [queue.popleft().id for queue in waiting.values()]
            for attempt in attempts.several(connection, ids):
                bank = self.bank(connection, attempt)
                found.append((bank, attempt))
                shown[attempt.bank_id] |= _shown(bank, attempt)
        return found

    def practised(self, connection: Connection, reader: str) -> dict[tuple[str, str], datetime]:
        """Claims that practice showed in place of those of another article, and when first."""
        shown: dict[tuple[str, str], datetime] = {}
        for line in reviews.elsewhere(connection, reader):
            bank = self._version(connection, line.bank_version)
            for claim in bank.asks(bank.item[line.shown[1]]):
                shown.setdefault((bank.id, claim), line.at)
        return shown

    def _asked(self, connection: Connection, one: Sketch) -> set[str]:
        """Every claim that an attempt like this one can show.

        An item that asks about no claim is never known to be seen; "" stands for it.
        """
        place = (one.bank_version, one.marked_by)
        if place not in self._askable:
            bank, seen = self.bank(connection, one), self._version(connection, one.bank_version)
            items = (bank.item[item.id] for item in seen.usable)
            asked = (bank.asks(item) or ("",) for item in items if item.scored)
            self._askable[place] = {claim for claims in asked for claim in claims}
        return self._askable[place]

    def _version(self, connection: Connection, sha256: str) -> Bank:
        if sha256 not in self._versions:
            self._versions[sha256] = banks.load(connection, sha256)
        return self._versions[sha256]


def _shown(bank: Bank, attempt: Attempt) -> set[str]:
    """The claims whose answers could be known after the attempt, as first sights count them."""
    items = (bank.item[posed.item] for posed in attempt.posed)
    return {
        claim
        for item in items
        if attempt.submitted is not None or item.id in attempt.answers
        for claim in bank.asks(item)
    }
