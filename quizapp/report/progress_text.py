"""All progress as plain text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.i18n import _, n_
from quizapp.quiz import BandFit, Verdict, wilson
from quizapp.report.figures import percents
from quizapp.report.progress import Progress
from quizapp.report.reading import strips
from quizapp.report.sure import claims_sentence, level_title, sure_sentence


@dataclass(frozen=True, slots=True)
class Line:
    """One attempt that was handed in: at which quiz, when, and how many items were right."""

    title: str
    at: datetime
    right: int
    items: int


def counted_line(progress: Progress) -> str:
    """How many attempts there are, and that only first sights count."""
    text = n_(
        "{n} quiz handed in. A claim counts the first time you see it, for after that you know it.",
        "{n} quizzes handed in. A claim counts the first time you see it, for after that you know "
        "it.",
        progress.attempts,
    )
    return text.format(n=progress.attempts)


def progress_text(progress: Progress, history: Sequence[Line] = ()) -> str:
    """The progress as lines of text; ``history`` are the attempts, newest first."""
    return "\n".join(_lines(progress, history))


def _lines(progress: Progress, history: Sequence[Line]) -> Iterator[str]:
    yield progress.sentence
    yield progress.rests_on
    yield counted_line(progress)
    if isinstance(progress.judged, Verdict):
        yield from (f"  {strip.name}: {strip.figures}" for strip in strips(progress.judged))
    for line in progress.skills:
        interval = percents(wilson(line.right, line.asked))
        yield f"  {line.title}: {line.right} / {line.asked} ({interval})"
    for fits in (progress.fits, progress.five):
        if any(fit.n for fit in fits):
            yield from _sure(fits)
    if progress.claims is not None:
        yield claims_sentence(progress.claims)
    for one in history:
        text = _("  {date}  {title}: {right} of {items} right")
        day = one.at.astimezone().strftime("%Y-%m-%d")
        yield text.format(date=day, title=one.title, right=one.right, items=one.items)


def _sure(fits: Sequence[BandFit]) -> Iterator[str]:
    for fit in fits:
        text = _("  {level} sure: {right} of {n} right")
        yield text.format(level=level_title(fit), right=fit.right, n=fit.n)
    yield sure_sentence(fits)
