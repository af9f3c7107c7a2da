"""A teacher’s classes: what is handed out, what comes back and is kept, and the gradebook.

An attempt that counts is kept like any other, under the bank’s own ids, so that statistics and
regrades see it. Its reader is one of the class, who never is somebody who reads on this computer.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from quizapp.app import whose
from quizapp.app.collecting import (
    Collecting,
    contests_of,
    file_contests,
    kept_id,
    reader_of,
    replay,
    set_aside,
    take_in,
)
from quizapp.app.markings import Markings
from quizapp.app.marks import gradebook
from quizapp.app.teaching import Made, make_exam, make_practice
from quizapp.bank import Bank
from quizapp.classroom.attempt_file import restored
from quizapp.classroom.book import (
    Classroom,
    Gradebook,
    HandedOut,
    Received,
    Verdict,
    Which,
)
from quizapp.classroom.keys import PublicKeys, TeacherKeys
from quizapp.classroom.roster import numbered
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.quiz import Rules
from quizapp.store import Connection, Store, banks, classes, readers
from quizapp.text import fold

LOT = 50  # files in one transaction


class Classes:
    """The classes in one database. ``now`` is the clock."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    # who is in a class

    def every(self) -> tuple[Classroom, ...]:
        """All classes, by name."""
        with self._store.read() as connection:
            return classes.every(connection)

    def find(self, name: str) -> Classroom:
        """The class of that name.

        Raises:
            QuizappError: there is none.
        """
        found = [one for one in self.every() if fold(name) in (fold(one.name), fold(one.id))]
        if not found:
            text = _("There is no class “{name}”. There are: {names}.")
            names = ", ".join(one.name for one in self.every()) or _("none")
            raise QuizappError(text.format(name=name, names=names))
        return found[0]

    def add(self, name: str, names: Sequence[str]) -> Classroom:
        """A new class of these people, in this order; twins get a number.

        Raises:
            QuizappError: it has no name, or another class has it.
        """
        with self._store.write() as connection:
            words = _named(connection, name)
            one = Classroom(uuid.uuid4().hex, words, numbered(names))
            classes.put(connection, one, self._now())
        return one

    def change(self, one: Classroom, names: Sequence[str], name: str = "") -> Classroom:
        """The class with another roster, or another name; exams keep the codes that they have.

        Raises:
            QuizappError: another class has the name, or somebody changed this one meanwhile.
        """
        with self._store.write() as connection:
            words = _named(connection, name, but=one.id) if name else one.name
            changed = Classroom(one.id, words, numbered(names))
            if one not in classes.every(connection):
                text = _("“{name}” was changed by somebody else. Open it again, then change it.")
                raise QuizappError(text.format(name=one.name))
            classes.put(connection, changed, self._now())
        return changed

    def remove(self, one: Classroom) -> None:
        """Delete a class with its exams, the files that came back, and the attempts in them."""
        with self._store.write() as connection:
            for exam in classes.exams(connection, one.id):
                for reader in readers.of_class(connection, reader_of(exam.id, "")):
                    readers.remove(connection, reader)
            classes.remove(connection, one.id)

    # out

    def hand_out(
        self,
        one: Classroom,
        bank: Bank,
        rules: Rules,
        keys: TeacherKeys,
        teacher: str,
        second: PublicKeys | None = None,
        *,
        practice: bool = False,
        whole: Bank | None = None,
    ) -> Made:
        """An exam for a class, or practice, which weighs 0 until the teacher gives it a weight.

        What leads back from it is kept. ``second`` opens it as well. ``whole`` is the bank of which
        ``bank`` is a form, if it is one.

        Raises:
            QuizappError: the class is empty, or the bank has nothing to ask.
        """
        make = make_practice if practice else make_exam
        made = make(bank, rules, keys, _names(one), teacher, second)
        with self._store.write() as connection:
            if whole is not None:
                banks.keep(connection, whole, self._now())
            version = banks.keep(connection, bank, self._now(), noted=whole is None)
            exam = HandedOut(
                id=made.id,
                class_id=one.id,
                bank_id=bank.id,
                bank_version=version,
                title=bank.title,
                link=made.link,
                students=made.students,
                rules=made.rules,
                at=self._now(),
                weight=0.0 if practice else 1.0,
            )
            classes.hand_out(connection, exam)
        return made

    def exams(self, one: Classroom) -> tuple[HandedOut, ...]:
        """What a class was given, oldest first."""
        with self._store.read() as connection:
            return classes.exams(connection, one.id)

    def practised(self, one: Classroom, bank_id: str) -> tuple[HandedOut, ...]:
        """The practice that a class was given with a bank, oldest first."""
        return tuple(e for e in self.exams(one) if e.practice and e.bank_id == bank_id)

    def of_pack(self, pack: str) -> Classroom | None:
        """The class that a pack was made for; ``None`` where none is known."""
        with self._store.read() as connection:
            exam = next((one for one in classes.exams(connection) if one.id == pack), None)
        found = (one for one in self.every() if exam is not None and one.id == exam.class_id)
        return next(found, None)

    def weigh(self, exam: HandedOut, weight: float) -> None:
        """Let an exam count for more or less among the others, from 0 to 100."""
        if not 0 <= weight <= 100:
            raise QuizappError(_("A weight is a number from 0 to 100."))
        with self._store.write() as connection:
            classes.weigh(connection, exam.id, weight)

    # back

    def files(self, one: Classroom | None = None, *, whole: bool = True) -> tuple[Received, ...]:
        """What came back for a class, or everything, in the order in which it came.

        Where they are not to be ``whole``, their content is left out, which is most of them.
        """
        with self._store.read() as connection:
            if one is None:
                return classes.files(connection, whole=whole)
            packs = [exam.id for exam in classes.exams(connection, one.id)]
            return classes.files(connection, packs, whole=whole)

    def came(self, one: Classroom) -> tuple[Received, ...]:
        """What came back for a class, and what nobody knows the exam of; without its content."""
        with self._store.read() as connection:
            packs = [exam.id for exam in classes.exams(connection, one.id)]
            return classes.files(connection, [*packs, ""], whole=False)

    def collect(
        self,
        files: Iterable[tuple[str, bytes]],
        keys: TeacherKeys,
        report: Callable[[int, int], object] | None = None,
    ) -> tuple[Received, ...]:
        """Say what each file is, by name and bytes, keep it, and take in what counts.

        A file that was collected before is told as such and not kept twice. None stops the others.
        What ``report(done, total)`` raises ends it between two lots; what was kept stays.
        """
        given, told = list(files), list[Received]()
        collecting = Collecting(keys, self._now())
        for start in range(0, len(given), LOT):
            with self._store.write() as connection:
                told += collecting.take(connection, given[start : start + LOT])
            if report is not None:
                report(min(start + LOT, len(given)), len(given))
        return tuple(told)

    def whose(self, one: Classroom) -> dict[str, str]:
        """Whose the attempts of a class are that count, by their ids, in the roster’s order."""
        with self._store.read() as connection:
            return whose.names(connection, classes.exams(connection, one.id))

    def decide(self, sha256_: str, *, counts: bool) -> Received:
        """Let a file count, or set it aside.

        Raises:
            QuizappError: there is no such file, or nothing in it can be marked.
        """
        with self._store.write() as connection:
            found = classes.those(connection, [sha256_])
            if sha256_ not in found:
                raise QuizappError(_("There is no such file any more."))
            one = found[sha256_]
            if counts and not one.counts:
                self._let_count(connection, one)
            elif not counts:
                set_aside(connection, one)
            verdict: Verdict = "counts" if counts else "away"
            classes.decide(connection, sha256_, verdict)
        return replace(one, verdict=verdict)

    @staticmethod
    def _let_count(connection: Connection, one: Received) -> None:
        exams = {exam.id: exam for exam in classes.exams(connection)}
        handed = restored(one.content) if one.can_count else None
        if handed is None or one.pack not in exams:
            raise QuizappError(_("Nothing in this file can be marked."))
        came = classes.files(connection, [one.pack], whole=False)
        same = [file for file in came if file.counts]
        if twin := next((file for file in same if kept_id(file) == kept_id(one)), None):
            text = _("The same answers count already, from “{file}”. Set that one aside first.")
            raise QuizappError(text.format(file=twin.file))
        exam, markings = exams[one.pack], Markings()
        try:
            bank = markings.bank(connection, exam.bank_version)
            found = replay(handed, exam, bank)
            take_in(connection, [(one, found, exam)], markings)
            file_contests(connection, contests_of(one, found, exam))
        except (ValueError, KeyError, TypeError) as error:
            raise QuizappError(_("Nothing in this file can be marked.")) from error

    # the gradebook

    def gradebook(self, one: Classroom, which: Which = "best") -> Gradebook:
        """Students and exams, each attempt as it is marked now."""
        with self._store.read() as connection:
            return gradebook(connection, one, which)


def _names(one: Classroom) -> list[str]:
    """Who gets a start code."""
    if not one.students:
        text = _("“{name}” has nobody in it. Type or paste the names first.")
        raise QuizappError(text.format(name=one.name))
    return [who.name for who in one.students]


def practised_told(name: str, day: str) -> str:
    """What to look at before an exam of a bank that a class practised with on a day."""
    text = _(
        "{name} practised with this bank on {day}, with its keys in the file. In an exam ask other "
        "questions, or the form that was not practised."
    )
    return text.format(name=name, day=day)


def _named(connection: Connection, name: str, but: str = "") -> str:
    """The name as it is kept; asked where it is written, so that two cannot take it at once."""
    words = " ".join(name.split())
    if not words:
        raise QuizappError(_("A class needs a name."))
    if any(fold(words) == fold(one.name) for one in classes.every(connection) if one.id != but):
        raise QuizappError(_("There is a class “{name}” already.").format(name=words))
    return words
