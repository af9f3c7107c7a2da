"""Two raters: how far independent keys of one bank agree, and what is done where they do not."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.bank.model import Bank, Rater
from quizapp.claims import Claim, ClaimMap, Standing
from quizapp.errors import QuizappError
from quizapp.i18n import N_, _
from quizapp.items import COMMON, Item
from quizapp.text import did_you_mean

AUTHOR = N_("the bank’s own key")


@dataclass(frozen=True, slots=True)
class StandingAgreement:
    """One standing: how often each rater gave it, and how often they gave it together.

    ``either`` counts the claims to which at least one rater gave it, ``both`` those of them to
    which all who keyed the claim did.
    """

    standing: Standing
    counts: tuple[int, ...]
    either: int
    both: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the raters agree, over the ``n`` claims that at least two of them keyed.

    ``raters`` begins with the bank's own key. ``alpha`` is ``None`` where it is not defined.
    """

    raters: tuple[str, ...]
    n: int
    same: int
    alpha: Fraction | None
    standings: tuple[StandingAgreement, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim on which the raters differ. ``keys`` holds ``(rater, standing)``, the bank's first.

    ``open`` says that no second standing can settle it: a person must decide.
    """

    claim: str
    keys: tuple[tuple[str, Standing], ...]
    open: bool

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The standings that were given, each once, the bank's own first."""
        return tuple(dict.fromkeys(standing for _rater, standing in self.keys))


def alpha(units: Iterable[Sequence[str | None]]) -> Fraction | None:
    """Krippendorff's α for nominal values, exact.

    Args:
        units: for each unit the value that each rater gave it; ``None`` where a rater gave none.
            A unit with fewer than two values pairs with nothing and is left out.

    Returns:
        1 where all agree, 0 where they agree as chance would have it, below 0 where less;
        ``None`` where nothing is paired, or where only one value was ever given, for α is then
        0 / 0.

    With o(c, k) the coincidences of values c and k, each pair in a unit of m values counted
    1 / (m − 1) times, n(c) = Σₖ o(c, k) and n = Σ n(c): α = 1 − (n − 1) Σ o(c, k) / Σ n(c) n(k),
    both sums over c ≠ k.

    Source: Krippendorff (2011), *Computing Krippendorff's alpha-reliability*, section C.
    """
    totals: Counter[str] = Counter()
    observed = Fraction(0)
    for unit in units:
        values = Counter(value for value in unit if value is not None)
        m = values.total()
        if m < 2:
            continue
        totals += values
        pairs = m * m - sum(count * count for count in values.values())
        observed += Fraction(pairs, m - 1)
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    return 1 - (n - 1) * observed / expected if expected else None


def agreement(bank: Bank) -> Agreement:
    """How far the bank's own key and those of its raters agree.

    Raises:
        QuizappError: nobody else has keyed the bank.
    """
    names = _names(bank)
    rows = [row for row in _rows(bank).values() if sum(s is not None for s in row) > 1]
    return Agreement(
        raters=names,
        n=len(rows),
        same=sum(len(_given(row)) == 1 for row in rows),
        alpha=alpha(rows),
        standings=tuple(_one(standing, rows, len(names)) for standing in Standing),
    )


def _one(
    standing: Standing, rows: list[tuple[Standing | None, ...]], raters: int
) -> StandingAgreement:
    gave = [_given(row) for row in rows]
    return StandingAgreement(
        standing,
        tuple(sum(row[n] is standing for row in rows) for n in range(raters)),
        sum(standing in given for given in gave),
        sum(given == {standing} for given in gave),
    )


def _given(row: Iterable[Standing | None]) -> set[Standing]:
    return {standing for standing in row if standing is not None}


def _names(bank: Bank) -> tuple[str, ...]:
    if not bank.raters:
        raise QuizappError(
            _(
                "Nobody else has keyed “{title}” yet. Begin with: quizapp key BANK --rater NAME"
            ).format(title=bank.title)
        )
    return (_(AUTHOR), *(rater.name for rater in bank.raters))


def _rows(bank: Bank) -> dict[str, tuple[Standing | None, ...]]:
    """For each claim the standing that each rater gave it, the bank's own first."""
    keys = [dict(rater.standings) for rater in bank.raters]
    return {
        claim.id: (
            claim.standing,
            *(Standing(key[claim.id]) if claim.id in key else None for key in keys),
        )
        for claim in bank.map.claims
    }


def differences(bank: Bank) -> tuple[Difference, ...]:
    """The claims on which the raters still differ, in the bank's order.

    A claim that accepts every standing that was given is settled, and left out.

    Raises:
        QuizappError: nobody else has keyed the bank.
    """
    names, rows = _names(bank), _rows(bank)
    found = []
    for claim in bank.map.claims:
        given = _given(rows[claim.id])
        if not given <= set(claim.accepted):
            pairs = zip(names, rows[claim.id], strict=True)
            keys = tuple((name, standing) for name, standing in pairs if standing is not None)
            found.append(Difference(claim.id, keys, len(given | set(claim.accepted)) > 2))
    return tuple(found)


def reconciled(bank: Bank) -> Bank:
    """The bank in which every claim with two keys accepts both, which makes it practice only.

    Claims with three keys or more stay as they are: a person must decide on them.
    """
    also = {d.claim: d.standings[1] for d in differences(bank) if not d.open}
    claims = [replace(c, also=also[c.id]) if c.id in also else c for c in bank.map.claims]
    return with_claims(bank, claims)


def with_rater(bank: Bank, name: str, standings: Mapping[str, Standing]) -> Bank:
    """The bank with a second person's key.

    Raises:
        QuizappError: the name is empty or taken, or the key names claims that there are not.
    """
    check_name(bank, name)
    lost = sorted(standings.keys() - bank.map.claim.keys())
    if lost:
        text = _("The bank no longer has the claims {claims}. Key it again from its new version.")
        raise QuizappError(text.format(claims=", ".join(lost)))
    given = tuple(sorted((id_, standing.value) for id_, standing in standings.items()))
    return replace(bank, raters=(*bank.raters, Rater(name, given)))


def check_name(bank: Bank, name: str) -> None:
    """Whether somebody can key the bank under this name.

    Raises:
        QuizappError: the name is empty, or somebody of that name has keyed the bank.
    """
    if not name.strip():
        raise QuizappError(_("Give the rater a name: quizapp key BANK --rater NAME"))
    if any(rater.name.casefold() == name.casefold() for rater in bank.raters):
        text = _(
            "“{name}” has keyed this bank already. Choose another name, or take that key away "
            "first: quizapp key BANK --withdraw NAME"
        )
        raise QuizappError(text.format(name=name))


def without_rater(bank: Bank, name: str) -> Bank:
    """The bank without the key of this rater.

    Raises:
        QuizappError: nobody of that name has keyed the bank.
    """
    left = tuple(rater for rater in bank.raters if rater.name != name)
    if len(left) == len(bank.raters):
        text = _("Nobody of the name “{name}” has keyed this bank. {hint}")
        hint = did_you_mean(name, [rater.name for rater in bank.raters])
        raise QuizappError(text.format(name=name, hint=hint).rstrip())
    return replace(bank, raters=left)


def with_claims(bank: Bank, claims: Sequence[Claim]) -> Bank:
    """The bank with these claims, each of its items bound to them."""
    claim_map = replace(bank.map, claims=tuple(claims))
    return replace(
        bank, map=claim_map, items=tuple(rebound(item, claim_map) for item in bank.items)
    )


def rebound(item: Item, claims: ClaimMap) -> Item:
    """The item with what its kind takes from a claim map taken from this one."""
    common = {field.name: getattr(item, field.name) for field in COMMON}
    own = {field.name: getattr(item, field.name, None) for field in item.FIELDS}
    return replace(item, **item.bind(common, own, claims))
