"""Which version of QTI the beginning of a file is of."""

import re
import zlib
from collections.abc import Callable, Iterator

_MARKS = {
    "1": (b"<questestinterop", b"qtiasiv1p2", b"qti_xmlv1p2", b"qti_xmlv1p1", b"x-bb-qti"),
    "2": (b"<assessmentitem", b"<assessmenttest", b"<assessmentsection", b"qti_v2p", b"xmlv2p"),
    "3": (b"<qti-assessment", b"qtiasi_v3p0", b"xmlv3p0"),
}
_PREFIXED = re.compile(rb"<[\w.-]+:(?=assessment|qti-assessment|questestinterop)")
_ZIP = b"PK\x03\x04"
_HEADER = 30  # bytes of a zip's local file header before the name
_MOST_READ, _MOST_TRIED = 65_536, 20


def sure(version: str) -> Callable[[bytes, str], float]:
    """How surely a file is of this version of QTI, by its beginning and then by its name."""

    def recognise(head: bytes, name: str) -> float:
        if head[:4] != _ZIP:
            return _marked(_plain(head), version)
        for text in _texts(head):
            if any(_marked(text, other) for other in _MARKS):
                return _marked(text, version)
        if name.lower().endswith(".imscc"):
            return 0.8 if version == "1" else 0.3
        likely = b"imsmanifest.xml" in head
        return {"1": 0.4, "2": 0.5, "3": 0.3}[version] if likely else 0.0

    return recognise


def _plain(head: bytes) -> bytes:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    return _PREFIXED.sub(b"<", head)


def _marked(text: bytes, version: str) -> float:
    small = text.lower()
    return 0.95 if any(mark in small for mark in _MARKS[version]) else 0.0


def _texts(head: bytes) -> Iterator[bytes]:
    """The XML files in the beginning of a zip, the manifest first, as far as they lie in it."""
    found: dict[bytes, int] = {}
    at = head.find(_ZIP)
    while at >= 0 and len(found) < _MOST_TRIED:
        length = int.from_bytes(head[at + 26 : at + 28], "little")
        name = head[at + _HEADER : at + _HEADER + length].lower()
        if name.endswith((b".xml", b".qti", b".dat")):
            found.setdefault(name, at)
        at = head.find(_ZIP, at + 4)
    for name in sorted(found, key=lambda name: not name.endswith(b"imsmanifest.xml")):
        yield _plain(_entry(head, found[name]))


def _entry(head: bytes, at: int) -> bytes:
    """What an entry of a zip unpacks to, as far as it lies in ``head``."""
    names = int.from_bytes(head[at + 26 : at + 28], "little")
    extra = int.from_bytes(head[at + 28 : at + 30], "little")
    body = head[at + _HEADER + names + extra :]
    if head[at + 8 : at + 10] == b"\0\0":
        return body[:_MOST_READ]
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, _MOST_READ)
    except zlib.error:
        return b""
