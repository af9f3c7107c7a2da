"""The standing matrix in words: as a table, and in sentences."""

from collections.abc import Mapping, Sequence

from quizapp.claims import TITLES, Standing
from quizapp.i18n import _
from quizapp.report.figures import Table

Counts = Mapping[tuple[str, str], int]
ORDER: tuple[str, ...] = tuple(standing.value for standing in Standing)


def matrix_table(counts: Counts, order: Sequence[str] = ORDER) -> Table:
    """The counts as a table, with its heading row first and the sum of each row last."""
    head = (_("In the article"), *(_word(s) for s in order), _("All"))
    rows = (
        (_word(row), *(str(n) for n in found), str(sum(found)))
        for row in order
        if (found := [counts.get((row, column), 0) for column in order])
    )
    return (head, *rows)


def matrix_spoken(counts: Counts, order: Sequence[str] = ORDER) -> str:
    """The counts in sentences, for screen readers."""
    parts = []
    for row in order:
        answered = [
            _("{n} answered {standing}").format(n=n, standing=_word(column))
            for column in order
            if (n := counts.get((row, column), 0))
        ]
        if answered:
            parts.append(f"{_word(row)}: {', '.join(answered)}.")
    return " ".join(parts)


def _word(standing: str) -> str:
    return _(TITLES[Standing(standing)])
