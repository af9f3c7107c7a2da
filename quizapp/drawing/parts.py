"""Parts that several documents have: the figures of a reader, each with the table behind it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from quizapp.drawing.calibration import Columns, calibration_height, paint_calibration
from quizapp.drawing.course import course_height, course_of, paint_course
from quizapp.drawing.dates import full_day
from quizapp.drawing.ink import Ink
from quizapp.drawing.matrix import Matrix, matrix_height, paint_matrix
from quizapp.drawing.print_look import TEXT2, grid, ink, style
from quizapp.drawing.setting import Rows, beside, heading, picture, table, together, words
from quizapp.drawing.strip import paint_strip, strip_height
from quizapp.i18n import _
from quizapp.quiz import BandFit, Verdict
from quizapp.quiz.calibration import Calibration
from quizapp.report import (
    Point,
    SkillLine,
    Strip,
    claims_sentence,
    claims_table,
    level_title,
    reading_table,
    share_right,
    skill_table,
    strips,
    sure_sentence,
    sure_table,
)
from quizapp.report.matrix import ORDER, matrix_table
from quizapp.report.over_time import course_table
from quizapp.settings import Settings

HALF, GAP = 300.0, 330.0


def title_rows(kind: str, title: str, facts: str) -> Rows:
    """The top of a document: what it is, its title, and a line of facts."""
    return (
        *words(kind, style("small", TEXT2)),
        *words(title, style("title"), above=2.0),
        *words(facts, style("small", TEXT2), above=6.0),
    )


def by_reader(reader: str, facts: str) -> str:
    """The facts after the reader's name, where they gave one."""
    if reader == Settings().reader:
        return facts[:1].upper() + facts[1:]
    return _("{reader}, {facts}").format(reader=reader, facts=facts)


def matrix_rows(counts: Mapping[tuple[str, str], int], note: str) -> Rows:
    """How claims stand, and the counts as a table."""
    look, shown = grid(), Matrix(counts, ORDER)
    drawn = picture(matrix_height(look, ORDER), lambda p, r: paint_matrix(p, r, look, shown), 560.0)
    return together(heading(_("How claims stand"), note), drawn, table(matrix_table(counts)))


def sure_rows(fits: Sequence[BandFit], claims: Calibration | None = None, title: str = "") -> Rows:
    """Sure, and right: the picture beside its table, and what it shows in words.

    Where five levels were asked, ``claims`` is what the chances that they claim came to.
    """
    pen = ink()
    columns = Columns(fits, [level_title(f) for f in fits], [share_right(f) for f in fits])
    drawn = picture(
        calibration_height(pen), lambda p, r: paint_calibration(p, r, pen, columns), HALF
    )
    figures = table(sure_table(fits), HALF)
    told = words(sure_sentence(fits), style("small", TEXT2), above=8.0)
    head = heading(title or _("Sure, and right"), _("95 % intervals"))
    rows = together(head, beside(drawn, figures, GAP), told)
    if claims is None:
        return rows
    said = words(claims_sentence(claims), style("small", TEXT2), above=8.0)
    return (*rows, *together(said, table(claims_table(claims))))


def reading_rows(verdict: Verdict) -> Rows:
    """Telling apart, and leaning, beside their table."""
    pen = ink()
    drawn = tuple(row for strip in strips(verdict) for row in _strip(strip, pen))
    head = heading(_("Telling apart, and leaning"), _("with intervals"))
    return together(head, beside(drawn, table(reading_table(verdict), HALF, above=0.0), GAP))


def _strip(strip: Strip, pen: Ink) -> Rows:
    return picture(strip_height(pen), lambda p, r: paint_strip(p, r, pen, strip), HALF)


def course_rows(points: Sequence[Point], which: int) -> Rows:
    """One of the two figures over time, beside its table."""
    title = (_("Telling apart over time"), _("Leaning over time"))[which]
    note = (_("d′, 92 % intervals"), _("points, 99 % intervals"))[which]
    shown = [strips(point.judged)[which] for point in points]
    days = [full_day(point.at) for point in points]
    made, pen = course_of(shown, days, which), ink()

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_course(painter, rect, pen, made)

    drawn = picture(course_height(pen), paint, HALF)
    figures = table(course_table(points, shown, days), HALF, above=0.0)
    return together(heading(title, note), beside(drawn, figures, GAP))


def skill_rows(skills: Sequence[SkillLine]) -> Rows:
    """The skills as a table."""
    if not skills:
        return ()
    return together(heading(_("By skill"), _("right of asked")), table(skill_table(skills)))
