"""Zip files whose directory lies about where their parts are."""

import io
import zipfile

import pytest

from quizapp.errors import FileError
from quizapp.formats.archive import opened


def packed() -> bytearray:
    """A zip file with one small part."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("a.xml", "<a/>")
    return bytearray(target.getvalue())


def moved(data: bytearray, at: int, by: int) -> bytes:
    """The file with a number of four bytes changed."""
    data[at : at + 4] = (int.from_bytes(data[at : at + 4], "little") + by).to_bytes(4, "little")
    return bytes(data)


def test_a_whole_file_is_read() -> None:
    """What the others are compared with."""
    assert opened(bytes(packed()), "x").read("a.xml") == b"<a/>"


@pytest.mark.parametrize("where", ["before the file", "behind its end"])
def test_a_part_that_is_not_where_it_should_be_is_a_file_error(where: str) -> None:
    """As in files that were cut or joined; nothing else is raised, whichever way it points."""
    data = packed()
    entry = data.index(b"PK\x01\x02")
    if where == "before the file":
        broken = moved(data, len(data) - 22 + 16, 158)
    else:
        broken = moved(data, entry + 42, len(data) - 10)

    with pytest.raises(FileError) as refused:
        opened(broken, "x").read("a.xml")

    assert [problem.code for problem in refused.value.problems] == ["zip-damaged"]
