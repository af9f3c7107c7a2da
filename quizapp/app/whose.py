"""Whose the attempts are that came back from a class."""

from collections.abc import Sequence

from quizapp.app.collecting import kept_id
from quizapp.classroom.book import HandedOut
from quizapp.classroom.pack import bare_code
from quizapp.i18n import _
from quizapp.store import Connection, Store, classes


def names(connection: Connection, exams: Sequence[HandedOut]) -> dict[str, str]:
    """Whose the attempts at these exams are that count, by their ids, in the order of the roster.

    Who is on no roster is called by their start code, and comes last.
    """
    places = {
        (exam.id, bare_code(who.code)): (k, n, who.label)
        for k, exam in enumerate(exams)
        for n, who in enumerate(exam.students)
    }
    came = classes.files(connection, [exam.id for exam in exams], whole=False)
    counts = (file for file in came if file.counts)
    last = len(exams)
    found = [
        (*places.get((file.pack, bare_code(file.code)), (last, 0, file.code)), kept_id(file))
        for file in counts
    ]
    return {id_: label for _k, _n, label, id_ in sorted(found)}


def in_full(connection: Connection) -> dict[str, str]:
    """The same for all classes, each with the name of the class."""
    rooms = {room.id: room.name for room in classes.every(connection)}
    text, found = _("{who}, {room}"), dict[str, str]()
    for room, name in rooms.items():
        theirs = names(connection, classes.exams(connection, room))
        found |= {id_: text.format(who=who, room=name) for id_, who in theirs.items()}
    return found


def of_attempt(store: Store, attempt_id: str) -> str:
    """Whose an attempt is that came back, with the class; empty where it is of none."""
    with store.read() as connection:
        return in_full(connection).get(attempt_id, "")
