"""A teacher’s key is known from the first exam on, and another one under the same name is said."""

from dataclasses import replace
from pathlib import Path

from quizapp.app.examining import pack_to_take, sit
from quizapp.app.teaching import make_exam
from quizapp.app.trusting import FILE, trust, warning
from quizapp.classroom.keys import TeacherKeys
from quizapp.quiz import Rules
from tests.app.test_classes import Watch
from tests.classroom.handing import SCHOOL, TEACHER
from tests.examples import ferry


def pack_of(keys: TeacherKeys, teacher: str = "Ms Roe") -> bytes:
    """An exam that is open to everybody."""
    return make_exam(ferry(), Rules.test(), keys, (), teacher).pack


def sat(data: bytes, folder: Path) -> None:
    """Somebody begins with it."""
    with sit(data, "", "Ada", folder, Watch()):
        pass


def test_another_key_under_a_known_name_is_said_before_anybody_begins(tmp_path: Path) -> None:
    """The first pack is trust; the same key is known; another asks for the words."""
    first, forged = pack_to_take(pack_of(TEACHER)), pack_to_take(pack_of(SCHOOL, "MS ROE"))
    assert (trust(first, tmp_path), warning(first, tmp_path)) == ("new", "")

    sat(pack_of(TEACHER), tmp_path)

    assert (trust(first, tmp_path), warning(first, tmp_path)) == ("known", "")
    assert trust(forged, tmp_path) == "other"
    assert "Compare the six words" in warning(forged, tmp_path)
    assert trust(replace(forged, teacher_name="Mr Poe"), tmp_path) == "new"


def test_who_began_in_spite_of_it_is_not_asked_again(tmp_path: Path) -> None:
    """A teacher may have a new key; after the words were compared both are known."""
    for keys in (TEACHER, SCHOOL):
        sat(pack_of(keys), tmp_path)

    found = {trust(pack_to_take(pack_of(keys)), tmp_path) for keys in (TEACHER, SCHOOL)}
    assert found == {"known"}


def test_a_damaged_list_stops_no_exam(tmp_path: Path) -> None:
    """Then every teacher is new."""
    (tmp_path / FILE).write_bytes(b'{"ms roe": 5')
    sat(pack_of(TEACHER), tmp_path)

    assert trust(pack_to_take(pack_of(TEACHER)), tmp_path) == "known"
