"""Classes in the database. Call the functions inside ``with store.write()`` or ``read()``."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from quizapp.classroom.book import Classroom, HandedOut, Received, Verdict
from quizapp.classroom.exam import Link
from quizapp.classroom.roster import Student
from quizapp.quiz import Rules
from quizapp.store.tables import classroom, exam, received, student


def put(connection: Connection, one: Classroom, now: datetime) -> None:
    """Keep a class with its roster, in place of the one of the same id."""
    known = update(classroom).where(classroom.c.id == one.id).values(name=one.name)
    if not connection.execute(known).rowcount:
        connection.execute(insert(classroom), {"id": one.id, "name": one.name, "added": now})
    connection.execute(delete(student).where(student.c.classroom_id == one.id))
    rows = [
        {"classroom_id": one.id, "n": n, "name": who.name, "number": who.number}
        for n, who in enumerate(one.students)
    ]
    if rows:
        connection.execute(insert(student), rows)


def every(connection: Connection) -> tuple[Classroom, ...]:
    """All classes, by name."""
    students: dict[str, list[Student]] = {}
    for row in connection.execute(select(student).order_by(student.c.classroom_id, student.c.n)):
        students.setdefault(row.classroom_id, []).append(Student(row.name, "", row.number))
    found = (
        Classroom(row.id, row.name, tuple(students.get(row.id, ())))
        for row in connection.execute(select(classroom))
    )
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def hand_out(connection: Connection, one: HandedOut) -> None:
    """Keep an exam that a class is given."""
    row = {
        "id": one.id,
        "classroom_id": one.class_id,
        "bank_id": one.bank_id,
        "bank_version": one.bank_version,
        "title": one.title,
        "rules": one.rules.stored(),
        "link": one.link.stored(),
        "students": [[who.name, who.code, who.number] for who in one.students],
        "weight": one.weight,
        "at": one.at,
    }
    connection.execute(insert(exam), row)


def exams(connection: Connection, class_id: str | None = None) -> tuple[HandedOut, ...]:
    """The exams of a class, or of all, oldest first."""
    wanted = select(exam).order_by(exam.c.at, exam.c.id)
    if class_id is not None:
        wanted = wanted.where(exam.c.classroom_id == class_id)
    return tuple(_exam(row) for row in connection.execute(wanted))


def weigh(connection: Connection, exam_id: str, weight: float) -> None:
    """Let an exam count for more or less."""
    connection.execute(update(exam).where(exam.c.id == exam_id).values(weight=weight))


def receive(connection: Connection, files: Iterable[Received]) -> None:
    """Keep files that came back, each in place of what was kept of the same bytes."""
    rows = [
        {
            "sha256": one.sha256,
            "file": one.file,
            "pack": one.pack,
            "attempt": one.attempt,
            "code": one.code,
            "state": one.state,
            "reason": one.reason,
            "short_code": one.short_code,
            "hashes": list(one.hashes),
            "content": one.content,
            "at": one.at,
            "verdict": one.verdict,
        }
        for one in files
    ]
    if rows:
        names = [row["sha256"] for row in rows]
        connection.execute(delete(received).where(received.c.sha256.in_(names)))
        connection.execute(insert(received), rows)


def decide(connection: Connection, sha256: str, verdict: Verdict) -> None:
    """Keep what the teacher decided about a file."""
    connection.execute(update(received).where(received.c.sha256 == sha256).values(verdict=verdict))


def files(
    connection: Connection, packs: Collection[str] | None = None, *, whole: bool = True
) -> tuple[Received, ...]:
    """The files that came back for these packs, or all, in the order in which they came.

    Where they are not to be ``whole``, their content is left out, which is most of them.
    """
    columns = [one for one in received.c if whole or one is not received.c.content]
    wanted = select(*columns).order_by(received.c.at, received.c.file, received.c.sha256)
    if packs is not None:
        wanted = wanted.where(received.c.pack.in_(packs))
    return tuple(_received(row) for row in connection.execute(wanted))


def those(connection: Connection, names: Collection[str]) -> dict[str, Received]:
    """Files that came back, whole, by the SHA-256 of their bytes; a lot at most."""
    wanted = select(received).where(received.c.sha256.in_(names))
    return {row.sha256: _received(row) for row in connection.execute(wanted)}


def codes(connection: Connection, packs: Collection[str]) -> Iterable[tuple[str, str, str]]:
    """Of each file that came back for these packs: the pack, the attempt, the start code."""
    columns = (received.c.pack, received.c.attempt, received.c.code)
    rows = connection.execute(select(*columns).where(received.c.pack.in_(packs)))
    return ((pack, attempt, code) for pack, attempt, code in rows)


def remove(connection: Connection, class_id: str) -> None:
    """Delete a class, its roster, its exams and the files that came back for them."""
    packs = select(exam.c.id).where(exam.c.classroom_id == class_id)
    connection.execute(delete(received).where(received.c.pack.in_(packs)))
    connection.execute(delete(exam).where(exam.c.classroom_id == class_id))
    connection.execute(delete(student).where(student.c.classroom_id == class_id))
    connection.execute(delete(classroom).where(classroom.c.id == class_id))


def _exam(row: Row[Any]) -> HandedOut:
    return HandedOut(
        id=row.id,
        class_id=row.classroom_id,
        bank_id=row.bank_id,
        bank_version=row.bank_version,
        title=row.title,
        link=Link.restored(row.link),
        students=tuple(Student(*one) for one in row.students),
        rules=Rules.restored(row.rules),
        at=row.at,
        weight=row.weight,
    )


def _received(row: Row[Any]) -> Received:
    return Received(
        sha256=row.sha256,
        file=row.file,
        pack=row.pack,
        attempt=row.attempt,
        code=row.code,
        state=row.state,
        reason=row.reason,
        short_code=row.short_code,
        hashes=tuple(row.hashes),
        content=getattr(row, "content", b""),
        at=row.at,
        verdict=row.verdict,
    )
