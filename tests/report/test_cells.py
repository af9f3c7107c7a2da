"""Tables for other programs."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.report.answers import COLUMNS, answers, result_cells
from quizapp.report.cells import FORMULAS, csv_bytes, harmless
from quizapp.report.progress_cells import HEAD, progress_cells
from tests.examples import ferry
from tests.report.banks import attempt, balanced, taken


def read(data: bytes) -> list[dict[str, str]]:
    """The table as a program reads it."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1", "  =1", "\r=1"])
def test_words_that_a_spreadsheet_would_run_are_made_harmless(cell: str) -> None:
    """A student’s answer never runs in a teacher’s spreadsheet."""
    assert harmless(cell) == f"'{cell}"


def test_numbers_stay_numbers() -> None:
    """A certainty mark of −6 can be added up."""
    assert [harmless(cell) for cell in (-6, -0.5, None, "a - b")] == [-6, -0.5, None, "a - b"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=1))
def test_no_cell_of_a_file_begins_like_a_formula(cells: list[str]) -> None:
    """Whatever was typed."""
    (row,) = csv.reader(io.StringIO(csv_bytes([cells]).decode(), newline=""))

    assert not any(cell.lstrip().startswith(FORMULAS) for cell in row)
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]


def test_a_mark_stands_before_the_table_only_where_it_is_wanted() -> None:
    """Excel needs it, and other programs take it for a part of the first name."""
    assert csv_bytes([["é"]]) == "é\r\n".encode()
    assert csv_bytes([["é"]], bom=True) == "é\r\n".encode("utf-8-sig")


def test_a_result_has_a_row_for_each_item_with_everything_about_it() -> None:
    """What the screen shows can be worked with."""
    bank, one = balanced(), attempt(balanced(), 1, wrong=True)

    rows = read(csv_bytes(result_cells(bank, one)))

    told = answers(bank, one)
    assert [row["item"] for row in rows] == [line.item for line in told]
    assert {len(row) for row in rows} == {len(COLUMNS) + 6}
    wrong = next(row for row in rows if row["outcome"] == "wrong")
    assert (wrong["answered_standing"], wrong["certainty_mark"]) == ("confirmed", "-6")
    assert wrong["key_standing"] != "confirmed"
    assert float(wrong["credit"]) == 0.0


def test_an_item_left_blank_has_no_answer_and_no_confidence() -> None:
    """Empty cells, and not zeros that nobody gave."""
    bank, whole = ferry(), attempt(ferry(), 1)
    first, *others = whole.answers
    one = replace(whole, answers={id_: whole.answers[id_] for id_ in others})

    rows = read(csv_bytes(result_cells(bank, one)))

    row = next(row for row in rows if row["item"] == first)
    assert row["outcome"] == "blank"
    assert (row["answer"], row["confidence"], row["answered_at"]) == ("", "", "")


def test_progress_has_a_row_for_each_attempt_and_for_each_first_sight() -> None:
    """An item that was seen before has no row of its own in the later attempt."""
    (bank, one), *_rest = taken(1)
    later = attempt(bank, 5)

    rows = read(csv_bytes(progress_cells([(bank, later), (bank, one)], [(bank, one)])))

    assert list(rows[0]) == list(HEAD)
    kinds = [row["row"] for row in rows]
    assert kinds[:2] == ["attempt", "attempt"]
    assert kinds.count("first_sight") == len(answers(bank, one))
    assert {row["attempt"] for row in rows if row["row"] == "first_sight"} == {one.id}
    assert int(rows[0]["right"]) <= int(rows[0]["items"])


def test_a_level_says_of_how_many_it_is_one() -> None:
    """A third level of three and one of five do not mean the same."""
    bank, one = balanced(), attempt(balanced(), 1, wrong=True, levels=5)

    rows = read(csv_bytes(result_cells(bank, one)))

    assert {(row["confidence"], row["levels"]) for row in rows} == {("5", "5")}
    assert {row["certainty_mark"] for row in rows} == {"100", "-90"}
