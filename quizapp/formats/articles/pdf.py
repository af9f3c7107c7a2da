"""The text of a PDF by pypdf: no layout, only the words in the order in which they are drawn."""

import io

from quizapp.formats.articles import Intake

MOST_PAGES = 200


class UnreadableError(Exception):
    """The file is damaged, locked by a password, or longer than an article."""


def read(data: bytes) -> Intake:
    """The words of every page, with the lines as they were broken there.

    Raises:
        UnreadableError: it is damaged, locked, or has more than 200 pages.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("password")
        if len(reader.pages) > MOST_PAGES:
            raise UnreadableError(f"{len(reader.pages)} pages")
        pages = [page.extract_text().strip() for page in reader.pages]
        about = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(str(error) or type(error).__name__) from error
    title = (about.title if about else "") or ""
    author = (about.author if about else "") or ""
    return Intake("\n".join(filter(None, pages)), title, author, broken=True)
