"""What came back: each file told apart, with its reason; none is dropped, none stops the others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from quizapp.classroom.attempt_file import Handed, Opened, opened
from quizapp.classroom.canonical import UnreadableError
from quizapp.classroom.keys import KeyFaultError, TeacherKeys
from quizapp.classroom.pack import bare_code
from quizapp.i18n import _

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
    """What became of one file. ``handed`` is ``None`` where it could not be opened.

    ``hashes`` are those of its log, one for each entry, as they follow from what it says.
    """

    file: str
    state: State
    reason: str
    handed: Handed | None = None
    hashes: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the attempt is marked without the teacher's looking at it first."""
        return self.state in ("accepted", "continuation")


def collect(
    data: bytes,
    file: str,
    keys: TeacherKeys,
    students: Mapping[str, Mapping[str, str]],
    known: Mapping[str, Mapping[str, Known]],
    practice: Collection[str] = (),
) -> Outcome:
    """What a file is, against what came before.

    Args:
        data: the bytes of the file.
        file: what to call it.
        keys: the teacher's.
        students: for each pack of the teacher's, its start codes, each with a student's name; no
            codes where the pack is open to everybody.
        known: for each of these packs, attempts that came before, by their id.
        practice: the packs at which a student may make as many attempts as they like.
    """
    try:
        found = opened(data, keys)
    except (UnreadableError, KeyFaultError) as error:
        return Outcome(file=file, state="unreadable", reason=str(error))
    log = hashes(found.handed)
    if doubt := _doubt(found, log, students):
        state: State = "unverified"
    else:
        pack = found.handed.pack
        state, doubt = _against(found.handed, log, known[pack], several=pack in practice)
    return Outcome(file=file, state=state, reason=doubt, handed=found.handed, hashes=log)


def _doubt(found: Opened, log: tuple[str, ...], students: Mapping[str, Mapping[str, str]]) -> str:
    """Why the teacher should look at it; empty where nothing speaks against it."""
    handed = found.handed
    if not found.verified:
        return _("Its signature does not hold: something was changed after it was written.")
    if log[-1:] != (handed.head.hash,):
        return _("Its answer log is broken: the entries do not lead to its end.")
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


def _against(
    handed: Handed, log: tuple[str, ...], known: Mapping[str, Known], *, several: bool
) -> tuple[State, str]:
    """The attempt against those that came before: what it is, and why.

    ``several`` attempts may come under one start code.
    """
    before, start = known.get(handed.attempt), bare_code(handed.code)
    if before is None:
        if start and not several and _used(start, known):
            text = _("Another attempt was handed in under the start code {code}.")
            return "conflict", text.format(code=handed.code)
        return "accepted", _("New.")
    if bare_code(before.code) != start:
        text = _("The same attempt came before, under the start code {code}.")
        return "conflict", text.format(code=before.code or _("(none)"))
    return _same(log, before.hashes)


def _used(start: str, known: Mapping[str, Known]) -> bool:
    """Whether an attempt came before under this start code."""
    return any(bare_code(one.code) == start for one in known.values())


def _same(log: tuple[str, ...], before: tuple[str, ...]) -> tuple[State, str]:
    """Two states of one attempt."""
    if log == before:
        return "duplicate", _("The same attempt came before.")
    if log[: len(before)] == before:
        return "continuation", _("It goes on from the attempt that came before.")
    if before[: len(log)] == log:
        text = _("An earlier state of an attempt that came before; the later one counts.")
        return "duplicate", text
    return "conflict", _("The same attempt came before, with other answers.")
