"""Packs: signed by the teacher that they name, open to those whose start code they hold."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import canonical
from quizapp.classroom.canonical import UnreadableError, read, write
from quizapp.classroom.pack import Pack, code_digest, made, opened
from quizapp.quiz import Rules
from tests.classroom.handing import SCHOOL, TEACHER
from tests.examples import ferry

PACK = Pack(
    id="p1",
    mode="practice",
    title="The ferry that stayed",
    rules=Rules(feedback="after", confidence=False, count=3, time_limit=600),
    teacher=TEACHER.public,
    teacher_name="Room 12",
    content=canonical(ferry()),
    second=SCHOOL.public,
    codes=(code_digest("p1", "ABC234"),),
)
FILE = made(PACK, TEACHER)


def test_a_pack_comes_back_as_it_was() -> None:
    """Rules, title, questions and recipients are those that the teacher chose."""
    assert opened(FILE) == PACK
    assert opened(FILE).recipients == (TEACHER.public, SCHOOL.public)


def test_a_start_code_may_be_typed_as_people_type() -> None:
    """Spaces, dashes and small letters do not count; another code is refused."""
    assert all(PACK.accepts(code) for code in ("ABC234", "abc 234", "abc-234"))
    assert not PACK.accepts("ABC235")
    assert replace(PACK, codes=()).accepts("")


def test_the_codes_cannot_be_read_in_it() -> None:
    """Whoever opens the file with an editor finds no code of a neighbour."""
    assert b"ABC234" not in FILE
    assert "ABC234" not in str(PACK)


@pytest.mark.parametrize("place", range(0, len(FILE), 97))
def test_a_changed_pack_is_refused(place: int) -> None:
    """No rule, question or recipient can be changed after the signing."""
    changed = FILE[:place] + bytes([FILE[place] ^ 1]) + FILE[place + 1 :]

    with pytest.raises(UnreadableError):
        opened(changed)


def test_a_pack_signed_anew_by_another_names_the_other() -> None:
    """Whoever forges a pack can do so in their own name alone, and the fingerprint shows it."""
    outer = read(FILE)
    other = read(made(replace(PACK, teacher=SCHOOL.public), SCHOOL))

    with pytest.raises(UnreadableError, match="changed after it was signed"):
        opened(write({**outer, "teacher": other["teacher"]}))
    assert opened(write(other)).teacher == SCHOOL.public


@given(st.binary(max_size=300))
def test_anything_else_is_refused_in_words(data: bytes) -> None:
    """A picture with the wrong ending is named, and nothing breaks."""
    with pytest.raises(UnreadableError):
        opened(data)


def test_nobody_signs_for_another() -> None:
    """A mistake in the program shows at once."""
    with pytest.raises(ValueError, match="signed by the teacher"):
        made(PACK, SCHOOL)
