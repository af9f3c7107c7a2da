"""The program with a pack inside, as an archive and a script that starts it."""

import os
import subprocess
import tarfile
from pathlib import Path

import pytest

from quizapp.app.student_package import Package, make_package, program_folder
from quizapp.errors import QuizappError

PACK = b"a pack"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder such as the packed program’s: what can be started, a library and a link to it."""
    folder = tmp_path / "dist"
    (folder / "_internal").mkdir(parents=True)
    (folder / "quizapp").write_text('#!/bin/sh\nprintf "%s|" "$@"\ncat "$(dirname "$0")/link"\n')
    (folder / "quizapp").chmod(0o700)
    (folder / "_internal" / "library").write_text("the library")
    (folder / "link").symlink_to("_internal/library")
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where the package is written to."""
    folder = tmp_path / "a stick’s folder"
    folder.mkdir()
    return folder


@pytest.fixture
def package(program: Path, stick: Path) -> Package:
    """A package of it."""
    return make_package(PACK, "ferry", stick / "lesson 'b'.tar.gz", program)


def started(package: Package, home: Path, *words: str) -> str:
    """What comes of the script, run as from a medium that keeps no marks."""
    given = {"HOME": str(home), "PATH": os.environ["PATH"]}
    package.launcher.chmod(0o600)
    done = subprocess.run(
        ["/bin/sh", package.launcher, *words], env=given, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_script_unpacks_the_program_and_opens_the_pack_beside_it(
    package: Package, stick: Path, tmp_path: Path
) -> None:
    """The pack on the stick is opened, so that what is handed in lies on the stick."""
    said = started(package, tmp_path / "home", "take")

    assert said == f"take|{stick / 'ferry.quizpack'}|the library"
    assert (stick / "ferry.quizpack").read_bytes() == PACK


def test_it_is_unpacked_once_and_needs_no_pack_beside_it(
    package: Package, stick: Path, tmp_path: Path
) -> None:
    """A second start is quick; a pack that was lost is the one inside."""
    started(package, tmp_path / "home")
    package.archive.unlink()
    (stick / "ferry.quizpack").unlink()

    said = started(package, tmp_path / "home").split("|")[0]

    assert Path(said).read_bytes() == PACK
    assert Path(said).is_relative_to(tmp_path / "home")


def test_links_and_marks_travel_and_nobody_is_named(package: Package) -> None:
    """What a stick would lose is in the archive, and who made it is not."""
    with tarfile.open(package.archive) as archive:
        found = {entry.name.partition("/")[2]: entry for entry in archive}

    assert found["quizapp/link"].issym()
    assert found["quizapp/quizapp"].mode & 0o111 == 0o111
    assert not any(entry.uname or entry.uid for entry in found.values())


def test_a_package_that_was_stopped_leaves_nothing(program: Path, stick: Path) -> None:
    """Half an archive would be worse than none."""

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_package(PACK, "ferry", stick / "x.tar.gz", program, stop)
    assert list(stick.iterdir()) == []


def test_what_cannot_be_made_is_said(program: Path, stick: Path) -> None:
    """From the source, under another ending, or where there is no place."""
    with pytest.raises(QuizappError, match="make build"):
        program_folder()
    with pytest.raises(QuizappError, match=r"ends in \.tar\.gz"):
        make_package(PACK, "ferry", stick / "x.zip", program)
    with pytest.raises(QuizappError, match="cannot be written"):
        make_package(PACK, "ferry", stick / "none" / "x.tar.gz", program)
