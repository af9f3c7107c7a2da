"""What the packed program weighs: the folder on the disk, and as tar.xz to hand out."""

import lzma
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure, report

FOLDER = Path(__file__).parent.parent / "dist" / "quizapp"
FOLDER_MB, PACKED_MB = 120.0, 40.0


def weigh(folder: Path) -> float:
    """Megabytes (millions of bytes) of all files; a link weighs nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def compress(folder: Path) -> float:
    """Megabytes of the folder as tar.xz at xz's usual level."""
    with tempfile.NamedTemporaryFile(suffix=".tar.xz") as packed:
        with (
            lzma.open(packed.name, "wb", preset=6) as stream,
            tarfile.open(fileobj=stream, mode="w") as archive,
        ):
            archive.add(folder, arcname=folder.name)
        return Path(packed.name).stat().st_size / 1e6


def figures() -> Iterator[Figure]:
    """Both weights, or one line that says what to do first."""
    if not FOLDER.is_dir():
        yield Figure("package", None, "MB", note="not built: run make build first")
        return
    yield Figure("package: folder", weigh(FOLDER), "MB", FOLDER_MB)
    yield Figure("package: tar.xz", compress(FOLDER), "MB", PACKED_MB)


if __name__ == "__main__":
    raise SystemExit(report(figures()))
