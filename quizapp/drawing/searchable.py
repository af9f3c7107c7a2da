"""Pages whose words can be found and copied as they were written.

Qt tells a reader of the file, for each glyph, the first character that has it. For the space that
is the tab, and for the apostrophe a letter; so a search for two words would find nothing.
"""

import io
import re
from typing import Any

MEANT = {b"<0009>": b"<0020>", b"<02BC>": b"<2019>"}
_RANGE = re.compile(rb"^(<[0-9A-Fa-f]{4}> <[0-9A-Fa-f]{4}> )(.*)$", re.MULTILINE)


def searchable(data: bytes) -> bytes:
    """The same pages, with such characters named as they are meant in every font."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    seen: set[int] = set()
    for page in writer.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            table = font.get_object().get("/ToUnicode")
            if table is not None and table.idnum not in seen:
                seen.add(table.idnum)
                stream = table.get_object()
                stream.set_data(named(stream.get_data()))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def named(table: bytes) -> bytes:
    """A font’s table of characters with those that are meant."""
    return _RANGE.sub(lambda found: found[1] + _meant(found[2]), table)


def _meant(characters: bytes) -> bytes:
    for first, meant in MEANT.items():
        characters = characters.replace(first, meant)
    return characters
