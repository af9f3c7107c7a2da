"""`quizapp print`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.printing import on_paper
from quizapp.errors import QuizappError
from tests.cli.conftest import Quizapp
from tests.drawing.pages import texts
from tests.examples import FERRY, ferry

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_test_and_its_key_are_written(quizapp: Quizapp, tmp_path: Path) -> None:
    """Two files, each named on a line."""
    test, key = tmp_path / "test.pdf", tmp_path / "key.pdf"

    done = quizapp("print", "battery-on-request", "--form", "B", "--test", test, "--key", key)

    assert (done.status, done.out) == (0, f"Saved as {test}\nSaved as {key}\n")
    assert "A battery on request, form B" in texts(test.read_bytes())[0]
    assert "Key: A battery on request, form B" in texts(key.read_bytes())[0]


def test_programs_are_told_what_was_asked(quizapp: Quizapp, tmp_path: Path) -> None:
    """Which items stand on the sheet, in their order."""
    done = quizapp("print", FERRY, "--test", tmp_path / "t.pdf", "--json")

    told = json.loads(done.out)
    assert (told["questions"], told["points"], told["form"]) == (13, 13.5, "")
    assert len(set(told["items"])) == 13


def test_without_a_file_it_says_what_to_give(quizapp: Quizapp) -> None:
    """Nothing is made that nobody asked for."""
    done = quizapp("print", FERRY)

    assert done.status == 2
    assert "--test FILE" in done.err


def test_a_bank_that_is_not_there_is_named(quizapp: Quizapp, tmp_path: Path) -> None:
    """A slip in its name leaves no file."""
    done = quizapp("print", tmp_path / "none", "--test", tmp_path / "a.pdf")

    assert done.status == 2
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("form", ["", "A"])
def test_a_bank_with_nothing_to_ask_gives_no_paper(form: str) -> None:
    """An empty sheet helps nobody."""
    empty = replace(ferry(), items=(), map=replace(ferry().map, claims=(), trade_offs=()))

    with pytest.raises(QuizappError, match="“The ferry that stayed” has no"):
        on_paper(empty, form)  # type: ignore[arg-type]  # one of the literals
