"""Credits of finished attempts, packed for analysis; called inside ``store.write()`` or ``read()``.

The answers are the truth. A vector is written when an attempt is scored, and can be worked out
again at any time; reading vectors is an order of magnitude faster than reading answers. A vector
holds a credit for each scored item of the version of the bank that was seen, as little-endian
doubles, NaN where the item was not presented or is not counted. Which items those are is kept once,
as a layout.
"""

import json
import sys
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from itertools import compress
from math import nan
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, type_coerce
from sqlalchemy.types import NullType

from quizapp.store.dialects import as_kept
from quizapp.store.readers import CLASS
from quizapp.store.tables import answer, attempt, layout, marked, vector

LOT, ROWS = 500, 500
APART, NEXT = "\x1f", "\x1e"  # neither can be in an id, nor in JSON as it is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """One attempt’s credits in ``[0, 1]``, in the order of ``items``; NaN: not presented."""

    attempt: str
    bank_id: str
    reader: str
    started: datetime
    closed: bool
    marked_by: str
    items: tuple[str, ...]
    credits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """All vectors of one layout: the items, the readers, and the credits row after row as bytes."""

    items: tuple[str, ...]
    attempts: tuple[str, ...]
    readers: tuple[str, ...]
    data: bytes | bytearray


@dataclass(frozen=True, slots=True)
class Plain:
    """What is needed of a finished attempt to work out its credits, without the rest of it."""

    id: str
    bank_id: str
    reader: str
    started: datetime
    seen: str
    marked_by: str
    closed: bool
    posed_as_kept: str  # as JSON, which is seldom asked for
    given: tuple[str, ...]  # an answer each: the item, ``APART``, the response as JSON

    @property
    def posed(self) -> frozenset[str]:
        """The items that were posed."""
        return _posed(self.posed_as_kept)

    @property
    def answers(self) -> dict[str, str]:
        """By item, the response as the JSON that is kept."""
        pairs = (one.partition(APART) for one in self.given)
        return {item: response for item, _apart, response in pairs}


@dataclass(frozen=True, slots=True)
class Kept:
    """What a finished attempt earned for each item, in the order posed.

    ``credits`` have NaN for what is not counted; they are ``None`` where none are kept, or those of
    other keys than it is ``marked_by``.
    """

    id: str
    seen: str
    marked_by: str
    submitted: datetime
    posed: tuple[str, ...]
    credits: tuple[float, ...] | None


def put(connection: Connection, vectors: Iterable[Vector]) -> None:
    """Keep these vectors, each in place of the one before."""
    rows: list[dict[str, Any]] = []
    names: dict[tuple[str, ...], str] = {}
    for one in vectors:
        name = names.get(one.items) or names.setdefault(one.items, _name(one.items))
        rows.append(
            {
                "attempt_id": one.attempt,
                "bank_id": one.bank_id,
                "reader": one.reader,
                "started": one.started,
                "closed": one.closed,
                "marked_by": one.marked_by,
                "layout_id": name,
                "credits": _packed(one.credits),
            }
        )
    for items, name in names.items():
        if connection.scalar(select(layout.c.id).where(layout.c.id == name)) is None:
            connection.execute(insert(layout), {"id": name, "items": list(items)})
    ids = [row["attempt_id"] for row in rows]
    for start in range(0, len(ids), LOT):
        lot = ids[start : start + LOT]
        connection.execute(delete(vector).where(vector.c.attempt_id.in_(lot)))
    if rows:
        connection.execute(insert(vector), rows)


def clear(connection: Connection, bank_id: str) -> None:
    """Take away the vectors of a bank, to work them out again."""
    connection.execute(delete(vector).where(vector.c.bank_id == bank_id))


def missing(connection: Connection, bank_id: str) -> tuple[str, ...]:
    """The ids of finished attempts at a bank that have no vector, or have one of other keys."""
    by = func.coalesce(marked.c.bank_version, attempt.c.bank_version)
    wanted = (
        select(attempt.c.id)
        .join(marked, marked.c.attempt_id == attempt.c.id, isouter=True)
        .join(vector, vector.c.attempt_id == attempt.c.id, isouter=True)
        .where(attempt.c.bank_id == bank_id, attempt.c.submitted.is_not(None))
        .where(vector.c.marked_by.is_(None) | (vector.c.marked_by != by))
    )
    return tuple(connection.scalars(wanted))


def packed(
    connection: Connection,
    bank_id: str,
    *,
    closed: bool = False,
    first: bool = True,
    exams: Collection[str] | None = None,
    person: Callable[[str], str] | None = None,
) -> tuple[Packed, ...]:
    """The vectors of a bank by layout.

    Args:
        connection: an open transaction.
        bank_id: which bank.
        closed: ask for those with the article closed, instead of all others.
        first: of each reader only the attempt that was begun first.
        exams: only what came back for these.
        person: which person a reader is, where one may have several.
    """
    here = [vector.c.bank_id == bank_id, vector.c.closed.is_(closed)]
    if exams is not None:
        here.append(_exam(vector.c.reader).in_(exams))
    packed_ = type_coerce(vector.c.credits, NullType())  # bytes already; asking costs a call each
    wanted = select(vector.c.attempt_id, vector.c.reader, vector.c.layout_id, packed_).where(*here)
    heaps: dict[str, _Heap] = {}
    for lot in connection.execute(wanted).partitions(ROWS):
        attempts, readers, layouts, credits_ = zip(*lot, strict=True)
        for name in set(layouts):
            heap = heaps.get(name) or heaps.setdefault(name, _Heap())
            alike = None if len(set(layouts)) == 1 else [one == name for one in layouts]
            heap.add(*(_those(column, alike) for column in (attempts, readers, credits_)))
    later = _later(connection, here, heaps.values(), person) if first else frozenset()
    return tuple(heaps[name].packed(_items(connection, name), later) for name in sorted(heaps))


class _Heap:
    """Vectors of one layout as they come, column by column."""

    def __init__(self) -> None:
        self._attempts: list[str] = []
        self.readers: list[str] = []
        self._data = bytearray()

    def add(
        self, attempts: Iterable[str], readers: Iterable[str], credits_: Iterable[bytes]
    ) -> None:
        """Vectors in their order."""
        self._attempts += attempts
        self.readers += readers
        self._data += b"".join(credits_)

    def packed(self, items: tuple[str, ...], but: Set[str]) -> Packed:
        """What is there without the attempts ``but``, as a value."""
        if not but:
            return Packed(items, tuple(self._attempts), tuple(self.readers), self._data)
        kept = [n for n, id_ in enumerate(self._attempts) if id_ not in but]
        width = 8 * len(items)
        data = b"".join(self._data[n * width : (n + 1) * width] for n in kept)
        ids = tuple(self._attempts[n] for n in kept)
        return Packed(items, ids, tuple(self.readers[n] for n in kept), data)


def _those(column: Sequence[Any], chosen: list[bool] | None) -> Iterable[Any]:
    return column if chosen is None else compress(column, chosen)


def _later(
    connection: Connection,
    here: Sequence[ColumnElement[bool]],
    heaps: Iterable[_Heap],
    person: Callable[[str], str] | None,
) -> frozenset[str]:
    """The attempts that are not their reader’s first; when they began is asked only then."""
    readers: list[str] = [reader for heap in heaps for reader in heap.readers]
    who = person or str
    if len(set(map(who, readers))) == len(readers):
        return frozenset()
    begun = select(vector.c.reader, vector.c.attempt_id).where(*here)
    latest_first = begun.order_by(vector.c.started.desc(), vector.c.attempt_id.desc())
    attempts = [(who(reader), id_) for reader, id_ in connection.execute(latest_first)]
    first = dict(attempts)
    return frozenset(id_ for reader, id_ in attempts if first[reader] != id_)


def exams(connection: Connection) -> frozenset[tuple[str, str]]:
    """The exams from which attempts were taken in, each with its bank: bank id, exam id."""
    of_class = attempt.c.reader.startswith(CLASS, autoescape=True)
    wanted = select(attempt.c.bank_id, _exam(attempt.c.reader)).where(of_class).distinct()
    return frozenset((bank_id, exam) for bank_id, exam in connection.execute(wanted))


def _exam(reader: ColumnElement[str]) -> ColumnElement[str]:
    """The exam in the id of a reader whose attempt came back; an exam’s id has 32 characters."""
    return func.substr(reader, len(CLASS) + 1, 32)


def any_of(connection: Connection) -> tuple[tuple[str, int], ...]:
    """The banks that have finished attempts, and how many readers each has, most first."""
    readers = func.count(attempt.c.reader.distinct())
    wanted = select(attempt.c.bank_id, readers).where(attempt.c.submitted.is_not(None))
    rows = connection.execute(wanted.group_by(attempt.c.bank_id))
    return tuple(sorted(((str(b), int(n)) for b, n in rows), key=lambda row: (-row[1], row[0])))


def plain(connection: Connection, ids: Sequence[str]) -> Iterator[Plain]:
    """Finished attempts with their answers as they are kept, in lots; none of it is decoded."""
    for start in range(0, len(ids), LOT):
        yield from _plain_lot(connection, ids[start : start + LOT])


def _plain_lot(connection: Connection, lot: Sequence[str]) -> Iterator[Plain]:
    one = answer.c.item_id + APART + as_kept(answer.c.response)
    every = select(answer.c.attempt_id, func.aggregate_strings(one, NEXT))
    here = every.where(answer.c.attempt_id.in_(lot)).group_by(answer.c.attempt_id)
    given = {row[0]: row[1] for row in connection.execute(here).all()}
    a = attempt.c
    by, rules = marked.c.bank_version, as_kept(a.rules)
    # Decoded one by one: lists of all of them at once keep the garbage collector busy.
    posed_ = as_kept(a.posed)
    closed: dict[str, bool] = {}  # attempts have few rules between them
    wanted = (
        select(a.id, a.bank_id, a.reader, a.started, a.bank_version, by, rules, posed_)
        .join(marked, marked.c.attempt_id == a.id, isouter=True)
        .where(a.id.in_(lot))
    )
    for id_, bank_id, reader, started, seen, by_, ruled, posed in connection.execute(wanted).all():
        told = given.get(id_)
        if ruled not in closed:
            closed[ruled] = bool(json.loads(ruled).get("closed"))
        yield Plain(
            id_,
            bank_id,
            reader,
            started,
            seen,
            by_ or seen,
            closed[ruled],
            posed,
            tuple(told.split(NEXT)) if told else (),
        )


def kept(connection: Connection, ids: Sequence[str]) -> Iterator[Kept]:
    """What is kept of the finished ones among these attempts, without their answers, in lots."""
    posed = _Posed(connection)
    for start in range(0, len(ids), LOT):
        yield from _kept_lot(connection, ids[start : start + LOT], posed)


def _kept_lot(connection: Connection, lot: Sequence[str], posed: "_Posed") -> Iterator[Kept]:
    a, v = attempt.c, vector.c
    by = func.coalesce(marked.c.bank_version, a.bank_version)
    fits = (v.attempt_id == a.id) & (v.marked_by == by)
    wanted = (
        select(a.id, a.bank_version, by, a.submitted, as_kept(a.posed))
        .add_columns(v.layout_id, v.credits)
        .join(marked, marked.c.attempt_id == a.id, isouter=True)
        .join(vector, fits, isouter=True)
        .where(a.id.in_(lot), a.submitted.is_not(None))
    )
    for id_, seen, by_, submitted, posed_, layout_id, data in connection.execute(wanted).all():
        items, places = posed.of(posed_, layout_id)
        credits_ = None
        if layout_id is not None:
            numbers = (*_unpacked(data), nan)
            credits_ = tuple(numbers[place] for place in places)
        yield Kept(id_, seen, by_, submitted, items, credits_)


class _Posed:
    """The items that attempts pose, and where a layout has them; most of a class pose the same."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._layouts: dict[str, dict[str, int]] = {}
        self._known: dict[tuple[str, str | None], tuple[tuple[str, ...], tuple[int, ...]]] = {}

    def of(self, posed: str, name: str | None) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The items, and the place of each; −1 is what the layout does not have."""
        if (posed, name) not in self._known:
            items = tuple(item for item, _order in json.loads(posed))
            place = {} if name is None else self._layout(name)
            self._known[posed, name] = items, tuple(place.get(item, -1) for item in items)
        return self._known[posed, name]

    def _layout(self, name: str) -> dict[str, int]:
        if name not in self._layouts:
            items = _items(self._connection, name)
            self._layouts[name] = {item: n for n, item in enumerate(items)}
        return self._layouts[name]


@lru_cache(256)  # an exam poses the same to a whole class
def _posed(stored: str) -> frozenset[str]:
    return frozenset(item for item, _order in json.loads(stored))


def _items(connection: Connection, name: str) -> tuple[str, ...]:
    return tuple(connection.scalar(select(layout.c["items"]).where(layout.c.id == name)) or ())


def _name(items: Sequence[str]) -> str:
    return sha256(json.dumps(list(items), ensure_ascii=False).encode()).hexdigest()


def _packed(credits_: Sequence[float]) -> bytes:
    numbers = array("d", credits_)
    if sys.byteorder == "big":  # pragma: no cover  (a database may move to another machine)
        numbers.byteswap()
    return numbers.tobytes()


def _unpacked(data: bytes) -> tuple[float, ...]:
    numbers = array("d", data)
    if sys.byteorder == "big":  # pragma: no cover  (as above)
        numbers.byteswap()
    return tuple(numbers)
