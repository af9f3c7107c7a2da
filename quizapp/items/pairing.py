"""What the kinds share in which each row is given one of several columns."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from quizapp.i18n import _
from quizapp.items.base import Item, Response, ResponseError
from quizapp.items.choice import numbers_in, pick


@dataclass(frozen=True, kw_only=True)
class PairItem(Item):
    """Credit is the share of right pairs; a response holds ``"row column"`` pairs.

    ``texts`` are the rows as ``(claim id, text)``, in the author's order; an attempt draws its own.
    """

    texts: tuple[tuple[str, str], ...] = ()

    @property
    @abstractmethod
    def right(self) -> tuple[tuple[str, str], ...]:
        """The right ``(row, column)`` of every row."""

    @abstractmethod
    def columns(self) -> dict[str, str]:
        """The columns to choose from, by id, in the order shown."""

    def key(self) -> Response:
        return joined(self.right)

    def credit(self, response: Response) -> float:
        """The share of right pairs; 0 where a row was given to two columns."""
        placed = parted(response)
        if len({row for row, _column in placed}) != len(placed):
            return 0.0
        return len(set(placed) & set(self.right)) / max(len(self.right), 1)

    def drawn(self, random: Random) -> tuple[str, ...]:
        ids = [id_ for id_, _text in self.texts]
        random.shuffle(ids)
        return tuple(ids)

    def ordered(self, order: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """``(claim id, text)`` as drawn, or as written where nothing was drawn."""
        places = {id_: n for n, id_ in enumerate(order)}
        return tuple(sorted(self.texts, key=lambda pair: places.get(pair[0], len(places))))

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        numbers, rows = numbers_in(typed), self.ordered(order)
        ids = list(self.columns())
        if len(numbers) != len(rows):
            example = " ".join(str(n % len(ids) + 1) for n in range(len(rows)))
            hint = _("Type {n} numbers, one for each line, in their order, such as {example}.")
            raise ResponseError(hint.format(n=len(rows), example=example))
        chosen = [pick(number, ids) for number in numbers]
        return joined((row, column) for (row, _text), column in zip(rows, chosen, strict=True))

    def describe(self, response: Response) -> str:
        """The pairs in words; those with an id that is not known are left out."""
        rows, columns = dict(self.texts), self.columns()
        return "; ".join(
            f"“{rows[row]}”: {columns[column]}"
            for row, column in parted(response)
            if row in rows and column in columns
        )

    def listed(self, order: tuple[str, ...]) -> list[str]:
        """The rows and the columns, each with its number, as lines of text."""
        rows = [f"  {n}  “{text}”" for n, (_id, text) in enumerate(self.ordered(order), start=1)]
        return [*rows, *(f"  {n} = {name}" for n, name in enumerate(self.columns().values(), 1))]


def joined(pairs: Iterable[tuple[str, str]]) -> Response:
    """Pairs of ids as a response has them."""
    return tuple(f"{row} {column}" for row, column in pairs)


def parted(response: Response) -> list[tuple[str, str]]:
    """The pairs of ids in a response; an empty column where there is none."""
    return [(row, column) for row, _space, column in (one.partition(" ") for one in response)]
