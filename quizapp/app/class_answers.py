"""What readers of a class chose, read from the rows of answers: options, standings, misreadings."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.bank import STANDING_KINDS, Bank
from quizapp.claims import Standing
from quizapp.items import ChoiceItem, Item
from quizapp.store import Connection, vectors

PREFIX = "standing:"
STANDINGS = tuple(str(one.value) for one in Standing)


@dataclass(frozen=True, slots=True)
class Misreading:
    """``count`` of ``n`` readers said of a claim that it stands as ``said``, and it does not."""

    item: str
    claim: str
    key: str
    said: str
    count: int
    n: int


@dataclass(frozen=True, slots=True)
class ClassAnswers:
    """For each item what each reader chose, ``None`` where nothing; readers in a given order."""

    bank: Bank
    given: dict[str, list[frozenset[str] | None]]

    def matrix(self) -> dict[tuple[str, str], int]:
        """How often claims of each standing were said to have each standing: (key, said)."""
        counts: Counter[tuple[str, str]] = Counter()
        for item in self._standing_items():
            key = key_of(item)[0]
            for one in self.given.get(item.id, ()):
                counts.update((key, said) for said in one or () if said in STANDINGS)
        return dict(counts)

    def misreadings(self) -> tuple[Misreading, ...]:
        """What most of the class found that is not there, the largest share first."""
        found = []
        for item in self._standing_items():
            keys, told = key_of(item), self.given.get(item.id, [])
            answers = [one for one in told if one]
            said: Counter[str] = Counter(s for one in answers for s in one if s in STANDINGS)
            found += [
                Misreading(item.id, item.subject, keys[0], name, count, len(answers))
                for name, count in said.items()
                if name not in keys
            ]
        return tuple(sorted(found, key=lambda one: (-one.count / one.n, one.item, one.said)))

    def _standing_items(self) -> list[Item]:
        return [item for item in self.bank.items if item.kind in STANDING_KINDS]


def read(connection: Connection, bank: Bank, attempts: Sequence[str]) -> ClassAnswers:
    """What was chosen in these attempts, in their order."""
    rows = {one.id: one.answers for one in vectors.plain(connection, attempts)}
    known: dict[str, frozenset[str]] = {}
    given = {}
    for item in bank.items:
        if not options_of(item):
            continue
        column: list[frozenset[str] | None] = []
        for id_ in attempts:
            response = rows[id_].get(item.id)
            if response is not None and response not in known:
                tokens = json.loads(response)
                known[response] = frozenset(str(t).removeprefix(PREFIX) for t in tokens)
            column.append(None if response is None else known[response])
        given[item.id] = column
    return ClassAnswers(bank, given)


def options_of(item: Item) -> tuple[str, ...]:
    """The ids of what can be chosen; empty for kinds without options."""
    if isinstance(item, ChoiceItem):
        return tuple(option.id for option in item.options)
    if item.kind in STANDING_KINDS:
        return STANDINGS
    return ("true", "false") if item.kind == "true_false" else ()


def key_of(item: Item) -> tuple[str, ...]:
    """The ids of the options that are right."""
    if isinstance(item, ChoiceItem):
        return item.keys()
    accepted = getattr(item, "accepted", ())
    return tuple(accepted) or tuple(token.removeprefix(PREFIX) for token in item.key())
