"""What becomes of a file that came back."""

import pytest

from quizapp.classroom.collection import Known, Outcome, collect, hashes
from tests.classroom.handing import SCHOOL, TEACHER, file_of, handed

STUDENTS = {"p1": {"ABC234": "Ada", "XYZ234": "Ben"}}


def known(*kinds: str, say: str = "o1", code: str = "ABC234") -> Known:
    """What is known of an attempt that came before."""
    return Known(hashes=hashes(handed(*kinds, say=say)), code=code)


def outcome(data: bytes, **before: Known) -> Outcome:
    """What becomes of these bytes."""
    return collect(data, "ada.quizattempt", TEACHER, STUDENTS, {"p1": before})


def test_a_new_attempt_is_accepted_and_the_same_again_is_nothing_new() -> None:
    """Whoever hands in twice has handed in once."""
    assert outcome(file_of(handed())).state == "accepted"
    assert outcome(file_of(handed()), a1=known()).state == "duplicate"


def test_a_longer_log_with_the_same_start_goes_on() -> None:
    """An attempt that was collected half-way counts as it is in the end."""
    half = known("begin", "answer")

    found = outcome(file_of(handed()), a1=half)

    assert (found.state, found.counts) == ("continuation", True)


def test_an_earlier_state_does_not_replace_a_later_one() -> None:
    """An old copy on a stick changes nothing."""
    later = known("begin", "answer", "submit", "answer")

    assert outcome(file_of(handed()), a1=later).state == "duplicate"


def test_other_answers_under_the_same_attempt_are_a_conflict() -> None:
    """The teacher decides which of them counts."""
    found = outcome(file_of(handed(say="o2")), a1=known())

    assert (found.state, found.counts) == ("conflict", False)
    assert found.handed is not None


def test_a_second_attempt_under_one_start_code_is_a_conflict() -> None:
    """A start code is for one attempt."""
    found = outcome(file_of(handed(attempt="a2", code="abc 234")), a1=known())

    assert found.state == "conflict"
    assert "start code" in found.reason


def test_a_start_code_of_another_pack_is_not_this_one() -> None:
    """In a school with many classes two students have the same code at some time."""
    packs = {"p1": {}, "p2": {"b1": known()}}

    found = collect(file_of(handed()), "f", TEACHER, {**STUDENTS, "p2": STUDENTS["p1"]}, packs)

    assert found.state == "accepted"


def test_practice_is_handed_in_as_often_as_one_likes() -> None:
    """Each attempt is one of its own; the same file again is still nothing new."""
    again = file_of(handed(attempt="a2"))

    found = collect(again, "f", TEACHER, STUDENTS, {"p1": {"a1": known()}}, {"p1"})
    same = collect(file_of(handed()), "f", TEACHER, STUDENTS, {"p1": {"a1": known()}}, {"p1"})
    under_another = collect(
        file_of(handed(code="XYZ234")), "f", TEACHER, STUDENTS, {"p1": {"a1": known()}}, {"p1"}
    )

    assert (found.state, same.state) == ("accepted", "duplicate")
    assert under_another.state == "conflict"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (file_of(handed(pack="p9")), "did not make"),
        (file_of(handed(code="NOBODY")), "NOBODY"),
        (file_of(handed("begin", "answer")), "before it was handed in"),
    ],
)
def test_what_cannot_be_trusted_is_shown_to_the_teacher(data: bytes, why: str) -> None:
    """It is unverified, with its reason, and never dropped."""
    found = outcome(data)

    assert found.state == "unverified"
    assert why in found.reason
    assert found.handed is not None


def test_a_broken_log_is_unverified() -> None:
    """An entry that was changed before the signing shows in the chain."""
    one = handed()
    forged = handed(say="o3")
    mixed = type(one)(
        **{name: getattr(one, name) for name in ("pack", "code", "name", "attempt", "head")},
        entries=(one.entries[0], forged.entries[1], one.entries[2]),
    )

    found = outcome(file_of(mixed))

    assert found.state == "unverified"
    assert "broken" in found.reason


@pytest.mark.parametrize("data", [b"", b"a letter", file_of(handed())[:-9]])
def test_what_cannot_be_read_is_named(data: bytes) -> None:
    """One bad file never stops the class."""
    assert outcome(data).state == "unreadable"


def test_a_file_for_another_teacher_is_named() -> None:
    """It is not this teacher's to read."""
    other = collect(file_of(handed(), to=SCHOOL), "x", TEACHER, STUDENTS, {})

    assert other.state == "unreadable"
    assert "another teacher" in other.reason
