"""A figure over time, in words: as a sentence and as a table."""

from collections.abc import Sequence

from quizapp.i18n import _, n_
from quizapp.report.figures import Table
from quizapp.report.progress import Point
from quizapp.report.reading import Strip


def course_said(shown: Sequence[Strip], days: Sequence[str]) -> str:
    """The first figure and the last with their days, and how many points there are."""
    if len(shown) == 1:
        text = _("{name}: {figures} on {day}. There is one point so far.")
        return text.format(name=shown[0].name, figures=shown[0].figures, day=days[0])
    text = n_(
        "{name}: {first} on {day}, and {last} on {last_day}; {n} point.",
        "{name}: {first} on {day}, and {last} on {last_day}; {n} points.",
        len(shown),
    )
    return text.format(
        name=shown[0].name,
        first=shown[0].figures,
        day=days[0],
        last=shown[-1].figures,
        last_day=days[-1],
        n=len(shown),
    )


def course_table(points: Sequence[Point], shown: Sequence[Strip], days: Sequence[str]) -> Table:
    """Each point as a row, with its heading row first."""
    head = (_("Day"), _("Value, with its interval"), _("Answers"))
    rows = (
        (day, one.figures, str(point.judged.counted.n))
        for point, one, day in zip(points, shown, days, strict=True)
    )
    return (head, *rows)
