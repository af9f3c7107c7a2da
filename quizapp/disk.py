"""Files that are written whole or not at all."""

import os
from pathlib import Path


def replace(path: Path, data: bytes) -> None:
    """Write beside, wait for the disk, rename: a crash leaves the old file or the new one.

    Raises:
        OSError: the file could not be written; the old one is as it was.
    """
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():  # pragma: no cover  (Windows has no such call)
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
