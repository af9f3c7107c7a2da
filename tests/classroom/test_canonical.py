"""Canonical JSON: one form of each record, and nothing that is not one."""

import pytest

from quizapp.classroom.canonical import UnreadableError, read, write


def test_a_record_comes_back_as_it_was() -> None:
    """What is written can be read, whatever its letters."""
    value = {"b": [1, "ї", {"a": "–"}], "a": ""}

    assert read(write(value)) == value
    assert write(value) == '{"a":"","b":[1,"ї",{"a":"–"}]}'.encode()


@pytest.mark.parametrize("value", [1.5, True, None, {1: "a"}, {"a": [0.1]}])
def test_what_json_writes_in_two_ways_is_not_written(value: object) -> None:
    """A signature needs bytes that are the same on every machine."""
    with pytest.raises(TypeError):
        write({"x": value})


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"a":1,"a":2}', "damaged"),
        (b'{"b":1,"a":2}', "damaged"),
        (b'{"a": 1}', "damaged"),
        (b'{"a":1.5}', "damaged"),
        (b"[1]", "damaged"),
        (b"", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b"[" * 200_000, "deeper than 32"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "deeper than 32"),
        (b" " * 5_000_001, "larger than 5 MB"),
    ],
)
def test_any_other_form_is_refused(data: bytes, why: str) -> None:
    """Twice-named fields, other orders, fractions, nests and giants are no file of a class."""
    with pytest.raises(UnreadableError, match=why):
        read(data)


def test_brackets_inside_of_words_are_no_nest() -> None:
    """Somebody may type a hundred brackets and a quotation mark."""
    value = {"a": '"' + "[{" * 100 + "\\"}

    assert read(write(value)) == value
