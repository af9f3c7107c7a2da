"""The pages of all progress: the sentence, the pictures with their tables, what was handed in."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from quizapp.drawing.dates import full_day
from quizapp.drawing.document import pdf
from quizapp.drawing.fonts import ready
from quizapp.drawing.parts import (
    by_reader,
    course_rows,
    matrix_rows,
    reading_rows,
    skill_rows,
    sure_rows,
    title_rows,
)
from quizapp.drawing.print_look import TEXT2, style
from quizapp.drawing.setting import Row, Rows, before, heading, table, words
from quizapp.i18n import _
from quizapp.quiz import Verdict
from quizapp.report import Progress
from quizapp.report.progress_text import Line, counted_line


def progress_pdf(progress: Progress, history: Sequence[Line], reader: str, now: datetime) -> bytes:
    """The progress as a PDF; ``history`` are the attempts, newest first."""
    app = ready()
    made = pdf(
        _("Progress"),
        _("Progress, {day}").format(day=full_day(now)),
        tuple(_rows(progress, history, reader, now)),
    )
    del app
    return made


def _rows(progress: Progress, history: Sequence[Line], reader: str, now: datetime) -> Iterator[Row]:
    facts = by_reader(reader, full_day(now))
    yield from title_rows(_("Progress"), _("How you read"), facts)
    yield from words(progress.sentence, style("said"), above=18.0)
    yield from words(progress.rests_on, style("body", TEXT2), above=4.0)
    yield from words(counted_line(progress), style("small", TEXT2), above=4.0)
    if isinstance(progress.judged, Verdict):
        yield from reading_rows(progress.judged)
    for which in (0, 1) if progress.points else ():
        yield from course_rows(progress.points, which)
    if progress.pooled.n:
        yield from matrix_rows(progress.pooled.matrix, _("balanced banks only"))
    if progress.sure:
        yield from sure_rows(progress.fits)
    if progress.claims is not None:
        title = _("Sure in five levels") if progress.sure else ""
        yield from sure_rows(progress.five, progress.claims, title)
    yield from skill_rows(progress.skills)
    yield from _history(history)


def _history(history: Sequence[Line]) -> Rows:
    """The attempts as a table, which may go over pages."""
    if not history:
        return ()
    head = (_("Quiz"), _("Handed in"), _("Right"), _("Items"))
    lines = ((one.title, full_day(one.at), str(one.right), str(one.items)) for one in history)
    first, *rest = table((head, *lines))
    loose = (Row(row.height, row.paint, row.above) for row in rest)
    return before((*heading(_("What you handed in")), first), tuple(loose))
