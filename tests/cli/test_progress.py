"""`quizapp progress`, and results as files."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Quizapp
from tests.drawing.pages import texts
from tests.examples import FERRY

pytestmark = pytest.mark.usefixtures("qapp")
TAKE = ("take", FERRY, "--test")
HAND_IN = "n\n1\nh\ny\n"


def rows(path: Path) -> list[dict[str, str]]:
    """The table in a file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_before_the_first_quiz_the_way_to_begin_is_said(quizapp: Quizapp) -> None:
    """An empty page is no dead end."""
    assert quizapp("progress").out == "Nothing is handed in yet. Begin with: quizapp take\n"
    assert json.loads(quizapp("progress", "--json").out) == {}


def test_progress_is_told_as_text_and_to_programs(quizapp: Quizapp) -> None:
    """The same sentence in both."""
    quizapp(*TAKE, typed=HAND_IN)

    text, told = quizapp("progress").out, json.loads(quizapp("progress", "--json").out)

    assert told["sentence"] in text
    assert "1 quiz handed in." in text
    assert re.search("The ferry that stayed: [01] of 13 right", text)
    assert told["history"][0]["items"] == 13


def test_progress_is_saved_as_pages_and_as_a_table(quizapp: Quizapp, tmp_path: Path) -> None:
    """Both at once, whole or not at all."""
    quizapp(*TAKE, typed=HAND_IN)
    pdf, table = tmp_path / "p.pdf", tmp_path / "p.csv"

    done = quizapp("progress", "--pdf", pdf, "--csv", table, "--bom")

    assert done.out == f"Saved as {pdf}\nSaved as {table}\n"
    assert "1 quiz handed in." in texts(pdf.read_bytes())[0]
    assert next(row["row"] for row in rows(table)) == "attempt"
    assert table.read_bytes().startswith("\ufeff".encode())


def test_a_result_is_saved_as_pages_and_as_a_table(quizapp: Quizapp, tmp_path: Path) -> None:
    """The last one, or the one that is named."""
    quizapp(*TAKE, typed=HAND_IN)
    pdf, table = tmp_path / "r.pdf", tmp_path / "r.csv"

    done = quizapp("results", "ferry", "--pdf", pdf, "--csv", table)

    assert done.out == f"Saved as {pdf}\nSaved as {table}\n"
    assert "The ferry that stayed" in texts(pdf.read_bytes())[0]
    assert len(rows(table)) == 13


def test_without_a_result_nothing_is_saved(quizapp: Quizapp, tmp_path: Path) -> None:
    """An open attempt has none yet."""
    quizapp("take", FERRY, typed="n\n")
    pdf = tmp_path / "r.pdf"

    done = quizapp("results", "--pdf", pdf)

    assert (done.status, pdf.exists()) == (2, False)
    assert "Nothing is handed in yet" in done.err


def test_a_folder_that_is_not_there_is_named(quizapp: Quizapp, tmp_path: Path) -> None:
    """A slip in the path is no crash."""
    quizapp(*TAKE, typed=HAND_IN)

    done = quizapp("progress", "--csv", tmp_path / "no" / "p.csv")

    assert done.status == 2
    assert "could not be written" in done.err
