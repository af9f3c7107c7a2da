"""Certainty-based marks: how sure a reader was, weighed against being right."""

from collections.abc import Mapping

from quizapp.i18n import N_

RIGHT = {1: 1, 2: 2, 3: 3}
WRONG = {1: 0, 2: -2, 3: -6}
LABELS = {1: N_("Below 67 %"), 2: N_("67–80 %"), 3: N_("Above 80 %")}
FIVE_LABELS = {1: N_("25 %"), 2: N_("40 %"), 3: N_("60 %"), 4: N_("80 %"), 5: N_("95 %")}
LEVELS = (3, 5)


def labels(levels: int) -> Mapping[int, str]:
    """What the levels of a scheme are called, of three or of five, the least sure first.

    Raises:
        ValueError: there is no scheme of so many levels.
    """
    if levels not in LEVELS:
        raise ValueError(f"a scheme has 3 or 5 levels, not {levels}")
    return LABELS if levels == 3 else FIVE_LABELS


def certainty_mark(level: int | None, right: bool) -> int:
    """The mark for an answer of this level, from −6 to 3; 0 where no level was given.

    The scheme rewards honesty: each level pays best exactly on its own range, which the switch
    points 2/3 and 4/5 bound.

    Source: Gardner-Medwin & Gahan (2003), Formative and summative confidence-based assessment.
    """
    if level is None:
        return 0
    return RIGHT[level] if right else WRONG[level]


def switch_points() -> tuple[float, float]:
    """The chances of being right at which the next level starts to pay, from the table of marks.

    Between neighbouring levels it is Δw / (Δw + Δr): what is risked over all that is at stake.
    """
    first, second = (
        (WRONG[low] - WRONG[low + 1]) / (WRONG[low] - WRONG[low + 1] + RIGHT[low + 1] - RIGHT[low])
        for low in (1, 2)
    )
    return first, second
