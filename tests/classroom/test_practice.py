"""What a practice pack carries: the bank with its keys, and nobody's name."""

import json
from dataclasses import replace
from random import Random

import pytest

from quizapp.bank import canonical
from quizapp.bank.model import Rater
from quizapp.classroom.canonical import UnreadableError
from quizapp.classroom.exam import exam_form
from quizapp.classroom.practice import practice_bank, practice_content, practice_link
from tests.examples import ferry


def test_the_bank_comes_back_with_its_keys() -> None:
    """Feedback needs them; the link leads from every item to itself."""
    bank = practice_bank(practice_content(ferry()))

    assert canonical(bank) == canonical(replace(ferry(), raters=()))
    assert all(practice_link(bank).item(item.id) == item.id for item in ferry().items)


def test_who_keyed_the_bank_stays_with_the_teacher() -> None:
    """A second reader is a person, and the class has no use for the name."""
    claim = ferry().map.claims[0]
    rated = replace(ferry(), raters=(Rater("Ms Grey", ((claim.id, claim.standing.value),)),))

    assert b"Ms Grey" in canonical(rated)
    assert b"Ms Grey" not in practice_content(rated)
    assert practice_bank(practice_content(rated)).raters == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[1]",
        b"[" * 100_000,
        practice_content(ferry())[:-9],
        practice_content(ferry()).replace(b'"kind":"true_false"', b'"kind":"true_lies"', 1),
        exam_form(ferry(), ferry().items, "f1", Random(1))[0],
    ],
    ids=["empty", "no bank", "a list", "deep", "cut", "an unknown kind", "an exam"],
)
def test_a_damaged_bank_is_said_with_what_to_do(data: bytes) -> None:
    """A signed pack may still hold what no version ever wrote."""
    with pytest.raises(UnreadableError, match="Ask your teacher for the pack again"):
        practice_bank(data)


def test_a_bank_of_a_newer_format_is_said() -> None:
    """Another copy of the pack would not help; a newer program does."""
    whole = json.loads(practice_content(ferry()))
    whole["bank"]["format"] = "2"

    with pytest.raises(UnreadableError, match="newer version of quizapp"):
        practice_bank(json.dumps(whole).encode())
