"""Figures as they are printed: with a real minus, and no more digits than they carry."""

from quizapp.i18n import _
from quizapp.quiz import Interval

Table = tuple[tuple[str, ...], ...]


def tenth(value: float) -> str:
    """A number to a tenth: 1.4, −0.2, 0.0."""
    text = f"{value:.1f}"
    return "0.0" if text == "-0.0" else text.replace("-", "−")


def points(share: float) -> str:
    """A difference of shares in percentage points, with its sign: +8, 0, −12."""
    found = round(100 * share)
    return f"{found:+d}".replace("-", "−") if found else "0"


def percents(interval: Interval | None) -> str:
    """The ends of an interval of a share; a dash where there is none."""
    if interval is None:
        return "–"
    low, high = round(100 * interval.low), round(100 * interval.high)
    return _("{low} to {high} %").format(low=low, high=high)
