"""A bank: an article's claim map and the items that ask about it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.claims import Article, ClaimMap, Standing
from quizapp.items import Item

FORMAT = "1"
STANDING_KINDS = ("standing", "standing_with_evidence")
FEWEST_CONFIRMED, MOST_OF_ONE = 0.4, 0.5


@dataclass(frozen=True, slots=True)
class Rater:
    """A second person's blind key: the standing that they gave each claim, by claim id."""

    name: str
    standings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How often each standing is the key of a bank's standing items, each claim counted once.

    A bank is balanced when confirmed claims are 40 to 50 % of them and no standing is over half.
    Only then can it tell whether a reader leans to trust or to doubt.
    """

    counts: Mapping[Standing, int]

    @property
    def total(self) -> int:
        """The number of claims counted."""
        return sum(self.counts.values())

    @property
    def confirmed(self) -> int:
        """The number of confirmed claims among them."""
        return self.counts.get(Standing.CONFIRMED, 0)

    @property
    def balanced(self) -> bool:
        """Whether the set can carry a trust-or-doubt measure."""
        if not self.total:
            return False
        most = max(self.counts.values()) / self.total
        return self.confirmed / self.total >= FEWEST_CONFIRMED and most <= MOST_OF_ONE


@dataclass(frozen=True)
class Bank:
    """Everything that a bank's file says, with its article.

    ``stale`` names the claims whose own words changed since the bank was written: their items are
    withheld until somebody looks. ``sha256`` is then the hash of the article before the change,
    which the file keeps until that is done; it is empty otherwise. ``form`` is the canonical JSON
    of an exam's form, from which a bank without keys was made; empty for every other bank.
    ``pictures`` are the files that items name, by name, as far as they can be shown.
    """

    id: str
    title: str
    language: str
    licence: str
    map: ClaimMap
    items: tuple[Item, ...]
    about: str = ""
    skills: tuple[str, ...] = ()
    raters: tuple[Rater, ...] = ()
    stale: frozenset[str] = frozenset()
    sha256: str = ""
    form: bytes = field(default=b"", repr=False)
    pictures: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)

    @property
    def keyless(self) -> bool:
        """Whether it is the form of an exam: it can be answered, and nothing in it be marked."""
        return bool(self.form)

    @property
    def article(self) -> Article:
        """The article that the bank is about."""
        return self.map.article

    @cached_property
    def item(self) -> dict[str, Item]:
        """Items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def usable(self) -> tuple[Item, ...]:
        """The items that can be asked: all but those of stale claims."""
        return tuple(item for item in self.items if not self.stale.intersection(self.asks(item)))

    @cached_property
    def balance(self) -> Balance:
        """How the keys of the standing items are spread; practice-only claims stay out."""
        asked = {c for i in self.usable if i.kind in STANDING_KINDS for c in i.claims}
        claims = (self.map.claim[id_] for id_ in asked)
        return Balance(Counter(c.standing for c in claims if not c.practice_only))

    def picture(self, item: Item) -> bytes | None:
        """The picture beside an item, as a file has it; ``None`` where it has none to be shown."""
        return dict(self.pictures).get(item.picture.file) if item.picture else None

    def asks(self, item: Item) -> tuple[str, ...]:
        """The claims an item depends on: those it names, or all of its trade-off."""
        trade_off = self.map.trade_off.get(item.trade_off)
        if item.claims or trade_off is None:
            return item.claims
        return tuple(trade_off.considerations)
