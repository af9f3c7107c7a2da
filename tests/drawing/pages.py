"""Reading pages back, as a person with a search box would."""

import io
import re

from pypdf import PdfReader


def texts(data: bytes) -> list[str]:
    """The text of each page on one line, with single spaces."""
    reader = PdfReader(io.BytesIO(data))
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]


def fonts(data: bytes) -> set[str]:
    """The fonts that are used, without the letters that mark a part of one."""
    reader = PdfReader(io.BytesIO(data))
    found = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # as Qt writes it
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"].get_object()
            found.add(str(font.get_object()["/BaseFont"]).strip("/").split("+")[-1])
    return found
