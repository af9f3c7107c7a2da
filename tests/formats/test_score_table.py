"""Marks of a class from a spreadsheet, however it was saved."""

import pytest

from quizapp.errors import FileError
from quizapp.formats.score_table import ScoreTable, read

PLAIN = "reader,q1,q2\nAda,1,0.5\nBo,0,\nCy,NA,1\n"


def table(text: str, encoding: str = "utf-8") -> ScoreTable:
    """The marks in a text."""
    return read(text.encode(encoding), "marks.csv")


def test_a_row_is_a_reader_and_a_column_an_item() -> None:
    """Blank earns nothing, NA was not presented."""
    found = table(PLAIN)

    assert (found.readers, found.items) == (("Ada", "Bo", "Cy"), ("q1", "q2"))
    assert found.marks == ((1.0, 0.5), (0.0, 0.0), (None, 1.0))
    assert found.maxima == (1.0, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("\n", "\r\n"),
        "\ufeff" + PLAIN,
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", ";").replace("0.5", "0,5"),
        "sep=;\r\n" + PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t").replace("0.5", "0,5"),
        PLAIN.replace("0.5", '"0,5"'),
        PLAIN.replace("NA", "-").replace("q2", "q2,").replace("0.5", "0.5,") + "\n\n",
        "Ada,1,.5\nBo,0,\nCy,n/a,1",
    ],
)  # fmt: skip
def test_it_does_not_matter_how_a_program_saves_it(text: str) -> None:
    """Delimiters, line ends, decimal commas and blank lines at the end are all one."""
    if "q2," in text:
        text = text.replace("Bo,0,", "Bo,0,,").replace("Cy,-,1", "Cy,-,1,")

    assert table(text).marks == table(PLAIN).marks


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_names_keep_their_letters(encoding: str) -> None:
    """Spreadsheets save in older encodings too."""
    assert table("id,q1\nJörg,1\n", encoding).readers == ("Jörg",)


def test_marks_have_their_highest_in_a_row_called_max() -> None:
    """Marks out of 4 and out of 10 stand in one table; a penalty may be below 0."""
    found = table("id;a;b\nmax;4;10\nx;3,5;-1\n")

    assert found.maxima == (4.0, 10.0)
    assert found.marks == ((3.5, -1.0),)


def test_a_bare_matrix_of_credits_needs_no_names() -> None:
    """Rows and columns are numbered then."""
    found = table("1,0,1\n0,0,1\n")

    assert (found.items, found.readers) == (("1", "2", "3"), ("1", "2"))


def test_numbers_that_count_up_are_names_of_items() -> None:
    """A first row 1, 2, 3 is no reader."""
    assert table("id,1,2,3\n7,1,0,1\n").items == ("1", "2", "3")
    assert table("id,1,2,3\n7,1,0,1\n").readers == ("7",)


@pytest.mark.parametrize("head", ["Student ID", "reader_id", "#", "E-mail", "Username"])
def test_a_column_that_is_headed_so_names_the_readers(head: str) -> None:
    """Numbers of students are no marks."""
    found = table(f"{head},q1\n1001,1\n1002,0\n")

    assert (found.readers, found.items) == (("1001", "1002"), ("q1",))


def test_two_columns_of_one_name_are_told_apart() -> None:
    """No item hides another."""
    assert table("id,q,q,\nx,1,0,1\n").items == ("q", "q (2)", "3")


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "csv-empty", 0, 0),
        ("id,q1\n", "csv-empty", 0, 0),
        ("id,q1,q2\nx,1\n", "csv-width", 2, 0),
        ("id,q1\nx,yes\n", "csv-mark", 2, 2),
        ("id,q1\nx,3\n", "csv-range", 2, 2),
        ("id,q1\nx,-1\n", "csv-range", 2, 2),
        ("id,q1\nmax,2\nx,3\n", "csv-range", 3, 2),
        ("id,q1\nmax,much\nx,1\n", "csv-max", 2, 2),
        ("id,q1\nx,nan\n", "csv-mark", 2, 2),
        ("id,q1\nx,1e400\n", "csv-mark", 2, 2),
        ('id,q1\nx,"' + "1" * 140_000 + '"\n', "csv", 2, 0),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    """Whoever made the table finds the cell at once."""
    with pytest.raises(FileError) as caught:
        table(text)

    problem = caught.value.problems[0]
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert problem.remedy
