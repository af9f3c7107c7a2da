"""Rosters as people have them: typed, pasted, exported; twins and odd names among them."""

from random import Random

import pytest

from quizapp.classroom.roster import LETTERS, MOST, names_in, roster
from quizapp.errors import QuizappError


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Moor\nBen Hill\n", ("Ada Moor", "Ben Hill")),
        ("\ufeffAda\r\n\r\n  Ben  Hill \r\n", ("Ada", "Ben Hill")),
        ("1,Ada,Moor\n2,Ben,Hill", ("Ada Moor", "Ben Hill")),
        ("No;Name;Group\n1;Ada Moor;b\n2;Ben Hill;c", ("Ada Moor", "Ben Hill")),
        ('name\tmail\n"O’Neill, Ada"\ta@b\nЇжак\tc@d', ("O’Neill, Ada", "Їжак")),
        ("Élève;Classe\nZoë;3\n;4", ("Zoë",)),
    ],
)
def test_names_are_found(text: str, names: tuple[str, ...]) -> None:
    """What a school's program exports can be pasted as it is."""
    assert names_in(text) == names


def test_a_list_without_a_name_says_what_to_write() -> None:
    """An empty paste is no class."""
    with pytest.raises(QuizappError, match="one name on each line"):
        names_in(" \n;;\n")


def test_a_list_that_is_too_long_is_named() -> None:
    """Nobody pastes a whole district by accident."""
    with pytest.raises(QuizappError, match="2001 names"):
        names_in("Ada\n" * (MOST + 1))


def test_twins_are_told_apart_and_codes_are_unique() -> None:
    """Two students of one name keep their own attempts."""
    students = roster(["Ada", "ada", "Ben", *["X"] * 500], Random(1), taken=["AAAAAA"])

    assert [one.label for one in students[:3]] == ["Ada", "ada (2)", "Ben"]
    assert len({one.code for one in students}) == 503
    assert {letter for one in students for letter in one.code} <= set(LETTERS)
