"""`quizapp versions` and `quizapp regrade`."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Quizapp
from tests.examples import FERRY

RIGHT_NOW = "n\nn\nn\n1\nh\ny\n"  # the fourth item, “whole”: true, which the key denies


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example bank."""
    return shutil.copytree(FERRY, tmp_path / "ferry")


def edit(folder: Path, old: str, new: str) -> None:
    """Change one place of the bank's file."""
    file = folder / "bank.nt"
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def take(quizapp: Quizapp, folder: Path, reader: str = "me") -> None:
    """Take the quiz and hand it in with one answer."""
    quizapp("take", folder, "--test", "--new", "--reader", reader, typed=RIGHT_NOW)


def test_versions_are_listed_with_what_changed(quizapp: Quizapp, folder: Path) -> None:
    """A teacher sees how a bank came to be as it is."""
    take(quizapp, folder)
    edit(folder, "        key: false", "        key: true")
    assert "not kept as a version yet" in quizapp("versions", folder).out
    take(quizapp, folder)

    done = quizapp("versions", folder)
    told = json.loads(quizapp("versions", folder, "--json").out)

    assert done.status == 0
    assert "14 items  ← in the folder" in done.out
    assert "Question “whole” has the key “True of the article”" in done.out
    assert [(one["n"], one["current"], len(one["changes"])) for one in told] == [
        (1, False, 0), (2, True, 1),
    ]  # fmt: skip


def test_two_versions_are_compared_and_one_is_brought_back(quizapp: Quizapp, folder: Path) -> None:
    """A change that was a mistake is one command away from undone."""
    take(quizapp, folder)
    before = (folder / "bank.nt").read_text("utf-8")
    edit(folder, "weight: 1.5", "weight: 2")
    take(quizapp, folder)
    first, second = (v["version"] for v in json.loads(quizapp("versions", folder, "--json").out))

    compared = quizapp("versions", folder, "--compare", first[:6], second[:6])
    assert "weighs 2; before it weighed 1.5" in compared.out
    assert json.loads(quizapp("versions", folder, "--compare", first, second, "--json").out)
    assert "the same version" in quizapp("versions", folder, "--compare", first, first).out
    assert "in the folder again" in quizapp("versions", folder, "--restore", first[:6]).out
    assert "holds this version already" in quizapp("versions", folder, "--restore", first).out
    assert "weight: 1.5" in (folder / "bank.nt").read_text("utf-8")
    assert "weight: 1.5" in before
    told = json.loads(quizapp("versions", folder, "--restore", second, "--json").out)
    assert told == {"version": second, "new": True}


def test_a_version_that_is_not_there_is_no_crash(quizapp: Quizapp, folder: Path) -> None:
    """A mistyped hash is answered with where to look; a broken bank still has its versions."""
    take(quizapp, folder)
    (folder / "bank.nt").write_text("broken", "utf-8")

    done = quizapp("versions", folder, "--restore", "0000")

    assert (done.status, "“quizapp versions” lists" in done.err) == (2, True)
    assert "14 items" in quizapp("versions", folder).out
    assert quizapp("versions", folder.parent / "gone").status == 2


def test_a_regrade_is_looked_at_first_then_done_and_can_be_undone(
    quizapp: Quizapp, folder: Path
) -> None:
    """Nobody's mark moves before a teacher has seen whose, by how much and why."""
    take(quizapp, folder)
    take(quizapp, folder, "Ada")
    edit(folder, "        key: false", "        key: true")

    looked = quizapp("regrade", folder)

    assert "Ada, 20" in looked.out
    assert ": 0 of 13.5 → 1 of 13.5" in looked.out
    assert "    whole: 0 → 1, the key changed" in looked.out
    assert "2 attempts looked at; 2 with other marks." in looked.out
    assert "Nothing was changed" in looked.out
    assert "1 attempt looked at" in quizapp("regrade", folder, "--reader", "Ada").out
    done = quizapp("regrade", folder, "--apply")
    assert done.out.splitlines()[:-1] == looked.out.splitlines()[:-1]
    assert "Full credit: 1 of 13" in quizapp("results", "--reader", "Ada").out
    assert "0 attempts looked at" in quizapp("regrade", folder).out
    assert "→ 0 of 13.5" in quizapp("regrade", folder, "--to", "own", "--apply").out
    assert "Full credit: 0 of 13" in quizapp("results", "--reader", "Ada").out


def test_a_regrade_says_which_marks_stay_and_which_are_withheld(
    quizapp: Quizapp, folder: Path
) -> None:
    """What a version cannot judge is named beside what it changes; programs get it all."""
    take(quizapp, folder)
    first = json.loads(quizapp("versions", folder, "--json").out)[0]["version"]
    edit(folder, "stem: What exactly did", "stem: What on earth did")
    edit(folder, "    as_of: the week", f"    sha256: {first}\n    as_of: the week")
    text = (folder / "article.txt").read_text("utf-8")
    (folder / "article.txt").write_text(text.replace("could not say", "did not know"), "utf-8")

    out = quizapp("regrade", folder, "--to", folder / "bank.nt").out
    (told,) = json.loads(quizapp("regrade", folder, "--json").out)["attempts"]

    assert "    whole: 0 → not counted, withheld" in out
    assert "    how-far: 0 → 0, it reads differently now, so its mark stays" in out
    assert told["after"]["possible"] == told["before"]["possible"] - 2
    items = {one["item"]: (one["before"], one["after"], one["why"]) for one in told["items"]}
    assert items["how-date"] == (0.0, None, "withheld")
    assert items["how-far"] == (0.0, 0.0, "words")
    assert quizapp("regrade", folder, "--to", first[:8]).out.startswith("0 attempts looked at")


def test_a_save_that_changes_much_is_told_in_part(quizapp: Quizapp, folder: Path) -> None:
    """A hundred new questions do not push the list of saves off the screen."""
    take(quizapp, folder)
    assert quizapp("derive", folder, "--write").status == 0

    out = quizapp("versions", folder).out

    assert "more; --compare" in out
    assert len(out.splitlines()) <= 16
    first, second = out.partition("--compare ")[2].split()[:2]
    assert len(quizapp("versions", folder, "--compare", first, second).out.splitlines()) > 16


def test_where_nothing_is_regraded_nothing_is_promised(quizapp: Quizapp, folder: Path) -> None:
    """“They are marked” would be untrue of no attempt at all."""
    done = quizapp("regrade", folder, "--apply")

    assert (done.status, done.out) == (0, "0 attempts looked at; 0 with other marks.\n")
