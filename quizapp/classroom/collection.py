"""What came back: each file told apart, with its reason; none is dropped, none stops the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quizapp.classroom.attempt_file import Handed, Opened, opened
from quizapp.classroom.canonical import UnreadableError
from quizapp.classroom.keys import KeyFaultError, TeacherKeys
from quizapp.classroom.pack import bare_code
from quizapp.i18n import _
from quizapp.quiz.log import follow

State = Literal["accepted", "duplicate", "continuation", "conflict", "unverified", "unreadable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the teacher knows of an attempt that came before.

    ``hashes`` are those of its log, one for each entry; ``code`` is the start code.
    """

    hashes: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file. ``handed`` is ``None`` where it could not be opened."""

    file: str
    state: State
    reason: str
    handed: Handed | None = None

    @property
    def counts(self) -> bool:
        """Whether the attempt is marked without the teacher's looking at it first."""
        return self.state in ("accepted", "continuation")


def collect(
    data: bytes,
    file: str,
    keys: TeacherKeys,
    students: Mapping[str, Mapping[str, str]],
    known: Mapping[str, Known],
) -> Outcome:
    """What a file is, against what came before.

    Args:
        data: the bytes of the file.
        file: what to call it.
        keys: the teacher's.
        students: for each pack of the teacher's, its start codes, each with a student's name; no
            codes where the pack is open to everybody.
        known: attempts that came before, by their id.
    """
    try:
        found = opened(data, keys)
    except (UnreadableError, KeyFaultError) as error:
        return Outcome(file=file, state="unreadable", reason=str(error))
    if doubt := _doubt(found, students):
        return Outcome(file=file, state="unverified", reason=doubt, handed=found.handed)
    return _against(found.handed, file, known)


def _doubt(found: Opened, students: Mapping[str, Mapping[str, str]]) -> str:
    """Why the teacher should look at it; empty where nothing speaks against it."""
    handed = found.handed
    if not found.verified:
        return _("Its signature does not hold: something was changed after it was written.")
    entries = zip(handed.entries, hashes(handed), strict=True)
    chain = follow(handed.attempt, entries, handed.head)
    if not chain.sound:
        return _("Its answer log is broken after entry {n}.").format(n=chain.sound_entries)
    if handed.pack not in students:
        return _("It was written for a pack that you did not make here.")
    codes = students[handed.pack]
    if codes and bare_code(handed.code) not in codes:
        return _("Its start code “{code}” is none of this pack’s.").format(code=handed.code)
    if not any(entry.kind == "submit" for entry in handed.entries):
        return _("It was saved before it was handed in.")
    return ""


def hashes(handed: Handed) -> tuple[str, ...]:
    """The hash of each entry, as it follows from the one before."""
    before, found = "", []
    for entry in handed.entries:
        before = entry.sealed(before)
        found.append(before)
    return tuple(found)


def _against(handed: Handed, file: str, known: Mapping[str, Known]) -> Outcome:
    """The attempt against those that came before."""
    before = known.get(handed.attempt)
    if before is None:
        twin = next((id_ for id_, one in known.items() if _same_start(one, handed)), "")
        if twin:
            reason = _("Another attempt was handed in under the start code {code}.")
            text = reason.format(code=handed.code)
            return Outcome(file=file, state="conflict", reason=text, handed=handed)
        return Outcome(file=file, state="accepted", reason=_("New."), handed=handed)
    now = hashes(handed)
    if now == before.hashes:
        text = _("The same attempt came before.")
        return Outcome(file=file, state="duplicate", reason=text, handed=handed)
    if now[: len(before.hashes)] == before.hashes:
        text = _("It goes on from the attempt that came before.")
        return Outcome(file=file, state="continuation", reason=text, handed=handed)
    if before.hashes[: len(now)] == now:
        text = _("An earlier state of an attempt that came before; the later one counts.")
        return Outcome(file=file, state="duplicate", reason=text, handed=handed)
    text = _("The same attempt came before, with other answers.")
    return Outcome(file=file, state="conflict", reason=text, handed=handed)


def _same_start(one: Known, handed: Handed) -> bool:
    return bool(handed.code) and bare_code(one.code) == bare_code(handed.code)
