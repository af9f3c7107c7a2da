"""Parallel forms: two tests from one map that share no claim and are alike in what counts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from quizapp.bank.derive import derive
from quizapp.claims import Claim, ClaimMap, Standing
from quizapp.errors import Problem
from quizapp.items import Item, flaw

FURTHEST = 0.05
TURNS = (
    "how-far",
    "condition-dropped",
    "hedge-dropped",
    "who-would-know",
    "who-was-asked",
    "who-denies",
    "settles",
    "told-as-certain",
    "how-and-where",
    "who-says",
    "stands",
    "shows",
)

# How often a reader who does not guess is expected to be right, by the standing of the claim. A
# first assumption, the same for every bank: it follows the order in which published raters agree
# on such standings, and gives way to facilities once there are answers.
EXPECTED: Mapping[Standing, float] = {
    Standing.CONFIRMED: 0.65,
    Standing.ASSERTED: 0.60,
    Standing.DISPUTED: 0.65,
    Standing.DENIED: 0.60,
    Standing.UNKNOWN: 0.50,
    Standing.OPINION: 0.60,
    Standing.NOT_STATED: 0.50,
}


@dataclass(frozen=True, slots=True)
class Forms:
    """Two forms, item by item alike, and the claims that found no partner."""

    a: tuple[Item, ...]
    b: tuple[Item, ...]
    alone: tuple[str, ...]


def forms(claims: ClaimMap, seed: int, language: str = "en") -> Forms:
    """Forms A and B from the map: claims of one standing in pairs, a template a pair.

    Each form is derived from its own claims, so that no option of one prints a claim of the other.
    A claim that is left over in its standing is ``alone`` and in neither form.
    """
    random = Random(f"{seed}/forms")  # noqa: S311  (no secret)
    pairs: list[tuple[Claim, Claim]] = []
    alone: list[str] = []
    for standing in Standing:
        group = [c for c in claims.claims if c.standing is standing and not c.practice_only]
        random.shuffle(group)
        pairs += zip(group[::2], group[1::2], strict=False)
        alone += [claim.id for claim in group[len(group) // 2 * 2 :]]
    random.shuffle(pairs)
    a = _items(claims, [one for one, _other in pairs], seed, language)
    b = _items(claims, [other for _one, other in pairs], seed, language)
    used: Counter[str] = Counter()
    chosen: list[tuple[Item, Item]] = []
    for one, other in pairs:
        template = _template(one, other, a, b, used)
        used[template] += 1
        chosen.append((a[f"{template}-{one.id}"], b[f"{template}-{other.id}"]))
    return Forms(tuple(i for i, _ in chosen), tuple(i for _, i in chosen), tuple(alone))


def _items(claims: ClaimMap, own: Sequence[Claim], seed: int, language: str) -> Mapping[str, Item]:
    """The items of one form's claims, by id."""
    kept = frozenset(claim.id for claim in own)
    part = tuple(claim for claim in claims.claims if claim.id in kept)
    return {
        item.id: item
        for item in derive(replace(claims, claims=part, trade_offs=()), seed, language)
    }


def _template(
    one: Claim,
    other: Claim,
    a: Mapping[str, Item],
    b: Mapping[str, Item],
    used: Mapping[str, int],
) -> str:
    """Of the templates that both claims have the one that was used least; any two have one."""
    shared = (t for t in TURNS if f"{t}-{one.id}" in a and f"{t}-{other.id}" in b)
    return min(shared, key=lambda template: used[template])


def expected_facility(item: Item, claims: ClaimMap) -> float:
    """The share of credit expected of a reader, in ``[0, 1]``: guessing, and knowing where not."""
    standings = [claims.claim[id_].standing for id_ in item.claims] or [Standing.OPINION]
    known = sum(EXPECTED[standing] for standing in standings) / len(standings)
    return item.guess() + (1 - item.guess()) * known


def unlike(a: Sequence[Item], b: Sequence[Item], claims: ClaimMap) -> Iterator[Problem]:
    """Everything in which two forms are not parallel; nothing where they are."""
    shared = _claims(a, claims) & _claims(b, claims)
    if shared:
        what = f"The forms share {len(shared)} claims: {', '.join(sorted(shared))}."
        yield flaw((), "forms-share", what, "Ask about each claim in one form only.")
    pairs = (
        ("forms-standings", "standings", _standings(a, claims), _standings(b, claims)),
        ("forms-kinds", "kinds", _kinds(a), _kinds(b)),
    )
    for code, name, one, other in pairs:
        if one != other:
            differing = sorted(key for key in one | other if one[key] != other[key])
            counts = ", ".join(f"{key} {one[key]} and {other[key]}" for key in differing)
            what = f"The forms differ in {name}: {counts}."
            yield flaw((), code, what, "Add claims to the article's map, or take some out.")
    gap = abs(_expected(a, claims) - _expected(b, claims))
    if gap > FURTHEST:
        what = f"The forms differ by {gap:.2f} in expected facility."
        yield flaw((), "forms-difficulty", what, f"Bring them within {FURTHEST}.")


def _claims(items: Sequence[Item], claims: ClaimMap) -> set[str]:
    return {id_ for item in items for id_ in (*item.claims, *_considered(item, claims))}


def _considered(item: Item, claims: ClaimMap) -> tuple[str, ...]:
    trade_off = claims.trade_off.get(item.trade_off)
    return tuple(trade_off.considerations) if trade_off and not item.claims else ()


def _standings(items: Sequence[Item], claims: ClaimMap) -> Counter[str]:
    return Counter(claims.claim[id_].standing.value for item in items for id_ in item.claims)


def _kinds(items: Sequence[Item]) -> Counter[str]:
    return Counter(item.kind for item in items)


def _expected(items: Sequence[Item], claims: ClaimMap) -> float:
    return sum(expected_facility(item, claims) for item in items) / max(len(items), 1)
