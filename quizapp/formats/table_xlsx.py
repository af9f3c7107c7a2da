"""A table as a workbook, for whoever would rather not import CSV."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Sheet: TypeAlias = Any  # openpyxl has no types
LONGEST = 31  # characters of a sheet's name, as Excel has it
_WIDE, _NARROW = 28, 12
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WHEN = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file knows


def workbook(title: str, rows: Iterable[Sequence[str | int | float | None]]) -> bytes:
    """A workbook of one sheet, whose first row is its heading and stays in sight.

    Words are words, also those that a spreadsheet would take for a formula; numbers are numbers.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = " ".join(title.translate(_FORBIDDEN).split())[:LONGEST].strip("'") or "1"
    words_in(sheet, rows)
    for x in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(x)].width = _WIDE if x == 1 else _NARROW
    sheet.freeze_panes = "B2"
    target = io.BytesIO()
    book.save(target)
    return steady(target.getvalue())


def words_in(sheet: Sheet, rows: Iterable[Sequence[str | int | float | None]]) -> None:
    """Put rows into a sheet, the first in bold; no cell becomes a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font

    bold = Font(bold=True)
    for y, row in enumerate(rows, start=1):
        for x, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(y, x)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
            else:
                cell.value = value
            if y == 1:
                cell.font = bold


def steady(data: bytes) -> bytes:
    """The workbook without the time at which it was written: the same content, the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "docProps/core.xml":
                part = _WHEN.sub(b"1980-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(info.filename, _ALWAYS)
            made.writestr(entry, part, compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()
