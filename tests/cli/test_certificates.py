"""`quizapp gradebook CLASS --certificates`."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Quizapp
from tests.cli.test_classes import exam
from tests.cli.test_exam import PHRASE, codes, key, take
from tests.drawing.pages import texts

__all__ = ["exam", "key"]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def marked(quizapp: Quizapp, exam: Path, key: Path) -> None:
    """A class of three, of which two handed in and know one question of many."""
    for code in codes(exam)[:2]:
        take(quizapp, exam, code)
    assert quizapp("collect", exam, "--key", key, typed=PHRASE).status == 0


@pytest.mark.usefixtures("marked")
def test_who_reaches_the_share_gets_a_page_and_the_others_are_counted(
    quizapp: Quizapp, tmp_path: Path
) -> None:
    """With the numbers that the screen shows; the usual share is 60 %."""
    usual = quizapp("gradebook", "9b", "--certificates", tmp_path / "usual")
    assert usual.status == 0
    assert "0 certificates in" in usual.out
    assert "2 attempts did not reach 60 % and get none." in usual.out

    done = quizapp("gradebook", "9b", "--certificates", tmp_path / "all", "--share", "0")

    assert "2 certificates in" in done.out
    assert "did not reach" not in done.out
    names = sorted(file.name for file in (tmp_path / "all").iterdir())
    assert names == ["Ada - The ferry that stayed.pdf", "_1_1 - The ferry that stayed.pdf"]
    (page,) = texts((tmp_path / "all" / names[0]).read_bytes())
    earned, possible = done.out.splitlines()[1].split()[1:3]
    assert f"{earned} of {possible} points" in page


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("share", ["most", "-5", "101", "nan"])
def test_what_is_no_share_is_refused(quizapp: Quizapp, tmp_path: Path, share: str) -> None:
    """Nothing is written then."""
    done = quizapp("gradebook", "9b", "--certificates", tmp_path / "c", f"--share={share}")

    assert (done.status, "from 0 to 100" in done.err) == (2, True)
    assert not (tmp_path / "c").exists()


def test_letters_that_no_font_has_are_named(quizapp: Quizapp, key: Path, tmp_path: Path) -> None:
    """The others get theirs, and the exit status says that one is missing."""
    names = tmp_path / "class.txt"
    names.write_text("Ada\nB\U000f1234\n", "utf-8")
    quizapp("classes", "--new", "9c", "--names", names)
    bank = shutil.copytree(Path("tests/data/ferry").absolute(), tmp_path / "ferry")
    out = tmp_path / "exam"
    words = ("pack", bank, "--key", key, "--class", "9c", "--to", out)
    assert quizapp(*words, typed=PHRASE).status == 0
    for code in codes(out):
        take(quizapp, out, code)
    quizapp("collect", out, "--key", key, typed=PHRASE)

    done = quizapp("gradebook", "9c", "--certificates", tmp_path / "c", "--share", "0")

    assert done.status == 1
    assert "1 certificate in" in done.out
    assert "no font on this computer has “\U000f1234”" in done.err
