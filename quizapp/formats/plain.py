"""Text of other programs as plain text: decoded, and without its markup."""

import html
import re

from quizapp.errors import FileError, Problem
from quizapp.formats.base import Note

MOST_BYTES = 20_000_000
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|h[1-6]|tr|ul|ol|table|blockquote|pre)>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BEYOND = re.compile(rb"[\xa5\xa8\xaa\xaf\xb2-\xb4\xb8\xba\xbf-\xff]{3,}")
_HIGH = bytes((0xA5, 0xA8, 0xAA, 0xAF, 0xB2, 0xB3, 0xB4, 0xB8, 0xBA, *range(0xBF, 0x100)))
_SPACES = re.compile(r"[ \t\f\v\u00a0]+")


def decoded(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    r"""The text of a file with ``\n`` between its lines, and what is to be said of its encoding.

    Raises:
        FileError: it is larger than 20 MB, empty, or holds binary data.
    """
    if len(data) > MOST_BYTES:
        raise _refused(name, "too-large", "The file is larger than 20 MB.")
    notes: tuple[Note, ...] = ()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            page = "1251" if _cyrillic(data) else "1252"
            text = data.decode(f"cp{page}", "replace")
            what = "The file is not UTF-8; it was read as Windows-{page}. Look at accented letters."
            notes = (Note(1, 1, "changed", "encoding", what.format(page=page)),)
    if _BINARY.search(text):
        raise _refused(name, "not-text", "The file holds binary data, not text.")
    if not text.strip():
        raise _refused(name, "empty", "There is nothing in the file.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _cyrillic(data: bytes) -> bool:
    """Whether most letters beyond ASCII stand in words of such letters, as in Windows-1251.

    In the languages of Windows-1252 they stand between letters of ASCII.
    """
    sample = data[:200_000]
    inside = sum(len(word) for word in _BEYOND.findall(sample))
    beyond = len(sample) - len(sample.translate(None, _HIGH))
    return beyond > 0 and inside > beyond * 0.7


def _refused(name: str, code: str, what: str) -> FileError:
    remedy = "Check that this is the file you mean."
    return FileError(name, [Problem(1, 1, code, what, remedy, file=name)])


def unmarked(text: str) -> str:
    """HTML as plain text: paragraphs and list items on lines, a picture as its alternative text.

    Text without tags is given back as it is, but for its entities.
    """
    if "<" not in text:
        return html.unescape(text) if "&" in text and _ENTITY.search(text) else text
    if not _TAG.search(text):
        return text
    import nh3  # only where there is markup

    lined = _IMAGE.sub(_alternative, _ITEM.sub("\n• ", _BREAK.sub("\n", text)))
    bare = html.unescape(nh3.clean(lined, tags=set(), clean_content_tags={"script", "style"}))
    lines = (_SPACES.sub(" ", line).strip() for line in bare.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _alternative(image: re.Match[str]) -> str:
    found = _ALT.search(image[0])
    words = (found[1] or found[2] or "").strip() if found else ""
    return f"[{html.escape(words)}]" if words else ""


def is_marked(text: str) -> bool:
    """Whether a text has HTML tags in it."""
    return "<" in text and _TAG.search(text) is not None


def shortened(text: str, most: int = 80) -> str:
    """The first words of a text on one line, for a name."""
    line = " ".join(text.split())
    if line == text:
        line = text  # the same words are kept once
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
