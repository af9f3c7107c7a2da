"""Files that are written whole or not at all."""

from pathlib import Path

import pytest

from quizapp.disk import replace


def test_a_file_takes_the_place_of_the_old_one_and_leaves_nothing_beside(tmp_path: Path) -> None:
    """A user finds one file, with what was written last."""
    path = tmp_path / "bank.nt"
    replace(path, b"old")
    replace(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_leaves_the_old_one_whole(tmp_path: Path) -> None:
    """A full disk costs the change, not the file."""
    path = tmp_path / "bank.nt"
    replace(path, b"old")
    (tmp_path / ".bank.nt.new").mkdir()

    with pytest.raises(OSError, match="directory"):
        replace(path, b"new")

    assert path.read_bytes() == b"old"
