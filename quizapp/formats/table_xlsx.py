"""A table as a workbook, for whoever would rather not import CSV."""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 31  # characters of a sheet's name, as Excel has it
_WIDE, _NARROW = 28, 12
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook(title: str, rows: "Iterable[Sequence[str | int | float | None]]") -> bytes:
    """A workbook of one sheet, whose first row is its heading and stays in sight.

    Words are words, also those that a spreadsheet would take for a formula; numbers are numbers.
    """
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = " ".join(title.translate(_FORBIDDEN).split())[:LONGEST].strip("'") or "1"
    for y, row in enumerate(rows, start=1):
        for x, value in enumerate(row, start=1):
            cell = sheet.cell(y, x)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
            else:
                cell.value = value
            if y == 1:
                cell.font = Font(bold=True)
    for x in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(x)].width = _WIDE if x == 1 else _NARROW
    sheet.freeze_panes = "B2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
