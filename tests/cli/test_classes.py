"""A class that is kept: made, given an exam, collected over two days, decided, marked, deleted."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Quizapp
from tests.cli.test_exam import PHRASE, codes, key, take
from tests.examples import FERRY

__all__ = ["key"]
WHO = 1.5  # what the question “who” is worth


@pytest.fixture(autouse=True, params=["file", "server"])
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same commands with a database in a file, and with one on a server."""
    kind = str(request.param)
    if kind == "server":
        server, address = (request.getfixturevalue(one) for one in ("server", "address"))
        monkeypatch.setenv("QUIZAPP_DATABASE", server.url(address.url.database))
    return kind


@pytest.fixture
def exam(quizapp: Quizapp, tmp_path: Path, key: Path) -> Path:
    """The folder of an exam for a class of three, one of them called like a formula."""
    names = tmp_path / "class.csv"
    names.write_text("name;form\nAda;9b\n=1+1;9b\nCem;9b\n")
    assert quizapp("classes", "--new", "9b", "--names", names).out == "9b: 3 students\n"
    bank = shutil.copytree(FERRY, tmp_path / "ferry")
    words = ("pack", bank, "--key", key, "--class", "9b", "--to", tmp_path / "exam")
    assert quizapp(*words, typed=PHRASE).status == 0
    return tmp_path / "exam"


def test_a_class_from_the_roster_to_the_workbook(
    quizapp: Quizapp,
    exam: Path,
    key: Path,
    tmp_path: Path,
) -> None:
    """What the terminal shows is what both files have, and a formula stays a name."""
    for code in codes(exam)[:2]:
        assert take(quizapp, exam, code).status == 0
    told = quizapp("collect", exam, "--key", key, typed=PHRASE)
    assert told.status == 0
    assert told.out.count(": accepted. New.") == 2
    again = json.loads(quizapp("collect", exam, "--key", key, "--json", typed=PHRASE).out)
    assert [one["state"] for one in again] == ["duplicate"] * 2

    sheet, table = tmp_path / "marks.xlsx", tmp_path / "marks.csv"
    done = quizapp("gradebook", "9b", "--json", "--xlsx", sheet, "--csv", table)

    shown = json.loads(done.out)
    rows = [list(row) for row in load_workbook(sheet)["9b"].iter_rows(values_only=True)]
    assert rows == [shown["columns"], *shown["rows"]]
    assert [row[0] for row in rows[1:]] == ["Ada", "=1+1", "Cem"]
    assert rows[3][1:] == [None, None, 0]
    cells = list(csv.reader(table.read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in cells] == ["name", "Ada", "'=1+1", "Cem"]
    for row, line in zip(shown["rows"], cells[1:], strict=True):
        numbers = [None if cell == "" else float(cell) for cell in line[1:]]
        assert numbers == row[1:]


def test_statistics_are_those_of_one_class(
    quizapp: Quizapp, exam: Path, key: Path, tmp_path: Path
) -> None:
    """Another class may have had the same bank; one that nobody knows is said."""
    for code in codes(exam)[:2]:
        assert take(quizapp, exam, code).status == 0
    assert quizapp("collect", exam, "--key", key, typed=PHRASE).status == 0
    names = tmp_path / "other.csv"
    names.write_text("name\nDee\n")
    assert quizapp("classes", "--new", "9c", "--names", names).status == 0

    asked = ("stats", tmp_path / "ferry", "--json")
    counts = [json.loads(quizapp(*asked, *more).out)["n"] for more in ((), ("--class", "9b"))]
    assert counts == [2, 2]
    assert json.loads(quizapp(*asked, "--class", "9c").out)["n"] == 0
    unknown = quizapp(*asked, "--class", "10a")
    assert unknown.status == 2
    assert "There is no class “10a”. There are: 9b, 9c." in unknown.err


def test_a_second_attempt_is_decided_by_name(
    quizapp: Quizapp,
    exam: Path,
    key: Path,
    data_folder: Path,
) -> None:
    """The exit status says that something is to be decided, until it is."""
    code = codes(exam)[0]
    take(quizapp, exam, code)
    shutil.rmtree(data_folder / "exams")  # another computer
    take(quizapp, exam, code)
    assert quizapp("collect", exam, "--key", key, typed=PHRASE).status == 1

    came = json.loads(quizapp("gradebook", "9b", "--files", "--json").out)
    (waiting,) = [one for one in came if one["state"] == "conflict"]
    assert quizapp("gradebook", "9b", "--files").status == 1
    assert quizapp("gradebook", "9b", "--count", waiting["file"]).status == 0
    assert quizapp("gradebook", "9b", "--files").status == 0
    assert "you let it count" in quizapp("gradebook", "9b", "--files").out
    quizapp("gradebook", "9b", "--set-aside", waiting["file"])
    assert "set aside" in quizapp("gradebook", "9b", "--files").out
    assert "came back" in quizapp("gradebook", "9b", "--count", "none.quizattempt").err


def test_a_class_is_listed_changed_and_deleted_after_a_warning(
    quizapp: Quizapp, exam: Path, tmp_path: Path
) -> None:
    """Nothing is deleted before it was said what would be."""
    more = tmp_path / "more.txt"
    more.write_text("Ada\nDee\n")
    assert quizapp("classes", "--change", "9b", "--names", more).out == "9b: 2 students\n"
    (listed,) = json.loads(quizapp("classes", "--json").out)
    assert listed["students"] == ["Ada", "Dee"]
    assert [one["title"] for one in listed["exams"]] == ["The ferry that stayed"]
    assert "The ferry that stayed" in quizapp("classes").out

    assert "would be deleted" in quizapp("classes", "--delete", "9b").out
    assert "is deleted" in quizapp("classes", "--delete", "9b", "--for-good").out

    assert "There is no class yet" in quizapp("classes").out
    assert quizapp("gradebook", "9b").status == 2


def test_an_exam_is_not_made_where_its_files_would_not_fit(
    quizapp: Quizapp,
    exam: Path,
    key: Path,
    tmp_path: Path,
) -> None:
    """Files that are there stay, and the class is given nothing."""
    words = ("pack", tmp_path / "ferry", "--key", key, "--class", "9b", "--to", exam)

    assert quizapp(*words, typed=PHRASE).status == 2

    (listed,) = json.loads(quizapp("classes", "--json").out)
    assert len(listed["exams"]) == 1


def test_the_table_of_a_class_is_written_by_its_gradebook(
    quizapp: Quizapp,
    exam: Path,
    key: Path,
) -> None:
    """The message names the command."""
    take(quizapp, exam, codes(exam)[0])

    done = quizapp("collect", exam, "--key", key, "--csv", exam / "x.csv", typed=PHRASE)

    assert done.status == 2
    assert "quizapp gradebook CLASS --csv FILE" in done.err


def test_what_to_look_at_is_listed_as_facts(quizapp: Quizapp, exam: Path, key: Path) -> None:
    """Two who answered nothing are alike in nothing; the closing line accuses nobody."""
    for code in codes(exam)[:2]:
        take(quizapp, exam, code)
    quizapp("collect", exam, "--key", key, typed=PHRASE)

    shown = quizapp("gradebook", "9b", "--flags")

    assert shown.out.splitlines()[:2] == ["The ferry that stayed", "  Nothing stands out."]
    assert "do not say why" in shown.out
    assert json.loads(quizapp("gradebook", "9b", "--flags", "--json").out) == []


@pytest.mark.usefixtures("qapp")
def test_letters_are_written_for_who_handed_in(
    quizapp: Quizapp, exam: Path, key: Path, tmp_path: Path
) -> None:
    """A PDF each, under a name that a folder takes; the screen says how many."""
    for code in codes(exam)[:2]:
        take(quizapp, exam, code)
    quizapp("collect", exam, "--key", key, typed=PHRASE)

    done = quizapp("gradebook", "9b", "--letters", tmp_path / "letters")

    assert f"2 letters in {tmp_path / 'letters'}." in done.out
    written = sorted(file.name for file in (tmp_path / "letters").iterdir())
    assert written == [f"{who} - The ferry that stayed.pdf" for who in ("Ada", "_1_1")]
    assert all(f.read_bytes().startswith(b"%PDF") for f in (tmp_path / "letters").iterdir())
