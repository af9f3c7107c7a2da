"""Values of QTI 2 and 3 and the declarations of what an item's variables may hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quizapp.formats.xml import Element, attribute, child, children, text_in

Scalar = str | float | bool


class Unscored(Exception):  # noqa: N818 - it ends a reading of the scoring, nothing failed
    """The scoring uses what is not understood here, or chance."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a variable holds: one scalar or several. No value at all is ``None``."""

    items: tuple[Scalar, ...]
    cardinality: str = "single"

    def same(self, other: "Value") -> bool:
        """Whether two values match: in any order, unless they are ordered."""
        if "multiple" in (self.cardinality, other.cardinality):
            return sorted(map(repr, self.items)) == sorted(map(repr, other.items))
        return self.items == other.items


@lru_cache(maxsize=4096)  # scoring asks for the same few again and again
def scalar(text: str, base: str) -> Scalar:
    """A scalar of a base type, from its text."""
    text = text.strip() if base != "string" else text
    if base in ("integer", "float", "duration"):
        return number(text)
    if base == "boolean":
        return text.lower() in ("true", "1")
    if base == "pair":
        return " ".join(sorted(text.split()))
    return " ".join(text.split()) if base == "directedPair" else text


@lru_cache(maxsize=4096)
def number(text: str) -> float:
    """A number from its text; ``Unscored`` where it is none."""
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError as error:
        raise Unscored(text) from error
    if not abs(found) <= 1e15:
        raise Unscored(text)
    return found


@dataclass(frozen=True, slots=True)
class Worths:
    """What each value of a response is worth."""

    entries: tuple[tuple[str, float, bool], ...]
    default: float = 0.0
    lower: float | None = None
    upper: float | None = None

    def worth(self, value: Value | None, base: str) -> float:
        """The sum over the different values, within the bounds."""
        total = 0.0
        for one in dict.fromkeys(value.items) if value else ():
            total += self._one(one, base)
        if self.lower is not None:
            total = max(total, self.lower)
        return total if self.upper is None else min(total, self.upper)

    def _one(self, one: Scalar, base: str) -> float:
        for key, worth, exact in self.entries:
            wanted = scalar(key, base)
            if wanted == one:
                return worth
            if not exact and str(wanted).casefold() == str(one).casefold():
                return worth
        return self.default


@dataclass(frozen=True, slots=True)
class Declaration:
    """A response: its type, its declared key and what its values are worth."""

    id: str
    cardinality: str = "single"
    base: str = "identifier"
    correct: tuple[str, ...] = ()
    mapping: Worths | None = None
    areas: bool = False

    def value(self, texts: Iterable[str]) -> Value | None:
        """The value that these texts stand for; ``None`` for no text at all."""
        items = tuple(scalar(text, self.base) for text in texts)
        return Value(items, self.cardinality) if items else None

    @property
    def key(self) -> Value | None:
        """The declared correct response."""
        return self.value(self.correct)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outcome: its type, its default, and a table that it may be looked up in."""

    id: str
    cardinality: str = "single"
    base: str = "float"
    default: tuple[str, ...] = ()
    table: tuple[tuple[float, str, bool], ...] = ()
    otherwise: str | None = None

    def value(self) -> Value | None:
        """The value that it has before anything is scored; 0 for a number without a default."""
        if not self.default and self.base in ("integer", "float") and self.cardinality == "single":
            return Value((0.0,))
        items = tuple(scalar(text, self.base) for text in self.default)
        return Value(items, self.cardinality) if items else None


@dataclass(frozen=True, slots=True)
class Declared:
    """What an item declares."""

    responses: Mapping[str, Declaration] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    drawn: bool = False


def declared(item: Element) -> Declared:
    """The declarations of an item. ``drawn``: some of its values are drawn anew each time."""
    responses = [_response(e) for e in children(item, "responsedeclaration")]
    outcomes = [_outcome(e) for e in children(item, "outcomedeclaration")]
    drawn = any(True for _ in children(item, "templatedeclaration", "templateprocessing"))
    return Declared({r.id: r for r in responses}, {o.id: o for o in outcomes}, drawn)


def _response(element: Element) -> Declaration:
    mapping = child(element, "mapping")
    return Declaration(
        id=attribute(element, "identifier"),
        cardinality=attribute(element, "cardinality", "single"),
        base=attribute(element, "baseType", "identifier"),
        correct=_values(child(element, "correctresponse")),
        mapping=None if mapping is None else _mapping(mapping),
        areas=child(element, "areamapping") is not None,
    )


def _values(element: Element | None) -> tuple[str, ...]:
    if element is None:
        return ()
    texts = ("".join(value.itertext()) for value in children(element, "value"))
    return tuple(text.strip() for text in texts if text.strip())


def _mapping(element: Element) -> Worths:
    entries = []
    for entry in children(element, "mapentry"):
        exact = attribute(entry, "caseSensitive", "true") not in ("false", "0")
        worth = _worth(attribute(entry, "mappedValue"))
        entries.append((attribute(entry, "mapKey"), worth or 0.0, exact))
    return Worths(
        tuple(entries),
        _worth(attribute(element, "defaultValue")) or 0.0,
        _worth(attribute(element, "lowerBound")),
        _worth(attribute(element, "upperBound")),
    )


def _worth(text: str) -> float | None:
    try:
        return number(text) if text else None
    except Unscored:
        return None


def _outcome(element: Element) -> Outcome:
    table, otherwise = [], None
    for rows in children(element, "matchtable", "interpolationtable"):
        otherwise = attribute(rows, "defaultValue") or None
        for row in children(rows, "matchtableentry", "interpolationtableentry"):
            at = _worth(attribute(row, "sourceValue"))
            below = "interpolation" in str(row.tag)
            table.append((0.0 if at is None else at, attribute(row, "targetValue"), below))
    return Outcome(
        id=attribute(element, "identifier"),
        cardinality=attribute(element, "cardinality", "single"),
        base=attribute(element, "baseType", "float"),
        default=_values(child(element, "defaultvalue")),
        table=tuple(table),
        otherwise=otherwise,
    )


def label(element: Element | None) -> str:
    """The text of an element as a name, at most 80 characters of it."""
    text = text_in(element)
    return text if len(text) <= 80 else f"{text[:77]}…"
