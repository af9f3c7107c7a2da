"""Statistics of a class: of a spreadsheet’s marks. numpy is imported when they are asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import FileError, Problem, QuizappError
from quizapp.formats.score_table import read
from quizapp.i18n import N_, _

if TYPE_CHECKING:
    from quizapp.analysis.fit import Estimator, Fit, Model
    from quizapp.analysis.scores import Scores
    from quizapp.report.class_statistics import ClassStatistics

WIDE = 30  # readers, below which a picture says more than decimals

_CANNOT = {
    "items": N_("A model needs two items that some readers, and not all, got right."),
    "fractional": N_("CML takes answers that are right or wrong: 0 or the highest mark. Use MML."),
    "model": N_("CML is there for Rasch alone; for other models use MML."),
    "outside": N_("A model takes marks from 0 to the highest; some are below 0."),
}


def of_file(
    path: Path, model: "Model | None" = None, estimator: "Estimator" = "mml"
) -> "ClassStatistics":
    """The statistics of the marks in a CSV file, with a model if one is named.

    Raises:
        FileError: there is no such file, or its cells are no marks.
        QuizappError: the model cannot be fitted to them.
    """
    from quizapp.analysis.classical import item_statistics, test_statistics
    from quizapp.analysis.scores import scores
    from quizapp.report.class_statistics import ClassStatistics

    table = read(_bytes(path), str(path))
    marks = [[float("nan") if m is None else m for m in row] for row in table.marks]
    of = scores(marks, maxima=table.maxima, items=table.items, readers=table.readers)
    fitted = fit_or_say(of, model, estimator) if model else None
    return ClassStatistics(
        title=path.stem,
        test=test_statistics(of),
        items=item_statistics(of),
        fit=fitted,
        notes=noted(of, fitted),
    )


def fit_or_say(of: "Scores", model: "Model", estimator: "Estimator") -> "Fit":
    """The fitted model; a ``QuizappError`` says why there is none."""
    from quizapp.analysis.models import FitError, fit

    try:
        return fit(of, model, estimator)
    except FitError as error:
        raise QuizappError(_(_CANNOT[error.code])) from error


def noted(of: "Scores", fitted: "Fit | None", *more: str) -> tuple[str, ...]:
    """The codes of what is to be said beside the figures."""
    from quizapp.report.class_statistics import FEWEST

    notes = ["too_few"] if of.n < FEWEST else ["wide"] if of.n < WIDE else []
    if not of.whole:
        notes.append("missing")
    notes.extend(more)
    if fitted is not None:
        notes.extend(fitted.notes)
        if not fitted.converged:
            notes.append("not_converged")
    return tuple(notes)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = _("The file cannot be read: {why}.").format(why=error.strerror)
        remedy = _("Check the name, and whether you may read it.")
        problem = Problem(0, 0, "no-file", what, remedy, file=str(path))
        raise FileError(str(path), [problem]) from error
