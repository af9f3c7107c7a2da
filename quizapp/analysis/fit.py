"""What a fitted model of item responses says, whichever way it was estimated."""

from dataclasses import dataclass, field
from typing import Literal

Model = Literal["rasch", "1pl", "2pl"]
Estimator = Literal["mml", "cml"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFit:
    """The parameters of one item: P(right) = 1/(1 + exp(−a(θ − b))).

    ``a`` is the discrimination, ``b`` the difficulty, ``se_a`` and ``se_b`` their standard errors.
    ``infit`` and ``outfit`` are mean squares, about 1 where the model holds. All are ``None`` for
    an item that everybody or nobody got right, whose difficulty has no finite estimate.
    """

    id: str
    a: float | None = None
    b: float | None = None
    se_a: float | None = None
    se_b: float | None = None
    infit: float | None = None
    outfit: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """Where one reader stands, and how surely; ``None`` where the answers do not say."""

    reader: str
    ability: float | None
    se: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A fitted model.

    ``ability_sd`` is the standard deviation of abilities: fixed at 1 in ``1pl`` and ``2pl``,
    estimated in ``rasch`` with MML, ``None`` with CML, which assumes no distribution. ``aic`` and
    ``bic`` are ``None`` with CML. ``notes`` are codes: ``fractional`` where credits between 0 and 1
    were taken as they are, ``left_out`` where items have no finite estimate, ``few`` where there
    are too few readers for the model, ``steep`` where a discrimination has no finite estimate.
    """

    model: Model
    estimator: Estimator
    n: int
    log_likelihood: float
    parameters: int
    converged: bool
    iterations: int
    items: tuple[ItemFit, ...]
    abilities: tuple[Ability, ...]
    ability_sd: float | None = None
    se_ability_sd: float | None = None
    aic: float | None = None
    bic: float | None = None
    notes: tuple[str, ...] = field(default=())
