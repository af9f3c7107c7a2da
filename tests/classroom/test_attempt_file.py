"""Attempt files: they open for the teacher alone, and every change to one is noticed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.claims import Standing
from quizapp.classroom.attempt_file import opened, restored, short_code, stored
from quizapp.classroom.canonical import UnreadableError, read, write
from quizapp.classroom.contested import MOST, Contested, record
from quizapp.classroom.keys import KeyFaultError, TeacherKeys
from quizapp.quiz.log import Head
from tests.classroom.handing import BEGAN, SCHOOL, TEACHER, file_of, handed

FILE = file_of(handed())


def test_the_teacher_and_the_school_read_what_was_handed_in() -> None:
    """Either of the two recipients is enough."""
    for keys in (TEACHER, SCHOOL):
        found = opened(FILE, keys)

        assert found.verified
        assert found.handed.entries == handed().entries
        assert (found.handed.code, found.handed.name) == ("ABC234", "Ada")


def test_nobody_else_can_open_it() -> None:
    """Another teacher is told that it is not theirs."""
    with pytest.raises(KeyFaultError, match="another teacher"):
        opened(FILE, TeacherKeys(b"x" * 32))


@pytest.mark.parametrize("bit", [1, 128])
def test_every_flipped_byte_is_noticed(bit: int) -> None:
    """No byte of the file can be changed without its being refused or called unverified."""
    for place in range(len(FILE)):
        changed = FILE[:place] + bytes([FILE[place] ^ bit]) + FILE[place + 1 :]
        try:
            found = opened(changed, TEACHER)
        except (UnreadableError, KeyFaultError):
            continue
        assert found.handed.entries == handed().entries, place  # the school's part alone was hit


@given(st.integers(min_value=0, max_value=len(FILE) - 1))
def test_a_file_that_was_cut_short_is_refused(length: int) -> None:
    """Half a file is no attempt."""
    with pytest.raises((UnreadableError, KeyFaultError)):
        opened(FILE[:length], TEACHER)


@given(st.binary(max_size=300))
def test_anything_else_is_refused_in_words(data: bytes) -> None:
    """A picture or a letter in the folder is named, and nothing breaks."""
    with pytest.raises(UnreadableError):
        opened(data, TEACHER)


def test_a_signature_of_another_installation_shows() -> None:
    """Whoever wraps someone's answers anew with a key of their own signs them as their own."""
    mine, other = file_of(handed()), file_of(handed(), installation=b"j" * 32)

    first, second = opened(mine, TEACHER).handed, opened(other, TEACHER).handed

    assert first.installation != second.installation


def test_the_short_code_stands_for_the_whole_log() -> None:
    """A list on paper tells later whether the file is the one of that day."""
    codes = {short_code(handed(say=say).head) for say in ("o1", "o2", "o3")}

    assert len(codes) == 3
    assert all(len(code) == 9 and code[4] == "-" for code in codes)
    assert short_code(Head(1, "x")) != short_code(Head(2, "x"))


def test_forty_answers_fit_into_fifty_kilobytes() -> None:
    """The files of a class fit into any mail."""
    kinds = ("begin", *["answer"] * 80, "submit")

    assert len(file_of(handed(*kinds))) < 50_000


CONTESTED = Contested("q2", ("p1s1",), Standing.ASSERTED, "It is only said.", BEGAN)


def test_contests_travel_signed_and_sealed_with_the_attempt() -> None:
    """They come back as they were, and a file without any is what it always was."""
    one = replace(handed(), contests=(CONTESTED,))

    found = opened(file_of(one), TEACHER)

    assert found.verified
    assert found.handed.contests == (CONTESTED,)
    assert restored(stored(found.handed)) == found.handed
    assert b"contests" not in stored(opened(FILE, TEACHER).handed)
    assert b"only said" not in file_of(one)


@pytest.mark.parametrize(
    "given",
    [
        "x",
        {},
        [1],
        [[]],
        [["q2", "p1s1", "asserted", "why", "2026-03-02T09:00:00+00:00"]],
        [["q2", ["p1s1"], "somehow", "why", "2026-03-02T09:00:00+00:00"]],
        [["q2", ["p1s1"], "asserted", "why", "2026-03-02"]],
        [["q2", ["p1s1"], "asserted", "why", "yesterday"]],
        [["q2", ["p1s1"], "asserted", 5, "2026-03-02T09:00:00+00:00"]],
        [["q2", [7], "asserted", "why", "2026-03-02T09:00:00+00:00"]],
    ],
)
def test_contests_that_cannot_be_read_are_left_out(given: object) -> None:
    """Whatever stands there, the attempt is read."""
    body = read(stored(handed()))

    assert restored(write({**body, "contests": given})).contests == ()
    both = [*(given if isinstance(given, list) else []), record(CONTESTED)]
    assert restored(write({**body, "contests": both})).contests == (CONTESTED,)


def test_no_more_contests_are_read_than_a_bank_has_questions() -> None:
    """A file cannot fill a teacher’s database."""
    body = read(stored(handed()))

    many = restored(write({**body, "contests": [record(CONTESTED)] * (MOST + 1)}))

    assert len(many.contests) == MOST
