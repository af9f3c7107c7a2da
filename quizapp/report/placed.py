"""What became of each part of an answer, for the kinds whose answers have several parts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.i18n import N_, _
from quizapp.items import SIDE_TITLES, Categorise, Cloze, Item, Match, Order, Response, filled
from quizapp.items.typed import same


@dataclass(frozen=True, slots=True)
class Placed:
    """One part: its words, whether the answer had it right, and what is to be said about that.

    ``quoted`` words are the article's, or a claim about it.
    """

    text: str
    right: bool
    note: str
    quoted: bool = True


def placed(item: Item, response: Response) -> tuple[Placed, ...]:
    """Row by row, in the order of the key; empty for a kind whose answer is one thing."""
    rows = ROWS.get(item.kind)
    return tuple(rows(item, response)) if rows else ()


def _categorise(item: Categorise, response: Response) -> Iterator[Placed]:
    titles = {side: _(title) for side, title in SIDE_TITLES.items()}
    yours = N_("You put it under “{yours}”. In the article: {key}")
    yield from _pairs(response, item.sides, dict(item.texts), titles, yours)


def _match(item: Match, response: Response) -> Iterator[Placed]:
    yours = N_("You gave it to “{yours}”. In the article: {key}")
    yield from _pairs(response, item.pairs, dict(item.texts), dict(item.names), yours)


def _pairs(
    response: Response,
    key: tuple[tuple[str, str], ...],
    texts: Mapping[str, str],
    names: Mapping[str, str],
    wrong: str,
) -> Iterator[Placed]:
    """Rows of ``"row column"`` pairs: the column where it is right, else both columns."""
    given = dict(pair.partition(" ")[::2] for pair in response)
    for row, column in key:
        yours, right = given.get(row, ""), names.get(column, column)
        if yours == column:
            note = right
        elif yours in names:
            note = _(wrong).format(yours=names[yours], key=right)
        else:
            note = _("Left blank. In the article: {key}").format(key=right)
        yield Placed(texts[row], yours == column, note)


def _order(item: Order, response: Response) -> Iterator[Placed]:
    for n, option in enumerate(item.options, start=1):
        yours = response.index(option.id) + 1 if option.id in response else 0
        place = _("Place {n}").format(n=n)
        if yours and yours != n:
            place = _("Place {n}. You put it in place {yours}.").format(n=n, yours=yours)
        yield Placed(option.text, yours == n, place, quoted=False)


def _cloze(item: Cloze, response: Response) -> Iterator[Placed]:
    given = filled(response)
    for n, gap in enumerate(item.gaps, start=1):
        yours, key = given.get(gap.id, "").strip(), gap.accepted[0]
        right = same(yours, gap.accepted)
        note = _("Gap {n}").format(n=n)
        if not yours:
            note = _("Gap {n}. Left blank.").format(n=n)
        elif not right or yours != key:
            note = _("Gap {n}. You put “{yours}”.").format(n=n, yours=yours)
        yield Placed(key, right, note)


ROWS: dict[str, Callable[[Any, Response], Iterator[Placed]]] = {
    "categorise": _categorise,
    "match": _match,
    "order": _order,
    "cloze": _cloze,
}
