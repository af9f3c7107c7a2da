"""`quizapp convert`: formats told from content, a report for each question, honest exit codes."""

import base64
import json
from pathlib import Path

import pytest

from quizapp.bank import from_canonical
from tests.cli.conftest import Quizapp
from tests.examples import FERRY

GOOD = "::One:: Wet? {T}\n\nWho? {=newt ~fox}\n"


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    """A file without an ending that would give it away."""
    path = tmp_path / "quiz"
    path.write_text(GOOD, "utf-8")
    return path


def test_the_content_says_what_it_is(quizapp: Quizapp, quiz: Path, tmp_path: Path) -> None:
    """And the ending of the other file what it is to be."""
    done = quizapp("convert", quiz, tmp_path / "out.json")

    assert (done.status, "2 questions read as gift" in done.err) == (0, True)
    bank = json.loads((tmp_path / "out.json").read_text("utf-8"))["bank"]
    assert [item["kind"] for item in bank["items"]] == ["true_false", "single_choice"]


def test_what_was_read_goes_back(quizapp: Quizapp, quiz: Path, tmp_path: Path) -> None:
    """Through our own format and out again, with the same questions."""
    quizapp("convert", quiz, tmp_path / "a.json")
    quizapp("convert", tmp_path / "a.json", tmp_path / "b.gift")
    quizapp("convert", tmp_path / "b.gift", tmp_path / "c.json")

    first, last = (
        json.loads((tmp_path / name).read_text("utf-8"))["bank"]["items"]
        for name in ("a.json", "c.json")
    )
    assert first == last


def test_the_report_has_each_question_in_its_order(
    quizapp: Quizapp, quiz: Path, tmp_path: Path
) -> None:
    """Line, name, kind, native type, and what was changed, lost or refused."""
    quiz.write_text(GOOD + "\nBroken {=a\n", "utf-8")
    report = tmp_path / "report.json"

    done = quizapp("convert", quiz, tmp_path / "out.json", "--report", report)

    told = json.loads(report.read_text("utf-8"))
    assert done.status == 1
    assert [(one["line"], one["kind"], one["native"]) for one in told] == [
        (1, "true_false", "truefalse"),
        (3, "single_choice", "multichoice"),
        (5, None, ""),
    ]
    assert told[2]["refused"][0]["code"] == "brace"
    assert told[0]["refused"] == told[0]["lost"] == told[0]["changed"] == []


def test_nothing_that_can_be_read_is_exit_status_2(
    quizapp: Quizapp, quiz: Path, tmp_path: Path
) -> None:
    """And nothing is written."""
    quiz.write_bytes(b"\x00\x01")

    done = quizapp("convert", quiz, tmp_path / "out.json")

    assert done.status == 2
    assert "no file of questions" in done.err
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize("name", ["out.unknown", "out"])
def test_an_ending_that_says_nothing_is_asked_for(
    quizapp: Quizapp, quiz: Path, tmp_path: Path, name: str
) -> None:
    """The choices are named."""
    done = quizapp("convert", quiz, tmp_path / name)

    assert done.status == 2
    assert "--to" in done.err
    assert "gift" in done.err


def test_a_file_that_is_not_there_is_named(quizapp: Quizapp, tmp_path: Path) -> None:
    """With its path."""
    done = quizapp("convert", tmp_path / "no.gift", tmp_path / "out.json")

    assert done.status == 2
    assert "no.gift" in done.err


def test_a_bank_of_ours_goes_out_with_what_is_lost(quizapp: Quizapp, tmp_path: Path) -> None:
    """Each question that the format cannot hold is named."""
    done = quizapp("convert", FERRY, tmp_path / "ferry.gift")

    assert done.status == 0
    assert "no question of this kind" in done.err
    assert "{" in (tmp_path / "ferry.gift").read_text("utf-8")


def test_what_many_questions_lose_is_said_once(quizapp: Quizapp, tmp_path: Path) -> None:
    """Thirty questions that lose the same are one line, not thirty."""
    out = tmp_path / "cards.apkg"

    done = quizapp("convert", "questions/battery-on-request", str(out))

    lost = [line for line in done.err.splitlines() if "Its weight and its skills" in line]
    assert len(lost) == 1
    assert "q-who-battery, q-condition" in lost[0]


def test_the_picture_of_a_bank_of_ours_goes_along(quizapp: Quizapp, tmp_path: Path) -> None:
    """Into another program’s file, and into our own JSON and back."""
    quizapp("convert", FERRY, tmp_path / "ferry.xml", "--to", "moodlexml")
    quizapp("convert", FERRY, tmp_path / "ferry.json")
    picture = base64.b64encode((FERRY / "rudder.png").read_bytes()).decode()

    assert picture in (tmp_path / "ferry.xml").read_text("utf-8")
    bank = from_canonical((tmp_path / "ferry.json").read_bytes())
    assert bank.picture(bank.item["named"]) == (FERRY / "rudder.png").read_bytes()
