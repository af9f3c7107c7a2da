"""Banks of questions that came from elsewhere: no article, no sources, no claims."""

from pathlib import Path

import pytest

from quizapp.app.bank_files import open_bank
from quizapp.app.banking import save
from quizapp.app.sitting import Sitting
from quizapp.bank import canonical, examine, from_canonical, read, write
from quizapp.quiz import Rules
from quizapp.store import Store
from tests.taking import Clock

TEXT = """format: 1
id: pond
title: A pond
language: en
licence: CC0-1.0
items:
    -
        id: q1
        kind: single_choice
        stem: Which of these lives in a pond?
        options:
            -
                id: a
                text: A newt
            -
                id: b
                text: A fox
        key: a
    -
        id: q2
        kind: match
        stem: What lives where?
        rows:
            -
                text: newt
                with: pond
            -
                text: fox
                with: den
        extra:
            - nest
    -
        id: q3
        kind: info
        stem: Draw a newt.
        original:
            format: moodlexml
            type: drawing
            source: <question/>
"""


def nothing(_name: str) -> bytes:
    """There is no file beside the bank."""
    raise FileNotFoundError


def test_it_is_read_and_written_whole() -> None:
    """As a file and as a version."""
    bank = read(TEXT.encode(), "bank.nt", nothing)

    assert write(bank).decode() == TEXT
    assert from_canonical(canonical(bank)) == bank


def test_nothing_is_wrong_with_it() -> None:
    """The advice has nothing to say about an article that is not there."""
    found = examine(TEXT.encode(), "bank.nt", nothing)

    assert found.bank is not None
    assert [problem.code for problem in found.problems if problem.severity == "error"] == []


@pytest.mark.parametrize("field", ["claims", "sources"])
def test_claims_want_an_article(field: str) -> None:
    """What is claimed is claimed somewhere."""
    found = examine(f"{TEXT}{field}:\n    []\n".encode(), "bank.nt", nothing)

    assert found.bank is None
    assert "missing-field" in {problem.code for problem in found.problems}


def test_it_can_be_saved_taken_and_shown(tmp_path: Path) -> None:
    """From the folder to the result, without an article on the way."""
    bank, store = read(TEXT.encode(), "bank.nt", nothing), Store(tmp_path / "quizapp.db")
    (tmp_path / "pond").mkdir()
    save(bank, tmp_path / "pond", store, Clock()())
    again = open_bank(tmp_path / "pond")

    sitting = Sitting.begin(again, Rules.practice(), store, Clock(), 7, "a1", "me")
    sitting.answer("q1", ("a",), 2)
    sitting.check("q1")
    sitting.answer("q2", ("r1 c1", "r2 c3"))
    result = sitting.submit()

    assert result.score.earned == 1.5
    assert result.text()
    assert not (tmp_path / "pond" / "article.txt").exists()
    store.close()
