"""From a bank to the questions of one attempt, in the order in which they are shown."""

from dataclasses import dataclass
from random import Random

from quizapp.bank import Bank
from quizapp.items import Item
from quizapp.quiz.rules import Rules

ASK_FOR_WORDS = ("evidence", "standing_with_evidence")


@dataclass(frozen=True, slots=True)
class Posed:
    """One item as it is posed: its id, and the ids of its options in the order drawn."""

    item: str
    order: tuple[str, ...] = ()


def assemble(bank: Bank, rules: Rules, seed: int) -> tuple[Posed, ...]:
    """The items of one attempt, drawn and ordered by ``rules`` and ``seed``, no stale ones."""
    items = list(bank.usable)
    if rules.closed:
        items = [item for item in items if item.kind not in ASK_FOR_WORDS]
    if rules.count:
        items = _drawn(items, rules.count, Random(f"{seed}/items"))  # noqa: S311  (no secret)
    if rules.shuffle_items:
        Random(f"{seed}/order").shuffle(items)  # noqa: S311  (no secret)
    return tuple(Posed(item.id, _order(item, rules, seed)) for item in items)


def _drawn(items: list[Item], count: int, random: Random) -> list[Item]:
    """``count`` scored items, of as many kinds as there are, in the bank's order."""
    scored = [item for item in items if item.scored]
    random.shuffle(scored)
    seen: dict[str, int] = {}
    ranked = []
    for item in scored:
        seen[item.kind] = seen.get(item.kind, 0) + 1
        ranked.append((seen[item.kind], item))
    ranked.sort(key=lambda pair: pair[0])
    chosen = {item.id for _rank, item in ranked[:count]}
    return [item for item in items if item.id in chosen]


def _order(item: Item, rules: Rules, seed: int) -> tuple[str, ...]:
    if not rules.shuffle_options:
        return ()
    return item.drawn(Random(f"{seed}/{item.id}"))  # noqa: S311  (no secret)
