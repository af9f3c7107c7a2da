"""Which rows stand on which page: what belongs together stays together where a page has room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How high a row is, the space above it, and whether it belongs to the row before it.

    The space is left out at the top of a page.
    """

    height: float
    above: float = 0.0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its page, counted from 0, and its top on that page."""

    page: int
    top: float


def paginate(rows: Sequence[Measure], room: float) -> tuple[Place, ...]:
    """A place for each row, in their order, on pages that are ``room`` high.

    Rows that are joined share a page, unless together they are higher than a page; those are
    broken between rows where the page ends. A row that is itself higher has a page of its own.
    """
    found: list[Place] = []
    page, y = 0, 0.0
    for group in _groups(rows):
        whole = _height(group)
        if y and y + group[0].above + whole > room and whole <= room:
            page, y = page + 1, 0.0
        for row in group:
            top = y + (row.above if y else 0.0)
            if y and top + row.height > room:
                page, top = page + 1, 0.0
            found.append(Place(page, top))
            y = top + row.height
    return tuple(found)


def _groups(rows: Sequence[Measure]) -> Iterator[list[Measure]]:
    group: list[Measure] = []
    for row in rows:
        if group and not row.joined:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _height(group: Sequence[Measure]) -> float:
    """From the top of the first row to the bottom of the last."""
    return sum(row.height for row in group) + sum(row.above for row in group[1:])
