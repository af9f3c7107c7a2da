"""Aiken: plain choices, read leniently and named where something is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.exchange import bank_of
from quizapp.errors import FileError
from quizapp.formats import Reading
from quizapp.formats.aiken import read, recognise, write
from quizapp.items import MultipleResponse, SingleChoice

GOOD = "Who lives there?\nA. A newt\nB) A fox\nANSWER: A\n"


def test_letters_with_a_point_or_a_bracket() -> None:
    """Both are used; the answer names the letter."""
    (item,) = read(GOOD.encode(), "x.txt").items

    assert isinstance(item, SingleChoice)
    assert ([option.text for option in item.options], item.right) == (["A newt", "A fox"], "o1")


def test_small_letters_and_several_lines_are_read() -> None:
    """As people write it by hand."""
    (found,) = read(b"Who\nlives there?\na) newt\nb) fox\nanswer: b\n", "x").questions

    assert found.item is not None
    assert found.item.stem == "Who\nlives there?"
    assert found.item.credit(("o2",)) == 1.0


def test_two_answers_make_a_choice_of_several() -> None:
    """With a note."""
    (found,) = read(b"Who?\nA. newt\nB. frog\nC. fox\nANSWER: A, B\n", "x").questions

    assert isinstance(found.item, MultipleResponse)
    assert found.item.right == ("o1", "o2")
    assert [note.code for note in found.notes] == ["several"]


@pytest.mark.parametrize(
    ("bad", "code"),
    [("Lost?\nA. x\nB. y\n", "no-answer"), ("Which?\nA. x\nB. y\nANSWER: D\n", "no-option")],
)
def test_a_bad_question_costs_no_neighbour(bad: str, code: str) -> None:
    """It is named at its line."""
    first, broken, last = read(f"{GOOD}\n{bad}\n{GOOD}".encode(), "x").questions

    assert not first.refused
    assert not last.refused
    assert (broken.notes[0].code, broken.line) == (code, 6)


@given(st.text(alphabet="ABab.) \nANSWER:?", max_size=200))
def test_nothing_but_a_reading_or_a_file_error(text: str) -> None:
    """Whatever is typed."""
    try:
        assert isinstance(read(text.encode(), "x"), Reading)
    except FileError:
        assert not text.strip()


def test_what_is_written_comes_back() -> None:
    """And a second export is the same to the byte."""
    bank = bank_of(read(GOOD.encode(), "x"), "x")

    first = write(bank, {}).data

    assert read(first, "y").items == bank.items
    assert write(bank_of(read(first, "y"), "x"), {}).data == first


def test_it_is_recognised_by_its_content() -> None:
    """And GIFT is not taken for it."""
    assert recognise(GOOD.encode(), "x") > 0.9
    assert recognise(b"Who? {=a ~b}", "x") == 0.0
