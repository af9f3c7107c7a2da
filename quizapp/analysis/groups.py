"""The best and the weakest readers of a class, and what each group chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from quizapp.analysis.scores import Floats, Scores, Totals

SHARE = 0.27
KEY_LOW, DISTRACTOR_HIGH, SELDOM = 0.15, 0.05, 0.05


@dataclass(frozen=True, slots=True)
class Thirds:
    """How much each reader counts in the upper and in the lower group, each of ``size`` readers.

    Readers with the same total at a cut share the places that are left there, so a weight can be a
    fraction, and the order of the rows does not matter.
    """

    upper: Floats
    lower: Floats
    size: int

    def difference(self, share: Floats) -> float:
        """The mean of ``share`` in the upper group minus that in the lower."""
        return float((self.upper - self.lower) @ share) / self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionStatistics:
    """One option, or leaving the item blank (``id`` is empty then).

    ``share`` is of all who saw the item, ``wrong_share`` of those who did not earn full credit,
    ``upper`` and ``lower`` are shares of the two groups. ``rest_correlation`` is that of having
    chosen it with the rest score. Flags: ``rare_key``, ``mis_key``, ``seldom``.
    """

    id: str
    key: bool
    count: int
    share: float
    wrong_share: float | None
    upper: float | None
    lower: float | None
    rest_correlation: float | None
    flags: tuple[str, ...] = ()


def thirds(total: Floats) -> Thirds | None:
    """The upper and the lower 27 % of the readers by their totals; ``None`` if nobody is in them.

    Each has floor(0.27 n + 0.5) readers.

    Source: Kelley (1939), The selection of upper and lower groups for the validation of test items,
    Journal of Educational Psychology 30, 17–24. The sharing of ties is ours.
    """
    size = floor(SHARE * len(total) + 0.5)
    if size == 0 or np.isnan(total).any():
        return None
    return Thirds(_top(total, size), _top(-total, size), size)


def _top(total: Floats, size: int) -> Floats:
    """Weights of the ``size`` highest: 1 above the cut, an equal part of what is left at it."""
    cut = np.partition(total, len(total) - size)[len(total) - size]
    near = np.abs(total - cut) <= 1e-9 * max(abs(float(cut)), 1.0)
    above = (total > cut) & ~near
    part = (size - above.sum()) / near.sum()
    return np.asarray(np.where(near, part, above), dtype=np.float64)


def option_statistics(
    chosen: NDArray[np.bool_],
    options: Sequence[str],
    key: frozenset[str],
    right: NDArray[np.bool_],
    total: Floats,
    rest: Floats,
) -> tuple[OptionStatistics, ...]:
    """What readers who saw one item did with it: each option, and last those who left it blank.

    ``chosen`` has the shape (readers, options); ``right`` says for each reader whether the answer
    earned full credit; groups are formed by ``total``; ``rest`` are the totals without the item.
    """
    from quizapp.analysis.classical import correlation

    blank = ~chosen.any(axis=1, keepdims=True)
    every = np.hstack([chosen, blank]).astype(np.float64)
    n, split = len(total), thirds(total)
    missed = ~right
    keys = [id_ in key for id_ in options] + [False]
    shares = every.mean(axis=0) if n else np.zeros(every.shape[1])
    highest_key = max((s for s, k in zip(shares, keys, strict=True) if k), default=0.0)
    return tuple(
        OptionStatistics(
            id=id_,
            key=keys[k],
            count=int(every[:, k].sum()),
            share=float(shares[k]),
            wrong_share=float(every[missed, k].mean()) if missed.any() else None,
            upper=float(split.upper @ every[:, k]) / split.size if split else None,
            lower=float(split.lower @ every[:, k]) / split.size if split else None,
            rest_correlation=correlation(every[:, k], rest) if n else None,
            flags=_flags(id_, keys[k], float(shares[k]), float(highest_key)),
        )
        for k, id_ in enumerate((*options, ""))
    )


def answered(
    of: Scores,
    total: Totals,
    item: int,
    given: Sequence[frozenset[str] | None],
    options: Sequence[str],
    key: frozenset[str],
) -> tuple[OptionStatistics, ...]:
    """The options of one item: ``given`` has what each reader chose, ``None`` for nothing."""
    seen = np.flatnonzero(~np.isnan(of.marks[:, item]))
    chosen = np.zeros((len(seen), len(options)), dtype=np.bool_)
    place = {id_: k for k, id_ in enumerate(options)}
    for row, reader in enumerate(seen):
        for id_ in given[int(reader)] or ():
            if id_ in place:
                chosen[row, place[id_]] = True
    right = of.marks[seen, item] >= of.maxima[item]
    return option_statistics(
        chosen, options, key, right, total.whole[seen], total.without(item)[seen]
    )


def _flags(id_: str, key: bool, share: float, key_share: float) -> tuple[str, ...]:
    if not id_:
        return ()
    if key:
        return ("rare_key",) if share < KEY_LOW else ()
    if share > DISTRACTOR_HIGH and share > key_share:
        return ("mis_key",)
    return ("seldom",) if share < SELDOM else ()
