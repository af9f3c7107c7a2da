"""A teacher's key: under a passphrase, on paper, and what others can do with its public part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.canonical import UnreadableError
from quizapp.classroom.keys import (
    GROUPS,
    KeyFaultError,
    TeacherKeys,
    public_part,
    restored,
    unlocked,
    verified,
)
from quizapp.classroom.words import WORDS
from tests.classroom.handing import SCHOOL, TEACHER

LOCKED = TEACHER.locked("open sesame", b"s" * 16, b"n" * 24, quick=True)


def test_the_passphrase_opens_the_key_file_and_no_other_does() -> None:
    """Whoever finds the file has not found the key."""
    assert unlocked(LOCKED, "open sesame").public == TEACHER.public
    assert public_part(LOCKED) == TEACHER.public
    with pytest.raises(KeyFaultError, match="printed recovery sheet"):
        unlocked(LOCKED, "open sesames")
    assert TEACHER.seed not in LOCKED


@pytest.mark.parametrize("place", range(0, len(LOCKED), 7))
def test_a_changed_key_file_never_gives_another_key(place: int) -> None:
    """A damaged file is named as such, and is never used."""
    changed = LOCKED[:place] + bytes([LOCKED[place] ^ 1]) + LOCKED[place + 1 :]

    try:
        found = unlocked(changed, "open sesame")
    except (KeyFaultError, UnreadableError):
        return
    assert found.public == TEACHER.public  # only the public part or a name was hit


@given(st.binary(min_size=32, max_size=32))
def test_paper_brings_every_key_back(seed: bytes) -> None:
    """What was printed is enough, in any order and in small letters."""
    keys = TeacherKeys(seed)
    typed = " ".join(reversed(keys.paper.lower().split()))

    assert len(keys.paper.split()) == GROUPS
    assert restored(typed).seed == seed


def test_a_mistyped_group_is_named() -> None:
    """Nobody has to type thirteen groups again to find one wrong letter."""
    groups = TEACHER.paper.split()
    wrong = [*groups[:4], groups[4][:3] + ("A" if groups[4][3] != "A" else "B") + groups[4][4:]]

    with pytest.raises(KeyFaultError, match="Group 5"):
        restored(" ".join([*wrong, *groups[5:]]))
    with pytest.raises(KeyFaultError, match="missing: 1, 13"):
        restored(" ".join(groups[1:12]))
    with pytest.raises(KeyFaultError, match="“HELLO”"):
        restored("hello")


def test_a_signature_holds_for_its_purpose_alone() -> None:
    """A signed pack can never pass for a signed attempt."""
    signature = TEACHER.sign("pack", b"data")

    assert TEACHER.public.signed("pack", b"data", signature)
    assert not TEACHER.public.signed("attempt", b"data", signature)
    assert not TEACHER.public.signed("pack", b"date", signature)
    assert not SCHOOL.public.signed("pack", b"data", signature)
    assert not verified(b"short", "pack", b"data", signature)


def test_what_is_sealed_opens_for_its_recipient_only() -> None:
    """Students carry files that they cannot read."""
    box = TEACHER.public.seal_to(b"answers")

    assert TEACHER.unseal(box) == b"answers"
    assert b"answers" not in box
    with pytest.raises(KeyFaultError, match="another key"):
        SCHOOL.unseal(box)


def test_a_fingerprint_is_six_words_of_a_list_without_twins() -> None:
    """It can be read aloud over a telephone."""
    assert len(set(WORDS)) == 256
    assert TEACHER.public.fingerprint != SCHOOL.public.fingerprint
    assert len(TEACHER.public.fingerprint.split()) == 6


def test_a_secret_is_not_printed_by_accident() -> None:
    """A log that shows the value shows no seed."""
    assert "tttt" not in repr(TEACHER)
