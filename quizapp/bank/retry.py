"""New questions on an article that was asked about before: a parallel form for one reader."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.bank.derive import derive
from quizapp.bank.forms import TURNS
from quizapp.bank.model import Bank
from quizapp.claims import Claim
from quizapp.items import Item

FEWEST, MOST = 5, 20


@dataclass(frozen=True, slots=True)
class Retry:
    """The bank with new items alone. ``fresh`` says that none of their claims was seen before."""

    bank: Bank
    fresh: bool


def retry(bank: Bank, seen: Iterable[str], posed: Iterable[str], seed: int) -> Retry | None:
    """New questions on the same article.

    Args:
        bank: the bank as it was taken.
        seen: the ids of the claims that the reader was shown.
        posed: the ids of the items that the reader was asked.
        seed: what draws the derived items.

    Returns:
        Questions about claims that were not seen, if there are five or more: the bank's own, and
        derived ones for claims that none of these asks about. Else other questions about claims
        that were seen, one for each claim and at most 20. ``None`` where there are none of either.
    """
    shown, asked = set(seen), set(posed)
    fresh = _about_unseen(bank, shown, seed)
    if len(fresh) >= FEWEST:
        return Retry(replace(bank, items=fresh), fresh=True)
    others = _one_each(bank, bank.map.claims, seed, asked)[:MOST]
    return Retry(replace(bank, items=tuple(others)), fresh=False) if others else None


def _about_unseen(bank: Bank, seen: set[str], seed: int) -> tuple[Item, ...]:
    own = [
        item
        for item in bank.usable
        if item.scored and (asks := bank.asks(item)) and not seen.intersection(asks)
    ]
    covered = {claim for item in own for claim in bank.asks(item)} | seen
    left = [claim for claim in bank.map.claims if claim.id not in covered]
    derived = _one_each(bank, left, seed, {item.id for item in bank.items})
    return (*own, *derived)


def _one_each(bank: Bank, claims: Iterable[Claim], seed: int, but: set[str]) -> list[Item]:
    """An item for each claim, of the template that was used least; none of these ids.

    The map is cut down to these claims, so that no option prints a claim that is not among them.
    """
    wanted = tuple(c for c in claims if not c.practice_only and c.id not in bank.stale)
    part = replace(bank.map, claims=wanted, trade_offs=())
    made = {item.id: item for item in derive(part, seed, bank.language)}
    used: Counter[str] = Counter()
    found: list[Item] = []
    for claim in wanted:
        names = [t for t in TURNS if f"{t}-{claim.id}" in made and f"{t}-{claim.id}" not in but]
        if names:
            template = min(names, key=lambda name: used[name])
            used[template] += 1
            found.append(made[f"{template}-{claim.id}"])
    return found
