"""Telling apart and leaning: their figures and table, and what is missing until there are any."""

from dataclasses import dataclass

from quizapp.i18n import _
from quizapp.quiz import FLOOR, Discernment, Verdict
from quizapp.report.figures import Table, points, tenth


@dataclass(frozen=True, slots=True)
class Strip:
    """One figure with its interval on a scale from ``least`` to ``most``, as a picture needs it.

    ``figures`` is the value in words and numbers, ``left`` and ``right`` say what the ends mean.
    """

    name: str
    value: float
    low: float
    high: float
    least: float
    most: float
    figures: str
    left: str
    right: str

    def spoken(self) -> str:
        """The strip in a sentence, for screen readers."""
        text = _("{name}: {figures}. The scale goes from “{left}” to “{right}”.")
        return text.format(name=self.name, figures=self.figures, left=self.left, right=self.right)


def strips(verdict: Verdict) -> tuple[Strip, Strip]:
    """Telling apart, and leaning; neither end of the leaning is the good one."""
    seen, lean = verdict.detection, verdict.leaning
    ends = seen.d_prime_interval
    apart = Strip(
        name=_("Telling apart, d′"),
        value=seen.d_prime,
        low=ends.low,
        high=ends.high,
        least=-1.0,
        most=4.5,
        figures=_("{value} ({low} to {high})").format(
            value=tenth(seen.d_prime), low=tenth(ends.low), high=tenth(ends.high)
        ),
        left=_("cannot tell"),
        right=_("tells apart"),
    )
    leaning = Strip(
        name=_("Leaning, in percentage points"),
        value=lean.value,
        low=lean.interval.low,
        high=lean.interval.high,
        least=-0.7,
        most=0.7,
        figures=_("{value} ({low} to {high})").format(
            value=points(lean.value),
            low=points(lean.interval.low),
            high=points(lean.interval.high),
        ),
        left=_("leans to doubt"),
        right=_("leans to trust"),
    )
    return apart, leaning


def reading_table(verdict: Verdict) -> Table:
    """The figures behind both strips, with c, which is never a verdict."""
    seen, lean, counted = verdict.detection, verdict.leaning, verdict.counted
    found = _("{n} of {of}")
    apart, c = seen.d_prime_interval, seen.c_interval
    between = _("{low} to {high}")
    return (
        (_("Figure"), _("Value"), _("Interval")),
        (_("Confirmed, found"), found.format(n=counted.found, of=counted.confirmed), "–"),
        (_("Others, called so"), found.format(n=counted.false_alarms, of=counted.others), "–"),
        (
            _("d′, 92 %"),
            tenth(seen.d_prime),
            between.format(low=tenth(apart.low), high=tenth(apart.high)),
        ),
        (
            _("Leaning, 99 %"),
            points(lean.value),
            between.format(low=points(lean.interval.low), high=points(lean.interval.high)),
        ),
        (_("c, 92 %"), tenth(seen.c), between.format(low=tenth(c.low), high=tenth(c.high))),
    )


def lacking(seen: Discernment) -> str:
    """Why one quiz has no such figures, in one line with the numbers."""
    if not seen.balanced:
        return _("Not from this bank: too few or too many of its claims are confirmed.")
    if seen.enough:
        return _(
            "Not from these answers: {confirmed} confirmed claims and {others} others are out of "
            "balance."
        ).format(confirmed=seen.confirmed, others=seen.others)
    return _(
        "That takes {floor} confirmed claims and {floor} others; here you answered {confirmed} "
        "and {others}."
    ).format(floor=FLOOR, confirmed=seen.confirmed, others=seen.others)
