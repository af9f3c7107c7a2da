"""`quizapp gradebook CLASS --contests`, deciding them, and `quizapp regrade --class`."""

import json
from pathlib import Path

import pytest

from quizapp.app import contests
from quizapp.app.classes import Classes
from quizapp.app.places import database
from quizapp.claims import Standing
from quizapp.store import Store
from tests.cli.conftest import Quizapp
from tests.cli.test_classes import exam
from tests.cli.test_exam import PHRASE, codes, key, take
from tests.taking import BEGAN, Clock

__all__ = ["exam", "key"]


@pytest.fixture
def contested(quizapp: Quizapp, exam: Path, key: Path, data_folder: Path) -> list[str]:
    """Two attempts of a class that came back, each with a contest; their ids."""
    for code in codes(exam)[:2]:
        take(quizapp, exam, code)
    assert quizapp("collect", exam, "--key", key, typed=PHRASE).status == 0
    store = Store(database(data_folder))
    classes = Classes(store, Clock())
    (one,) = classes.every()
    book = classes.gradebook(one)
    cells = [book.cell(line, 0) for line in book.lines]
    ids = [cell.attempt for cell in cells if cell]
    for id_, attempt, places in zip(("4f2a", "9c1d"), ids, (("p4s1",), ("none",)), strict=True):
        reason = "so it reads"
        contests.file(store, attempt, "how-sold", places, Standing.DENIED, reason, BEGAN, id_)
    store.close()
    return ids


def test_contests_of_a_class_are_listed_with_names(quizapp: Quizapp, contested: list[str]) -> None:
    """Exit status 1 as long as one is to be decided."""
    done = quizapp("gradebook", "9b", "--contests")
    told = json.loads(quizapp("gradebook", "9b", "--contests", "--json").out)

    assert done.status == 1
    assert "Ada, The ferry that stayed, question “how-sold”: open" in done.out
    assert "    because: so it reads\n    points at: “According to" in done.out
    assert "points at: nothing in the article shows it" in done.out
    assert [(one["who"], one["attempt"], one["state"]) for one in told] == [
        ("Ada", contested[0], "open"), ("=1+1", contested[1], "open"),
    ]  # fmt: skip


def test_a_class_without_contests_says_so(quizapp: Quizapp, exam: Path) -> None:
    """And the exit status is 0."""
    done = quizapp("gradebook", "9b", "--contests")

    assert (done.status, done.out) == (0, "Nobody in this class has contested a key.\n")


@pytest.mark.usefixtures("contested")
def test_a_contest_is_decided_by_its_id(quizapp: Quizapp) -> None:
    """Accepting says what comes next; what is decided stays listed with its answer."""
    accepted = quizapp("gradebook", "9b", "--accept", "4f", "You read it rightly.")
    declined = quizapp("gradebook", "9b", "--decline", "9c1d", "The report lists them.")

    assert (accepted.status, declined.status) == (0, 0)
    assert "answer: You read it rightly." in accepted.out
    assert "quizapp regrade ferry --class 9b" in accepted.out
    assert "regrade" not in declined.out
    listed = quizapp("gradebook", "9b", "--contests")
    assert listed.status == 0
    assert "answer: The report lists them." in listed.out


@pytest.mark.usefixtures("contested")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--accept", "zzz", "Yes."), "no one contest “zzz”"),
        (("--accept", "4f2a", "  "), "Say in a few words why"),
        (("--accept", "4f2a"), "expected 2 arguments"),
        (("--accept", "4f2a", "Yes.", "--contests"), "not allowed with"),
    ],
)
def test_a_decision_that_cannot_be_kept_says_why(
    quizapp: Quizapp, words: tuple[str, ...], said: str
) -> None:
    """Nothing is decided by it."""
    done = quizapp("gradebook", "9b", *words)

    assert (done.status, said in done.err) == (2, True)
    assert quizapp("gradebook", "9b", "--contests").out.count(": open") == 2


@pytest.mark.usefixtures("contested")
def test_a_regrade_of_a_class_names_its_students_and_leaves_the_others(
    quizapp: Quizapp, tmp_path: Path
) -> None:
    """Looked at, done and undone; who is of no class keeps their marks."""
    bank = tmp_path / "ferry"
    file = bank / "bank.nt"
    file.write_text(file.read_text("utf-8").replace("key: false", "key: true"), "utf-8")

    looked = quizapp("regrade", bank, "--class", "9b")
    assert "2 attempts looked at" in looked.out
    told = json.loads(quizapp("regrade", bank, "--class", "9b", "--apply", "--json").out)
    assert [one["reader"] for one in told["attempts"]] == ["Ada", "=1+1"]
    undone = quizapp("regrade", bank, "--class", "9b", "--to", "own", "--apply")
    assert "its own version again" in undone.out


def test_a_regrade_of_a_class_that_cannot_be_is_refused(quizapp: Quizapp, exam: Path) -> None:
    """No such class, a class without attempts, and two limits at once."""
    bank = exam.parent / "ferry"
    for words, said in (
        (("--class", "10c"), "no class “10c”"),
        (("--class", "9b"), "has handed in nothing"),
        (("--class", "9b", "--reader", "me"), "not allowed with"),
    ):
        done = quizapp("regrade", bank, *words)
        assert (done.status, said in done.err) == (2, True)
