"""How an attempt was taken: without the article, how long, with which pauses."""

from collections.abc import Iterator
from datetime import timedelta

from quizapp.i18n import _, n_
from quizapp.quiz import Rules
from quizapp.quiz.timing import Timing


def taken_lines(rules: Rules, timing: Timing) -> tuple[str, ...]:
    """What is to be said of it, a sentence each; nothing of an attempt that knows no times."""
    return tuple(_lines(rules, timing))


def _lines(rules: Rules, timing: Timing) -> Iterator[str]:
    if not timing.spells:
        return
    worked = timedelta(milliseconds=timing.worked_ms)
    if rules.time_limit:
        limit = timedelta(seconds=rules.time_limit)
        if worked >= limit:
            text = _("The time of {limit} was used up, and what was saved was handed in.")
        else:
            text = _("{worked} of {limit} were used.")
        yield text.format(worked=span(worked), limit=span(limit))
    else:
        yield _("Worked on for {worked}.").format(worked=span(worked))
    pauses = timing.pauses()
    if pauses:
        whole = sum((pause.length for pause in pauses), timedelta())
        text = n_(
            "{n} pause of {whole} does not count: the program was closed, or the machine slept.",
            "{n} pauses of {whole} together do not count: the program was closed, or the machine "
            "slept.",
            len(pauses),
        )
        yield text.format(n=len(pauses), whole=span(whole))


def span(length: timedelta) -> str:
    """A length of time in words: 45 s, 12 min, 1 h 5 min, 3 days."""
    seconds = round(length.total_seconds())
    if seconds < 60:
        return _("{n} s").format(n=seconds)
    minutes = round(seconds / 60)
    if minutes < 60:
        return _("{n} min").format(n=minutes)
    if minutes < 48 * 60:
        text = _("{hours} h {minutes} min") if minutes % 60 else _("{hours} h")
        return text.format(hours=minutes // 60, minutes=minutes % 60)
    days = round(minutes / (24 * 60))
    return n_("{n} day", "{n} days", days).format(n=days)


def clock(left_ms: int) -> str:
    """What is left on a clock: 12:40, or 1:02:40. The last second that has begun is shown."""
    seconds = -(-left_ms // 1000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if hours:
        return f"{hours}:{minutes:02d}:{seconds % 60:02d}"
    return f"{minutes}:{seconds % 60:02d}"
