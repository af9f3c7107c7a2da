"""Articles as people have them: plain text, Markdown, web pages, DOCX, the text of a PDF.

A reader is a pure function from bytes to an ``Intake``. Each library is imported when a file of its
kind is read.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from quizapp.errors import FileError, Problem
from quizapp.i18n import _

MOST_BYTES = 30_000_000
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Intake:
    """Text whose paragraphs are parted by an empty line, and what the file says about itself.

    ``broken`` says that lines may end where a page was too narrow and not where a paragraph ends.
    """

    text: str
    title: str = ""
    cites: str = ""
    broken: bool = False


def read_article(data: bytes, name: str) -> Intake:
    """The article in a file, whatever its kind; the content decides, and the name where it cannot.

    Raises:
        FileError: the file holds no text that can be read; the message says why and what to do.
    """
    if len(data) > MOST_BYTES:
        what = _("The file has {n} MB.").format(n=len(data) // 1_000_000)
        raise _error(name, "too-large", what, _("Copy the text of the article and paste it."))
    found = _READERS[kind_of(data, name)](data, name)
    if not found.text.strip():
        raise _error(name, "no-text", _("There is no text in this file."), _no_text(data))
    return found


def kind_of(data: bytes, name: str) -> str:
    """``text``, ``markdown``, ``html``, ``docx`` or ``pdf``."""
    head, suffix = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower(), PurePath(name).suffix.lower()
    if head.startswith(b"%pdf"):
        return "pdf"
    if head.startswith(b"pk\x03\x04"):
        return "docx"
    if re.match(rb"<(?:!doctype html|html|head|body|article|div|p|meta)\b", head):
        return "html"
    return {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}.get(
        suffix, "text"
    )


def _text(data: bytes, name: str) -> Intake:
    if data.count(b"\0") > len(data) // 3 and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        what = _("This is no text file.")
        raise _error(name, "not-text", what, _("Copy the text of the article and paste it."))
    return Intake(decoded(data), broken=True)


def _markdown(data: bytes, _name: str) -> Intake:
    from quizapp.formats.articles.markdown import read

    return read(decoded(data))


def _html(data: bytes, _name: str) -> Intake:
    from quizapp.formats.articles.html import read

    return read(data)


def _docx(data: bytes, name: str) -> Intake:
    from quizapp.formats.articles.docx import read

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            known = "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile as error:
        what = _("The file is damaged.")
        raise _error(name, "damaged", what, _("Save it again, or paste the text.")) from error
    if not known:
        what = _("This is no document of a word processor.")
        raise _error(name, "not-docx", what, _("Save it as DOCX, or paste the text."))
    if size > 10 * MOST_BYTES:
        what = _("The file unpacks to {n} MB.").format(n=size // 1_000_000)
        raise _error(name, "too-large", what, _("Copy the text of the article and paste it."))
    try:
        return read(data)
    except (ValueError, KeyError) as error:
        what = _("The file is damaged ({reason}).").format(reason=error)
        raise _error(name, "damaged", what, _("Save it again, or paste the text.")) from error


def _pdf(data: bytes, name: str) -> Intake:
    from quizapp.formats.articles.pdf import UnreadableError, read

    try:
        return read(data)
    except UnreadableError as error:
        what = _("The PDF cannot be read ({reason}).").format(reason=error)
        raise _error(name, "damaged", what, _("Open it, copy the text and paste it.")) from error


_READERS: dict[str, Callable[[bytes, str], Intake]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
}


def decoded(data: bytes) -> str:
    """Bytes as text: by their mark, as UTF-8, or else as Windows wrote it in the West."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _no_text(data: bytes) -> str:
    if data[:5].lower().startswith(b"%pdf"):
        return _("It may be a picture of a page. Type the article, or find it as text.")
    return _("Check that this is the file you mean.")


def _error(name: str, code: str, what: str, remedy: str) -> FileError:
    return FileError(name, [Problem(0, 0, code, what, remedy, file=name)])
