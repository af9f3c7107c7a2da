"""Words and numbers as people type them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from quizapp.text import fold

_NUMBER = re.compile(r"[-+−–]?\s*(?:\d[\d\s  '’.,]*\d|\d)")
_LONG, _LONGER = 5, 9


def bare(text: str) -> str:
    """``text`` folded and without accents: what somebody types who has no key for them."""
    spread = unicodedata.normalize("NFKD", fold(text))
    return fold("".join(c for c in spread if not unicodedata.combining(c)))


def same(typed: str, accepted: Iterable[str]) -> bool:
    """Whether the words are among those accepted, whatever their case, accents or punctuation."""
    return bool(bare(typed)) and bare(typed) in {bare(answer) for answer in accepted}


def nearly(typed: str, accepted: Iterable[str]) -> str:
    """The accepted answer that the typed words miss by a letter or two; empty where none is."""
    given = bare(typed)
    for answer in accepted:
        wanted = bare(answer)
        most = 0 if len(wanted) < _LONG else 1 if len(wanted) < _LONGER else 2
        if given != wanted and distance(given, wanted, most) <= most:
            return answer
    return ""


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with a neighbour; ``most`` + 1 where it is more.

    Source: Damerau (1964), A technique for computer detection and correction of spelling errors
    (optimal string alignment).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    rows = [list(range(len(other) + 1))]
    for y, a in enumerate(one, start=1):
        row = [y]
        for x, b in enumerate(other, start=1):
            best = min(rows[-1][x] + 1, row[-1] + 1, rows[-1][x - 1] + (a != b))
            if y > 1 and x > 1 and (a, one[y - 2]) == (other[x - 2], b):
                best = min(best, rows[-2][x - 2] + 1)
            row.append(best)
        rows.append(row)
    return min(rows[-1][-1], most + 1)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was typed as a number: every reading of its digits, and the unit behind it."""

    readings: tuple[Decimal, ...]
    unit: str


def quantity(typed: str) -> Quantity | None:
    """The number in ``typed`` and its unit, or ``None`` where there is no number.

    ``1 234,5`` and ``1.234,5`` and ``1,234.5`` are one number. ``1,234`` has two readings, and
    counts as right where either is.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    found = _NUMBER.match(text)
    if found is None:
        return None
    digits = re.sub(r"[\s'’]", "", found[0]).replace("−", "-").replace("–", "-")
    readings = tuple(dict.fromkeys(_readings(digits)))
    return Quantity(readings, text[found.end() :].strip()) if readings else None


def _readings(digits: str) -> Iterable[Decimal]:
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        last = max(digits.rfind(","), digits.rfind("."))
        mark = digits[last]
        other = "." if mark == "," else ","
        yield from _decimal(digits.replace(other, "").replace(mark, "."))
        return
    mark = "," if commas else "."
    whole = re.fullmatch(rf"[-+]?\d{{1,3}}(?:\{mark}\d{{3}})+", digits)
    if commas + points <= 1:
        yield from _decimal(digits.replace(",", "."))
    if whole and commas + points:
        yield from _decimal(digits.replace(mark, ""))


def _decimal(text: str) -> Iterable[Decimal]:
    try:
        yield Decimal(text)
    except InvalidOperation:
        return
