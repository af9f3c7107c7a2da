"""Attempts in the database: domain values in, domain values out, an entry in the log for each act.

Call the functions inside ``with store.write()`` or ``with store.read()``. Those that change an
attempt take the head of its log as the caller knows it and give the new one; where the log has
grown since, somebody else continued the attempt, and the transaction
ends with ``StoreError``.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Row, Table, case, delete, insert, select, update

from quizapp.items import Response
from quizapp.quiz import Answer, Attempt, Posed, Rules
from quizapp.quiz.log import Chain, Entry, Head, Kind, canonical, follow
from quizapp.store.errors import ElsewhereError
from quizapp.store.tables import answer as answers
from quizapp.store.tables import attempt as attempts
from quizapp.store.tables import checked as checks
from quizapp.store.tables import entry as entries
from quizapp.store.tables import marked as markings

LOT = 500
WORKED = "worked"


def add(connection: Connection, attempt: Attempt) -> Head:
    """Keep a new attempt; the head of its log, which begins with how it was set up."""
    row = _begun(attempt)
    rest = {"started": attempt.started, "at": attempt.at, "flags": sorted(attempt.flags)}
    first = Entry(attempt.id, 1, "begin", "", canonical(row), attempt.started)
    head = Head(1, first.sealed(""))
    connection.execute(
        insert(attempts),
        {**row, **rest, "submitted": None, "head_count": head.count, "head_hash": head.hash},
    )
    _write(connection, first, head)
    return head


def add_whole(connection: Connection, finished: Iterable[tuple[Attempt, Sequence[Entry]]]) -> None:
    """Keep attempts that were handed in elsewhere, each with the acts that its log is to have.

    The acts are those after the beginning, numbered from 2, and lead to the attempt's answers.
    """
    rows, given, logged, seen = [], [], [], []
    for attempt, acts in finished:
        row = _begun(attempt)
        first = Entry(attempt.id, 1, "begin", "", canonical(row), attempt.started)
        head = Head()
        for entry in (first, *acts):
            head = Head(entry.n, entry.sealed(head.hash))
            logged.append(_logged(entry, head))
        seen += [
            {"attempt_id": attempt.id, "item_id": act.item, "at": act.at}
            for act in acts
            if act.kind == "check"
        ]
        rest = {"started": attempt.started, "at": attempt.at, "flags": []}
        ended = {"submitted": attempt.submitted, "head_count": head.count, "head_hash": head.hash}
        rows.append({**row, **rest, **ended})
        given += [
            {
                "attempt_id": attempt.id,
                "item_id": item,
                "response": list(answer.response),
                "confidence": answer.confidence,
                "at": answer.at,
            }
            for item, answer in attempt.answers.items()
        ]
    for table, lines in ((attempts, rows), (answers, given), (entries, logged), (checks, seen)):
        if lines:
            connection.execute(insert(table), lines)


def save_answer(
    connection: Connection,
    attempt_id: str,
    item: str,
    given: Answer,
    head: Head,
    worked_ms: int | None = None,
) -> Head:
    """Insert or replace one answer; the log also has the work until then, in milliseconds."""
    payload = {"response": list(given.response), "confidence": given.confidence}
    logged = payload if worked_ms is None else {**payload, WORKED: worked_ms}
    grown = _grow(connection, attempt_id, "answer", item, logged, given.at, head)
    row = {**payload, "at": given.at}
    place = (answers.c.attempt_id == attempt_id) & (answers.c.item_id == item)
    if not connection.execute(update(answers).where(place), row).rowcount:
        connection.execute(insert(answers), {"attempt_id": attempt_id, "item_id": item, **row})
    return grown


def save_clear(
    connection: Connection, attempt_id: str, item: str, now: datetime, head: Head
) -> Head:
    """Take an answer away; the log remembers that there was one."""
    grown = _grow(connection, attempt_id, "clear", item, {}, now, head)
    place = (answers.c.attempt_id == attempt_id) & (answers.c.item_id == item)
    connection.execute(delete(answers).where(place))
    return grown


def save_check(
    connection: Connection, attempt_id: str, item: str, now: datetime, head: Head
) -> Head:
    """Note that the feedback on an item was shown."""
    grown = _grow(connection, attempt_id, "check", item, {}, now, head)
    connection.execute(insert(checks), {"attempt_id": attempt_id, "item_id": item, "at": now})
    return grown


def save_submit(connection: Connection, attempt_id: str, now: datetime, head: Head) -> Head:
    """Hand the attempt in."""
    grown = _grow(connection, attempt_id, "submit", "", {}, now, head)
    connection.execute(update(attempts).where(attempts.c.id == attempt_id).values(submitted=now))
    return grown


def save_regrade(
    connection: Connection, attempt_id: str, bank_version: str, now: datetime, head: Head
) -> Head:
    """Mark the attempt by another version of its bank, or by its own again."""
    payload = {"bank_version": bank_version}
    grown = _grow(connection, attempt_id, "regrade", "", payload, now, head)
    connection.execute(delete(markings).where(markings.c.attempt_id == attempt_id))
    own = select(attempts.c.bank_version).where(attempts.c.id == attempt_id)
    if connection.scalar(own) != bank_version:
        row = {"attempt_id": attempt_id, "bank_version": bank_version, "at": now}
        connection.execute(insert(markings), row)
    return grown


def save_place(connection: Connection, attempt_id: str, item: str, head: Head) -> None:
    """Note which item is on the screen."""
    _change(connection, attempt_id, head, at=item)


def save_flags(connection: Connection, attempt_id: str, flags: Iterable[str], head: Head) -> None:
    """Note which items are flagged."""
    _change(connection, attempt_id, head, flags=sorted(flags))


def load(connection: Connection, attempt_id: str) -> tuple[Attempt, Head] | None:
    """The attempt with all its answers, and the head of its log; ``None`` if there is none."""
    row = connection.execute(select(attempts).where(attempts.c.id == attempt_id)).one_or_none()
    if row is None:
        return None
    return _attempts(connection, [row])[0], Head(row.head_count, row.head_hash)


def unfinished(connection: Connection, reader: str) -> tuple[Attempt, ...]:
    """The reader's attempts that are not handed in, newest first."""
    wanted = select(attempts).where(attempts.c.reader == reader, attempts.c.submitted.is_(None))
    rows = connection.execute(wanted.order_by(attempts.c.started.desc(), attempts.c.id)).all()
    return _attempts(connection, rows)


def finished(
    connection: Connection, reader: str | None, bank_id: str | None = None
) -> tuple[Attempt, ...]:
    """Attempts that were handed in, newest first: of one reader or all, at one bank or all."""
    wanted = select(attempts).where(attempts.c.submitted.is_not(None))
    if reader is not None:
        wanted = wanted.where(attempts.c.reader == reader)
    if bank_id is not None:
        wanted = wanted.where(attempts.c.bank_id == bank_id)
    rows = connection.execute(wanted.order_by(attempts.c.submitted.desc(), attempts.c.id)).all()
    return _attempts(connection, rows)


def latest(connection: Connection, reader: str) -> dict[str, Attempt]:
    """At each bank the reader's newest attempt that is open, or else the one handed in last."""
    closed = attempts.c.submitted.is_not(None)
    wanted = select(attempts.c.bank_id, attempts.c.id).where(attempts.c.reader == reader)
    since = case((closed, attempts.c.submitted), else_=attempts.c.started)
    rows = connection.execute(wanted.order_by(closed.desc(), since, attempts.c.id.desc()))
    newest = {row.bank_id: row.id for row in rows}
    return {one.bank_id: one for one in several(connection, list(newest.values()))}


def several(connection: Connection, ids: Sequence[str]) -> tuple[Attempt, ...]:
    """The attempts of these ids, in their order; those that there are not are left out."""
    found = {a.id: a for a in _attempts(connection, list(_of(connection, attempts, "id", ids)))}
    return tuple(found[id_] for id_ in ids if id_ in found)


def is_kept(connection: Connection, attempt_id: str) -> bool:
    """Whether there is an attempt of that id."""
    here = select(attempts.c.id).where(attempts.c.id == attempt_id)
    return connection.scalar(here) is not None


def remarked(connection: Connection, bank_id: str) -> bool:
    """Whether any attempt at a bank is marked by another version than it was taken at."""
    joined = select(markings.c.attempt_id).join(attempts, attempts.c.id == markings.c.attempt_id)
    return connection.scalar(joined.where(attempts.c.bank_id == bank_id).limit(1)) is not None


def every_id(connection: Connection) -> tuple[str, ...]:
    """The ids of all attempts of all readers, in the order in which they were begun."""
    return tuple(connection.scalars(select(attempts.c.id).order_by(attempts.c.started)))


def verify(connection: Connection, attempt_id: str) -> Chain:
    """Whether the attempt's log is whole and says what the current answers say."""
    found = load(connection, attempt_id)
    if found is None:
        return Chain(attempt_id, 0, "there is no such attempt")
    attempt, head = found
    log = entries_of(connection, attempt_id)
    chain = follow(attempt_id, log, head)
    replayed = [entry for entry, _hash in log]
    if chain.sound and _replayed(replayed) != _state(attempt):
        return Chain(attempt_id, chain.sound_entries, "the answers differ from the log")
    if chain.sound and _marked_by(replayed) != (attempt.marked_by or attempt.bank_version):
        return Chain(attempt_id, chain.sound_entries, "the version it is marked by is not logged")
    return chain


def entries_of(connection: Connection, attempt_id: str) -> tuple[tuple[Entry, str], ...]:
    """The log of an attempt, oldest first, each entry with the hash that is stored beside it."""
    rows = connection.execute(
        select(entries).where(entries.c.attempt_id == attempt_id).order_by(entries.c.n)
    )
    return tuple(
        (Entry(r.attempt_id, r.n, r.kind, r.item_id, r.payload, r.at), r.hash) for r in rows
    )


def _replayed(log: list[Entry]) -> tuple[dict[str, str], set[str], bool]:
    """Answers, items checked, and whether it was handed in, as the log has them."""
    given: dict[str, str] = {}
    checked: set[str] = set()
    submitted = False
    for entry in log:
        if entry.kind == "answer":
            given[entry.item] = _without_time(entry.payload)
        elif entry.kind == "clear":
            given.pop(entry.item, None)
        elif entry.kind == "check":
            checked.add(entry.item)
        elif entry.kind == "submit":
            submitted = True
    return given, checked, submitted


def _without_time(payload: str) -> str:
    """What was answered, without how long somebody had worked by then."""
    if f'"{WORKED}"' not in payload:
        return payload
    return canonical({k: v for k, v in json.loads(payload).items() if k != WORKED})


def _marked_by(log: list[Entry]) -> str:
    """The bank version whose keys count, as the log has it: the first entry's, or a later one's."""
    named = [entry.payload for entry in log if entry.kind in ("begin", "regrade")]
    return str(json.loads(named[-1])["bank_version"])


def _state(attempt: Attempt) -> tuple[dict[str, str], set[str], bool]:
    given = {
        item: canonical({"response": list(a.response), "confidence": a.confidence})
        for item, a in attempt.answers.items()
    }
    return given, set(attempt.checked), attempt.submitted is not None


def _grow(
    connection: Connection,
    attempt_id: str,
    kind: Kind,
    item: str,
    payload: dict[str, Any],
    at: datetime,
    head: Head,
) -> Head:
    """Add an entry to the log, if its head is still the one that the caller knows."""
    entry = Entry(attempt_id, head.count + 1, kind, item, canonical(payload), at)
    grown = Head(entry.n, entry.sealed(head.hash))
    place = {"at": item} if item else {}
    _change(connection, attempt_id, head, head_count=grown.count, head_hash=grown.hash, **place)
    _write(connection, entry, grown)
    return grown


def _change(connection: Connection, attempt_id: str, head: Head, **values: Any) -> None:
    same = (attempts.c.id == attempt_id) & (attempts.c.head_hash == head.hash)
    if connection.execute(update(attempts).where(same), values).rowcount != 1:
        raise ElsewhereError(attempt_id)


def _begun(attempt: Attempt) -> dict[str, Any]:
    """How an attempt was set up, which its log begins with."""
    return {
        "id": attempt.id,
        "reader": attempt.reader,
        "bank_id": attempt.bank_id,
        "bank_version": attempt.bank_version,
        "rules": attempt.rules.stored(),
        "seed": str(attempt.seed),
        "posed": [[posed.item, list(posed.order)] for posed in attempt.posed],
    }


def _write(connection: Connection, entry: Entry, head: Head) -> None:
    connection.execute(insert(entries), _logged(entry, head))


def _logged(entry: Entry, head: Head) -> dict[str, Any]:
    return {
        "attempt_id": entry.attempt,
        "n": entry.n,
        "kind": entry.kind,
        "item_id": entry.item,
        "payload": entry.payload,
        "at": entry.at,
        "hash": head.hash,
    }


def _attempts(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Attempt, ...]:
    """The attempts of these rows, with what the other tables hold of them."""
    ids = [row.id for row in rows]
    given: dict[str, dict[str, Answer]] = defaultdict(dict)
    for one in _of(connection, answers, "attempt_id", ids):
        given[one.attempt_id][one.item_id] = _answer(one)
    checked: dict[str, set[str]] = defaultdict(set)
    for one in _of(connection, checks, "attempt_id", ids):
        checked[one.attempt_id].add(one.item_id)
    marked = {m.attempt_id: m.bank_version for m in _of(connection, markings, "attempt_id", ids)}
    return tuple(_attempt(r, given[r.id], checked[r.id], marked.get(r.id, "")) for r in rows)


def _of(
    connection: Connection, table: Table, column: str, ids: Sequence[str]
) -> Iterator[Row[Any]]:
    """The rows that belong to these attempts, asked for in lots that SQLite takes."""
    for start in range(0, len(ids), LOT):
        lot = ids[start : start + LOT]
        yield from connection.execute(select(table).where(table.c[column].in_(lot)))


def _attempt(row: Row[Any], given: dict[str, Answer], checked: set[str], marked_by: str) -> Attempt:
    return Attempt(
        id=row.id,
        reader=row.reader,
        bank_id=row.bank_id,
        bank_version=row.bank_version,
        rules=Rules.restored(row.rules),
        seed=int(row.seed),
        posed=tuple(Posed(item, tuple(order)) for item, order in row.posed),
        started=row.started,
        at=row.at,
        answers=MappingProxyType(given),
        flags=frozenset(row.flags),
        checked=frozenset(checked),
        submitted=row.submitted,
        marked_by=marked_by,
    )


def _answer(row: Row[Any]) -> Answer:
    response: Response = tuple(row.response)
    return Answer(response, row.at, row.confidence)
