"""Packed credits of finished attempts: written when one is scored, rebuilt when asked."""

import json
from collections.abc import Iterable, Iterator
from math import nan

from quizapp.bank import Bank
from quizapp.quiz import Attempt, counted, marking
from quizapp.store import Connection, Store, banks, vectors
from quizapp.store.vectors import APART, Plain, Vector

BATCH = 2000
_NOWHERE = -1  # the place of an answer that is not counted


def keep(connection: Connection, bank: Bank, *finished: Attempt) -> None:
    """Keep the credits of attempts that were handed in, as ``bank`` marks them."""
    items = scored(bank)
    vectors.put(connection, [_vector(bank, items, attempt) for attempt in finished])


def _vector(bank: Bank, items: tuple[str, ...], attempt: Attempt) -> Vector:
    among = {item.id for item in counted(bank, attempt)}
    given = attempt.answers
    credits_ = tuple(
        nan if id_ not in among
        else bank.item[id_].credit(given[id_].response) if id_ in given
        else 0.0
        for id_ in items
    )  # fmt: skip
    return Vector(
        attempt=attempt.id,
        bank_id=attempt.bank_id,
        reader=attempt.reader,
        started=attempt.started,
        closed=attempt.rules.closed,
        marked_by=attempt.marked_by or attempt.bank_version,
        items=items,
        credits=credits_,
    )


def scored(bank: Bank) -> tuple[str, ...]:
    """The ids of a version’s items that have a score, in its order: the layout of its vectors."""
    return tuple(item.id for item in bank.items if item.scored)


def renew(store: Store, bank_id: str, *, whole: bool = False) -> int:
    """Work out the vectors that a bank lacks, or all of them; how many those were."""
    if whole:
        with store.write() as connection:
            vectors.clear(connection, bank_id)
    with store.read() as connection:
        ids = vectors.missing(connection, bank_id)
    versions: dict[str, Bank] = {}
    for start in range(0, len(ids), BATCH):
        with store.write() as connection:
            lot = vectors.plain(connection, ids[start : start + BATCH])
            vectors.put(connection, _worked_out(connection, lot, versions))
    return len(ids)


def _worked_out(
    connection: Connection, found: Iterable[Plain], versions: dict[str, Bank]
) -> Iterator[Vector]:
    """The vectors, with each different response to an item marked once."""
    known: dict[str, _Marker] = {}
    for one in found:
        name = f"{one.seen} {one.marked_by}"
        if name not in known:
            known[name] = _Marker(_bank(connection, one, versions))
        marker = known[name]
        yield Vector(
            attempt=one.id,
            bank_id=one.bank_id,
            reader=one.reader,
            started=one.started,
            closed=one.closed,
            marked_by=one.marked_by,
            items=marker.layout,
            credits=marker.credits(one),
        )


def _bank(connection: Connection, one: Plain, versions: dict[str, Bank]) -> Bank:
    name = f"{one.seen} {one.marked_by}"
    if name not in versions:
        seen = banks.load(connection, one.seen)
        if one.marked_by == one.seen:
            versions[name] = seen
        else:
            versions[name] = marking(seen, banks.load(connection, one.marked_by)).bank
    return versions[name]


class _Marker(dict[str, tuple[int, float]]):
    """Credits by one bank: of each answer as it is kept, met once, its place and its credit.

    A class hands in the same few answers many times over, so that all but the first of each are
    looked up, a whole attempt at once.
    """

    def __init__(self, bank: Bank) -> None:
        super().__init__()
        self.layout = scored(bank)
        self._bank = bank
        self._place = {
            id_: k
            for k, id_ in enumerate(self.layout)
            if not bank.stale.intersection(bank.asks(bank.item[id_]))
        }
        self._blank: dict[frozenset[str], dict[int, float]] = {}

    def credits(self, one: Plain) -> tuple[float, ...]:
        """The credit of each item; NaN for what was not posed, or is withheld."""
        found = dict(map(self.__getitem__, one.given))
        found.pop(_NOWHERE, None)
        if len(found) < len(self.layout):  # else everything was posed, as it was answered
            found = self._unanswered(one.posed) | found
        return tuple(map(found.__getitem__, range(len(self.layout))))

    def _unanswered(self, posed: frozenset[str]) -> dict[int, float]:
        """The credits of who answers nothing, by place."""
        blank = self._blank.get(posed)
        if blank is None:
            counted_ = posed & self._place.keys()
            blank = {k: 0.0 if id_ in counted_ else nan for k, id_ in enumerate(self.layout)}
            self._blank[posed] = blank
        return blank

    def __missing__(self, answer: str) -> tuple[int, float]:
        """Where the credit of an answer belongs, and the credit."""
        id_, _apart, response = answer.partition(APART)
        place = self._place.get(id_, _NOWHERE)
        credit = self._bank.item[id_].credit(tuple(json.loads(response))) if place >= 0 else 0.0
        self[answer] = place, credit
        return self[answer]
