"""`quizapp bare` and `quizapp join`: out without the article, and in again with one’s own copy."""

import json
from pathlib import Path

import pytest

from quizapp.app.bank_files import open_bank, shipped
from tests.bank.typesetting import SETTINGS
from tests.cli.conftest import Quizapp
from tests.examples import FERRY

pytestmark = pytest.mark.usefixtures("data_folder")
NAME = "harbour-budget"


@pytest.fixture
def file(quizapp: Quizapp, tmp_path: Path) -> Path:
    """A bank without its article."""
    path = tmp_path / "lesson.quizbare"
    assert quizapp("bare", NAME, path).status == 0
    return path


def test_a_bank_goes_out_bare_and_is_taken_with_a_copy(
    quizapp: Quizapp, tmp_path: Path, file: Path
) -> None:
    """From one computer to another, the article from elsewhere."""
    bank = next(open_bank(folder) for folder in shipped() if folder.name == NAME)
    copy = tmp_path / "copy.txt"
    copy.write_text(SETTINGS["pages"](bank.article), "utf-8")

    done = quizapp("join", file, copy)

    assert done.status == 0
    assert "100 % of the article" in done.out
    path = done.out.split("quizapp take ")[1].strip()
    assert len(open_bank(Path(path)).usable) == len(bank.items)
    assert quizapp("take", path, typed="q\n").status == 0


def test_a_copy_with_other_words_withholds_questions(quizapp: Quizapp, tmp_path: Path) -> None:
    """Exit status 1, and how many."""
    file, copy = tmp_path / "ferry.quizbare", tmp_path / "copy.txt"
    quizapp("bare", FERRY, file)
    text = (FERRY / "article.txt").read_text("utf-8")
    copy.write_text(text.replace("withdrawn the ferry's permit on", "renewed the permit of"))

    done = quizapp("join", file, copy, "--to", tmp_path / "mine", "--json")

    told = json.loads(done.out)
    assert done.status == 1
    assert told["bank"] == str(tmp_path / "mine")
    assert told["usable"] < told["items"]
    assert (tmp_path / "mine" / "rudder.png").exists()
    assert "are withheld" in quizapp("join", file, copy, "--to", tmp_path / "mine").out


def test_another_article_is_refused_in_one_sentence(
    quizapp: Quizapp, tmp_path: Path, file: Path
) -> None:
    """And nothing is written."""
    done = quizapp("join", file, FERRY / "article.txt", "--to", tmp_path / "mine")

    assert done.status == 2
    assert "This is another article. The bank is about “Council pays" in done.err
    assert not (tmp_path / "mine").exists()


def test_another_bank_of_the_same_name_is_not_touched(
    quizapp: Quizapp, tmp_path: Path, data_folder: Path
) -> None:
    """Who made a bank of that name keeps it."""
    file = tmp_path / "ferry.quizbare"
    quizapp("bare", FERRY, file)
    assert quizapp("join", file, FERRY / "article.txt").status == 0
    (own,) = data_folder.rglob("banks/ferry/bank.nt")
    own.write_text(own.read_text("utf-8").replace("title: The ferry", "title: My ferry", 1))

    done = quizapp("join", file, FERRY / "article.txt")

    assert done.status == 2
    assert "another bank under the name “ferry”" in done.err
    assert "title: My ferry" in own.read_text("utf-8")


def test_files_that_are_not_there_or_are_something_else_are_named(
    quizapp: Quizapp, tmp_path: Path, file: Path
) -> None:
    """Each in words."""
    picture = tmp_path / "copy.txt"
    picture.write_bytes(b"\0" * 400)

    assert "cannot be read" in quizapp("join", tmp_path / "gone", picture).err
    assert "cannot be read" in quizapp("join", file, tmp_path / "gone").err
    assert "no bank without its article" in quizapp("join", picture, picture).err
    assert "no text file" in quizapp("join", file, picture).err


def test_programs_are_told_what_is_in_the_file(quizapp: Quizapp, tmp_path: Path) -> None:
    """Counts, no words."""
    told = json.loads(quizapp("bare", FERRY, tmp_path / "f.quizbare", "--json").out)

    assert told["sentences"] == 15
    assert told["bytes"] == (tmp_path / "f.quizbare").stat().st_size
