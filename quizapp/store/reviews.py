"""Reviews and when items are due. Call the functions inside ``with store.write()`` or ``read()``.

The log is only added to: taking an answer back is a line of its own. What is due is a cache of it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    select,
)

from quizapp.items import Response
from quizapp.practice import Card, Place, Review
from quizapp.practice.cards import claimed
from quizapp.store.tables import answer, attempt, due, review


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the log: an answer that counts for a card.

    ``card`` is the card, ``shown`` the item that was answered, in this version of its bank.
    ``attempt`` is the quiz that it was given in, empty where it was given in practice. ``n`` is the
    line's number, 0 before it is kept.
    """

    card: Place
    shown: Place
    bank_version: str
    response: Response
    level: int | None
    right: bool
    at: datetime
    attempt: str = ""
    n: int = 0

    @property
    def review(self) -> Review:
        """The line as the spacing takes it."""
        return Review(self.card, self.shown, self.right, claimed(self.level), self.at)


def add(connection: Connection, reader: str, lines: Sequence[Line]) -> None:
    """Add lines to a reader's log."""
    if lines:
        connection.execute(insert(review), [_row(reader, line) for line in lines])


def undo(connection: Connection, reader: str, line: Line, now: datetime) -> None:
    """Take back a line that was kept; it stays in the log, and so does that it was taken back."""
    connection.execute(insert(review), {**_row(reader, line), "undoes": line.n, "at": now})


def log(connection: Connection, reader: str, card: Place | None = None) -> tuple[Line, ...]:
    """The lines that count, in their order: of all cards, or of one."""
    undone = review.alias("undone")
    wanted = select(review).where(review.c.reader == reader, review.c.undoes.is_(None))
    wanted = wanted.where(~exists().where(undone.c.undoes == review.c.n))
    if card is not None:
        wanted = wanted.where(review.c.card_bank == card[0], review.c.card_item == card[1])
    return tuple(_line(row) for row in connection.execute(wanted.order_by(review.c.at, review.c.n)))


def elsewhere(connection: Connection, reader: str) -> tuple[Line, ...]:
    """Every line, also of those taken back, whose item stood for one of another article."""
    other = (review.c.bank_id != review.c.card_bank) & review.c.undoes.is_(None)
    wanted = select(review).where(review.c.reader == reader, other)
    return tuple(_line(row) for row in connection.execute(wanted.order_by(review.c.at, review.c.n)))


def of_attempt(connection: Connection, attempt_id: str) -> tuple[Line, ...]:
    """The lines that count of one attempt."""
    undone = review.alias("undone")
    wanted = select(review).where(review.c.attempt_id == attempt_id, review.c.undoes.is_(None))
    wanted = wanted.where(~exists().where(undone.c.undoes == review.c.n))
    return tuple(_line(row) for row in connection.execute(wanted.order_by(review.c.n)))


def unfolded(connection: Connection, reader: str) -> tuple[str, ...]:
    """The ids of attempts that were handed in with answers, and are not in the log, oldest first.

    Those at a closed article are left out: they are no practice.
    """
    open_book = attempt.c.rules["closed"].as_boolean().is_not(True)
    answered = exists().where(answer.c.attempt_id == attempt.c.id)
    mine = (attempt.c.reader == reader) & attempt.c.submitted.is_not(None)
    wanted = select(attempt.c.id).where(mine, open_book, answered, ~_folded())
    return tuple(connection.scalars(wanted.order_by(attempt.c.submitted, attempt.c.id)))


def still_unfolded(connection: Connection, ids: Sequence[str]) -> tuple[str, ...]:
    """Those of these attempts that are not in the log, in their order."""
    wanted = select(attempt.c.id).where(attempt.c.id.in_(ids), ~_folded())
    found = set(connection.scalars(wanted))
    return tuple(id_ for id_ in ids if id_ in found)


def _folded() -> ColumnElement[bool]:
    return exists().where(review.c.attempt_id == attempt.c.id)


def practised_since(connection: Connection, reader: str, start: datetime) -> int:
    """How many answers were given in practice since then, those taken back left out."""
    mine = (review.c.reader == reader) & (review.c.attempt_id == "") & (review.c.at >= start)
    given = select(func.count()).select_from(review).where(mine)
    kept, taken = review.c.undoes.is_(None), review.c.undoes.is_not(None)
    return (connection.scalar(given.where(kept)) or 0) - (
        connection.scalar(given.where(taken)) or 0
    )


def put(connection: Connection, reader: str, cards: Iterable[Card]) -> None:
    """Keep cards, each in place of the one before."""
    kept = tuple(cards)
    take(connection, reader, [card.place for card in kept])
    if kept:
        connection.execute(insert(due), [_card_row(reader, card) for card in kept])


def put_all(connection: Connection, reader: str, cards: Iterable[Card]) -> None:
    """Keep these cards and no others."""
    connection.execute(delete(due).where(due.c.reader == reader))
    rows = [_card_row(reader, card) for card in cards]
    if rows:
        connection.execute(insert(due), rows)


def take(connection: Connection, reader: str, places: Sequence[Place]) -> None:
    """Take cards away."""
    here = (due.c.bank_id == bindparam("bank")) & (due.c.item_id == bindparam("item"))
    if places:
        rows = [{"bank": bank, "item": item} for bank, item in places]
        connection.execute(delete(due).where(due.c.reader == reader, here), rows)


def cards_of(connection: Connection, reader: str, banks: Collection[str]) -> dict[Place, Card]:
    """The reader's cards of some banks."""
    wanted = select(due).where(due.c.reader == reader, due.c.bank_id.in_(banks))
    return {card.place: card for card in map(_card, connection.execute(wanted))}


def cards(connection: Connection, reader: str) -> tuple[Card, ...]:
    """The reader's cards."""
    return tuple(
        _card(row) for row in connection.execute(select(due).where(due.c.reader == reader))
    )


def first_due(connection: Connection, reader: str, until: datetime, most: int) -> tuple[Card, ...]:
    """The cards that are shown before ``until``, those that wait longest first."""
    resting = due.c.rests_until > due.c.due  # no such comparison holds where there is no rest
    waits = case((resting, due.c.rests_until), else_=due.c.due)
    wanted = select(due).where(due.c.reader == reader, *_shown_before(until))
    rows = connection.execute(wanted.order_by(waits, due.c.bank_id, due.c.item_id).limit(most))
    return tuple(_card(row) for row in rows)


def _shown_before(until: datetime) -> tuple[ColumnElement[bool], ...]:
    """Due, and not resting after a confident error."""
    return due.c.due < until, due.c.rests_until.is_(None) | (due.c.rests_until < until)


def card(connection: Connection, reader: str, place: Place) -> Card | None:
    """One card; ``None`` if there is none."""
    here = (due.c.reader == reader) & (due.c.bank_id == place[0]) & (due.c.item_id == place[1])
    row = connection.execute(select(due).where(here)).one_or_none()
    return None if row is None else _card(row)


def count(connection: Connection, reader: str, until: datetime) -> int:
    """How many cards are shown before ``until``."""
    wanted = select(func.count()).select_from(due)
    return connection.scalar(wanted.where(due.c.reader == reader, *_shown_before(until))) or 0


def any_card(connection: Connection, reader: str) -> bool:
    """Whether the reader has anything that comes back."""
    wanted = select(due.c.item_id).where(due.c.reader == reader).limit(1)
    return connection.scalar(wanted) is not None


def _row(reader: str, line: Line) -> dict[str, Any]:
    return {
        "reader": reader,
        "card_bank": line.card[0],
        "card_item": line.card[1],
        "bank_id": line.shown[0],
        "bank_version": line.bank_version,
        "item_id": line.shown[1],
        "response": list(line.response),
        "level": line.level,
        "right": line.right,
        "attempt_id": line.attempt,
        "undoes": None,
        "at": line.at,
    }


def _line(row: Row[Any]) -> Line:
    return Line(
        card=(row.card_bank, row.card_item),
        shown=(row.bank_id, row.item_id),
        bank_version=row.bank_version,
        response=tuple(row.response),
        level=row.level,
        right=row.right,
        at=row.at,
        attempt=row.attempt_id,
        n=row.n,
    )


def _card_row(reader: str, card: Card) -> dict[str, Any]:
    return {
        "reader": reader,
        "bank_id": card.place[0],
        "item_id": card.place[1],
        "due": card.due,
        "stability": card.stability,
        "difficulty": card.difficulty,
        "last": card.last,
        "reviews": card.reviews,
        "lapses": card.lapses,
        "rests_until": card.rests_until,
    }


def _card(row: Row[Any]) -> Card:
    return Card(
        place=(row.bank_id, row.item_id),
        due=row.due,
        stability=row.stability,
        difficulty=row.difficulty,
        last=row.last,
        reviews=row.reviews,
        lapses=row.lapses,
        rests_until=row.rests_until,
    )
