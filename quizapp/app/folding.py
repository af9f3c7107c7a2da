"""What was handed in becomes reviews: taken in by lots, and anew when other keys mark it."""

from collections.abc import Callable
from datetime import datetime

from quizapp.app.markings import Markings
from quizapp.bank import Bank
from quizapp.practice import Card, Place, after, rebuilt
from quizapp.practice.cards import RETENTION
from quizapp.quiz import Attempt, counted, mark, range_of
from quizapp.store import Connection, Store, attempts, reviews
from quizapp.store.reviews import Line

LOT = 25  # attempts in one transaction: a fifth of a second at most for whoever waits to write


class Folding:
    """Takes in what one reader has handed in. ``retention`` is as in ``practice.after``."""

    def __init__(self, store: Store, reader: str, retention: float = RETENTION) -> None:
        self._store = store
        self._reader = reader
        self._retention = retention
        self._markings = Markings()

    def waiting(self) -> tuple[str, ...]:
        """The ids of the attempts that are not taken in yet, the oldest first."""
        with self._store.read() as connection:
            return reviews.unfolded(connection, self._reader)

    def fold(
        self, most: int | None = None, report: Callable[[int, int], object] | None = None
    ) -> int:
        """Take in what waits, or the oldest ``most``; how many answers that were.

        What ``report(done, total)`` raises ends it between two lots; those before it are kept.
        """
        ids, count = self.waiting()[:most], 0
        for start in range(0, len(ids), LOT):
            with self._store.write() as connection:
                lot = ids[start : start + LOT]
                count += self._take_in(connection, reviews.still_unfolded(connection, lot))
            if report is not None:
                report(min(start + LOT, len(ids)), len(ids))
        return count

    def _take_in(self, connection: Connection, ids: tuple[str, ...]) -> int:
        found = attempts.several(connection, ids)
        known = reviews.cards_of(connection, self._reader, {one.bank_id for one in found})
        changed: dict[Place, Card] = {}
        late: set[Place] = set()
        lines: list[Line] = []
        for attempt in found:
            bank = self._markings.of_attempt(connection, attempt).bank
            for line in lines_of(attempt, bank):
                lines.append(line)
                card = known.get(line.card)
                if card is not None and card.last > line.at:
                    late.add(line.card)
                else:
                    known[line.card] = changed[line.card] = after(
                        card, line.review, self._retention
                    )
        reviews.add(connection, self._reader, lines)
        reviews.put(connection, self._reader, changed.values())
        for place in late:
            _rebuild(connection, self._reader, place, self._retention)
        return len(lines)


def refold(
    connection: Connection,
    attempt: Attempt,
    bank: Bank,
    now: datetime,
    retention: float = RETENTION,
) -> None:
    """Let an attempt that is marked by other keys now count as ``bank`` marks it.

    Nothing is done where it is not taken in yet, or where no answer became right or wrong.
    """
    old = reviews.of_attempt(connection, attempt.id)
    new = lines_of(attempt, bank)
    if not old or {(line.card, line.right) for line in old} == {(n.card, n.right) for n in new}:
        return
    for line in old:
        reviews.undo(connection, attempt.reader, line, now)
    reviews.add(connection, attempt.reader, new)
    for place in {line.card for line in (*old, *new)}:
        _rebuild(connection, attempt.reader, place, retention)


def lines_of(attempt: Attempt, bank: Bank) -> list[Line]:
    """The answers of an attempt that was handed in as lines of the log, as ``bank`` marks them."""
    if attempt.submitted is None or attempt.rules.closed:
        return []
    return [
        Line(
            card=(bank.id, item.id),
            shown=(bank.id, item.id),
            bank_version=attempt.bank_version,
            response=answer.response,
            level=range_of(answer.confidence, attempt.rules.levels),
            right=mark(item, answer, attempt.rules.levels).right,
            at=attempt.submitted,
            attempt=attempt.id,
        )
        for item in counted(bank, attempt)
        if (answer := attempt.answers.get(item.id))
    ]


def _rebuild(connection: Connection, reader: str, place: Place, retention: float) -> None:
    """Work one card out from its log again."""
    log = reviews.log(connection, reader, place)
    reviews.take(connection, reader, [place])
    reviews.put(connection, reader, rebuilt((one.review for one in log), retention).values())
