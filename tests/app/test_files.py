"""Files that the user asked for."""

from pathlib import Path

import pytest

from quizapp.app.files import write
from quizapp.errors import QuizappError


def test_a_file_is_written_and_replaces_an_older_one(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    path = tmp_path / "result.pdf"

    write(path, b"old")
    write(path, b"new")

    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["result.pdf"]


@pytest.mark.parametrize("name", ["no-such-folder/a.pdf", ".", "a\0b.pdf"])
def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, name: str) -> None:
    """The message says what to do, and no half of a file is left."""
    with pytest.raises(QuizappError, match="Choose another name or folder"):
        write(tmp_path / name, b"data")

    assert list(tmp_path.iterdir()) == []
