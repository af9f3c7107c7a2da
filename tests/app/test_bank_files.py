"""Banks on the disk, good and bad."""

import gc
import os
import shutil
from pathlib import Path

import pytest

from quizapp.app.bank_files import examine_path, find, is_unreadable, open_bank, shipped
from quizapp.errors import FileError
from tests.examples import FERRY, ferry
from tests.taking import edited


def copied(tmp_path: Path, text: str | bytes | None = None) -> Path:
    """A copy of the example in a folder of its own, with another bank.nt if one is given."""
    folder = tmp_path / "ferry"
    shutil.copytree(FERRY, folder)
    if text is not None:
        (folder / "bank.nt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def complaint(path: Path) -> FileError:
    """What opening the bank says."""
    with pytest.raises(FileError) as caught:
        open_bank(path)
    return caught.value


def test_a_bank_opens_by_its_folder_and_by_its_file() -> None:
    """Either name that a person would type works."""
    assert open_bank(FERRY) == open_bank(FERRY / "bank.nt") == ferry()


def test_the_shipped_banks_are_sound() -> None:
    """What comes with the program can be taken."""
    assert [open_bank(folder).id for folder in shipped()] == [folder.name for folder in shipped()]
    assert "battery-on-request" in [folder.name for folder in shipped()]


def test_a_shipped_bank_is_found_by_its_name(tmp_path: Path) -> None:
    """Whoever has only the packed program need not know where its files lie."""
    assert find("battery-on-request") == shipped()[0]
    assert find(str(tmp_path)) == tmp_path
    assert find("nothing-like-it") == Path("nothing-like-it")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda _path: None, "no-file"),
        (lambda path: path.mkdir(), "no-bank"),
        (lambda path: (path / "bank.nt").mkdir(parents=True), "no-bank"),
        (os.mkfifo, "no-file"),
    ],
)
def test_where_there_is_no_bank_this_is_said(tmp_path: Path, make: object, code: str) -> None:
    """A wrong path is told from a bank with mistakes in it."""
    path = tmp_path / "bank"
    make(path)  # type: ignore[operator]

    error = complaint(path)

    assert [problem.code for problem in error.problems] == [code]
    assert is_unreadable(error)
    assert error.problems[0].remedy


@pytest.mark.parametrize("name", ["x" * 5_000, "nul\0byte"])
def test_a_name_that_no_file_can_have_is_said(name: str) -> None:
    """Nonsense for a path is a message, not a crash."""
    with pytest.raises(FileError) as caught:
        examine_path(Path(name))

    assert is_unreadable(caught.value)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("no nestedtext here", "not-nestedtext", "name: value"),
        (b"title: \xff\xfe", "not-utf-8", "Save it again as UTF-8"),
        (b"title: \0\0\0", "not-text", "binary data"),
        ("", "missing-field", "Add "),
        (edited("id: life\n", "id: slow\n"), "duplicate-id", "Give one"),
        (edited("the line has sold the ship\n", "the line sold\n"), "span-missing", "Copy them"),
        (edited("evidence: did not sail this week", "evidence: the"), "span-twice", "before:"),
        (edited("licence: CC", "license: CC"), "unknown-field", "Did you mean “licence”?"),
        (edited("kind: scope", "kind: scoop"), "unknown-kind", "Did you mean “scope”?"),
    ],
)
def test_a_bad_bank_is_told_where_and_what_to_do(
    tmp_path: Path, content: str | bytes, code: str, words: str
) -> None:
    """The author mends the file without reading a manual."""
    error = complaint(copied(tmp_path, content))

    found = [problem for problem in error.problems if problem.code == code]
    assert found, error
    assert found[0].line > 0
    assert words in f"{found[0].what} {found[0].remedy}"
    assert not is_unreadable(error)


def test_an_article_that_is_missing_is_named(tmp_path: Path) -> None:
    """The author learns which file to put where."""
    folder = copied(tmp_path)
    (folder / "article.txt").unlink()

    problems = complaint(folder).problems

    assert [problem.code for problem in problems] == ["no-article"]
    assert "“article.txt”" in problems[0].what


@pytest.mark.parametrize("noise", [b"\xf0\x9f\x92\xa9", b"- \n", b"x", b"\0\1\2\3"])
def test_fifty_megabytes_of_noise_are_refused_quickly(tmp_path: Path, noise: bytes) -> None:
    """A wrong file dropped on the program does not fill the memory or the evening."""
    folder = copied(tmp_path, noise * (50_000_000 // len(noise)))

    problems = complaint(folder).problems

    assert [problem.code for problem in problems] == ["too-large"]


@pytest.mark.parametrize("collecting", [True, False])
def test_reading_leaves_the_collector_of_garbage_as_it_was(
    tmp_path: Path, collecting: bool
) -> None:
    """Opening a broken bank, or a sound one, does not make a long session grow."""
    was = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        open_bank(FERRY)
        complaint(copied(tmp_path, "no bank"))

        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()
