"""The gradebook as a table: what the screen shows, and what a file has."""

from quizapp.classroom.book import Gradebook
from quizapp.i18n import _
from quizapp.report.cells import Cell, Cells


def gradebook_cells(book: Gradebook) -> Cells:
    """A row for each student under the names of the columns.

    An exam has two columns, what was earned and what could be; the last column is the weighted
    share of all of them in per cent, to a hundredth. A cell is empty where nothing was handed in.
    """
    head: list[Cell] = [_("name")]
    for exam in book.exams:
        head += [_("{title}: earned").format(title=exam.heading), _("possible")]
    rows = [(*head, _("total, %"))]
    for line in book.lines:
        row: list[Cell] = [line.student.label]
        for n in range(len(book.exams)):
            cell = book.cell(line, n)
            row += [round(cell.earned, 6), round(cell.possible, 6)] if cell else [None, None]
        total = book.total(line)
        rows.append((*row, None if total is None else round(100 * total, 2)))
    return tuple(rows)
