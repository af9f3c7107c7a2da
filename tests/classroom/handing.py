"""Teachers, installations and attempts for the tests of a class, all from fixed seeds."""

from datetime import UTC, datetime, timedelta

from quizapp.classroom.attempt_file import Handed, sealed
from quizapp.classroom.keys import TeacherKeys
from quizapp.quiz.log import Entry, Head

TEACHER = TeacherKeys(b"t" * 32)
SCHOOL = TeacherKeys(b"s" * 32)
BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def handed(
    *kinds: str, attempt: str = "a1", code: str = "ABC234", pack: str = "p1", say: str = "o1"
) -> Handed:
    """An attempt of so many entries, the last of which hands it in unless told otherwise."""
    entries, before = [], ""
    for n, kind in enumerate(kinds or ("begin", "answer", "submit"), start=1):
        payload = f'{{"response":["{say}"]}}' if kind == "answer" else "{}"
        at = BEGAN + timedelta(minutes=n)
        entries.append(Entry(attempt, n, kind, f"q{n}", payload, at))  # type: ignore[arg-type]
        before = entries[-1].sealed(before)
    return Handed(
        pack=pack,
        code=code,
        name="Ada",
        attempt=attempt,
        entries=tuple(entries),
        head=Head(len(entries), before),
    )


def file_of(one: Handed, to: TeacherKeys = TEACHER, installation: bytes = b"i" * 32) -> bytes:
    """The attempt as its file."""
    return sealed(one, installation, (to.public, SCHOOL.public), b"c" * 32)
