"""Sure, and right: what is said about each level of confidence, in words and as a table."""

from collections.abc import Sequence

from quizapp.i18n import _, n_
from quizapp.quiz import FLOOR, BandFit, Certainty, Fit, labels
from quizapp.quiz.calibration import Calibration
from quizapp.report.figures import Table, percents


def level_title(fit: BandFit) -> str:
    """A level of confidence in words."""
    return _(labels(fit.of)[fit.level])


def share_right(fit: BandFit) -> str:
    """How many answers of a level were right: 4 of 6."""
    return _("{right} of {n}").format(right=fit.right, n=fit.n)


def fit_title(fit: BandFit) -> str:
    """How the share right of a level compares with what it claims, in a word or two."""
    titles = {
        Fit.FITS: _("fits"),
        Fit.ABOVE: _("above"),
        Fit.BELOW: _("below"),
        Fit.TOO_FEW: _("too few"),
    }
    return titles[fit.fit]


def sure_sentence(fits: Sequence[BandFit]) -> str:
    """What the levels show, a sentence for each; or that no level has enough answers."""
    told = [_told(fit) for fit in fits if fit.fit is not Fit.TOO_FEW]
    short = [fit for fit in fits if fit.fit is Fit.TOO_FEW]
    if not told:
        return _("No level has the {floor} answers that a verdict takes.").format(floor=FLOOR)
    if short:
        words = n_(
            "One level has fewer than {floor} answers, and so no verdict.",
            "{n} levels have fewer than {floor} answers each, and so no verdict.",
            len(short),
        )
        told.append(words.format(n=len(short), floor=FLOOR))
    return " ".join(told)


def _told(fit: BandFit) -> str:
    texts = {
        Fit.FITS: _("{level}: {right} of {n} right, which fits."),
        Fit.ABOVE: _("{level}: {right} of {n} right, so you know more than you claim."),
        Fit.BELOW: _("{level}: {right} of {n} right, so you claim more than you know."),
    }
    return texts[fit.fit].format(level=level_title(fit), right=fit.right, n=fit.n)


def sure_spoken(fits: Sequence[BandFit]) -> str:
    """The picture in sentences, for screen readers."""
    parts = [_spoken(fit) for fit in fits if fit.n]
    return " ".join([*parts, sure_sentence(fits)])


def _spoken(fit: BandFit) -> str:
    text = _("{level}: {right} of {n} right, 95 % interval {interval}.")
    return text.format(
        level=level_title(fit), right=fit.right, n=fit.n, interval=percents(fit.interval)
    )


def sure_table(fits: Sequence[BandFit]) -> Table:
    """The picture as a table, with its heading row first."""
    head = (_("Level"), _("Right"), _("95 % interval"), _("Verdict"))
    rows = (
        (
            level_title(fit),
            share_right(fit),
            percents(fit.interval),
            fit_title(fit),
        )
        for fit in fits
    )
    return (head, *rows)


def claims_sentence(found: Calibration) -> str:
    """What the Brier score of claimed chances is, and whether they were too high, in words."""
    said = _("Brier score {brier}: 0 is best, and 0.25 is what always saying 50 % brings.")
    points = round(100 * found.overconfidence)
    text = n_(
        "On average you claimed {n} point more than came true.",
        "On average you claimed {n} points more than came true.",
        abs(points),
    )
    if points < 0:
        text = n_(
            "On average you claimed {n} point less than came true.",
            "On average you claimed {n} points less than came true.",
            abs(points),
        )
    if not points:
        text = _("On average you claimed as much as came true.")
    return f"{said.format(brier=_exact(found.brier))} {text.format(n=abs(points))}"


def claims_table(found: Calibration) -> Table:
    """The Brier score of claimed chances and what it is made of, with its heading row first."""
    return (
        (_("Figure"), _("Value")),
        (_("Brier score"), _exact(found.brier)),
        (_("Reliability, 0 is best"), _exact(found.reliability)),
        (_("Resolution, more is better"), _exact(found.resolution)),
        (_("Uncertainty"), _exact(found.uncertainty)),
        (_("Claims to shares right"), _exact(found.ece)),
        (_("The same by chance alone"), _exact(found.ece_by_chance)),
        (_("Over-confidence"), _exact(found.overconfidence)),
    )


def _exact(value: float) -> str:
    return f"{value:.3f}".replace("-", "−").replace("−0.000", "0.000")


def certainty_line(marks: Certainty) -> str:
    """The certainty-based marks of a quiz in one line."""
    text = _("Certainty-based marks: {total} of at most {most}.")
    return text.format(total=str(marks.total).replace("-", "−"), most=marks.most)
