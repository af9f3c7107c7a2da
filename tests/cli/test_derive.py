"""`quizapp derive`."""

import json
import shutil
from pathlib import Path

import nestedtext as nt
import pytest

from quizapp.app.bank_files import examine_path, open_bank
from quizapp.bank.derive import TEMPLATES, derive
from tests.cli.conftest import Quizapp
from tests.examples import FERRY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example."""
    return shutil.copytree(FERRY, tmp_path / "ferry")


def test_the_items_come_as_they_stand_in_a_bank(quizapp: Quizapp) -> None:
    """What is printed can be pasted into a file."""
    done = quizapp("derive", FERRY, "--seed", 3)

    listed = nt.loads(done.out, top="list")
    assert (done.status, done.err) == (0, "")
    assert isinstance(listed, list)
    assert [item["id"] for item in listed] == [i.id for i in derive(open_bank(FERRY).map, 3)]
    assert {item["derived"]["seed"] for item in listed} == {"3"}


def test_the_seed_decides(quizapp: Quizapp) -> None:
    """The same seed prints the same, and another one something else."""
    out = [quizapp("derive", "moss-correction", "--seed", seed).out for seed in (1, 1, 2)]

    assert out[0] == out[1] != out[2]


def test_only_the_templates_that_were_named(quizapp: Quizapp) -> None:
    """An author can ask for one sort of question at a time."""
    done = quizapp("derive", FERRY, "--json", "--template", "who-says", "--template", "stands")

    items = json.loads(done.out)["items"]
    assert {item["derived"]["template"] for item in items} == {"who-says", "stands"}


def test_a_template_that_does_not_exist_is_answered_with_those_that_do(quizapp: Quizapp) -> None:
    """Nobody has to look their names up."""
    done = quizapp("derive", FERRY, "--template", "who")

    assert done.status == 2
    assert all(name in done.err for name in TEMPLATES)


def test_two_forms_come_side_by_side(quizapp: Quizapp) -> None:
    """A class gets two tests that share no claim; what has no partner is said."""
    done = quizapp("derive", "moss-correction", "--form", "both", "--json")

    told = json.loads(done.out)
    a, b = ({c for item in told[form] for c in item["claims"]} for form in "ab")
    assert done.status == 0
    assert len(told["a"]) == len(told["b"]) >= 12
    assert not a & b
    assert "in neither form" in done.err


def test_one_form_is_printed_alone(quizapp: Quizapp) -> None:
    """Form B can go to a file of its own."""
    both = json.loads(quizapp("derive", "moss-correction", "--form", "both", "--json").out)

    listed = nt.loads(quizapp("derive", "moss-correction", "--form", "b").out, top="list")

    assert listed == both["b"]


def test_both_forms_are_printed_under_their_names(quizapp: Quizapp) -> None:
    """The lists can be told apart."""
    done = quizapp("derive", "moss-correction", "--form", "both")

    record = nt.loads(done.out, top="dict")
    assert isinstance(record, dict)
    assert list(record) == ["a", "b"]


def lopsided(folder: Path) -> Path:
    """A bank of four opinions; any sentence of the article shows the first of them."""
    lines = ["A good day.", "A bad day.", "A long day.", "A hot day."]
    claims = [
        {
            "id": f"c{n}",
            "text": line,
            "nature": "opinion",
            "attributions": [
                {"source": "us", "stance": "asserts", "who_says": "unclear",
                 "evidence": {"any": lines} if n == 0 else line}
            ],
        }
        for n, line in enumerate(lines)
    ]  # fmt: skip
    bank = {
        "format": "1", "id": "days", "title": "Days", "language": "en", "licence": "CC0-1.0",
        "article": {"file": "article.txt", "title": "Days", "cites": "invented for tests"},
        "sources": [{"id": "us", "name": "we", "kind": "group", "named": "no"}],
        "claims": claims, "items": [{"id": "q", "kind": "standing", "claims": ["c0"]}],
    }  # fmt: skip
    folder.mkdir()
    (folder / "article.txt").write_text(" ".join(lines), "utf-8")
    (folder / "bank.nt").write_text(nt.dumps(bank, indent=4), "utf-8")
    return folder


def test_forms_that_are_not_parallel_fail(quizapp: Quizapp, tmp_path: Path) -> None:
    """A script notices, and a person reads in what they differ."""
    folder = lopsided(tmp_path / "days")

    done = [quizapp("derive", folder, "--form", "both", "--seed", seed) for seed in range(8)]

    assert {one.status for one in done} == {0, 1}
    for one in done:
        assert ("The forms differ by 0." in one.err) is (one.status == 1)


def test_writing_adds_what_is_not_there_yet(quizapp: Quizapp, folder: Path) -> None:
    """The author's own items stay as they are, and a second time adds nothing."""
    before = open_bank(folder)

    first = quizapp("derive", folder, "--write")
    second = quizapp("derive", folder, "--write")

    after = open_bank(folder)
    assert after.items[: len(before.items)] == before.items
    assert after.items[len(before.items) :] == derive(before.map, 1)
    assert first.out == f"{len(after.items) - len(before.items)} items added\n"
    assert second.out == "0 items added\n"


def test_an_item_that_was_edited_is_kept_as_it_is(quizapp: Quizapp, folder: Path) -> None:
    """Hours of rewording are not undone, and the item still knows its claim."""
    quizapp("derive", folder, "--write")
    file = folder / "bank.nt"
    text = file.read_text("utf-8")
    stem = next(line for line in text.splitlines() if "Who says this in the article" in line)
    file.write_text(text.replace(stem, "        stem: My own question on the article."), "utf-8")

    done = quizapp("derive", folder, "--write", "--seed", 2, "--template", "who-says")

    mine = [i for i in open_bank(folder).items if i.stem == "My own question on the article."]
    assert done.out == "0 items added\n"
    assert [len(item.claims) for item in mine] == [1]


def test_a_file_with_comments_is_not_written_over(quizapp: Quizapp, folder: Path) -> None:
    """Notes between the lines would be lost; the author decides."""
    file = folder / "bank.nt"
    file.write_text("# my notes\n" + file.read_text("utf-8"), "utf-8")

    done = quizapp("derive", folder, "--write")

    assert done.status == 2
    assert "comments, which would be lost" in done.err
    assert file.read_text("utf-8").startswith("# my notes\n")


def test_a_file_that_cannot_be_written_is_said(quizapp: Quizapp, folder: Path) -> None:
    """The old file stays whole."""
    (folder / ".bank.nt.new").mkdir()
    before = (folder / "bank.nt").read_bytes()

    done = quizapp("derive", folder, "--write")

    assert done.status == 2
    assert "cannot be saved" in done.err
    assert (folder / "bank.nt").read_bytes() == before


def test_writing_keeps_the_bank_as_it_was_and_as_it_is(quizapp: Quizapp, folder: Path) -> None:
    """Every save that changes content makes a version, so that an author can go back."""
    quizapp("derive", folder, "--write")
    quizapp("derive", folder, "--write")

    versions = json.loads(quizapp("versions", folder, "--json").out)
    assert [version["items"] < 20 for version in versions] == [True, False]


def test_what_was_written_reads_without_an_error(quizapp: Quizapp, folder: Path) -> None:
    """The bank opens, and only advice may be left."""
    quizapp("derive", folder, "--write")

    assert {p.severity for p in examine_path(folder).problems} <= {"warning"}
    assert examine_path(folder).bank is not None


def test_a_bank_with_errors_gives_nothing(quizapp: Quizapp, folder: Path) -> None:
    """First it must be sound; the places of the errors are said."""
    file = folder / "bank.nt"
    file.write_text(file.read_text("utf-8").replace("key: taken", "key: token"), "utf-8")

    done = quizapp("derive", folder)

    assert (done.status, done.out) == (1, "")
    assert f"{file}:" in done.err
