"""Words and numbers as people type them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from quizapp.text import fold

MOST_TYPED = 200
_LONG, _LONGER = 5, 9
_APOSTROPHES = str.maketrans(dict.fromkeys("'`´ʹʻʼˈ‘’′＇", "’"))
# Letters with a stroke or joined, which no decomposition takes apart.
_PLAIN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
# Marks that make another letter and not the same one with an accent: й, ў and ї.
_LETTERS = {("и", "\u0306"), ("у", "\u0306"), ("і", "\u0308")}
_SPACED = r"\d{1,3}(?:[ ’]\d{3})+"
_NUMBER = re.compile(
    r"(?P<sign>[-+−–‐]?) ?"
    rf"(?P<digits>(?:{_SPACED}|\d+)(?:[.,]\d+)*|[.,]\d+)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{2,3})*,\d{3}|(?:\.\d{3})+)")
_PERCENT = frozenset(("percent", "pct", "pourcent", "відсоток", "відсотки", "відсотків"))


def bare(text: str) -> str:
    """``text`` folded and without accents: what somebody types who has no key for them.

    A letter stays itself where its mark makes another letter of it, as in Ukrainian й and ї.
    """
    plain = text.translate(_APOSTROPHES)
    if plain.isascii():  # nothing to take off, and most words are such
        return fold(plain.casefold())
    spread = unicodedata.normalize("NFKD", plain).casefold()
    kept: list[str] = []
    for character in spread:
        if unicodedata.category(character) == "Cf":
            continue
        if not _is_accent(character) or (kept and (kept[-1], character) in _LETTERS):
            kept.append(character)
    return fold("".join(kept).translate(_PLAIN))


def _is_accent(character: str) -> bool:
    """Above, below or through a letter, or a vowel point; not what Indic scripts or kana need."""
    place = unicodedata.combining(character)
    return 10 <= place <= 35 or place >= 200


def same(typed: str, accepted: Iterable[str]) -> bool:
    """Whether the words are among those accepted, whatever their case, accents or punctuation."""
    given = bare(typed)
    return bool(given) and given in {bare(answer) for answer in accepted}


def fits(typed: str, pattern: str, *, case: bool = False, wildcards: bool = False) -> bool:
    r"""Whether the words are those of ``pattern``.

    With ``case`` they must be the same letter for letter, spaces aside. With ``wildcards`` a ``*``
    stands for anything, also for nothing; ``\*`` is a star.
    """
    if not wildcards or not re.search(r"(?<!\\)\*", pattern):
        plain = pattern.replace(r"\*", "*") if wildcards else pattern
        if case:
            return " ".join(typed.split()) == " ".join(plain.split())
        return same(typed, (plain,))
    form = (lambda text: " ".join(text.split())) if case else bare
    pieces = [form(piece.replace(r"\*", "*")) for piece in re.split(r"(?<!\\)\*", pattern)]
    return _in_order(form(typed), pieces)


def _in_order(text: str, pieces: list[str]) -> bool:
    """Whether ``text`` begins with the first piece, ends with the last, and has the others between.

    Each is looked for once from where the one before ends, so no pattern takes long.
    """
    first, *between, last = pieces
    if not text.startswith(first):
        return False
    at = len(first)
    for piece in between:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return len(text) - len(last) >= at and text.endswith(last)


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
    """What was typed as a number: every reading of its digits, and the unit beside it."""

    readings: tuple[Decimal, ...]
    unit: str


def quantity(typed: str) -> Quantity | None:
    """The number in ``typed`` and its unit, or ``None`` where there is no number, or a second.

    ``1 234,5`` and ``1.234,5`` and ``1,234.5`` are one number. ``1,234`` has two readings, and
    counts as right where either is. The unit stands behind; a sign such as € also before.
    """
    text = unicodedata.normalize("NFKC", typed[: MOST_TYPED + 1].translate(_APOSTROPHES))
    text = " ".join(text.split()).rstrip(".,;!? ")
    start = next((n for n, c in enumerate(text) if unicodedata.category(c) not in ("Sc", "Zs")), 0)
    found = _NUMBER.match(text, start)
    if len(typed) > MOST_TYPED or found is None:
        return None
    unit = text[found.end() :]
    if re.match(r"[\W_]*\d|[.,’]", unit):
        return None
    sign = -1 if found["sign"] not in ("", "+") else 1
    readings = tuple(sign * reading for reading in _readings(found["digits"]))
    return Quantity(readings, (text[:start] + unit).strip()) if readings else None


def _readings(digits: str) -> Iterable[Decimal]:
    """Every number that the digits with their marks may stand for."""
    spaced = re.match(_SPACED, digits) is not None
    plain = re.sub("[ ’]", "", digits)
    marks = re.findall("[.,]", plain)
    if not marks:
        return [Decimal(plain)]
    if len(marks) == 1:
        decimal = Decimal(plain.replace(",", "."))
        grouped = not spaced and _GROUPED.fullmatch(plain)
        return [decimal, Decimal(re.sub("[.,]", "", plain))] if grouped else [decimal]
    if spaced:
        return []
    if _GROUPED.fullmatch(plain):
        return [Decimal(re.sub("[.,]", "", plain))]
    whole, _mark, part = plain.rpartition(marks[-1])
    if marks[-1] in whole or not _GROUPED.fullmatch(whole):
        return []
    return [Decimal(re.sub("[.,]", "", whole) + "." + part)]


def spelled(unit: str) -> str:
    """A unit as it is compared: without case, spaces and full stops; m/s stays apart from ms."""
    plain = unicodedata.normalize("NFKC", unit).casefold()
    plain = "".join(c for c in plain if not c.isspace() and c not in ".’'")
    return "%" if plain in _PERCENT else plain
