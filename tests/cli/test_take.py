"""`quizapp take`: whole quizzes on standard input and output."""

import os
import pty
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.cli.take import program
from quizapp.store import Store, attempts
from tests.cli.conftest import Quizapp
from tests.examples import FERRY, ferry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example bank."""
    return shutil.copytree(FERRY, tmp_path / "ferry")


def kept(data_folder: Path, reader: str = "me") -> dict[str, tuple[str, ...]]:
    """The answers in the database to the reader's newest open attempt."""
    store = Store(data_folder / "quizapp.db")
    with store.read() as connection:
        attempt, *_older = attempts.unfinished(connection, reader)
    store.close()
    return {item: answer.response for item, answer in attempt.answers.items()}


def test_the_article_comes_first_with_marks_on_its_sentences(
    quizapp: Quizapp, folder: Path
) -> None:
    """Evidence can be typed because every sentence has a name."""
    done = quizapp("take", folder)

    assert done.status == 0
    assert "[p1s1] The night ferry to Holm" in done.out
    assert "[p3s3] The inspection report" in " ".join(done.out.split())
    assert max(map(len, done.out.partition("To go on")[0].splitlines())) <= 78


def test_at_the_end_of_the_input_everything_is_saved_and_the_way_back_is_said(
    quizapp: Quizapp, folder: Path, data_folder: Path
) -> None:
    """A closed terminal costs nothing."""
    done = quizapp("take", folder, "--test", typed="n\n1\n1 2\n1\n")

    assert done.status == 0
    assert done.out.count("Saved.") == 3
    assert done.out.endswith(f"take {folder}\n")
    assert kept(data_folder).keys() == {"who", "named", "whole"}


def test_an_attempt_goes_on_at_the_same_question_with_the_same_order(
    quizapp: Quizapp, folder: Path
) -> None:
    """The second start shows what the first one left."""
    first = quizapp("take", folder, "--test", typed="n\n1\n").out
    second = quizapp("take", folder).out

    # The last question that the first start showed, with its options.
    assert first.rpartition("3 of 14")[2].partition(">")[0] in second
    assert "3 of 14" in second
    assert "[p1s1]" not in second


def test_a_whole_quiz_can_be_taken_and_its_result_is_shown(quizapp: Quizapp, folder: Path) -> None:
    """Every kind of question can be answered in a terminal."""
    typed = ["", "1", "1 2", "2", "1", "1", "2", "2", "p4s1", "none", "3 p3s1 p3s2", "5 p2s2"]
    typed += ["1", " ".join("4" for _side in ferry().item["sort"].key()), "y"]

    done = quizapp("take", folder, "--no-confidence", typed="\n".join(typed) + "\n")

    assert done.status == 0
    assert "Every question has an answer." in done.out
    assert "Full credit: " in done.out
    assert done.out.count("Saved.") == 13
    assert "of 13 right" in quizapp("results").out


def test_confidence_is_asked_and_kept(quizapp: Quizapp, folder: Path, data_folder: Path) -> None:
    """1 to 3, nothing, or nonsense: the answer is kept in each case."""
    quizapp("take", folder, typed="n\n1\n3\n1\nhigh\n\n1\n")

    store = Store(data_folder / "quizapp.db")
    with store.read() as connection:
        (attempt,) = attempts.unfinished(connection, "me")
    store.close()
    assert {i: a.confidence for i, a in attempt.answers.items()} == {
        "who": 3,
        "named": None,
        "whole": None,
    }


def test_confidence_can_be_asked_in_five_levels(
    quizapp: Quizapp, folder: Path, data_folder: Path
) -> None:
    """The levels say what they claim and pay, the result how well that fits, and later as well."""
    done = quizapp("take", folder, "--levels", "5", typed="n\n1\n6\n5\nn\nh\ny\n")

    assert "5 = 95 % (+100 / −90)" in done.out
    assert "Type a number from 1 to 5" in done.out
    assert "Brier score" in quizapp("results").out
    store = Store(data_folder / "quizapp.db")
    with store.read() as connection:
        (attempt,) = attempts.finished(connection, "me")
    store.close()
    assert (attempt.rules.levels, attempt.answers["who"].confidence) == (5, 5)


def test_other_numbers_of_levels_are_refused(quizapp: Quizapp, folder: Path) -> None:
    """There are three, and five."""
    done = quizapp("take", folder, "--levels", "4")

    assert done.status == 2
    assert "4" in done.err


def test_feedback_comes_at_once_in_practice_and_the_answer_stands(
    quizapp: Quizapp, folder: Path
) -> None:
    """The rule is read while the question is still in mind."""
    done = quizapp("take", folder, "--no-confidence", typed="n\n1\nb\n2\n\n")

    assert done.out.count("Key: The harbour master") == 2
    assert "The feedback was shown, so the answer stands." in done.out


def test_in_a_test_an_answer_can_be_changed(
    quizapp: Quizapp, folder: Path, data_folder: Path
) -> None:
    """Going back is no trap."""
    done = quizapp("take", folder, "--test", typed="n\n1\nb\n2\n")
    quizapp("take", folder, typed="b\n1\n")

    assert "Your answer: " in done.out
    assert "Key: " not in done.out
    assert len(kept(data_folder)) == 1


def test_every_letter_does_what_the_help_says(quizapp: Quizapp, folder: Path) -> None:
    """n, b, g, f, a, h, ? and q, and a sentence about anything else."""
    done = quizapp(
        "take", folder, typed="?\ng 3\nf\nf\ng 99\nb\na\nxyzzy\n\nn\nh\nx\ng 1\nq\nnever\n"
    )

    for words in (
        "3 of 14", "Flagged.", "No longer flagged.", "Type g and a number from 1 to 14.",
        "Type a number from 1 to 3.", "13 questions have no answer: 2, 3,", "Type y to hand in",
        "the article again",
    ):  # fmt: skip
        assert words in done.out
    assert done.out.count("[p1s1]") == 2
    assert "never" not in done.out


def test_handing_in_can_be_put_off(quizapp: Quizapp, folder: Path) -> None:
    """Whoever stops at the last moment has not handed in."""
    done = quizapp("take", folder, typed="h\nb\nh\nq\n")

    assert "To go on, run:" in done.out
    assert "open, 0 of 13 answered" in quizapp("results").out


def test_a_few_questions_can_be_asked_for(quizapp: Quizapp, folder: Path) -> None:
    """Five minutes are enough for something."""
    assert "1 of 5 · " in quizapp("take", folder, "--count", 5).out
    assert quizapp("take", folder, "--count", "many").status == 2


def test_readers_on_one_machine_do_not_mix(
    quizapp: Quizapp, folder: Path, data_folder: Path
) -> None:
    """Two children share a computer, not a result."""
    quizapp("take", folder, "--test", typed="n\n1\n")
    done = quizapp("take", folder, "--test", "--reader", "Ada L", typed="n\n1\n1 2\n")

    assert done.out.endswith("--reader 'Ada L'\n")
    assert (len(kept(data_folder)), len(kept(data_folder, "Ada L"))) == (1, 2)


def test_a_quiz_can_be_begun_anew(quizapp: Quizapp, folder: Path, data_folder: Path) -> None:
    """The older attempt stays, and the newer one is the one that goes on."""
    quizapp("take", folder, "--test", typed="n\n1\n")
    quizapp("take", folder, "--new")

    assert kept(data_folder) == {}
    assert quizapp("results").out.count("open, ") == 2


def test_rules_asked_for_too_late_are_not_passed_over_in_silence(
    quizapp: Quizapp, folder: Path
) -> None:
    """An open attempt keeps its rules, and the reader learns how to have others."""
    quizapp("take", folder)
    done = quizapp("take", folder, "--test")

    assert "goes on by its own rules; --new begins another" in done.err


@pytest.mark.parametrize("broken", [True, False])
def test_a_bank_that_disappears_does_not_take_the_attempt_with_it(
    quizapp: Quizapp, folder: Path, broken: bool
) -> None:
    """The questions were kept with the attempt, so it goes on."""
    quizapp("take", folder, typed="n\nn\n")
    if broken:
        (folder / "bank.nt").write_text("gone wrong")
    else:
        shutil.rmtree(folder)

    done = quizapp("take", folder, typed="")
    by_file = quizapp("take", folder / "bank.nt", typed="")

    assert (done.status, by_file.status) == (0, 0)
    assert "3 of 14" in done.out
    assert "goes on with the questions as they were kept" in done.err


@pytest.mark.parametrize(("text", "status"), [(None, 2), ("no bank", 1)])
def test_a_bank_that_cannot_be_used_stops_before_the_first_question(
    quizapp: Quizapp, tmp_path: Path, text: str | None, status: int
) -> None:
    """Nothing is half loaded."""
    if text:
        (tmp_path / "bank.nt").write_text(text)

    done = quizapp("take", tmp_path / "bank.nt")

    assert (done.status, done.out) == (status, "")
    assert "bank.nt" in done.err


def test_without_a_bank_the_article_bank_is_taken(quizapp: Quizapp) -> None:
    """The first thing to try needs no name."""
    assert "A battery on request" in quizapp("take").out


def test_a_data_folder_that_cannot_be_used_stops_at_once(
    quizapp: Quizapp, folder: Path, data_folder: Path
) -> None:
    """Nobody answers questions that cannot be saved."""
    data_folder.write_text("a file where the folder should be")

    done = quizapp("take", folder)

    assert done.status == 2
    assert "Move that file away, or set QUIZAPP_DATA" in done.err


def noise(file: Path) -> None:
    """Overwrite the database."""
    file.write_bytes(b"noise" * 2000)


def newer(file: Path) -> None:
    """Make the database one of a later program."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (noise, "is damaged"),
        (newer, "written by a newer version"),
    ],
)
def test_a_database_that_cannot_be_used_stops_at_once(
    quizapp: Quizapp, folder: Path, data_folder: Path, spoil: Callable[[Path], None], words: str
) -> None:
    """The message says what to do, and the file is left as it is."""
    quizapp("take", folder)
    file = data_folder / "quizapp.db"
    spoil(file)
    before = file.read_bytes()

    done = quizapp("take", folder)

    assert done.status == 2
    assert words in done.err
    assert file.read_bytes() == before


def test_a_disk_that_fails_in_the_middle_keeps_every_answer_that_was_called_saved(
    quizapp: Quizapp, folder: Path, data_folder: Path
) -> None:
    """The message says what happened, and the quiz goes on once the disk is mended."""
    quizapp("take", folder, "--test")
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "take", str(folder)],
        input="\n" + "1\nb\n" * 40,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("quizapp: Nothing was saved: the disk ")
    assert f"take {folder}" in done.stdout
    with closing(sqlite3.connect(data_folder / "quizapp.db")) as connection:
        kept = connection.execute("SELECT count(*) FROM entry WHERE kind = 'answer'").fetchone()
    assert kept[0] == done.stdout.count("Saved.\n") > 0


def test_settings_that_cannot_be_used_are_mentioned(
    quizapp: Quizapp, folder: Path, data_folder: Path
) -> None:
    """The quiz goes on with the usual values."""
    data_folder.mkdir()
    (data_folder / "settings.json").write_text("{")

    done = quizapp("take", folder)

    assert done.status == 0
    assert "could not be read" in done.err


def test_a_person_reads_the_article_a_screenful_at_a_time(folder: Path) -> None:
    """Nothing scrolls away unread; q goes on to the questions."""
    ours, theirs = pty.openpty()
    small = os.environ | {"LINES": "10", "COLUMNS": "60"}
    os.write(ours, b"\nq\nn\n1\n3\n\nq\n")
    command = [sys.executable, "-m", "quizapp", "take", str(folder)]

    subprocess.run(command, stdin=theirs, stdout=theirs, env=small, check=True)

    shown = os.read(ours, 100_000).decode()
    os.close(theirs)
    os.close(ours)
    assert shown.count("Press Enter for more") == 2
    assert "[p6s1]" not in shown
    assert shown.count("Press Enter to go on.") == 1


def test_the_way_back_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    """The line works from the same place in which the quiz was begun."""
    assert program(str(tmp_path / "__main__.py")) in ("quizapp", "python -m quizapp")
    assert program("bin/quizapp") in ("quizapp", "bin/quizapp")


def test_a_closed_article_is_not_printed(quizapp: Quizapp, folder: Path) -> None:
    """A pilot shows what can be answered without reading, and so nothing to read."""
    done = quizapp("take", folder, "--closed", typed="a\n1\nh\ny\n")

    before = done.out.partition("Hand in?")[0]
    assert "The night ferry to Holm" not in before
    assert "The article stays closed" in before
    assert "Without the article you got" in " ".join(done.out.split())


def test_the_same_seed_asks_the_same(quizapp: Quizapp, folder: Path) -> None:
    """Everybody in a class can be given the same draw."""
    asked = [quizapp("take", folder, "--new", "--count", "4", "--seed", "9").out for _n in range(2)]

    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("words", "why"), [(["--time", "0"], "minutes from 1"), (["--seed", "x"], "whole number")]
)
def test_limits_that_make_no_sense_are_refused(
    quizapp: Quizapp, folder: Path, words: list[str], why: str
) -> None:
    """A slip is named before anything begins."""
    done = quizapp("take", folder, *words)

    assert done.status == 2
    assert why in done.err


def test_the_time_left_is_said_with_each_question(quizapp: Quizapp, folder: Path) -> None:
    """Where there is a limit."""
    assert "20:00 left" in quizapp("take", folder, "--test", "--time", "20").out
