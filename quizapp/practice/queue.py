"""The queue: what is due today, in an order in which articles take turns; and what comes later."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.bank import STANDING_KINDS, Bank
from quizapp.items import Item
from quizapp.practice.cards import Card, Place


@dataclass(frozen=True, slots=True)
class Due:
    """One card's turn. After a confident error a parallel item of another article is wanted."""

    place: Place
    elsewhere: bool = False


def line_up(cards: Iterable[Card], until: datetime, most: int) -> tuple[Due, ...]:
    """The cards to be shown before ``until``, at most ``most`` of them.

    Those that wait longest come first. From them banks take turns, so that a reader changes
    articles and cannot settle into one; where one bank is left it goes on alone.
    """
    waiting = sorted((c.shown_from, c.place, c) for c in cards if c.shown_from < until)
    lines: dict[str, deque[Card]] = {}
    for _from, place, card in waiting[: max(most, 0)]:
        lines.setdefault(place[0], deque()).append(card)
    found: list[Due] = []
    while lines:
        for bank in list(lines):
            card = lines[bank].popleft()
            found.append(Due(card.place, elsewhere=card.rests_until is not None))
            if not lines[bank]:
                del lines[bank]
    return tuple(found)


def forecast(cards: Iterable[Card], days: Sequence[datetime]) -> tuple[int, ...]:
    """How many cards are due on each day.

    ``days`` are the ends of the days, rising. Whatever is due before the end of the first counts
    for it; nothing beyond the last counts at all.
    """
    counts = [0] * len(days)
    for card in cards:
        place = _before(card.shown_from, days)
        if place is not None:
            counts[place] += 1
    return tuple(counts)


def _before(moment: datetime, days: Sequence[datetime]) -> int | None:
    return next((n for n, end in enumerate(days) if moment < end), None)


def parallel(item: Item, bank: Bank, others: Iterable[Bank], seen: set[Place]) -> Place | None:
    """An item that asks the same of another article, and whose claims were not seen.

    It is of the same kind and trains the same skills, and where it asks how a claim stands, it has
    the same standing. ``seen`` are the claims seen so far, with their bank.

    Returns:
        ``None`` where no bank has one.
    """
    wanted = (item.kind, item.trained, _standing(item))
    for other in others:
        if other.id == bank.id:
            continue
        for one in other.usable:
            fresh = not any((other.id, claim) in seen for claim in other.asks(one))
            if fresh and (one.kind, one.trained, _standing(one)) == wanted:
                return other.id, one.id
    return None


def _standing(item: Item) -> str:
    return item.key()[0] if item.kind in STANDING_KINDS else ""
