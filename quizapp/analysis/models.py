"""Fitting a model of item responses to the marks of a class."""

from collections.abc import Callable
from math import log, sqrt

import numpy as np

from quizapp.analysis.classical import known
from quizapp.analysis.conditional import conditional
from quizapp.analysis.fit import Ability, Estimator, Fit, ItemFit, Model
from quizapp.analysis.marginal import STEEP, Data, Solution, estimate, gathered
from quizapp.analysis.scores import Floats, Places, Scores

FEW = {"rasch": 30, "1pl": 30, "2pl": 200}


class FitError(ValueError):
    """These marks cannot be fitted; ``code`` says why: ``items``, ``fractional``, ``outside``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def fit(of: Scores, model: Model, estimator: Estimator = "mml") -> Fit:
    """The model that makes these answers most probable.

    Credits between 0 and 1 are taken as they are with MML: the likelihood of the model with
    fractions for exponents, whose standard errors are only rough. Items that everybody or nobody
    got right are left out; they add nothing to the likelihood.

    Raises:
        FitError: fewer than two items are left; CML with credits between 0 and 1, or another model
            than Rasch; marks below 0 or above the maximum.
    """
    shares = np.where(of.maxima > 0, of.marks / np.where(of.maxima > 0, of.maxima, 1.0), np.nan)
    if bool(((shares < 0) | (shares > 1)).any()):
        raise FitError("outside")
    used = _varying(shares)
    if used.sum() < 2:
        raise FitError("items")
    fractional = bool(((shares > 0) & (shares < 1)).any())
    if estimator == "cml" and (fractional or model == "2pl"):
        raise FitError("fractional" if fractional else "model")
    notes = [
        code
        for code, so in (
            ("fractional", fractional),
            ("left_out", not used.all()),
            ("few", of.n < FEW[model]),
        )
        if so
    ]
    make: Callable[[Scores, Model, Floats, list[str]], Fit]
    make = _conditional if estimator == "cml" else _marginal
    return make(of, model, np.where(used, shares, np.nan), notes)


def _varying(shares: Floats) -> Floats:
    seen = ~np.isnan(shares)
    earned = np.where(seen, shares, 0.0).sum(axis=0)
    return np.asarray((earned > 0) & (earned < seen.sum(axis=0)))


def _marginal(of: Scores, model: Model, shares: Floats, notes: list[str]) -> Fit:
    used = np.flatnonzero(~np.isnan(shares).all(axis=0))
    data, place = gathered(shares[:, used])
    found = estimate(data, common=model != "2pl")
    state, p = found.state, len(used)
    if np.abs(state.a).max() >= STEEP:
        notes.append("steep")
    a, b, errors = _scaled(found, model)
    infit, outfit = _squares(data, found)
    scale = float(state.a[0]) if model == "rasch" else 1.0
    parameters = 2 * p if model == "2pl" else p + 1
    fits = {
        int(k): ItemFit(
            id=of.items[k],
            a=known(a[n]),
            b=known(b[n]),
            se_a=known(errors[0][n]),
            se_b=known(errors[1][n]),
            infit=known(infit[n]),
            outfit=known(outfit[n]),
        )
        for n, k in enumerate(used)
    }
    return Fit(
        model=model,
        estimator="mml",
        n=of.n,
        log_likelihood=state.log_likelihood,
        parameters=parameters,
        converged=found.converged,
        iterations=found.iterations,
        items=tuple(fits.get(k, ItemFit(id=id_)) for k, id_ in enumerate(of.items)),
        abilities=_expected_abilities(of, found, place, scale),
        ability_sd=scale,
        se_ability_sd=known(sqrt(found.covariance[0, 0])) if model == "rasch" else None,
        aic=2 * parameters - 2 * state.log_likelihood,
        bic=parameters * log(max(of.n, 1)) - 2 * state.log_likelihood,
        notes=tuple(notes),
    )


def _scaled(found: Solution, model: Model) -> tuple[Floats, Floats, tuple[Floats, Floats]]:
    """Discriminations and difficulties with standard errors, by the delta method from a and d."""
    a, d, c = found.state.a, found.state.d, found.covariance
    p, slopes = len(a), len(c) - len(a)
    own = np.zeros(p, dtype=int) if slopes == 1 else np.arange(p)
    here = np.arange(slopes, slopes + p)
    vaa, vdd, vad = c[own, own], c[here, here], c[own, here]
    if model == "rasch":  # abilities are measured in logits: a is 1, b is −d
        return np.ones(p), -d, (np.full(p, np.nan), np.sqrt(vdd))
    safe = np.where(np.abs(a) > 1e-8, a, np.nan)
    b = -d / safe
    variance = (vdd + b**2 * vaa + 2 * b * vad) / safe**2
    return a, b, (np.sqrt(vaa), np.sqrt(np.maximum(variance, 0.0)))


def _expected_abilities(
    of: Scores, found: Solution, place: Places, scale: float
) -> tuple[Ability, ...]:
    """Expected a posteriori abilities and posterior standard deviations (Bock & Mislevy 1982)."""
    theta, w = found.grid.points, found.state.posterior
    mean = w @ theta
    sd = np.sqrt(np.maximum(w @ theta**2 - mean**2, 0.0))
    return tuple(
        Ability(reader=name, ability=float(scale * mean[k]), se=float(abs(scale) * sd[k]))
        for name, k in zip(of.readers, place, strict=True)
    )


def _squares(data: Data, found: Solution) -> tuple[Floats, Floats]:
    """Infit and outfit of each item: mean squares of residuals, averaged over the posterior.

    Source: Adams and Wu (2007), The mixed-coefficients multinomial logit model, in von Davier and
    Carstensen, Multivariate and Mixture Distribution Rasch Models.
    """
    state = found.state
    weighted = state.posterior * data.count[:, None]
    seen = weighted.sum(axis=0)[None, :] if data.seen is None else data.seen.T @ weighted
    right, square = data.x.T @ weighted, (data.x**2).T @ weighted
    p = state.expected
    residual = square - 2 * p * right + seen * p**2
    variance = np.maximum(p * (1 - p), 1e-12)
    infit = residual.sum(axis=1) / (seen * variance).sum(axis=1)
    outfit = (residual / variance).sum(axis=1) / seen.sum(axis=1)
    return infit, outfit


def _conditional(of: Scores, model: Model, shares: Floats, notes: list[str]) -> Fit:
    used = np.flatnonzero(~np.isnan(shares).all(axis=0))
    answers = shares[:, used]
    found = conditional(answers)
    errors = np.sqrt(np.maximum(np.diag(found.covariance), 0.0))
    rows, place = np.unique(np.where(np.isnan(answers), -1.0, answers), axis=0, return_inverse=True)
    distinct = [_weighted(np.where(row < 0, np.nan, row), found.b) for row in rows]
    abilities = [distinct[k] for k in place.reshape(-1)]
    infit, outfit = _conditional_squares(answers, found.b, abilities)
    fits = {
        int(k): ItemFit(
            id=of.items[k],
            a=1.0,
            b=float(found.b[n]),
            se_b=known(errors[n]) if found.converged else None,
            infit=known(infit[n]),
            outfit=known(outfit[n]),
        )
        for n, k in enumerate(used)
    }
    return Fit(
        model=model,
        estimator="cml",
        n=of.n,
        log_likelihood=found.log_likelihood,
        parameters=len(used) - 1,
        converged=found.converged,
        iterations=found.iterations,
        items=tuple(fits.get(k, ItemFit(id=id_)) for k, id_ in enumerate(of.items)),
        abilities=tuple(
            Ability(reader=name, ability=one[0], se=one[1])
            for name, one in zip(of.readers, abilities, strict=True)
        ),
        notes=tuple(notes),
    )


def _weighted(row: Floats, b: Floats) -> tuple[float | None, float | None]:
    """Warm’s weighted likelihood estimate of an ability, finite also for all or nothing right.

    Source: Warm (1989), Weighted likelihood estimation of ability in item response theory,
    Psychometrika 54, 427–450.
    """
    seen = ~np.isnan(row)
    if not seen.any():
        return None, None
    x, own = float(row[seen].sum()), b[seen]
    low, high = float(own.min()) - 15, float(own.max()) + 15
    for _ in range(60):  # halving is slow and cannot miss
        theta = (low + high) / 2
        p = 1 / (1 + np.exp(own - theta))
        information = float((p * (1 - p)).sum())
        pull = float((p * (1 - p) * (1 - 2 * p)).sum()) / (2 * information)
        low, high = (theta, high) if x - float(p.sum()) + pull > 0 else (low, theta)
    return theta, 1 / sqrt(information)


def _conditional_squares(
    answers: Floats, b: Floats, abilities: list[tuple[float | None, float | None]]
) -> tuple[Floats, Floats]:
    """Infit and outfit with each reader at the estimated ability (Wright & Masters 1982)."""
    theta = np.array([np.nan if one is None else one for one, _se in abilities])
    p = 1 / (1 + np.exp(b[None, :] - theta[:, None]))
    variance = p * (1 - p)
    seen = ~np.isnan(answers) & ~np.isnan(p)
    square = np.where(seen, (answers - p) ** 2, 0.0)
    held = np.where(seen, variance, 0.0)
    ratio = np.where(seen, square / np.where(seen, variance, 1.0), 0.0)
    return square.sum(axis=0) / held.sum(axis=0), ratio.sum(axis=0) / seen.sum(axis=0)
