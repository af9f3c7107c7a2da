"""Who handed in at a bank: readers of this computer, and students of classes.

Each file that comes back from a class is kept under a reader of its own, so that it can be taken
away by itself. To statistics a student is one person in all that their class was given.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizapp.app.collecting import attempt_of, reader_of
from quizapp.classroom.pack import bare_code
from quizapp.i18n import _
from quizapp.store import Connection, Store, banks, classes, vectors


@dataclass(frozen=True, slots=True)
class Group:
    """Those who handed in at a bank: everybody, or, with a ``class_id``, one class.

    ``name`` is what they are called; empty where nobody but everybody is there.
    """

    bank_id: str
    title: str
    class_id: str = ""
    name: str = ""

    @property
    def label(self) -> str:
        """What it is called where it is chosen."""
        return f"{self.title} · {self.name}" if self.name else self.title


def labelled(groups: Sequence[Group]) -> dict[str, Group]:
    """Each group under its label; where two have the same one, with the id of the bank as well."""
    times = Counter(one.label for one in groups)
    return {
        one.label if times[one.label] == 1 else f"{one.label} ({one.bank_id})": one
        for one in groups
    }


def groups(store: Store) -> tuple[Group, ...]:
    """The banks at which something was handed in, those of most readers first; then by class."""
    with store.read() as connection:
        names = {one.id: one.name for one in classes.every(connection)}
        rooms = {exam.id: exam.class_id for exam in classes.exams(connection)}
        taken = vectors.exams(connection)
        found = []
        for bank_id, _readers in vectors.any_of(connection):
            title = banks.load(connection, banks.newest(connection, bank_id)).title
            here = {rooms[exam] for bank, exam in taken if bank == bank_id and exam in rooms}
            named = sorted((names[room], room) for room in here)
            found.append(Group(bank_id, title, name=_("everybody") if named else ""))
            found += [Group(bank_id, title, room, name) for name, room in named]
    return tuple(found)


def exams_of(connection: Connection, bank_id: str, class_id: str) -> tuple[str, ...]:
    """The ids of what a class was given from a bank."""
    given = classes.exams(connection, class_id)
    return tuple(exam.id for exam in given if exam.bank_id == bank_id)


def person(connection: Connection, bank_id: str) -> Callable[[str], str] | None:
    """What tells of a reader which person it is; ``None`` where no class was given the bank."""
    labels = {
        (exam.id, bare_code(who.code)): f"{exam.class_id}/{who.label}"
        for exam in classes.exams(connection)
        if exam.bank_id == bank_id
        for who in exam.students
    }
    if not labels:
        return None
    known = {
        reader_of(pack, attempt): who
        for pack, attempt, code in classes.codes(connection, {pack for pack, _code in labels})
        if (who := labels.get((pack, bare_code(code)))) is not None
    }
    return lambda reader: known.get(attempt_of(reader), reader)
