"""A document of a word processor by python-docx: its paragraphs, and what its properties say."""

import io

from quizapp.formats.articles import Intake

_TITLES = ("Title", "Heading 1")


def read(data: bytes) -> Intake:
    """Every paragraph that has words; the first title, or heading, is the title."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(data))
    except PackageNotFoundError as error:
        raise ValueError(str(error)) from error
    title, blocks = "", list[str]()
    for paragraph in document.paragraphs:
        words = " ".join(paragraph.text.split())
        style = paragraph.style.name if paragraph.style is not None else ""
        if words and not title and not blocks and style in _TITLES:
            title = words
        elif words:
            blocks.append(words)
    about = document.core_properties
    cites = " · ".join(filter(None, (about.author or "", about.subject or "")))
    return Intake("\n\n".join(blocks), title or (about.title or ""), cites)
