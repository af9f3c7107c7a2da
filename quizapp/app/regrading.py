"""Marking finished attempts by another version of their bank: first looked at, then done."""

from collections.abc import Callable, Sequence
from datetime import datetime

from quizapp.app import scoring
from quizapp.app.folding import refold
from quizapp.app.markings import Markings
from quizapp.bank import Bank, canonical, version
from quizapp.practice.cards import RETENTION
from quizapp.quiz import Attempt, Regrade, regrade
from quizapp.store import Connection, Store, attempts, banks


class Regrading:
    """Regrades of the finished attempts at one bank by ``by``; by their own version if ``None``.

    ``reader`` limits it to one reader's attempts, ``ids`` to these. ``retention`` is that of
    practice, whose cards follow the new marks.
    """

    def __init__(
        self,
        store: Store,
        bank_id: str,
        by: Bank | None,
        reader: str | None = None,
        retention: float = RETENTION,
        ids: Sequence[str] | None = None,
    ) -> None:
        self._store = store
        self._bank_id = bank_id
        self._by = by
        self._sha256 = version(canonical(by)) if by else ""
        self._reader, self._ids = reader, ids
        self._retention = retention
        self._markings = Markings({self._sha256: by} if by else {})

    def preview(self) -> tuple[Regrade, ...]:
        """What each attempt would get that is marked by another version now; changes nothing."""
        with self._store.read() as connection:
            return tuple(self._regraded(connection, a) for a in self._waiting(connection))

    def apply(
        self, now: datetime, report: Callable[[int, int], object] | None = None
    ) -> tuple[Regrade, ...]:
        """Regrade the attempts, one transaction for each; what became of them.

        What ``report(done, total)`` raises ends it; the attempts before are regraded then.

        Raises:
            StoreError: an attempt could not be saved; those before it are regraded.
        """
        with self._store.read() as connection:
            ids = [attempt.id for attempt in self._waiting(connection)]
        done = list[Regrade]()
        for n, id_ in enumerate(ids):
            if report is not None:
                report(n, len(ids))
            if (one := self._one(id_, now)) is not None:
                done.append(one)
        return tuple(done)

    def _one(self, attempt_id: str, now: datetime) -> Regrade | None:
        with self._store.write() as connection:
            found = attempts.load(connection, attempt_id)
            if found is None:  # pragma: no cover  (attempts are never deleted)
                return None
            attempt, head = found
            done = self._regraded(connection, attempt)
            if self._by is not None:
                banks.keep(connection, self._by, now)
            target = self._target(attempt)
            attempts.save_regrade(connection, attempt_id, target, now, head)
            by = self._markings.of(connection, attempt.bank_version, target)
            regraded = attempt.regrade(target)
            scoring.keep(connection, by.bank, regraded)
            refold(connection, regraded, by.bank, now, self._retention)
        return done

    def _waiting(self, connection: Connection) -> list[Attempt]:
        """The finished attempts that are marked by another version now."""
        if self._ids is None:
            finished = attempts.finished(connection, self._reader, self._bank_id)
        else:
            these = attempts.several(connection, self._ids)
            finished = tuple(a for a in these if a.submitted and a.bank_id == self._bank_id)
        return [a for a in finished if (a.marked_by or a.bank_version) != self._target(a)]

    def _target(self, attempt: Attempt) -> str:
        return self._sha256 or attempt.bank_version

    def _regraded(self, connection: Connection, attempt: Attempt) -> Regrade:
        now = attempt.marked_by or attempt.bank_version
        old = self._markings.of(connection, attempt.bank_version, now)
        new = self._markings.of(connection, attempt.bank_version, self._target(attempt))
        return regrade(attempt, old, new)
