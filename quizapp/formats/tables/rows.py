"""The rows of a table, from CSV or a workbook; what a spreadsheet did to a cell is said."""

import csv
import datetime
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from zipfile import BadZipFile

from quizapp.errors import FileError, Problem
from quizapp.formats.archive import is_zip, opened
from quizapp.formats.base import Note
from quizapp.formats.plain import decoded
from quizapp.formats.table_xlsx import Sheet

MOST_ROWS, MOST_CELLS = 100_000, 200
_SEP = re.compile(r"sep=([,;\t|])\s*\n", re.IGNORECASE)
_HELD = re.compile(r"'+[=+\-@\t\r]")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DATE = re.compile(r"\d{1,2}-[A-Z][a-z]{2}(-\d{2,4})?|[A-Z][a-z]{2}-\d{2}")
_CALCULATED = re.compile(rb"<(?:\w+:)?f[\s>]")
_DAMAGE = (  # what openpyxl makes of a damaged part
    ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, OverflowError,
    RecursionError, EOFError, OSError, SyntaxError, zlib.error, BadZipFile,
)  # fmt: skip
_BROKEN = re.compile(r"#(NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|####*)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line that it begins on, and its cells. ``notes``: what was done to them."""

    line: int
    cells: tuple[str, ...]
    notes: tuple[Note, ...] = ()


def rows_of(data: bytes, name: str) -> tuple[tuple[Row, ...], tuple[Note, ...]]:
    """The rows of a table that are not empty, and what is to be said of the file.

    Raises:
        FileError: it is no table, or cannot be read.
    """
    return _workbook(data, name) if is_zip(data) else _csv(data, name)


def _csv(data: bytes, name: str) -> tuple[tuple[Row, ...], tuple[Note, ...]]:
    text, notes = decoded(data, name)
    told = _SEP.match(text)
    body = text[told.end() :] if told else text
    reader = csv.reader(
        io.StringIO(body, newline=""), delimiter=told[1] if told else delimiter(body)
    )
    rows: list[Row] = []
    before = 1 if told else 0
    line = reader.line_num + 1 + before
    try:
        for cells in reader:
            bare = [cell.strip() for cell in cells[:MOST_CELLS]]
            formulas = [cell for cell in bare if cell[:1] == "=" and len(cell) > 1]
            _keep(rows, line, [_shown(cell) for cell in bare], [], formulas)
            line = reader.line_num + 1 + before
    except csv.Error as error:
        raise _refused(name, line, f"The table breaks off: {error}.") from error
    return tuple(rows), notes


def delimiter(text: str) -> str:
    """What parts the cells: the sign that makes the first row wide, and the next ones as wide."""
    best, most = ",", 0.0
    for sign in "\t;,|":
        reader = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=sign)
        try:
            widths = [len(cells) for cells, _n in zip(reader, range(50), strict=False) if cells]
        except csv.Error:
            continue
        first = widths[0] if widths else 1
        score = (first - 1) * sum(width == first for width in widths) / max(len(widths), 1)
        if score > most:
            best, most = sign, score
    return best


def _shown(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if _HELD.match(cell) else cell


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs; ``_shown`` gives it back as it was."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _workbook(data: bytes, name: str) -> tuple[tuple[Row, ...], tuple[Note, ...]]:
    """The first sheet that holds anything."""
    archive = opened(data, name)
    formulas = False
    for part in archive:  # what unpacks to more than a table has is refused before it is read
        held = archive.read(part)
        if _hides(held, part):
            raise _refused(name, 0, "It declares entities, which can hide anything.")
        formulas = formulas or (
            part.startswith("xl/worksheets/") and _CALCULATED.search(held) is not None
        )
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        written = load_workbook(io.BytesIO(data), read_only=True) if formulas else book
        for sheet, source in zip(book.worksheets, written.worksheets, strict=True):
            rows = _sheet(_cells(sheet), _cells(source) if formulas else None)
            if rows:
                return rows, _more(len(book.worksheets))
    except (*_DAMAGE, InvalidFileException) as error:
        raise _refused(name, 0, f"The workbook cannot be read ({error}).") from error
    return (), ()


def _hides(data: bytes, part: str) -> bool:
    """Whether a part of XML has a document type, or an encoding in which one would not be seen."""
    if not part.lower().endswith((".xml", ".rels", ".vml")):
        return False
    return b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _more(sheets: int) -> tuple[Note, ...]:
    if sheets < 2:
        return ()
    return (Note(0, 0, "info", "sheets", "The first sheet with anything in it was read."),)


def _cells(sheet: Sheet) -> Iterator[tuple[object, ...]]:
    sheet.reset_dimensions()
    found: Iterator[tuple[object, ...]] = sheet.iter_rows(max_col=MOST_CELLS, values_only=True)
    return found


def _sheet(
    found: Iterable[tuple[object, ...]], written: Iterable[tuple[object, ...]] | None
) -> tuple[Row, ...]:
    """The rows as their values; ``written`` has the same cells with their formulas, if any."""
    rows: list[Row] = []
    sources = repeat(()) if written is None else iter(written)
    for line, (cells, source) in enumerate(zip(found, sources, strict=False), start=1):
        dates: list[str] = []
        formulas = {n: str(cell) for n, cell in enumerate(source) if str(cell)[:1] == "="}
        told = [_told(cell, dates) for cell in cells]
        unsolved = [formulas[n] for n in formulas if n < len(cells) and cells[n] is None]
        shown = [
            cell or (formulas.get(n, "") if cells[n] is None else "") for n, cell in enumerate(told)
        ]
        _keep(rows, line, shown, dates, unsolved)
        if line >= MOST_ROWS:
            break
    return tuple(rows)


def _told(cell: object, dates: list[str]) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.datetime | datetime.date | datetime.time):
        midnight = isinstance(cell, datetime.datetime) and cell.time() == datetime.time()
        told = (cell.date() if midnight else cell).isoformat()  # type: ignore[union-attr]
        dates.append(told)
        return told
    return str(cell).strip()


def _keep(
    rows: list[Row], line: int, cells: list[str], dates: list[str], formulas: list[str]
) -> None:
    """A row, without the empty cells at its end, where there is anything in it."""
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        return
    notes = []
    dates = dates or [cell for cell in cells if _DATE.fullmatch(cell)]
    if dates:
        what = "“{cell}” may be what a spreadsheet made of an answer: compare it with the original."
        notes.append(Note(line, 0, "info", "date", what.format(cell=dates[0])))
    if broken := next((cell for cell in cells if _BROKEN.fullmatch(cell)), ""):
        what = f"“{broken}” is an error of the spreadsheet, not an answer."
        notes.append(Note(line, 0, "info", "cell-error", what))
    if formulas:
        what = "“{cell}” is a formula without a value, and was kept as words: write what it gives."
        notes.append(Note(line, 0, "changed", "formula", what.format(cell=formulas[0])))
    rows.append(Row(line, tuple(cells), tuple(notes)))


def _refused(name: str, line: int, what: str) -> FileError:
    remedy = "Save it as CSV in UTF-8, or as a workbook (.xlsx), once more."
    return FileError(name, [Problem(line, 0, "table", what, remedy, file=name)])
