"""Statistics of a class: of a spreadsheet’s marks, or of what was handed in at a bank.

numpy is imported when statistics are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import disk
from quizapp.app import class_answers, scoring, taking_part
from quizapp.app.class_answers import ClassAnswers, key_of, options_of
from quizapp.app.taking_part import Group
from quizapp.bank import Bank
from quizapp.errors import FileError, Problem, QuizappError
from quizapp.formats.score_table import read
from quizapp.i18n import N_, _
from quizapp.store import Connection, Store, banks, vectors

if TYPE_CHECKING:
    from quizapp.analysis.fit import Estimator, Fit, Model
    from quizapp.analysis.groups import OptionStatistics
    from quizapp.analysis.scores import Floats, Scores
    from quizapp.report.class_statistics import ClassStatistics
    from quizapp.store.vectors import Packed

WIDE = 30  # readers, below which a picture says more than decimals

_CANNOT = {
    "items": N_("A model needs two items that some readers, and not all, got right."),
    "fractional": N_("CML takes answers that are right or wrong: 0 or the highest mark. Use MML."),
    "model": N_("CML is there for Rasch alone; for other models use MML."),
    "outside": N_("A model takes marks from 0 to the highest; some are below 0."),
}


@dataclass(frozen=True, slots=True)
class BankStatistics:
    """The statistics of one bank’s class, and what its readers chose."""

    figures: "ClassStatistics"
    answers: ClassAnswers


def of_file(
    path: Path, model: "Model | None" = None, estimator: "Estimator" = "mml"
) -> "ClassStatistics":
    """The statistics of the marks in a CSV file, with a model if one is named.

    Raises:
        FileError: there is no such file, or its cells are no marks.
        QuizappError: the model cannot be fitted to them.
    """
    from quizapp.analysis.classical import item_statistics, whole_test
    from quizapp.analysis.scores import scores
    from quizapp.report.class_statistics import ClassStatistics

    table = read(_bytes(path), str(path))
    marks = [[float("nan") if m is None else m for m in row] for row in table.marks]
    of = scores(marks, maxima=table.maxima, items=table.items, readers=table.readers)
    fitted = _fitted(of, model, estimator) if model else None
    return ClassStatistics(
        title=path.stem,
        test=whole_test(of),
        items=item_statistics(of),
        fit=fitted,
        notes=_noted(of, fitted),
    )


def of_bank(
    store: Store,
    bank: Bank,
    model: "Model | None" = None,
    estimator: "Estimator" = "mml",
    *,
    first: bool = True,
    class_id: str = "",
) -> BankStatistics:
    """The statistics of what was handed in at a bank, whichever version of it was read.

    ``bank`` is the version whose items are told of. ``first`` counts of each person only the first
    attempt with the article open, ``class_id`` only what came back from that class.

    Raises:
        QuizappError: the model cannot be fitted.
    """
    from quizapp.analysis.classical import item_statistics, whole_test
    from quizapp.analysis.scores import joined
    from quizapp.report.class_statistics import ClassStatistics

    scoring.renew(store, bank.id)
    with store.read() as connection:
        open_, pilots = _packed(connection, bank.id, class_id, first=first)
        attempts = [id_ for part in open_ for id_ in part.attempts]
        answers = class_answers.read(connection, bank, attempts)
    of = _scores(bank, open_)
    units = joined(of, _units(bank, of.items))
    fitted = _fitted(units, model, estimator) if model else None
    more = ("claims",) if first else ("claims", "all_attempts")
    figures = ClassStatistics(
        title=bank.title,
        test=whole_test(of, units),
        items=item_statistics(of),
        distractors=_distractors(bank, of, answers),
        passage_dependence=_passage_dependence(bank, of, pilots),
        fit=fitted,
        notes=_noted(of, fitted, *more),
    )
    return BankStatistics(figures, answers)


def _packed(
    connection: Connection, bank_id: str, class_id: str, *, first: bool
) -> "tuple[tuple[Packed, ...], tuple[Packed, ...]]":
    """The vectors of attempts with the article open, and with it closed."""
    person = taking_part.person(connection, bank_id) if first else None
    exams = taking_part.exams_of(connection, bank_id, class_id) if class_id else None
    wanted = partial(vectors.packed, connection, bank_id, first=first, exams=exams, person=person)
    return wanted(), wanted(closed=True)


def of_group(store: Store, group: Group) -> BankStatistics:
    """The statistics of those who handed in at a bank, by the newest version that is kept."""
    with store.read() as connection:
        bank = banks.load(connection, banks.newest(connection, group.bank_id))
    return of_bank(store, bank, class_id=group.class_id)


def export(figures: "ClassStatistics", path: Path) -> None:
    """Write the items’ figures as CSV; a spreadsheet runs nothing of it.

    Raises:
        QuizappError: the file cannot be written.
    """
    from quizapp.report.class_statistics import sheet

    try:
        disk.replace(path, sheet(figures).encode("utf-8-sig"))
    except OSError as error:
        text = _("The file {path} could not be written ({reason}). Choose another place.")
        raise QuizappError(text.format(path=path, reason=error.strerror)) from error


def _scores(bank: Bank, parts: "Sequence[Packed]") -> "Scores":
    """The marks of everybody on the items of ``bank`` that anybody was presented with."""
    from quizapp.analysis.scores import presented, scores

    layout = scoring.scored(bank)
    marks = _aligned(parts, layout)
    kept = presented(marks) or list(range(len(layout)))
    items = [bank.item[layout[k]] for k in kept]
    weights = [float(item.weight) for item in items]
    marks = marks if len(kept) == len(layout) else marks[:, kept]
    return scores(
        marks if set(weights) == {1.0} else marks * weights,
        maxima=weights,
        items=[item.id for item in items],
        readers=[reader for part in parts for reader in part.readers],
        guesses=[item.guess() for item in items],
    )


def _aligned(parts: "Sequence[Packed]", layout: tuple[str, ...]) -> "Floats":
    from quizapp.analysis.scores import aligned, unpacked

    return aligned([(part.items, unpacked(part.data, len(part.items))) for part in parts], layout)


def _units(bank: Bank, items: Sequence[str]) -> list[tuple[str, list[int]]]:
    """What is independent: the items of one claim together, all others alone."""
    units: dict[str, list[int]] = {}
    for k, id_ in enumerate(items):
        claims = bank.asks(bank.item[id_])
        name = claims[0] if len(claims) == 1 else f"{id_} "
        units.setdefault(name, []).append(k)
    return [(name.strip(), places) for name, places in units.items()]


def _distractors(
    bank: Bank, of: "Scores", answers: ClassAnswers
) -> "dict[str, tuple[OptionStatistics, ...]]":
    from quizapp.analysis.groups import answered
    from quizapp.analysis.scores import totals

    total = totals(of)
    return {
        id_: answered(of, total, k, answers.given[id_], options, frozenset(key_of(bank.item[id_])))
        for k, id_ in enumerate(of.items)
        if (options := options_of(bank.item[id_]))
    }


def _passage_dependence(
    bank: Bank, of: "Scores", pilots: "Sequence[Packed]"
) -> dict[str, float | None]:
    """Facility with the article minus facility without it, where somebody answered without."""
    from quizapp.analysis.scores import means

    if not pilots:
        return {}
    layout = scoring.scored(bank)
    without = dict(zip(layout, means(_aligned(pilots, layout)), strict=True))
    found: dict[str, float | None] = {}
    for id_, mean, top in zip(of.items, means(of.marks), of.maxima, strict=True):
        closed = without[id_]
        known = mean is not None and closed is not None and top > 0
        found[id_] = mean / float(top) - closed if known else None  # type: ignore[operator]
    return found


def _fitted(of: "Scores", model: "Model", estimator: "Estimator") -> "Fit":
    """The fitted model; a ``QuizappError`` says why there is none."""
    from quizapp.analysis.models import FitError, fit

    try:
        return fit(of, model, estimator)
    except FitError as error:
        raise QuizappError(_(_CANNOT[error.code])) from error


def _noted(of: "Scores", fitted: "Fit | None", *more: str) -> tuple[str, ...]:
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
