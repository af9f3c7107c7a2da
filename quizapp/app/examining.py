"""Taking what a teacher handed out, an exam or practice, and the file that goes back.

An exam is sat once and without keys; practice has its keys with it and is begun again as often as
one likes. Each pack has a database of its own beside the reader's: no list, no progress and no
statistics there counts what was answered for the teacher.
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
from quizapp.bank import Bank
from quizapp.classroom.attempt_file import KEY, SUFFIX, Handed, sealed
from quizapp.classroom.contested import of_contest
from quizapp.classroom.exam import exam_bank
from quizapp.classroom.keys import SEED, digest
from quizapp.classroom.pack import Pack, bare_code, opened
from quizapp.classroom.practice import practice_bank
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.store import Store, attempts, contests

FOLDER, INSTALLATION = "exams", "installation.key"
_ORDERS = 1_000_000


class StartCodeError(QuizappError):
    """A start code that is none of the pack’s."""


@dataclass(frozen=True, slots=True)
class Exam:
    """One student at one exam, or at practice. ``resumed`` says whether it was begun before."""

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
            contested = contests.of_attempt(connection, id_)
        if found is None:
            raise QuizappError(_("The attempt is no longer in the database."))
        return Handed(
            pack=self.pack.id,
            code=self.code,
            name=self.name,
            attempt=id_,
            entries=tuple(entry for entry, _hash in log),
            head=found[1],
            contests=tuple(map(of_contest, contested)),
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


def pack_to_take(data: bytes) -> Pack:
    """A pack whose questions can be asked.

    Raises:
        QuizappError: it is damaged, is signed by nobody, or was made by a newer version.
    """
    pack = opened(data)
    _bank(pack)
    return pack


@contextmanager
def sit(
    data: bytes,
    code: str,
    name: str,
    folder: Path,
    now: Callable[[], datetime],
    *,
    anew: bool = False,
) -> Iterator[Exam]:
    """An exam or practice, begun or gone on with; or what was handed in, to write its file again.

    Args:
        data: the pack.
        code: the start code as typed.
        name: what the student is called there.
        folder: the data folder.
        now: the clock.
        anew: begin another attempt, which practice alone allows.

    Raises:
        StartCodeError: the code is none of this pack’s.
        QuizappError: the pack cannot be used, or an exam was to be begun anew.
        StoreError: nothing can be saved.
    """
    pack = _admitted(data, code, anew=anew)
    bank = _bank(pack)
    store = _store_of(pack, folder)
    remember(pack, folder)
    try:
        reader = bare_code(code) or name or "student"
        kept = "" if anew else _kept(store, reader)
        if kept:
            sitting = Sitting.resume(kept, store, now)
        else:
            sitting = _begin(bank, pack, reader, store, now)
        yield Exam(pack, code, name, sitting, bool(kept), folder, store)
    finally:
        store.close()


def _store_of(pack: Pack, folder: Path) -> Store:
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    return Store(place / f"{digest('place', pack.id.encode()).hex()[:32]}.db")


def _begin(
    bank: Bank, pack: Pack, reader: str, store: Store, now: Callable[[], datetime]
) -> Sitting:
    seed, id_ = secrets.randbelow(_ORDERS), uuid.uuid4().hex
    return Sitting.begin(bank, pack.rules, store, now, seed, id_, reader)


def _admitted(data: bytes, code: str, *, anew: bool) -> Pack:
    """The pack, for somebody who may begin with it."""
    pack = opened(data)
    if not pack.accepts(code):
        raise StartCodeError(_no_code(pack, code))
    if anew and not pack.practice:
        raise QuizappError(_("An exam can be begun only once. It goes on where it was left."))
    return pack


def _no_code(pack: Pack, code: str) -> str:
    """Why a start code does not do."""
    if not code:
        return (
            _("This pack asks for your start code.")
            if pack.practice
            else _("This exam asks for your start code.")
        )
    text = _("“{code}” is no start code of this exam. Compare it with the one you were given.")
    if pack.practice:
        text = _("“{code}” is no start code of this pack. Compare it with the one you were given.")
    return text.format(code=code)


def _bank(pack: Pack) -> Bank:
    return practice_bank(pack.content) if pack.practice else exam_bank(pack.content)


def _kept(store: Store, reader: str) -> str:
    """The attempt that is open, or else the one handed in last; empty where there is none."""
    with store.read() as connection:
        done = [one.id for one in attempts.finished(connection, reader)]
    return next(iter([*unfinished(store, reader).values(), *done]), "")


def installation(folder: Path) -> bytes:
    """The seed with which this installation signs, made at its first exam."""
    file = folder / INSTALLATION
    if not file.exists():
        disk.replace(file, secrets.token_bytes(SEED))
    return file.read_bytes()
