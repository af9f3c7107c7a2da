"""Zip files of unknown origin: looked at before anything is unpacked, and read in memory only.

Nothing is ever written, so no name can lead out of a folder; names that would are refused all the
same, for whoever made them meant harm. The caps hold for the bytes really read.
"""

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import normpath
from zipfile import BadZipFile, ZipFile, ZipInfo

from quizapp.errors import FileError, Problem

MOST_ENTRIES = 5_000
MOST_IN_ALL = 100_000_000
MOST_EACH = 20_000_000
MOST_RATIO = 100
SMALL = 1_000_000  # what unpacks to less than this does no harm at any ratio
_STEP = 1 << 16
try:
    from lzma import LZMAError
except ImportError:  # the packed program leaves it out; zipfile then refuses with RuntimeError
    _LZMA: tuple[type[Exception], ...] = ()
else:
    _LZMA = (LZMAError,)

# What zipfile raises where a directory or a part is not as it should be.
_DAMAGE: tuple[type[Exception], ...] = (
    BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, OverflowError,
    struct.error, zlib.error, *_LZMA,
)  # fmt: skip


def is_zip(data: bytes) -> bool:
    """Whether these bytes begin like a zip file."""
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


@dataclass
class Archive:
    """A zip file that was looked at. ``names`` are the files in it, in their order."""

    file: str
    zip: ZipFile
    infos: dict[str, ZipInfo]
    spent: int = 0
    _found: dict[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in it."""
        return tuple(self.infos)

    def __iter__(self) -> Iterator[str]:
        return iter(self.infos)

    def find(self, name: str) -> str:
        """The file that an address means, whatever its capitals; empty where there is none."""
        if not self._found:
            self._found = {known.casefold(): known for known in reversed(self.infos)}
        plain = normpath(name).lstrip("/")
        return plain if plain in self.infos else self._found.get(plain.casefold(), "")

    def read(self, name: str) -> bytes:
        """The bytes of one file.

        Raises:
            FileError: it is damaged or locked, or is larger than any that is read.
        """
        info, pieces, size = self.infos[name], [], 0
        try:
            with self.zip.open(info) as stream:
                while piece := stream.read(_STEP):
                    size += len(piece)
                    self._weigh(info, size)
                    pieces.append(piece)
        except _DAMAGE as e:
            raise _refused(self.file, "zip-damaged", f"“{name}” cannot be read: {e}.") from e
        self.spent += 0 if name in self._seen else size
        self._seen.add(name)
        return b"".join(pieces)

    def _weigh(self, info: ZipInfo, size: int) -> None:
        most = max(SMALL, info.compress_size * MOST_RATIO)
        if size > min(most, MOST_EACH) or self.spent + size > MOST_IN_ALL:
            what = f"“{info.filename}” unpacks to more than a question file has."
            raise _refused(self.file, "zip-bomb", what)


def opened(data: bytes, name: str) -> Archive:
    """A zip file, with every name in it looked at.

    Raises:
        FileError: it is no zip file, has too many files, or one whose name leads elsewhere.
    """
    try:
        found = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise _refused(name, "not-zip", f"This is no whole zip file: {error}.") from error
    listed = found.infolist()
    if len(listed) > MOST_ENTRIES:
        raise _refused(name, "zip-entries", f"It holds more than {MOST_ENTRIES:,} files.")
    infos: dict[str, ZipInfo] = {}
    for info in listed:
        if why := _unfit(info, infos):
            raise _refused(name, "zip-name", f"It has a file named “{info.filename[:80]}”, {why}.")
        if not info.is_dir():
            infos[info.filename] = info
    return Archive(name, found, infos)


def _unfit(info: ZipInfo, known: dict[str, ZipInfo]) -> str:
    """What is wrong with the name of an entry; empty where nothing is."""
    name = info.orig_filename
    if name.startswith("/") or ".." in name.split("/") or "\\" in name or name[1:2] == ":":
        return "which leads out of its folder"
    if "\0" in name:
        return "which has a character that no name has"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "which is a link"
    return "twice" if info.filename in known else ""


def _refused(name: str, code: str, what: str) -> FileError:
    remedy = "Make it anew with the program that it comes from."
    return FileError(name, [Problem(0, 0, code, what, remedy, file=name)])
