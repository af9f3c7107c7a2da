"""Pictures beside questions: which files are shown, how large they may be, what is wrong with one.

A bank goes on without a picture that cannot be shown: its words stand for it. So all that is found
here is a warning.
"""

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping

from quizapp.fields import Findings, Path
from quizapp.items import Item

Pictures = tuple[tuple[str, bytes], ...]
MOST_BYTES, MOST_IN_ALL = 1_000_000, 8_000_000
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


def kind_of(data: bytes) -> str:
    """``png`` or ``jpg``, by how the file begins; empty for any other."""
    return next((kind for begin, kind in _BEGINNINGS.items() if data.startswith(begin)), "")


def is_beside(file: str) -> bool:
    """Whether the name leads to a file in the bank's own folder, and nowhere else."""
    return file == file.replace("\\", "/").rpartition("/")[2] and file not in ("", ".", "..")


def fetched(
    items: Iterable[Item], fetch: Callable[[str], bytes], findings: Findings | None = None
) -> Pictures:
    """The pictures that the items name, by name, each once; ``fetch`` may raise ``OSError``."""
    findings = findings or Findings()
    found: dict[str, bytes] = {}
    looked: set[str] = set()
    for n, item in enumerate(items):
        if item.picture is None or item.picture.file in looked:
            continue
        file, path = item.picture.file, ("items", n, "picture", "file")
        looked.add(file)
        data = _fetched(file, fetch, path, findings)
        if data and sum(map(len, found.values())) + len(data) > MOST_IN_ALL:
            what = f"The bank’s pictures have more than {MOST_IN_ALL // 10**6} MB in all."
            _warn(findings, path, "picture-size", what, "Make some smaller, or leave some out.")
        elif data:
            found[file] = data
    return tuple(sorted(found.items()))


def _fetched(
    file: str, fetch: Callable[[str], bytes], path: Path, findings: Findings
) -> bytes | None:
    if not is_beside(file):
        what = f"“{file}” is not in the bank's folder."
        _warn(findings, path, "no-picture", what, "Put the picture beside the bank.")
        return None
    try:
        data = fetch(file)
    except OSError as error:
        what = f"The picture “{file}” cannot be read ({error.strerror or error})."
        _warn(findings, path, "no-picture", what, "Put the file beside the bank.")
        return None
    if not kind_of(data):
        what = f"“{file}” is neither PNG nor JPEG, and is not shown."
        _warn(findings, path, "picture-format", what, "Save the picture as PNG or JPEG.")
        return None
    if len(data) > MOST_BYTES:
        what = f"The picture “{file}” has {len(data) / 1e6:.1f} MB, and is not shown."
        remedy = f"Make it smaller; a picture has at most {MOST_BYTES // 10**6} MB."
        _warn(findings, path, "picture-size", what, remedy)
        return None
    return data


def _warn(findings: Findings, path: Path, code: str, what: str, remedy: str) -> None:
    findings.add(path, code, what, remedy, "warning")


def to_text(pictures: Pictures) -> dict[str, str]:
    """Pictures as strings, for JSON."""
    return {file: base64.b64encode(data).decode() for file, data in pictures}


def from_text(given: Mapping[str, str]) -> Pictures:
    """The inverse of ``to_text``; ``ValueError`` for what is none."""
    try:
        if not all(map(is_beside, given)):
            raise ValueError("a picture lies elsewhere")
        found = {file: base64.b64decode(text, validate=True) for file, text in given.items()}
    except binascii.Error as error:
        raise ValueError("a picture is damaged") from error
    return tuple(sorted(found.items()))
