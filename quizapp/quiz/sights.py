"""First sights: what a claim's first question tells, and no later one, over many attempts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from quizapp.bank import Bank
from quizapp.items import Item
from quizapp.quiz.attempt import Attempt

Sat = tuple[Bank, Attempt]


Shown = Mapping[tuple[str, str], datetime]


def first_sights(sat: Iterable[Sat], practised: Shown = MappingProxyType({})) -> tuple[Sat, ...]:
    """One reader's attempts, oldest first, without the items that measure memory or nothing.

    Args:
        sat: each attempt with the version of the bank that it is marked by, in any order.
        practised: claims that were shown outside of attempts, by bank and claim, and when first.

    Returns:
        The same pairs. An item is left out of an attempt where it asks about a claim that an
        earlier attempt has shown, or names a claim with two readings, which is for practice only.
        An attempt without any items left is left out. The attempts are for counting: give them to
        ``discern``, ``graded`` or ``score``, and do not store them.

    An attempt without the article shows how people guess, and so is left out; what it asks about
    is seen all the same.

    An attempt shows the claims of the items that were answered, and once it is handed in those of
    all its items, for then the keys can be read. A claim is known by its bank's id and its own, so
    a new version of a bank does not make it new. Within one attempt nothing is left out: there,
    ``discern`` counts the first answer about a claim.
    """
    seen: set[tuple[str, str]] = set()
    kept: list[Sat] = []
    for bank, attempt in sorted(sat, key=lambda one: (one[1].started, one[1].id)):
        items = [bank.item[posed.item] for posed in attempt.posed]
        seen.update(claim for claim, at in practised.items() if at < attempt.started)
        fresh = {item.id for item in items if _counts(bank, item, seen)}
        if fresh and not attempt.rules.closed:
            kept.append((bank, _only(attempt, fresh)))
        for item in items:
            if attempt.submitted is not None or item.id in attempt.answers:
                seen.update((bank.id, claim) for claim in bank.asks(item))
    return tuple(kept)


def _counts(bank: Bank, item: Item, seen: set[tuple[str, str]]) -> bool:
    if any(bank.map.claim[claim].practice_only for claim in item.claims):
        return False
    return all((bank.id, claim) not in seen for claim in bank.asks(item))


def _only(attempt: Attempt, items: set[str]) -> Attempt:
    """The attempt as if only these items had been posed."""
    posed = tuple(one for one in attempt.posed if one.item in items)
    answers = {id_: answer for id_, answer in attempt.answers.items() if id_ in items}
    return replace(attempt, posed=posed, at=posed[0].item, answers=MappingProxyType(answers))
