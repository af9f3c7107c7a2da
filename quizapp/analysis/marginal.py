"""Rasch, one- and two-parameter models by marginal maximum likelihood.

The model is P = 1/(1 + exp(−(aθ + d))) with θ ~ N(0, 1), integrated over a fixed grid. A few steps
of EM lead into the neighbourhood, then Newton’s method with the exact Hessian ends in a few more.

Source: Bock and Aitkin (1981), Marginal maximum likelihood estimation of item parameters,
Psychometrika 46, 443–459; for the Hessian Louis (1982), Finding the observed information matrix
when using the EM algorithm, Journal of the Royal Statistical Society B 44, 226–233.
"""

from dataclasses import dataclass, replace

import numpy as np

from quizapp.analysis.scores import Floats, Places

WIDTH = 6.0  # the grid reaches this many standard deviations to each side
EM_STEPS, NEWTON_STEPS = 6, 60
ENOUGH = 1e-8  # of the log-likelihood a step gains, relative to its size
STEEP = 25.0  # a slope beyond which the likelihood is flat


@dataclass(frozen=True, slots=True)
class Data:
    """Rows of credits ``x``, what of them was presented (``None``: all), and how often each is."""

    x: Floats
    seen: Floats | None
    count: Floats

    @property
    def p(self) -> int:
        """How many items."""
        return int(self.x.shape[1])


@dataclass(frozen=True, slots=True)
class Grid:
    """Points of θ and the logarithms of their weights."""

    points: Floats
    log_weights: Floats

    @classmethod
    def of(cls, nodes: int) -> "Grid":
        """Equally spaced points, which are as good as any where functions are smooth."""
        points = np.linspace(-WIDTH, WIDTH, nodes)
        density = np.exp(-0.5 * points**2)
        return cls(points, np.log(density / density.sum()))


@dataclass(frozen=True, slots=True)
class State:
    """Slopes and intercepts with their log-likelihood and each row’s posterior over the grid."""

    a: Floats
    d: Floats
    log_likelihood: float
    posterior: Floats
    expected: Floats  # probability of a right answer, shape (items, points)


@dataclass(frozen=True, slots=True)
class Solution:
    """Where the search ended; ``covariance`` is that of slopes (or of the one) and intercepts."""

    state: State
    grid: Grid
    covariance: Floats
    converged: bool
    iterations: int


def estimate(data: Data, *, common: bool, nodes: int = 61, most_nodes: int = 481) -> Solution:
    """The maximum of the likelihood, with one slope for all items if ``common``.

    The number of points is doubled until that changes the log-likelihood by less than 10⁻⁶ of
    itself and 10⁻⁴ in all.
    """
    grid = Grid.of(nodes)
    share = (data.count @ _zeroed(data)) / _presented(data)
    start = np.log(share / (1 - share))
    found = _climb(data, grid, np.ones(data.p), start, common=common)
    while nodes < most_nodes:
        nodes = 2 * nodes - 1
        finer = Grid.of(nodes)
        again = evaluate(data, finer, found.state.a, found.state.d)
        change = abs(again.log_likelihood - found.state.log_likelihood)
        if change < min(1e-4, 1e-6 * abs(again.log_likelihood)):
            break
        found = _climb(data, finer, found.state.a, found.state.d, common=common)
    return found


def evaluate(data: Data, grid: Grid, a: Floats, d: Floats) -> State:
    """The log-likelihood at these parameters, and the posteriors."""
    eta = np.outer(a, grid.points) + d[:, None]
    soft = np.logaddexp(0.0, eta)
    if data.seen is None:
        posterior = data.x @ eta
        posterior += grid.log_weights - soft.sum(axis=0)
    else:
        posterior = data.x @ eta - data.seen @ soft
        posterior += grid.log_weights
    top = posterior.max(axis=1, keepdims=True)
    posterior -= top
    np.exp(posterior, out=posterior)
    whole = posterior.sum(axis=1, keepdims=True)
    posterior /= whole
    log_likelihood = float(data.count @ (np.log(whole[:, 0]) + top[:, 0]))
    return State(a, d, log_likelihood, posterior, np.exp(eta - soft))


def _climb(data: Data, grid: Grid, a: Floats, d: Floats, *, common: bool) -> Solution:
    state = evaluate(data, grid, a, d)
    for _ in range(EM_STEPS):
        state = evaluate(data, grid, *_maximised(data, grid, state, common=common))
    for step in range(NEWTON_STEPS):
        gradient, information = _derivatives(data, grid, state, common=common)
        after = _newton(data, grid, state, gradient, information, common=common)
        if after is None:  # not yet in the neighbourhood, or at the end
            after = evaluate(data, grid, *_maximised(data, grid, state, common=common))
        gain = after.log_likelihood - state.log_likelihood
        state = after if gain >= 0 else state
        if gain <= ENOUGH * 1e-3 * abs(state.log_likelihood) and _flat(gradient, information):
            return Solution(state, grid, _inverse(information), _sane(state), step + EM_STEPS + 1)
    _gradient, information = _derivatives(data, grid, state, common=common)
    return Solution(state, grid, _inverse(information), False, NEWTON_STEPS + EM_STEPS)


def _flat(gradient: Floats, information: Floats) -> bool:
    """Whether no step that Newton would take is longer than a millionth of a standard error."""
    try:
        step = np.linalg.solve(information, gradient)
    except np.linalg.LinAlgError:
        return False
    return bool(gradient @ step < 1e-6)


def _sane(state: State) -> bool:
    return bool(np.abs(state.a).max() < STEEP)


def _newton(
    data: Data, grid: Grid, state: State, gradient: Floats, information: Floats, *, common: bool
) -> State | None:
    """The state after one step, halved until it gains; ``None`` where none of them does."""
    try:
        np.linalg.cholesky(information)
        step = np.linalg.solve(information, gradient)
    except np.linalg.LinAlgError:
        return None
    slopes = 1 if common else data.p
    for half in (1.0, 0.5, 0.25, 0.125):
        a = state.a + half * step[:slopes]
        after = evaluate(data, grid, a, state.d + half * step[slopes:])
        if after.log_likelihood >= state.log_likelihood:
            return after
    return None


def _maximised(data: Data, grid: Grid, state: State, *, common: bool) -> tuple[Floats, Floats]:
    """One M-step: the expected complete likelihood, climbed by a few steps of Newton per item."""
    weighted = state.posterior * data.count[:, None]
    right = _zeroed(data).T @ weighted
    seen = weighted.sum(axis=0)[None, :] if data.seen is None else data.seen.T @ weighted
    a, d, theta = state.a.copy(), state.d.copy(), grid.points
    for _ in range(3):
        p = 1 / (1 + np.exp(-(np.outer(a, theta) + d[:, None])))
        left, bend = right - seen * p, seen * p * (1 - p)
        ga, gd = left @ theta, left.sum(axis=1)
        haa, had, hdd = bend @ theta**2, bend @ theta, bend.sum(axis=1)
        if common:
            hdd = np.maximum(hdd, 1e-12)
            one = (ga - had / hdd * gd).sum() / max((haa - had**2 / hdd).sum(), 1e-12)
            step_a = np.full(data.p, one)
        else:
            step_a = (ga - had / hdd * gd) / np.maximum(haa - had**2 / hdd, 1e-12)
        a += np.clip(step_a, -1, 1)
        d += np.clip((gd - had * np.clip(step_a, -1, 1)) / hdd, -1, 1)
    return a, d


def _derivatives(data: Data, grid: Grid, state: State, *, common: bool) -> tuple[Floats, Floats]:
    """The gradient and the observed information, for slopes and then intercepts."""
    p, theta, w = data.p, grid.points, state.posterior
    expected, slanted = state.expected, state.expected * theta
    mean = (w @ theta)[:, None]
    x = _zeroed(data)
    gd = x - w @ expected.T if data.seen is None else x - data.seen * (w @ expected.T)
    ga = x * mean - (w @ slanted.T if data.seen is None else data.seen * (w @ slanted.T))
    each = np.hstack([ga, gd])
    gradient = data.count @ each
    information = (each * data.count[:, None]).T @ each
    information += _complete(data, state, theta) - _spread(data, state, theta)
    if not common:
        return gradient, information
    fold = np.zeros((p + 1, 2 * p))
    fold[0, :p] = 1.0
    fold[1:, p:] = np.eye(p)
    return fold @ gradient, fold @ information @ fold.T


def _complete(data: Data, state: State, theta: Floats) -> Floats:
    """The information that there would be if abilities were known."""
    weighted = state.posterior * data.count[:, None]
    seen = weighted.sum(axis=0)[None, :] if data.seen is None else data.seen.T @ weighted
    bend = seen * state.expected * (1 - state.expected)
    aa, ad, dd = bend @ theta**2, bend @ theta, bend.sum(axis=1)
    return np.block([[np.diag(aa), np.diag(ad)], [np.diag(ad), np.diag(dd)]])


def _spread(data: Data, state: State, theta: Floats) -> Floats:
    """Σ over rows of E[s sᵀ], where s is the score with ability known: residuals times (θ, 1)."""
    moments = [_residual_products(data, state, theta**k) for k in (2, 1, 0)]
    return np.block([[moments[0], moments[1]], [moments[1], moments[2]]])


def _residual_products(data: Data, state: State, power: Floats) -> Floats:
    """Σ over rows and points of posterior · power · (x − P)(x − P)ᵀ, on presented items."""
    weighted = state.posterior * data.count[:, None] * power
    expected = state.expected
    if data.seen is not None:
        return _with_gaps(data, weighted, expected)
    row = weighted.sum(axis=1)
    cross = (data.x.T @ weighted) @ expected.T
    own = (data.x * row[:, None]).T @ data.x
    found = own - cross - cross.T + (expected * weighted.sum(axis=0)) @ expected.T
    return np.asarray(found, dtype=np.float64)


def _with_gaps(data: Data, weighted: Floats, expected: Floats) -> Floats:
    """The same where not everybody saw every item: point by point, for no product is shared."""
    assert data.seen is not None
    found = np.zeros((data.p, data.p))
    for q in range(weighted.shape[1]):
        left = data.x - data.seen * expected[:, q]
        found += (left * weighted[:, q : q + 1]).T @ left
    return found


def _inverse(information: Floats) -> Floats:
    """The covariance of the estimates; NaN where the information is not positive definite."""
    try:
        np.linalg.cholesky(information)
    except np.linalg.LinAlgError:
        return np.full_like(information, np.nan)
    return np.asarray(np.linalg.inv(information), dtype=np.float64)


def _zeroed(data: Data) -> Floats:
    return data.x


def _presented(data: Data) -> Floats:
    if data.seen is None:
        return np.full(data.p, data.count.sum())
    return np.asarray(data.count @ data.seen, dtype=np.float64)


def gathered(shares: Floats) -> tuple[Data, Places]:
    """Equal rows joined, and for each reader the number of the row; NaN means not presented.

    Where nearly all rows differ they stay as they are, for joining would cost more than it saves.
    """
    n = len(shares)
    seen = ~np.isnan(shares)
    x = np.where(seen, shares, 0.0)
    known = None if seen.all() else seen.astype(np.float64)
    data = Data(x, known, np.ones(n))
    if shares.shape[1] > 16 and n > 2**10:
        return data, np.arange(n)
    _rows, first, place, count = np.unique(
        np.where(seen, x, -1.0), axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    data = replace(data, x=x[first], seen=None if known is None else known[first])
    return replace(data, count=count.astype(np.float64)), place.reshape(-1)
