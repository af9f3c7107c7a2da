"""Marks of a class in a spreadsheet’s text: a row for each reader, a column for each item.

The delimiter is a comma, a semicolon or a tab; the encoding UTF-8 or UTF-16, with or without its
mark, else Windows-1252. A number may have a decimal comma where commas do not delimit, or within
quotation marks. A blank cell is an item that was left blank, and earns 0. ``NA`` (also ``N/A``,
``.`` or ``-``) is an item that was not presented, and counts nowhere.

The first row names the items where it is not all numbers; the first column names the readers where
it is headed as such or is not all numbers. Where marks are not credits from 0 to 1, the first row
below the names is called ``max`` and holds the most that each item gives.
"""

import codecs
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.errors import FileError, Problem
from quizapp.i18n import _

MISSING = ("na", "n/a", ".", "-", "−", "–")
READER_HEADS = frozenset(
    {"", "id", "code", "name", "email", "reader", "student", "person", "pupil", "participant",
     "respondent", "user", "username", "candidate"}
)  # fmt: skip
MOST_PROBLEMS = 20
_SEP = re.compile(r"sep=([,;\t])\s*\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Marks by reader and item; ``None`` where an item was not presented."""

    items: tuple[str, ...]
    readers: tuple[str, ...]
    maxima: tuple[float, ...]
    marks: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: tuple[str, ...]


def read(data: bytes, name: str) -> ScoreTable:
    """The marks that a file holds.

    Raises:
        FileError: it holds none, or some of its cells are no marks; all of them are named.
    """
    rows = _rows(_decoded(data), name)
    width = len(rows[0].cells)
    ragged = [row for row in rows if len(row.cells) != width]
    if ragged:
        raise FileError(name, [_ragged(name, row, width) for row in ragged[:MOST_PROBLEMS]])
    heads = _heads(rows)
    body = rows[1:] if heads else rows
    named = _names_readers(heads, body)
    start = 1 if named else 0
    top = [row for row in body[:1] if named and row.cells[0].casefold() == "max"]
    body = body[len(top) :]
    if width - start < 1 or not body:
        raise FileError(name, [_nothing(name)])
    items = heads[start:] if heads else tuple(str(k + 1) for k in range(width - start))
    maxima, marks = _numbers(name, top, body, start)
    return ScoreTable(
        items=_distinct(items),
        readers=tuple(row.cells[0] if named else str(k + 1) for k, row in enumerate(body)),
        maxima=maxima,
        marks=marks,
    )


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _rows(text: str, name: str) -> list[_Row]:
    told = _SEP.match(text)  # a first line that Excel reads, and does not show
    delimiter = told[1] if told else _delimiter(text)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    if told:
        next(reader)
    rows = []
    try:
        for cells in reader:
            stripped = tuple(cell.strip() for cell in cells)
            if any(stripped):
                rows.append(_Row(reader.line_num, stripped))
    except csv.Error as error:
        what = _("The table cannot be read: {why}.").format(why=error)
        remedy = _("Save it as CSV again.")
        raise FileError(name, [_problem(name, reader.line_num, 0, what, "csv", remedy)]) from error
    if not rows:
        raise FileError(name, [_nothing(name)])
    return _even(rows)


def _even(rows: list[_Row]) -> list[_Row]:
    """The rows without columns at the end that are empty in all of them."""
    filled = max(max((k + 1 for k, cell in enumerate(r.cells) if cell), default=0) for r in rows)
    return [_Row(row.line, row.cells[: max(filled, 1)]) for row in rows]


def _delimiter(text: str) -> str:
    """The one that is in each of the first lines; a tab or a semicolon before a comma."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    counted = {mark: [line.count(mark) for line in lines] for mark in "\t;,"}
    for mark in "\t;,":
        if min(counted[mark], default=0) > 0:
            return mark
    return max(",;\t", key=lambda mark: sum(counted[mark]))


def _heads(rows: Sequence[_Row]) -> tuple[str, ...]:
    """The names of the columns; empty where the first row is marks already."""
    first = rows[0].cells
    if first[0].casefold() == "max":
        return ()
    told = [cell for cell in first[1:] or first if cell]
    if any(_number(cell) is None and cell.casefold() not in MISSING for cell in told):
        return first
    return first if _counts_up(first) or _counts_up(first[1:]) else ()


def _counts_up(cells: Sequence[str]) -> bool:
    """Whether the cells are 1, 2, 3, … further than credits go: names of items, not marks."""
    numbers = [_number(cell) for cell in cells]
    return len(numbers) > 1 and numbers == [float(k + 1) for k in range(len(numbers))]


def _names_readers(heads: tuple[str, ...], body: Sequence[_Row]) -> bool:
    if heads:
        letters = "".join(letter for letter in heads[0].casefold() if letter.isalpha())
        if {letters, letters.removesuffix("id")} & READER_HEADS:
            return True
    cells = [row.cells[0] for row in body]
    return any(_number(c) is None and c and c.casefold() not in MISSING for c in cells)


def _numbers(
    name: str, top: list[_Row], body: Sequence[_Row], start: int
) -> tuple[tuple[float, ...], tuple[tuple[float | None, ...], ...]]:
    problems: list[Problem] = []
    width = len(body[0].cells) - start
    maxima = tuple(_most(name, top[0], start + k, problems) if top else 1.0 for k in range(width))
    marks = tuple(
        tuple(_mark(name, row, start + k, maxima[k], bool(top), problems) for k in range(width))
        for row in body
    )
    if problems:
        raise FileError(name, problems[:MOST_PROBLEMS])
    return maxima, marks


def _most(name: str, row: _Row, column: int, problems: list[Problem]) -> float:
    value = _number(row.cells[column])
    if value is None or value < 0:
        what = _("“{cell}” is no highest mark.").format(cell=row.cells[column])
        remedy = _("Give a number that is 0 or more for each item in the row “max”.")
        problems.append(_problem(name, row.line, column + 1, what, "csv-max", remedy))
        return 0.0
    return value


def _mark(
    name: str, row: _Row, column: int, most: float, told: bool, problems: list[Problem]
) -> float | None:
    cell = row.cells[column]
    if not cell:
        return 0.0
    if cell.casefold() in MISSING:
        return None
    value = _number(cell)
    if value is None:
        what = _("“{cell}” is no mark.").format(cell=cell)
        remedy = _("Give a number; leave the cell blank for no answer; NA for “not presented”.")
        problems.append(_problem(name, row.line, column + 1, what, "csv-mark", remedy))
    elif value > most or (value < 0 and not told):
        what = _("{cell} does not lie between 0 and {most:g}.").format(cell=cell, most=most)
        remedy = _("Where marks are not credits from 0 to 1, put a row “max” before the readers.")
        problems.append(_problem(name, row.line, column + 1, what, "csv-range", remedy))
    return value


def _number(cell: str) -> float | None:
    plain = cell.replace("−", "-")
    if "," in plain and "." not in plain:
        plain = plain.replace(",", ".")
    if not plain or plain[-1] not in "0123456789." or "_" in plain:
        return None
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


def _distinct(items: Sequence[str]) -> tuple[str, ...]:
    """The names; a column without one gets its number, and one that was there before a mark."""
    found: list[str] = []
    for k, name in enumerate(items):
        base = name or str(k + 1)
        told, n = base, 2
        while told in found:
            told, n = f"{base} ({n})", n + 1
        found.append(told)
    return tuple(found)


def _ragged(name: str, row: _Row, width: int) -> Problem:
    what = _("This row has {found} cells, the first has {width}.")
    what = what.format(found=len(row.cells), width=width)
    remedy = _("Give every row a cell for each item; leave it blank where there is no answer.")
    return _problem(name, row.line, 0, what, "csv-width", remedy)


def _nothing(name: str) -> Problem:
    what = _("There are no marks in this file.")
    remedy = _("Give a row for each reader and a column for each item, with commas between them.")
    return _problem(name, 0, 0, what, "csv-empty", remedy)


def _problem(name: str, line: int, column: int, what: str, code: str, remedy: str) -> Problem:
    return Problem(line, column, code, what, remedy, file=name)
