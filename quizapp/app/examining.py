"""Taking a teacher's exam: a sitting without keys, and the file that goes back.

Each pack has a database of its own beside the reader's: no list, no progress and no statistics
there counts answers that only the teacher can mark.
"""

import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from quizapp import disk
from quizapp.app.sitting import Sitting, unfinished
from quizapp.app.trusting import remember
from quizapp.classroom.attempt_file import KEY, SUFFIX, Handed, sealed
from quizapp.classroom.exam import exam_bank
from quizapp.classroom.keys import SEED, digest
from quizapp.classroom.pack import Pack, bare_code, opened
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.store import Store, attempts

FOLDER, INSTALLATION = "exams", "installation.key"
_ORDERS = 1_000_000


class StartCodeError(QuizappError):
    """A start code that is none of the exam’s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """One student at one exam. ``resumed`` says whether it was begun before."""

    pack: Pack
    code: str
    name: str
    sitting: Sitting
    resumed: bool
    folder: Path
    _store: Store = field(repr=False)

    def handed(self) -> Handed:
        """What goes back to the teacher."""
        id_ = self.sitting.attempt.id
        with self._store.read() as connection:
            found = attempts.load(connection, id_)
            log = attempts.entries_of(connection, id_)
        if found is None:
            raise QuizappError(_("The attempt is no longer in the database."))
        return Handed(
            pack=self.pack.id,
            code=self.code,
            name=self.name,
            attempt=id_,
            entries=tuple(entry for entry, _hash in log),
            head=found[1],
        )

    def write(self, beside: Path) -> Path:
        """Write the attempt file into a folder; its path. The file of an earlier try is replaced.

        Raises:
            QuizappError: it cannot be written there.
        """
        handed = self.handed()
        data = sealed(
            handed, installation(self.folder), self.pack.recipients, secrets.token_bytes(KEY)
        )
        file = beside / f"{bare_code(self.code or self.name) or 'exam'}-{handed.short_code}{SUFFIX}"
        try:
            disk.replace(file, data)
        except OSError as error:
            text = _("{file} cannot be written ({reason}). Your answers are saved.")
            raise QuizappError(text.format(file=file, reason=error.strerror)) from error
        return file


def exam_pack(data: bytes) -> Pack:
    """The pack of an exam.

    Raises:
        QuizappError: it is damaged, is signed by nobody, or is no exam.
    """
    pack = opened(data)
    if pack.mode != "exam":
        raise QuizappError(_("This pack is no exam. Ask your teacher for another."))
    return pack


@contextmanager
def sit(
    data: bytes, code: str, name: str, folder: Path, now: Callable[[], datetime]
) -> Iterator[Exam]:
    """An exam, begun or gone on with; also one that was handed in, to write its file again.

    Args:
        data: the pack.
        code: the start code as typed.
        name: what the student is called there.
        folder: the data folder.
        now: the clock.

    Raises:
        StartCodeError: the code is none of this exam’s.
        QuizappError: the pack cannot be used.
        StoreError: nothing can be saved.
    """
    pack = exam_pack(data)
    if not pack.accepts(code):
        text = _("“{code}” is no start code of this exam. Compare it with the one you were given.")
        raise StartCodeError(
            text.format(code=code) if code else _("This exam asks for your start code.")
        )
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    store = Store(place / f"{digest('place', pack.id.encode()).hex()[:32]}.db")
    remember(pack, folder)
    try:
        sitting, resumed = _sitting(pack, bare_code(code) or name or "student", store, now)
        yield Exam(
            pack=pack,
            code=code,
            name=name,
            sitting=sitting,
            resumed=resumed,
            folder=folder,
            _store=store,
        )
    finally:
        store.close()


def _sitting(
    pack: Pack, reader: str, store: Store, now: Callable[[], datetime]
) -> tuple[Sitting, bool]:
    with store.read() as connection:
        done = [one.id for one in attempts.finished(connection, reader)]
    if waiting := [*unfinished(store, reader).values(), *done]:
        return Sitting.resume(waiting[0], store, now), True
    bank, id_ = exam_bank(pack.content), uuid.uuid4().hex
    seed = secrets.randbelow(_ORDERS)
    return Sitting.begin(bank, pack.rules, store, now, seed, id_, reader), False


def installation(folder: Path) -> bytes:
    """The seed with which this installation signs, made at its first exam."""
    file = folder / INSTALLATION
    if not file.exists():
        disk.replace(file, secrets.token_bytes(SEED))
    return file.read_bytes()
