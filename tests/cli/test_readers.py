"""`quizapp readers`: who there is, and what happens to what is kept of them."""

import json
from pathlib import Path

from tests.cli.conftest import Quizapp
from tests.examples import FERRY


def test_readers_are_listed_added_and_renamed(quizapp: Quizapp) -> None:
    """The list marks who reads now."""
    quizapp("readers", "--add", "Ada")
    quizapp("readers", "--rename", "Ada", "Ada Moor")

    assert quizapp("readers").out == "  Ada Moor  (0 attempts)\n* Me  (0 attempts)\n"
    told = json.loads(quizapp("readers", "--json").out)
    assert [(one["id"], one["current"]) for one in told] == [("Ada", False), ("me", True)]


def test_deletion_says_first_what_it_would_do(quizapp: Quizapp) -> None:
    """Nothing is deleted without the second word."""
    quizapp("take", FERRY, "--test", "--reader", "Ada", typed="n\n1\n")

    first = quizapp("readers", "--delete", "Ada")
    still = quizapp("readers").out
    second = quizapp("readers", "--delete", "Ada", "--for-good")

    assert "would be deleted" in first.out
    assert "Ada  (1 attempt)" in still
    assert "deleted" in second.out
    assert "Ada" not in quizapp("readers").out


def test_everything_is_written_to_a_file(quizapp: Quizapp, tmp_path: Path) -> None:
    """What is kept of somebody is theirs to have."""
    quizapp("take", FERRY, "--test", "--reader", "Ada", typed="n\n1\n")
    file = tmp_path / "ada.json"

    done = quizapp("readers", "--export", "Ada", file)

    assert str(file) in done.out
    assert json.loads(file.read_text("utf-8"))["reader"] == "Ada"


def test_somebody_unknown_is_named(quizapp: Quizapp) -> None:
    """Exit status 2, and who there is."""
    done = quizapp("readers", "--delete", "Nobody")

    assert done.status == 2
    assert "Nobody is called “Nobody” here" in done.err
