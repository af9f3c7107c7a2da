"""Practice that comes back: what is due, one question after the other, each answer on the disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from quizapp.app.folding import Folding
from quizapp.bank import Bank, canonical, version
from quizapp.items import Item, Response
from quizapp.practice import Card, Due, Place, after, forecast, line_up, parallel, rebuilt
from quizapp.practice.cards import RETENTION
from quizapp.quiz import Answer, Rules, mark
from quizapp.report import Feedback
from quizapp.report import feedback as feedback_on
from quizapp.store import Connection, Store, attempts, banks, reviews
from quizapp.store.reviews import Line

DAYS = 14
SPARE = 200  # cards whose items were taken out or are withheld may stand before the others


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a practice. ``elsewhere`` says that it stands for one of another article."""

    card: Place
    bank: Bank
    item: Item
    order: tuple[str, ...]
    version: str

    @property
    def elsewhere(self) -> bool:
        """Whether it is the parallel of the item that is due."""
        return self.card != (self.bank.id, self.item.id)


@dataclass(frozen=True, slots=True)
class Today:
    """``due`` are left for today within the limit, ``waiting`` wait beyond it; ``done`` were
    answered today. ``started`` says whether anything comes back at all.
    """

    due: int
    waiting: int
    done: int
    started: bool


class Practice:
    """What comes back for one reader. Every answer is on the disk before it is shown.

    ``limit`` is how many answers a day are asked for, ``retention`` the share that should still be
    right when an item comes back. ``at_hand`` gives the banks among which parallels are looked for.
    """

    def __init__(
        self,
        store: Store,
        reader: str,
        now: Callable[[], datetime],
        *,
        limit: int,
        retention: float = RETENTION,
        at_hand: Callable[[], Sequence[Bank]] = tuple,
    ) -> None:
        self._store = store
        self._reader = reader
        self._now = now
        self._limit = limit
        self._retention = retention
        self._at_hand = at_hand
        self._folding = Folding(store, reader, retention)
        self._last: Line | None = None

    # what is due

    def fold(
        self, most: int | None = None, report: Callable[[int, int], object] | None = None
    ) -> int:
        """Take in what was handed in since; how many answers that were. See ``Folding.fold``."""
        return self._folding.fold(most, report)

    def behind(self) -> int:
        """How many attempts are not taken in yet."""
        return len(self._folding.waiting())

    def today(self) -> Today:
        """How much is due today, and how much was done."""
        now = self._now()
        with self._store.read() as connection:
            done = reviews.practised_since(connection, self._reader, day_start(now))
            waiting = reviews.count(connection, self._reader, day_end(now))
            started = reviews.any_card(connection, self._reader)
        due = min(waiting, max(self._limit - done, 0))
        return Today(due=due, waiting=waiting - due, done=done, started=started)

    def turn(self) -> Turn | None:
        """The next question; ``None`` where nothing is left for today."""
        now = self._now()
        with self._store.read() as connection:
            done = reviews.practised_since(connection, self._reader, day_start(now))
            left = self._limit - done
            if left <= 0:
                return None
            cards = reviews.first_due(connection, self._reader, day_end(now), left + SPARE)
            line = line_up(cards, day_end(now), len(cards))
            for due in self._from_other_bank(line):
                if found := self._turn(connection, due):
                    return found
        return None

    def forecast(self) -> tuple[int, ...]:
        """How many cards are due on each of the next 14 days, today first."""
        now = self._now()
        with self._store.read() as connection:
            cards = reviews.cards(connection, self._reader)
        return forecast(cards, [day_end(now, n) for n in range(DAYS)])

    def rebuild(self) -> dict[Place, Card]:
        """Work all cards out from the log again, and keep them."""
        with self._store.write() as connection:
            log = reviews.log(connection, self._reader)
            cards = rebuilt((line.review for line in log), self._retention)
            reviews.put_all(connection, self._reader, cards.values())
        return cards

    # what the reader does

    def answer(self, turn: Turn, response: Response, level: int | None) -> Feedback:
        """Keep an answer, and say what is to be said about it."""
        answer = Answer(response, self._now(), level)
        line = Line(
            card=turn.card,
            shown=(turn.bank.id, turn.item.id),
            bank_version=turn.version,
            response=response,
            level=level,
            right=mark(turn.item, answer).right,
            at=answer.at,
        )
        with self._store.write() as connection:
            banks.keep(connection, turn.bank, answer.at)
            reviews.add(connection, self._reader, [line])
            card = reviews.card(connection, self._reader, turn.card)
            reviews.put(connection, self._reader, [after(card, line.review, self._retention)])
            self._last = reviews.log(connection, self._reader, turn.card)[-1]
        return feedback_on(turn.bank, turn.item, answer, Rules.practice())

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer of this session to take back."""
        return self._last is not None

    def undo(self) -> Turn | None:
        """Take the last answer back, and ask its question again; ``None`` where there is none."""
        line = self._last
        if line is None:
            return None
        with self._store.write() as connection:
            reviews.undo(connection, self._reader, line, self._now())
            log = reviews.log(connection, self._reader, line.card)
            cards = rebuilt((one.review for one in log), self._retention)
            reviews.take(connection, self._reader, [line.card])
            reviews.put(connection, self._reader, cards.values())
            bank = banks.load(connection, line.bank_version)
        self._last = None
        return self._posed(line.card, bank, bank.item[line.shown[1]], line.bank_version, len(log))

    # how a card becomes a question

    def _from_other_bank(self, line: Sequence[Due]) -> list[Due]:
        """The line with those of another bank than the last answer's first, for a change."""
        last = self._last.card[0] if self._last else ""
        return sorted(line, key=lambda due: due.place[0] == last)

    def _turn(self, connection: Connection, due: Due) -> Turn | None:
        bank_id, item_id = due.place
        newest = banks.newest(connection, bank_id)
        bank = banks.load(connection, newest)
        log = reviews.log(connection, self._reader, due.place)
        last = log[-1].bank_version if log else newest
        if item_id not in bank.item and not banks.is_noted(connection, bank_id, last):
            newest, bank = last, banks.load(connection, last)  # made for one attempt alone
        item = next((one for one in bank.usable if one.id == item_id), None)
        if item is None:
            return None  # it was taken out, or is withheld until somebody looks
        if due.elsewhere and (found := self._parallel(connection, item, bank)):
            return found
        return self._posed(due.place, bank, item, newest, len(log))

    def _parallel(self, connection: Connection, item: Item, bank: Bank) -> Turn | None:
        """The same question of another article, if one at hand has it."""
        others = self._at_hand()
        seen = seen_claims(connection, self._reader, others)
        found = parallel(item, bank, others, seen)
        if found is None:
            return None
        other = next(one for one in others if one.id == found[0])
        name = version(canonical(other))  # it is kept with the answer, if there comes to be one
        return self._posed((bank.id, item.id), other, other.item[found[1]], name, 0)

    def _posed(self, card: Place, bank: Bank, item: Item, name: str, times: int) -> Turn:
        """The question with its options in an order drawn for this time."""
        order = item.drawn(Random(f"{times}/{bank.id}/{item.id}"))  # noqa: S311  (no secret)
        return Turn(card, bank, item, order, name)


def seen_claims(connection: Connection, reader: str, at_hand: Sequence[Bank]) -> set[Place]:
    """The claims of these banks that the reader was shown, each with its bank."""
    ids = {bank.id for bank in at_hand}
    shown = {
        (line.bank_version, line.shown[1])
        for line in reviews.log(connection, reader)
        if line.shown[0] in ids
    }
    for bank_id in ids:
        for attempt in (
            *attempts.finished(connection, reader, bank_id),
            *(a for a in attempts.unfinished(connection, reader) if a.bank_id == bank_id),
        ):
            shown |= {(attempt.bank_version, posed.item) for posed in attempt.posed}
    versions = {name: banks.load(connection, name) for name in {name for name, _item in shown}}
    return {
        (bank.id, claim)
        for name, item in shown
        for bank in [versions[name]]
        for claim in bank.asks(bank.item[item])
    }


def day_start(now: datetime) -> datetime:
    """When the day of ``now`` began, by the clock on the wall here."""
    return now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)


def day_end(now: datetime, later: int = 0) -> datetime:
    """When the day of ``now`` ends, or one so many days later."""
    morning = day_start(now)
    day = morning.date() + timedelta(days=later + 1)
    return datetime(day.year, day.month, day.day).astimezone()
