"""The Rasch model by conditional maximum likelihood: no assumption about who the readers are.

Given a reader’s number of right answers, the probability of which ones does not depend on ability.
Its denominators, the elementary symmetric functions, are worked out as probabilities of a sum of
independent answers, which neither overflow nor cancel.

Source: Andersen (1970), Asymptotic properties of conditional maximum-likelihood estimators, Journal
of the Royal Statistical Society B 32, 283–301; Fischer and Molenaar (1995), Rasch Models, chapter
3.
"""

from dataclasses import dataclass

import numpy as np

from quizapp.analysis.scores import Floats, Places

STEPS = 60


@dataclass(frozen=True, slots=True)
class Group:
    """Readers who saw the same items: which, how often each was right, how many had each sum."""

    items: Places
    right: Floats
    sums: Floats


@dataclass(frozen=True, slots=True)
class Conditional:
    """Difficulties that sum to 0, their covariance, and where the search ended."""

    b: Floats
    covariance: Floats
    log_likelihood: float
    converged: bool
    iterations: int


def conditional(answers: Floats) -> Conditional:
    """The maximum of the conditional likelihood; answers are 0, 1, or NaN (not presented)."""
    p = answers.shape[1]
    groups = _groups(answers)
    easiness = np.zeros(p)
    value, gradient, information = _derivatives(groups, easiness)
    converged, step = False, 0
    for step in range(1, STEPS + 1):  # noqa: B007  (how many steps it took is told)
        move = _solve(information, gradient)
        if float(gradient @ move) < 1e-12:
            converged = True
            break
        easiness, value, gradient, information = _step(groups, easiness, move, value)
    apart = easiness - easiness.mean()
    covariance = np.asarray(
        np.linalg.pinv(information, rcond=1e-10, hermitian=True), dtype=np.float64
    )
    sane = converged and bool(np.abs(apart).max() < 20) and _joined(information)
    return Conditional(-apart, covariance, value, sane, step)


def _step(
    groups: list[Group], easiness: Floats, move: Floats, value: float
) -> tuple[Floats, float, Floats, Floats]:
    for half in (1.0, 0.5, 0.25, 0.125, 0.0625):
        found = _derivatives(groups, easiness + half * move)
        if found[0] >= value - 1e-12 * abs(value):
            break
    return easiness + half * move, *found


def _solve(information: Floats, gradient: Floats) -> Floats:
    """Newton’s step among easinesses that sum to 0, for only their differences count."""
    inverse = np.linalg.pinv(information, rcond=1e-10, hermitian=True)
    return np.asarray(inverse @ gradient, dtype=np.float64)


def _joined(information: Floats) -> bool:
    """Whether the answers compare all items with each other, at least through others."""
    values = np.linalg.eigvalsh(information)
    return bool(len(values) < 2 or values[1] > 1e-9 * values[-1])


def _groups(shares: Floats) -> list[Group]:
    seen = ~np.isnan(shares)
    patterns, place = np.unique(seen, axis=0, return_inverse=True)
    groups = []
    for k, pattern in enumerate(patterns):
        items = np.flatnonzero(pattern)
        x = shares[place.reshape(-1) == k][:, items]
        sums = np.bincount(x.sum(axis=1).astype(int), minlength=len(items) + 1)
        groups.append(Group(items, x.sum(axis=0), sums.astype(np.float64)))
    return groups


def _derivatives(groups: list[Group], easiness: Floats) -> tuple[float, Floats, Floats]:
    """The conditional log-likelihood, its gradient, and the observed information."""
    p = len(easiness)
    value, gradient, information = 0.0, np.zeros(p), np.zeros((p, p))
    for group in groups:
        own = easiness[group.items]
        # Any constant may be added within a group; near 0 the probabilities lie apart from 0 and 1.
        own = own - own.mean()
        chance = 1 / (1 + np.exp(-own))
        whole = _sums(chance)
        inner = group.sums > 0
        value += float(group.right @ np.log(chance) + _misses(group) @ np.log1p(-chance))
        value -= float(group.sums[inner] @ np.log(whole[inner]))
        first, pairs = _expected(chance, whole, group.sums)
        gradient[group.items] += group.right - first.sum(axis=0)
        weight = np.where(inner, 1 / np.where(inner, group.sums, 1.0), 0.0)
        outer = (first * weight[:, None]).T @ first
        information[np.ix_(group.items, group.items)] += pairs - outer
    return value, gradient, information


def _misses(group: Group) -> Floats:
    return np.asarray(group.sums.sum() - group.right, dtype=np.float64)


def _sums(chance: Floats) -> Floats:
    """The distribution of the number of right answers; entry r is the probability of r."""
    found = np.zeros(len(chance) + 1)
    found[0] = 1.0
    for c in chance:
        found[1:] = found[1:] * (1 - c) + found[:-1] * c
        found[0] *= 1 - c
    return found


def _without_each(chance: Floats) -> Floats:
    """Row j is the distribution of the number right among all items but j."""
    p = len(chance)
    found = np.zeros((p, p + 1))
    found[:, 0] = 1.0
    for k, c in enumerate(chance):
        rows = np.arange(p) != k
        part = found[rows]
        part[:, 1:] = part[:, 1:] * (1 - c) + part[:, :-1] * c
        part[:, 0] *= 1 - c
        found[rows] = part
    return found


def _expected(chance: Floats, whole: Floats, sums: Floats) -> tuple[Floats, Floats]:
    """Counts times E[x_j | r], shape (sums, items), and Σ over r of counts times E[x_j x_k | r]."""
    p = len(chance)
    per = np.where(sums > 0, sums / np.where(sums > 0, whole, 1.0), 0.0)
    without = _without_each(chance)
    first = np.zeros((p + 1, p))
    first[1:] = (without[:, :p] * chance[:, None] * per[1:]).T
    pairs = np.diag(first.sum(axis=0))
    for j in range(p):
        others = np.arange(p) != j
        rest = _without_each(chance[others])[:, : p - 1]
        both = rest @ per[2:] if p > 1 else np.zeros(0)
        pairs[j, others] = both * chance[j] * chance[others]
    return first, (pairs + pairs.T) / 2
