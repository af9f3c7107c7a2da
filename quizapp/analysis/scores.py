"""The marks of a class as one array: a row for each reader, a column for each item."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]
BLOCK = 8192  # readers at a time, so that a large class needs no second copy of itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Marks of readers on items.

    ``marks`` has the shape (readers, items). NaN means that the item was not presented; an item
    that was seen and left blank has 0. ``maxima`` are the most that each item can give; where one
    is 0 its shares are undefined. ``guesses`` are the expected shares of blind answers, in
    ``[0, 1]``, NaN where they are not known.
    """

    marks: Floats
    maxima: Floats
    items: tuple[str, ...]
    readers: tuple[str, ...]
    guesses: Floats

    @property
    def n(self) -> int:
        """How many readers."""
        return int(self.marks.shape[0])

    @property
    def whole(self) -> bool:
        """Whether every reader was presented with every item."""
        return not bool(np.isnan(self.marks).any())


def scores(
    marks: Sequence[Sequence[float]] | Floats,
    *,
    maxima: Sequence[float] | None = None,
    items: Sequence[str] = (),
    readers: Sequence[str] = (),
    guesses: Sequence[float] | None = None,
) -> Scores:
    """The array of a class from rows of numbers; maxima are 1, and names are numbers, if not given.

    Raises:
        ValueError: the rows are not of one length, or there are not as many names as rows or
            columns.
    """
    array = np.asarray(marks, dtype=np.float64)
    if array.ndim != 2 or array.shape[1] == 0:
        raise ValueError("marks are rows of one length, with a column for each item")
    n, p = array.shape
    items = tuple(items) or tuple(str(k + 1) for k in range(p))
    readers = tuple(readers) or tuple(str(k + 1) for k in range(n))
    if len(items) != p or len(readers) != n:
        raise ValueError(f"{len(readers)} readers and {len(items)} items name {n} × {p} marks")
    return Scores(
        marks=array,
        maxima=np.ones(p) if maxima is None else np.asarray(maxima, dtype=np.float64),
        items=items,
        readers=readers,
        guesses=np.full(p, np.nan) if guesses is None else np.asarray(guesses, dtype=np.float64),
    )


@dataclass(frozen=True, slots=True)
class Totals:
    """What each reader earned.

    ``whole`` is on the whole test: where items were not presented, the share earned of those that
    were, times the maximum of the test, and NaN for a reader who was presented with none.
    """

    of: Scores
    whole: Floats
    earned: Floats
    possible: Floats

    def without(self, item: int) -> Floats:
        """What each reader earned without one item, in marks of the test without it (T − x).

        NaN for readers who were not presented with the item, or with nothing else.
        """
        mark, top = self.of.marks[:, item], float(self.of.maxima[item])
        scale = float(self.of.maxima.sum()) - top
        rest = divided(self.earned - mark, self.possible - top)
        return np.where(self.possible == self.of.maxima.sum(), self.earned - mark, rest * scale)


def totals(of: Scores) -> Totals:
    """The totals of all readers."""
    seen = ~np.isnan(of.marks)
    earned = np.where(seen, of.marks, 0.0).sum(axis=1)
    top = float(of.maxima.sum())
    possible = np.where(seen.all(axis=1), top, seen @ of.maxima)
    whole = np.where(possible == top, earned, divided(earned, possible) * top)
    return Totals(of, np.where(seen.any(axis=1), whole, np.nan), earned, possible)


def divided(above: Floats, below: Floats) -> Floats:
    """``above / below``, NaN where ``below`` is 0."""
    fine = below != 0
    return np.where(fine, above / np.where(fine, below, 1.0), np.nan)


def covariance(of: Scores) -> Floats:
    """The covariances of all pairs of items, with n − 1; those of two on readers who saw both.

    NaN where fewer than two readers saw both. The marks are centred in blocks of readers before
    they are multiplied, so that large marks lose no digits.
    """
    marks = of.marks
    if of.whole:
        return _covariance_of_whole(marks)
    seen = (~np.isnan(marks)).astype(np.float64)
    zeroed = np.where(seen > 0, marks, 0.0)
    count = seen.sum(axis=0)
    centred = (zeroed - zeroed.sum(axis=0) / np.maximum(count, 1)) * seen
    n = seen.T @ seen
    sums = centred.T @ seen
    products = centred.T @ centred - sums * sums.T / np.maximum(n, 1)
    return divided(products, np.where(n > 1, n - 1, 0.0))


def _covariance_of_whole(marks: Floats) -> Floats:
    n, p = marks.shape
    if n < 2:
        return np.full((p, p), np.nan)
    means = marks.mean(axis=0)
    products = np.zeros((p, p))
    for start in range(0, n, BLOCK):
        block = marks[start : start + BLOCK] - means
        products += block.T @ block
    return np.asarray(products / (n - 1), dtype=np.float64)


def unpacked(data: bytes | bytearray, p: int) -> Floats:
    """Rows of ``p`` little-endian doubles as an array; no copy where the machine has such."""
    return np.frombuffer(data, dtype="<f8").reshape(-1, p).astype(np.float64, copy=False)


def aligned(parts: Sequence[tuple[tuple[str, ...], Floats]], items: Sequence[str]) -> Floats:
    """Rows of several layouts below each other, in columns ``items``; NaN where one has none."""
    wanted = tuple(items)
    if len(parts) == 1 and parts[0][0] == wanted:
        return parts[0][1]
    rows = []
    for layout, marks in parts:
        place = {id_: k for k, id_ in enumerate(layout)}
        here = np.full((len(marks), len(wanted)), np.nan)
        for k, id_ in enumerate(wanted):
            if id_ in place:
                here[:, k] = marks[:, place[id_]]
        rows.append(here)
    return np.vstack(rows) if rows else np.zeros((0, len(wanted)))


def presented(marks: Floats) -> list[int]:
    """The columns that at least one reader was presented with."""
    return [int(k) for k in np.flatnonzero((~np.isnan(marks)).any(axis=0))]


def means(marks: Floats) -> list[float | None]:
    """The mean of each column, over those who were presented with it."""
    seen = ~np.isnan(marks)
    count = seen.sum(axis=0)
    sums = np.where(seen, marks, 0.0).sum(axis=0)
    return [float(s / n) if n else None for s, n in zip(sums, count, strict=True)]


def joined(of: Scores, groups: Sequence[tuple[str, Sequence[int]]]) -> Scores:
    """Units of items that belong together: for each reader the mean share of those presented.

    ``groups`` has the name of each unit, and the columns of its items.
    """
    shares = of.marks / np.where(of.maxima > 0, of.maxima, np.nan)
    columns = []
    for _name, places in groups:
        part = shares[:, list(places)]
        seen = ~np.isnan(part)
        columns.append(divided(np.where(seen, part, 0.0).sum(axis=1), seen.sum(axis=1) * 1.0))
    return scores(
        np.column_stack(columns), items=[name for name, _places in groups], readers=of.readers
    )
