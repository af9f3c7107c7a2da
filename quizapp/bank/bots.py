"""Players that never read: what they score shows what a bank gives away.

Cue bots pick an option by its looks: the longest, the most hedged, the one that shares most words
with the article, the first as written (an attempt draws its own order; paper may not). They play
the items whose options an author wrote, and leave out the fixed list of standings. Constant bots
give every claim one standing and mark the sentence that shares most words with it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import comb, prod
from typing import Literal

from quizapp.bank.chance import ALPHA, least_advantage, tail
from quizapp.bank.looks import Looks
from quizapp.bank.model import Bank
from quizapp.bank.wording import wording_for
from quizapp.claims import Standing
from quizapp.i18n import N_
from quizapp.items import (
    ANSWERS,
    PREFIX,
    Cloze,
    Item,
    MultipleResponse,
    Overstatement,
    Scope,
    SingleChoice,
    TrueFalse,
)
from quizapp.items.typed import same

MOST_JOINT = 0.1
SMALL = 0.2
Verdict = Literal["failed", "passed", "passed, n small", "not played"]
CONSTANT = {
    Standing.ASSERTED: N_("always asserted"),
    Standing.UNKNOWN: N_("always unknown"),
    Standing.CONFIRMED: N_("always confirmed"),
}


@dataclass(frozen=True, slots=True)
class Pick:
    """One list of options and the places of those that are right."""

    texts: tuple[str, ...]
    right: frozenset[int]

    @property
    def chance(self) -> float:
        """The chance that as many options as are right, picked blindly, are just these."""
        return 1 / max(comb(len(self.texts), len(self.right)), 1)


@dataclass(frozen=True, slots=True)
class Played:
    """What one bot did with a bank.

    ``n`` items played, ``expected`` right by chance, ``found`` right, ``p`` the one-sided chance
    of as many or more. ``least`` is the smallest share of answers known beyond guessing that this
    many items would have shown with a chance of 0.8; ``None`` where none would.
    """

    bot: str
    gate: Literal["chance", "joint"]
    n: int
    expected: float
    found: int
    p: float
    least: float | None

    @property
    def share(self) -> float:
        """The share of items that the bot had right."""
        return self.found / self.n if self.n else 0.0

    @property
    def verdict(self) -> Verdict:
        """Whether the bank gives something away to this bot, and whether that could be seen."""
        if not self.n:
            return "not played"
        if self.gate == "joint":
            return "failed" if self.share > MOST_JOINT else "passed"
        if self.p < ALPHA:
            return "failed"
        return "passed, n small" if self.least is None or self.least > SMALL else "passed"


def play(bank: Bank) -> tuple[Played, ...]:
    """Every bot over the items of the bank that can be asked; the order of bots is fixed."""
    looks = Looks(bank.article, wording_for(bank.language))
    items = [item for item in bank.usable if item.scored]
    cues = (
        (N_("longest option"), len),
        (N_("most hedged option"), looks.hedges),
        (N_("most words shared with the article"), looks.shared),
    )
    played = [_cue(name, _lists(items), by) for name, by in cues]
    played.append(_first([*_lists(items), *_statements(items)]))
    return (*played, *_constants(items, bank, looks))


def picks(item: Item) -> tuple[Pick, ...]:
    """The lists of options of an item that an author wrote; none where a gap is typed."""
    if isinstance(item, SingleChoice | Scope | Overstatement):
        full = (n for n, o in enumerate(item.options) if item.credit((o.id,)) == 1.0)
        return (Pick(tuple(o.text for o in item.options), frozenset(full)),)
    if isinstance(item, MultipleResponse):
        right = (n for n, o in enumerate(item.options) if o.id in item.right)
        return (Pick(tuple(o.text for o in item.options), frozenset(right)),)
    if isinstance(item, Cloze) and all(gap.options for gap in item.gaps):
        return tuple(
            Pick(
                gap.options,
                frozenset(n for n, o in enumerate(gap.options) if same(o, gap.accepted)),
            )
            for gap in item.gaps
        )
    return ()


def _lists(items: Iterable[Item]) -> list[tuple[Pick, ...]]:
    return [asked for item in items if (asked := picks(item))]


def _statements(items: Iterable[Item]) -> list[tuple[Pick, ...]]:
    """True or not as a list of two; only the place of the key is a cue there."""
    answers = tuple(ANSWERS)
    return [
        (Pick(answers, frozenset((answers.index(item.right),))),)
        for item in items
        if isinstance(item, TrueFalse) and item.right in answers
    ]


def _cue(name: str, asked: Sequence[tuple[Pick, ...]], by: Callable[[str], int]) -> Played:
    """The bot that picks by a number; it leaves out items on which the number parts no options.

    Where several options tie, it takes the first of them as written.
    """
    rates, found = [], 0
    for lists in asked:
        scores = [[by(text) for text in pick.texts] for pick in lists]
        if all(len(set(numbers)) < 2 for numbers in scores):
            continue
        chosen = (
            sorted(range(len(numbers)), key=lambda n, s=numbers: -s[n])[: len(pick.right)]  # type: ignore[misc]
            for pick, numbers in zip(lists, scores, strict=True)
        )
        rates.append(prod(pick.chance for pick in lists))
        found += all(set(c) == pick.right for c, pick in zip(chosen, lists, strict=True))
    return _gated(name, rates, found)


def _first(asked: Sequence[tuple[Pick, ...]]) -> Played:
    """The bot that picks what stands first, as many options as are right."""
    rates = [prod(pick.chance for pick in lists) for lists in asked]
    found = sum(all(p.right == set(range(len(p.right))) for p in lists) for lists in asked)
    return _gated(N_("first option"), rates, found)


def _gated(name: str, rates: Sequence[float], found: int) -> Played:
    least = least_advantage(rates) if rates else None
    return Played(name, "chance", len(rates), sum(rates), found, tail(rates, found), least)


def _constants(items: Iterable[Item], bank: Bank, looks: Looks) -> Iterator[Played]:
    """The bots that give every claim one standing, with the sentence that shares most words."""
    both = [item for item in items if item.kind == "standing_with_evidence"]
    rates = [item.guess() for item in both]
    marks = [looks.nearest(bank.map.claim[item.claims[0]].text) for item in both]
    for standing, name in CONSTANT.items():
        said = PREFIX + standing.value
        right = (i.credit((said, mark)) == 1.0 for i, mark in zip(both, marks, strict=True))
        found = sum(right)
        p = tail(rates, found)
        yield Played(name, "joint", len(rates), sum(rates), found, p, None)
