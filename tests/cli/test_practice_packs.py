"""Practice for a class in the terminal: made, taken again and again, collected, marked."""

import json
import shutil
from pathlib import Path

import pytest

from quizapp.bank import Bank
from quizapp.classroom import pack
from tests.cli.conftest import Done, Quizapp
from tests.cli.test_exam import PHRASE, codes, collect, key, take
from tests.examples import FERRY, ferry

__all__ = ["key"]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The example in a folder of its own."""
    return Path(shutil.copytree(FERRY, tmp_path / "ferry"))


@pytest.fixture
def nine(quizapp: Quizapp, tmp_path: Path) -> str:
    """A class that is kept."""
    names = tmp_path / "class.txt"
    names.write_text("Ada\nBo\n")
    assert quizapp("classes", "--new", "9b", "--names", names).status == 0
    return "9b"


def made(quizapp: Quizapp, bank: Path, key: Path, to: Path, *more: object) -> Done:
    """What the command says that hands something out."""
    return quizapp("pack", bank, "--key", key, "--to", to, *more, typed=PHRASE)


def right_number(shown: Done, bank: Bank) -> str:
    """What to type for the right answer to “who”."""
    item = bank.item["who"]
    words = item.describe(item.key())
    return next(line.split()[0] for line in shown.out.splitlines() if line.endswith(words))


def test_practice_goes_out_is_taken_twice_and_comes_back(
    quizapp: Quizapp, bank: Path, key: Path, nine: str, tmp_path: Path
) -> None:
    """Feedback after each answer, the result at the end, and both attempts count."""
    out = tmp_path / "practice"
    done = made(quizapp, bank, key, out, "--class", nine, "--practice", "--no-confidence")
    assert "never ask these questions in an exam" in done.out
    assert sorted(file.name for file in out.iterdir()) == [
        "ferry-practice-codes.csv", "ferry-practice.quizclass", "ferry-practice.quizpack",
    ]  # fmt: skip
    ada = codes(out)[0]

    begun = take(quizapp, out, ada, typed="n\nq\n")
    assert f"--code {ada}" in begun.out
    first = take(quizapp, out, ada, typed=f"{right_number(begun, ferry())}\nh\ny\n")
    assert "Right" in first.out
    assert "Full credit: 1 of" in first.out
    assert "To practise again, run:" in first.out
    assert take(quizapp, out, ada, typed="").out.splitlines()[-3:] == first.out.splitlines()[-3:]
    pack_ = next(out.glob("*.quizpack"))
    again = quizapp("take", pack_, "--code", ada, "--new", typed="h\ny\n")
    assert "Full credit: 0 of" in again.out
    assert len(list(out.glob("*.quizattempt"))) == 2

    told = quizapp("collect", out, "--key", key, typed=PHRASE)
    assert told.status == 0
    assert told.out.count("accepted") == 2
    book = quizapp("gradebook", nine)
    assert "Practice: " in book.out.splitlines()[0]
    columns = json.loads(quizapp("gradebook", nine, "--json").out)
    assert columns["rows"][0][1] == 1.5
    last = json.loads(quizapp("gradebook", nine, "--attempt", "last", "--json").out)
    assert last["rows"][0][1] == 0.0
    assert last["rows"][0][-1] is None


def test_feedback_at_the_end_is_told_with_the_result(
    quizapp: Quizapp, bank: Path, key: Path, tmp_path: Path
) -> None:
    """Not before; and a name does where there are no codes."""
    out = tmp_path / "practice"
    more = ("--practice", "--feedback", "after", "--count", "2", "--levels", "5", "--shuffle")
    assert made(quizapp, bank, key, out, *more).status == 0
    rules = pack.opened(next(out.glob("*.quizpack")).read_bytes()).rules
    assert (rules.feedback, rules.count, rules.levels) == ("after", 2, 5)
    assert (rules.confidence, rules.shuffle_items) == (True, True)

    done = quizapp("take", next(out.glob("*.quizpack")), "--name", "Cem", typed="h\ny\n")

    before, _ask, told = done.out.partition("Hand in?")
    assert "Why:" not in before
    assert "\n2. " in told
    assert "accepted" in collect(quizapp, out, key).out


def test_options_that_do_not_go_together_are_refused(
    quizapp: Quizapp, bank: Path, key: Path, tmp_path: Path
) -> None:
    """Each with what to do; nothing is written."""
    out = tmp_path / "out"
    for more, said in (
        (("--feedback", "after"), "Add --practice"),
        (("--practice", "--closed", "--feedback", "at-once"), "Leave --feedback out"),
    ):
        done = made(quizapp, bank, key, out, *more)
        assert done.status == 2
        assert said in done.err
    assert not out.exists()


def test_an_exam_can_ask_how_sure_and_keep_the_article_closed(
    quizapp: Quizapp, bank: Path, key: Path, tmp_path: Path
) -> None:
    """The rules that there are for oneself are there for a class."""
    out = tmp_path / "out"
    assert made(quizapp, bank, key, out, "--levels", "3", "--closed", "--form", "A").status == 0

    found = pack.opened(next(out.glob("*.quizpack")).read_bytes())

    assert (found.rules.confidence, found.rules.closed) == (True, True)
    assert (found.mode, found.rules.feedback) == ("exam", "never")


def test_an_exam_of_what_was_practised_is_made_with_a_caution(
    quizapp: Quizapp, bank: Path, key: Path, nine: str, tmp_path: Path
) -> None:
    """It is no refusal; and an exam is begun once."""
    who = ("--class", nine)
    assert made(quizapp, bank, key, tmp_path / "practice", *who, "--practice").status == 0

    done = made(quizapp, bank, key, tmp_path / "exam", *who)

    assert done.status == 0
    assert "9b practised with this bank on" in done.err
    pack_ = next((tmp_path / "exam").glob("*.quizpack"))
    ada = codes(tmp_path / "exam")[0]
    anew = quizapp("take", pack_, "--code", ada, "--new", typed="q\n")
    assert anew.status == 2
    assert "only once" in anew.err
