"""All progress as a table: a row for each attempt, and one for each item seen first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizapp.quiz import Sat, score
from quizapp.report.answers import COLUMNS, answers, attempt_cells
from quizapp.report.cells import Cell, Cells

SHARED = ("attempt", "reader", "bank", "title", "started", "submitted")
COUNTS = ("items", "right", "earned", "possible")
HEAD = ("row", *SHARED, *COUNTS, *COLUMNS)
ATTEMPT, FIRST_SIGHT = "attempt", "first_sight"


def progress_cells(taken: Sequence[Sat], sights: Iterable[Sat]) -> Cells:
    """The table, the names of its columns first.

    Args:
        taken: the finished attempts, in the order wanted, with the banks that mark them.
        sights: what counts of them, as ``first_sights`` gives it.
    """
    by_id = {attempt.id: (bank, attempt) for bank, attempt in sights}
    return (HEAD, *(_cells(row) for one in taken for row in _rows(one, by_id)))


def _rows(one: Sat, sights: Mapping[str, Sat]) -> Iterator[dict[str, Cell]]:
    """The row of an attempt, and below it those of the items that it showed first."""
    bank, attempt = one
    scored = score(bank, attempt)
    shared = dict(attempt_cells(bank, attempt))
    yield shared | {
        "row": ATTEMPT,
        "items": len(scored.marks),
        "right": scored.right,
        "earned": round(scored.earned, 6),
        "possible": scored.possible,
    }
    if attempt.id in sights:
        for line in answers(*sights[attempt.id]):
            yield shared | dict(zip(COLUMNS, line.cells(), strict=True)) | {"row": FIRST_SIGHT}


def _cells(row: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return tuple(row.get(name, "") for name in HEAD)
