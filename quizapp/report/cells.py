"""Tables for other programs: as CSV that a spreadsheet opens and no cell of which it runs."""

import csv
import io
from collections.abc import Iterable

Cell = str | int | float | None
Cells = tuple[tuple[Cell, ...], ...]

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"


def csv_bytes(rows: Iterable[Iterable[Cell]], *, bom: bool = False) -> bytes:
    """The rows as CSV in UTF-8, with a byte order mark where it is asked for.

    Excel reads UTF-8 only with the mark. Numbers are as they are; words that a spreadsheet would
    take for a formula get an apostrophe before them.

    Source: RFC 4180; OWASP, *CSV Injection*.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return ((BOM if bom else "") + text.getvalue()).encode()


def harmless(cell: Cell) -> Cell:
    """The cell, or with an apostrophe before it where a spreadsheet would run it."""
    if isinstance(cell, str) and (cell.startswith(FORMULAS) or cell.lstrip().startswith(FORMULAS)):
        return f"'{cell}"
    return cell
